#include "store/sqlite/sqlite_store.h"

namespace attune::store {
namespace {

// Of a million listens, checking each reference as it is written would cost a third of an import.
constexpr std::string_view lost_listens =
    "FROM main.listens WHERE person_id NOT IN (SELECT id FROM persons) OR track_id NOT IN (SELECT id FROM "
    "main.tracks)";

}  // namespace

std::vector<FaultRow> SqliteStore::check_integrity() {
    using Kind = FaultRow::Kind;
    const auto reading = read();
    std::vector<FaultRow> faults;
    auto pages = database_.query("PRAGMA integrity_check(20)");
    while (pages.next()) {
        if (auto text = pages.get<std::string>(0); text != "ok")
            faults.push_back({Kind::damaged, std::move(text)});
    }
    auto references = database_.query("PRAGMA foreign_key_check");
    while (references.next()) {
        const auto table = references.get<std::string>(0);
        // Tables whose rows have no number of their own.
        const auto row =
            references.is_null(1) ? "a row" : fmt::format("row {}", references.get<std::int64_t>(1));
        faults.push_back({Kind::missing_row, fmt::format("{} of {} refers to a row of {} that does not exist",
                                                         row, table, references.get<std::string>(2))});
    }
    const auto lost = database_.first<std::int64_t>(fmt::format("SELECT count(*) {}", lost_listens));
    if (lost.value_or(0) > 0)
        faults.push_back({Kind::lost_listens, fmt::format("{} listens have no person or no track", *lost)});
    if (const auto n = community_.n_lost(); n > 0) {
        faults.push_back({Kind::lost_community_plays,
                          fmt::format("{} plays of the community have no person, no artist or no track", n)});
    }
    return faults;
}

std::int64_t SqliteStore::delete_lost_plays() {
    const IntakeTurn turn(*this);
    Change change(*this, Change::Kind::whole);
    const auto n_lost = database_.run(fmt::format("DELETE {}", lost_listens)) + community_.delete_lost();
    ranges_.clear();
    change.commit();
    return n_lost;
}

}  // namespace attune::store
