#include "genres/name_words.h"

#include "core/argmax.h"
#include "core/text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <utility>

namespace attune::genres {
namespace {

constexpr std::size_t longest_phrase = 3;
// Half a tag of doubt: one name with a word tells much, two tell nearly all.
constexpr double word_doubt = 0.5;
constexpr double part_doubt = 1.5;
// Found by folds over the names of a published tree (docs/reference/genres.md); between 0.3 and 0.7 little
// changes.
constexpr double other_word_power = 0.5;
constexpr double part_power = 0.4;
constexpr double name_end_power = 0.7;
constexpr std::size_t shortest_name_end = 3;
constexpr std::array<std::size_t, 3> part_lengths{6, 5, 4};
// What "pop" alone is says more of names that end in it than longer names do, and much more than the exceptions do
// ("k pop"), which are known as what they are.
constexpr double whole_name = 3;
constexpr double exception = 0.3;

enum class Role : char { head = 'h', first = 'f', middle = 'm' };

std::vector<std::string> words_of(std::string_view tag) {
    const auto parts = split(tag, " ");
    return {parts.begin(), parts.end()};
}

std::string join(const std::vector<std::string>& words, std::size_t begin, std::size_t end) {
    std::string text = words[begin];
    for (std::size_t i = begin + 1; i < end; ++i) text += " " + words[i];
    return text;
}

Role role_of(std::size_t begin, std::size_t end, std::size_t n_words) {
    if (end == n_words) return Role::head;
    return begin == 0 ? Role::first : Role::middle;
}

std::string role_key(const std::string& phrase, Role role) { return phrase + '\n' + static_cast<char>(role); }

/// Calls visit(phrase, role) for each run of at most three words.
template <class Visit>
void visit_phrases(const std::vector<std::string>& words, Visit visit) {
    for (std::size_t begin = 0; begin < words.size(); ++begin) {
        for (std::size_t end = begin + 1; end <= std::min(words.size(), begin + longest_phrase); ++end)
            visit(join(words, begin, end), role_of(begin, end, words.size()));
    }
}

/// The ends and beginnings of a word, longest first; "*core", "folk*".
std::vector<std::string> parts_of(const std::string& word) {
    std::vector<std::string> parts;
    // Bytes are cut, not letters: words of other scripts are left whole.
    if (std::ranges::any_of(word, [](char c) { return static_cast<unsigned char>(c) >= 0x80; })) return parts;
    for (const auto length : part_lengths) {
        if (word.size() <= length) continue;
        parts.push_back("*" + word.substr(word.size() - length));
        parts.push_back(word.substr(0, length) + "*");
    }
    return parts;
}

/// How often a phrase stands in a name.
double times_in(const std::vector<std::string>& words, const std::string& phrase) {
    double times = 0;
    visit_phrases(words, [&](const std::string& other, Role) { times += other == phrase ? 1 : 0; });
    return times;
}

double sum_of(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0);
}

void add(std::vector<double>& into, const std::vector<double>& weights, double times) {
    into.resize(weights.size());
    for (std::size_t b = 0; b < weights.size(); ++b) into[b] += times * weights[b];
}

/// How much of what a piece says is believed.
double power_of(const NameWord& piece) { return piece.trust * (piece.is_head ? 1 : other_word_power); }

/// Counts as shares, with `doubt` of a tag added that is as `base` says.
std::vector<double> shares_of(std::vector<double> counts, const std::vector<double>& base, double doubt) {
    const double n = sum_of(counts) + doubt;
    for (std::size_t b = 0; b < counts.size(); ++b)
        counts[b] = (std::max(0.0, counts[b]) + doubt * base[b]) / n;
    return counts;
}

}  // namespace

NameWords::NameWords(const std::vector<KnownTag>& known, std::size_t n_branches) : prior_(n_branches, 1.0) {
    for (const auto& tag : known) known_[tag.tag] = tag;
    for (const auto& [name, tag] : known_) {
        add(prior_, tag.weights, 1);
        const auto words = words_of(name);
        visit_phrases(words, [this, &told = tag](const std::string& phrase, Role role) {
            const double weight = weight_for(told, phrase);
            add(phrases_[phrase], told.weights, weight);
            add(roles_[role_key(phrase, role)], told.weights, weight);
        });
        for (const auto& word : words) {
            for (const auto& part : parts_of(word)) add(parts_[part], tag.weights, 1);
        }
    }
    const double total = sum_of(prior_);
    for (auto& share : prior_) share /= total;
}

