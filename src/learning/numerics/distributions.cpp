#include "learning/numerics/distributions.h"

#include "core/error.h"

#include <cmath>
#include <limits>
#include <numbers>

namespace attune::learning {
namespace {

constexpr double tiny = 1e-300;
constexpr double epsilon = std::numeric_limits<double>::epsilon();

/// What lgamma(x) has beyond (x - 1/2) log x - x + log(2 pi) / 2, for x >= 10.
double stirling_rest(double x) {
    const double squared = x * x;
    return (1.0 / 12 -
            (1.0 / 360 - (1.0 / 1260 - (1.0 / 1680 - 1.0 / 1188 / squared) / squared) / squared) / squared) /
           x;
}

/// log B(a, b). With one large argument lgamma(a) - lgamma(a + b) is made of small terms.
double log_beta(double a, double b) {
    if (a < b) std::swap(a, b);
    if (a < 10) return std::lgamma(a) + std::lgamma(b) - std::lgamma(a + b);
    const double rest = stirling_rest(a) - stirling_rest(a + b);
    if (b < 10) return std::lgamma(b) + b - b * std::log(a + b) - (a - 0.5) * std::log1p(b / a) + rest;
    return 0.5 * std::log(2 * std::numbers::pi) + stirling_rest(b) + rest - 0.5 * std::log(b) -
           (a - 0.5) * std::log1p(b / a) - b * std::log1p(a / b);
}

/// The continued fraction of the incomplete beta function.
double beta_fraction(double a, double b, double x) {
    const auto kept = [](double value) { return std::abs(value) < tiny ? tiny : value; };
    double c = 1;
    double d = 1 / kept(1 - (a + b) * x / (a + 1));
    double fraction = d;
    for (int m = 1; m < 100000; ++m) {
        const double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
        d = 1 / kept(1 + even * d);
        c = kept(1 + even / c);
        fraction *= d * c;
        const double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
        d = 1 / kept(1 + odd * d);
        c = kept(1 + odd / c);
        fraction *= d * c;
        if (std::abs(d * c - 1) < epsilon) break;
    }
    return fraction;
}

/// The regularised incomplete beta function I_x(a, b); y = 1 - x is given, since it may be tiny.
double incomplete_beta(double a, double b, double x, double y) {
    if (x <= 0) return 0;
    if (y <= 0) return 1;
    const double log_x = x < 0.5 ? std::log(x) : std::log1p(-y);
    const double log_y = y < 0.5 ? std::log(y) : std::log1p(-x);
    const double front = std::exp(a * log_x + b * log_y - log_beta(a, b));
    // The fraction converges fast on this side of the mean.
    if (x < (a + 1) / (a + b + 2)) return front * beta_fraction(a, b, x) / a;
    return 1 - front * beta_fraction(b, a, y) / b;
}

/// The regularised upper incomplete gamma function Q(a, x), x > 0.
double upper_gamma(double a, double x) {
    const double front = std::exp(a * std::log(x) - x - std::lgamma(a));
    if (x < a + 1) {
        double term = 1 / a;
        double sum = term;
        for (double n = a + 1; std::abs(term) > epsilon * std::abs(sum); ++n) {
            term *= x / n;
            sum += term;
        }
        return 1 - front * sum;
    }
    double b = x + 1 - a;
    double c = 1 / tiny;
    double d = 1 / b;
    double fraction = d;
    for (int i = 1; i < 100000; ++i) {
        const double factor = -i * (i - a);
        b += 2;
        d = factor * d + b;
        d = 1 / (std::abs(d) < tiny ? tiny : d);
        c = b + factor / c;
        c = std::abs(c) < tiny ? tiny : c;
        fraction *= d * c;
        if (std::abs(d * c - 1) < epsilon) break;
    }
    return front * fraction;
}

/// The x > 0 at which a falling tail is p, by halving an interval that doubles until it holds x.
template <class Tail>
double where_tail_is(double p, Tail tail) {
    double low = 0;
    double high = 1;
    while (tail(high) > p) {
        low = high;
        high *= 2;
    }
    for (int i = 0; i < 200 && high - low > epsilon * high; ++i) {
        const double middle = low + (high - low) / 2;
        (tail(middle) > p ? low : high) = middle;
    }
    return low + (high - low) / 2;
}

void require_share(double p) { require(p > 0 && p < 1, "a share must be in (0, 1), got {}", p); }
void require_freedom(double df) { require(df > 0, "degrees of freedom must be > 0, got {}", df); }

}  // namespace

double normal_two_sided(double z) { return std::erfc(std::abs(z) / std::numbers::sqrt2); }

double normal_quantile(double p) {
    require_share(p);
    if (p == 0.5) return 0;
    const double z = where_tail_is(2 * std::min(p, 1 - p), normal_two_sided);
    return p < 0.5 ? -z : z;
}

double student_two_sided(double t, double df) {
    require_freedom(df);
    if (std::isnan(t)) return t;
    if (std::isinf(t)) return 0;
    const double squared = t * t;
    return incomplete_beta(df / 2, 0.5, df / (df + squared), squared / (df + squared));
}

double student_quantile(double p, double df) {
    require_share(p);
    require_freedom(df);
    if (p == 0.5) return 0;
    const double t =
        where_tail_is(2 * std::min(p, 1 - p), [df](double x) { return student_two_sided(x, df); });
    return p < 0.5 ? -t : t;
}

double f_tail(double f, double df1, double df2) {
    require_freedom(df1);
    require_freedom(df2);
    if (std::isnan(f)) return f;
    if (f <= 0) return 1;
    if (std::isinf(f)) return 0;
    const double total = df2 + df1 * f;
    return incomplete_beta(df2 / 2, df1 / 2, df2 / total, df1 * f / total);
}

double chi_squared_tail(double x, double df) {
    require_freedom(df);
    if (std::isnan(x)) return x;
    return x <= 0 ? 1 : upper_gamma(df / 2, x / 2);
}

double chi_squared_upper(double p, double df) {
    require_share(p);
    require_freedom(df);
    return where_tail_is(p, [df](double x) { return chi_squared_tail(x, df); });
}

}  // namespace attune::learning
