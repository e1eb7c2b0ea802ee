#pragma once

#include "core/matrix.h"
#include "lab/rows/study_rows.h"

#include <cstddef>
#include <string>
#include <vector>

namespace attune::lab {

/// What single audio features say only together, or only after the point. Trees ask one column at a time, and
/// these they would not find:
///
/// * how far the tempo is from a whole number: music made with a machine's clock has one;
/// * how many beats the track has, and how far these are from whole bars: loops end where a bar ends;
/// * how far the duration is from a whole number of the 75 frames that a second of a compact disc has, and
/// what
///   is left of a second: what was cut for a disc and what was made as a file differ;
/// * key and mode as one scale, and the key on the circle of fifths;
/// * differences of loudness, energy, dance and voice, each as its share of the range.
class SoundDerivations {
  public:
    SoundDerivations() = default;

    /// @param names  the columns of the tables to come
    /// @param sounds which of them are audio features
    SoundDerivations(const std::vector<std::string>& names, const SoundRoles& sounds);

    const std::vector<std::string>& names() const noexcept { return names_; }

    /// The column that each derived one mostly tells of, shape of names().
    const std::vector<std::string>& sources() const noexcept { return sources_; }

    /// X with the derived columns after its own; missing where what they need is.
    /// @param X  shape (n_rows, names given), features in their own units
    Matrix append_to(const Matrix& X) const;

  private:
    struct Derived {
        std::size_t kind = 0;
        std::size_t a = 0;  // columns of X
        std::size_t b = 0;
    };
    std::vector<Derived> derived_;
    std::vector<std::string> names_;
    std::vector<std::string> sources_;
};

}  // namespace attune::lab
