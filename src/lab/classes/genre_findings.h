#pragma once

#include "lab/rows/figures.h"
#include "learning/tables/classes.h"

#include <cstddef>
#include <string>
#include <vector>

namespace attune::lab {

/// Rows whose confidence lies in [low, high), and how often the model was right about them.
struct CalibrationBin {
    double low = 0;
    double high = 0;
    std::size_t rows = 0;
    double confidence = 0;  ///< mean probability of the class said; 0 without rows
    double accuracy = 0;
};

/// What was said of one track by a model that had not seen it.
struct JudgedTrack {
    std::size_t row = 0;  ///< among the rows studied
    TrackName track;
    learning::ClassIndex truth = 0;  ///< as the table has it
    learning::ClassIndex said = 0;
    double confidence = 0;         ///< of the class said
    double truth_probability = 0;  ///< of the class that the table has
};

/// Whether the second guess helps where the first was wrong.
struct SecondChance {
    std::size_t rows = 0;  ///< of the class
    double first = 0;      ///< the share of them whose class was said
    double second = 0;     ///< the share whose class was the second most probable
    double by_chance = 0;  ///< the mean over the rows missed of 1 / (classes left), times their share
};

/// What the best model shows of a table, judged by the strictest folds.
struct GenreFindings {
    std::vector<CalibrationBin> calibration;   ///< ten of equal width
    std::vector<SecondChance> second_chances;  ///< shape (n_classes,)
    std::vector<JudgedTrack> surest_right;     ///< most confident first
    std::vector<JudgedTrack> surest_wrong;
    /// Rows whose label the model finds improbable and whose class said is more probable than that class is
    /// for the rows that have it: most suspicious first.
    ///
    /// Source: C. Northcutt, L. Jiang, I. Chuang, "Confident learning: estimating uncertainty in dataset
    /// labels", JAIR 70, 2021.
    std::vector<JudgedTrack> suspects;
    std::size_t n_suspects = 0;   ///< all of them; `suspects` holds the first
    std::vector<Driver> drivers;  ///< most important first
};

}  // namespace attune::lab
