#include "engine/library/collected_bytes.h"

#include "core/bytes.h"

#include <algorithm>
#include <cstdint>
#include <limits>

namespace attune::engine {
namespace {

constexpr std::string_view file_mark = "attune-collected 1";
constexpr std::int32_t nothing = std::numeric_limits<std::int32_t>::min();

using library::CollectionArtist;
using library::CollectionTrack;

/// Texts one behind the other, with their lengths.
template <class Row>
void write_texts(ByteWriter& out, const std::vector<Row>& rows, std::string Row::*text) {
    std::vector<std::uint32_t> lengths;
    std::string all;
    for (const auto& row : rows) {
        lengths.push_back(static_cast<std::uint32_t>((row.*text).size()));
        all += row.*text;
    }
    out.numbers<std::uint32_t>(lengths);
    out.text(all);
}

template <class Row>
void read_texts(ByteReader& in, std::vector<Row>& rows, std::string Row::*text) {
    const auto lengths = in.numbers<std::uint32_t>();
    const auto all = in.text();
    in.require_intact(lengths.size() == rows.size());
    std::size_t begin = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        in.require_intact(lengths[i] <= all.size() - begin);
        (rows[i].*text).assign(all, begin, lengths[i]);
        begin += lengths[i];
    }
}

/// One number a row.
template <class T, class Row, class Value>
void write_numbers(ByteWriter& out, const std::vector<Row>& rows, Value value) {
    std::vector<T> values;
    values.reserve(rows.size());
    for (const auto& row : rows) values.push_back(static_cast<T>(value(row)));
    out.numbers<T>(values);
}

template <class T, class Row, class Take>
void read_numbers(ByteReader& in, std::vector<Row>& rows, Take take) {
    const auto values = in.numbers<T>();
    in.require_intact(values.size() == rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) take(rows[i], values[i]);
}

/// Lists of indices, which must be below `end`.
template <class Row>
void write_lists(ByteWriter& out, const std::vector<Row>& rows, std::vector<std::uint32_t> Row::*list) {
    std::vector<std::uint32_t> all;
    write_numbers<std::uint32_t>(out, rows, [list](const Row& row) { return (row.*list).size(); });
    for (const auto& row : rows) all.insert(all.end(), (row.*list).begin(), (row.*list).end());
    out.numbers<std::uint32_t>(all);
}

template <class Row>
void read_lists(ByteReader& in, std::vector<Row>& rows, std::vector<std::uint32_t> Row::*list,
                std::size_t end) {
    const auto lengths = in.numbers<std::uint32_t>();
    const auto all = in.numbers<std::uint32_t>();
    in.require_intact(lengths.size() == rows.size() &&
                      std::ranges::all_of(all, [end](auto index) { return index < end; }));
    auto next = all.begin();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        in.require_intact(lengths[i] <= all.end() - next);
        (rows[i].*list).assign(next, next + lengths[i]);
        next += lengths[i];
    }
}

template <class T>
std::optional<T> optional_of(std::int32_t value) {
    return value == nothing ? std::nullopt : std::optional<T>(static_cast<T>(value));
}

void write_tracks(ByteWriter& out, const std::vector<CollectionTrack>& tracks) {
    write_numbers<std::int64_t>(out, tracks, [](const auto& track) { return track.id.value; });
    write_numbers<std::uint32_t>(out, tracks, [](const auto& track) { return track.artist; });
    write_numbers<std::uint32_t>(out, tracks, [](const auto& track) { return track.song; });
    write_lists(out, tracks, &CollectionTrack::other_artists);
    write_lists(out, tracks, &CollectionTrack::tags);
    for (const auto text :
         {&CollectionTrack::artist_name, &CollectionTrack::track_name, &CollectionTrack::release_name,
          &CollectionTrack::version, &CollectionTrack::spotify_id})
        write_texts(out, tracks, text);
    write_numbers<std::int32_t>(out, tracks,
                                [](const auto& track) { return track.duration_ms.value_or(nothing); });
    write_numbers<std::int32_t>(out, tracks,
                                [](const auto& track) { return track.release_year.value_or(nothing); });
    write_numbers<float>(out, tracks, [](const auto& track) { return track.popularity.value_or(missing); });
    write_numbers<std::uint8_t>(out, tracks, [](const auto& track) {
        return (track.in_catalogue ? 1U : 0U) | (track.is_explicit ? 2U : 0U) |
               (track.is_explicit.value_or(false) ? 4U : 0U);
    });
}

