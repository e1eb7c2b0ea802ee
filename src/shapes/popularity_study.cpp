#include "core/json.h"
#include "shapes/studies.h"
#include "shapes/study_parts.h"

#include <cmath>

namespace attune::shapes {
namespace {

/// What is unknown is null in JSON.
Json number_json(double x) { return std::isfinite(x) ? Json(x) : Json(nullptr); }

Json numbers_json(const std::vector<double>& numbers) {
    Json json = Json::array();
    for (const double x : numbers) json.push_back(number_json(x));
    return json;
}

Json distribution_json(const lab::Distribution& of) {
    return {{"name", of.name},
            {"known", of.known},
            {"missing", of.missing},
            {"mean", number_json(of.mean)},
            {"deviation", number_json(of.deviation)},
            {"least", number_json(of.least)},
            {"lower_quartile", number_json(of.lower_quartile)},
            {"median", number_json(of.median)},
            {"upper_quartile", number_json(of.upper_quartile)},
            {"most", number_json(of.most)},
            {"bars", of.bars}};
}

Json genres_json(const lab::LevelCounts& genres) {
    Json json{{"column", genres.name}, {"missing", genres.missing}, {"different", genres.n_levels}};
    json["rows"] = Json::object();
    for (const auto& [genre, rows] : genres.levels) json["rows"][genre] = rows;
    return json;
}

Json correlations_json(const lab::Correlations& correlations) {
    Json json{{"names", correlations.names}, {"values", Json::array()}};
    const auto n = correlations.names.size();
    for (std::size_t a = 0; a < n; ++a) {
        Json row = Json::array();
        for (std::size_t b = 0; b < n; ++b) row.push_back(number_json(correlations(a, b)));
        json["values"].push_back(std::move(row));
    }
    return json;
}

Json ols_json(const learning::OlsFit& ols, const std::vector<std::string>& notes) {
    Json json{{"rows", ols.n_rows},
              {"rank", ols.rank},
              {"r2", number_json(ols.r2)},
              {"r2_adjusted", number_json(ols.r2_adjusted)},
              {"f", number_json(ols.f)},
              {"f_p", number_json(ols.f_p)},
              {"log_likelihood", number_json(ols.log_likelihood)},
              {"aic", number_json(ols.aic)},
              {"bic", number_json(ols.bic)},
              {"condition_number", number_json(ols.condition_number)},
              {"notes", notes},
              {"coefficients", Json::array()}};
    for (const auto& line : ols.coefficients) {
        json["coefficients"].push_back({{"name", line.name},
                                        {"estimate", number_json(line.estimate)},
                                        {"std_error", number_json(line.std_error)},
                                        {"t", number_json(line.t)},
                                        {"p", number_json(line.p)},
                                        {"low", number_json(line.low)},
                                        {"high", number_json(line.high)},
                                        {"vif", number_json(line.vif)}});
    }
    return json;
}

Json model_json(const lab::JudgedNumbers& model) {
    Json json{{"model", model.model}, {"mae", by_folds_json(model.mae)}, {"r2", by_folds_json(model.r2)}};
    if (!model.settings.empty()) json["settings"] = model.settings;
    return json;
}

Json parts_json(const std::vector<lab::PartError>& parts) {
    Json json = Json::array();
    for (const auto& part : parts) {
        json.push_back({{"name", part.name},
                        {"rows", part.rows},
                        {"mae", part.mae.value},
                        {"mae_interval", interval_json(part.mae)},
                        {"rule_mae", part.median_mae},
                        {"bias", part.bias}});
    }
    return json;
}

Json residuals_json(const lab::Residuals& residuals) {
    Json json{{"distribution", distribution_json(residuals.distribution)},
              {"coverage", residuals.coverage.value},
              {"coverage_interval", interval_json(residuals.coverage)},
              {"interval_width", residuals.width},
              {"points", Json::array()}};
    for (const auto& [said, truth] : residuals.points) json["points"].push_back({said, truth});
    return json;
}

Json dependence_json(const std::vector<lab::Dependence>& curves) {
    Json json = Json::array();
    for (const auto& curve : curves) {
        json.push_back({{"feature", curve.feature},
                        {"at", numbers_json(curve.at)},
                        {"mean", numbers_json(curve.mean)},
                        {"low", numbers_json(curve.low)},
                        {"high", numbers_json(curve.high)}});
    }
    return json;
}

Json contributions_json(const lab::Contributions& contributions) {
    Json json{{"base", contributions.base}, {"features", contributions.features}, {"tracks", Json::array()}};
    const auto n = contributions.features.size();
    for (std::size_t i = 0; i < contributions.tracks.size(); ++i) {
        auto entry = track_name_json(contributions.tracks[i]);
        entry["values"] = Json::array();
        entry["moved"] = Json::array();
        for (std::size_t f = 0; f < n; ++f) {
            entry["values"].push_back(number_json(contributions.values[i * n + f]));
            entry["moved"].push_back(contributions.moved[i * n + f]);
        }
        json["tracks"].push_back(std::move(entry));
    }
    return json;
}

Json decades_json(const std::vector<lab::Decade>& decades) {
    Json json = Json::array();
    for (const auto& decade : decades) {
        Json entry{{"from", decade.from},
                   {"rows", decade.rows},
                   {"median", decade.median},
                   {"r2", number_json(decade.r2)},
                   {"drivers", Json::array()}};
        for (const auto& driver : decade.drivers) {
            entry["drivers"].push_back({{"feature", driver.feature},
                                        {"effect", number_json(driver.effect.value)},
                                        {"low", number_json(driver.effect.low)},
                                        {"high", number_json(driver.effect.high)},
                                        {"importance", driver.importance}});
        }
        json.push_back(std::move(entry));
    }
    return json;
}

}  // namespace

Json to_json(const lab::PopularityStudy& study) {
    Json json{{"study", "popularity"},
              {"rows", study.n_rows},
              {"dropped", dropped_json(study.dropped)},
              {"columns", columns_json(study.columns)},
              {"target", study.target},
              {"features", study.features},
              {"baselines", Json::object()},
              {"models", Json::array()}};
    for (const auto& rule : study.baselines) {
        json["baselines"][rule.model] = {{"mae", by_folds_json(rule.mae)}, {"r2", by_folds_json(rule.r2)}};
    }
    for (const auto& model : study.models) json["models"].push_back(model_json(model));
    json["best"] = model_json(study.best());
    json["distributions"] = Json::array({distribution_json(study.target_distribution)});
    for (const auto& of : study.distributions) json["distributions"].push_back(distribution_json(of));
    json["genres"] = study.genre.empty() ? Json(nullptr) : genres_json(study.genres);
    json["correlations"] = correlations_json(study.correlations);
    json["ols"] = ols_json(study.ols, study.ols_notes);
    json["errors"] = {{"by_genre", parts_json(study.by_genre)}, {"by_decade", parts_json(study.by_decade)}};
    json["residuals"] = residuals_json(study.residuals);
    json["drivers"] = drivers_json(study.drivers);
    json["dependence"] = dependence_json(study.dependence);
    json["contributions"] = contributions_json(study.contributions);
    json["decades"] = decades_json(study.decades);
    json["report"] = nullptr;
    return json;
}

}  // namespace attune::shapes
