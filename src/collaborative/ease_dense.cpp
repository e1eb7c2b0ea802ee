#include "collaborative/co_plays.h"
#include "collaborative/dense.h"
#include "collaborative/ease_form.h"
#include "core/error.h"
#include "core/kernels.h"

#include <cmath>

namespace attune::collaborative {
namespace {

using library::Interactions;
using library::ItemIndex;

/// (X^T X + diag(penalties))^-1 by rows.
std::vector<float> inverse_gram(const Interactions& X, std::span<const double> penalties,
                                const FitSettings& settings, const Task& task) {
    auto inverse = gram_matrix(X, penalties, settings.threads, task);
    task.report("inverting", 0, 1);
    require(invert(inverse.data(), X.n_items(), settings.threads, task),
            "the regularization is too small for these plays: the matrix cannot be inverted");
    task.report("inverting", 1, 1);
    return inverse;
}

class ByItems final : public EaseForm {
  public:
    ByItems(std::size_t n_items, std::vector<float> weights)
        : n_items_(n_items), weights_(std::move(weights)) {}

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

// With Z = X diag(penalty)^-1/2, its columns z_j, K = (Z Z^T + I)^-1 and q_j = z_j^T K z_j:
// B(i, j) = z_i^T K z_j / (1 - q_j) sqrt(penalty_j / penalty_i) for i != j.
class ByPeople final : public EaseForm {
  public:
    /// @param Z        people x items
    /// @param inverse  K, shape (n_users, n_users)
    /// @param roots    sqrt(penalty) of each item
    ByPeople(const Interactions& Z, std::vector<float> inverse, std::vector<float> roots,
             std::vector<float> factors)
        : people_of_(Z.transposed()),
          inverse_(std::move(inverse)),
          roots_(std::move(roots)),
          factors_(std::move(factors)),
          explained_(n_items(), 0.0) {
        for (ItemIndex item = 0; item < n_items(); ++item) {
            const auto people = people_of_.row(item);
            for (std::size_t a = 0; a < people.size(); ++a) {
                const float* const row = inverse_.data() + people.indices[a] * n_users();
                for (std::size_t b = 0; b < people.size(); ++b)
                    explained_[item] += static_cast<double>(people.values[a]) *
                                        static_cast<double>(people.values[b]) *
                                        static_cast<double>(row[people.indices[b]]);
            }
        }
    }

    std::size_t n_items() const noexcept override { return people_of_.n_users(); }

    std::vector<float> score(std::span<const ItemIndex> items, std::span<const float> x) const override {
        std::vector<float> alike(n_users(), 0.0F);
        for (std::size_t k = 0; k < items.size(); ++k)
            add(alike, x[k] / roots_[items[k]], people_of_.row(items[k]));
        std::vector<float> weights(n_users());
        kernels().times(inverse_.data(), n_users(), n_users(), alike.data(), weights.data());
        std::vector<double> scores(n_items());
        for (ItemIndex item = 0; item < n_items(); ++item) scores[item] = dot(people_of_.row(item), weights);
        for (std::size_t k = 0; k < items.size(); ++k)
            scores[items[k]] -=
                explained_[items[k]] * static_cast<double>(x[k]) / static_cast<double>(roots_[items[k]]);
        for (ItemIndex item = 0; item < n_items(); ++item) scores[item] *= scale_of(item);
        return {scores.begin(), scores.end()};
    }

    std::vector<double> weights_for(std::span<const ItemIndex> items, ItemIndex item) const override {
        std::vector<float> weights(n_users(), 0.0F);
        const auto people = people_of_.row(item);
        for (std::size_t k = 0; k < people.size(); ++k)
            kernels().add(weights.data(), people.values[k], inverse_.data() + people.indices[k] * n_users(),
                          n_users());
        std::vector<double> found;
        for (const auto own : items) {
            const double product = own == item ? 0 : dot(people_of_.row(own), weights);
            found.push_back(product * scale_of(item) / static_cast<double>(roots_[own]));
        }
        return found;
    }

    void write(ByteWriter& writer) const override {
        writer.count(static_cast<std::uint64_t>(EaseFormKind::people));
        writer.interactions(people_of_.transposed());
        writer.list(std::span<const float>(inverse_));
        writer.list(std::span<const float>(roots_));
        writer.list(std::span<const float>(factors_));
    }

  private:
    std::size_t n_users() const noexcept { return people_of_.n_items(); }

    double scale_of(ItemIndex item) const {
        return static_cast<double>(roots_[item]) * static_cast<double>(factors_[item]) /
               (1 - explained_[item]);
    }

    static void add(std::vector<float>& sum, float factor, const library::InteractionRow& row) {
        for (std::size_t k = 0; k < row.size(); ++k) sum[row.indices[k]] += factor * row.values[k];
    }

    static double dot(const library::InteractionRow& row, const std::vector<float>& weights) {
        double sum = 0;
        for (std::size_t k = 0; k < row.size(); ++k)
            sum += static_cast<double>(row.values[k]) * static_cast<double>(weights[row.indices[k]]);
        return sum;
    }

    Interactions people_of_;  ///< Z transposed
    std::vector<float> inverse_;
    std::vector<float> roots_;
    std::vector<float> factors_;
    std::vector<double> explained_;  ///< q, in [0, 1): how well an item is told by itself
};

}  // namespace

std::unique_ptr<EaseForm> fit_ease_by_items(const EaseProblem& problem, const FitSettings& settings,
                                            const Task& task) {
    const std::size_t n = problem.X.n_items();
    auto weights = inverse_gram(problem.X, problem.penalties, settings, task);
    std::vector<double> scales(n);
    for (std::size_t j = 0; j < n; ++j)
        scales[j] = -problem.factors[j] / static_cast<double>(weights[j * n + j]);
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < n; ++j) weights[i * n + j] *= i == j ? 0 : static_cast<float>(scales[j]);
    }
    return std::make_unique<ByItems>(n, std::move(weights));
}

std::unique_ptr<EaseForm> fit_ease_by_people(const EaseProblem& problem, const FitSettings& settings,
                                             const Task& task) {
    std::vector<float> roots;
    for (const double penalty : problem.penalties) roots.push_back(static_cast<float>(std::sqrt(penalty)));
    const auto Z =
        problem.X.with_values_at([&](auto, auto item, float weight) { return weight / roots[item]; });
    auto inverse = inverse_gram(Z.transposed(), std::vector<double>(Z.n_users(), 1.0), settings, task);
    return std::make_unique<ByPeople>(Z, std::move(inverse), std::move(roots),
                                      std::vector<float>(problem.factors.begin(), problem.factors.end()));
}

std::unique_ptr<EaseForm> load_ease_by_items(ByteReader& reader) {
    const std::size_t n = reader.count_up_to(1'000'000);
    return std::make_unique<ByItems>(n, reader.floats(n * n));
}

std::unique_ptr<EaseForm> load_ease_by_people(ByteReader& reader) {
    const Interactions Z = reader.interactions();
    auto inverse = reader.floats(Z.n_users() * Z.n_users());
    auto roots = reader.floats(Z.n_items());
    auto factors = reader.floats(Z.n_items());
    for (const float root : roots) ByteReader::intact(root > 0, "a penalty is not > 0");
    return std::make_unique<ByPeople>(Z, std::move(inverse), std::move(roots), std::move(factors));
}

}  // namespace attune::collaborative
