#pragma once

#include "sources/source.h"
#include "sources/streams.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace attune::sources::test {

/// 2026-11-20, the day on which these tests read.
inline constexpr Timestamp today = timestamp_of(1795132800);

/// A sink that keeps all it is given.
struct Recorded final : RecordSink {
    struct Drop {
        DropReason reason;
        Place place;
        std::uint64_t digest;
    };
    struct Problem {
        std::string message;
        Place place;
    };

    std::vector<library::Listen> listens;
    std::vector<library::ListenSource> listen_sources;
    std::vector<library::PlaylistEntry> entries;
    std::vector<library::Mark> marks;
    std::vector<library::CatalogueTrack> tracks;
    std::vector<library::ArtistGenres> genres;
    std::vector<library::CommunityPlay> plays;
    std::vector<library::CommunityTagging> taggings;
    std::vector<library::CommunityName> names;
    std::vector<Drop> drops;
    std::vector<Problem> problems;
    std::vector<Place> places;  ///< of all rows, in their order

    void listen(library::Listen&& listen, library::ListenSource source, Place place) override {
        listens.push_back(std::move(listen));
        listen_sources.push_back(source);
        places.push_back(place);
    }
    void playlist_entry(library::PlaylistEntry&& entry, Place place) override {
        entries.push_back(std::move(entry));
        places.push_back(place);
    }
    void mark(library::Mark&& mark, Place place) override {
        marks.push_back(std::move(mark));
        places.push_back(place);
    }
    void catalogue_track(library::CatalogueTrack&& track, Place place) override {
        tracks.push_back(std::move(track));
        places.push_back(place);
    }
    void artist_genres(library::ArtistGenres&& artist, Place place) override {
        genres.push_back(std::move(artist));
        places.push_back(place);
    }
    void community_play(library::CommunityPlay&& play, Place place) override {
        plays.push_back(std::move(play));
        places.push_back(place);
    }
    void community_tagging(library::CommunityTagging&& tagging, Place place) override {
        taggings.push_back(std::move(tagging));
        places.push_back(place);
    }
    void community_name(library::CommunityName&& name, Place place) override {
        names.push_back(std::move(name));
        places.push_back(place);
    }
    void dropped(DropReason reason, Place place, std::uint64_t digest) override {
        drops.push_back({reason, place, digest});
        places.push_back(place);
    }
    void problem(std::string_view message, Place place) override {
        problems.push_back({std::string(message), place});
    }

    std::size_t n_rows() const { return places.size(); }
    std::size_t n_kept() const { return n_rows() - drops.size(); }
    std::size_t n_dropped(DropReason reason) const {
        return static_cast<std::size_t>(std::ranges::count(drops, reason, &Drop::reason));
    }
    /// "unreadable no_track": the reasons in the order of the rows.
    std::string reasons() const {
        std::string text;
        for (const auto& drop : drops)
            text += (text.empty() ? "" : " ") + std::string(to_string(drop.reason));
        return text;
    }
    /// The problem that has this word; fails the test if there is none.
    Problem problem_with(std::string_view word) const {
        for (const auto& found : problems) {
            if (found.message.find(word) != std::string::npos) return found;
        }
        ADD_FAILURE() << "no problem says '" << word << "'";
        return {};
    }
};

/// Gives at most `step` bytes a call.
class SlowStream final : public ByteStream {
  public:
    SlowStream(std::string_view bytes, std::size_t step) : bytes_(bytes), step_(step) {}
    std::size_t read(std::span<char> buffer) override {
        return bytes_.read(buffer.first(std::min(step_, buffer.size())));
    }

  private:
    MemoryStream bytes_;
    std::size_t step_;
};

struct Outcome {
    std::string kind;  ///< empty if nothing recognised the file
    Recorded rows;
};

inline Outcome read_stream(ByteStream& in, std::string_view name, const ReadOptions& options = {false, today},
                           Reading reading = Reading::person) {
    TextStream text(in, name);
    Outcome outcome;
    const Source* const source = find_source(text.head(), reading);
    if (source == nullptr) return outcome;
    outcome.kind = source->kind;
    source->read(text, text.head(), options, outcome.rows);
    return outcome;
}

inline Outcome read_text(std::string_view text, std::string_view name = "file",
                         const ReadOptions& options = {false, today}) {
    MemoryStream in(text);
    return read_stream(in, name, options);
}

inline Outcome read_community(std::string_view text, std::string_view name) {
    MemoryStream in(text);
    return read_stream(in, name, {false, today}, Reading::community);
}

inline Outcome read_file(const std::filesystem::path& path) {
    FileStream in(path);
    return read_stream(in, path.filename().string());
}

/// The folder with real data, which is not part of the project; empty if it is not there.
inline std::filesystem::path real_data() {
    const char* const named = std::getenv("ATTUNE_DATA");
    const char* const home = std::getenv("HOME");
    const std::filesystem::path path =
        named != nullptr ? std::filesystem::path(named)
                         : std::filesystem::path(home == nullptr ? "/" : home) / ".cache/attune-data";
    std::error_code error;
    return std::filesystem::is_directory(path, error) ? path : std::filesystem::path();
}

}  // namespace attune::sources::test
