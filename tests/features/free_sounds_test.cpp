// Orders that anybody hears, among sounds of Debian packages: what speaks, sings, rocks or claps more than something else.
// benchmarks/audio/order_pairs.py fetches the packages and shows the figures.
#include "audio/decode_file.h"
#include "features/front/resampler.h"
#include "features/front/stereo.h"
#include "features/signals.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>

namespace attune::features {
namespace {

using namespace signals;
using library::AudioFeature;
namespace fs = std::filesystem;

constexpr double length = 20;  // s

fs::path folder_of_packages() {
    if (const char* named = std::getenv("ATTUNE_FREE_SOUNDS")) return named;
    const char* home = std::getenv("HOME");
    return fs::path(home == nullptr ? "." : home) / ".cache" / "attune-free-sounds";
}

/// The files of a package with an ending whose path holds a text, in order.
std::vector<fs::path> files_of(const std::string& package, const std::string& ending,
                               const std::string& text = "", std::uintmax_t least_bytes = 0) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder_of_packages() / package))
        if (entry.is_regular_file() && entry.path().extension() == ending &&
            entry.file_size() >= least_bytes && entry.path().string().find(text) != std::string::npos)
            files.push_back(entry.path());
    std::ranges::sort(files);
    return files;
}

/// `n` of them, spread evenly.
std::vector<fs::path> some_of(const std::vector<fs::path>& files, std::size_t n) {
    std::vector<fs::path> some;
    for (std::size_t i = 0; i < n && i < files.size(); ++i) some.push_back(files[i * files.size() / n]);
    return some;
}

/// A piece of a file, mono at the rate of the signals.
Signal piece_of(const fs::path& file, double from_s, double seconds = length) {
    std::optional<Resampler> resampler;
    std::size_t channels = 0;
    std::vector<Stereo> room;
    std::vector<Stereo> resampled;
    audio::DecoderOptions options;
    options.longest_s = from_s + seconds + 1;
    const auto heard = audio::decode_file(
        file,
        {.begin =
             [&](const audio::AudioFormat& format) {
                 channels = static_cast<std::size_t>(format.n_channels);
                 resampler.emplace(static_cast<std::uint32_t>(format.sample_rate),
                                   static_cast<std::uint32_t>(rate));
             },
         .hear =
             [&](auto samples) { resampler->push(folded_to_stereo(samples, channels, room), resampled); }},
        options);
    EXPECT_TRUE(heard) << file;
    const auto first = static_cast<std::size_t>(from_s * rate);
    const auto n = static_cast<std::size_t>(seconds * rate);
    Signal signal;
    for (std::size_t t = first; t < std::min(resampled.size(), first + n); ++t)
        signal.push_back(0.5F * (resampled[t].real() + resampled[t].imag()));
    return signal;
}

double power_of(const Signal& signal) {
    double sum = 1e-12;
    for (const float sample : signal) sum += static_cast<double>(sample) * sample;
    return sum / static_cast<double>(signal.size());
}

/// Both together, the second so many dB above the first.
Signal together(const Signal& first, const Signal& second, double db) {
    return mixed(first, second,
                 static_cast<float>(std::sqrt(power_of(first) / power_of(second)) * std::pow(10, db / 20)));
}

/// One prompt after another, with a breath between.
Signal talk(const std::vector<fs::path>& prompts, std::size_t first) {
    Signal signal;
    for (std::size_t i = first; i < prompts.size() && static_cast<double>(signal.size()) < length * rate;
         ++i) {
        const auto prompt = piece_of(prompts[i], 0);
        signal.insert(signal.end(), prompt.begin(), prompt.end());
        signal.resize(signal.size() + static_cast<std::size_t>(0.25 * rate), 0.0F);
    }
    return signal;
}

Signal repeated(const Signal& loop) {
    Signal signal;
    while (!loop.empty() && static_cast<double>(signal.size()) < length * rate)
        signal.insert(signal.end(), loop.begin(), loop.end());
    return signal;
}

using Signals = std::vector<Signal>;

Signals pieces_of(const std::vector<fs::path>& files, double from_s) {
    Signals signals;
    for (const auto& file : files) signals.push_back(piece_of(file, from_s));
    return signals;
}

