#include "clustering/affinity_propagation.h"

#include "clustering/neighbours.h"
#include "core/error.h"
#include "core/parallel.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace attune::clustering {
namespace {

// Sums over rows are made in this many parts whatever the number of threads, so that they come out the same.
constexpr std::size_t n_parts = 16;

struct Similarities {
    std::size_t n = 0;
    std::vector<float> values;  // (n, n); the diagonal is the preference

    float* row(std::size_t i) { return values.data() + i * n; }
    const float* row(std::size_t i) const { return values.data() + i * n; }
    void set_preference(double preference) {
        for (std::size_t i = 0; i < n; ++i) values[i * n + i] = static_cast<float>(preference);
    }
};

Similarities similarities_of(const Matrix& X, std::size_t threads, const Task& task) {
    Similarities S{X.n_rows(), std::vector<float>(X.n_rows() * X.n_rows())};
    parallel_for(S.n, threads, [&](std::size_t i) {
        task.check();
        for (std::size_t j = 0; j < S.n; ++j)
            S.row(i)[j] = static_cast<float>(-squared_distance(X.row(i), X.row(j)));
    });
    return S;
}

/// The median of all similarities, those of a row with itself (0) included.
double median_of(const Similarities& S) {
    auto values = S.values;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    if (values.size() % 2 == 1) return *middle;
    return (static_cast<double>(*middle) + *std::max_element(values.begin(), middle)) / 2;
}

/// The largest of n values, in 16 lanes that a compiler can keep in registers.
float largest_of(const float* values, std::size_t n) {
    float lanes[16];
    std::fill_n(lanes, 16, -std::numeric_limits<float>::infinity());
    std::size_t i = 0;
    for (; i + 16 <= n; i += 16) {
        for (std::size_t lane = 0; lane < 16; ++lane)
            lanes[lane] = values[i + lane] > lanes[lane] ? values[i + lane] : lanes[lane];
    }
    float largest = *std::max_element(lanes, lanes + 16);
    for (; i < n; ++i) largest = std::max(largest, values[i]);
    return largest;
}

/// The messages, and one round of them in a single pass over the three matrices: in row i first what the
/// others answered to the last round (availability A), then what i says of them now (responsibility R).
class Messages {
  public:
    Messages(const Similarities& S, const AffinityOptions& options)
        : S_(S),
          keep_(static_cast<float>(options.damping)),
          threads_(static_cast<std::size_t>(options.threads)),
          A_(S.values.size(), 0.0F),
          R_(S.values.size(), 0.0F),
          own_availability_(S.n, 0.0F),
          support_(S.n, 0.0),
          partial_(n_parts, std::vector<double>(S.n)) {}

    void pass(bool is_first) {
        const auto n = S_.n;
        parallel_for(n_parts, threads_, [&](std::size_t part) {
            std::ranges::fill(partial_[part], 0.0);
            std::vector<float> sums(n);
            for (std::size_t i = part * n / n_parts; i < (part + 1) * n / n_parts; ++i) {
                if (!is_first) update_availability(i);
                update_responsibility(i, sums, partial_[part]);
            }
        });
        std::ranges::fill(support_, 0.0);
        for (const auto& part : partial_) {
            for (std::size_t k = 0; k < n; ++k) support_[k] += part[k];
        }
        for (std::size_t k = 0; k < n; ++k) {
            const auto answer = static_cast<float>(support_[k] - R_[k * n + k]);
            own_availability_[k] = keep_ * own_availability_[k] + (1 - keep_) * answer;
        }
    }

    bool is_exemplar(std::size_t k) const { return own_availability_[k] + R_[k * S_.n + k] > 0; }

  private:
    void update_availability(std::size_t i) {
        float* const a = A_.data() + i * S_.n;
        const float* const r = R_.data() + i * S_.n;
        const double* const support = support_.data();
        for (std::size_t k = 0; k < S_.n; ++k) {
            const auto others = static_cast<float>(support[k] - (r[k] > 0 ? r[k] : 0));
            a[k] = keep_ * a[k] + (1 - keep_) * (others < 0 ? others : 0);
        }
        a[i] = own_availability_[i];
    }

