#pragma once

#include "collaborative/item_weights.h"
#include "collaborative/option_text.h"
#include "collaborative/recommender.h"
#include "collaborative/weighting.h"

#include <array>

namespace attune::collaborative {

/// How alike two items are by their people.
enum class ItemSimilarity {
    cosine,  ///< of their columns of weights
    tfidf,   ///< the same, where people who play nearly everything count less
    bm25,    ///< the product of their columns in the weights of BM25: much played items gain
};

struct ItemKnnOptions {
    ItemSimilarity similarity = ItemSimilarity::cosine;
    int neighbours = 500;
    Weighting weighting = Weighting::log1p;
    WeightScale scale = WeightScale::absolute;
    float shrinkage = 20;
    float k1 = 1.2F;
    float b = 0.75F;

    static constexpr std::array<std::string_view, 3> similarity_names{"cosine", "tfidf", "bm25"};

    template <class Visit>
    void describe(Visit&& visit) {
        visit(Choice<ItemSimilarity>{"similarity", similarity, similarity_names, "how alike two items are"});
        visit(Option<int>{"neighbours", neighbours, 1, 100000, "items that speak for an item [k]"});
        visit(Choice<Weighting>{"weighting", weighting, weighting_names, "weight of a play count"});
        visit(Choice<WeightScale>{"scale", scale, weight_scale_names,
                                  "weights as they are, or by a person's mean"});
        visit(Option<float>{"shrinkage", shrinkage, 0, 1e6F,
                            "added to the divisor of the cosine: few people prove less"});
        visit(Option<float>{"k1", k1, 0, 1e4F, "bm25: how late a weight is enough [k1]"});
        visit(Option<float>{"b", b, 0, 1, "bm25: how much longer columns count less [b]"});
    }
};

/// Neighbours among items: score(j) = sum over the profile's items i of weight(i) * similarity(i, j), where i
/// is one of the k items that are most like j.
///
/// Fitting takes the sum over people of their squared numbers of items; n_items x neighbours x 8 bytes are
/// kept.
///
/// Source: M. Deshpande, G. Karypis, "Item-based top-N recommendation algorithms", ACM TOIS 22, 2004; BM25:
/// S. Robertson, H. Zaragoza, "The probabilistic relevance framework: BM25 and beyond", 2009 (items are the
/// documents, people the words).
class ItemKnn final : public Recommender {
  public:
    explicit ItemKnn(const ItemKnnOptions& options) : options_(options) {}
    ItemKnn(const ItemKnnOptions& options, std::string_view bytes);

    std::string_view name() const noexcept override { return "item_knn"; }
    std::string options() const override { return options_text(options_); }
    void fit(const library::Interactions& plays, const FitSettings& settings, const Task& task) override;
    std::size_t n_items() const noexcept override { return similarity_.n_items(); }
    std::vector<float> score(const Profile& profile) const override;
    std::vector<ItemEvidence> explain(const Profile& profile, library::ItemIndex item) const override;
    std::string save() const override;

  private:
    ItemKnnOptions options_;
    ItemWeights similarity_;
};

}  // namespace attune::collaborative
