#include "fourier/line.h"

#include "fourier/complex_vector.h"
#include "fourier/plan.h"

namespace attune::fourier {

struct Line::Work {
    std::size_t size;
    ComplexVector values;
    std::complex<float>* outcome;
    Plan plan;

    Work(std::size_t n, Place place)
        : size(n),
          values(place == Place::over ? n : 2 * n),
          outcome(values.data() + (place == Place::over ? 0 : n)),
          plan(line_plan(n, values.data(), outcome, FFTW_FORWARD)) {}
};

Line::Line(std::size_t size, Place place) : work_(std::make_unique<Work>(size, place)) {}
Line::~Line() = default;
Line::Line(Line&&) noexcept = default;
Line& Line::operator=(Line&&) noexcept = default;

std::span<std::complex<float>> Line::values() noexcept { return {work_->values.data(), work_->size}; }

std::span<const std::complex<float>> Line::outcome() const noexcept { return {work_->outcome, work_->size}; }

void Line::run() { fftwf_execute(work_->plan.get()); }

}  // namespace attune::fourier
