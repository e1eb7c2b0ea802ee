#include "similarity/sound_words.h"

#include <array>
#include <cmath>

namespace attune::similarity {
namespace {

using enum library::AudioFeature;
using Wish = std::optional<SoundWish>;

constexpr float no_limit = 1e9F;

/// The more the better: nothing at `from`, all at `full`.
constexpr Wish above(library::AudioFeature feature, float from, float full) {
    return SoundWish{feature, from, full, no_limit, no_limit};
}

/// The less the better: all up to `full`, nothing at `to`.
constexpr Wish below(library::AudioFeature feature, float full, float to) {
    return SoundWish{feature, -no_limit, -no_limit, full, to};
}

/// Around the range [from, to], less well up to `margin` outside of it.
constexpr Wish within(library::AudioFeature feature, float from, float to, float margin) {
    return SoundWish{feature, from - margin, from, to, to + margin};
}

// Where the meanings come from.
constexpr std::string_view spotify =
    "Spotify Web API reference, audio features: what the feature is defined as";
constexpr std::string_view russell =
    "J. A. Russell, A circumplex model of affect, J. Pers. Soc. Psychol. 39, 1980: valence and arousal";
constexpr std::string_view marking =
    "tempo markings of scores: adagio to 76, andante to 108, allegro from 120 BPM";
constexpr std::string_view sleep_study =
    "R. J. Scarratt et al., The audio features of sleep music, PLoS ONE 18, 2023: quieter, slower, less "
    "energetic, "
    "more acoustic and instrumental";
constexpr std::string_view exercise =
    "C. I. Karageorghis, D.-L. Priest, Music in the exercise domain, Int. Rev. Sport Exerc. Psychol. 5, "
    "2012: fast "
    "and loud, 120 to 140 BPM";
constexpr std::string_view speech_study =
    "speech in music costs attention: P. Salame, A. Baddeley, Q. J. Exp. Psychol. 41A, 1989; the rest is our "
    "reading";
constexpr std::string_view own = "our own reading of the word";

constexpr std::array<SoundWord, 31> table{{
    // What the features themselves are.
    {"danceable",
     "danceable|dancy|groovy|groove|dancefloor|for dancing",
     {above(danceability, 0.55F, 0.8F)},
     spotify},
    {"energetic", "energetic|energy|powerful|intense|high energy", {above(energy, 0.6F, 0.85F)}, spotify},
    {"acoustic", "acoustic|unplugged|organic", {above(acousticness, 0.5F, 0.85F)}, spotify},
    {"instrumental",
     "instrumental|no vocals|without vocals|no singing|without singing|without words|no lyrics",
     {above(instrumentalness, 0.5F, 0.8F)},
     spotify},
    {"with singing",
     "vocal|vocals|with vocals|singing|with singing",
     {below(instrumentalness, 0.01F, 0.3F)},
     spotify},
    {"live", "live|concert|in concert|live recording", {above(liveness, 0.6F, 0.85F)}, spotify},
    {"spoken", "spoken|spoken word|wordy|talking", {above(speechiness, 0.22F, 0.4F)}, spotify},
    {"loud", "loud|noisy", {above(loudness, -7, -4)}, spotify},
    {"quiet", "quiet|soft|hushed|silent", {below(loudness, -14, -10), below(energy, 0.35F, 0.55F)}, spotify},
    {"in a major key", "major|in major|major key", {above(mode, 0, 1)}, spotify},
    {"in a minor key", "minor|in minor|minor key", {below(mode, 0, 1)}, spotify},
    // Tempo.
    {"slow", "slow|slowly|slow tempo|low tempo", {within(tempo, 50, 84, 14)}, marking},
    {"mid-tempo", "mid tempo|midtempo|medium tempo|walking pace", {within(tempo, 88, 112, 8)}, marking},
    {"fast",
     "fast|quick|rapid|fast tempo|uptempo|up tempo",
     {above(tempo, 118, 140), above(energy, 0.4F, 0.6F)},
     marking},
    // Moods, by valence (pleasant or not) and arousal (energy).
    {"happy",
     "happy|cheerful|joyful|joyous|sunny|feel good|feelgood|good mood|upbeat|fun",
     {above(valence, 0.6F, 0.85F), above(energy, 0.4F, 0.6F)},
     russell},
    {"sad",
     "sad|melancholic|melancholy|gloomy|depressing|heartbroken|heartbreak|sorrowful",
     {below(valence, 0.25F, 0.45F), below(energy, 0.4F, 0.6F)},
     russell},
    {"calm",
     "calm|calming|relaxing|relaxed|peaceful|gentle|tranquil|soothing|laid back|chill",
     {below(energy, 0.35F, 0.55F), below(loudness, -9, -6), below(tempo, 115, 140)},
     russell},
    {"angry",
     "angry|aggressive|furious|rage",
     {below(valence, 0.4F, 0.6F), above(energy, 0.75F, 0.92F)},
     russell},
    {"dark",
     "dark|bleak|ominous|brooding|sinister",
     {below(valence, 0.2F, 0.4F), below(mode, 0, 1)},
     russell},
    {"bright",
     "bright|light hearted|carefree|playful",
     {above(valence, 0.6F, 0.85F), above(mode, 0, 1)},
     russell},
    {"euphoric",
     "euphoric|uplifting|exciting|exhilarating|triumphant",
     {above(valence, 0.45F, 0.7F), above(energy, 0.75F, 0.9F)},
     russell},
    {"mellow",
     "mellow|easy going|smooth",
     {within(energy, 0.2F, 0.5F, 0.15F), within(valence, 0.3F, 0.7F, 0.15F)},
     russell},
    // Occasions.
    {"for warming up a party",
     "warm up a party|warm up|warmup|pre party|before a party",
     {above(danceability, 0.6F, 0.75F), within(energy, 0.5F, 0.75F, 0.12F), within(tempo, 98, 122, 8),
      above(valence, 0.35F, 0.6F)},
     own},
    {"for a party",
     "party|for a party|dance party|club night",
     {above(danceability, 0.6F, 0.78F), above(energy, 0.6F, 0.8F), above(valence, 0.35F, 0.6F)},
     own},
    {"for sleep",
     "sleep|sleeping|for sleeping|fall asleep|to fall asleep|bedtime|lullaby",
     {below(energy, 0.2F, 0.4F), below(loudness, -15, -11), above(acousticness, 0.5F, 0.8F),
      above(instrumentalness, 0.05F, 0.6F)},
     sleep_study},
    {"for focus",
     "focus|for focus|concentration|studying|study|for studying|for work|background",
     {above(instrumentalness, 0.4F, 0.75F), below(speechiness, 0.06F, 0.12F),
      within(energy, 0.15F, 0.6F, 0.15F)},
     speech_study},
    {"for a workout",
     "workout|for a workout|gym|for the gym|running|for running|exercise|training",
     {above(energy, 0.7F, 0.85F), within(tempo, 120, 150, 12), above(loudness, -8, -5)},
     exercise},
    {"for a drive",
     "driving|road trip|roadtrip|for the road|for a drive",
     {above(energy, 0.55F, 0.75F), within(tempo, 100, 140, 12), above(valence, 0.35F, 0.55F)},
     own},
    {"for a quiet evening",
     "dinner|quiet evening|candlelight|sunday morning|rainy day|for reading",
     {within(energy, 0.1F, 0.45F, 0.12F), above(acousticness, 0.35F, 0.65F), below(loudness, -9, -6)},
     own},
    {"for meditation",
     "meditation|meditative|yoga|spa",
     {below(energy, 0.15F, 0.35F), above(instrumentalness, 0.5F, 0.8F), below(tempo, 100, 130)},
     sleep_study},
    {"raw",
     "raw|unpolished|rough",
     {above(energy, 0.65F, 0.85F), below(danceability, 0.5F, 0.65F), below(acousticness, 0.1F, 0.3F)},
     own},
}};

}  // namespace

float SoundWish::fit(float value) const noexcept {
    if (is_missing(value)) return missing;
    if (value <= none_below || value >= none_above) return 0;
    if (value < full_from) return (value - none_below) / (full_from - none_below);
    if (value > full_to) return (none_above - value) / (none_above - full_to);
    return 1;
}

std::span<const SoundWord> sound_words() noexcept { return table; }

const SoundWord* find_sound_word(std::string_view words) noexcept {
    for (const auto& entry : table) {
        for (auto rest = entry.words; !rest.empty();) {
            const auto bar = rest.find('|');
            if (rest.substr(0, bar) == words) return &entry;
            rest = bar == std::string_view::npos ? std::string_view() : rest.substr(bar + 1);
        }
    }
    return nullptr;
}

float fit_of(const SoundWord& word, std::span<const float> features) noexcept {
    double product = 1;
    double n = 0;
    for (const auto& wish : word.wishes) {
        if (!wish) continue;
        product *= wish->fit(features[static_cast<std::size_t>(wish->feature)]);
        n += 1;
    }
    return static_cast<float>(std::pow(product, 1 / n));
}

}  // namespace attune::similarity
