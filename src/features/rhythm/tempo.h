#pragma once

#include "features/rhythm/tempo_evidence.h"

#include <vector>

namespace attune::features {

/// How fast a pulse is, and how sure that is.
struct Tempo {
    double period = 0;  ///< frames; 0 if nothing repeats
    float bpm = missing;
    float alternative = missing;  ///< the next likely level: twice, half, three times, a third
    float chance = 0;             ///< [0, 1]: of this level among the candidates
    float pulse = 0;              ///< [0, 1]: how much of what begins repeats with the beat
};

/// The level at which most people would tap.
///
/// A small network, trained on renders whose tempo is known, scores each candidate by what repeats at
/// multiples of its period in each band (a kick on one and three and a snare on two and four tell the beat
/// from its half), by how many events a beat it has, and by the nearness to tempi at which people like to
/// tap.
///
/// Source: the evidence after G. Percival, G. Tzanetakis, "Streamlined tempo estimation based on
/// autocorrelation and cross-correlation with pulses", IEEE/ACM TASLP 22(12), 2014; the resonance of tapping
/// after L. van Noorden, D. Moelants, "Resonance in the perception of musical pulse", J. New Music Research
/// 28(1), 1999.
Tempo choose_tempo(const std::vector<TempoCandidate>& candidates, const Periodicity& periodicity);

/// How steady a tempo is along the track: the share of windows, [0, 1], whose own tempo is within 4 %,
/// weighted by how strong their pulse is; 0 without any.
float tempo_steadiness(const Tempo& tempo, const Periodicity& periodicity);

}  // namespace attune::features
