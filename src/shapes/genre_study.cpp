#include "core/json.h"
#include "shapes/studies.h"
#include "shapes/study_parts.h"

namespace attune::shapes {
namespace {

using Names = std::vector<std::string>;

Json per_class_json(const lab::JudgedModel& model, const Names& classes) {
    Json json = Json::object();
    for (std::size_t c = 0; c < classes.size(); ++c) {
        const auto& scores = model.per_class[c];
        json[classes[c]] = {{"precision", scores.precision},
                            {"recall", scores.recall},
                            {"f1", scores.f1},
                            {"rows", scores.rows}};
    }
    return json;
}

/// A row a true class, a column a class said, in the order of "classes".
Json confusion_json(const std::vector<std::size_t>& counts, std::size_t n_classes) {
    Json json = Json::array();
    for (std::size_t c = 0; c < n_classes; ++c) {
        const auto first = counts.begin() + static_cast<std::ptrdiff_t>(c * n_classes);
        json.push_back(std::vector<std::size_t>(first, first + static_cast<std::ptrdiff_t>(n_classes)));
    }
    return json;
}

Json model_json(const lab::JudgedModel& model, const Names& classes) {
    return {{"model", model.model},
            {"sampling", model.sampling},
            {"accuracy", by_folds_json(model.accuracy)},
            {"top2", by_folds_json(model.top2)},
            {"log_loss", by_folds_json(model.log_loss)},
            {"balanced_accuracy", model.balanced_accuracy},
            {"macro_f1", model.macro_f1},
            {"calibration_error", model.calibration_error},
            {"per_class", per_class_json(model, classes)},
            {"confusion", confusion_json(model.confusion, classes.size())}};
}

Json tracks_json(const std::vector<lab::JudgedTrack>& tracks, const Names& classes) {
    Json json = Json::array();
    for (const auto& judged : tracks) {
        auto entry = track_name_json(judged.track);
        entry["label"] = classes[judged.truth];
        entry["said"] = classes[judged.said];
        entry["confidence"] = judged.confidence;
        entry["label_probability"] = judged.truth_probability;
        json.push_back(std::move(entry));
    }
    return json;
}

Json findings_json(const lab::GenreFindings& findings, const Names& classes) {
    Json json{{"calibration", Json::array()}, {"second_chances", Json::object()}};
    for (const auto& bin : findings.calibration) {
        json["calibration"].push_back({{"low", bin.low},
                                       {"high", bin.high},
                                       {"rows", bin.rows},
                                       {"confidence", bin.confidence},
                                       {"accuracy", bin.accuracy}});
    }
    for (std::size_t c = 0; c < classes.size(); ++c) {
        const auto& chance = findings.second_chances[c];
        json["second_chances"][classes[c]] = {{"rows", chance.rows},
                                              {"first", chance.first},
                                              {"second", chance.second},
                                              {"second_by_chance", chance.by_chance}};
    }
    json["surest_right"] = tracks_json(findings.surest_right, classes);
    json["surest_wrong"] = tracks_json(findings.surest_wrong, classes);
    json["suspects"] = tracks_json(findings.suspects, classes);
    json["n_suspects"] = findings.n_suspects;
    json["drivers"] = drivers_json(findings.drivers);
    return json;
}

}  // namespace

Json to_json(const lab::GenreStudy& study) {
    const auto& classes = study.rows.classes.names;
    Json json{{"study", "genre"},
              {"rows", study.rows.rows.size()},
              {"dropped", dropped_json(study.rows.dropped)},
              {"columns", columns_json(study.columns)},
              {"classes", classes},
              {"features", study.features},
              {"baselines", Json::object()},
              {"models", Json::array()}};
    for (const auto& rule : study.baselines)
        json["baselines"][rule.name] = {{"accuracy", by_folds_json(rule.accuracy)}};
    for (const auto& model : study.models) json["models"].push_back(model_json(model, classes));
    json["best"] = model_json(study.best(), classes);
    json["findings"] = findings_json(study.findings, classes);
    json["report"] = nullptr;
    return json;
}

}  // namespace attune::shapes
