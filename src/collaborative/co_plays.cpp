#include "collaborative/co_plays.h"

#include "core/parallel.h"

#include <algorithm>

namespace attune::collaborative {

void CoPlays::compute(const library::Interactions& X, const library::Interactions& people_of,
                      library::ItemIndex item) {
    for (const auto other : items_) products_[other] = 0;
    items_.clear();
    const auto people = people_of.row(item);
    for (std::size_t p = 0; p < people.size(); ++p) {
        const auto row = X.row(people.indices[p]);
        const double weight = people.values[p];
        for (std::size_t k = 0; k < row.size(); ++k) {
            double& product = products_[row.indices[k]];
            if (product == 0) items_.push_back(row.indices[k]);
            product += weight * static_cast<double>(row.values[k]);
        }
    }
}

void for_each_item(const library::Interactions& X, std::size_t threads, std::string_view stage,
                   const Task& task, const std::function<void(library::ItemIndex, const CoPlays&)>& body) {
    constexpr std::size_t n_together = 128;  // each block clears its own row of n_items once
    const auto people_of = X.transposed();
    const std::size_t n_blocks = (X.n_items() + n_together - 1) / n_together;
    // Reports come from this thread alone: between rounds of blocks.
    constexpr std::size_t n_blocks_a_round = 64;
    for (std::size_t round = 0; round < n_blocks; round += n_blocks_a_round) {
        task.report(stage, round, n_blocks);
        parallel_for(std::min(n_blocks_a_round, n_blocks - round), threads, [&](std::size_t block) {
            task.check();
            CoPlays row(X.n_items());
            const std::size_t first = (round + block) * n_together;
            for (std::size_t item = first; item < std::min(first + n_together, X.n_items()); ++item) {
                row.compute(X, people_of, static_cast<library::ItemIndex>(item));
                body(static_cast<library::ItemIndex>(item), row);
            }
        });
    }
    task.report(stage, n_blocks, n_blocks);
}

std::vector<float> gram_matrix(const library::Interactions& X, std::span<const double> penalties,
                               std::size_t threads, const Task& task) {
    const std::size_t n = X.n_items();
    std::vector<float> gram(n * n, 0.0F);
    for_each_item(X, threads, "counting what is played together", task, [&](auto item, const CoPlays& row) {
        float* const to = gram.data() + item * n;
        for (const auto other : row.items()) {
            if (other >= item) to[other] = static_cast<float>(row[other]);
        }
        to[item] = static_cast<float>(row[item] + penalties[item]);
    });
    return gram;
}

std::vector<double> squared_lengths(const library::Interactions& people_of) {
    std::vector<double> squares;
    for (library::ItemIndex item = 0; item < people_of.n_users(); ++item) {
        double sum = 0;
        for (const float value : people_of.row(item).values) sum += static_cast<double>(value) * value;
        squares.push_back(sum);
    }
    return squares;
}

}  // namespace attune::collaborative
