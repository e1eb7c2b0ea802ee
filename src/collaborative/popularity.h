#pragma once

#include "collaborative/option_text.h"
#include "collaborative/recommender.h"

#include <array>

namespace attune::collaborative {

enum class PopularityCount { people, plays };

struct PopularityOptions {
    PopularityCount count = PopularityCount::people;

    static constexpr std::array<std::string_view, 2> count_names{"people", "plays"};

    template <class Visit>
    void describe(Visit&& visit) {
        visit(Choice<PopularityCount>{"count", count, count_names,
                                      "what is counted: people, or their plays added up"});
    }
};

/// How many people play an item: the same for everybody. What any other model must beat.
class Popularity final : public Recommender {
  public:
    explicit Popularity(const PopularityOptions& options) : options_(options) {}
    Popularity(const PopularityOptions& options, std::string_view bytes);

    std::string_view name() const noexcept override { return "popularity"; }
    std::string options() const override { return options_text(options_); }
    void fit(const library::Interactions& plays, const FitSettings& settings, const Task& task) override;
    std::size_t n_items() const noexcept override { return scores_.size(); }
    std::vector<float> score(const Profile& profile) const override;
    std::vector<ItemEvidence> explain(const Profile& profile, library::ItemIndex item) const override;
    std::string save() const override;

  private:
    PopularityOptions options_;
    std::vector<float> scores_;
};

}  // namespace attune::collaborative
