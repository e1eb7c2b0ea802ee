#include "blob.h"
#include "core/parallel.h"
#include "lab/models/class_model.h"
#include "lab/models/encoder.h"
#include "lab/models/number_model.h"
#include "learning/judging/folds.h"
#include "learning/judging/judge.h"
#include "tasks.h"

#include <algorithm>
#include <array>

namespace attune::bench {
namespace {

using lab::Encoder;
using learning::ClassIndex;

/// The columns that run.py writes, in its order; what comes after has no name of a sound.
constexpr std::array names{"danceability", "energy",      "key",          "loudness",
                           "mode",         "speechiness", "acousticness", "instrumentalness",
                           "liveness",     "valence",     "tempo",        "duration_ms"};

struct Songs {
    learning::Table table;
    std::vector<std::string> features;
    lab::SoundRoles sounds;
    std::vector<double> y;
    std::vector<std::size_t> fold_of;
    std::vector<std::uint64_t> groups;  // where folds keep them together
};

Songs read_songs(const Settings& settings) {
    Songs songs;
    const auto X = read_blob(settings.text("X"));
    for (std::size_t c = 0; c < X.n_columns; ++c) {
        const std::string name = c < names.size() ? names[c] : fmt::format("x{}", c);
        learning::Numbers values;
        for (std::size_t row = 0; row < X.n_rows; ++row) values.push_back(X.values[row * X.n_columns + c]);
        songs.table.add({name, std::move(values)});
        songs.features.push_back(name);
        if (const auto sound = library::find_audio_feature(name)) songs.sounds.emplace(name, *sound);
    }
    songs.y = read_blob(settings.text("y")).values;
    for (const double fold : read_blob(settings.text("folds")).values)
        songs.fold_of.push_back(static_cast<std::size_t>(fold));
    if (settings.values.contains("groups")) {
        for (const double group : read_blob(settings.text("groups")).values)
            songs.groups.push_back(static_cast<std::uint64_t>(group));
    }
    return songs;
}

std::vector<std::uint64_t> groups_of(const Songs& songs, std::span<const std::size_t> rows) {
    return songs.groups.empty() ? std::vector<std::uint64_t>() : gather(songs.groups, rows);
}

/// Rows in number order of the folds asked for: all, or those below `only`.
Matrix judge(const Songs& songs, const Settings& settings, const learning::Recipe& recipe) {
    const auto threads = static_cast<std::size_t>(settings.number("threads", 2));
    const auto k = *std::ranges::max_element(songs.fold_of) + 1;
    const auto n_judged =
        std::min(k, static_cast<std::size_t>(settings.number("only", static_cast<double>(k))));
    std::vector<Matrix> said(n_judged);
    std::vector<std::vector<std::size_t>> tests(n_judged);
    parallel_for(n_judged, threads, [&](std::size_t fold) {
        const auto parts = learning::split(songs.fold_of, fold);
        tests[fold] = parts.test;
        said[fold] = recipe(parts.train, {}).predict(parts.test);
    });
    Matrix P(songs.fold_of.size(), said.front().n_columns());
    for (std::size_t fold = 0; fold < n_judged; ++fold) {
        for (std::size_t i = 0; i < tests[fold].size(); ++i)
            std::ranges::copy(said[fold].row(i), P.row(tests[fold][i]).begin());
    }
    return P;
}

void answer(const Settings& settings, const Stopwatch& watch, const Matrix& P) {
    fmt::print("{{\"seconds\": {}}}\n", watch.seconds());
    write_blob(settings.text("out"), P.n_rows(), P.n_columns(), P.values());
}

}  // namespace

void study_classes(const Settings& settings) {
    const auto songs = read_songs(settings);
    const std::vector<ClassIndex> labels(songs.y.begin(), songs.y.end());
    const auto n_classes = std::size_t{std::ranges::max(labels)} + 1;
    lab::ClassModelOptions options;
    options.trees = static_cast<int>(settings.number("trees", 200));
    options.rounds = static_cast<int>(settings.number("rounds", 150));
    const Stopwatch watch;
    answer(settings, watch,
           judge(songs, settings, [&](std::span<const std::size_t> train, const attune::Task& task) {
               const auto encoder = Encoder::fit(songs.table, train, songs.features, songs.sounds, {});
               const auto model =
                   lab::ClassModel::fit(encoder.apply(songs.table, train), gather(labels, train), n_classes,
                                        groups_of(songs, train), options, task);
               fmt::print(stderr, "{}\n", model.settings());
               return learning::Fitted{[&songs, encoder, model](std::span<const std::size_t> rows) {
                                           return model.predict(encoder.apply(songs.table, rows));
                                       },
                                       {{"the model", learning::SeenRows(train)}}};
           }));
}

void study_numbers(const Settings& settings) {
    const auto songs = read_songs(settings);
    const std::vector<float> y(songs.y.begin(), songs.y.end());
    const Stopwatch watch;
    answer(settings, watch,
           judge(songs, settings, [&](std::span<const std::size_t> train, const attune::Task& task) {
               const auto encoder =
                   Encoder::fit(songs.table, train, songs.features, songs.sounds, {false, false});
               const auto model = lab::NumberModel::fit(encoder.apply(songs.table, train), gather(y, train),
                                                        groups_of(songs, train), {}, task);
               return learning::Fitted{[&songs, encoder, model](std::span<const std::size_t> rows) {
                                           const auto said = model.predict(encoder.apply(songs.table, rows));
                                           Matrix P(rows.size(), 3);
                                           for (std::size_t i = 0; i < rows.size(); ++i) {
                                               P(i, 0) = said.value[i];
                                               P(i, 1) = said.median[i];
                                               P(i, 2) = said.boosted[i];
                                           }
                                           return P;
                                       },
                                       {{"the model", learning::SeenRows(train)}}};
           }));
}

}  // namespace attune::bench