void read_tracks(ByteReader& in, library::Collection& into) {
    const auto ids = in.numbers<std::int64_t>();
    auto& tracks = into.tracks;
    tracks.resize(ids.size());
    for (std::size_t t = 0; t < ids.size(); ++t) tracks[t].id = library::TrackId{ids[t]};
    read_numbers<std::uint32_t>(in, tracks, [&](auto& track, auto artist) {
        in.require_intact(artist < into.artists.size());
        track.artist = artist;
    });
    read_numbers<std::uint32_t>(in, tracks, [&](auto& track, auto song) {
        in.require_intact(song < into.n_songs);
        track.song = song;
    });
    read_lists(in, tracks, &CollectionTrack::other_artists, into.artists.size());
    read_lists(in, tracks, &CollectionTrack::tags, into.genres.size());
    for (const auto text :
         {&CollectionTrack::artist_name, &CollectionTrack::track_name, &CollectionTrack::release_name,
          &CollectionTrack::version, &CollectionTrack::spotify_id})
        read_texts(in, tracks, text);
    read_numbers<std::int32_t>(in, tracks,
                               [](auto& track, auto value) { track.duration_ms = optional_of<int>(value); });
    read_numbers<std::int32_t>(in, tracks,
                               [](auto& track, auto value) { track.release_year = optional_of<int>(value); });
    read_numbers<float>(in, tracks, [](auto& track, float value) {
        if (!is_missing(value)) track.popularity = value;
    });
    read_numbers<std::uint8_t>(in, tracks, [](auto& track, auto bits) {
        track.in_catalogue = (bits & 1U) != 0;
        if ((bits & 2U) != 0) track.is_explicit = (bits & 4U) != 0;
    });
}

struct Name {
    std::string text;
};

}  // namespace

std::string save_collected(const Collected& collected) {
    const auto& collection = collected.collection;
    ByteWriter out(file_mark);
    std::vector<Name> genres;
    for (const auto& genre : collection.genres) genres.push_back({genre});
    out.numbers<std::uint64_t>(
        std::vector<std::uint64_t>{collection.genres.size(), collection.artists.size(), collection.n_songs});
    write_texts(out, genres, &Name::text);
    write_numbers<std::int64_t>(out, collection.artists, [](const auto& artist) { return artist.id.value; });
    write_texts(out, collection.artists, &CollectionArtist::name);
    write_lists(out, collection.artists, &CollectionArtist::genres);
    write_tracks(out, collection.tracks);
    out.numbers<float>(collection.features.values());
    out.text(collection.feature_scale);
    return std::move(out).bytes();
}

Collected load_collected(std::string_view bytes) {
    ByteReader in(bytes, file_mark);
    Collected collected;
    auto& collection = collected.collection;
    const auto sizes = in.numbers<std::uint64_t>();
    in.require_intact(sizes.size() == 3 && sizes[0] <= bytes.size() && sizes[1] <= bytes.size());
    std::vector<Name> genres(sizes[0]);
    collection.artists.resize(sizes[1]);
    collection.n_songs = sizes[2];
    read_texts(in, genres, &Name::text);
    for (auto& genre : genres) collection.genres.push_back(std::move(genre.text));
    read_numbers<std::int64_t>(in, collection.artists,
                               [](auto& artist, auto id) { artist.id = library::ArtistId{id}; });
    read_texts(in, collection.artists, &CollectionArtist::name);
    read_lists(in, collection.artists, &CollectionArtist::genres, collection.genres.size());
    read_tracks(in, collection);
    const auto features = in.numbers<float>();
    in.require_intact(features.size() == collection.tracks.size() * library::n_audio_features);
    collection.features = Matrix(collection.tracks.size(), library::n_audio_features);
    std::ranges::copy(features, collection.features.values().begin());
    collection.feature_scale = in.text();
    collected.track_index.reserve(collection.tracks.size());
    for (library::TrackIndex t = 0; t < collection.tracks.size(); ++t)
        collected.track_index.emplace(collection.tracks[t].id, t);
    collected.artist_index.reserve(collection.artists.size());
    for (library::ArtistIndex a = 0; a < collection.artists.size(); ++a) {
        if (collection.artists[a].id) collected.artist_index.emplace(collection.artists[a].id, a);
    }
    collection.known_artist_genres = library::artist_genres(collection);
    return collected;
}

}  // namespace attune::engine
