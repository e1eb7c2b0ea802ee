#include "sources/archive.h"

#include "core/error.h"
#include "sources/archive_stream.h"
#include "sources/file_names.h"
#include "sources/legible_name.h"
#include "sources/streams.h"
#include "sources/workbook.h"

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
constexpr std::size_t largest_nested = std::size_t{256} << 20U;
constexpr int deepest = 3;

/// Where the bytes of an archive are: in a file, or in memory if it lay within another.
struct Origin {
    const fs::path* path = nullptr;
    std::string_view bytes;
};

struct Entry {
    std::size_t index = 0;
    std::string path;
    std::string name;
    std::uint64_t size = 0;
    FileOrder order = FileOrder::tables;
    NameVerdict verdict;
};

Archive open_archive(const Origin& origin, const std::string& shown) {
    Archive open(archive_read_new());
    if (!open) fail(ErrorCode::unavailable, "no memory to open '{}'", shown);
    archive_read_support_format_zip(open.get());
    const int result = origin.path != nullptr
                           ? archive_read_open_filename(open.get(), origin.path->c_str(), block_size)
                           : archive_read_open_memory(open.get(), origin.bytes.data(), origin.bytes.size());
    if (result != ARCHIVE_OK)
        fail(ErrorCode::unavailable, "cannot open '{}': {}", shown, archive_error_string(open.get()));
    return open;
}

/// The name of an entry: the bytes of one that nobody marked as UTF-8 are in any code page. One that is marked so and is
/// none has no name that libarchive would tell.
std::string path_of(archive_entry* header, std::size_t index) {
    const char* const raw = archive_entry_pathname(header);
    const char* const path = raw != nullptr ? raw : archive_entry_pathname_utf8(header);
    std::string legible = legible_name(path == nullptr ? "" : path);
    return legible.empty() ? fmt::format("entry {}", index + 1) : legible;
}

class ArchiveWalk {
  public:
    ArchiveWalk(Origin origin, const std::string& shown, const Visitors& visitors, Reading reading,
                int depth = 1)
        : origin_(origin), shown_(&shown), visitors_(&visitors), reading_(reading), depth_(depth) {}

    void run(Budget& budget) {
        {
            const Utf8Names names;
            list();
        }
        if (is_workbook_ && reading_ == Reading::person) {
            visit_workbook(origin_.path, origin_.bytes, *shown_, *visitors_, budget);
            return;
        }
        std::ranges::sort(entries_, [](const Entry& a, const Entry& b) {
            return std::tie(a.order, a.name, a.path, a.index) < std::tie(b.order, b.name, b.path, b.index);
        });
        if (entries_.size() > max_read_entries) leave_out_the_least();
        for (const Entry& entry : entries_) visit(entry, budget);
    }

  private:
    std::string shown_of(const Entry& entry) const { return *shown_ + "/" + entry.path; }

    /// Finds the entries to read. An archive that was cut has lost its directory at the end; libarchive then
    /// goes by the headers of the entries.
    void list() {
        const Archive open = open_archive(origin_, *shown_);
        archive_entry* header = nullptr;
        int result = ARCHIVE_OK;
        std::size_t index = 0;
        while (is_entry(result = archive_read_next_header(open.get(), &header))) {
            consider(header, index++);
            if (index == max_entries) {
                visitors_->problem(
                    *shown_, fmt::format("has more than {} entries; the rest is left out", max_entries));
                return;
            }
        }
        if (result == ARCHIVE_EOF) return;
        if (archive_errno(open.get()) == EIO) fail(ErrorCode::unavailable, "cannot read {}", *shown_);
        visitors_->problem(*shown_, fmt::format("the archive is cut or damaged ({})", reason_of(open.get())));
    }

