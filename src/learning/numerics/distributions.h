#pragma once

namespace attune::learning {

// The distributions that tests of significance ask for, right to about 12 digits, far tails included. A NaN
// gives a NaN. Degrees of freedom that are not > 0, and shares outside of (0, 1), are Error{invalid_argument}.

/// P(|Z| > |z|) of the standard normal distribution.
double normal_two_sided(double z);

/// z with P(Z <= z) = p, for p in (0, 1).
double normal_quantile(double p);

/// P(|T| > |t|) of Student's t with `df` > 0 degrees of freedom.
double student_two_sided(double t, double df);

/// t with P(T <= t) = p, for p in (0, 1).
double student_quantile(double p, double df);

/// P(F > f) of the F distribution; df1, df2 > 0. 1 for f <= 0.
double f_tail(double f, double df1, double df2);

/// P(X > x) of chi-squared with `df` > 0 degrees of freedom. 1 for x <= 0.
double chi_squared_tail(double x, double df);

}  // namespace attune::learning
