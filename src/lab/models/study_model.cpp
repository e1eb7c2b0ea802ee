#include "lab/models/study_model.h"

#include "core/json.h"
#include "core/json_text.h"
#include "learning/saved_model.h"

#include <algorithm>
#include <numeric>

namespace attune::lab {
namespace {

constexpr std::string_view saved_name = "study_model";
constexpr int saved_version = 1;

std::vector<std::size_t> all_rows(std::size_t n) {
    std::vector<std::size_t> rows(n);
    std::iota(rows.begin(), rows.end(), std::size_t{0});
    return rows;
}

bool is_known(const learning::Column& column, std::size_t row) {
    if (const auto* numbers = std::get_if<learning::Numbers>(&column.values))
        return (*numbers)[row] == (*numbers)[row];
    if (const auto* texts = std::get_if<learning::Texts>(&column.values)) return !(*texts)[row].empty();
    return !std::get<learning::TextLists>(column.values)[row].empty();
}

/// Whether a row has a value in any column that the model asks for.
bool is_row_known(const learning::Table& table, const std::vector<learning::Term>& terms, std::size_t row) {
    return std::ranges::any_of(terms,
                               [&](const auto& term) { return is_known(table.column(term.column), row); });
}

}  // namespace

std::vector<SaidClass> StudyModel::classes_of(const learning::Table& table) const {
    const auto P = of_classes->predict(encoder.apply(table, all_rows(table.n_rows())));
    const auto terms = columns();
    std::vector<SaidClass> said;
    for (std::size_t row = 0; row < P.n_rows(); ++row) {
        const auto p = P.row(row);
        SaidClass one{{p.begin(), p.end()}, 0, false};
        one.said = static_cast<std::size_t>(std::ranges::max_element(p) - p.begin());
        one.can_tell = one.probabilities[one.said] >= least_confidence && is_row_known(table, terms, row);
        said.push_back(std::move(one));
    }
    return said;
}

std::vector<SaidNumber> StudyModel::numbers_of(const learning::Table& table) const {
    const auto predicted = of_number->predict(encoder.apply(table, all_rows(table.n_rows())));
    const auto terms = columns();
    std::vector<SaidNumber> said;
    for (std::size_t row = 0; row < predicted.value.size(); ++row)
        said.push_back(
            {predicted.value[row], predicted.low[row], predicted.high[row], is_row_known(table, terms, row)});
    return said;
}

std::map<std::string, std::string> StudyModel::save() const {
    auto parts = of_classes ? of_classes->save() : of_number->save();
    Json saved = learning::saved_model(saved_name, saved_version);
    saved["study"] = study;
    saved["answer"] = answer;
    saved["classes"] = classes;
    saved["least_confidence"] = least_confidence;
    if (of_classes) saved["learner"] = to_string(of_classes->learner());
    saved["encoder"] = encoder.save();
    parts["model.json"] = json_text(saved, 1);
    return parts;
}

StudyModel StudyModel::load(const std::map<std::string, std::string>& parts) {
    const auto found = parts.find("model.json");
    learning::require_intact(found != parts.end(), saved_name, "there is no model.json");
    const Json head = Json::parse(found->second, nullptr, false);
    return learning::read_saved_model(head, saved_name, saved_version, [&](const Json& from) {
        StudyModel model;
        model.study = from.at("study").get<std::string>();
        model.answer = from.at("answer").get<std::string>();
        model.classes = from.at("classes").get<std::vector<std::string>>();
        model.least_confidence = from.at("least_confidence").get<double>();
        model.encoder = Encoder::load(from.at("encoder"));
        std::size_t n_columns = 0;
        if (model.study == "genre") {
            // Models of before there was a choice are blends.
            const auto learner = find_learner(from.value("learner", std::string("blend")));
            learning::require_intact(learner.has_value(), saved_name, "an unknown learner");
            model.of_classes = Classifier::load(*learner, parts);
            n_columns = model.of_classes->n_columns();
            learning::require_intact(model.classes.size() == model.of_classes->n_classes(), saved_name,
                                     "the classes do not fit the model");
        } else {
            learning::require_intact(model.study == "popularity", saved_name, "an unknown study");
            model.of_number = NumberModel::load(parts);
            n_columns = model.of_number->booster().n_columns();
        }
        learning::require_intact(n_columns == model.encoder.n_columns(), saved_name,
                                 "the columns do not fit the model");
        return model;
    });
}

}  // namespace attune::lab
