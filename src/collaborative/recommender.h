#pragma once

#include "core/task.h"
#include "library/interactions.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace attune::collaborative {

struct FitSettings {
    std::uint64_t seed = 1;   ///< start of the random numbers, where a model has any
    std::size_t threads = 1;  ///< the outcome does not depend on it
};

/// A person by their items alone. They need not have been among the people of the training.
struct Profile {
    std::span<const library::ItemIndex> items;  ///< ascending, each once, below n_items()
    std::span<const float> values;  ///< one an item, as in the training (play counts): finite, > 0
};

/// How much one item of a profile adds to a score.
struct ItemEvidence {
    library::ItemIndex item = 0;
    double contribution = 0;
};

/// What many people play -> what one person would play. Scores are for ordering within one model; those of
/// two models have no common scale. A fitted model does not change: it may be asked from several threads.
class Recommender {
  public:
    virtual ~Recommender() = default;
    Recommender(const Recommender&) = delete;
    Recommender& operator=(const Recommender&) = delete;

    /// The name in the registry: "ease".
    virtual std::string_view name() const noexcept = 0;

    /// The options in force, as make_recommender() reads them: "factors=64,iterations=15".
    virtual std::string options() const = 0;

    /// Learns from the pairs of `plays`; what was learnt before is forgotten. The same plays, options and
    /// seed give the same model with any number of threads.
    /// @throws Error{invalid_argument} if there are no plays; Error{interrupted} if the person asked to stop,
    /// and then
    ///         the model is as it was before
    virtual void fit(const library::Interactions& plays, const FitSettings& settings,
                     const Task& task = {}) = 0;

    /// The items of the training; 0 before fit().
    virtual std::size_t n_items() const noexcept = 0;

    /// One score an item, the profile's own items included, shape (n_items(),); the higher, the more likely
    /// the person plays it. Of an empty profile: what the model says of anybody (popularity, BPR), else all
    /// 0.
    /// @throws Error{invalid_argument} if the profile is not as Profile says
    virtual std::vector<float> score(const Profile& profile) const = 0;

    /// How much each item of the profile adds to the score of `item`, in the profile's order; sums to the
    /// score but for rounding. Popularity does not look at the profile and gives an empty list.
    /// @throws Error{invalid_argument} if the profile is not as Profile says or `item` is not below n_items()
    virtual std::vector<ItemEvidence> explain(const Profile& profile, library::ItemIndex item) const = 0;

    /// The fitted model as bytes, with kind, version and checksum, for load_recommender(): scores are the
    /// same to the last bit.
    virtual std::string save() const = 0;

  protected:
    Recommender() = default;
};

/// One line of the registry.
struct ModelInfo {
    std::string_view name;
    std::string_view summary;
    std::string (*describe_options)();  ///< one line an option: name, default, range, meaning
    std::unique_ptr<Recommender> (*make)(std::string_view options);
    std::unique_ptr<Recommender> (*load)(std::string_view options, std::string_view bytes);
};

std::span<const ModelInfo> all_recommenders() noexcept;

/// A model that has learnt nothing yet.
/// @param options  "factors=64,iterations=15"; what is left out has its default
/// @throws Error{not_found} for an unknown name, naming the known ones; Error{invalid_argument} for an
/// unknown option or
///         a value out of its range
std::unique_ptr<Recommender> make_recommender(std::string_view name, std::string_view options = {});

/// What Recommender::save() gave.
/// @throws Error{corrupt_data} if the bytes are damaged or of a version that this program does not know
std::unique_ptr<Recommender> load_recommender(std::string_view saved);

}  // namespace attune::collaborative
