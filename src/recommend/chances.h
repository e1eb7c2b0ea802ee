#pragma once

#include "recommend/section.h"
#include "taste/model.h"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace attune::recommend {

/// Tells from the score of a track how probable it is that the person likes it:
///
///     p = sigmoid(slope * score + offset of the section)
///
/// fitted by penalised likelihood on tracks whose outcome is known, scored by models that did not know it. The slope is
/// drawn to a usual one, the offsets to each other, so that a short past says little and not something wild. Within a
/// section a higher score has a higher probability, always. Where scores have not gone with outcomes nothing is told.
class Chances {
  public:
    struct Examples {
        std::vector<double> scores;
        std::vector<Section> sections;
        std::vector<float> liked;    ///< positive if > 0.5
        std::vector<float> weights;  ///< >= 0
    };

    /// Fewer than 20 examples, or examples of one outcome alone, tell nothing.
    static Chances fit(const Examples& examples);

    bool tell() const noexcept { return tell_; }

    /// The probability with its 95 % interval; nothing if there is nothing to tell. `margin` is the score.
    std::optional<taste::Prediction> of(double score, Section section) const;

    /// As named blobs; what was saved by nobody tells nothing.
    std::map<std::string, std::string> save() const;
    /// @throws Error{corrupt_data}
    static Chances load(const std::map<std::string, std::string>& blobs);

  private:
    static constexpr std::size_t n_weights = n_sections + 1;  ///< the slope, then an offset a section

    bool tell_ = false;
    std::array<double, n_weights> weights_{};
    std::array<double, n_weights * n_weights> covariance_{};
};

}  // namespace attune::recommend
