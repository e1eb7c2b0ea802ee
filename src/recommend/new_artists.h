#pragma once

#include "core/matrix.h"
#include "core/task.h"
#include "recommend/listeners.h"

#include <array>
#include <span>
#include <string_view>
#include <vector>

namespace attune::recommend {

/// One number of what speaks for an artist whom a person has never played.
struct NewArtistColumn {
    std::string_view name;
    std::string_view source;  ///< who proposes by it: "listeners", "popularity", "catalogue"
    std::string_view text;    ///< "people who play your artists play it", for a reason
    double cold_weight;       ///< what it counts while the person's past says nothing
};

std::span<const NewArtistColumn> new_artist_columns() noexcept;

/// Ranks the artists that the community knows and the person has never played, whether or not a catalogue has tracks of
/// them: a sum over the columns, each standardised over the artists.
///
/// How much a column counts is learnt from the person's own past: at several moments of it, which of the artists that
/// were new were played at least five times later? (Logistic regression, whose weights are drawn to the cold ones by a
/// penalty: a person who took up few new artists keeps those.)
class NewArtists {
  public:
    using Weights = std::vector<double>;  ///< one for each of new_artist_columns()

    /// @param without  a source whose columns count nothing; empty: none
    static NewArtists fit(const library::Collection& collection, const library::History& known,
                          const Listeners& listeners, std::string_view without = {}, const Task& task = {});

    /// Shape (community artists, columns), standardised.
    static Matrix columns(const library::Collection& collection, const Listeners& listeners,
                          const OwnItems& own);

    /// One score for each row of columns().
    std::vector<float> score(const Matrix& columns) const;

    const Weights& weights() const noexcept { return weights_; }

  private:
    Weights weights_;
};

/// At least this many plays: the artist was taken up.
inline constexpr int taken_up_plays = 5;

/// The artists of the community that were played at least taken_up_plays times from `cut` (an index into plays) to
/// `until` and never before it; ascending.
std::vector<library::ItemIndex> taken_up(const library::Collection& collection, const Listeners& listeners,
                                         std::span<const library::Play> plays, std::size_t cut,
                                         std::size_t until);

/// The same of all artists of the collection, known to the community or not.
std::vector<library::ArtistIndex> artists_taken_up(const library::Collection& collection,
                                                   std::span<const library::Play> plays, std::size_t cut,
                                                   std::size_t until);

}  // namespace attune::recommend
