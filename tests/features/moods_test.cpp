#include "features/result/moods.h"

#include "features/signals.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <array>
#include <functional>
#include <map>
#include <string>

namespace attune::features {
namespace {

using namespace signals;
using library::AudioFeature;

constexpr double length = 5;  // s
constexpr std::uint64_t n_variants = 3;

Signal guitar(std::uint64_t seed, bool minor, double note_s) {
    Random random(seed);
    Signal signal = silence(length);
    const std::array<int, 3> triad{0, minor ? 3 : 4, 7};
    const int tonic = 48 + static_cast<int>(random.below(8));
    for (double at = 0; at < length; at += note_s) {
        const int step = std::array<int, 4>{0, 5, 7, 0}[static_cast<std::size_t>(at / (length / 4)) % 4];
        put(signal, at,
            tone(hz_of(tonic + step + triad[random.below(3)] + (random.below(2) == 0 ? 12 : 0)), 1.2, 3),
            0.6F);
    }
    return signal;
}

/// Somebody at a piano who takes every liberty with time.
Signal rubato(std::uint64_t seed) {
    Random random(seed);
    Signal signal = silence(length);
    for (double at = 0.1; at < length; at += 0.25 + 0.7 * random.uniform())
        put(signal, at, tone(hz_of(45 + static_cast<int>(random.below(30))), 2, 2),
            static_cast<float>(0.15 + 0.4 * random.uniform()));
    return signal;
}

Signal band(std::uint64_t seed, bool minor, double bpm) {
    const double step = 60 / bpm / 4;
    return mixed(drums(rock, step, length),
                 cadence(static_cast<int>(seed * 5 % 12), minor, length, 440, 8 * step), 0.7F);
}

using Make = std::function<Signal(std::uint64_t)>;
const std::map<std::string, Make>& kinds() {
    static const std::map<std::string, Make> all{
        {"speech", [](auto seed) { return speech(length, seed); }},
        {"singing", [](auto seed) { return singing(length, seed); }},
        {"song",
         [](auto seed) { return mixed(scaled(singing(length, seed), 1.2F), band(seed, false, 100), 0.35F); }},
        {"band", [](auto seed) { return band(seed, false, 100 + 6.0 * static_cast<double>(seed)); }},
        {"band at a whisper",
         [](auto seed) { return scaled(band(seed, false, 100 + 6.0 * static_cast<double>(seed)), 0.06F); }},
        {"distorted band", [](auto seed) { return distorted(band(seed, true, 130), 20); }},
        {"merry band", [](auto seed) { return band(seed, false, 140 + 3.0 * static_cast<double>(seed)); }},
        {"sad band", [](auto seed) { return band(seed, true, 66 + 3.0 * static_cast<double>(seed)); }},
        {"sad guitar", [](auto seed) { return guitar(seed, true, 0.8); }},
        {"guitar", [](auto seed) { return guitar(seed, false, 0.25); }},
        {"rubato piano", [](auto seed) { return rubato(seed); }},
        {"drum loop",
         [](auto seed) {
             const Pattern house{"x...x...x...x...", "....x.......x...", "..x...x...x...x."};
             return drums(house, 60 / (116 + 3.0 * static_cast<double>(seed)) / 4, length);
         }},
        {"band before a crowd",
         [](auto seed) { return mixed(band(seed, false, 112), applause(length, seed), 1.5F); }},
        {"guitar before a crowd",
         [](auto seed) { return mixed(guitar(seed, false, 0.25), applause(length, seed), 0.7F); }},
        {"applause", [](auto seed) { return applause(length, seed); }},
    };
    return all;
}

const TrackAnalysis& heard(const std::string& kind, std::uint64_t seed) {
    static std::map<std::pair<std::string, std::uint64_t>, TrackAnalysis> all;
    const auto known = all.find({kind, seed});
    if (known != all.end()) return known->second;
    return all[{kind, seed}] = analysed(kinds().at(kind)(seed));
}

struct Order {
    const char* more;
    const char* less;
};

/// At least nine of ten pairs of variants must be in order.
void expect_orders(AudioFeature feature, std::initializer_list<Order> orders) {
    std::size_t n_right = 0;
    std::size_t n_pairs = 0;
    std::string wrong;
    for (const auto& order : orders)
        for (std::uint64_t a = 1; a <= n_variants; ++a)
            for (std::uint64_t b = 1; b <= n_variants; ++b) {
                const float more = heard(order.more, a).features[feature];
                const float less = heard(order.less, b).features[feature];
                ++n_pairs;
                if (more > less)
                    ++n_right;
                else
                    wrong += fmt::format("{} {:.3f}, {} {:.3f}\n", order.more, more, order.less, less);
            }
    EXPECT_GE(n_pairs, 27U);
    EXPECT_GE(static_cast<double>(n_right), 0.9 * static_cast<double>(n_pairs)) << wrong;
}

TEST(Moods, DanceabilityOrdersRight) {
    expect_orders(AudioFeature::danceability, {{"drum loop", "rubato piano"},
                                               {"drum loop", "speech"},
                                               {"merry band", "rubato piano"},
                                               {"band", "applause"},
                                               {"drum loop", "guitar"}});
}

TEST(Moods, EnergyOrdersRight) {
    expect_orders(AudioFeature::energy, {{"distorted band", "guitar"},
                                         {"band", "rubato piano"},
                                         {"band", "band at a whisper"},
                                         {"distorted band", "sad band"},
                                         {"merry band", "sad guitar"}});
}

TEST(Moods, ValenceOrdersRight) {
    expect_orders(AudioFeature::valence, {{"merry band", "sad band"},
                                          {"merry band", "sad guitar"},
                                          {"band", "sad band"},
                                          {"guitar", "sad guitar"}});
}

TEST(Moods, AcousticnessOrdersRight) {
    expect_orders(AudioFeature::acousticness, {{"guitar", "distorted band"},
                                               {"guitar", "band"},
                                               {"rubato piano", "drum loop"},
                                               {"sad guitar", "merry band"}});
}

TEST(Moods, InstrumentalnessOrdersRight) {
    expect_orders(AudioFeature::instrumentalness, {{"band", "speech"},
                                                   {"guitar", "speech"},
                                                   {"rubato piano", "speech"},
                                                   {"band", "singing"},
                                                   {"band", "song"},
                                                   {"guitar", "song"}});
}

TEST(Moods, SpeechinessOrdersRight) {
    expect_orders(
        AudioFeature::speechiness,
        {{"speech", "song"}, {"speech", "band"}, {"speech", "rubato piano"}, {"speech", "drum loop"}});
}

TEST(Moods, LivenessOrdersRight) {
    expect_orders(AudioFeature::liveness, {{"band before a crowd", "band"},
                                           {"guitar before a crowd", "guitar"},
                                           {"applause", "drum loop"},
                                           {"applause", "rubato piano"}});
}

TEST(Moods, RiseAndFallWithTheirEvidenceAsTheyMust) {
    for (const auto& definition : mood_definitions()) {
        Facts middle;
        for (const auto& evidence : definition.evidence)
            middle[evidence.fact] = (evidence.at_0 + evidence.at_1) / 2;
        for (const auto& evidence : definition.evidence) {
            float before = -1;
            for (const float along : {-0.5F, 0.0F, 0.3F, 0.7F, 1.0F, 1.5F}) {
                Facts facts = middle;
                facts[evidence.fact] = evidence.at_0 + along * (evidence.at_1 - evidence.at_0);
                const float value = mood_of(definition, facts);
                EXPECT_GE(value, before);
                EXPECT_GE(value, 0);
                EXPECT_LE(value, 1);
                before = value;
            }
        }
    }
}

TEST(Moods, ComeWithAConfidenceThatGrowsWithTheLength) {
    const auto shorter = analysed(drums(rock, 0.125, 4));
    const auto longer = analysed(drums(rock, 0.125, 8));
    for (const auto& definition : mood_definitions()) {
        EXPECT_GT(longer.confidence[definition.feature], shorter.confidence[definition.feature]);
        EXPECT_LE(longer.confidence[definition.feature], 1);
    }
}

}  // namespace
}  // namespace attune::features
