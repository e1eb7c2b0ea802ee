#include "projection/repulsion.h"

#include "core/parallel.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace attune::projection {
namespace {

using fourier::Grid;

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

/// product = a b, complex. Written out: std::complex looks for infinities at each product.
void multiply(const Grid& a, const Grid& b, Grid& product, std::size_t threads) {
    parallel_for(a.size, threads, [&](std::size_t row) {
        for (std::size_t i = row * a.size; i < (row + 1) * a.size; ++i) {
            const auto x = a.values[i];
            const auto y = b.values[i];
            product.values[i] = {x.real() * y.real() - x.imag() * y.imag(),
                                 x.real() * y.imag() + x.imag() * y.real()};
        }
    });
}

constexpr std::size_t block_points = 4096;

/// Calls use(point, block) for all points, a block of them at a time.
template <class Use>
void for_points(std::size_t n, std::size_t threads, Use use) {
    parallel_for((n + block_points - 1) / block_points, threads, [&](std::size_t block) {
        for (std::size_t i = block * block_points; i < std::min(n, (block + 1) * block_points); ++i)
            use(i, block);
    });
}

/// Lets every point put a charge of 1 on the nodes around it.
void put_charges(std::span<const Place> places, Grid& charge) {
    std::fill_n(charge.values.begin(), charge.size / 2 * charge.size, 0.0F);
    for (const auto& place : places) {
        for (std::size_t b = 0; b < order; ++b) {
            auto* const row = charge.values.data() + (place.first_y + b) * charge.size + place.first_x;
            for (std::size_t a = 0; a < order; ++a) row[a] += place.y[b] * place.x[a];
        }
    }
}

struct Felt {
    float x = 0, y = 0, kernels = 0;
};

/// What the nodes around a place hold of the convolutions.
Felt felt_at(const Place& place, const Grid& forces, const Grid& kernels) {
    Felt felt;
    for (std::size_t b = 0; b < order; ++b) {
        const auto row = (place.first_y + b) * forces.size + place.first_x;
        for (std::size_t a = 0; a < order; ++a) {
            const float weight = place.y[b] * place.x[a];
            felt.x += weight * forces.values[row + a].real();
            felt.y += weight * forces.values[row + a].imag();
            felt.kernels += weight * kernels.values[row + a].real();
        }
    }
    return felt;
}

/// The square around the points.
struct Extent {
    float low_x, low_y, width;
};

Extent extent_of(std::span<const float> y) {
    float low[2] = {y[0], y[1]};
    float high[2] = {y[0], y[1]};
    for (std::size_t i = 0; i < y.size(); ++i) {
        low[i % 2] = std::min(low[i % 2], y[i]);
        high[i % 2] = std::max(high[i % 2], y[i]);
    }
    return {low[0], low[1], std::max({high[0] - low[0], high[1] - low[1], 1e-6F})};
}

}  // namespace

void Repulsion::prepare(float extent) {
    // Boxes of at most box_width, and no fewer than least_boxes; the spacing steps down a ladder, so that the
    // kernels change seldom while the points move.
    const auto wanted = std::max(least_boxes, static_cast<std::size_t>(std::ceil(extent / box_width)));
    const auto size = fourier::transform_size(2 * order * wanted);
    const auto n_boxes = size / 2 / order;
    const float least = std::max(extent / static_cast<float>(n_boxes), 1e-7F);
    const float width = std::exp2(std::ceil(std::log2(least) * 8) / 8);
    const float spacing = width / order;
    if (size == kernels_.size && spacing == kernels_.spacing) return;
    if (!transform_ || transform_->size() != size) {
        transform_ = std::make_unique<fourier::GridTransform>(size);
        charge_ = Grid(size);
        forces_ = Grid(size);
    }
    kernels_ = {size, spacing, Grid(size), Grid(size)};
    const float factor = 1 / (static_cast<float>(size) * static_cast<float>(size));
    const auto offset = [size](std::size_t i) {
        return i <= size / 2 ? static_cast<float>(i) : static_cast<float>(i) - static_cast<float>(size);
    };
    for (std::size_t j = 0; j < size; ++j) {
        for (std::size_t i = 0; i < size; ++i) {
            const float dx = offset(i) * spacing;
            const float dy = offset(j) * spacing;
            const float kernel = 1 / (1 + dx * dx + dy * dy);
            kernels_.attraction.values[j * size + i] = factor * kernel;
            kernels_.force.values[j * size + i] = {factor * dx * kernel * kernel,
                                                   factor * dy * kernel * kernel};
        }
    }
    transform_->forward(kernels_.attraction, size, threads_);
    transform_->forward(kernels_.force, size, threads_);
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
    const auto extent = extent_of(y);
    prepare(extent.width);
    const auto half = kernels_.size / 2;
    const float width = kernels_.spacing * order;
    std::vector<Place> places(n);
    for_points(n, threads_, [&](std::size_t i, std::size_t) {
        places[i] = place_of(y[2 * i], y[2 * i + 1], extent.low_x, extent.low_y, width, half / order);
    });
    put_charges(places, charge_);
    transform_->forward(charge_, half, threads_);
    multiply(charge_, kernels_.force, forces_, threads_);
    multiply(charge_, kernels_.attraction, charge_, threads_);
    transform_->backward(forces_, half, threads_);
    transform_->backward(charge_, half, threads_);

    std::vector<double> sums((n + block_points - 1) / block_points, 0.0);
    for_points(n, threads_, [&](std::size_t i, std::size_t block) {
        const auto felt = felt_at(places[i], forces_, charge_);
        forces[2 * i] = felt.x;
        forces[2 * i + 1] = felt.y;
        sums[block] += static_cast<double>(felt.kernels) - 1;  // a point does nothing to itself
    });
    return std::accumulate(sums.begin(), sums.end(), 0.0);
}

}  // namespace attune::projection
