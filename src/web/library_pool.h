#pragma once

#include "core/time.h"
#include "engine/library/workspace.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace attune::web {

struct LibraryOptions {
    std::filesystem::path directory;
    std::string person = "me";
    std::uint64_t seed = 1;
    std::size_t threads = 1;
};

/// A library and a person in it, as they were meant when something was asked for: what is done later is done there,
/// whichever library is in use by then.
struct LibraryRef {
    std::filesystem::path directory;
    std::string person;
};

/// Connections to a library, each lent to one thread at a time: a Store belongs to one thread.
class LibraryPool {
  public:
    explicit LibraryPool(LibraryOptions options);

    /// A connection on loan; goes back when it is gone.
    class Lease {
      public:
        Lease(LibraryPool& pool, std::unique_ptr<engine::Workspace> workspace, std::uint64_t generation)
            : pool_(&pool), workspace_(std::move(workspace)), generation_(generation) {}
        Lease(Lease&&) noexcept = default;
        Lease& operator=(Lease&&) = delete;
        ~Lease();

        engine::Workspace& operator*() const { return *workspace_; }
        engine::Workspace* operator->() const { return workspace_.get(); }

      private:
        LibraryPool* pool_;
        std::unique_ptr<engine::Workspace> workspace_;
        std::uint64_t generation_;  ///< in which it was lent
    };

    /// The library in use now, with the person that it was opened for.
    LibraryRef in_use() const;

    /// @param create  makes the library if there is none
    /// @throws Error{not_found} if there is none, and as engine::open_workspace()
    Lease lend(const LibraryRef& of, bool create = false);

    /// To be said after every change: answers are made anew.
    void changed();

    /// Another library from now on: a folder, and the person in it.
    void use(const std::filesystem::path& directory, const std::string& person);

    /// Back to that of the options.
    void use_own();

    bool is_own() const { return in_use().directory == options_.directory; }
    std::filesystem::path own_directory() const { return options_.directory; }

    /// Which library is in use, and in which state.
    struct State {
        LibraryRef library;  ///< with the person that it was opened for
        /// Differs when an answer may that depends on this part of the library: when this or another program has changed
        /// it; for `everything` after each changed() as well, since there is more than a store in a library's folder.
        /// While a job is under way the first waits: what it has written so far is no state of its own.
        std::string stamp(engine::Of what) const;

        std::uint64_t generation = 0;
        std::uint64_t n_changes = 0;
        std::optional<engine::LibraryState> content;  ///< none: there is no library, or none that can be read
    };
    State state();

    /// To be held while a job writes to the library, until it has called changed().
    class Writing {
      public:
        explicit Writing(LibraryPool& pool);
        Writing(const Writing&) = delete;
        Writing& operator=(const Writing&) = delete;
        ~Writing();

      private:
        LibraryPool& pool_;
    };

  private:
    /// The generation of a connection to a library that is not in use: it is closed after the loan.
    static constexpr std::uint64_t no_generation = ~std::uint64_t{0};

    std::optional<engine::LibraryState> state_of_library();

    LibraryOptions options_;
    mutable std::mutex mutex_;
    std::filesystem::path directory_;
    std::string person_;
    std::uint64_t generation_ = 0;  ///< counts the libraries that were in use
    std::uint64_t n_changes_ = 0;
    int n_writing_ = 0;
    std::optional<engine::LibraryState>
        state_before_;  ///< of the library, when the first of those that write began
    std::vector<std::unique_ptr<engine::Workspace>> idle_;
    std::unique_ptr<engine::Workspace> watch_;  ///< looks whether the library has changed
    std::shared_ptr<engine::Parts> parts_ = std::make_shared<engine::Parts>();
};

}  // namespace attune::web
