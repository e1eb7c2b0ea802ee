#include "collaborative/co_plays.h"
#include "collaborative/dense.h"
#include "collaborative/ease_form.h"
#include "collaborative/kernels.h"
#include "core/error.h"

#include <algorithm>

namespace attune::collaborative {
namespace {

using library::Interactions;
using library::ItemIndex;

/// (X^T X + ridge I)^-1 by rows.
std::vector<float> inverse_gram(const Interactions& X, double ridge, const FitSettings& settings, const Task& task) {
    auto inverse = gram_matrix(X, ridge, settings.threads, task);
    task.report("inverting", 0, 1);
    require(invert(inverse.data(), X.n_items(), settings.threads, task),
            "a regularization of {} is too small for these plays: the matrix cannot be inverted", ridge);
    task.report("inverting", 1, 1);
    return inverse;
}

class ByItems final : public EaseForm {
  public:
    ByItems(std::size_t n_items, std::vector<float> weights) : n_items_(n_items), weights_(std::move(weights)) {}

    std::size_t n_items() const noexcept override { return n_items_; }

    std::vector<float> score(std::span<const ItemIndex> items, std::span<const float> x) const override {
        std::vector<float> scores(n_items_, 0.0F);
        for (std::size_t k = 0; k < items.size(); ++k)
            kernels().add(scores.data(), x[k], weights_.data() + items[k] * n_items_, n_items_);
        return scores;
    }

    std::vector<double> weights_for(std::span<const ItemIndex> items, ItemIndex item) const override {
        std::vector<double> weights;
        for (const auto own : items) weights.push_back(static_cast<double>(weights_[own * n_items_ + item]));
        return weights;
    }

    void write(ByteWriter& writer) const override {
        writer.count(static_cast<std::uint64_t>(EaseFormKind::items));
        writer.count(n_items_);
        writer.list(std::span<const float>(weights_));
    }

  private:
    std::size_t n_items_;
    std::vector<float> weights_;  ///< B by rows
};

class ByPeople final : public EaseForm {
  public:
    /// @param inverse  (X X^T + ridge I)^-1, shape (n_users, n_users)
    ByPeople(const Interactions& X, std::vector<float> inverse)
        : people_of_(X.transposed()), inverse_(std::move(inverse)), explained_(n_items(), 0.0) {
        for (ItemIndex item = 0; item < n_items(); ++item) {
            const auto people = people_of_.row(item);
            for (std::size_t a = 0; a < people.size(); ++a) {
                const float* const row = inverse_.data() + people.indices[a] * n_users();
                for (std::size_t b = 0; b < people.size(); ++b)
                    explained_[item] += static_cast<double>(people.values[a]) * people.values[b] *
                                        static_cast<double>(row[people.indices[b]]);
            }
        }
    }

    std::size_t n_items() const noexcept override { return people_of_.n_users(); }

    // With K the inverse and q_j = x_j^T K x_j of a column x_j of X:  B(i, j) = x_i^T K x_j / (1 - q_j), i != j.
    std::vector<float> score(std::span<const ItemIndex> items, std::span<const float> x) const override {
        std::vector<float> alike(n_users(), 0.0F);
        for (std::size_t k = 0; k < items.size(); ++k) add(alike, x[k], people_of_.row(items[k]));
        std::vector<float> weights(n_users());
        kernels().times(inverse_.data(), n_users(), n_users(), alike.data(), weights.data());
        std::vector<double> scores(n_items());
        for (ItemIndex item = 0; item < n_items(); ++item) scores[item] = dot(people_of_.row(item), weights);
        for (std::size_t k = 0; k < items.size(); ++k)
            scores[items[k]] -= explained_[items[k]] * static_cast<double>(x[k]);
        for (std::size_t item = 0; item < n_items(); ++item) scores[item] /= 1 - explained_[item];
        return {scores.begin(), scores.end()};
    }

    std::vector<double> weights_for(std::span<const ItemIndex> items, ItemIndex item) const override {
        std::vector<float> weights(n_users(), 0.0F);
        const auto people = people_of_.row(item);
        for (std::size_t k = 0; k < people.size(); ++k)
            kernels().add(weights.data(), people.values[k], inverse_.data() + people.indices[k] * n_users(), n_users());
        std::vector<double> found;
        for (const auto own : items)
            found.push_back(own == item ? 0 : dot(people_of_.row(own), weights) / (1 - explained_[item]));
        return found;
    }

    void write(ByteWriter& writer) const override {
        writer.count(static_cast<std::uint64_t>(EaseFormKind::people));
        writer.interactions(people_of_.transposed());
        writer.list(std::span<const float>(inverse_));
    }

  private:
    std::size_t n_users() const noexcept { return people_of_.n_items(); }

    static void add(std::vector<float>& sum, float factor, const library::InteractionRow& row) {
        for (std::size_t k = 0; k < row.size(); ++k) sum[row.indices[k]] += factor * row.values[k];
    }

    static double dot(const library::InteractionRow& row, const std::vector<float>& weights) {
        double sum = 0;
        for (std::size_t k = 0; k < row.size(); ++k)
            sum += static_cast<double>(row.values[k]) * static_cast<double>(weights[row.indices[k]]);
        return sum;
    }

    Interactions people_of_;         ///< X transposed
    std::vector<float> inverse_;
    std::vector<double> explained_;  ///< q, in [0, 1): how well an item is told by itself
};

}  // namespace

std::unique_ptr<EaseForm> fit_ease_by_items(const Interactions& X, double ridge, const FitSettings& settings,
                                            const Task& task) {
    const std::size_t n = X.n_items();
    auto weights = inverse_gram(X, ridge, settings, task);
    std::vector<float> diagonal(n);
    for (std::size_t j = 0; j < n; ++j) diagonal[j] = weights[j * n + j];
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < n; ++j) weights[i * n + j] = i == j ? 0 : -weights[i * n + j] / diagonal[j];
    }
    return std::make_unique<ByItems>(n, std::move(weights));
}

std::unique_ptr<EaseForm> fit_ease_by_people(const Interactions& X, double ridge, const FitSettings& settings,
                                             const Task& task) {
    return std::make_unique<ByPeople>(X, inverse_gram(X.transposed(), ridge, settings, task));
}

std::unique_ptr<EaseForm> load_ease_by_items(ByteReader& reader) {
    const std::size_t n = reader.count_up_to(1'000'000);
    return std::make_unique<ByItems>(n, reader.floats(n * n));
}

std::unique_ptr<EaseForm> load_ease_by_people(ByteReader& reader) {
    const Interactions X = reader.interactions();
    return std::make_unique<ByPeople>(X, reader.floats(X.n_users() * X.n_users()));
}

}  // namespace attune::collaborative
