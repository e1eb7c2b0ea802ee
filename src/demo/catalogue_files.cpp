#include "demo/catalogue_files.h"

#include "core/csv_field.h"
#include "demo/genres.h"

#include <fmt/format.h>

#include <iterator>

namespace attune::demo {
namespace {

using library::AudioFeature;

}  // namespace

std::string write_catalogue_csv(const World& world) {
    std::string csv =
        "id,artist,name,album,release_date,popularity,explicit,danceability,energy,key,loudness,mode,"
        "speechiness,"
        "acousticness,instrumentalness,liveness,valence,tempo,duration_ms,time_signature\n";
    constexpr AudioFeature columns[] = {AudioFeature::danceability, AudioFeature::energy,
                                        AudioFeature::key,          AudioFeature::loudness,
                                        AudioFeature::mode,         AudioFeature::speechiness,
                                        AudioFeature::acousticness, AudioFeature::instrumentalness,
                                        AudioFeature::liveness,     AudioFeature::valence,
                                        AudioFeature::tempo,        AudioFeature::duration_ms};
    for (std::size_t i = 0; i < world.tracks.size(); ++i) {
        const auto& track = world.tracks[i];
        if (!track.in_catalogue) continue;
        fmt::format_to(std::back_inserter(csv), "{},{},{},{},{},{},{}", track.spotify_id,
                       csv_field(world.artist_name(i)), csv_field(track.title), csv_field(track.release),
                       track.year, track.popularity, track.is_explicit ? "True" : "False");
        for (const auto column : columns)
            fmt::format_to(std::back_inserter(csv), ",{}", track.features[column]);
        // The meter is what such tables lack most.
        const bool has_meter = i % 11 != 0;
        fmt::format_to(std::back_inserter(csv), ",{}\n",
                       has_meter ? fmt::format("{}", track.features[AudioFeature::time_signature]) : "");
    }
    return csv;
}

std::string write_artist_genres_csv(const World& world) {
    std::string csv = "genres,artists\n";
    for (const auto& artist : world.artists) {
        std::string list;
        if (artist.genres_known)
            for (const auto genre : artist.genres)
                list += fmt::format("{}'{}'", list.empty() ? "" : ", ", genres()[genre].name);
        csv += fmt::format("{},{}\n", csv_field("[" + list + "]"), csv_field(artist.name));
    }
    return csv;
}

}  // namespace attune::demo
