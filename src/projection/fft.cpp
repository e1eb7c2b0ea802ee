#include "projection/fft.h"

#include "clustering/wide.h"
#include "core/error.h"
#include "core/parallel.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace attune::projection {
namespace {

// As many transforms are made side by side: each step of one is the same step of all, on neighbouring
// numbers.
constexpr std::size_t lanes = 16;

/// Transforms of `lanes` columns in two buffers that take turns, shape (size, lanes).
struct Panel {
    explicit Panel(std::size_t size)
        : real(size * lanes),
          imaginary(size * lanes),
          other_real(size * lanes),
          other_imaginary(size * lanes) {}

    std::vector<float> real, imaginary, other_real, other_imaginary;
};

struct Twiddle {
    float cosine, sine;
};

/// One step of radix 2: n = length of the parts, s = number of interleaved parts.
ATTUNE_WIDE void step_2(Panel& panel, std::size_t n, std::size_t s, const Twiddle* twiddles,
                        std::size_t stride) {
    const float* const __restrict re = panel.real.data();
    const float* const __restrict im = panel.imaginary.data();
    float* const __restrict out_re = panel.other_real.data();
    float* const __restrict out_im = panel.other_imaginary.data();
    const std::size_t half = n / 2;
    for (std::size_t p = 0; p < half; ++p) {
        const auto [c, w] = twiddles[p * stride];
        for (std::size_t q = 0; q < s; ++q) {
            const std::size_t a = (q + s * p) * lanes;
            const std::size_t b = (q + s * (p + half)) * lanes;
            const std::size_t x = (q + s * 2 * p) * lanes;
            const std::size_t y = x + s * lanes;
            for (std::size_t i = 0; i < lanes; ++i) {
                const float ar = re[a + i], ai = im[a + i];
                const float br = re[b + i], bi = im[b + i];
                out_re[x + i] = ar + br;
                out_im[x + i] = ai + bi;
                const float dr = ar - br, di = ai - bi;
                out_re[y + i] = dr * c - di * w;
                out_im[y + i] = dr * w + di * c;
            }
        }
    }
}

/// One step of radix 4; `sign` is that of the exponent.
ATTUNE_WIDE void step_4(Panel& panel, std::size_t n, std::size_t s, const Twiddle* twiddles,
                        std::size_t stride, float sign) {
    const std::size_t quarter = n / 4;
    const float* const __restrict re = panel.real.data();
    const float* const __restrict im = panel.imaginary.data();
    float* const __restrict out_re = panel.other_real.data();
    float* const __restrict out_im = panel.other_imaginary.data();
    for (std::size_t p = 0; p < quarter; ++p) {
        const auto [c1, w1] = twiddles[p * stride];
        const auto [c2, w2] = twiddles[2 * p * stride];
        const auto [c3, w3] = twiddles[3 * p * stride];
        for (std::size_t q = 0; q < s; ++q) {
            const std::size_t a = (q + s * p) * lanes;
            const std::size_t b = a + s * quarter * lanes;
            const std::size_t c = b + s * quarter * lanes;
            const std::size_t d = c + s * quarter * lanes;
            const std::size_t x = (q + s * 4 * p) * lanes;
            const std::size_t next = s * lanes;
            for (std::size_t i = 0; i < lanes; ++i) {
                const float sum_r = re[a + i] + re[c + i], sum_i = im[a + i] + im[c + i];
                const float dif_r = re[a + i] - re[c + i], dif_i = im[a + i] - im[c + i];
                const float bd_r = re[b + i] + re[d + i], bd_i = im[b + i] + im[d + i];
                // sign * i * (b - d)
                const float turn_r = -sign * (im[b + i] - im[d + i]), turn_i = sign * (re[b + i] - re[d + i]);
                out_re[x + i] = sum_r + bd_r;
                out_im[x + i] = sum_i + bd_i;
                const float r1 = dif_r + turn_r, i1 = dif_i + turn_i;
                out_re[x + next + i] = r1 * c1 - i1 * w1;
                out_im[x + next + i] = r1 * w1 + i1 * c1;
                const float r2 = sum_r - bd_r, i2 = sum_i - bd_i;
                out_re[x + 2 * next + i] = r2 * c2 - i2 * w2;
                out_im[x + 2 * next + i] = r2 * w2 + i2 * c2;
                const float r3 = dif_r - turn_r, i3 = dif_i - turn_i;
                out_re[x + 3 * next + i] = r3 * c3 - i3 * w3;
                out_im[x + 3 * next + i] = r3 * w3 + i3 * c3;
            }
        }
    }
}

/// One step of radix 3.
ATTUNE_WIDE void step_3(Panel& panel, std::size_t n, std::size_t s, const Twiddle* twiddles,
                        std::size_t stride, float sign) {
    const float* const __restrict re = panel.real.data();
    const float* const __restrict im = panel.imaginary.data();
    float* const __restrict out_re = panel.other_real.data();
    float* const __restrict out_im = panel.other_imaginary.data();
    const std::size_t third = n / 3;
    const float root = sign * std::numbers::sqrt3_v<float> / 2;
    for (std::size_t p = 0; p < third; ++p) {
        const auto [c1, w1] = twiddles[p * stride];
        const auto [c2, w2] = twiddles[2 * p * stride];
        for (std::size_t q = 0; q < s; ++q) {
            const std::size_t a = (q + s * p) * lanes;
            const std::size_t b = a + s * third * lanes;
            const std::size_t c = b + s * third * lanes;
            const std::size_t x = (q + s * 3 * p) * lanes;
            const std::size_t next = s * lanes;
            for (std::size_t i = 0; i < lanes; ++i) {
                const float sum_r = re[b + i] + re[c + i], sum_i = im[b + i] + im[c + i];
                const float turn_r = -root * (im[b + i] - im[c + i]);
                const float turn_i = root * (re[b + i] - re[c + i]);
                const float mid_r = re[a + i] - sum_r / 2, mid_i = im[a + i] - sum_i / 2;
                out_re[x + i] = re[a + i] + sum_r;
                out_im[x + i] = im[a + i] + sum_i;
                const float r1 = mid_r + turn_r, i1 = mid_i + turn_i;
                out_re[x + next + i] = r1 * c1 - i1 * w1;
                out_im[x + next + i] = r1 * w1 + i1 * c1;
                const float r2 = mid_r - turn_r, i2 = mid_i - turn_i;
                out_re[x + 2 * next + i] = r2 * c2 - i2 * w2;
                out_im[x + 2 * next + i] = r2 * w2 + i2 * c2;
            }
        }
    }
}

void transform_panel(Panel& panel, std::size_t size, const Twiddle* twiddles, float sign) {
    std::size_t n = size;
    std::size_t s = 1;
    while (n > 1) {
        const std::size_t stride = size / n;
        const std::size_t radix = n % 3 == 0 ? 3 : (n % 4 == 0 ? 4 : 2);
        if (radix == 3)
            step_3(panel, n, s, twiddles, stride, sign);
        else if (radix == 4)
            step_4(panel, n, s, twiddles, stride, sign);
        else
            step_2(panel, n, s, twiddles, stride);
        std::swap(panel.real, panel.other_real);
        std::swap(panel.imaginary, panel.other_imaginary);
        n /= radix;
        s *= radix;
    }
}

}  // namespace

