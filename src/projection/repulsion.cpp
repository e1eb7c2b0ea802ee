#include "projection/repulsion.h"

#include "core/parallel.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace attune::projection {
namespace {

constexpr std::size_t order = 3;  // grid nodes of a box along each axis
constexpr std::size_t least_boxes = 50;
constexpr float box_width = 1;  // of a plane that needs more boxes than that

/// Lagrange's polynomials at nodes 1/6, 1/2 and 5/6 of a box, for a place t in [0, 1].
void node_weights(float t, float* w) {
    const float x = t * 3 - 0.5F;  // the nodes are at 0, 1, 2
    w[0] = (x - 1) * (x - 2) / 2;
    w[1] = -x * (x - 2);
    w[2] = x * (x - 1) / 2;
}

/// Where a point lies on the grid.
struct Place {
    std::size_t first_x, first_y;
    float x[order], y[order];
};

Place place_of(float x, float y, float low_x, float low_y, float width, std::size_t n_boxes) {
    const auto box_of = [&](float value, float low, float& rest) {
        const float at = (value - low) / width;
        const auto box = std::min(static_cast<std::size_t>(std::max(at, 0.0F)), n_boxes - 1);
        rest = at - static_cast<float>(box);
        return box;
    };
    Place place{};
    float rest_x = 0;
    float rest_y = 0;
    place.first_x = order * box_of(x, low_x, rest_x);
    place.first_y = order * box_of(y, low_y, rest_y);
    node_weights(rest_x, place.x);
    node_weights(rest_y, place.y);
    return place;
}

/// a *= b, complex.
void multiply(ComplexGrid& a, const ComplexGrid& b, std::size_t threads) {
    parallel_for(a.size, threads, [&](std::size_t row) {
        for (std::size_t i = row * a.size; i < (row + 1) * a.size; ++i) {
            const float real = a.real[i] * b.real[i] - a.imaginary[i] * b.imaginary[i];
            a.imaginary[i] = a.real[i] * b.imaginary[i] + a.imaginary[i] * b.real[i];
            a.real[i] = real;
        }
    });
}

}  // namespace

void Repulsion::prepare(float extent) {
    // Boxes of at most box_width, and no fewer than least_boxes; the spacing steps down a ladder, so that the
    // kernels change seldom while the points move.
    const auto wanted = std::max(least_boxes, static_cast<std::size_t>(std::ceil(extent / box_width)));
    const auto size = transform_size(2 * order * wanted);
    const auto n_boxes = size / 2 / order;
    const float least = std::max(extent / static_cast<float>(n_boxes), 1e-7F);
    const float width = std::exp2(std::ceil(std::log2(least) * 8) / 8);
    const float spacing = width / order;
    if (size == kernels_.size && spacing == kernels_.spacing) return;
    if (!transform_ || transform_->size() != size) {
        transform_ = std::make_unique<FourierTransform>(size);
        charge_ = ComplexGrid(size);
        forces_ = ComplexGrid(size);
    }
    kernels_ = {size, spacing, ComplexGrid(size), ComplexGrid(size)};
    const float factor = 1 / (static_cast<float>(size) * static_cast<float>(size));
    const auto offset = [size](std::size_t i) {
        return i <= size / 2 ? static_cast<float>(i) : static_cast<float>(i) - static_cast<float>(size);
    };
    for (std::size_t j = 0; j < size; ++j) {
        for (std::size_t i = 0; i < size; ++i) {
            const float dx = offset(i) * spacing;
            const float dy = offset(j) * spacing;
            const float kernel = 1 / (1 + dx * dx + dy * dy);
            kernels_.attraction.real[j * size + i] = factor * kernel;
            kernels_.force.real[j * size + i] = factor * dx * kernel * kernel;
            kernels_.force.imaginary[j * size + i] = factor * dy * kernel * kernel;
        }
    }
    transform_->forward(kernels_.attraction, size, size, threads_);
    transform_->forward(kernels_.force, size, size, threads_);
}

