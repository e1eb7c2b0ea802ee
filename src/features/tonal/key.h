#pragma once

#include "features/analysis/analysis.h"
#include "features/tonal/chroma.h"

namespace attune::features {

/// The key of a track and how sure it is, from how its pitch classes are shared out, a little more so in the
/// bass. Key -1 if nothing has a pitch.
///
/// Source: the method after C. Krumhansl, "Cognitive foundations of musical pitch", 1990; the profiles after
/// J. Albrecht, D. Shanahan, "The use of large corpora to train a new type of key-finding algorithm", Music
/// Perception 31(1), 2013 (classical), and A. Faraldo, S. Jorda, P. Herrera, "A multi-profile method for key
/// estimation in EDM", AES Semantic Audio, 2017 (popular): the mean of both correlations.
Tonality find_key(const PitchCollector& pitch);

/// The same from pitch classes alone.
/// @param bass  pitch classes of the bass; all 0 if it is not known
Tonality find_key(const Chroma& chroma, const Chroma& bass = {});

}  // namespace attune::features
