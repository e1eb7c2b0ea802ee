#include "sources/archive.h"

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
#include <tuple>
#include <vector>

namespace attune::sources {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t max_entries = 100'000;  // an export has about 50
constexpr std::size_t max_read_entries = 2'000;
constexpr std::size_t block_size = 128 * 1024;

struct Entry {
    std::size_t index = 0;
    std::string path;
    std::string name;
    std::uint64_t size = 0;
    FileOrder order = FileOrder::tables;
};

Archive open_archive(const fs::path& path) {
    Archive open(archive_read_new());
    if (!open) fail(ErrorCode::unavailable, "no memory to open '{}'", path.string());
    archive_read_support_format_zip(open.get());
    if (archive_read_open_filename(open.get(), path.c_str(), block_size) != ARCHIVE_OK) {
        fail(ErrorCode::unavailable, "cannot open '{}': {}", path.string(), archive_error_string(open.get()));
    }
    return open;
}

class ArchiveWalk {
  public:
    ArchiveWalk(const fs::path& path, const std::string& shown, const FileVisitor& visit,
                const ProblemVisitor& problem, Reading reading)
        : path_(&path), shown_(&shown), visit_(&visit), problem_(&problem), reading_(reading) {}

    void run() {
        list();
        std::error_code error;
        const auto size = fs::file_size(*path_, error);
        Budget budget(error ? 0 : size, reading_);
        std::ranges::sort(entries_, [](const Entry& a, const Entry& b) {
            return std::tie(a.order, a.name, a.path, a.index) < std::tie(b.order, b.name, b.path, b.index);
        });
        if (entries_.size() > max_read_entries) {
            (*problem_)(*shown_, fmt::format("has {} files to read; only the first {} are", entries_.size(),
                                             max_read_entries));
            entries_.resize(max_read_entries);
        }
        for (const Entry& entry : entries_) visit(entry, budget);
    }

  private:
    std::string shown_of(const Entry& entry) const { return *shown_ + "/" + entry.path; }

    /// Finds the entries to read. An archive that was cut has lost its directory at the end; libarchive then
    /// goes by the headers of the entries.
    void list() {
        const Archive open = open_archive(*path_);
        archive_entry* header = nullptr;
        int result = ARCHIVE_OK;
        std::size_t index = 0;
        while (is_entry(result = archive_read_next_header(open.get(), &header))) {
            consider(header, index++);
            if (index == max_entries) {
                (*problem_)(*shown_,
                            fmt::format("has more than {} entries; the rest is left out", max_entries));
                return;
            }
        }
        if (result == ARCHIVE_EOF) return;
        if (archive_errno(open.get()) == EIO) fail(ErrorCode::unavailable, "cannot read {}", *shown_);
        (*problem_)(*shown_, fmt::format("the archive is cut or damaged ({})", reason_of(open.get())));
    }

    void consider(archive_entry* header, std::size_t index) {
        const char* const raw = archive_entry_pathname_utf8(header) != nullptr
                                    ? archive_entry_pathname_utf8(header)
                                    : archive_entry_pathname(header);
        Entry entry{index, raw == nullptr ? "" : to_utf8(raw), {}, 0, FileOrder::tables};
        entry.name = base_name(entry.path);
        const bool is_file = archive_entry_filetype(header) == AE_IFREG && !entry.name.empty();
        if (!is_file ||
            any_folder(entry.path, [](std::string_view name) { return name != ".." && is_hidden(name); }))
            return;
        if (is_named_archive(entry.name)) {
            (*problem_)(shown_of(entry), "an archive within an archive is not opened; unpack it first");
        } else if (is_read_from_archive(entry.name, reading_)) {
            add(std::move(entry), header);
        }
    }

    void add(Entry entry, archive_entry* header) {
        if (leads_out(entry.path)) {
            (*problem_)(shown_of(entry), "its name leads out of the archive; it is not read");
        } else if (archive_entry_is_data_encrypted(header) != 0) {
            (*problem_)(shown_of(entry), "is encrypted; unpack the archive with its password first");
        } else {
            if (archive_entry_size_is_set(header) != 0) {
                entry.size = static_cast<std::uint64_t>(std::max<la_int64_t>(0, archive_entry_size(header)));
            }
            entry.order = order_of(entry.name, reading_);
            entries_.push_back(std::move(entry));
        }
    }

    void visit(const Entry& entry, Budget& budget) {
        const std::string shown = shown_of(entry);
        if (!go_to(entry.index)) {
            (*problem_)(shown, fmt::format("cannot be reached in the archive ({})", reason_of(open_.get())));
            return;
        }
        EntryStream in(open_.get(), budget, shown, *problem_);
        (*visit_)({shown, entry.name, entry.size}, in);
    }

    /// Moves to the header of an entry; forward if it is ahead, else from the beginning.
    bool go_to(std::size_t index) {
        if (!open_ || next_ > index) {
            open_ = open_archive(*path_);
            next_ = 0;
        }
        archive_entry* header = nullptr;
        while (next_ <= index) {
            if (!is_entry(archive_read_next_header(open_.get(), &header))) {
                next_ = index + 1;
                return false;
            }
            ++next_;
        }
        return true;
    }

    const fs::path* path_;
    const std::string* shown_;
    const FileVisitor* visit_;
    const ProblemVisitor* problem_;
    Reading reading_;
    std::vector<Entry> entries_;
    Archive open_;
    std::size_t next_ = 0;  ///< index of the entry whose header comes next
};

}  // namespace

bool is_archive(const fs::path& path) {
    std::error_code error;
    if (!fs::is_regular_file(path, error)) return false;
    FileStream in(path);
    std::array<char, 4> magic{};
    const std::string_view begin(magic.data(), in.read(magic));
    using namespace std::string_view_literals;
    return begin == "PK\x03\x04"sv || begin == "PK\x05\x06"sv || begin == "PK\x07\x08"sv;
}

void visit_archive(const fs::path& path, const std::string& shown, const FileVisitor& visit,
                   const ProblemVisitor& problem, Reading reading) {
    ArchiveWalk(path, shown, visit, problem, reading).run();
}

}  // namespace attune::sources
