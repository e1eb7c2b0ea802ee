#include "lab/classes/kept_model.h"

namespace attune::lab {

StudyModel train_on_all(const GenreStudy& study, const learning::Table& table, const StudyColumns& columns,
                        const GenreStudyOptions& options, const Task& task) {
    StudyModel model;
    model.study = "genre";
    model.answer = columns.label;
    model.classes = study.rows.classes.names;
    model.least_confidence = study.least_confidence;
    model.encoder = Encoder::fit(table, study.rows.rows, study.features, columns.sounds, {});
    model.of_classes = Classifier::fit(study.kept, model.encoder.apply(table, study.rows.rows),
                                       study.rows.classes.of_row, model.classes.size(), study.rows.groups,
                                       {options.trees, options.rounds, options.seed}, task);
    return model;
}

}  // namespace attune::lab
