#include "genres/procrustes.h"

#include "core/error.h"

#include <cmath>

namespace attune::genres {
namespace {

std::array<double, 2> middle_of(const Matrix& points) {
    std::array<double, 2> sum{0, 0};
    for (std::size_t row = 0; row < points.n_rows(); ++row) {
        for (std::size_t c = 0; c < 2; ++c) sum[c] += points(row, c);
    }
    for (auto& x : sum) x /= static_cast<double>(points.n_rows());
    return sum;
}

}  // namespace

void PlaneMove::apply(Matrix& points) const {
    for (std::size_t row = 0; row < points.n_rows(); ++row) {
        const double x = points(row, 0);
        const double y = points(row, 1);
        points(row, 0) = static_cast<float>(turn[0] * x + turn[1] * y + shift[0]);
        points(row, 1) = static_cast<float>(turn[2] * x + turn[3] * y + shift[1]);
    }
}

PlaneMove fit_move(const Matrix& from, const Matrix& to) {
    require(from.n_rows() == to.n_rows() && (from.empty() || (from.n_columns() == 2 && to.n_columns() == 2)),
            "the points before and after must be the same, in the plane");
    PlaneMove move;
    if (from.n_rows() < 2) return move;
    const auto a = middle_of(from);
    const auto b = middle_of(to);
    // Sums of products of centred coordinates: in the plane the best turn and the best mirrored turn follow
    // from them.
    double xx = 0;
    double xy = 0;
    double yx = 0;
    double yy = 0;
    for (std::size_t row = 0; row < from.n_rows(); ++row) {
        const double fx = from(row, 0) - a[0];
        const double fy = from(row, 1) - a[1];
        const double tx = to(row, 0) - b[0];
        const double ty = to(row, 1) - b[1];
        xx += tx * fx;
        xy += tx * fy;
        yx += ty * fx;
        yy += ty * fy;
    }
    const double turned = std::hypot(xx + yy, yx - xy);
    const double mirrored = std::hypot(xx - yy, yx + xy);
    if (turned >= mirrored) {
        const double angle = std::atan2(yx - xy, xx + yy);
        move.turn = {std::cos(angle), -std::sin(angle), std::sin(angle), std::cos(angle)};
    } else {
        const double angle = std::atan2(yx + xy, xx - yy);
        move.turn = {std::cos(angle), std::sin(angle), std::sin(angle), -std::cos(angle)};
    }
    for (std::size_t c = 0; c < 2; ++c)
        move.shift[c] = b[c] - (move.turn[2 * c] * a[0] + move.turn[2 * c + 1] * a[1]);
    return move;
}

}  // namespace attune::genres
