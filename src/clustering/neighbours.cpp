#include "clustering/neighbours.h"

#include "core/error.h"
#include "core/kernels.h"
#include "core/parallel.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace attune::clustering {
namespace {

constexpr std::size_t query_block = 96;
constexpr std::size_t item_block = 1024;

using Candidate = std::pair<float, std::uint32_t>;

/// Some rows around one point, with the squares of their lengths: differences of squares then lose few
/// digits.
struct Centred {
    Matrix rows;
    std::vector<float> squares;
};

std::vector<float> means_of(const Matrix& X) {
    std::vector<double> sums(X.n_columns(), 0.0);
    for (std::size_t row = 0; row < X.n_rows(); ++row) {
        for (std::size_t c = 0; c < sums.size(); ++c) sums[c] += X(row, c);
    }
    std::vector<float> means;
    for (const double sum : sums) means.push_back(static_cast<float>(sum / static_cast<double>(X.n_rows())));
    return means;
}

Centred centred(const Matrix& X, std::span<const float> around) {
    Centred centred{X, {}};
    for (std::size_t row = 0; row < X.n_rows(); ++row) {
        float square = 0;
        for (std::size_t c = 0; c < X.n_columns(); ++c) {
            float& x = centred.rows(row, c);
            x -= around[c];
            square += x * x;
        }
        centred.squares.push_back(square);
    }
    return centred;
}

/// The nearest rows seen so far; pruned now and then, so that most candidates cost one comparison.
class Nearest {
  public:
    explicit Nearest(std::size_t k) : k_(k) {}

    /// @param nearness  2 q.x - |x|^2 of each item: larger is nearer
    void offer(const float* nearness, std::size_t first, std::size_t n, std::size_t self) {
        for (std::size_t i = 0; i < n; ++i) {
            if (!(nearness[i] > least_) || first + i == self) continue;
            kept_.emplace_back(-nearness[i], static_cast<std::uint32_t>(first + i));
            if (kept_.size() == 2 * k_ + 16) prune();
        }
    }

    std::span<const Candidate> finish() {
        if (kept_.size() > k_) prune();
        return kept_;
    }

  private:
    void prune() {
        std::ranges::nth_element(kept_, kept_.begin() + static_cast<std::ptrdiff_t>(k_ - 1));
        kept_.resize(k_);
        // What ties with the last one may still be nearer once distances are exact.
        least_ = -kept_.back().first;
    }

    std::size_t k_;
    float least_ = -std::numeric_limits<float>::infinity();
    std::vector<Candidate> kept_;
};

/// The nearness of a block of queries to a block of items, shape (n_queries, item_block).
void measure(const Centred& queries, std::size_t first_query, std::size_t n_queries, const Centred& items,
             std::size_t first_item, std::size_t n_items, std::vector<float>& nearness) {
    const auto d = items.rows.n_columns();
    for (std::size_t q = 0; q < n_queries; ++q) {
        float* const row = nearness.data() + q * item_block;
        for (std::size_t i = 0; i < n_items; ++i) row[i] = -items.squares[first_item + i];
    }
    multiply({.n_rows = n_queries,
              .n_columns = n_items,
              .n_inner = d,
              .a = queries.rows.values().data() + first_query * d,
              .a_row = d,
              .a_column = 1,
              .b = items.rows.values().data() + first_item * d,
              .b_row = 1,
              .b_column = d,
              .c = nearness.data(),
              .c_row = item_block,
              .factor = 2});
}

/// Writes the k best candidates of a row by their exact distances.
void write_row(const Matrix& X, std::span<const float> query, std::span<const Candidate> candidates,
               std::size_t row, Neighbours& found) {
    std::vector<std::pair<double, std::uint32_t>> exact;
    for (const auto& [nearness, item] : candidates)
        exact.emplace_back(squared_distance(query, X.row(item)), item);
    std::ranges::sort(exact);
    for (std::size_t i = 0; i < found.k; ++i) {
        found.rows[row * found.k + i] = exact[i].second;
        found.distances[row * found.k + i] = static_cast<float>(std::sqrt(exact[i].first));
    }
}

Neighbours search(const Matrix& X, const Matrix& queries, std::size_t k, bool is_self, std::size_t threads,
                  const Task& task) {
    const auto around = means_of(X);
    const auto items = centred(X, around);
    const auto asked = is_self ? Centred{} : centred(queries, around);
    const auto& centred_queries = is_self ? items : asked;
    Neighbours found{k, std::vector<std::uint32_t>(queries.n_rows() * k),
                     std::vector<float>(queries.n_rows() * k)};
    // A few more than k, since float32 may confuse the order of the last ones.
    const auto n_kept = std::min(k + 4, X.n_rows() - (is_self ? 1 : 0));
    parallel_for((queries.n_rows() + query_block - 1) / query_block, threads, [&](std::size_t block) {
        task.check();
        const auto first = block * query_block;
        const auto n = std::min(query_block, queries.n_rows() - first);
        std::vector<Nearest> nearest(n, Nearest(n_kept));
        std::vector<float> nearness(query_block * item_block);
        for (std::size_t item = 0; item < X.n_rows(); item += item_block) {
            const auto n_items = std::min(item_block, X.n_rows() - item);
            measure(centred_queries, first, n, items, item, n_items, nearness);
            for (std::size_t q = 0; q < n; ++q)
                nearest[q].offer(nearness.data() + q * item_block, item, n_items,
                                 is_self ? first + q : X.n_rows());
        }
        for (std::size_t q = 0; q < n; ++q)
            write_row(X, queries.row(first + q), nearest[q].finish(), first + q, found);
    });
    return found;
}

}  // namespace

void require_known(const Matrix& X) {
    require(!X.empty(), "a table must have rows and columns, got {} x {}", X.n_rows(), X.n_columns());
    for (std::size_t i = 0; i < X.values().size(); ++i) {
        require(std::isfinite(X.values()[i]),
                "row {}, column {}: distances need known, finite values; fill them first", i / X.n_columns(),
                i % X.n_columns());
    }
}

double squared_distance(std::span<const float> a, std::span<const float> b) {
    double sum = 0;
    for (std::size_t c = 0; c < a.size(); ++c) {
        const double difference = static_cast<double>(a[c]) - b[c];
        sum += difference * difference;
    }
    return sum;
}

Neighbours nearest_neighbours(const Matrix& X, std::size_t k, std::size_t threads, const Task& task) {
    require_known(X);
    require(k >= 1 && k < X.n_rows(), "k must be in [1, {}], got {}", X.n_rows() - 1, k);
    return search(X, X, k, true, threads, task);
}

Neighbours nearest_neighbours(const Matrix& X, const Matrix& queries, std::size_t k, std::size_t threads,
                              const Task& task) {
    require_known(X);
    require(k >= 1 && k <= X.n_rows(), "k must be in [1, {}], got {}", X.n_rows(), k);
    if (queries.n_rows() == 0) return {k, {}, {}};
    require_known(queries);
    require(queries.n_columns() == X.n_columns(), "rows must have {} columns, got {}", X.n_columns(),
            queries.n_columns());
    return search(X, queries, k, false, threads, task);
}

}  // namespace attune::clustering
