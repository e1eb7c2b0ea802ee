#include "fourier/grid.h"

#include "core/error.h"
#include "core/parallel.h"
#include "fourier/plan.h"

#include <algorithm>
#include <utility>

namespace attune::fourier {
namespace {

// So many rows are turned into columns at once: one line of a processor's cache is 8 numbers.
constexpr std::size_t block = 16;

}  // namespace

struct GridTransform::Work {
    std::size_t size;
    Grid other;
    Plan forward;
    Plan backward;

    explicit Work(std::size_t n)
        : size(n),
          other(n),
          forward(line_plan(n, other.values.data(), other.values.data(), FFTW_FORWARD)),
          backward(line_plan(n, other.values.data(), other.values.data(), FFTW_BACKWARD)) {}

    /// The transforms of the first rows, where they lie.
    void transform_rows(const Plan& plan, Grid& grid, std::size_t n_rows, std::size_t threads) const {
        parallel_for((n_rows + block - 1) / block, threads, [&](std::size_t b) {
            for (std::size_t row = b * block; row < std::min(n_rows, (b + 1) * block); ++row) {
                auto* const values = as_fftw(grid.values.data() + row * size);
                fftwf_execute_dft(plan.get(), values, values);
            }
        });
    }

    /// The first rows as the first columns of the other grid, which becomes `grid`.
    void turn(Grid& grid, std::size_t n_rows, std::size_t n_columns, std::size_t threads) {
        parallel_for((n_columns + block - 1) / block, threads, [&](std::size_t b) {
            const auto end = std::min(n_columns, (b + 1) * block);
            for (std::size_t first = 0; first < n_rows; first += block) {
                const auto last = std::min(n_rows, first + block);
                for (std::size_t column = b * block; column < end; ++column) {
                    for (std::size_t row = first; row < last; ++row)
                        other.values[column * size + row] = grid.values[row * size + column];
                }
            }
        });
        std::swap(grid.values, other.values);
    }
};

std::size_t transform_size(std::size_t least) {
    for (std::size_t power = 16;; power *= 2) {
        if (power >= least) return power;
        if (power / 2 * 3 >= least && power > 16) return power / 2 * 3;
    }
}

GridTransform::GridTransform(std::size_t size) {
    require(transform_size(size) == size, "a transform of size {} is not known", size);
    work_ = std::make_unique<Work>(size);
}

GridTransform::~GridTransform() = default;

std::size_t GridTransform::size() const noexcept { return work_->size; }

void GridTransform::forward(Grid& grid, std::size_t n_rows, std::size_t threads) {
    const auto n = work_->size;
    work_->transform_rows(work_->forward, grid, n_rows, threads);
    work_->turn(grid, n_rows, n, threads);
    for (std::size_t row = 0; n_rows < n && row < n; ++row)
        std::fill_n(grid.values.data() + row * n + n_rows, n - n_rows, 0.0F);
    work_->transform_rows(work_->forward, grid, n, threads);
}

void GridTransform::backward(Grid& spectrum, std::size_t n_rows, std::size_t threads) {
    work_->transform_rows(work_->backward, spectrum, work_->size, threads);
    work_->turn(spectrum, work_->size, n_rows, threads);
    work_->transform_rows(work_->backward, spectrum, n_rows, threads);
}

}  // namespace attune::fourier