    void update_responsibility(std::size_t i, std::vector<float>& sums, std::vector<double>& support) {
        const auto n = S_.n;
        const float* const a = A_.data() + i * n;
        const float* const s = S_.row(i);
        float* const r = R_.data() + i * n;
        for (std::size_t k = 0; k < n; ++k) sums[k] = a[k] + s[k];
        const float largest = largest_of(sums.data(), n);
        const auto best = static_cast<std::size_t>(std::ranges::find(sums, largest) - sums.begin());
        sums[best] = -std::numeric_limits<float>::infinity();
        const float second = largest_of(sums.data(), n);
        const float before = r[best];
        for (std::size_t k = 0; k < n; ++k) r[k] = keep_ * r[k] + (1 - keep_) * (s[k] - largest);
        r[best] = keep_ * before + (1 - keep_) * (s[best] - second);
        for (std::size_t k = 0; k < n; ++k) support[k] += r[k] > 0 ? r[k] : 0;
        if (r[i] < 0) support[i] += r[i];
    }

    const Similarities& S_;
    float keep_;
    std::size_t threads_;
    std::vector<float> A_;
    std::vector<float> R_;
    std::vector<float> own_availability_;
    std::vector<double> support_;  // sum of what speaks for each row
    std::vector<std::vector<double>> partial_;
};

/// Each row's cluster by similarity; an exemplar is its own.
Assignment assign_to(const Similarities& S, const std::vector<std::size_t>& exemplars) {
    Assignment cluster_of(S.n);
    for (std::size_t i = 0; i < S.n; ++i) {
        const auto nearest =
            std::ranges::max_element(exemplars, {}, [&](std::size_t e) { return S.row(i)[e]; });
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
    for (std::size_t i = 0; i < S.n; ++i) members[cluster_of[i]].push_back(i);
    std::vector<std::size_t> best;
    for (const auto& rows : members) {
        std::vector<double> sums(rows.size(), 0.0);
        for (const auto from : rows) {
            for (std::size_t j = 0; j < rows.size(); ++j) sums[j] += S.row(from)[rows[j]];
        }
        best.push_back(rows[static_cast<std::size_t>(std::ranges::max_element(sums) - sums.begin())]);
    }
    std::ranges::sort(best);
    return best;
}

AffinityClusters run(Similarities& S, double preference, const AffinityOptions& options, const Task& task) {
    S.set_preference(preference);
    AffinityClusters result;
    result.preference = preference;
    Messages messages(S, options);
    std::vector<int> chosen_for(S.n, 0);  // rounds in a row as exemplar, negative: as none
    for (result.iterations = 0; result.iterations < options.iterations && !result.has_converged;
         ++result.iterations) {
        task.report("passing messages", static_cast<std::size_t>(result.iterations),
                    static_cast<std::size_t>(options.iterations));
        messages.pass(result.iterations == 0);
        bool is_steady = true;
        bool is_any = false;
        for (std::size_t k = 0; k < S.n; ++k) {
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
    for (std::size_t k = 0; k < S.n; ++k) {
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
    require(X.n_rows() <= 40000,
            "affinity propagation holds every pair: at most 40,000 rows, got {}; take a sample", X.n_rows());
}

}  // namespace

AffinityClusters affinity_propagation(const Matrix& X, double preference, const AffinityOptions& options,
                                      const Task& task) {
    require_input(X, options);
    require(!std::isinf(preference), "preference must be finite, got {}", preference);
    auto S = similarities_of(X, static_cast<std::size_t>(options.threads), task);
    return run(S, std::isnan(preference) ? median_of(S) : preference, options, task);
}

AffinityClusters affinity_propagation_with(const Matrix& X, std::size_t wanted,
                                           const AffinityOptions& options, int most_runs, const Task& task) {
    require_input(X, options);
    require(wanted >= 1 && wanted <= X.n_rows(), "{} rows cannot be put into {} clusters", X.n_rows(),
            wanted);
    auto S = similarities_of(X, static_cast<std::size_t>(options.threads), task);
    const double median = median_of(S);
    // Willingness is spread over many orders: halved on its logarithm, from far below the median to near 0.
    double low = std::log(-std::min(median, -1e-30)) + std::log(1e4 * static_cast<double>(X.n_rows()));
    double high = std::log(-std::min(median, -1e-30)) - std::log(1e6);
    AffinityClusters best;
    const auto distance = [wanted](std::size_t count) {
        return count > wanted ? count - wanted : wanted - count;
    };
    for (int i = 0; i < most_runs; ++i) {
        const double middle = (low + high) / 2;
        auto result = run(S, -std::exp(middle), options, task);
        const auto count = result.exemplars.size();
        (count < wanted ? low : high) = middle;
        if (i == 0 || distance(count) < distance(best.exemplars.size())) best = std::move(result);
        if (count == wanted) break;
    }
    return best;
}

}  // namespace attune::clustering
