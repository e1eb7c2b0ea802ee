#pragma once

#include "core/task.h"

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <typeindex>

namespace attune::engine {

/// What was worked out from a library and will be asked for again: its tables, spaces, models. Each part is made once
/// for a state of the library, by whoever asks first; who asks meanwhile waits for it. Of each name the part of one
/// state is kept, the last one made, and of all parts so many as fit into memory: those that were asked for least
/// lately go first, and live on for those who hold them. From several threads.
class Parts {
  public:
    /// @param most_bytes  of all parts together, by their own estimates
    explicit Parts(std::size_t most_bytes = std::size_t{1} << 30);

    /// The part of this name in this state, made by `make` if it is not here.
    /// @param task  stops who waits, too
    /// @param bytes_of  estimates the memory of a part
    template <class Part>
    std::shared_ptr<const Part> get(const std::string& name, const std::string& state, const Task& task,
                                    const std::function<std::shared_ptr<const Part>()>& make,
                                    const std::function<std::size_t(const Part&)>& bytes_of = {}) {
        const auto made = find(name, state, typeid(Part), task, [&]() -> Made {
            std::shared_ptr<const Part> part = make();
            const std::size_t bytes = part && bytes_of ? bytes_of(*part) : sizeof(Part);
            return {std::move(part), bytes};
        });
        return std::static_pointer_cast<const Part>(made);
    }

    std::size_t n_parts() const;
    /// How many parts were made so far, these and those that are gone.
    std::size_t n_made() const;
    std::size_t n_bytes() const;
    void clear();

  private:
    struct Made {
        std::shared_ptr<const void> part;
        std::size_t n_bytes = 0;
    };
    struct Entry {
        std::string state;
        std::type_index type = typeid(void);
        Made made;
        std::uint64_t last_asked = 0;
    };

    std::shared_ptr<const void> find(const std::string& name, const std::string& state,
                                     const std::type_index& type, const Task& task,
                                     const std::function<Made()>& make);
    void keep(const std::string& name, Entry entry);

    std::size_t most_bytes_;
    mutable std::mutex mutex_;
    std::condition_variable was_made_;
    std::map<std::string, Entry> entries_;
    std::set<std::string> in_making_;  ///< name and state
    std::uint64_t n_asked_ = 0;
    std::size_t n_made_ = 0;
};

}  // namespace attune::engine
