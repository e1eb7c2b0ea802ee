#include "store/sqlite/sqlite_store.h"

namespace attune::store {

std::optional<Fate> SqliteStore::add_community_play(std::string_view source,
                                                    const library::CommunityPlay& play) {
    Change change(*this);
    const auto fate = community_.add_play(source, play);
    change.commit();
    return fate;
}

std::optional<Fate> SqliteStore::add_community_tagging(std::string_view source,
                                                       const library::CommunityTagging& tagging) {
    Change change(*this);
    const auto fate = community_.add_tagging(source, tagging);
    change.commit();
    return fate;
}

Fate SqliteStore::add_community_name(std::string_view source, const library::CommunityName& name) {
    Change change(*this);
    const auto fate = community_.add_name(source, name);
    change.commit();
    return fate;
}

bool SqliteStore::add_community_dropped(std::string_view source, std::uint64_t digest) {
    Change change(*this);
    const bool is_new = community_.add_dropped(source, digest);
    change.commit();
    return is_new;
}

std::vector<CommunitySourceRow> SqliteStore::community_sources() { return community_.sources(); }

void SqliteStore::forget_community(std::string_view source) {
    Change change(*this, Change::Kind::whole);
    community_.forget(source);
    change.commit();
}

CommunityCounts SqliteStore::community_counts() {
    const auto reading = read();
    return community_.counts();
}

CommunityContent SqliteStore::community() {
    const auto reading = read();
    return community_.content();
}

}  // namespace attune::store
