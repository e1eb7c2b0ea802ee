#include "audio/decoder.h"
#include "audio/ffmpeg_input.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <utility>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libswresample/swresample.h>
}

namespace attune::audio {
namespace {

constexpr int least_sample_rate = 1000;
constexpr int most_sample_rate = 768'000;
constexpr int most_channels = 8;
constexpr float most_value = 64;
// Files may round their length to a packet or a second; more is missing than that, or 2 %, and it was cut.
constexpr double least_shortfall_s = 1.5;
constexpr double least_shortfall = 0.02;

struct FreeCodec {
    void operator()(AVCodecContext* codec) const noexcept { avcodec_free_context(&codec); }
};
struct FreeFrame {
    void operator()(AVFrame* frame) const noexcept { av_frame_free(&frame); }
};
struct FreeConverter {
    void operator()(SwrContext* converter) const noexcept { swr_free(&converter); }
};

std::unique_ptr<AVCodecContext, FreeCodec> open_codec(const AVStream& stream) {
    const AVCodec* const known = avcodec_find_decoder(stream.codecpar->codec_id);
    if (known == nullptr)
        fail(ErrorCode::corrupt_data, "there is no decoder for its sound ({})",
             avcodec_get_name(stream.codecpar->codec_id));
    std::unique_ptr<AVCodecContext, FreeCodec> codec(avcodec_alloc_context3(known));
    if (!codec) throw std::bad_alloc();
    if (const int code = avcodec_parameters_to_context(codec.get(), stream.codecpar); code < 0)
        fail(ErrorCode::corrupt_data, "its sound is described wrongly ({})", ffmpeg_message(code));
    codec->pkt_timebase = stream.time_base;
    codec->thread_count = 1;  // files are decoded side by side
    codec->request_sample_fmt = AV_SAMPLE_FMT_FLT;
    if (const int code = avcodec_open2(codec.get(), known, nullptr); code < 0)
        fail(ErrorCode::corrupt_data, "its sound cannot be decoded ({})", ffmpeg_message(code));
    return codec;
}

void check_format(int sample_rate, int n_channels) {
    if (sample_rate < least_sample_rate || sample_rate > most_sample_rate)
        fail(ErrorCode::corrupt_data, "its sample rate is {} Hz; between {} and {} are read", sample_rate,
             least_sample_rate, most_sample_rate);
    if (n_channels < 1 || n_channels > most_channels)
        fail(ErrorCode::corrupt_data, "it has {} channels; 1 to {} are read", n_channels, most_channels);
}

bool is_usable(float value) noexcept {
    constexpr std::uint32_t magnitude = 0x7FFF'FFFF;  // above that of most_value: too large, infinite or NaN
    return (std::bit_cast<std::uint32_t>(value) & magnitude) <= std::bit_cast<std::uint32_t>(most_value);
}

class FfmpegDecoder final : public Decoder {
  public:
    FfmpegDecoder(const std::filesystem::path& path, const DecoderOptions& options)
        : input_(path, options.patience_s),
          codec_(open_codec(input_.stream())),
          frame_(av_frame_alloc()),
          longest_s_(options.longest_s) {
        if (!frame_) throw std::bad_alloc();
        format_.codec = avcodec_get_name(codec_->codec_id);
        format_.container = input_.container();
        format_.stated_duration_s = input_.stated_duration_s();
        format_.metadata = input_.metadata();
        // Only the first frame tells for certain: it waits for the first read().
        if (receive()) {
            format_.sample_rate = frame_->sample_rate;
            format_.n_channels = frame_->ch_layout.nb_channels;
            has_frame_ = true;
        } else {
            const std::string& trouble = input_.trouble();
            fail(ErrorCode::corrupt_data, "no sound could be decoded{}{}", trouble.empty() ? "" : ": ",
                 trouble);
        }
        check_format(format_.sample_rate, format_.n_channels);
    }

    const AudioFormat& format() const noexcept override { return format_; }

    std::span<const float> read() override {
        block_.clear();
        while (block_.empty() && !is_at_end_) {
            if (std::exchange(has_frame_, false) || receive()) {
                convert();
            } else {
                flush();
                is_at_end_ = true;
            }
            n_frames_ += block_.size() / static_cast<std::size_t>(format_.n_channels);
            if (static_cast<double>(n_frames_) > longest_s_ * format_.sample_rate) {
                is_too_long_ = true;
                is_at_end_ = true;
            }
        }
        clean();
        return block_;
    }

    std::vector<std::string> problems() const override {
        std::vector<std::string> problems;
        if (n_damaged_ > 0) problems.push_back(fmt::format("{} damaged packets were left out", n_damaged_));
        if (n_unusable_ > 0)
            problems.push_back(fmt::format(
                "{} samples are no numbers or far too large; they count as silence", n_unusable_));
        if (n_changes_ > 0)
            problems.push_back(fmt::format("its format changes {} times on the way", n_changes_));
        if (!input_.trouble().empty()) problems.push_back(input_.trouble());
        if (is_too_long_)
            problems.push_back(
                fmt::format("longer than {:.0f} hours; the rest was not read", longest_s_ / 3600));
        if (is_cut()) {
            problems.push_back(fmt::format("ends early: {:.1f} of {:.1f} s",
                                           static_cast<double>(n_frames_) / format_.sample_rate,
                                           *format_.stated_duration_s));
        }
        return problems;
    }

