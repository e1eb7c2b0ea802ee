#include "pages/invented_studies.h"

#include "core/random.h"

#include <cmath>

namespace attune::pages {
namespace {

const std::vector<std::string> features{"loudness", "tempo", "energy"};

lab::Interval around(double value, double margin) { return {value, value - margin, value + margin}; }

lab::ByFolds by_folds(double random, double by_group, double margin = 0.02) {
    return {around(random, margin), around(by_group, margin)};
}

lab::JudgedModel judged(const std::string& model, const std::string& sampling, double accuracy) {
    lab::JudgedModel judged{};
    judged.model = model;
    judged.sampling = sampling;
    judged.accuracy = by_folds(accuracy + 0.05, accuracy);
    judged.top2 = by_folds(accuracy + 0.25, accuracy + 0.2);
    judged.log_loss = by_folds(0.9, 1.0);
    judged.balanced_accuracy = accuracy - 0.02;
    judged.macro_f1 = accuracy - 0.01;
    judged.calibration_error = 0.031;
    judged.per_class = {{100, 0.6, 0.6, 0.6}, {50, 0.5, 0.4, 0.44}, {50, 0.7, 0.8, 0.75}};
    judged.confusion = {60, 25, 15, 28, 20, 2, 5, 5, 40};
    return judged;
}

lab::Distribution bell(const std::string& name, double middle) {
    return {name,
            190,
            10,
            middle,
            2,
            middle - 5,
            middle - 1,
            middle,
            middle + 1,
            middle + 5,
            {5, 40, 100, 40, 5}};
}

learning::OlsFit invented_fit() {
    learning::OlsFit fit;
    fit.coefficients = {{"intercept", 40, 1, 40, 0, 38, 42, std::nan("")},
                        {"loudness", 4, 0.5, 8, 1e-12, 3, 5, 1.4},
                        {"tempo", -0.2, 0.5, -0.4, 0.69, -1.2, 0.8, 1.1}};
    fit.n_rows = 200;
    fit.has_constant = true;
    fit.df_model = 2;
    fit.df_residual = 197;
    fit.r2 = 0.24;
    fit.r2_adjusted = 0.23;
    return fit;
}

void add_contributions(lab::PopularityStudy& study) {
    Random random(1);
    study.contributions = {features, 41, std::vector<lab::TrackName>(80), {}, {}};
    for (int i = 0; i < 80 * 3; ++i) {
        study.contributions.values.push_back(random.normal());
        study.contributions.moved.push_back((3 - i % 3) * study.contributions.values.back());
    }
    for (const auto& feature : features)
        study.dependence.push_back({feature, {0, 0.5, 1}, {38, 41, 45}, {36, 39, 43}, {40, 43, 47}});
    for (const int decade : {1990, 2000, 2010})
        study.decades.push_back(
            {decade,
             60,
             40,
             0.2,
             {{"loudness", around((decade - 1990) / 5.0, 1), 0.5}, {"tempo", around(1, 1), 0.3}}});
}

}  // namespace

lab::GenreStudy invented_genre_study() {
    lab::GenreStudy study;
    study.rows.classes.names = {"rock", "pop", "<b>edm</b>"};
    study.rows.rows.resize(200);
    study.rows.dropped = {{"duplicate", 7}, {"no_label", 3}};
    study.features = features;
    study.columns = {{"genre", "label", ""}, {"id", "not used", "a text with 200 values"}};
    study.baselines = {{"majority", by_folds(0.5, 0.5)}, {"stratified", by_folds(0.375, 0.37)}};
    study.models = {judged("forest", "original", 0.55), judged("boosted_trees", "original", 0.6),
                    judged("boosted_trees", "smote", 0.58)};
    study.findings.calibration = {
        {0.4, 0.5, 0, 0, 0}, {0.5, 0.6, 100, 0.55, 0.5}, {0.8, 0.9, 100, 0.85, 0.7}};
    study.findings.second_chances = {{100, 0.6, 0.2, 0.2}, {50, 0.4, 0.5, 0.3}, {50, 0.8, 0.1, 0.1}};
    const lab::TrackName track{"1", "Nobody", "<script>alert('a title')</script>"};
    study.findings.surest_right = {{4, track, 0, 0, 0.97, 0.97}};
    study.findings.surest_wrong = {{5, {"7", "", ""}, 1, 0, 0.93, 0.04}};
    study.findings.suspects = {{6, {}, 1, 2, 0.9, 0.05}};
    study.findings.n_suspects = 12;
    study.findings.drivers = {{"loudness", 0.12, 0.5}, {"tempo", 0.03, 0.2}};
    return study;
}

lab::PopularityStudy invented_popularity_study() {
    Random random(2);
    lab::PopularityStudy study;
    study.n_rows = 200;
    study.dropped = {{"no_target", 3}};
    study.features = features;
    study.target = "popularity";
    study.genre = "genre";
    study.target_distribution = bell("popularity", 40);
    study.distributions = {bell("loudness", -8), bell("tempo", 120)};
    study.correlations = {{"popularity", "loudness", "tempo"}, {1, 0.4, -0.1, 0.4, 1, 0.6, -0.1, 0.6, 1}};
    study.ols = invented_fit();
    study.ols_notes = {"the reference level of genre is rock"};
    study.baselines = {{"median", "", by_folds(13, 13), by_folds(0, 0)},
                       {"genre_median", "", by_folds(12, 12.5), by_folds(0.1, 0.08)}};
    study.models = {{"linear", "", by_folds(11, 11.5), by_folds(0.2, 0.18)},
                    {"boosted_trees", "max_depth=4", by_folds(9, 10), by_folds(0.4, 0.3)}};
    study.by_genre = {{"rock", 120, around(9, 1), 12, 0.5}, {"pop", 80, around(11.5, 1), 13, -2.25}};
    study.by_decade = {{"1990s", 90, around(10, 1), 12, 0}, {"2000s", 110, around(10.2, 1), 13, 0.1}};
    study.residuals.distribution = bell("residual", 0);
    for (int i = 0; i < 150; ++i)
        study.residuals.points.emplace_back(40 + random.normal(), 40 + 8 * random.normal());
    study.residuals.coverage = around(0.893, 0.02);
    study.residuals.width = 35;
    study.drivers = {{"loudness", 1.5, 2.2}, {"tempo", 0.25, 0.4}};
    add_contributions(study);
    return study;
}

}  // namespace attune::pages
