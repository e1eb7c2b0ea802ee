#include "features/listening.h"

namespace attune::features {

Listening::Listening()
    : short_frames_(short_length, short_hop),
      bands_(n_mels, short_length, working_rate, 27.5, 10500),
      mel_power_(n_mels) {}

void Listening::hear() {
    while (short_frames_.has_frame()) {
        const auto power = short_frames_.take();
        bands_.apply(power, mel_power_);
        mel_.add(mel_power_);
    }
}

void Listening::push(std::span<const Stereo> samples) {
    short_frames_.push(samples);
    hear();
}

void Listening::end() {
    short_frames_.end();
    hear();
}

}  // namespace attune::features
