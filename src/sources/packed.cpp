#include "sources/packed.h"

#include "core/error.h"
#include "sources/archive_stream.h"
#include "sources/file_names.h"
#include "sources/legible_name.h"
#include "sources/streams.h"

#include <fmt/format.h>

#include <algorithm>
#include <archive.h>
#include <archive_entry.h>
#include <array>
#include <cerrno>

namespace attune::sources {
namespace {

namespace fs = std::filesystem;
using namespace std::string_view_literals;

constexpr std::size_t block_size = 128 * 1024;

/// Of a file that is broken from its first byte archive_errno() is left to tell so.
Archive open_packed(const fs::path& path) {
    Archive open(archive_read_new());
    if (!open) fail(ErrorCode::unavailable, "no memory to open '{}'", path.string());
    archive_read_support_format_tar(open.get());
    archive_read_support_format_raw(open.get());
    archive_read_support_filter_gzip(open.get());
    archive_read_support_filter_bzip2(open.get());
    archive_read_support_filter_xz(open.get());
    archive_read_support_filter_zstd(open.get());
    const int result = archive_read_open_filename(open.get(), path.c_str(), block_size);
    const bool is_of_the_device = archive_errno(open.get()) > 0;  // libarchive's own are below 0
    if (result != ARCHIVE_OK && is_of_the_device) {
        fail(ErrorCode::unavailable, "cannot open '{}': {}", path.string(), reason_of(open.get()));
    }
    return open;
}

class PackedWalk {
  public:
    PackedWalk(const fs::path& path, const std::string& shown, const Visitors& visitors, Reading reading)
        : path_(&path),
          shown_(&shown),
          visitors_(&visitors),
          reading_(reading),
          open_(open_packed(path)),
          budget_(size_of(path), reading) {}

    void run() {
        const Utf8Names names;
        if (archive_errno(open_.get()) != 0) {
            visitors_->problem(*shown_, fmt::format("cannot be unpacked ({})", reason_of(open_.get())));
            return;
        }
        archive_entry* header = nullptr;
        int result = ARCHIVE_OK;
        while (is_entry(result = archive_read_next_header(open_.get(), &header))) {
            if (archive_format(open_.get()) == ARCHIVE_FORMAT_RAW) {
                const std::string name = uncompressed_name(path_->filename().string());
                visit({*shown_, name, 0, ""});
            } else if (archive_entry_filetype(header) == AE_IFREG) {
                consider(header);
            }
        }
        if (result == ARCHIVE_EOF) return;
        if (archive_errno(open_.get()) == EIO) fail(ErrorCode::unavailable, "cannot read {}", *shown_);
        visitors_->problem(*shown_,
                           fmt::format("the archive is cut or damaged ({}); what stands before is read",
                                       reason_of(open_.get())));
    }

  private:
    static std::uint64_t size_of(const fs::path& path) {
        std::error_code error;
        const auto size = fs::file_size(path, error);
        return error ? 0 : size;
    }

    void consider(archive_entry* header) {
        const char* const raw = archive_entry_pathname(header) != nullptr
                                    ? archive_entry_pathname(header)
                                    : archive_entry_pathname_utf8(header);
        const std::string path = legible_name(raw == nullptr ? "" : raw);
        const std::string name(base_name(path));
        const std::string shown = *shown_ + "/" + path;
        const auto folders = std::string_view(path).substr(0, path.size() - name.size());
        if (is_of_system(name) || (!folders.empty() && any_folder(folders, is_hidden_folder))) {
            visitors_->passed(shown, "system");
            return;
        }
        const NameVerdict verdict = look_at_name(name, true, reading_);
        const auto size = static_cast<std::uint64_t>(std::max<la_int64_t>(0, archive_entry_size(header)));
        if (verdict.look == Look::pass) {
            visitors_->passed(shown, verdict.kind);
        } else if (verdict.look == Look::archive) {
            visitors_->problem(shown, "an archive within an archive is not opened; unpack it first");
        } else if (leads_out(path)) {
            visitors_->problem(shown, "its name leads out of the archive; it is not read");
        } else {
            visit({shown, name, size, verdict.look == Look::sniff ? verdict.kind : ""});
        }
    }

    void visit(const SourceFile& file) {
        EntryStream in(open_.get(), budget_, file.path, visitors_->problem);
        visitors_->visit(file, in);
    }

    const fs::path* path_;
    const std::string* shown_;
    const Visitors* visitors_;
    Reading reading_;
    Archive open_;
    Budget budget_;
};

}  // namespace

bool is_packed(const fs::path& path) {
    std::error_code error;
    if (!fs::is_regular_file(path, error)) return false;
    FileStream in(path);
    std::array<char, 512> block{};
    const std::string_view begin(block.data(), in.read(block));
    constexpr std::size_t tar_mark_at = 257;
    const bool is_tar = begin.size() == block.size() && begin.substr(tar_mark_at, 5) == "ustar"sv;
    return is_tar || begin.starts_with("\x28\xB5\x2F\xFD"sv) || begin.starts_with("\xFD\x37zXZ\0"sv) ||
           begin.starts_with("\x1F\x8B"sv) || begin.starts_with("BZh"sv);
}

void visit_packed(const fs::path& path, const std::string& shown, const Visitors& visitors, Reading reading) {
    PackedWalk(path, shown, visitors, reading).run();
}

}  // namespace attune::sources
