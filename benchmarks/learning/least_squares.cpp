#include "blob.h"
#include "learning/inference/ols.h"
#include "tasks.h"

namespace attune::bench {

using namespace learning;

void least_squares(const Settings& settings) {
    const auto blob = read_blob(settings.text("X"));
    const auto y = read_blob(settings.text("y")).values;
    Design design;
    for (std::size_t c = 0; c < blob.n_columns; ++c) design.names.push_back(fmt::format("x{}", c));
    for (std::size_t row = 0; row < blob.n_rows; ++row) design.rows.push_back(row);
    design.values = blob.values;
    OlsOptions options;
    options.covariance = static_cast<Covariance>(static_cast<int>(settings.number("covariance", 0)));
    const Stopwatch watch;
    const auto fit = fit_ols(design, y, {}, options);
    fmt::print("{{\"seconds\": {}}}\n", watch.seconds());
    std::vector<double> figures{fit.r2,
                                fit.r2_adjusted,
                                fit.f,
                                fit.f_p,
                                fit.aic,
                                fit.bic,
                                fit.log_likelihood,
                                fit.condition_number,
                                fit.residual_variance};
    for (const auto& line : fit.coefficients) {
        for (const double x : {line.estimate, line.std_error, line.t, line.p, line.low, line.high})
            figures.push_back(x);
    }
    write_blob(settings.text("out"), figures.size(), 1, figures);
}

}  // namespace attune::bench
