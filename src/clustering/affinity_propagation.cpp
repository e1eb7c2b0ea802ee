#include "clustering/affinity_propagation.h"

#include "clustering/neighbours.h"
#include "clustering/wide.h"
#include "core/argmax.h"
#include "core/error.h"
#include "core/parallel.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace attune::clustering {
namespace {

// Sums over rows are made in this many parts whatever the number of threads, so that they come out the same.
constexpr std::size_t n_parts = 16;

/// out[j] -= (own - column[j])^2
ATTUNE_WIDE void subtract_squares(double own, const double* column, std::size_t n, double* out) {
    for (std::size_t j = 0; j < n; ++j) out[j] -= (own - column[j]) * (own - column[j]);
}

/// a[k] = keep a[k] + (1 - keep) min(0, support[k] - max(0, r[k]))
ATTUNE_WIDE void blend_availability(double keep, const double* support, const double* r, std::size_t n,
                                    double* a) {
    for (std::size_t k = 0; k < n; ++k) {
        const double others = support[k] - (r[k] > 0 ? r[k] : 0);
        a[k] = keep * a[k] + (1 - keep) * (others < 0 ? others : 0);
    }
}

/// r[k] = keep r[k] + (1 - keep) (s[k] - largest)
ATTUNE_WIDE void blend_responsibility(double keep, const double* s, double largest, std::size_t n,
                                      double* r) {
    for (std::size_t k = 0; k < n; ++k) r[k] = keep * r[k] + (1 - keep) * (s[k] - largest);
}

/// support[k] += max(0, r[k])
ATTUNE_WIDE void add_support(const double* r, std::size_t n, double* support) {
    for (std::size_t k = 0; k < n; ++k) support[k] += r[k] > 0 ? r[k] : 0;
}

/// sums = a + s. @return the largest of them
ATTUNE_WIDE double add_and_find_largest(const double* a, const double* s, std::size_t n, double* sums) {
    constexpr std::size_t n_lanes = 16;
    double lanes[n_lanes];
    for (auto& lane : lanes) lane = -std::numeric_limits<double>::infinity();
    std::size_t k = 0;
    for (; k + n_lanes <= n; k += n_lanes) {
        for (std::size_t lane = 0; lane < n_lanes; ++lane) {
            const double sum = a[k + lane] + s[k + lane];
            sums[k + lane] = sum;
            lanes[lane] = sum > lanes[lane] ? sum : lanes[lane];
        }
    }
    double largest = lanes[0];
    for (const double lane : lanes) largest = lane > largest ? lane : largest;
    for (; k < n; ++k) {
        sums[k] = a[k] + s[k];
        largest = sums[k] > largest ? sums[k] : largest;
    }
    return largest;
}

/// The largest of n values.
ATTUNE_WIDE double largest_of(const double* values, std::size_t n) {
    constexpr std::size_t n_lanes = 16;
    double lanes[n_lanes];
    for (auto& lane : lanes) lane = -std::numeric_limits<double>::infinity();
    std::size_t k = 0;
    for (; k + n_lanes <= n; k += n_lanes) {
        for (std::size_t lane = 0; lane < n_lanes; ++lane)
            lanes[lane] = values[k + lane] > lanes[lane] ? values[k + lane] : lanes[lane];
    }
    double largest = lanes[0];
    for (const double lane : lanes) largest = lane > largest ? lane : largest;
    for (; k < n; ++k) largest = values[k] > largest ? values[k] : largest;
    return largest;
}

/// Negative squared distances, made anew row by row whenever they are needed: in float64 they would take as
/// much memory as the messages, and which of two nearly equal rows comes forward hangs on their last digits.
class Similarities {
  public:
    explicit Similarities(const Matrix& X) : n_(X.n_rows()), d_(X.n_columns()), columns_(X.values().size()) {
        for (std::size_t i = 0; i < n_; ++i) {
            for (std::size_t c = 0; c < d_; ++c) columns_[c * n_ + i] = X(i, c);
        }
    }

    std::size_t size() const noexcept { return n_; }

    double at(std::size_t i, std::size_t j) const {
        double sum = 0;
        for (std::size_t c = 0; c < d_; ++c) {
            const double difference = columns_[c * n_ + i] - columns_[c * n_ + j];
            sum -= difference * difference;
        }
        return sum;
    }

