#pragma once

#include "lab/classes/genre_study.h"
#include "lab/models/study_model.h"

namespace attune::lab {

/// The learner that a study found worth keeping, learned from all of its rows.
StudyModel train_on_all(const GenreStudy& study, const learning::Table& table, const StudyColumns& columns,
                        const GenreStudyOptions& options, const Task& task);

}  // namespace attune::lab
