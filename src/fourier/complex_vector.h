#pragma once

#include <complex>
#include <cstddef>
#include <new>
#include <vector>

namespace attune::fourier {

/// Gives memory that begins where the widest registers like it.
template <class T>
struct AlignedAllocator {
    using value_type = T;
    static constexpr std::align_val_t alignment{64};

    AlignedAllocator() = default;
    template <class U>
    AlignedAllocator(const AlignedAllocator<U>& /*other*/) noexcept {}

    T* allocate(std::size_t n) { return static_cast<T*>(::operator new(n * sizeof(T), alignment)); }
    void deallocate(T* values, std::size_t /*n*/) noexcept { ::operator delete(values, alignment); }
    bool operator==(const AlignedAllocator& /*other*/) const noexcept { return true; }
};

using ComplexVector = std::vector<std::complex<float>, AlignedAllocator<std::complex<float>>>;

}  // namespace attune::fourier
