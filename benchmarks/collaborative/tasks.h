#pragma once

#include "collaborative/recommender.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace attune::bench {

/// A person who is asked for: what a model is told of them, and what it is to find.
struct Asked {
    std::vector<library::ItemIndex> items;
    std::vector<float> values;
    std::vector<library::ItemIndex> wanted;  ///< none of `items`

    collaborative::Profile profile() const { return {items, values}; }
};

/// What to learn from and whom to ask for.
struct Task {
    library::Interactions train;
    std::vector<Asked> people;
};

/// A task, and a smaller one inside its training plays to choose options by.
struct TunedTask {
    std::string name;
    Task tune;
    Task test;
};

/// $ATTUNE_DATA, else ~/.cache/attune-data.
std::filesystem::path data_folder();

/// hetrec2011-lastfm-2k: people x artists. Of the people with at least 10 artists 20 % are asked for and are
/// not in the training; of the other such people 10 % are those of the tuning. 80 % of an asked person's
/// artists are told.
/// @return nothing if the files are not there
std::optional<TunedTask> hetrec_task(std::uint64_t seed);

/// The whole of hetrec2011-lastfm-2k.
std::optional<library::Interactions> hetrec_plays();

/// The published split of the same data: pairs of data1.txt to learn from, those of test1.txt to find. For
/// tuning, a tenth of each person's training pairs.
std::optional<TunedTask> lastfm_split_task();

/// Invented plays of the shape of real ones: numbers of items a person are log-normal with this mean, items
/// follow a power law, and people share tastes (20 of them).
library::Interactions invented_plays(std::size_t n_users, std::size_t n_items, double items_a_person,
                                     std::uint64_t seed);

/// train.txt, people.txt: what implicit_peer.py reads. Both tasks, in folders `tune` and `test`.
void write_task(const TunedTask& task, const std::filesystem::path& folder);

struct Quality {
    double recall_20 = 0;
    double ndcg_20 = 0;
    double ndcg_100 = 0;
};

/// Means over people of what a list of items, best first, is worth. recall@k is hits / min(k, wanted); the
/// ideal of NDCG@k has min(k, wanted) hits.
Quality quality_of(const std::vector<std::vector<library::ItemIndex>>& lists,
                   const std::vector<Asked>& people);

/// The first n items of highest score that are not in the profile; of equal scores the one of lower index
/// first.
std::vector<library::ItemIndex> top_items(const collaborative::Recommender& model,
                                          const collaborative::Profile& profile, std::size_t n);

/// The lists of 100 of a model for all that are asked for.
std::vector<std::vector<library::ItemIndex>> lists_of(const collaborative::Recommender& model,
                                                      const std::vector<Asked>& people, std::size_t threads);

/// Lists as implicit_peer.py writes them: one line a person.
std::vector<std::vector<library::ItemIndex>> read_lists(const std::filesystem::path& file);

}  // namespace attune::bench
