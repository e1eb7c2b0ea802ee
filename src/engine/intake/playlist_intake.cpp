#include "engine/intake/playlist_intake.h"

#include "core/text.h"
#include "sources/legible_name.h"

#include <algorithm>

namespace attune::engine {
namespace {

using TrackCounts = std::map<library::TrackId, std::size_t>;

std::string_view last_name(std::string_view path) {
    const auto slash = path.rfind('/');
    return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

/// How many names at their ends two paths have in common.
std::size_t common_end(std::string_view a, std::string_view b) {
    std::size_t n = 0;
    while (!a.empty() && !b.empty() && last_name(a) == last_name(b)) {
        ++n;
        a = a.substr(0, a.size() - std::min(a.size(), last_name(a).size() + 1));
        b = b.substr(0, b.size() - std::min(b.size(), last_name(b).size() + 1));
    }
    return n;
}

TrackCounts held_counts(const std::vector<store::PlaylistItemRow>& items) {
    TrackCounts counts;
    for (const auto& item : items) ++counts[item.track];
    return counts;
}

std::size_t shared(const TrackCounts& a, const TrackCounts& b) {
    std::size_t n = 0;
    for (const auto& [track, count] : a) {
        const auto other = b.find(track);
        if (other != b.end()) n += std::min(count, other->second);
    }
    return n;
}

}  // namespace

KnownFiles::KnownFiles(store::Store& store) {
    for (const auto& file : store.audio_files()) {
        if (file.track) by_path_.emplace(sources::legible_name(file.path), file.track);
    }
    for (const auto& [path, track] : by_path_) by_name_.emplace(std::string(last_name(path)), &path);
}

std::optional<library::TrackId> KnownFiles::find(const std::string& path,
                                                 const std::filesystem::path& folder) const {
    if (path.empty() || by_path_.empty()) return std::nullopt;
    std::error_code error;
    const auto whole = std::filesystem::absolute(folder / path, error).lexically_normal().string();
    if (const auto found = by_path_.find(whole); found != by_path_.end()) return found->second;
    const std::string* best = nullptr;
    std::size_t longest = 1;
    bool is_only = false;
    const auto [begin, end] = by_name_.equal_range(std::string(last_name(path)));
    for (auto at = begin; at != end; ++at) {
        const auto n = common_end(path, *at->second);
        if (n < longest || n < 2) continue;
        is_only = n > longest;
        longest = n;
        best = at->second;
    }
    return best != nullptr && is_only ? std::optional(by_path_.at(*best)) : std::nullopt;
}

void PlaylistIntake::place(List& list) {
    TrackCounts counts;
    std::map<std::pair<library::TrackId, std::optional<Timestamp>>, std::size_t> so_far;
    for (auto& [entry, place] : list.entries) {
        const auto track = store_->ensure_track(entry.track);
        entry.occurrence = ++so_far[{track, entry.added_at}];
        ++counts[track];
    }
    std::optional<std::size_t> number;
    std::optional<library::PlaylistId> same;
    std::size_t most = 0;
    std::size_t next = 0;
    for (const auto& row : store_->playlists(person_)) {
        if (row.kind != list.kind || row.name != list.name) continue;
        next = std::max(next, row.number + 1);
        const auto held = held_counts(row.items);
        const bool is_same = held == counts || held.empty();
        const std::size_t n = is_same ? list.entries.size() + 1 : shared(counts, held);
        const bool is_free = is_same || !met_.contains(row.id);
        if (!is_free || n <= most) continue;
        most = n;
        number = row.number;
        same = row.id;
    }
    if (same) met_.insert(*same);
    if (!number) number = next;
    for (auto& [entry, place] : list.entries) entry.playlist_number = *number;
}

}  // namespace attune::engine