double Repulsion::compare_pairs(std::span<const float> y, std::span<float> forces) const {
    const auto n = y.size() / 2;
    constexpr std::size_t block = 64;
    std::vector<double> sums((n + block - 1) / block, 0.0);
    parallel_for(sums.size(), threads_, [&](std::size_t b) {
        for (std::size_t i = b * block; i < std::min(n, (b + 1) * block); ++i) {
            float fx = 0, fy = 0, sum = 0;
            for (std::size_t j = 0; j < n; ++j) {
                const float dx = y[2 * i] - y[2 * j];
                const float dy = y[2 * i + 1] - y[2 * j + 1];
                const float kernel = 1 / (1 + dx * dx + dy * dy);
                sum += kernel;
                fx += kernel * kernel * dx;
                fy += kernel * kernel * dy;
            }
            forces[2 * i] = fx;
            forces[2 * i + 1] = fy;
            sums[b] += static_cast<double>(sum) - 1;  // a point does nothing to itself
        }
    });
    return std::accumulate(sums.begin(), sums.end(), 0.0);
}

double Repulsion::compute(std::span<const float> y, std::span<float> forces) {
    const auto n = y.size() / 2;
    if (n <= exact_up_to_) return compare_pairs(y, forces);
    float low_x = y[0], high_x = y[0], low_y = y[1], high_y = y[1];
    for (std::size_t i = 0; i < n; ++i) {
        low_x = std::min(low_x, y[2 * i]);
        high_x = std::max(high_x, y[2 * i]);
        low_y = std::min(low_y, y[2 * i + 1]);
        high_y = std::max(high_y, y[2 * i + 1]);
    }
    prepare(std::max({high_x - low_x, high_y - low_y, 1e-6F}));
    const auto size = kernels_.size;
    const auto half = size / 2;
    const auto n_boxes = half / order;
    const float width = kernels_.spacing * order;

    std::vector<Place> places(n);
    parallel_for((n + 4095) / 4096, threads_, [&](std::size_t block) {
        for (std::size_t i = block * 4096; i < std::min(n, (block + 1) * 4096); ++i)
            places[i] = place_of(y[2 * i], y[2 * i + 1], low_x, low_y, width, n_boxes);
    });
    std::fill_n(charge_.real.begin(), half * size, 0.0F);
    std::fill_n(charge_.imaginary.begin(), half * size, 0.0F);
    for (const auto& place : places) {
        for (std::size_t b = 0; b < order; ++b) {
            float* const row = charge_.real.data() + (place.first_y + b) * size + place.first_x;
            for (std::size_t a = 0; a < order; ++a) row[a] += place.y[b] * place.x[a];
        }
    }
    transform_->forward(charge_, half, size, threads_);
    forces_.real = charge_.real;
    forces_.imaginary = charge_.imaginary;
    multiply(forces_, kernels_.force, threads_);
    multiply(charge_, kernels_.attraction, threads_);
    transform_->backward(forces_, size, half, threads_);
    transform_->backward(charge_, size, half, threads_);

    constexpr std::size_t block_points = 4096;
    std::vector<double> sums((n + block_points - 1) / block_points, 0.0);
    parallel_for(sums.size(), threads_, [&](std::size_t block) {
        for (std::size_t i = block * block_points; i < std::min(n, (block + 1) * block_points); ++i) {
            const auto& place = places[i];
            float fx = 0, fy = 0, sum = 0;
            for (std::size_t b = 0; b < order; ++b) {
                const auto row = (place.first_y + b) * size + place.first_x;
                for (std::size_t a = 0; a < order; ++a) {
                    const float weight = place.y[b] * place.x[a];
                    fx += weight * forces_.real[row + a];
                    fy += weight * forces_.imaginary[row + a];
                    sum += weight * charge_.real[row + a];
                }
            }
            forces[2 * i] = fx;
            forces[2 * i + 1] = fy;
            sums[block] += static_cast<double>(sum) - 1;
        }
    });
    return std::accumulate(sums.begin(), sums.end(), 0.0);
}

}  // namespace attune::projection