std::size_t transform_size(std::size_t least) {
    for (std::size_t power = 4;; power *= 2) {
        if (power >= least) return power;
        if (power / 2 * 3 >= least) return power / 2 * 3;
    }
}

FourierTransform::FourierTransform(std::size_t size) : size_(size), work_(size) {
    require(transform_size(size) == size && size % lanes == 0, "a transform of size {} is not known", size);
    for (std::size_t k = 0; k < size; ++k) {
        const double angle = 2 * std::numbers::pi * static_cast<double>(k) / static_cast<double>(size);
        cosines_.push_back(static_cast<float>(std::cos(angle)));
        sines_.push_back(static_cast<float>(std::sin(angle)));
    }
}

void FourierTransform::forward(ComplexGrid& grid, std::size_t n_used_in, std::size_t n_used_out,
                               std::size_t threads) {
    transform(grid, -1, n_used_in, n_used_out, threads);
}

void FourierTransform::backward(ComplexGrid& grid, std::size_t n_used_in, std::size_t n_used_out,
                                std::size_t threads) {
    transform(grid, 1, n_used_in, n_used_out, threads);
}

void FourierTransform::transform(ComplexGrid& grid, float sign, std::size_t n_used_in, std::size_t n_used_out,
                                 std::size_t threads) {
    const auto n = size_;
    std::vector<Twiddle> twiddles(n);
    for (std::size_t k = 0; k < n; ++k) twiddles[k] = {cosines_[k], sign * sines_[k]};
    // Transforms rows, and writes them as columns of the other grid.
    const auto pass = [&](const ComplexGrid& from, ComplexGrid& to, std::size_t n_lines) {
        parallel_for((n_lines + lanes - 1) / lanes, threads, [&](std::size_t block) {
            Panel panel(n);
            const auto first = block * lanes;
            const auto n_here = std::min(lanes, n_lines - first);
            for (std::size_t k = 0; k < n; ++k) {
                for (std::size_t i = 0; i < n_here; ++i) {
                    panel.real[k * lanes + i] = from.real[(first + i) * n + k];
                    panel.imaginary[k * lanes + i] = from.imaginary[(first + i) * n + k];
                }
            }
            transform_panel(panel, n, twiddles.data(), sign);
            for (std::size_t k = 0; k < n; ++k) {
                std::copy_n(panel.real.data() + k * lanes, n_here, to.real.data() + k * n + first);
                std::copy_n(panel.imaginary.data() + k * lanes, n_here, to.imaginary.data() + k * n + first);
            }
        });
    };
    // work_(k, row): the transform of each used row; the unused ones are 0.
    if (n_used_in < n) {
        for (std::size_t k = 0; k < n; ++k) {
            std::fill_n(work_.real.begin() + static_cast<std::ptrdiff_t>(k * n + n_used_in), n - n_used_in,
                        0.0F);
            std::fill_n(work_.imaginary.begin() + static_cast<std::ptrdiff_t>(k * n + n_used_in),
                        n - n_used_in, 0.0F);
        }
    }
    pass(grid, work_, n_used_in);
    pass(work_, grid, n_used_out);
}

}  // namespace attune::projection
