#include "shapes/studies.h"

namespace attune::shapes {
namespace {

using Numbers = std::vector<std::optional<double>>;

Numbers numbers_of(const std::vector<double>& values) {
    Numbers numbers;
    for (const double x : values) numbers.push_back(known(x));
    return numbers;
}

Distribution distribution_of(const lab::Distribution& of) {
    return {of.name,
            of.known,
            of.missing,
            known(of.mean),
            known(of.deviation),
            known(of.least),
            known(of.lower_quartile),
            known(of.median),
            known(of.upper_quartile),
            known(of.most),
            of.bars};
}

Correlations correlations_of(const lab::Correlations& correlations) {
    Correlations shape{correlations.names, {}};
    const auto n = correlations.names.size();
    for (std::size_t a = 0; a < n; ++a) {
        auto& row = shape.values.emplace_back();
        for (std::size_t b = 0; b < n; ++b) row.push_back(known(correlations(a, b)));
    }
    return shape;
}

LinearFit fit_of(const learning::OlsFit& ols, const std::vector<std::string>& notes) {
    LinearFit fit{ols.n_rows,
                  ols.rank,
                  known(ols.r2),
                  known(ols.r2_adjusted),
                  known(ols.f),
                  known(ols.f_p),
                  known(ols.log_likelihood),
                  known(ols.aic),
                  known(ols.bic),
                  known(ols.condition_number),
                  notes,
                  {}};
    for (const auto& line : ols.coefficients) {
        fit.coefficients.push_back({line.name, known(line.estimate), known(line.std_error), known(line.t),
                                    known(line.p), known(line.low), known(line.high), known(line.vif)});
    }
    return fit;
}

NumberModel model_of(const lab::JudgedNumbers& model) {
    NumberModel shape{model.model, judged_of(model.mae), judged_of(model.r2), std::nullopt};
    if (!model.settings.empty()) shape.settings = model.settings;
    return shape;
}

std::vector<PartError> parts_of(const std::vector<lab::PartError>& parts) {
    std::vector<PartError> list;
    for (const auto& part : parts) {
        list.push_back({part.name, part.rows, known(part.mae.value), ends_of(part.mae),
                        known(part.median_mae), known(part.bias)});
    }
    return list;
}

Residuals residuals_of(const lab::Residuals& residuals) {
    Residuals shape{distribution_of(residuals.distribution),
                    known(residuals.coverage.value),
                    ends_of(residuals.coverage),
                    known(residuals.width),
                    {}};
    for (const auto& [said, truth] : residuals.points) shape.points.push_back({said, truth});
    return shape;
}

TrackContributions contributions_of(const lab::Contributions& contributions) {
    TrackContributions shape{contributions.base, contributions.features, {}};
    const auto n = contributions.features.size();
    for (std::size_t i = 0; i < contributions.tracks.size(); ++i) {
        auto& track = shape.tracks.emplace_back();
        track.track = named_row_of(contributions.tracks[i]);
        for (std::size_t f = 0; f < n; ++f) {
            track.values.push_back(known(contributions.values[i * n + f]));
            track.moved.push_back(contributions.moved[i * n + f]);
        }
    }
    return shape;
}

std::vector<Decade> decades_of(const std::vector<lab::Decade>& decades) {
    std::vector<Decade> list;
    for (const auto& decade : decades) {
        auto& shape = list.emplace_back();
        shape = {decade.from, decade.rows, known(decade.median), known(decade.r2), {}};
        for (const auto& driver : decade.drivers) {
            shape.drivers.push_back({driver.feature, known(driver.effect.value), known(driver.effect.low),
                                     known(driver.effect.high), driver.importance});
        }
    }
    return list;
}

}  // namespace

void NumberRule::describe(Fields<NumberRule>& fields) {
    fields.called("NumberRule", "how far a simple rule is off")
        .key("mae", &NumberRule::mae, "mean absolute error, in the unit of the target")
        .key("r2", &NumberRule::r2, "R²");
}

void NumberModel::describe(Fields<NumberModel>& fields) {
    fields.called("NumberModel", "how far a model is off")
        .key("model", &NumberModel::model, "its name")
        .key("mae", &NumberModel::mae, "mean absolute error, in the unit of the target")
        .key("r2", &NumberModel::r2, "R²")
        .key_if("settings", &NumberModel::settings, "what was chosen for all rows");
}

void Distribution::describe(Fields<Distribution>& fields) {
    fields.called("Distribution", "how the values of a column lie; null where nothing is known")
        .key("name", &Distribution::name, "of the column")
        .key("known", &Distribution::known, "rows whose value is known")
        .key("missing", &Distribution::missing, "rows whose value is not")
        .key("mean", &Distribution::mean, "of the known values")
        .key("deviation", &Distribution::deviation, "standard deviation")
        .key("least", &Distribution::least, "the smallest value")
        .key("lower_quartile", &Distribution::lower_quartile, "a quarter lies below")
        .key("median", &Distribution::median, "half lies below")
        .key("upper_quartile", &Distribution::upper_quartile, "a quarter lies above")
        .key("most", &Distribution::most, "the largest value")
        .key("bars", &Distribution::bars, "rows in bars of equal width from least to most");
}

void GenreCounts::describe(Fields<GenreCounts>& fields) {
    fields.called("GenreCounts", "the genres of a table")
        .key("column", &GenreCounts::column, "its column")
        .key("missing", &GenreCounts::missing, "rows without")
        .key("different", &GenreCounts::different, "how many genres there are")
        .key("rows", &GenreCounts::rows, "of each of the largest");
}

void Correlations::describe(Fields<Correlations>& fields) {
    fields.called("Correlations", "rank correlations (Spearman) of columns of numbers")
        .key("names", &Correlations::names, "of the columns, the target first")
        .key("values", &Correlations::values, "a row and a column a name; null where it is not defined");
}

void Coefficient::describe(Fields<Coefficient>& fields) {
    fields.called("Coefficient", "a line of a linear regression; null where it is not defined")
        .key("name", &Coefficient::name, "of the column")
        .key("estimate", &Coefficient::estimate, "change of the target for one standard deviation")
        .key("std_error", &Coefficient::std_error, "of the estimate, robust")
        .key("t", &Coefficient::t, "the estimate by its error")
        .key("p", &Coefficient::p, "how probable one as large is by chance")
        .key("low", &Coefficient::low, "the lower end of the 95 % interval")
        .key("high", &Coefficient::high, "the upper end of the 95 % interval")
        .key("vif", &Coefficient::vif, "variance inflation by the other columns");
}

void LinearFit::describe(Fields<LinearFit>& fields) {
    fields.called("LinearFit", "a linear regression on all rows; null where a figure is not defined")
        .key("rows", &LinearFit::rows, "that it was fitted on")
        .key("rank", &LinearFit::rank, "of its columns")
        .key("r2", &LinearFit::r2, "R²")
        .key("r2_adjusted", &LinearFit::r2_adjusted, "R², adjusted for the number of columns")
        .key("f", &LinearFit::f, "statistic of all columns together")
        .key("f_p", &LinearFit::f_p, "how probable one as large is by chance")
        .key("log_likelihood", &LinearFit::log_likelihood, "of the fit")
        .key("aic", &LinearFit::aic, "Akaike's criterion")
        .key("bic", &LinearFit::bic, "Bayesian criterion")
        .key("condition_number", &LinearFit::condition_number, "of the columns")
        .key("notes", &LinearFit::notes, "reference levels, columns left out")
        .key("coefficients", &LinearFit::coefficients, "a line a column");
}

void PartError::describe(Fields<PartError>& fields) {
    fields.called("PartError", "how far the best model is off among a part of the tracks")
        .key("name", &PartError::name, "a genre, or a decade")
        .key("rows", &PartError::rows, "of the part")
        .key("mae", &PartError::mae, "mean absolute error")
        .key("mae_interval", &PartError::mae_interval, "its 95 % interval")
        .key("rule_mae", &PartError::rule_mae, "the same of the best simple rule")
        .key("bias", &PartError::bias, "mean of what was said less what is");
}

void PartErrors::describe(Fields<PartErrors>& fields) {
    fields.called("PartErrors", "how far the best model is off among parts of the tracks")
        .key("by_genre", &PartErrors::by_genre, "largest first")
        .key("by_decade", &PartErrors::by_decade, "in time");
}

void Residuals::describe(Fields<Residuals>& fields) {
    fields.called("Residuals", "what the best model leaves unexplained")
        .key("distribution", &Residuals::distribution, "of what is less what was said")
        .key("coverage", &Residuals::coverage, "share of tracks inside the 90 % interval that was said")
        .key("coverage_interval", &Residuals::coverage_interval, "its 95 % interval")
        .key("interval_width", &Residuals::interval_width, "mean width of the intervals that were said")
        .key("points", &Residuals::points, "of rows drawn at random: what was said, what is");
}

void Dependence::describe(Fields<Dependence>& fields) {
    fields.called("Dependence", "how the prediction moves with one feature, all else as it is")
        .key("feature", &Dependence::feature, "its column")
        .key("at", &Dependence::at, "its values, ascending")
        .key("mean", &Dependence::mean, "mean prediction")
        .key("low", &Dependence::low, "a quarter of the single tracks lies below")
        .key("high", &Dependence::high, "a quarter of the single tracks lies above");
}

void MovedTrack::describe(Fields<MovedTrack>& fields) {
    fields.called("MovedTrack", "what each feature did to a track's prediction")
        .all_of(&MovedTrack::track)
        .key("values", &MovedTrack::values, "of the features, in their order; null: not known")
        .key("moved", &MovedTrack::moved, "what they did, in the same order");
}

void TrackContributions::describe(Fields<TrackContributions>& fields) {
    fields.called("TrackContributions", "what each feature did to single tracks' predictions")
        .key("base", &TrackContributions::base, "the prediction without knowing anything")
        .key("features", &TrackContributions::features, "the columns")
        .key("tracks", &TrackContributions::tracks, "some of them");
}

void DecadeDriver::describe(Fields<DecadeDriver>& fields) {
    fields.called("DecadeDriver", "a feature in one decade")
        .key("feature", &DecadeDriver::feature, "its column")
        .key("effect", &DecadeDriver::effect, "change of the target for one standard deviation")
        .key("low", &DecadeDriver::low, "the lower end of the 95 % interval")
        .key("high", &DecadeDriver::high, "the upper end of the 95 % interval")
        .key("importance", &DecadeDriver::importance, "its share of the gain of boosted trees");
}

void Decade::describe(Fields<Decade>& fields) {
    fields.called("Decade", "what drives the target in one decade")
        .key("from", &Decade::from, "its first year")
        .key("rows", &Decade::rows, "of the decade")
        .key("median", &Decade::median, "of the target")
        .key("r2", &Decade::r2, "of the linear model on its own rows")
        .key("drivers", &Decade::drivers, "in one order in all decades");
}

void PopularityStudy::describe(Fields<PopularityStudy>& fields) {
    fields.called("PopularityStudy", "what makes a number of tracks large or small")
        .all_of(&PopularityStudy::head)
        .only("study", {"popularity"})
        .key("target", &PopularityStudy::target, "the column of numbers to explain")
        .key("features", &PopularityStudy::features, "that it was explained by")
        .key("baselines", &PopularityStudy::baselines, "simple rules")
        .key("models", &PopularityStudy::models, "each learner, and their blend")
        .key("best", &PopularityStudy::best, "the one of least error, by groups where there are groups")
        .key("distributions", &PopularityStudy::distributions, "of the target, then of the features")
        .key("genres", &PopularityStudy::genres, "of the table; null: it has none")
        .key("correlations", &PopularityStudy::correlations, "of the target and the features")
        .key("ols", &PopularityStudy::ols, "a linear regression on all rows")
        .key("errors", &PopularityStudy::errors, "of the best, among parts of the tracks")
        .key("residuals", &PopularityStudy::residuals, "of the best")
        .key("drivers", &PopularityStudy::drivers, "most important first")
        .key("dependence", &PopularityStudy::dependence, "of the drivers that are numbers")
        .key("contributions", &PopularityStudy::contributions, "of single tracks")
        .key("decades", &PopularityStudy::decades, "those with 200 rows or more")
        .key("report", &PopularityStudy::report, "where the page is; null: none was written");
}

PopularityStudy shape_of(const lab::PopularityStudy& study) {
    PopularityStudy shape;
    shape.head = study_head("popularity", study.n_rows, study.dropped, study.columns);
    shape.target = study.target;
    shape.features = study.features;
    for (const auto& rule : study.baselines)
        shape.baselines.emplace_back(rule.model, NumberRule{judged_of(rule.mae), judged_of(rule.r2)});
    for (const auto& model : study.models) shape.models.push_back(model_of(model));
    shape.best = model_of(study.best());
    shape.distributions.push_back(distribution_of(study.target_distribution));
    for (const auto& of : study.distributions) shape.distributions.push_back(distribution_of(of));
    if (!study.genre.empty())
        shape.genres =
            GenreCounts{study.genres.name, study.genres.missing, study.genres.n_levels, study.genres.levels};
    shape.correlations = correlations_of(study.correlations);
    shape.ols = fit_of(study.ols, study.ols_notes);
    shape.errors = {parts_of(study.by_genre), parts_of(study.by_decade)};
    shape.residuals = residuals_of(study.residuals);
    shape.drivers = drivers_of(study.drivers);
    for (const auto& curve : study.dependence) {
        shape.dependence.push_back({curve.feature, numbers_of(curve.at), numbers_of(curve.mean),
                                    numbers_of(curve.low), numbers_of(curve.high)});
    }
    shape.contributions = contributions_of(study.contributions);
    shape.decades = decades_of(study.decades);
    return shape;
}

}  // namespace attune::shapes
