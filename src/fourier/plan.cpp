#include "fourier/plan.h"

#include <mutex>
#include <new>

namespace attune::fourier {
namespace {

std::mutex& planner() {
    static std::mutex mutex;
    return mutex;
}

}  // namespace

void DestroyPlan::operator()(fftwf_plan plan) const {
    const std::lock_guard lock(planner());
    fftwf_destroy_plan(plan);
}

Plan line_plan(std::size_t n, std::complex<float>* from, std::complex<float>* to, int sign) {
    const std::lock_guard lock(planner());
    // Measured plans are not faster at the sizes used here, and would differ from run to run.
    Plan plan(fftwf_plan_dft_1d(static_cast<int>(n), as_fftw(from), as_fftw(to), sign, FFTW_ESTIMATE));
    if (!plan) throw std::bad_alloc();
    return plan;
}

}  // namespace attune::fourier
