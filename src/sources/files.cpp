#include "sources/files.h"

#include "core/error.h"
#include "sources/archive.h"
#include "sources/file_names.h"
#include "sources/legible_name.h"
#include "sources/packed.h"
#include "sources/streams.h"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>
#include <vector>

namespace attune::sources {
namespace {

namespace fs = std::filesystem;

struct Found {
    fs::path path;
    std::string shown;
    std::string name;
    FileOrder order = FileOrder::tables;
    std::string_view other_kind;
};

std::string joined(const std::string& folder, const std::string& name) {
    return folder.ends_with('/') ? folder + name : folder + "/" + name;
}

class Walk {
  public:
    Walk(const Visitors& visitors, Reading reading) : visitors_(&visitors), reading_(reading) {}

    void folder(const fs::path& path, const std::string& shown) {
        std::error_code error;
        fs::directory_iterator entry(path, error);
        for (; !error && entry != fs::directory_iterator(); entry.increment(error))
            entry_of_folder(*entry, shown);
        if (error) visitors_->problem(shown, fmt::format("the folder cannot be read: {}", error.message()));
    }

    void visit_all() {
        std::ranges::sort(found_, [](const Found& a, const Found& b) {
            return std::tie(a.order, a.name, a.shown, a.path) < std::tie(b.order, b.name, b.shown, b.path);
        });
        for (const Found& file : found_) visit_one(file);
    }

    static void visit_file(const fs::path& path, const std::string& shown, std::string_view other_kind,
                           const Visitors& visitors, Reading reading) {
        if (is_archive(path)) {
            visit_archive(path, shown, visitors, reading);
            return;
        }
        if (is_packed(path)) {
            visit_packed(path, shown, visitors, reading);
            return;
        }
        FileStream in(path);
        std::error_code error;
        const auto size = fs::file_size(path, error);
        visitors.visit({shown, shown_path(path.filename()), error ? 0 : size, other_kind}, in);
    }

  private:
    void entry_of_folder(const fs::directory_entry& entry, const std::string& folder) {
        const std::string name = shown_path(entry.path().filename());
        const std::string shown = joined(folder, name);
        std::error_code error;
        const fs::file_status status = entry.symlink_status(error);
        if (fs::is_directory(status)) {
            if (is_hidden_folder(name)) {
                visitors_->passed(shown, "system");
            } else {
                this->folder(entry.path(), shown);
            }
        } else if (fs::is_regular_file(status)) {
            file_of_folder(entry.path(), shown, name);
        }
    }

    void file_of_folder(const fs::path& path, const std::string& shown, const std::string& name) {
        const NameVerdict verdict = look_at_name(name, false, reading_);
        if (verdict.look == Look::pass) {
            visitors_->passed(shown, verdict.kind);
        } else {
            const bool is_sniffed = verdict.look == Look::sniff;
            found_.push_back({path, shown, name, order_of(name, reading_), is_sniffed ? verdict.kind : ""});
        }
    }

    void visit_one(const Found& file) {
        try {
            visit_file(file.path, file.shown, file.other_kind, *visitors_, reading_);
        } catch (const Error& error) {
            if (error.code() != ErrorCode::unavailable && error.code() != ErrorCode::not_found) throw;
            visitors_->problem(file.shown, error.what());
        }
    }

    const Visitors* visitors_;
    Reading reading_;
    std::vector<Found> found_;
};

}  // namespace

std::string shown_path(const fs::path& path) { return legible_name(path.string()); }

void visit_files(const fs::path& path, const Visitors& visitors, Reading reading) {
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    const std::string shown = shown_path(path);
    if (status.type() == fs::file_type::not_found)
        fail(ErrorCode::not_found, "there is nothing at '{}'", shown);
    if (error) fail(ErrorCode::unavailable, "cannot open '{}': {}", shown, error.message());
    if (!fs::is_directory(status)) {
        Walk::visit_file(path, shown, "", visitors, reading);
        return;
    }
    Walk walk(visitors, reading);
    walk.folder(path, shown);
    walk.visit_all();
}

}  // namespace attune::sources
