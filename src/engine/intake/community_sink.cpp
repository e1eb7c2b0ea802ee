#include "engine/intake/community_sink.h"

#include "core/error.h"
#include "core/hash.h"
#include "core/text.h"

#include <algorithm>
#include <array>

namespace attune::engine {
namespace {

namespace fs = std::filesystem;

/// The name of a file or folder without ".tar.zst" and the like.
std::string without_endings(std::string name) {
    constexpr std::array<std::string_view, 14> endings{".zst", ".xz",    ".gz",      ".bz2", ".tgz",
                                                       ".zip", ".tar",   ".csv",     ".tsv", ".txt",
                                                       ".dat", ".jsonl", ".listens", ".json"};
    while (true) {
        const std::string lower = to_lower_ascii(name);
        const auto* const found =
            std::ranges::find_if(endings, [&](std::string_view ending) { return lower.ends_with(ending); });
        if (found == endings.end() || found->size() == name.size()) return name;
        name.resize(name.size() - found->size());
    }
}

std::string name_of(const fs::path& path) {
    auto whole = fs::absolute(path).lexically_normal();
    if (!whole.has_filename()) whole = whole.parent_path();
    return to_utf8(whole.filename().string());
}

class CommunitySink final : public CountingSink {
  public:
    CommunitySink(Workspace& workspace, const CommunityOrigin& origin, FileReport& report,
                  const CountedStream& stream, std::uint64_t size)
        : CountingSink(workspace.task, report, stream, size),
          store_(*workspace.store),
          source_(community_source_of(report.kind, origin)),
          owner_(community_owner_of(report.path, origin)) {}

    void community_play(library::CommunityPlay&& play, sources::Place place) override {
        if (play.person.empty()) play.person = owner_;
        count(place, [&] {
            const auto fate = store_.add_community_play(source_, play);
            if (!fate) drop_unknown(play.artist_name, fmt::format("{} {}", play.person, play.count), place);
            return fate;
        });
    }

    void community_tagging(library::CommunityTagging&& row, sources::Place place) override {
        count(place, [&] {
            const auto fate = store_.add_community_tagging(source_, row);
            if (!fate)
                drop_unknown(row.artist_number, fmt::format("{} {}", row.person, row.tag_number), place);
            return fate;
        });
    }

    void community_name(library::CommunityName&& name, sources::Place place) override {
        count(place, [&] { return std::optional(store_.add_community_name(source_, name)); });
    }

    void playlist_entry(library::PlaylistEntry&& entry, sources::Place place) override {
        library::CommunityPlay play;
        play.person = fmt::format("{}\x1F{}\x1F{}", owner_, entry.playlist_name, entry.playlist_number);
        play.artist_name = std::move(entry.track.artist_name);
        play.track_name = std::move(entry.track.track_name);
        if (play.artist_name.empty() || play.track_name.empty()) {  // only a link: it names nobody
            dropped(sources::DropReason::no_track, place,
                    combine_hashes(stable_hash(play.person), stable_hash(entry.track.spotify_id)));
            return;
        }
        count(place, [&] { return store_.add_community_play(source_, play); });
    }

    /// A set that lacks some names does so in hundreds of rows: they are one problem.
    void finish() override {
        if (n_unknown_ == 0) return;
        problem(fmt::format(
                    "{} rows name an artist or a tag by a number that no file gives a name (here the artist "
                    "is '{}'); import the file with the names, then this one again",
                    n_unknown_, first_unknown_),
                first_unknown_at_);
    }

  private:
    bool is_new_drop(std::uint64_t digest) override { return store_.add_community_dropped(source_, digest); }

    void drop_unknown(std::string_view number, std::string_view rest, sources::Place place) {
        count_drop(sources::DropReason::unknown_id, combine_hashes(stable_hash(number), stable_hash(rest)));
        if (++n_unknown_ > 1) return;
        first_unknown_ = number;
        first_unknown_at_ = place;
    }

    store::Store& store_;
    std::string source_;
    std::string owner_;
    std::int64_t n_unknown_ = 0;
    std::string first_unknown_;
    sources::Place first_unknown_at_;
};

}  // namespace

std::unique_ptr<CountingSink> community_sink(Workspace& workspace, const CommunityOrigin& origin,
                                             FileReport& report, const CountedStream& stream,
                                             std::uint64_t size) {
    return std::make_unique<CommunitySink>(workspace, origin, report, stream, size);
}

std::string community_source_of(std::string_view kind, const CommunityOrigin& origin) {
    if (!origin.source.empty()) return origin.source;
    if (kind == "listenbrainz") return "listenbrainz";
    if (kind.starts_with("hetrec")) return "hetrec";
    return without_endings(name_of(origin.named));
}

std::string community_owner_of(const std::string& path, const CommunityOrigin& origin) {
    constexpr std::string_view months = "/listens/";
    const std::string named = to_utf8(origin.named.string());
    std::string owner = name_of(origin.named);
    if (path.starts_with(named)) owner += path.substr(named.size());
    const auto at = owner.find(months);
    if (at != std::string::npos) owner.resize(at);
    return owner;
}

}  // namespace attune::engine
