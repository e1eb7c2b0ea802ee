#include "web/lab_tables.h"

#include "core/error.h"

#include <algorithm>
#include <system_error>

namespace attune::web {
namespace {

constexpr std::size_t most_tables = 8;

}  // namespace

KeptTable::~KeptTable() {
    std::error_code ignored;
    if (file.has_parent_path()) std::filesystem::remove_all(file.parent_path(), ignored);
}

std::shared_ptr<const KeptTable> TableShelf::keep(std::shared_ptr<KeptTable> table) {
    const std::lock_guard lock(mutex_);
    table->id = fmt::format("t{}", ++last_);
    tables_.push_front(std::move(table));
    if (tables_.size() > most_tables) tables_.pop_back();
    return tables_.front();
}

std::shared_ptr<const KeptTable> TableShelf::find(std::string_view id) const {
    const std::lock_guard lock(mutex_);
    const auto found = std::ranges::find(tables_, id, [](const auto& table) { return table->id; });
    if (found == tables_.end())
        fail(ErrorCode::not_found, "there is no table '{}'; the last {} are kept while the server runs", id,
             most_tables);
    return *found;
}

void TableShelf::forget(std::string_view id) {
    const auto table = find(id);
    const std::lock_guard lock(mutex_);
    std::erase(tables_, table);
}

std::vector<shapes::LabTable> TableShelf::list() const {
    const std::lock_guard lock(mutex_);
    std::vector<shapes::LabTable> list;
    for (const auto& table : tables_) list.push_back(table->shape());
    return list;
}

}  // namespace attune::web
