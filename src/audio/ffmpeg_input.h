#pragma once

#include "audio/decoder.h"

#include <chrono>
#include <filesystem>
#include <memory>

struct AVFormatContext;
struct AVIOContext;
struct AVPacket;
struct AVStream;

namespace attune::audio {

/// The text that FFmpeg has for one of its error codes.
std::string ffmpeg_message(int code);

/// A moment after which a file is given up; moved on whenever the file gives something.
class Patience {
  public:
    explicit Patience(double seconds);
    void renew() noexcept;
    bool is_over() const noexcept;

  private:
    std::chrono::steady_clock::duration length_;
    std::chrono::steady_clock::time_point end_;
};

/// The packets of the first audio stream of a file.
class FfmpegInput {
  public:
    /// @throws Error as open_decoder() returns them
    FfmpegInput(const std::filesystem::path& path, double patience_s);
    FfmpegInput(const FfmpegInput&) = delete;
    FfmpegInput& operator=(const FfmpegInput&) = delete;
    ~FfmpegInput();

    const AVStream& stream() const noexcept { return *stream_; }
    std::string container() const;
    std::optional<double> stated_duration_s() const;
    std::map<std::string, std::string> metadata() const;

    /// The next packet of the stream; nullptr at the end of the file. Valid until the next call.
    /// @throws Error{unavailable} if the file cannot be read any more, or gives nothing for too long
    const AVPacket* read();

    Patience& patience() noexcept { return patience_; }

    /// Why the file ended before its end; empty if it did not.
    const std::string& trouble() const noexcept { return trouble_; }

  private:
    void open_file(const std::filesystem::path& path);
    void open_container();
    void choose_stream();
    void close() noexcept;
    bool is_unreadable() const noexcept;

    Patience patience_;
    AVIOContext* file_ = nullptr;
    AVFormatContext* container_ = nullptr;
    AVPacket* packet_ = nullptr;
    const AVStream* stream_ = nullptr;
    std::string trouble_;
};

}  // namespace attune::audio
