#pragma once

#include <span>
#include <string_view>
#include <unistd.h>
#include <utility>

namespace attune::files {

/// An open file, closed when this goes.
class Descriptor {
  public:
    Descriptor() = default;
    /// @param descriptor  what open() gave; negative: nothing is open
    explicit Descriptor(int descriptor) noexcept : descriptor_(descriptor) {}
    Descriptor(Descriptor&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept {
        std::swap(descriptor_, other.descriptor_);
        return *this;
    }
    ~Descriptor() {
        if (descriptor_ >= 0) ::close(descriptor_);
    }

    explicit operator bool() const noexcept { return descriptor_ >= 0; }
    int get() const noexcept { return descriptor_; }

  private:
    int descriptor_ = -1;
};

/// Writes all of it where the descriptor stands. @return whether it could; errno says why not
bool written(int descriptor, std::string_view bytes) noexcept;

/// Reads until the buffer is full or the file ends. @return the bytes read; negative if there was an error, told by errno
ssize_t read_up_to(int descriptor, std::span<char> buffer) noexcept;

}  // namespace attune::files
