#include "audio/fingerprint.h"

#include "core/error.h"

#include <algorithm>
#include <bit>
#include <chromaprint.h>
#include <cmath>
#include <set>

namespace attune::audio {
namespace {

constexpr int heard_s = 120;
constexpr std::size_t least_words = 8 * 8;
constexpr std::ptrdiff_t most_shift = 3 * 8;
// Music has a new word nearly every time; a tone or silence has a few.
constexpr double least_variety = 0.1;

struct FreeMemory {
    void operator()(void* memory) const noexcept { chromaprint_dealloc(memory); }
};

bool has_character(const Fingerprint& fingerprint) {
    if (fingerprint.size() < least_words) return false;
    const std::set<std::uint32_t> different(fingerprint.begin(), fingerprint.end());
    return static_cast<double>(different.size()) >= least_variety * static_cast<double>(fingerprint.size());
}

/// The share of differing bits of a and b moved by `shift` words; 1 if too little is in common.
double difference_at(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b,
                     std::ptrdiff_t shift) {
    if (shift < 0) return difference_at(b, a, -shift);
    const auto skipped = static_cast<std::size_t>(shift);
    if (skipped >= a.size()) return 1;
    const std::size_t n = std::min(a.size() - skipped, b.size());
    if (n < least_words) return 1;
    std::size_t n_bits = 0;
    for (std::size_t i = 0; i < n; ++i)
        n_bits += static_cast<std::size_t>(std::popcount(a[i + skipped] ^ b[i]));
    return static_cast<double>(n_bits) / static_cast<double>(32 * n);
}

}  // namespace

struct Fingerprinter::Context {
    ChromaprintContext* chromaprint = chromaprint_new(CHROMAPRINT_ALGORITHM_DEFAULT);
    Context() = default;
    Context(const Context&) = delete;
    Context& operator=(const Context&) = delete;
    ~Context() { chromaprint_free(chromaprint); }
};

Fingerprinter::Fingerprinter(int sample_rate, int n_channels)
    : context_(std::make_unique<Context>()),
      room_(static_cast<std::size_t>(sample_rate) * static_cast<std::size_t>(n_channels) * heard_s) {
    if (chromaprint_start(context_->chromaprint, sample_rate, n_channels) == 0)
        fail(ErrorCode::unavailable, "no fingerprint of {} channels at {} Hz can be made", n_channels,
             sample_rate);
}

Fingerprinter::~Fingerprinter() = default;

void Fingerprinter::push(std::span<const float> interleaved) {
    const auto taken = interleaved.first(std::min(room_, interleaved.size()));
    if (taken.empty()) return;
    room_ -= taken.size();
    samples_.resize(taken.size());
    std::ranges::transform(taken, samples_.begin(), [](float value) {
        return static_cast<std::int16_t>(std::clamp(value * 32767.0F, -32768.0F, 32767.0F));
    });
    chromaprint_feed(context_->chromaprint, samples_.data(), static_cast<int>(samples_.size()));
}

Fingerprint Fingerprinter::finish() {
    chromaprint_finish(context_->chromaprint);
    std::uint32_t* words = nullptr;
    int n_words = 0;
    if (chromaprint_get_raw_fingerprint(context_->chromaprint, &words, &n_words) == 0) return {};
    const std::unique_ptr<std::uint32_t, FreeMemory> owner(words);
    Fingerprint fingerprint(words, words + std::max(n_words, 0));
    return has_character(fingerprint) ? fingerprint : Fingerprint();
}

std::string to_text(const Fingerprint& fingerprint) {
    if (fingerprint.empty()) return {};
    char* text = nullptr;
    int size = 0;
    if (chromaprint_encode_fingerprint(fingerprint.data(), static_cast<int>(fingerprint.size()),
                                       CHROMAPRINT_ALGORITHM_DEFAULT, &text, &size, 1) == 0)
        return {};
    const std::unique_ptr<char, FreeMemory> owner(text);
    return {text, static_cast<std::size_t>(size)};
}

Fingerprint parse_fingerprint(std::string_view text) {
    // Chromaprint takes the number of words from the text itself: one that claims more than its bits can hold
    // would be trusted with memory. Each word takes at least one group of 3 bits.
    constexpr std::size_t most_text = 1 << 16;
    if (text.empty() || text.size() > most_text) return {};
    std::uint32_t* words = nullptr;
    int n_words = 0;
    int algorithm = 0;
    if (chromaprint_decode_fingerprint(text.data(), static_cast<int>(text.size()), &words, &n_words,
                                       &algorithm, 1) == 0)
        return {};
    const std::unique_ptr<std::uint32_t, FreeMemory> owner(words);
    if (algorithm != CHROMAPRINT_ALGORITHM_DEFAULT || n_words <= 0) return {};
    return {words, words + n_words};
}

double difference(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b) {
    double best = 1;
    for (std::ptrdiff_t shift = -most_shift; shift <= most_shift; ++shift)
        best = std::min(best, difference_at(a, b, shift));
    return best;
}

}  // namespace attune::audio
