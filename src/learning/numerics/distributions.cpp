#include "learning/numerics/distributions.h"

#include "core/error.h"

#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/fisher_f.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>

#include <cmath>
#include <numbers>

namespace attune::learning {
namespace {

namespace bm = boost::math;

// In doubles throughout: long doubles add no digit that is asked for. What overflows is infinite.
using Policy = bm::policies::policy<bm::policies::promote_double<false>,
                                    bm::policies::overflow_error<bm::policies::ignore_error>>;

void require_share(double p) { require(p > 0 && p < 1, "a share must be in (0, 1), got {}", p); }
void require_freedom(double df) { require(df > 0, "degrees of freedom must be > 0, got {}", df); }

/// P(X > x) of a distribution of values >= 0.
template <class Distribution>
double tail(const Distribution& distribution, double x) {
    if (std::isnan(x)) return x;
    if (x <= 0) return 1;
    if (std::isinf(x)) return 0;
    return cdf(complement(distribution, x));
}

}  // namespace

double normal_two_sided(double z) { return std::erfc(std::abs(z) / std::numbers::sqrt2); }

double normal_quantile(double p) {
    require_share(p);
    return quantile(bm::normal_distribution<double, Policy>(), p);
}

double student_two_sided(double t, double df) {
    require_freedom(df);
    if (std::isnan(t)) return t;
    if (std::isinf(t)) return 0;
    return 2 * cdf(complement(bm::students_t_distribution<double, Policy>(df), std::abs(t)));
}

double student_quantile(double p, double df) {
    require_share(p);
    require_freedom(df);
    return quantile(bm::students_t_distribution<double, Policy>(df), p);
}

double f_tail(double f, double df1, double df2) {
    require_freedom(df1);
    require_freedom(df2);
    return tail(bm::fisher_f_distribution<double, Policy>(df1, df2), f);
}

double chi_squared_tail(double x, double df) {
    require_freedom(df);
    return tail(bm::chi_squared_distribution<double, Policy>(df), x);
}

}  // namespace attune::learning
