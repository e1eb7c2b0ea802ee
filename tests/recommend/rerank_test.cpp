#include "recommend/rerank.h"

#include "core/error.h"
#include "taste/small_library.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <map>
#include <numeric>
#include <set>

namespace attune::recommend {
namespace {

using library::TrackIndex;
using taste::make_small_library;
using taste::SmallLibrary;

/// Every track with a score that likes one family best, as a model of a one-sided listener does.
std::vector<ScoredTrack> one_sided_scores(const SmallLibrary& small, std::uint64_t seed) {
    Random random(seed);
    std::vector<ScoredTrack> scored;
    for (TrackIndex t = 0; t < small.collection.tracks.size(); ++t) {
        const bool is_metal =
            small.collection.tracks[t].artist % 8 == 4 || small.collection.tracks[t].artist % 8 == 6;
        scored.push_back({t, (is_metal ? 1.5 : 0) + random.normal()});
    }
    return scored;
}

std::map<std::string, double> mix_of(const SmallLibrary& small, std::span<const ScoredTrack> list) {
    std::vector<library::Play> plays;
    for (const auto& entry : list) plays.push_back(taste::play(entry.track, 1, 1));
    const auto mix = genre_mix(small.collection, plays);
    std::map<std::string, double> shares;
    for (std::size_t f = 0; f < mix.families.size(); ++f) shares[mix.families[f]] = mix.shares[f];
    return shares;
}

double divergence(const GenreMix& wanted, const std::map<std::string, double>& shares) {
    double sum = 0;
    for (std::size_t f = 0; f < wanted.families.size(); ++f) {
        const auto found = shares.find(wanted.families[f]);
        const double share = found == shares.end() ? 0 : found->second;
        sum += wanted.shares[f] * std::log(wanted.shares[f] / (0.99 * share + 0.01 * wanted.shares[f]));
    }
    return sum;
}

TEST(Rerank, KeepsItsPromisesOnAnyList) {
    for (std::uint64_t seed = 1; seed <= 25; ++seed) {
        auto small = make_small_library({.seed = seed});
        // One recording under two names.
        std::ranges::copy(small.collection.features.row(10), small.collection.features.row(20).begin());
        const auto scored = one_sided_scores(small, seed);
        const auto wanted = genre_mix(small.collection, small.history.plays);
        RerankOptions options;
        options.max_per_artist = 1 + seed % 3;
        options.calibration = 0.1 * static_cast<double>(seed % 8);
        const auto list = rerank(small.collection, scored, wanted, options);
        ASSERT_EQ(list.size(), options.count);
        std::map<library::ArtistIndex, std::size_t> of_artist;
        std::set<library::SongIndex> songs;
        std::map<TrackIndex, double> score_of;
        for (const auto& entry : scored) score_of[entry.track] = entry.score;
        for (const auto& entry : list) {
            EXPECT_LE(++of_artist[small.collection.tracks[entry.track].artist], options.max_per_artist);
            EXPECT_TRUE(songs.insert(small.collection.tracks[entry.track].song).second);
            EXPECT_EQ(entry.score, score_of[entry.track]);
        }
        EXPECT_TRUE(std::ranges::is_sorted(list, std::ranges::greater{}, &ScoredTrack::score));
        const auto has = [&](TrackIndex t) { return std::ranges::count(list, t, &ScoredTrack::track) > 0; };
        EXPECT_FALSE(has(10) && has(20));
        const auto again = rerank(small.collection, scored, wanted, options);
        for (std::size_t i = 0; i < list.size(); ++i) EXPECT_EQ(list[i].track, again[i].track);
    }
}

/// The sections of these scores, by what was played.
ScoredSections sections_of(const SmallLibrary& small, const std::vector<ScoredTrack>& scored) {
    std::set<library::ArtistIndex> played;
    for (const auto& play : small.history.plays) played.insert(small.collection.tracks[play.track].artist);
    ScoredSections sections;
    for (const auto& entry : scored) {
        const bool is_known = played.contains(small.collection.tracks[entry.track].artist);
        sections[index_of(is_known ? Section::known_artists : Section::new_artists)].push_back(entry);
    }
    return sections;
}

TEST(Rerank, MixesSectionsByTheWantedShareAndKeepsItsPromises) {
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        const auto small = make_small_library({.seed = seed, .n_artists = 120});
        const auto sections = sections_of(small, one_sided_scores(small, seed));
        const auto is_new = [&](const ScoredTrack& entry) {
            return std::ranges::count(sections[index_of(Section::new_artists)], entry.track,
                                      &ScoredTrack::track) > 0;
        };
        const auto wanted = genre_mix(small.collection, small.history.plays);
        const double share = 0.2 + 0.05 * static_cast<double>(seed % 7);
        RerankOptions options;
        options.calibration = 0.35;
        const auto list = rerank_sections(small.collection, sections, wanted, share, options, {});
        ASSERT_EQ(list.size(), options.count);
        std::map<library::ArtistIndex, std::size_t> of_artist;
        std::map<bool, double> last{{true, 1e300}, {false, 1e300}};
        double n_new = 0;
        for (std::size_t k = 0; k < list.size(); ++k) {
            const bool fresh = is_new(list[k]);
            n_new += fresh ? 1 : 0;
            EXPECT_LE(std::abs(n_new - share * static_cast<double>(k + 1)), 0.5 + 1e-9);
            EXPECT_LE(++of_artist[small.collection.tracks[list[k].track].artist],
                      fresh ? options.max_per_new_artist : options.max_per_artist);
            EXPECT_LE(list[k].score, last[fresh]) << "a section is not in the order of its scores";
            last[fresh] = list[k].score;
        }
    }
}

TEST(Rerank, GoesOnWithTheOtherSectionWhereOneHasTooFew) {
    const auto small = make_small_library({.n_artists = 120});
    auto sections = sections_of(small, one_sided_scores(small, 3));
    auto& fresh = sections[index_of(Section::new_artists)];
    fresh.resize(2);
    RerankOptions options;
    const auto list = rerank_sections(small.collection, sections, {}, 0.5, options, {});
    EXPECT_EQ(list.size(), options.count);
    EXPECT_THROW(rerank_sections(small.collection, sections, {}, 1.5, options, {}), Error);
}

TEST(Rerank, FollowsTheListenersMixOfGenres) {
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
        const auto small = make_small_library({.seed = seed});
        const auto wanted = genre_mix(small.collection, small.history.plays);
        const auto scored = one_sided_scores(small, seed);
        RerankOptions by_score;
        by_score.calibration = 0;
        RerankOptions calibrated;
        calibrated.calibration = 0.5;
        const auto best = mix_of(small, rerank(small.collection, scored, wanted, by_score));
        const auto mixed = mix_of(small, rerank(small.collection, scored, wanted, calibrated));
        EXPECT_LT(divergence(wanted, mixed), divergence(wanted, best));
        ASSERT_GE(wanted.families.size(), 3U);
        for (const auto& [family, share] : mixed) EXPECT_LT(share, 0.9) << family;
    }
}

