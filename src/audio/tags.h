#pragma once

#include "audio/decoder.h"
#include "library/track.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace attune::audio {

/// What the tags of a file say of it, as UTF-8 without control characters; empty where they say nothing.
struct Tags {
    std::string title;
    std::vector<std::string> artists;  ///< as the file lists them, the main one first
    std::string album_artist;
    std::string album;
    std::vector<std::string> genres;
    std::optional<int> year;
    std::optional<int> track_number;
    std::string isrc;            ///< 12 characters
    std::string recording_mbid;  ///< 36 characters

    bool names_a_track() const noexcept {
        return !title.empty() && (!artists.empty() || !album_artist.empty());
    }
};

/// Reads the tags of any file that TagLib knows, by its content; of others those that the container has
/// (AudioFormat::metadata). Never fails: a file whose tags are damaged has none.
Tags read_tags(const std::filesystem::path& path, const std::map<std::string, std::string>& metadata);

/// The track that a file means: by its tags; what they do not say, by its name ("Artist - Title.mp3", "07
/// Title.ogg") and by its folder, which stands for the artist that nobody names.
library::TrackDescription describe_track(const Tags& tags, const std::filesystem::path& path,
                                         int duration_ms);

}  // namespace attune::audio
