#pragma once

#include <complex>
#include <cstddef>
#include <fftw3.h>
#include <memory>
#include <type_traits>

namespace attune::fourier {

/// FFTW's planner takes one caller at a time; plans that are made may be run by all.
struct DestroyPlan {
    void operator()(fftwf_plan plan) const;
};
using Plan = std::unique_ptr<std::remove_pointer_t<fftwf_plan>, DestroyPlan>;

/// A transform of `n` numbers from one place to another, or in place where both are one. It may be run on other places
/// that are aligned alike.
/// @param sign  of the exponent: FFTW_FORWARD or FFTW_BACKWARD
Plan line_plan(std::size_t n, std::complex<float>* from, std::complex<float>* to, int sign);

/// The same layout, as FFTW promises.
inline fftwf_complex* as_fftw(std::complex<float>* values) {
    return reinterpret_cast<fftwf_complex*>(values);
}

}  // namespace attune::fourier