    void consider(archive_entry* header, std::size_t index) {
        Entry entry{index, path_of(header, index), {}, 0, FileOrder::tables, {}};
        entry.name = base_name(entry.path);
        if (archive_entry_filetype(header) != AE_IFREG || entry.name.empty()) return;
        if (entry.path == "xl/workbook.xml") is_workbook_ = true;
        if (is_hidden_path(entry.path)) {
            visitors_->passed(shown_of(entry), "system");
            return;
        }
        entry.verdict = look_at_name(entry.name, true, reading_);
        if (entry.verdict.look == Look::pass) {
            visitors_->passed(shown_of(entry), entry.verdict.kind);
        } else {
            add(std::move(entry), header);
        }
    }

    /// Whether a folder of the path, or the file, is of a system's making.
    static bool is_hidden_path(std::string_view path) {
        const auto name = base_name(path);
        path.remove_suffix(name.size());
        return is_of_system(name) || (!path.empty() && any_folder(path, is_hidden_folder));
    }

    void add(Entry entry, archive_entry* header) {
        if (leads_out(entry.path)) {
            visitors_->problem(shown_of(entry), "its name leads out of the archive; it is not read");
        } else if (archive_entry_is_data_encrypted(header) != 0) {
            visitors_->problem(shown_of(entry), "is encrypted; unpack the archive with its password first");
        } else {
            if (archive_entry_size_is_set(header) != 0) {
                entry.size = static_cast<std::uint64_t>(std::max<la_int64_t>(0, archive_entry_size(header)));
            }
            entry.order = order_of(entry.name, reading_);
            entries_.push_back(std::move(entry));
        }
    }

    /// Those that are called like files of ours stay.
    void leave_out_the_least() {
        visitors_->problem(
            *shown_, fmt::format("has {} files to read; only {} are", entries_.size(), max_read_entries));
        std::ranges::stable_partition(entries_,
                                      [](const Entry& entry) { return entry.verdict.look != Look::sniff; });
        entries_.resize(max_read_entries);
        std::ranges::sort(entries_, {},
                          [](const Entry& e) { return std::tie(e.order, e.name, e.path, e.index); });
    }

    void visit(const Entry& entry, Budget& budget) {
        const std::string shown = shown_of(entry);
        if (!go_to(entry.index)) {
            visitors_->problem(shown,
                               fmt::format("cannot be reached in the archive ({})", reason_of(open_.get())));
            return;
        }
        EntryStream in(open_.get(), budget, shown, visitors_->problem);
        if (entry.verdict.look == Look::archive) {
            visit_nested(shown, in, budget);
        } else {
            const bool is_sure = entry.verdict.look == Look::read;
            visitors_->visit(
                {shown, entry.name, entry.size, is_sure ? std::string_view() : entry.verdict.kind}, in);
        }
    }

    /// An archive within this one is read whole: a person's has some megabytes.
    void visit_nested(const std::string& shown, ByteStream& in, Budget& budget) {
        const auto whole = read_whole(in, largest_nested);
        if (!whole.text.starts_with("PK")) {
            visitors_->problem(shown, "is an archive of another kind within the archive; unpack it first");
        } else if (!whole.is_whole || depth_ == deepest) {
            visitors_->problem(
                shown, fmt::format(
                           "an archive within an archive is opened up to {} MiB and {} deep; unpack it first",
                           largest_nested >> 20U, deepest));
        } else if (reading_ == Reading::community) {
            visitors_->problem(shown, "an archive within an archive is not opened; unpack it first");
        } else {
            ArchiveWalk({nullptr, whole.text}, shown, *visitors_, reading_, depth_ + 1).run(budget);
        }
    }

    /// Moves to the header of an entry; forward if it is ahead, else from the beginning.
    bool go_to(std::size_t index) {
        const Utf8Names names;
        if (!open_ || next_ > index) {
            open_ = open_archive(origin_, *shown_);
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

    Origin origin_;
    const std::string* shown_;
    const Visitors* visitors_;
    Reading reading_;
    int depth_;
    bool is_workbook_ = false;
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

void visit_archive(const fs::path& path, const std::string& shown, const Visitors& visitors,
                   Reading reading) {
    std::error_code error;
    const auto size = fs::file_size(path, error);
    Budget budget(error ? 0 : size, reading);
    ArchiveWalk({&path, {}}, shown, visitors, reading).run(budget);
}

}  // namespace attune::sources