double NameWords::weight_for(const KnownTag& tag, const std::string& phrase) const {
    if (phrase == tag.tag) return whole_name;
    const auto* const alone = known(phrase);
    return alone != nullptr && argmax(alone->weights) != argmax(tag.weights) ? exception : 1;
}

const KnownTag* NameWords::known(std::string_view tag) const {
    const auto found = known_.find(tag);
    return found == known_.end() ? nullptr : &found->second;
}

std::vector<double> NameWords::counts(const Counts& table, const std::string& key, const KnownTag* without,
                                      double times) const {
    const auto found = table.find(key);
    if (found == table.end()) return std::vector<double>(prior_.size(), 0.0);
    auto counts = found->second;
    if (without != nullptr) add(counts, without->weights, -times);
    return counts;
}

NameWord NameWords::read_name_end(const std::string& word, const KnownTag* self) const {
    for (std::size_t begin = 2; begin + shortest_name_end <= word.size(); ++begin) {
        const auto end = word.substr(begin);
        if (known(end) == nullptr || known(end) == self) continue;
        const double weight =
            self == nullptr ? 0 : times_in(words_of(self->tag), end) * weight_for(*self, end);
        NameWord piece;
        piece.words = "*" + end;
        piece.trust = name_end_power;
        piece.shares = shares_of(counts(phrases_, end, self, weight), prior_, word_doubt);
        return piece;
    }
    return {};
}

NameWord NameWords::read_part(const std::string& word, const KnownTag* self) const {
    if (auto piece = read_name_end(word, self); !piece.words.empty()) return piece;
    for (const auto& part : parts_of(word)) {
        const auto own = self == nullptr ? 0.0 : 1.0;
        auto known = counts(parts_, part, self, own);
        if (sum_of(known) < 0.9) continue;
        NameWord piece;
        piece.words = part;
        piece.trust = part_power;
        piece.shares = shares_of(std::move(known), prior_, part_doubt);
        return piece;
    }
    return {};
}

NameWord NameWords::read_piece(const std::vector<std::string>& words, std::size_t end, const KnownTag* self,
                               std::size_t& length) const {
    for (length = std::min(end, longest_phrase); length >= 1; --length) {
        const auto phrase = join(words, end - length, end);
        const auto role = role_of(end - length, end, words.size());
        const double weight = self == nullptr ? 0 : times_in(words, phrase) * weight_for(*self, phrase);
        auto known = counts(phrases_, phrase, self, weight);
        if (sum_of(known) < 0.9) continue;
        NameWord piece;
        piece.words = phrase;
        const auto base = shares_of(std::move(known), prior_, word_doubt);
        const double own = self == nullptr ? 0 : weight_for(*self, phrase);
        piece.shares = shares_of(counts(roles_, role_key(phrase, role), self, own), base, word_doubt);
        return piece;
    }
    length = 1;
    return read_part(words[end - 1], self);
}

std::vector<NameWord> NameWords::words(std::string_view tag) const {
    const auto words = words_of(tag);
    const auto* const self = known(tag);
    std::vector<NameWord> pieces;
    std::size_t length = 1;
    for (auto end = words.size(); end > 0; end -= length) {
        auto piece = read_piece(words, end, self, length);
        if (piece.words.empty()) continue;
        piece.is_head = end == words.size();
        const double power = power_of(piece);
        for (std::size_t b = 0; b < prior_.size(); ++b)
            piece.says = std::max(piece.says, power * std::log(piece.shares[b] / prior_[b]));
        pieces.push_back(std::move(piece));
    }
    return pieces;
}

std::vector<double> NameWords::probabilities(std::string_view tag) const {
    const auto pieces = words(tag);
    if (pieces.empty()) return {};
    std::vector<double> p(prior_.size());
    std::ranges::transform(prior_, p.begin(), [](double share) { return std::log(share); });
    for (const auto& piece : pieces) {
        const double power = power_of(piece);
        for (std::size_t b = 0; b < p.size(); ++b) p[b] += power * std::log(piece.shares[b] / prior_[b]);
    }
    const double most = *std::ranges::max_element(p);
    for (auto& x : p) x = std::exp(x - most);
    const double total = sum_of(p);
    for (auto& x : p) x /= total;
    return p;
}

}  // namespace attune::genres
