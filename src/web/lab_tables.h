#pragma once

#include "shapes/lab.h"

#include <deque>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

namespace attune::web {

/// A table that came in for the lab. Its folder is deleted with it.
struct KeptTable {
    std::string id;  ///< "t3"
    std::string name;
    std::filesystem::path file;
    shapes::TableContents about;

    KeptTable() = default;
    KeptTable(const KeptTable&) = delete;
    KeptTable& operator=(const KeptTable&) = delete;
    ~KeptTable();

    shapes::LabTable shape() const { return {id, name, about}; }
};

/// The last tables that came in. A study that reads one keeps it until it is done. From several threads.
class TableShelf {
  public:
    /// @param table  without an id, which it is given
    std::shared_ptr<const KeptTable> keep(std::shared_ptr<KeptTable> table);

    /// @throws Error{not_found}
    std::shared_ptr<const KeptTable> find(std::string_view id) const;
    /// @throws Error{not_found}
    void forget(std::string_view id);

    /// Newest first.
    std::vector<shapes::LabTable> list() const;

  private:
    mutable std::mutex mutex_;
    std::deque<std::shared_ptr<const KeptTable>> tables_;  ///< newest first
    int last_ = 0;
};

}  // namespace attune::web
