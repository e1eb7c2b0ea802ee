#include "learning/numerics/minimise.h"

#include "learning/numerics/dot.h"

#include <algorithm>
#include <cmath>
#include <deque>

namespace attune::learning {
namespace {

using Vector = std::vector<double>;

/// One remembered step: how far x went, and how the gradient changed.
struct Step {
    Vector moved;
    Vector turned;
    double product = 0;  // moved . turned, > 0
};

/// The gradient times the inverse Hessian that the steps tell of.
Vector two_loops(const std::deque<Step>& steps, Vector direction) {
    Vector shares;
    for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
        shares.push_back(dot(step->moved, direction) / step->product);
        for (std::size_t i = 0; i < direction.size(); ++i) direction[i] -= shares.back() * step->turned[i];
    }
    if (!steps.empty()) {
        const double scale = steps.back().product / dot(steps.back().turned, steps.back().turned);
        for (auto& d : direction) d *= scale;
    }
    for (const auto& step : steps) {
        const double share = shares.back() - dot(step.turned, direction) / step.product;
        shares.pop_back();
        for (std::size_t i = 0; i < direction.size(); ++i) direction[i] += share * step.moved[i];
    }
    return direction;
}

}  // namespace

std::size_t minimise(const Smooth& function, std::vector<double>& x, double tolerance, std::size_t most_steps,
                     const Task& task) {
    constexpr std::size_t memory = 10;
    std::deque<Step> steps;
    Vector gradient(x.size());
    Vector next_gradient(x.size());
    double value = function(x, gradient);
    for (std::size_t taken = 0; taken < most_steps; ++taken) {
        task.check();
        const auto steepest = std::ranges::max(gradient, {}, [](double g) { return std::abs(g); });
        if (std::abs(steepest) <= tolerance) return taken;
        const auto direction = two_loops(steps, gradient);
        const double slope = dot(direction, gradient);
        // Before anything is known of the curvature, a step of length 1 at most.
        double length = steps.empty() ? std::min(1.0, 1 / std::sqrt(slope)) : 1;
        auto next = x;
        double next_value = value;
        bool is_lower = false;
        for (int halving = 0; halving < 50 && !is_lower; ++halving, length /= 2) {
            for (std::size_t i = 0; i < x.size(); ++i) next[i] = x[i] - length * direction[i];
            next_value = function(next, next_gradient);
            is_lower = next_value <= value - 1e-4 * length * slope;
        }
        if (!is_lower) return taken;  // what is left is rounding
        Step step{Vector(x.size()), Vector(x.size()), 0};
        for (std::size_t i = 0; i < x.size(); ++i) {
            step.moved[i] = next[i] - x[i];
            step.turned[i] = next_gradient[i] - gradient[i];
        }
        step.product = dot(step.moved, step.turned);
        if (step.product > 0) steps.push_back(std::move(step));
        if (steps.size() > memory) steps.pop_front();
        x = std::move(next);
        std::swap(gradient, next_gradient);
        value = next_value;
    }
    return most_steps;
}

}  // namespace attune::learning
