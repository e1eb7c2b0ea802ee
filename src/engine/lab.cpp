#include "engine/lab.h"

#include "core/error.h"

namespace attune::engine {
namespace {

Json by_folds_json(const lab::ByFolds& figure) {
    return {{"random", figure.random},
            {"by_group", figure.by_group ? Json(*figure.by_group) : Json(nullptr)}};
}

Json model_json(const lab::JudgedModel& model, const std::vector<std::string>& classes) {
    Json json{{"model", model.model},
              {"sampling", model.sampling},
              {"accuracy", by_folds_json(model.accuracy)},
              {"top2", by_folds_json(model.top2)},
              {"per_class", Json::object()}};
    for (std::size_t c = 0; c < classes.size(); ++c) {
        const auto& scores = model.per_class[c];
        json["per_class"][classes[c]] = {{"precision", scores.precision},
                                         {"recall", scores.recall},
                                         {"f1", scores.f1},
                                         {"rows", scores.rows}};
    }
    return json;
}

}  // namespace

lab::GenreStudy study_genres(const std::filesystem::path& file, const TableColumns& columns,
                             const lab::GenreStudyOptions& options, const Task& task) {
    const auto read = read_track_table(file, columns, task);
    try {
        auto study = lab::study_genres(read.table, read.columns, options, task);
        if (read.n_unreadable > 0) study.rows.dropped["unreadable"] = read.n_unreadable;
        return study;
    } catch (const Error& error) {
        if (error.code() == ErrorCode::interrupted) throw;
        throw error.within(file.string());
    }
}

Json to_json(const lab::GenreStudy& study) {
    const auto& classes = study.rows.classes.names;
    Json json{{"rows", study.rows.rows.size()}, {"dropped", Json::object()},   {"classes", classes},
              {"features", study.features},     {"baselines", Json::object()}, {"models", Json::array()}};
    for (const auto& [reason, count] : study.rows.dropped) json["dropped"][reason] = count;
    for (const auto& rule : study.baselines)
        json["baselines"][rule.name] = {{"accuracy", by_folds_json(rule.accuracy)}};
    for (const auto& model : study.models) json["models"].push_back(model_json(model, classes));
    json["best"] = model_json(study.best(), classes);
    json["report"] = nullptr;
    return json;
}

}  // namespace attune::engine