/// The same choice with every divergence summed anew over all families.
std::vector<TrackIndex> chosen_by_brute_force(const SmallLibrary& small, std::vector<ScoredTrack> pool,
                                              const GenreMix& wanted, const RerankOptions& options) {
    std::ranges::stable_sort(pool, std::ranges::greater{}, &ScoredTrack::score);
    const double worst = pool.back().score;
    const double spread = pool.front().score - worst;
    std::vector<ScoredTrack> list;
    std::map<library::ArtistIndex, std::size_t> of_artist;
    std::set<library::SongIndex> songs;
    while (list.size() < options.count) {
        const ScoredTrack* best = nullptr;
        double best_value = 0;
        for (const auto& entry : pool) {
            const auto& track = small.collection.tracks[entry.track];
            if (songs.contains(track.song) || of_artist[track.artist] >= options.max_per_artist) continue;
            // The mix of a list by its artists' genres; tracks without any count as tracks all the same.
            auto with = list;
            with.push_back(entry);
            std::map<std::string, double> shares;
            for (const auto& other : with) {
                const auto& genres =
                    small.collection.artists[small.collection.tracks[other.track].artist].genres;
                for (const auto genre : genres)
                    shares[genre_family(small.collection.genres[genre])] +=
                        1.0 / static_cast<double>(genres.size() * with.size());
            }
            const double value = (1 - options.calibration) * (entry.score - worst) / spread -
                                 options.calibration * divergence(wanted, shares);
            if (best == nullptr || value > best_value + 1e-12) {
                best = &entry;
                best_value = value;
            }
        }
        songs.insert(small.collection.tracks[best->track].song);
        ++of_artist[small.collection.tracks[best->track].artist];
        list.push_back(*best);
    }
    std::ranges::stable_sort(list, std::ranges::greater{}, &ScoredTrack::score);
    std::vector<TrackIndex> tracks;
    for (const auto& entry : list) tracks.push_back(entry.track);
    return tracks;
}

