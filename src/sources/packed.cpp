#include "sources/packed.h"

#include "core/error.h"
#include "core/text.h"
#include "sources/archive_stream.h"
#include "sources/file_names.h"
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
    PackedWalk(const fs::path& path, const std::string& shown, const FileVisitor& visit,
               const ProblemVisitor& problem)
        : path_(&path),
          shown_(&shown),
          visit_(&visit),
          problem_(&problem),
          open_(open_packed(path)),
          budget_(size_of(path), Reading::community) {}

    void run() {
        if (archive_errno(open_.get()) != 0) {
            (*problem_)(*shown_, fmt::format("cannot be unpacked ({})", reason_of(open_.get())));
            return;
        }
        archive_entry* header = nullptr;
        int result = ARCHIVE_OK;
        while (is_entry(result = archive_read_next_header(open_.get(), &header))) {
            if (archive_format(open_.get()) == ARCHIVE_FORMAT_RAW) {
                const std::string name = uncompressed_name(path_->filename().string());
                visit(*shown_, name, 0);
            } else if (archive_entry_filetype(header) == AE_IFREG) {
                consider(header);
            }
        }
        if (result == ARCHIVE_EOF) return;
        if (archive_errno(open_.get()) == EIO) fail(ErrorCode::unavailable, "cannot read {}", *shown_);
        (*problem_)(*shown_, fmt::format("the archive is cut or damaged ({}); what stands before is read",
                                         reason_of(open_.get())));
    }

  private:
    static std::uint64_t size_of(const fs::path& path) {
        std::error_code error;
        const auto size = fs::file_size(path, error);
        return error ? 0 : size;
    }

    void consider(archive_entry* header) {
        const char* const utf8 = archive_entry_pathname_utf8(header);
        const char* const raw = utf8 != nullptr ? utf8 : archive_entry_pathname(header);
        const std::string path = raw == nullptr ? "" : to_utf8(raw);
        const std::string name(base_name(path));
        const std::string shown = *shown_ + "/" + path;
        if (any_folder(path,
                       [](std::string_view part) { return part != ".." && part != "." && is_hidden(part); }))
            return;
        if (is_named_archive(name)) {
            (*problem_)(shown, "an archive within an archive is not opened; unpack it first");
        } else if (!is_read_from_archive(name, Reading::community)) {
            return;
        } else if (leads_out(path)) {
            (*problem_)(shown, "its name leads out of the archive; it is not read");
        } else {
            visit(shown, name,
                  static_cast<std::uint64_t>(std::max<la_int64_t>(0, archive_entry_size(header))));
        }
    }

    void visit(const std::string& shown, const std::string& name, std::uint64_t size) {
        EntryStream in(open_.get(), budget_, shown, *problem_);
        (*visit_)({shown, name, size}, in);
    }

    const fs::path* path_;
    const std::string* shown_;
    const FileVisitor* visit_;
    const ProblemVisitor* problem_;
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

void visit_packed(const fs::path& path, const std::string& shown, const FileVisitor& visit,
                  const ProblemVisitor& problem) {
    PackedWalk(path, shown, visit, problem).run();
}

}  // namespace attune::sources