Signals named(const std::string& package, const std::string& ending, std::initializer_list<const char*> names,
              double from_s, bool repeat = false) {
    Signals signals;
    for (const char* name : names)
        for (const auto& file : files_of(package, ending, std::string("/") + name + ending))
            signals.push_back(repeat ? repeated(piece_of(file, 0)) : piece_of(file, from_s));
    return signals;
}

Signals talks() {
    Signals signals;
    const auto english = files_of("asterisk-core-sounds-en-wav", ".wav", "", 30000);
    const auto french = files_of("asterisk-core-sounds-fr-wav", ".wav", "", 30000);
    const auto czech = files_of("fillets-ng-data-cs", ".ogg", "/cs/", 20000);
    for (const std::size_t first : {5U, 30U, 60U}) signals.push_back(talk(english, first));
    for (const std::size_t first : {20U, 70U}) signals.push_back(talk(french, first));
    for (const std::size_t first : {10U, 150U, 300U}) signals.push_back(talk(czech, first));
    return signals;
}

/// Recorded metal: the backing and the guitars of a song are files of their own.
Signals metal(bool guitar_alone) {
    Signals signals;
    for (const char* package : {"fretsonfire-songs-muldjord", "fretsonfire-songs-sectoid"})
        for (const auto& guitar : files_of(package, ".ogg", "/guitar.ogg")) {
            // "Feelings" is a ballad.
            if (guitar.string().find("Feelings") != std::string::npos) continue;
            Signal signal = piece_of(guitar, 60);
            if (!guitar_alone)
                for (const char* other : {"song.ogg", "rhythm.ogg"})
                    if (fs::exists(guitar.parent_path() / other))
                        signal = mixed(signal, piece_of(guitar.parent_path() / other, 60));
            signals.push_back(signal);
        }
    return signals;
}

/// Pieces of all kinds, without voices.
Signals bands() {
    Signals signals =
        named("wesnoth-1.16-music", ".ogg", {"battle-epic", "knolls", "wanderer", "loyalists"}, 20);
    for (const auto& more : {pieces_of(some_of(files_of("planetblupi-music-ogg", ".ogg"), 3), 30),
                             pieces_of(some_of(files_of("hyperrogue-music", ".ogg", "/hr", 400000), 3), 20),
                             pieces_of(some_of(files_of("nexuiz-music", ".ogg"), 3), 30)})
        signals.insert(signals.end(), more.begin(), more.end());
    return signals;
}

Signals each_with(const std::function<Signal(std::uint64_t)>& other, double db) {
    Signals signals = bands();
    for (std::size_t i = 0; i < signals.size(); ++i) signals[i] = together(signals[i], other(i + 1), db);
    return signals;
}

const std::map<std::string, std::function<Signals()>>& kinds() {
    static const std::map<std::string, std::function<Signals()>> all{
        {"talk", talks},
        {"bands", bands},
        {"orchestra",
         [] {
             return named("wesnoth-1.16-music", ".ogg",
                          {"elvish-theme", "love_theme", "silvan_sanctuary", "sad", "knolls", "wanderer"},
                          20);
         }},
        {"lament",
         [] {
             return named("wesnoth-1.16-music", ".ogg",
                          {"sad", "the_king_is_dead", "underground", "love_theme", "transience"}, 10);
         }},
        {"merry tune", [] { return pieces_of(some_of(files_of("planetblupi-music-ogg", ".ogg"), 6), 30); }},
        {"metal", [] { return metal(false); }},
        {"metal guitar alone", [] { return metal(true); }},
        {"industrial", [] { return pieces_of(some_of(files_of("nexuiz-music", ".ogg"), 6), 40); }},
        {"ambient",
         [] { return pieces_of(some_of(files_of("singularity-music", ".ogg", "", 1000000), 5), 2); }},
        {"drum loop",
         [] {
             return named("sonic-pi-samples", ".flac",
                          {"loop_amen_full", "loop_breakbeat", "loop_compus", "loop_garzul", "loop_mika",
                           "loop_mehackit1"},
                          0, true);
         }},
        {"guitar or piano",
         [] {
             return named("sonic-pi-samples", ".flac",
                          {"guit_em9", "guit_e_fifths", "guit_harmonics", "ambi_piano"}, 0, true);
         }},
        {"applause",
         [] {
             return Signals{applause(length, 1), applause(length, 2), applause(length, 3)};
         }},
        {"bands before a crowd",
         [] { return each_with([](auto seed) { return applause(length, seed); }, -3); }},
        {"bands with a singer", [] { return each_with([](auto seed) { return singing(length, seed); }, 2); }},
        {"bands with a speaker",
         [] {
             static const Signals voices = talks();
             return each_with([](auto seed) { return voices[seed % voices.size()]; }, 4);
         }},
    };
    return all;
}