TEST(Rerank, ChoosesAsIfEveryMixWereSummedAnew) {
    for (std::uint64_t seed = 1; seed <= 3; ++seed) {
        const auto small = make_small_library({.seed = seed});
        const auto wanted = genre_mix(small.collection, small.history.plays);
        const auto scored = one_sided_scores(small, seed);
        RerankOptions options;
        options.calibration = 0.3 * static_cast<double>(seed);
        std::vector<TrackIndex> tracks;
        for (const auto& entry : rerank(small.collection, scored, wanted, options))
            tracks.push_back(entry.track);
        EXPECT_EQ(tracks, chosen_by_brute_force(small, scored, wanted, options));
    }
}

TEST(Rerank, WithoutCalibrationIsTheOrderOfScores) {
    const auto small = make_small_library();
    auto scored = one_sided_scores(small, 1);
    RerankOptions options;
    options.calibration = 0;
    options.max_per_artist = 99;
    const auto list =
        rerank(small.collection, scored, genre_mix(small.collection, small.history.plays), options);
    std::ranges::sort(scored, std::ranges::greater{}, &ScoredTrack::score);
    std::set<library::SongIndex> songs;
    std::size_t next = 0;
    for (const auto& entry : scored) {
        if (!songs.insert(small.collection.tracks[entry.track].song).second) continue;
        if (next < list.size()) EXPECT_EQ(list[next++].track, entry.track);
    }
}

TEST(Rerank, GivesWhatThereIs) {
    const auto small = make_small_library();
    EXPECT_TRUE(rerank(small.collection, {}, {}, {}).empty());
    const auto list = rerank(small.collection, {{3, 1.0}, {0, 2.0}, {6, 3.0}}, {}, {});
    ASSERT_EQ(list.size(), 2U);  // 0 and 6 are one song
    EXPECT_EQ(list[0].track, 6U);
    EXPECT_EQ(list[1].track, 3U);
}

constexpr std::size_t n_dimensions = 9;
using Point = std::array<double, n_dimensions>;

/// Directions of which hardly any ten are nearer to each other than to the middle.
std::vector<Point> scattered_directions(std::size_t n, Random& random) {
    std::vector<Point> points;
    while (points.size() < n) {
        Point point{};
        for (auto& value : point) value = random.normal();
        const double length = std::sqrt(std::inner_product(point.begin(), point.end(), point.begin(), 0.0));
        for (auto& value : point) value /= length;
        const auto is_near = [&](const Point& other) {
            return std::inner_product(point.begin(), point.end(), other.begin(), 0.0) > 0.5;
        };
        if (std::ranges::count_if(points, is_near) <= 3) points.push_back(point);
    }
    return points;
}

