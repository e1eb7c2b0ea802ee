#include "engine/lab/predict.h"

#include "core/error.h"
#include "core/text.h"
#include "engine/library/find_track.h"
#include "engine/library/snapshot.h"
#include "files/blobs.h"
#include "lab/rows/track_names.h"
#include "library/track_number.h"
#include "tables/track_table.h"

#include <algorithm>
#include <limits>

namespace attune::engine {
namespace {

using learning::Column;
using learning::Encoding;
using learning::Numbers;
using learning::TextLists;
using learning::Texts;

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

bool is_empty(const Column& column) {
    if (const auto* texts = std::get_if<Texts>(&column.values))
        return std::ranges::all_of(*texts, [](const auto& text) { return text.empty(); });
    if (const auto* numbers = std::get_if<Numbers>(&column.values))
        return std::ranges::all_of(*numbers, [](double x) { return x != x; });
    return false;
}

/// A column of a table under the name and of the kind that the model knows. One that is empty may be any kind.
Column as_wanted(const Column& column, const learning::Term& term) {
    const auto n = column.size();
    const bool wants_numbers = term.encoding == Encoding::number;
    if (wants_numbers) {
        if (const auto* numbers = std::get_if<Numbers>(&column.values)) return {term.column, *numbers};
        if (is_empty(column)) return {term.column, Numbers(n, unknown)};
        fail(ErrorCode::invalid_argument, "the column '{}' holds texts, and the model learned from numbers",
             column.name);
    }
    const auto* lists = std::get_if<TextLists>(&column.values);
    const auto* texts = std::get_if<Texts>(&column.values);
    if (term.encoding == Encoding::members && lists != nullptr) return {term.column, *lists};
    if (term.encoding == Encoding::category && texts != nullptr) return {term.column, *texts};
    if (is_empty(column))
        return term.encoding == Encoding::members ? Column{term.column, TextLists(n)}
                                                  : Column{term.column, Texts(n)};
    fail(ErrorCode::invalid_argument, "the column '{}' holds numbers, and the model learned from texts",
         column.name);
}

void ask(const lab::StudyModel& model, const learning::Table& table, Predictions& predictions) {
    predictions.study = model.study;
    predictions.answer = model.answer;
    predictions.classes = model.classes;
    if (model.of_classes)
        predictions.said_classes = model.classes_of(table);
    else
        predictions.said_numbers = model.numbers_of(table);
}

/// A column of the model as the library has it of one track.
Column column_of(const library::Collection& collection, library::TrackIndex index, const learning::Term& term,
                 const lab::SoundRoles& sounds) {
    const auto& track = collection.tracks[index];
    if (const auto sound = sounds.find(term.column); sound != sounds.end()) {
        const float value = collection.features(index, static_cast<std::size_t>(sound->second));
        return {term.column, Numbers{static_cast<double>(value)}};
    }
    if (term.encoding == Encoding::members) {
        TextLists genres(1);
        for (const auto tag : track.tags) genres[0].push_back(collection.genres[tag]);
        return {term.column, genres};
    }
    const auto name = to_lower_ascii(term.column);
    if (name.find("explicit") != std::string::npos)
        return {term.column, Numbers{track.is_explicit ? (*track.is_explicit ? 1.0 : 0.0) : unknown}};
    if (name.find("year") != std::string::npos || name.find("date") != std::string::npos)
        return {term.column, Numbers{track.release_year ? *track.release_year : unknown}};
    fail(ErrorCode::invalid_argument,
         "the model needs the column '{}', which a library has not; give it a table instead", term.column);
}

}  // namespace

lab::StudyModel load_study_model(const std::filesystem::path& folder) {
    const auto inside = folder / "model";
    const auto& directory = std::filesystem::exists(inside / "model.json") ? inside : folder;
    if (!std::filesystem::exists(directory / "model.json")) {
        fail(ErrorCode::not_found, "there is no model in {}; attune lab … --out DIR leaves one in DIR",
             folder.string());
    }
    return lab::StudyModel::load(files::read_blobs(directory));
}

Predictions predict_table(const lab::StudyModel& model, const std::filesystem::path& table,
                          const Task& task) {
    tables::TableColumns wanted;
    wanted.sounds = model.encoder.sounds();
    for (const auto& term : model.columns()) {
        wanted.features.push_back(term.column);
        if (term.encoding == Encoding::members) wanted.lists.push_back(term.column);
    }
    const auto read = [&] {
        try {
            return tables::read_track_table(table, wanted, task);
        } catch (const Error& error) {
            // Its columns do not fit the model: not a thing that is nowhere, but an argument of another kind.
            if (error.code() != ErrorCode::not_found || !std::filesystem::exists(table)) throw;
            throw Error(ErrorCode::invalid_argument, fmt::format("the model does not fit: {}", error.what()));
        }
    }();
    learning::Table asked;
    const auto terms = model.columns();
    for (std::size_t i = 0; i < terms.size(); ++i)
        asked.add(as_wanted(read.table.column(read.columns.features[i]), terms[i]));
    if (asked.n_rows() == 0) fail(ErrorCode::corrupt_data, "{} has no rows", table.string());
    Predictions predictions;
    predictions.n_unreadable = read.n_unreadable;
    for (std::size_t row = 0; row < asked.n_rows(); ++row)
        predictions.tracks.push_back(lab::name_of_row(read.table, read.columns, row));
    ask(model, asked, predictions);
    return predictions;
}

Predictions predict_track(const lab::StudyModel& model, Workspace& workspace, std::string_view track) {
    Snapshot snapshot(workspace);
    const auto found = find_track(workspace, track);
    const auto& collection = snapshot.collection();
    const auto index = index_of(*snapshot.collected(), found.id);
    const auto features = collection.features.row(index);
    if (std::ranges::all_of(features, [](float x) { return is_missing(x); })) {
        fail(ErrorCode::not_found, "no catalogue says how '{}' sounds; import one that has it",
             collection.tracks[index].track_name);
    }
    learning::Table asked;
    for (const auto& term : model.columns())
        asked.add(column_of(collection, index, term, model.encoder.sounds()));
    Predictions predictions;
    const auto& known = collection.tracks[index];
    predictions.tracks.push_back({library::track_number(known.id), known.artist_name, known.track_name});
    ask(model, asked, predictions);
    return predictions;
}

shapes::Predictions shape_of(const Predictions& predictions) {
    shapes::Predictions shape{predictions.study, predictions.answer, {}, {}};
    for (std::size_t i = 0; i < predictions.tracks.size(); ++i) {
        const auto track = shapes::named_row_of(predictions.tracks[i]);
        if (predictions.said_classes.empty()) {
            const auto& said = predictions.said_numbers[i];
            shape.tracks.emplace_back(
                shapes::SaidNumber{track, said.value, said.low, said.high, said.can_tell});
            continue;
        }
        const auto& said = predictions.said_classes[i];
        shapes::SaidClass row{track, predictions.classes[said.said], said.can_tell, {}};
        for (std::size_t c = 0; c < predictions.classes.size(); ++c)
            row.probabilities.emplace_back(predictions.classes[c], said.probabilities[c]);
        shape.tracks.emplace_back(std::move(row));
    }
    if (predictions.n_unreadable > 0) shape.dropped.emplace_back("unreadable", predictions.n_unreadable);
    return shape;
}

}  // namespace attune::engine
