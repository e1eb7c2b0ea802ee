#include "collaborative/co_plays.h"
#include "collaborative/dense.h"
#include "collaborative/ease_form.h"
#include "core/error.h"
#include "core/parallel.h"

#include <algorithm>
#include <cmath>

namespace attune::collaborative {
namespace {

using library::Interactions;
using library::ItemIndex;

/// For each item its products with the items nearest to it, itself among them: X^T X without what is small.
using NearProducts = std::vector<std::vector<ItemWeight>>;

class ByNeighbours final : public EaseForm {
  public:
    explicit ByNeighbours(ItemWeights weights) : weights_(std::move(weights)) {}

    std::size_t n_items() const noexcept override { return weights_.n_items(); }

    std::vector<float> score(std::span<const ItemIndex> items, std::span<const float> x) const override {
        return weights_.score(items, x);
    }

    std::vector<double> weights_for(std::span<const ItemIndex> items, ItemIndex item) const override {
        std::vector<double> weights;
        for (const auto own : items) weights.push_back(static_cast<double>(weights_.weight(own, item)));
        return weights;
    }

    void write(ByteWriter& writer) const override {
        writer.count(static_cast<std::uint64_t>(EaseFormKind::sparse));
        weights_.write(writer);
    }

  private:
    ItemWeights weights_;
};

/// By correlation, so that items that everybody plays are not next to all others.
NearProducts near_products(const Interactions& X, std::size_t count, const FitSettings& settings,
                           const Task& task) {
    const auto squares = squared_lengths(X.transposed());
    NearProducts near(X.n_items());
    for_each_item(X, settings.threads, "comparing items", task, [&](auto item, const CoPlays& row) {
        std::vector<ItemWeight> products;
        for (const auto other : row.items()) products.push_back({other, static_cast<float>(row[other])});
        near[item] = strongest(std::move(products), count, [&](const ItemWeight& entry) {
            // An item is nearest to itself, whatever rounding says.
            if (entry.item == item) return 2.0;
            return static_cast<double>(entry.weight) / std::sqrt(squares[entry.item] * squares[item]);
        });
    });
    return near;
}

/// Solves columns of B one after the other.
class ColumnSolver {
  public:
    ColumnSolver(const NearProducts& near, const EaseProblem& problem, std::size_t n_neighbours)
        : near_(near), problem_(problem), n_neighbours_(n_neighbours), place_(near.size(), none) {}

    /// The weights with which its neighbours speak for an item.
    std::vector<ItemWeight> solve(ItemIndex item) {
        auto speakers = neighbours_of(item);
        const std::size_t n = speakers.size();
        for (std::size_t k = 0; k < n; ++k) place_[speakers[k].item] = k;
        std::vector<float> solution(n);
        for (double strength = 1;; strength *= 2) {
            // Products that were left out as small may cost the matrix its positive definiteness.
            auto gram = gram_among(speakers, strength);
            if (!cholesky(gram.data(), n)) continue;
            for (std::size_t k = 0; k < n; ++k) solution[k] = speakers[k].weight;
            solve_cholesky(gram.data(), n, solution.data());
            break;
        }
        for (std::size_t k = 0; k < n; ++k) {
            place_[speakers[k].item] = none;
            speakers[k].weight = solution[k] * static_cast<float>(problem_.factors[item]);
        }
        return speakers;
    }

  private:
    static constexpr std::size_t none = ~std::size_t{0};

    /// With their products with the item.
    std::vector<ItemWeight> neighbours_of(ItemIndex item) const {
        auto others = near_[item];
        std::erase_if(others, [&](const auto& entry) { return entry.item == item; });
        return strongest(std::move(others), n_neighbours_, [&](const ItemWeight& entry) {
            return entry.weight / std::sqrt(own_product(entry.item));
        });
    }

    float own_product(ItemIndex item) const {
        const auto& products = near_[item];
        return std::lower_bound(products.begin(), products.end(), item,
                                [](const auto& entry, ItemIndex wanted) { return entry.item < wanted; })
            ->weight;
    }

    std::vector<float> gram_among(const std::vector<ItemWeight>& speakers, double strength) const {
        const std::size_t n = speakers.size();
        std::vector<float> gram(n * n, 0.0F);
        for (std::size_t i = 0; i < n; ++i) {
            for (const auto& entry : near_[speakers[i].item]) {
                const std::size_t j = place_[entry.item];
                if (j != none) gram[i * n + j] = gram[j * n + i] = entry.weight;
            }
            gram[i * n + i] += static_cast<float>(strength * problem_.penalties[speakers[i].item]);
        }
        return gram;
    }

    const NearProducts& near_;
    const EaseProblem& problem_;
    std::size_t n_neighbours_;
    std::vector<std::size_t> place_;  ///< of an item among the speakers
};

}  // namespace

std::unique_ptr<EaseForm> fit_ease_by_neighbours(const EaseProblem& problem, std::size_t n_neighbours,
                                                 const FitSettings& settings, const Task& task) {
    // Twice the neighbours: those of a neighbour that are also its own, and more of them.
    const NearProducts near = near_products(problem.X, 2 * n_neighbours + 1, settings, task);
    std::vector<std::vector<ItemWeight>> columns(near.size());
    constexpr std::size_t n_together = 256;
    const std::size_t n_blocks = (near.size() + n_together - 1) / n_together;
    task.report("solving", 0, n_blocks);
    parallel_for(n_blocks, settings.threads, [&](std::size_t block) {
        ColumnSolver solver(near, problem, n_neighbours);
        for (std::size_t item = block * n_together; item < std::min((block + 1) * n_together, near.size());
             ++item) {
            task.check();
            if (!near[item].empty()) columns[item] = solver.solve(static_cast<ItemIndex>(item));
        }
    });
    task.report("solving", n_blocks, n_blocks);
    return std::make_unique<ByNeighbours>(ItemWeights(columns));
}

std::unique_ptr<EaseForm> load_ease_by_neighbours(ByteReader& reader) {
    return std::make_unique<ByNeighbours>(ItemWeights(reader));
}

}  // namespace attune::collaborative
