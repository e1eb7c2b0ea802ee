#pragma once

#include "sources/source.h"

#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace attune::sources {

/// The bytes of a string that outlives the stream.
class MemoryStream final : public ByteStream {
  public:
    explicit MemoryStream(std::string_view bytes) : rest_(bytes) {}
    std::size_t read(std::span<char> buffer) override;

  private:
    std::string_view rest_;
};

/// The bytes of a file.
class FileStream final : public ByteStream {
  public:
    /// @throws Error{not_found} if there is no such file, Error{invalid_argument} if it is a folder, Error{unavailable} if
    /// it cannot be opened
    explicit FileStream(const std::filesystem::path& path);
    std::size_t read(std::span<char> buffer) override;

  private:
    struct Close {
        void operator()(std::FILE* file) const noexcept { std::fclose(file); }
    };
    std::string name_;
    std::unique_ptr<std::FILE, Close> file_;
};

/// A stream whose beginning can be looked at before it is read, and whose text is never UTF-16, nor lines
/// that end in CR alone: these are turned into UTF-8 and LF (places are then those of the UTF-8 text). A UTF-8 BOM is not in head(), but is read.
class TextStream final : public ByteStream {
  public:
    /// Reads the head. `in` must outlive this.
    TextStream(ByteStream& in, std::string_view name);

    FileHead head() const noexcept;
    std::size_t read(std::span<char> buffer) override;

  private:
    enum class Encoding : std::uint8_t { bytes, utf16_little, utf16_big };

    void detect_encoding(std::string_view raw) noexcept;
    std::string transcode(std::string_view raw);
    void append_unit(unsigned unit, std::string& text);
    bool refill();

    ByteStream* in_;
    std::string name_;
    std::string head_;
    std::string pending_;  ///< transcoded, not read yet
    std::size_t pending_at_ = 0;
    std::string odd_;  ///< the first byte of a UTF-16 unit whose second has not been read
    unsigned high_surrogate_ = 0;
    Encoding encoding_ = Encoding::bytes;
    bool at_start_ = true;
    bool has_bare_cr_ = false;  ///< lines end in CR alone
};

/// Reads up to `limit` bytes; `is_whole` says whether that was all.
struct WholeText {
    std::string text;
    bool is_whole = true;
};
WholeText read_whole(ByteStream& in, std::size_t limit);

}  // namespace attune::sources
