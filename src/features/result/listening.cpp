#include "features/result/listening.h"

namespace attune::features {
namespace {

constexpr std::size_t timbre_step = 8;  // frames: eleven a second are enough for statistics

}  // namespace

Listening::Listening()
    : short_frames_(short_length, short_hop),
      long_frames_(long_length, long_hop, PitchCollector::bins_needed(long_length, working_rate)),
      bands_(n_mels, short_length, working_rate, 27.5, 10500),
      pitch_(long_length, working_rate),
      timbre_(short_length, working_rate),
      glides_(short_length, working_rate, frames_per_s),
      mel_power_(n_mels) {}

void Listening::hear() {
    while (short_frames_.has_frame()) {
        const auto power = short_frames_.take();
        bands_.apply(power, mel_power_);
        mel_.add(mel_power_);
        glides_.add(power);
        if (n_short_++ % timbre_step == 0) timbre_.add(power, short_frames_.samples());
    }
    while (long_frames_.has_frame()) pitch_.add(long_frames_.take());
}

void Listening::push(std::span<const Stereo> samples) {
    short_frames_.push(samples);
    long_frames_.push(samples);
    hear();
}

void Listening::end() {
    short_frames_.end();
    long_frames_.end();
    hear();
    pitch_.end();
}

}  // namespace attune::features