/// 160 tracks around one in the middle, which is near to all of them; all others sound alike among
/// themselves, far away.
library::Collection with_a_hub() {
    library::Collection collection;
    collection.artists.resize(860);
    collection.features = Matrix(860, library::n_audio_features, 0);
    Random random(3);
    const auto around = scattered_directions(160, random);
    constexpr std::array<std::size_t, n_dimensions> sound{0, 1, 3, 5, 6, 7, 8, 9, 10};
    for (TrackIndex t = 0; t < 860; ++t) {
        library::CollectionTrack track;
        track.artist = track.song = t;
        collection.tracks.push_back(track);
        for (std::size_t c = 0; c < n_dimensions; ++c) {
            const double value = t == 0 ? 0 : t <= 160 ? around[t - 1][c] : 9 + 0.1 * random.normal();
            collection.features(t, sound[c]) = static_cast<float>(value);
        }
    }
    collection.n_songs = 860;
    return collection;
}

TEST(Hubness, IsHighOfATrackThatIsNearToMany) {
    const auto collection = with_a_hub();
    std::vector<TrackIndex> tracks(860);
    std::iota(tracks.begin(), tracks.end(), TrackIndex{0});
    const auto hubs = hubness(collection, tracks, 1);
    EXPECT_GT(hubs[0], 10);
    EXPECT_EQ(std::ranges::max_element(hubs) - hubs.begin(), 0);
    EXPECT_LT(std::accumulate(hubs.begin(), hubs.end(), 0.0) / 860, 1.1);
}

TEST(Rerank, KeepsHubsOut) {
    const auto collection = with_a_hub();
    std::vector<ScoredTrack> scored;
    for (TrackIndex t = 0; t < 860; ++t) scored.push_back({t, t == 0 ? 9.0 : 1.0 / (t + 1.0)});
    const auto list = rerank(collection, scored, {}, {});
    EXPECT_EQ(list.size(), 30U);
    EXPECT_EQ(std::ranges::count(list, TrackIndex{0}, &ScoredTrack::track), 0);
}

TEST(Hubness, OfTheCataloguesIsThatOfEachTrackWhateverTheOrderOfScores) {
    auto collection = with_a_hub();
    for (auto& track : collection.tracks) track.in_catalogue = true;
    const auto hubs = catalogue_hubness(collection, 1);
    EXPECT_GT(hubs[0], 10);
    collection.tracks[0].in_catalogue = false;
    EXPECT_EQ(catalogue_hubness(collection, 1)[0], 0);
    std::vector<ScoredTrack> rising;
    std::vector<ScoredTrack> falling;
    for (TrackIndex t = 0; t < 860; ++t) rising.push_back({t, 1.0 + t});
    falling.assign(rising.rbegin(), rising.rend());
    const auto a = rerank(collection, rising, {}, {});
    const auto b = rerank(collection, falling, {}, {});
    ASSERT_EQ(a.size(), b.size());
    for (std::size_t i = 0; i < a.size(); ++i) EXPECT_EQ(a[i].track, b[i].track);
}

TEST(GenreMix, SharesAPlayAmongTheFamiliesOfItsArtist) {
    library::Collection collection;
    collection.genres = {"cool jazz", "indie rock", "punk rock"};
    collection.artists = {{{}, "a", {0, 1}}, {{}, "b", {1, 2}}, {{}, "c", {}}};
    collection.tracks.resize(3);
    for (std::uint32_t t = 0; t < 3; ++t) collection.tracks[t].artist = t;
    const auto mix =
        genre_mix(collection, std::vector{taste::play(0, 1, 1), taste::play(1, 2, 1), taste::play(2, 3, 1)});
    EXPECT_EQ(mix.families, (std::vector<std::string>{"jazz", "rock"}));
    EXPECT_DOUBLE_EQ(mix.shares[0], 0.25);
    EXPECT_DOUBLE_EQ(mix.shares[1], 0.75);
    EXPECT_TRUE(genre_mix(collection, {}).families.empty());
}

TEST(GenreFamily, IsTheLastWord) {
    EXPECT_EQ(genre_family("indie rock"), "rock");
    EXPECT_EQ(genre_family("rock"), "rock");
    EXPECT_EQ(genre_family(""), "");
}

}  // namespace
}  // namespace attune::recommend