    /// Writes row i, shape (n,).
    void row(std::size_t i, double* out) const {
        constexpr std::size_t block = 512;  // stays in the L1 cache while all columns are added
        for (std::size_t first = 0; first < n_; first += block) {
            const auto end = std::min(n_, first + block);
            std::fill(out + first, out + end, 0.0);
            for (std::size_t c = 0; c < d_; ++c) {
                const double* const column = columns_.data() + c * n_;
                subtract_squares(column[i], column + first, end - first, out + first);
            }
        }
    }

  private:
    std::size_t n_;
    std::size_t d_;
    std::vector<double> columns_;
};

/// The median of all similarities, those of a row with itself (0) included.
double median_of(const Similarities& S, std::size_t threads) {
    const auto n = S.size();
    std::vector<double> values(n * n);
    parallel_for(n, threads, [&](std::size_t i) { S.row(i, values.data() + i * n); });
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    if (values.size() % 2 == 1) return *middle;
    return (*middle + *std::max_element(values.begin(), middle)) / 2;
}

/// The messages, and one round of them in a single pass over both matrices: in row i first what the
/// others answered to the last round (availability A), then what i says of them now (responsibility R).
class Messages {
  public:
    Messages(const Similarities& S, double preference, const AffinityOptions& options)
        : S_(S),
          n_(S.size()),
          preference_(preference),
          keep_(options.damping),
          threads_(static_cast<std::size_t>(options.threads)),
          A_(n_ * n_, 0.0),
          R_(n_ * n_, 0.0),
          own_availability_(n_, 0.0),
          support_(n_, 0.0),
          partial_(n_parts, std::vector<double>(n_)) {}

    void pass(bool is_first) {
        parallel_for(n_parts, threads_, [&](std::size_t part) {
            std::ranges::fill(partial_[part], 0.0);
            std::vector<double> similarities(n_);
            std::vector<double> sums(n_);
            for (std::size_t i = part * n_ / n_parts; i < (part + 1) * n_ / n_parts; ++i) {
                S_.row(i, similarities.data());
                similarities[i] = preference_;
                if (!is_first) update_availability(i);
                update_responsibility(i, similarities.data(), sums, partial_[part].data());
            }
        });
        std::ranges::fill(support_, 0.0);
        for (const auto& part : partial_) {
            for (std::size_t k = 0; k < n_; ++k) support_[k] += part[k];
        }
        for (std::size_t k = 0; k < n_; ++k) {
            const double answer = support_[k] - R_[k * n_ + k];
            own_availability_[k] = keep_ * own_availability_[k] + (1 - keep_) * answer;
        }
    }

    bool is_exemplar(std::size_t k) const { return own_availability_[k] + R_[k * n_ + k] > 0; }

  private:
    void update_availability(std::size_t i) {
        double* const a = A_.data() + i * n_;
        blend_availability(keep_, support_.data(), R_.data() + i * n_, n_, a);
        a[i] = own_availability_[i];
    }

    void update_responsibility(std::size_t i, const double* s, std::vector<double>& sums, double* support) {
        const double* const a = A_.data() + i * n_;
        double* const r = R_.data() + i * n_;
        const double largest = add_and_find_largest(a, s, n_, sums.data());
        const auto best = static_cast<std::size_t>(std::ranges::find(sums, largest) - sums.begin());
        sums[best] = -std::numeric_limits<double>::infinity();
        const double second = largest_of(sums.data(), n_);
        const double before = r[best];
        blend_responsibility(keep_, s, largest, n_, r);
        r[best] = keep_ * before + (1 - keep_) * (s[best] - second);
        add_support(r, n_, support);
        if (r[i] < 0) support[i] += r[i];
    }

