#pragma once

#include "core/json_fwd.h"
#include "core/task.h"
#include "learning/judging/calibration.h"
#include "taste/history_tables.h"
#include "taste/label_model.h"
#include "taste/moments.h"
#include "taste/stage_model.h"
#include "taste/stage_rows.h"
#include "taste/table.h"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace attune::taste {

/// How one stage came out.
struct StageSummary {
    std::string name;  ///< "playlist", "likeability", "labels"
    std::size_t n_rows = 0;
    std::size_t n_positive = 0;
    double auc = 0.5;   ///< out of fold, by artist
    double weight = 0;  ///< in the composite
};

/// What a person would think of one track.
struct Prediction {
    double probability = 0;  ///< that they like it, calibrated
    double low = 0;          ///< 95 % interval of the probability
    double high = 1;
    double margin = 0;  ///< what the probability is made from; larger is better
};

/// How much a person likes tracks, from what they did: stage 1 learns from the history (which tracks they put
/// on playlists; how much of them they heard and how early they skipped), stage 2 from labels (LabelModel).
///
///     margin = h (sum over the stages of stage 1 of weight * standardised margin) + what labels say
///
/// The weight of a stage is d' = sqrt(2) Phi^-1(A), the best one for scores that are normal in both classes,
/// with A its out-of-fold AUC, shrunken towards 1/2 by the number of its examples. A stage that knows nothing
/// weighs nothing. h is 1 without labels; with them it is what they make of it.
///
/// Probabilities are calibrated on a replay: stage 1 as it would have been at three quarters of the past is
/// asked about the tracks first heard afterwards, and on labels left out.
class TasteModel {
  public:
    /// @param known     all that the models may know, before `moment`
    /// @param previous  a model whose stage 1 is taken over if it learnt from the same history; may be null
    static TasteModel fit(const library::Collection& collection, const library::History& known,
                          Timestamp moment, const TasteTable& table, const TasteOptions& options,
                          const Task& task = {}, const TasteModel* previous = nullptr);

    /// For rows of the same table, in their order.
    std::vector<Prediction> predict(const Matrix& rows) const;
    std::vector<float> margins(const Matrix& rows) const;

    /// The margins by one fold's models alone: a fifth of the work, for a first look at many tracks.
    std::vector<float> coarse_margins(const Matrix& rows) const;

    /// Shape (n_rows, n_columns + 1): how much each column moved each margin; the last is the constant. Each
    /// row sums to its margin.
    Matrix contributions(const Matrix& rows, std::size_t threads = 1) const;

    /// Rows whose outcome is known, by margins of models that did not know it.
    struct Judged {
        std::vector<float> margins;
        std::vector<float> liked;
        std::vector<float> weights;

        void add(double margin, bool likes, double weight);
    };

    /// What fit() calibrated on: the tracks of HistoryTables::asked, as stage 1 would have seen them then, and after
    /// them the labelled tracks, each as if nothing had been said of its artist. Empty in a model that was loaded.
    const Judged& judged() const noexcept { return judged_; }

    const std::vector<StageSummary>& stages() const noexcept { return summaries_; }
    Json summary() const;

    /// The model as named blobs, with the names of the columns it was trained on.
    std::map<std::string, std::string> save(const std::vector<TasteColumn>& columns) const;

    /// @throws Error{corrupt_data}; Error{conflict} if the model was trained on other columns, naming the
    /// first
    static TasteModel load(const std::map<std::string, std::string>& blobs,
                           const std::vector<TasteColumn>& columns);

    /// The genres with a column of their own in the table that a saved model needs.
    static std::vector<std::string> genres_of(const std::map<std::string, std::string>& blobs);

  private:
    /// One stage of stage 1: playlist or likeability.
    struct Stage {
        std::string name;
        std::vector<std::size_t> columns;  ///< of the table
        StageModel model;
        Moments scale;  ///< of its margins, out of fold
        double weight = 0;
        std::map<library::TrackIndex, float> out_of_fold;  ///< standardised margins of its own rows
    };

    double history_weight() const noexcept { return labels_ ? labels_->history_weight() : 1; }
    template <class MarginsOf>
    std::vector<float> add_stages(const Matrix& rows, MarginsOf margins_of) const;
    std::vector<float> history_margins(const Matrix& rows) const;
    std::vector<float> unseen_history_margins(std::span<const library::TrackIndex> tracks,
                                              const Matrix& rows) const;
    void add_labels(const Matrix& rows, std::vector<float>& margins) const;

    void add_stage(const StageTable& table, const TasteOptions& options, const Task& task);
    void replay(const HistoryTables& tables, const TasteOptions& options, const Task& task);
    std::vector<float> fit_labels(const StageRows& rows, const library::Collection& collection,
                                  const TasteTable& table, const TasteOptions& options);
    void calibrate(const StageRows& rows, std::span<const float> margins);
    Json save_stage(const Stage& stage) const;
    void load_stage(const Json& saved, const std::map<std::string, std::string>& blobs);

    std::vector<Stage> stages_;
    std::optional<LabelModel> labels_;
    std::vector<StageSummary> summaries_;
    std::uint64_t history_key_ = 0;  ///< hash_of() what stage 1 learnt from
    Judged replayed_;                ///< of stage 1
    Judged judged_;
    learning::PlattScaling calibration_;
    double calibration_error_ = 1;  ///< standard error of the log-odds that the calibration adds
    std::size_t n_columns_ = 0;
};

}  // namespace attune::taste
