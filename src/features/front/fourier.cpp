#include "features/front/fourier.h"

#include <fftw3.h>
#include <mutex>
#include <new>

namespace attune::features {
namespace {

/// FFTW plans one at a time.
std::mutex& planner() {
    static std::mutex mutex;
    return mutex;
}

}  // namespace

struct Fourier::Plan {
    std::size_t size;
    fftwf_complex* values;
    fftwf_complex* outcome;
    fftwf_plan plan = nullptr;

    Plan(std::size_t n, Place place)
        : size(n),
          values(fftwf_alloc_complex(place == Place::over ? n : 2 * n)),
          outcome(place == Place::over ? values : values + n) {
        if (values == nullptr) throw std::bad_alloc();
        const std::lock_guard lock(planner());
        // Measured plans are not faster at these sizes, and would differ from run to run.
        plan = fftwf_plan_dft_1d(static_cast<int>(n), values, outcome, FFTW_FORWARD, FFTW_ESTIMATE);
    }
    Plan(const Plan&) = delete;
    Plan& operator=(const Plan&) = delete;
    ~Plan() {
        const std::lock_guard lock(planner());
        fftwf_destroy_plan(plan);
        fftwf_free(values);
    }
};

Fourier::Fourier(std::size_t size, Place place) : plan_(std::make_unique<Plan>(size, place)) {}
Fourier::~Fourier() = default;
Fourier::Fourier(Fourier&&) noexcept = default;
Fourier& Fourier::operator=(Fourier&&) noexcept = default;

std::span<Stereo> Fourier::values() noexcept {
    return {reinterpret_cast<Stereo*>(plan_->values), plan_->size};  // the same layout, as FFTW promises
}

std::span<const Stereo> Fourier::outcome() const noexcept {
    return {reinterpret_cast<const Stereo*>(plan_->outcome), plan_->size};
}

void Fourier::run() { fftwf_execute(plan_->plan); }

}  // namespace attune::features
