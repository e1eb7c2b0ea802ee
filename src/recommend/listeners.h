#pragma once

#include "collaborative/recommender.h"
#include "core/task.h"
#include "library/community.h"
#include "taste/others.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace attune::recommend {

struct ListenersOptions {
    std::uint64_t seed = 1;
    std::size_t threads = 1;
};

/// The plays of one person as an item list for models of co-listening.
struct OwnItems {
    std::vector<library::ItemIndex> items;  ///< ascending, each once
    std::vector<float> values;              ///< play counts

    collaborative::Profile profile() const { return {items, values}; }
};

/// Other listeners of the library's community: one EASE model of their artists and one of their tracks, bridged to
/// the indices of a Collection. EASE rather than another model: it is best or near the best on held-out people
/// (docs/reference/collaborative.md), needs no rounds, and every score is a sum over the person's own items.
class Listeners final : public taste::Others {
  public:
    /// Learns from the community's plays. Null if there are none.
    static std::shared_ptr<const Listeners> fit(const library::Collection& collection,
                                                library::Community community, const ListenersOptions& options,
                                                const Task& task = {});

    taste::OthersSay say(const library::History& known) const override;
    std::size_t n_people() const noexcept override { return community_.artist_plays.n_users(); }

    const library::Community& community() const noexcept { return community_; }

    /// log(1 + the people who play it), of each artist of the community.
    const std::vector<float>& artist_reach() const noexcept { return artist_reach_; }

    /// What the person played of the artists that the community knows.
    OwnItems own_artists(const library::History& known) const;

    /// How well each artist of the community fits to these, in standard deviations over the community's artists; all 0
    /// if the list is empty. Whether the person plays an artist says nothing of the artist itself.
    std::vector<float> artist_fit(const OwnItems& own) const;

    /// The artists of the person whose listeners play this one most, by what they add to its fit, largest first; only
    /// those that add something.
    std::vector<library::ArtistIndex> because(const OwnItems& own, library::ArtistIndex artist,
                                              std::size_t n) const;

    /// The same for an artist of the community, whom the library need not know.
    std::vector<library::ArtistIndex> because_of_item(const OwnItems& own, library::ItemIndex item,
                                                      std::size_t n) const;

    /// The model of artists as bytes, to be given to restore().
    std::string save() const;

    /// The same without learning. Null if `saved` is of another community than this one.
    /// @throws Error{corrupt_data} if the bytes are damaged
    static std::shared_ptr<const Listeners> restore(const library::Collection& collection,
                                                    library::Community community, const std::string& saved);

  private:
    Listeners(const library::Collection& collection, library::Community community);

    library::Community community_;
    std::size_t n_artists_ = 0;
    std::size_t n_tracks_ = 0;
    std::vector<library::ArtistIndex> artist_of_track_;             ///< by TrackIndex
    std::vector<std::vector<library::ItemIndex>> items_of_artist_;  ///< by ArtistIndex
    std::vector<std::vector<library::ItemIndex>> items_of_track_;   ///< by TrackIndex
    std::vector<float> artist_reach_;
    std::unique_ptr<collaborative::Recommender> artists_;  ///< null if nobody's artists are known
    std::unique_ptr<collaborative::Recommender> tracks_;
};

}  // namespace attune::recommend
