#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace attune::genres {

/// A tag whose branches are known: weights of shape (n_branches,) that sum to 1.
struct KnownTag {
    std::string tag;
    std::vector<double> weights;
};

/// A piece of a name and what it says.
struct NameWord {
    std::string words;     ///< "hip hop", or a piece of a word: "*tronica", "folk*"
    double trust = 1;      ///< power of what it says, besides that of its place; less for pieces of words
    bool is_head = false;  ///< stands last: what the whole is a kind of
    std::vector<double> shares;  ///< of the branches among known tags with this piece, drawn to those of all
    double says = 0;             ///< nats that it moves the likeliest of its branches by; 0: nothing
};

/// What names alone tell: "ambient folk" is folk of an ambient kind. Learnt from tags that are known. The
/// last words count most; known phrases ("drum and bass") count as one; of a word never met its end that is a name
/// ("electropop"), else its longest known beginning or end ("folktronica"). Words that stand in all branches alike (deep, neo, names of places) move
/// nothing.
class NameWords {
  public:
    NameWords() = default;
    NameWords(const std::vector<KnownTag>& known, std::size_t n_branches);

    /// Probabilities of the branches, shape (n_branches,); empty if no piece of the name is known. A tag that
    /// is known itself is told as if it were not.
    std::vector<double> probabilities(std::string_view tag) const;

    /// The pieces of a name that were used, from the last one to the first.
    std::vector<NameWord> words(std::string_view tag) const;

    /// How often each branch is met among the known tags, drawn to equal shares; shape (n_branches,), sum 1.
    const std::vector<double>& prior() const noexcept { return prior_; }

  private:
    using Counts = std::map<std::string, std::vector<double>, std::less<>>;

    const KnownTag* known(std::string_view tag) const;
    /// How much a known tag counts for one of its phrases.
    double weight_for(const KnownTag& tag, const std::string& phrase) const;
    std::vector<double> counts(const Counts& table, const std::string& key, const KnownTag* without,
                               double times) const;
    NameWord read_piece(const std::vector<std::string>& words, std::size_t end, const KnownTag* self,
                        std::size_t& length) const;
    NameWord read_name_end(const std::string& word, const KnownTag* self) const;
    NameWord read_part(const std::string& word, const KnownTag* self) const;

    std::vector<double> prior_;
    std::map<std::string, KnownTag, std::less<>> known_;
    Counts phrases_;
    Counts roles_;  // key: phrase, then its role
    Counts parts_;
};

}  // namespace attune::genres