    const Similarities& S_;
    std::size_t n_;
    double preference_;
    double keep_;
    std::size_t threads_;
    std::vector<double> A_;
    std::vector<double> R_;
    std::vector<double> own_availability_;
    std::vector<double> support_;  // sum of what speaks for each row
    std::vector<std::vector<double>> partial_;
};

/// Each row's cluster by similarity; an exemplar is its own.
Assignment assign_to(const Similarities& S, const std::vector<std::size_t>& exemplars) {
    Assignment cluster_of(S.size());
    for (std::size_t i = 0; i < S.size(); ++i) {
        const auto nearest =
            std::ranges::max_element(exemplars, {}, [&](std::size_t e) { return S.at(i, e); });
        cluster_of[i] = static_cast<std::uint32_t>(nearest - exemplars.begin());
    }
    for (std::size_t c = 0; c < exemplars.size(); ++c)
        cluster_of[exemplars[c]] = static_cast<std::uint32_t>(c);
    return cluster_of;
}

/// The row of each cluster that the others of it are most similar to.
std::vector<std::size_t> refined(const Similarities& S, const std::vector<std::size_t>& exemplars) {
    const auto cluster_of = assign_to(S, exemplars);
    std::vector<std::vector<std::size_t>> members(exemplars.size());
    for (std::size_t i = 0; i < S.size(); ++i) members[cluster_of[i]].push_back(i);
    std::vector<std::size_t> best;
    for (const auto& rows : members) {
        std::vector<double> sums;
        for (const auto row : rows) {
            double sum = 0;
            for (const auto other : rows) sum += S.at(other, row);
            sums.push_back(sum);
        }
        best.push_back(rows[argmax(sums)]);
    }
    std::ranges::sort(best);
    return best;
}

AffinityClusters run(const Similarities& S, double preference, const AffinityOptions& options,
                     const Task& task) {
    AffinityClusters result;
    result.preference = preference;
    Messages messages(S, preference, options);
    std::vector<int> chosen_for(S.size(), 0);  // rounds in a row as exemplar, negative: as none
    for (result.iterations = 0; result.iterations < options.iterations && !result.has_converged;
         ++result.iterations) {
        task.report("passing messages", static_cast<std::size_t>(result.iterations),
                    static_cast<std::size_t>(options.iterations));
        messages.pass(result.iterations == 0);
        bool is_steady = true;
        bool is_any = false;
        for (std::size_t k = 0; k < S.size(); ++k) {
            auto& streak = chosen_for[k];
            if (messages.is_exemplar(k))
                streak = std::max(streak, 0) + 1;
            else
                streak = std::min(streak, 0) - 1;
            is_any = is_any || streak > 0;
            is_steady = is_steady && std::abs(streak) >= options.steady;
        }
        result.has_converged = is_steady && is_any && result.iterations >= options.steady;
    }
    for (std::size_t k = 0; k < S.size(); ++k) {
        if (chosen_for[k] > 0) result.exemplars.push_back(k);
    }
    // Nobody came forward: the row that all are most similar to stands for them.
    if (result.exemplars.empty()) result.exemplars = {0};
    result.exemplars = refined(S, result.exemplars);
    result.cluster_of = assign_to(S, result.exemplars);
    return result;
}

void require_input(const Matrix& X, const AffinityOptions& options) {
    check_ranges(options);
    require_known(X);
    require(X.n_rows() <= 30000,
            "affinity propagation holds every pair: at most 30,000 rows, got {}; take a sample", X.n_rows());
}

}  // namespace

AffinityClusters affinity_propagation(const Matrix& X, double preference, const AffinityOptions& options,
                                      const Task& task) {
    require_input(X, options);
    require(!std::isinf(preference), "preference must be finite, got {}", preference);
    const Similarities S(X);
    const auto threads = static_cast<std::size_t>(options.threads);
    return run(S, std::isnan(preference) ? median_of(S, threads) : preference, options, task);
}

AffinityClusters affinity_propagation_with(const Matrix& X, std::size_t wanted,
                                           const AffinityOptions& options, int most_runs, const Task& task) {
    require_input(X, options);
    require(wanted >= 1 && wanted <= X.n_rows(), "{} rows cannot be put into {} clusters", X.n_rows(),
            wanted);
    const Similarities S(X);
    const double median = median_of(S, static_cast<std::size_t>(options.threads));
    // Willingness is spread over many orders: halved on its logarithm, from where one row stands for all (no choice of
    // two is nearer by as much as all distances together) to near 0.
    double low = std::log(-std::min(median, -1e-30)) + std::log(2 * static_cast<double>(X.n_rows()));
    double high = std::log(-std::min(median, -1e-30)) - std::log(1e6);
    AffinityOptions patient = options;
    patient.damping = std::max(0.9, options.damping);
    patient.iterations = 2 * options.iterations;
    patient.steady = 4 * options.steady;
    AffinityClusters best;
    const auto distance = [wanted](std::size_t count) {
        return count > wanted ? count - wanted : wanted - count;
    };
    for (int i = 0; i < most_runs; ++i) {
        const double middle = (low + high) / 2;
        auto result = run(S, -std::exp(middle), options, task);
        // Unwilling rows take long to come forward: too few of them may only mean that the run ended too soon, and would
        // send the search the wrong way.
        if (!result.has_converged || result.exemplars.size() < wanted)
            result = run(S, -std::exp(middle), patient, task);
        const auto count = result.exemplars.size();
        (count < wanted ? low : high) = middle;
        if (i == 0 || distance(count) < distance(best.exemplars.size())) best = std::move(result);
        if (count == wanted) break;
    }
    return best;
}

}  // namespace attune::clustering
