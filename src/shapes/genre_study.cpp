#include "shapes/studies.h"

namespace attune::shapes {
namespace {

using Names = std::vector<std::string>;

/// A row a true class, a column a class said, in the order of the classes.
std::vector<std::vector<std::size_t>> confusion_of(const std::vector<std::size_t>& counts,
                                                   std::size_t n_classes) {
    std::vector<std::vector<std::size_t>> rows;
    for (std::size_t c = 0; c < n_classes; ++c) {
        const auto first = counts.begin() + static_cast<std::ptrdiff_t>(c * n_classes);
        rows.emplace_back(first, first + static_cast<std::ptrdiff_t>(n_classes));
    }
    return rows;
}

GenreModel model_of(const lab::JudgedModel& model, const Names& classes) {
    GenreModel shape{model.model,
                     model.sampling,
                     judged_of(model.accuracy),
                     judged_of(model.top2),
                     judged_of(model.log_loss),
                     known(model.balanced_accuracy),
                     known(model.macro_f1),
                     known(model.calibration_error),
                     {},
                     confusion_of(model.confusion, classes.size())};
    for (std::size_t c = 0; c < classes.size(); ++c) {
        const auto& scores = model.per_class[c];
        shape.per_class.emplace_back(classes[c], JudgedClass{known(scores.precision), known(scores.recall),
                                                             known(scores.f1), scores.rows});
    }
    return shape;
}

std::vector<ToldTrack> told_tracks(const std::vector<lab::JudgedTrack>& tracks, const Names& classes) {
    std::vector<ToldTrack> told;
    for (const auto& judged : tracks) {
        told.push_back({named_row_of(judged.track), classes[judged.truth], classes[judged.said],
                        judged.confidence, judged.truth_probability});
    }
    return told;
}

GenreFindings findings_of(const lab::GenreFindings& findings, const Names& classes) {
    GenreFindings shape;
    for (const auto& bin : findings.calibration)
        shape.calibration.push_back(
            {bin.low, bin.high, bin.rows, known(bin.confidence), known(bin.accuracy)});
    for (std::size_t c = 0; c < classes.size(); ++c) {
        const auto& chance = findings.second_chances[c];
        shape.second_chances.emplace_back(
            classes[c],
            SecondChance{chance.rows, known(chance.first), known(chance.second), known(chance.by_chance)});
    }
    shape.surest_right = told_tracks(findings.surest_right, classes);
    shape.surest_wrong = told_tracks(findings.surest_wrong, classes);
    shape.suspects = told_tracks(findings.suspects, classes);
    shape.n_suspects = findings.n_suspects;
    shape.drivers = drivers_of(findings.drivers);
    return shape;
}

}  // namespace

void JudgedClass::describe(Fields<JudgedClass>& fields) {
    fields.called("JudgedClass", "how well a class is told; by groups where there are groups")
        .key("precision", &JudgedClass::precision, "of those said to be it, the share that is")
        .key("recall", &JudgedClass::recall, "of those that are it, the share that was said")
        .key("f1", &JudgedClass::f1, "the harmonic mean of both")
        .key("rows", &JudgedClass::rows, "of the class");
}

void GenreRule::describe(Fields<GenreRule>& fields) {
    fields.called("GenreRule", "how well a simple rule tells genres")
        .key("accuracy", &GenreRule::accuracy, "share of rows whose class was said");
}

void GenreModel::describe(Fields<GenreModel>& fields) {
    fields.called("GenreModel", "how well a model tells genres")
        .key("model", &GenreModel::model, "its name")
        .key("sampling", &GenreModel::sampling, "how rare classes were made up for",
             {"original", "undersampled", "smote"})
        .key("accuracy", &GenreModel::accuracy, "share of rows whose class was said")
        .key("top2", &GenreModel::top2, "share of rows whose class is among the two most probable")
        .key("log_loss", &GenreModel::log_loss, "in nats")
        .key("balanced_accuracy", &GenreModel::balanced_accuracy, "mean recall of the classes")
        .key("macro_f1", &GenreModel::macro_f1, "mean F1 of the classes")
        .key("calibration_error", &GenreModel::calibration_error, "expected, of 15 bins")
        .key("per_class", &GenreModel::per_class, "of each class")
        .key("confusion", &GenreModel::confusion,
             "a row a true class, a column a class said, in the order of classes");
}

void CalibrationBin::describe(Fields<CalibrationBin>& fields) {
    fields.called("CalibrationBin", "how often answers of a confidence are right")
        .key("low", &CalibrationBin::low, "the least confidence of the bin")
        .key("high", &CalibrationBin::high, "the largest")
        .key("rows", &CalibrationBin::rows, "in the bin")
        .key("confidence", &CalibrationBin::confidence, "their mean")
        .key("accuracy", &CalibrationBin::accuracy, "the share that was right");
}

void SecondChance::describe(Fields<SecondChance>& fields) {
    fields.called("SecondChance", "how often the class is the second guess")
        .key("rows", &SecondChance::rows, "of the class")
        .key("first", &SecondChance::first, "the share whose first guess is right")
        .key("second", &SecondChance::second, "of the others, the share whose second is")
        .key("second_by_chance", &SecondChance::by_chance,
             "the same of guessing by how frequent classes are");
}

void ToldTrack::describe(Fields<ToldTrack>& fields) {
    fields.called("ToldTrack", "what a model said of a track that it had not seen")
        .all_of(&ToldTrack::track)
        .key("label", &ToldTrack::label, "as the table has it")
        .key("said", &ToldTrack::said, "as the model has it")
        .key("confidence", &ToldTrack::confidence, "of what it said, in [0, 1]")
        .key("label_probability", &ToldTrack::label_probability, "of the label, in [0, 1]");
}

void GenreFindings::describe(Fields<GenreFindings>& fields) {
    fields.called("GenreFindings", "what the best model shows")
        .key("calibration", &GenreFindings::calibration, "by falling confidence")
        .key("second_chances", &GenreFindings::second_chances, "of each class")
        .key("surest_right", &GenreFindings::surest_right, "the surest first")
        .key("surest_wrong", &GenreFindings::surest_wrong, "the surest first")
        .key("suspects", &GenreFindings::suspects, "tracks whose label may be wrong, the likeliest first")
        .key("n_suspects", &GenreFindings::n_suspects, "all of them")
        .key("drivers", &GenreFindings::drivers, "most important first");
}

void GenreStudy::describe(Fields<GenreStudy>& fields) {
    fields.called("GenreStudy", "how well the features of a table tell the classes of its label")
        .all_of(&GenreStudy::head)
        .only("study", {"genre"})
        .key("classes", &GenreStudy::classes, "of the label")
        .key("features", &GenreStudy::features, "that were told by")
        .key("baselines", &GenreStudy::baselines, "simple rules")
        .key("models", &GenreStudy::models, "every learner with every way of sampling")
        .key("best", &GenreStudy::best, "the one of the best accuracy, by groups where there are groups")
        .key("findings", &GenreStudy::findings, "of the best")
        .key("report", &GenreStudy::report, "where the page is; null: none was written");
}

GenreStudy shape_of(const lab::GenreStudy& study) {
    const auto& classes = study.rows.classes.names;
    GenreStudy shape{study_head("genre", study.rows.rows.size(), study.rows.dropped, study.columns),
                     classes,
                     study.features,
                     {},
                     {},
                     model_of(study.best(), classes),
                     findings_of(study.findings, classes),
                     std::nullopt};
    for (const auto& rule : study.baselines)
        shape.baselines.emplace_back(rule.name, GenreRule{judged_of(rule.accuracy)});
    for (const auto& model : study.models) shape.models.push_back(model_of(model, classes));
    return shape;
}

}  // namespace attune::shapes