  private:
    bool is_cut() const {
        if (!is_at_end_ || is_too_long_ || !format_.stated_duration_s) return false;
        const double stated = *format_.stated_duration_s;
        const double missing = stated - static_cast<double>(n_frames_) / format_.sample_rate;
        return missing > std::max(least_shortfall_s, least_shortfall * stated);
    }

    /// Decodes the next frame into frame_; false at the end.
    bool receive() {
        while (true) {
            const int code = avcodec_receive_frame(codec_.get(), frame_.get());
            if (code == 0 && frame_->nb_samples > 0 && frame_->ch_layout.nb_channels > 0) {
                input_.patience().renew();
                return true;
            }
            if (code == AVERROR_EOF) return false;
            if (code == AVERROR(EAGAIN)) {
                send();
            } else if (code < 0) {
                ++n_damaged_;
                if (is_drained_) return false;
                send();
            }
        }
    }

    void send() {
        if (is_drained_) return;
        const AVPacket* const packet = input_.read();
        is_drained_ = packet == nullptr;
        const int code = avcodec_send_packet(codec_.get(), packet);
        if (code < 0 && code != AVERROR_EOF) ++n_damaged_;
    }

    bool is_of_converter(const AVFrame& frame) const noexcept {
        return converter_ && frame.format == frame_format_ && frame.sample_rate == frame_rate_ &&
               frame.ch_layout.nb_channels == frame_channels_;
    }

    /// Makes the converter from frames like this one to the format of the blocks.
    void make_converter(const AVFrame& frame) {
        if (converter_) {
            flush();
            ++n_changes_;
        }
        AVChannelLayout in{};
        AVChannelLayout out{};
        if (frame.ch_layout.order == AV_CHANNEL_ORDER_UNSPEC) {
            av_channel_layout_default(&in, frame.ch_layout.nb_channels);
        } else if (av_channel_layout_copy(&in, &frame.ch_layout) < 0) {
            throw std::bad_alloc();
        }
        // Channels are kept as they are; only a later change of their number is mixed to the first.
        if (format_.n_channels == in.nb_channels) {
            if (av_channel_layout_copy(&out, &in) < 0) throw std::bad_alloc();
        } else {
            av_channel_layout_default(&out, format_.n_channels);
        }
        SwrContext* made = nullptr;
        int code =
            swr_alloc_set_opts2(&made, &out, AV_SAMPLE_FMT_FLT, format_.sample_rate, &in,
                                static_cast<AVSampleFormat>(frame.format), frame.sample_rate, 0, nullptr);
        converter_.reset(made);
        if (code == 0) code = swr_init(made);
        av_channel_layout_uninit(&in);
        av_channel_layout_uninit(&out);
        if (code < 0)
            fail(ErrorCode::corrupt_data, "its samples cannot be converted ({})", ffmpeg_message(code));
        frame_format_ = frame.format;
        frame_rate_ = frame.sample_rate;
        frame_channels_ = frame.ch_layout.nb_channels;
    }

    void convert() {
        try {
            if (!is_of_converter(*frame_)) make_converter(*frame_);
            append(const_cast<const std::uint8_t**>(frame_->extended_data), frame_->nb_samples);
        } catch (const Error&) {
            converter_.reset();  // frames that no sound can be made of: as good as damaged
            ++n_damaged_;
        }
        av_frame_unref(frame_.get());
    }

    void flush() {
        if (converter_ && frame_rate_ != format_.sample_rate) append(nullptr, 0);
    }

    void append(const std::uint8_t** samples, int n_samples) {
        const auto n_channels = static_cast<std::size_t>(format_.n_channels);
        const int room = swr_get_out_samples(converter_.get(), n_samples);
        if (room <= 0) return;
        const std::size_t before = block_.size();
        block_.resize(before + static_cast<std::size_t>(room) * n_channels);
        auto* out = reinterpret_cast<std::uint8_t*>(block_.data() + before);
        const int n = swr_convert(converter_.get(), &out, room, samples, n_samples);
        block_.resize(before + static_cast<std::size_t>(std::max(n, 0)) * n_channels);
        if (n < 0) ++n_damaged_;
    }

    void clean() {
        bool all_usable = true;
        for (const float value : block_) all_usable &= is_usable(value);
        if (all_usable) return;
        for (float& value : block_) {
            if (is_usable(value)) continue;
            value = 0;
            ++n_unusable_;
        }
    }

    FfmpegInput input_;
    std::unique_ptr<AVCodecContext, FreeCodec> codec_;
    std::unique_ptr<AVFrame, FreeFrame> frame_;
    std::unique_ptr<SwrContext, FreeConverter> converter_;
    AudioFormat format_;
    std::vector<float> block_;
    double longest_s_;
    std::size_t n_frames_ = 0;
    std::size_t n_damaged_ = 0;
    std::size_t n_unusable_ = 0;
    std::size_t n_changes_ = 0;
    int frame_format_ = -1;
    int frame_rate_ = 0;
    int frame_channels_ = 0;
    bool has_frame_ = false;
    bool is_drained_ = false;
    bool is_at_end_ = false;
    bool is_too_long_ = false;
};

}  // namespace

Result<std::unique_ptr<Decoder>> open_decoder(const std::filesystem::path& path,
                                              const DecoderOptions& options) {
    check_ranges(options);
    try {
        return std::unique_ptr<Decoder>(std::make_unique<FfmpegDecoder>(path, options));
    } catch (const Error& error) {
        return tl::unexpected<Error>(error);
    }
}

}  // namespace attune::audio
