#pragma once

#include "lab/models/classifier.h"
#include "lab/models/encoder.h"
#include "lab/models/number_model.h"
#include "learning/tables/design.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace attune::lab {

/// What is said of a track by a model of classes.
struct SaidClass {
    std::vector<double> probabilities;  ///< in the order of the model's classes
    std::size_t said = 0;               ///< the most probable one
    bool can_tell = false;  ///< as sure as tracks were that it was right about more often than not
};

/// What is said of a track by a model of a number.
struct SaidNumber {
    double value = 0;
    double low = 0;  ///< nine tracks of ten lie between
    double high = 0;
    bool can_tell = false;  ///< something is known of the track
};

/// A study's model with all that it takes to ask it: which columns, how they are encoded, what the answers mean.
struct StudyModel {
    std::string study;                 ///< "genre", "popularity"
    std::string answer;                ///< the column that it learned to tell
    std::vector<std::string> classes;  ///< of "genre"
    double least_confidence = 1;       ///< of "genre": below it cannot tell
    Encoder encoder;
    std::optional<Classifier> of_classes;
    std::optional<NumberModel> of_number;

    /// The columns that a table must have.
    std::vector<learning::Term> columns() const { return encoder.terms(); }

    /// @throws Error as Encoder::apply()
    std::vector<SaidClass> classes_of(const learning::Table& table) const;
    std::vector<SaidNumber> numbers_of(const learning::Table& table) const;

    /// Named parts; "model.json" says what it is.
    std::map<std::string, std::string> save() const;
    /// @throws Error{corrupt_data} if these parts were not saved by a StudyModel
    static StudyModel load(const std::map<std::string, std::string>& parts);
};

}  // namespace attune::lab