const std::vector<TrackAnalysis>& heard(const std::string& kind) {
    static std::map<std::string, std::vector<TrackAnalysis>> all;
    auto [known, is_new] = all.try_emplace(kind);
    if (is_new)
        for (const auto& signal : kinds().at(kind)()) known->second.push_back(analysed(signal));
    return known->second;
}

struct Order {
    const char* more;
    const char* less;
};

class FreeSounds : public testing::Test {
  protected:
    void SetUp() override {
        if (!fs::is_directory(folder_of_packages()))
            GTEST_SKIP() << "the Debian packages are not unpacked in " << folder_of_packages()
                         << " (benchmarks/audio/order_pairs.py fetches them)";
    }

    /// Every sound of the one kind against every sound of the other; nine of ten must be right, over all orders.
    static void expect_orders(AudioFeature feature, std::initializer_list<Order> orders) {
        std::size_t n_right = 0;
        std::size_t n_pairs = 0;
        std::string wrong;
        for (const auto& order : orders) {
            std::size_t right = 0;
            for (const auto& more : heard(order.more))
                for (const auto& less : heard(order.less))
                    right += more.features[feature] > less.features[feature] ? 1 : 0;
            const std::size_t pairs = heard(order.more).size() * heard(order.less).size();
            fmt::print("{}\t{} over {}\t{} of {}\n",
                       library::audio_feature_names[static_cast<std::size_t>(feature)].name, order.more,
                       order.less, right, pairs);
            n_right += right;
            n_pairs += pairs;
        }
        EXPECT_GE(n_pairs, 25U);
        EXPECT_GE(static_cast<double>(n_right), 0.9 * static_cast<double>(n_pairs));
    }
};

TEST_F(FreeSounds, SpeechinessOrdersRight) {
    expect_orders(AudioFeature::speechiness, {{"talk", "bands"},
                                              {"talk", "drum loop"},
                                              {"talk", "bands with a singer"},
                                              {"talk", "metal"},
                                              {"talk", "ambient"}});
}

TEST_F(FreeSounds, InstrumentalnessOrdersRight) {
    expect_orders(AudioFeature::instrumentalness, {{"bands", "talk"},
                                                   {"bands", "bands with a singer"},
                                                   {"bands", "bands with a speaker"},
                                                   {"metal", "bands with a singer"},
                                                   {"ambient", "bands with a singer"},
                                                   {"guitar or piano", "talk"}});
}

TEST_F(FreeSounds, EnergyOrdersRight) {
    expect_orders(AudioFeature::energy, {{"metal", "orchestra"},
                                         {"metal", "talk"},
                                         {"metal", "guitar or piano"},
                                         {"metal", "metal guitar alone"},
                                         {"industrial", "lament"}});
}

TEST_F(FreeSounds, DanceabilityOrdersRight) {
    expect_orders(AudioFeature::danceability, {{"drum loop", "orchestra"},
                                               {"drum loop", "talk"},
                                               {"drum loop", "applause"},
                                               {"industrial", "lament"},
                                               {"merry tune", "lament"}});
}

TEST_F(FreeSounds, AcousticnessOrdersRight) {
    expect_orders(AudioFeature::acousticness, {{"guitar or piano", "metal"},
                                               {"guitar or piano", "industrial"},
                                               {"orchestra", "metal"},
                                               {"orchestra", "industrial"},
                                               {"orchestra", "drum loop"}});
}

TEST_F(FreeSounds, LivenessOrdersRight) {
    expect_orders(AudioFeature::liveness, {{"bands before a crowd", "bands"},
                                           {"applause", "bands"},
                                           {"applause", "orchestra"},
                                           {"bands before a crowd", "drum loop"},
                                           {"bands before a crowd", "merry tune"}});
}

TEST_F(FreeSounds, ValenceOrdersRight) {
    expect_orders(AudioFeature::valence, {{"merry tune", "lament"}, {"merry tune", "orchestra"}});
}

}  // namespace
}  // namespace attune::features
