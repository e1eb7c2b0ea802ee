#include "playlists/music.h"

#include "core/parallel.h"
#include "core/random.h"
#include "core/text.h"
#include "similarity/audio_space.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <utility>

namespace attune::playlists {
namespace {

// A sample of this size puts the mean of a likeness within a few percent of that over all of somebody's
// music.
constexpr std::size_t most_own = 1500;
// Widths of the kernels, in the units of each aspect.
constexpr double sound_width = 2;  // squared distances of two tracks at random are 18 on the average
constexpr double words_sharpness =
    16;  // exp(16 (cos - 1)): 0.2 at a cosine of 0.9, of 4 to 26 the best on two people
constexpr double era_width = 4;       // years
constexpr double fame_width = 10;     // of 100
constexpr double length_width = 0.2;  // of the logarithm: about 40 s of 200 s
// What a likeness counts at least on the average, so that a ratio to it stays finite: one track in a
// thousand.
constexpr float least_usual = 1e-3F;

double bell(double difference, double width) {
    return std::exp(-0.5 * difference * difference / (width * width));
}

std::size_t index_of(Aspect aspect) { return static_cast<std::size_t>(aspect); }

bool share_an_artist(const library::CollectionTrack& a, const library::CollectionTrack& b) {
    if (a.artist == b.artist) return true;
    const auto is_on_b = [&](library::ArtistIndex artist) {
        return artist == b.artist || std::ranges::find(b.other_artists, artist) != b.other_artists.end();
    };
    return is_on_b(a.artist) || std::ranges::any_of(a.other_artists, is_on_b);
}

std::vector<std::uint32_t> number_releases(const library::Collection& collection) {
    std::map<std::pair<library::ArtistIndex, std::string>, std::uint32_t> numbers;
    std::vector<std::uint32_t> release_of;
    for (const auto& track : collection.tracks) {
        if (track.release_name.empty()) {
            release_of.push_back(0);
            continue;
        }
        const auto next = static_cast<std::uint32_t>(numbers.size() + 1);
        release_of.push_back(
            numbers.try_emplace({track.artist, fold(track.release_name)}, next).first->second);
    }
    return release_of;
}

std::vector<TrackIndex> sample_of(std::span<const TrackIndex> own, std::uint64_t seed) {
    std::vector<TrackIndex> sample(own.begin(), own.end());
    if (sample.size() <= most_own) return sample;
    Random random(seed);
    random.shuffle(sample);
    sample.resize(most_own);
    return sample;
}

}  // namespace

std::string_view to_string(Aspect aspect) noexcept {
    switch (aspect) {
        case Aspect::sound: return "sound";
        case Aspect::words: return "genres";
        case Aspect::artist: return "artist";
        case Aspect::release: return "release";
        case Aspect::era: return "era";
        case Aspect::fame: return "popularity";
        case Aspect::length: return "length";
        case Aspect::listing: return "other playlists";
    }
    return "";
}

Music::Music(const library::Collection& collection, const Matrix& words, std::span<const TrackIndex> own,
             std::uint64_t seed)
    : collection_(&collection),
      words_(&words),
      sound_(similarity::make_audio_space(collection.features)),
      words_known_(collection.tracks.size(), false),
      release_of_(number_releases(collection)),
      own_(sample_of(own, seed)) {
    for (TrackIndex t = 0; t < words.n_rows(); ++t)
        words_known_[t] = std::ranges::any_of(words.row(t), [](float x) { return x != 0; });
}

float Music::words_likeness(TrackIndex a, TrackIndex b) const {
    const auto x = words_->row(a);
    const auto y = words_->row(b);
    // In float32 and in four sums: this is the inner loop of all that compares tracks.
    float sums[4] = {0, 0, 0, 0};
    std::size_t i = 0;
    for (; i + 4 <= x.size(); i += 4) {
        for (std::size_t lane = 0; lane < 4; ++lane) sums[lane] += x[i + lane] * y[i + lane];
    }
    for (; i < x.size(); ++i) sums[0] += x[i] * y[i];
    const double cosine = static_cast<double>(sums[0]) + sums[1] + sums[2] + sums[3];
    return static_cast<float>(std::exp(words_sharpness * (cosine - 1)));
}

AspectRow Music::likeness(TrackIndex a, TrackIndex b) const {
    const auto& x = collection_->tracks[a];
    const auto& y = collection_->tracks[b];
    AspectRow row;
    row.fill(missing);
    const auto set = [&](Aspect aspect, double value) { row[index_of(aspect)] = static_cast<float>(value); };
    if (sound_.knows(a) && sound_.knows(b))
        set(Aspect::sound, bell(std::sqrt(sound_.distance(a, b)), sound_width));
    if (words_known_[a] && words_known_[b]) set(Aspect::words, words_likeness(a, b));
    set(Aspect::artist, share_an_artist(x, y) ? 1 : 0);
    if (release_of_[a] != 0 && release_of_[b] != 0)
        set(Aspect::release, release_of_[a] == release_of_[b] ? 1 : 0);
    if (x.release_year && y.release_year)
        set(Aspect::era, bell(*x.release_year - *y.release_year, era_width));
    if (x.popularity && y.popularity) set(Aspect::fame, bell(*x.popularity - *y.popularity, fame_width));
    if (x.duration_ms && y.duration_ms && *x.duration_ms > 0 && *y.duration_ms > 0)
        set(Aspect::length,
            bell(std::log(static_cast<double>(*x.duration_ms) / *y.duration_ms), length_width));
    return row;
}

AspectRow Music::usual(TrackIndex track) const {
    return !remembered_.empty() && is_remembered_[track] ? remembered_[track] : worked_out(track);
}

void Music::remember(std::span<const TrackIndex> tracks, std::size_t threads, const Task& task) {
    const auto rows = usual(tracks, threads, task);
    remembered_.resize(collection_->tracks.size());
    is_remembered_.resize(collection_->tracks.size(), false);
    for (std::size_t i = 0; i < tracks.size(); ++i) {
        remembered_[tracks[i]] = rows[i];
        is_remembered_[tracks[i]] = true;
    }
}

AspectRow Music::worked_out(TrackIndex track) const {
    std::array<double, n_aspects> sums{};
    std::array<double, n_aspects> counts{};
    for (const auto other : own_) {
        if (collection_->tracks[other].song == collection_->tracks[track].song) continue;
        const auto row = likeness(track, other);
        for (std::size_t a = 0; a < n_pair_aspects; ++a) {
            if (is_missing(row[a])) continue;
            sums[a] += row[a];
            ++counts[a];
        }
    }
    AspectRow mean;
    mean.fill(missing);
    for (std::size_t a = 0; a < n_pair_aspects; ++a)
        if (counts[a] > 0) mean[a] = std::max(least_usual, static_cast<float>(sums[a] / counts[a]));
    return mean;
}

std::vector<AspectRow> Music::usual(std::span<const TrackIndex> tracks, std::size_t threads,
                                    const Task& task) const {
    constexpr std::size_t block = 256;
    std::vector<AspectRow> rows(tracks.size());
    for (std::size_t begin = 0; begin < tracks.size(); begin += block) {
        task.report("comparing tracks", begin, tracks.size());
        const std::size_t count = std::min(block, tracks.size() - begin);
        parallel_for(count, threads, [&](std::size_t i) { rows[begin + i] = usual(tracks[begin + i]); });
    }
    return rows;
}

}  // namespace attune::playlists
