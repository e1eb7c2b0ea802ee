#pragma once

#include <fmt/format.h>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <string>
#include <vector>

/// Loops that exist for several kinds of processor, held against sums in double; for tests, which draw by a seed, and
/// for fuzz targets, which draw from bytes.
namespace attune::trials {

using Draw = std::function<std::uint32_t()>;

/// What numbers a trial is made of.
enum class Numbers { plain, rough, all };

/// Plain numbers lie in [-1, 1]; rough ones may be 0, denormal, or large (below 1e10, so that no product of three
/// overflows); of all some are infinite or none.
inline float draw_number(const Draw& draw, Numbers kind) {
    const auto bits = draw();
    const float plain = static_cast<float>(static_cast<std::int32_t>(bits)) * 0x1p-31F;
    if (kind == Numbers::plain) return plain;
    switch (bits % 61) {
        case 0: return 0;
        case 1: return -0.0F;
        case 2: return std::numeric_limits<float>::denorm_min() * static_cast<float>(bits >> 12);
        case 3: return -std::numeric_limits<float>::min();
        case 4: return 1e10F * plain;
        case 5: return kind == Numbers::all ? std::numeric_limits<float>::infinity() : plain;
        case 6: return kind == Numbers::all ? -std::numeric_limits<float>::infinity() : plain;
        case 7: return kind == Numbers::all ? std::numeric_limits<float>::quiet_NaN() : plain;
        default: return plain;
    }
}

/// `n` numbers that begin at any multiple of four bytes, and end where the memory does.
class Values {
  public:
    Values(const Draw& draw, Numbers kind, std::size_t n) : first_(draw() % 4), values_(first_ + n) {
        for (auto& value : values_) value = draw_number(draw, kind);
    }
    float* data() { return values_.data() + first_; }
    const float* data() const { return values_.data() + first_; }
    std::size_t size() const { return values_.size() - first_; }
    float& operator[](std::size_t i) { return values_[first_ + i]; }
    float operator[](std::size_t i) const { return values_[first_ + i]; }

  private:
    std::size_t first_;
    std::vector<float> values_;
};

/// A sum in double, with what rounding each step to float32 may change.
class Sum {
  public:
    Sum& add(double term) { return add(term, std::abs(term)); }

    /// @param size  that of all that the term is made of
    Sum& add(double term, double size) {
        value_ += term;
        size_ += size;
        ++n_;
        return *this;
    }
    double value() const { return value_; }
    double size() const { return size_; }

    bool allows(float got) const {
        if (std::isnan(value_)) return std::isnan(got);
        if (std::isinf(value_)) return static_cast<double>(got) == value_;
        const double steps = static_cast<double>(n_) + 4;
        const double relative = steps * static_cast<double>(std::numeric_limits<float>::epsilon()) * size_;
        const double least = steps * static_cast<double>(std::numeric_limits<float>::denorm_min());
        return std::abs(static_cast<double>(got) - value_) <= relative + least;
    }

  private:
    double value_ = 0;
    double size_ = 0;
    std::size_t n_ = 0;
};

/// What went wrong; empty if nothing did.
using Fault = std::string;

inline void expect(Fault& fault, const Sum& sum, float got, std::string_view what) {
    if (fault.empty() && !sum.allows(got)) fault = fmt::format("{}: {}, not {}", what, got, sum.value());
}

inline Numbers draw_kind(const Draw& draw) { return static_cast<Numbers>(draw() % 3); }

}  // namespace attune::trials
