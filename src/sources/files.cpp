#include "sources/files.h"

#include "core/error.h"
#include "core/text.h"
#include "sources/archive.h"
#include "sources/file_names.h"
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
};

std::string joined(const std::string& folder, const std::string& name) {
    return folder.ends_with('/') ? folder + name : folder + "/" + name;
}

class Walk {
  public:
    Walk(const FileVisitor& visit, const ProblemVisitor& problem, Reading reading)
        : visit_(&visit), problem_(&problem), reading_(reading) {}

    void folder(const fs::path& path, const std::string& shown) {
        std::error_code error;
        fs::directory_iterator entry(path, error);
        for (; !error && entry != fs::directory_iterator(); entry.increment(error))
            entry_of_folder(*entry, shown);
        if (error) (*problem_)(shown, fmt::format("the folder cannot be read: {}", error.message()));
    }

    void visit_all() {
        std::ranges::sort(found_, [](const Found& a, const Found& b) {
            return std::tie(a.order, a.name, a.shown) < std::tie(b.order, b.name, b.shown);
        });
        for (const Found& file : found_) visit_one(file);
    }

  private:
    void entry_of_folder(const fs::directory_entry& entry, const std::string& folder) {
        const std::string name = to_utf8(entry.path().filename().string());
        const std::string shown = joined(folder, name);
        std::error_code error;
        const fs::file_status status = entry.symlink_status(error);
        if (is_hidden(name)) return;
        if (fs::is_directory(status)) {
            this->folder(entry.path(), shown);
        } else if (fs::is_regular_file(status) && is_read_from_folder(name, reading_)) {
            found_.push_back({entry.path(), shown, name, order_of(name, reading_)});
        }
    }

    void visit_one(const Found& file) {
        try {
            visit_file(file.path, file.shown, *visit_, *problem_, reading_);
        } catch (const Error& error) {
            if (error.code() != ErrorCode::unavailable && error.code() != ErrorCode::not_found) throw;
            (*problem_)(file.shown, error.what());
        }
    }

    const FileVisitor* visit_;
    const ProblemVisitor* problem_;
    Reading reading_;
    std::vector<Found> found_;

  public:
    static void visit_file(const fs::path& path, const std::string& shown, const FileVisitor& visit,
                           const ProblemVisitor& problem, Reading reading) {
        if (is_archive(path)) {
            visit_archive(path, shown, visit, problem, reading);
            return;
        }
        if (reading == Reading::community && is_packed(path)) {
            visit_packed(path, shown, visit, problem);
            return;
        }
        FileStream in(path);
        std::error_code error;
        const auto size = fs::file_size(path, error);
        visit({shown, to_utf8(path.filename().string()), error ? 0 : size}, in);
    }
};

}  // namespace

void visit_files(const fs::path& path, const FileVisitor& visit, const ProblemVisitor& problem,
                 Reading reading) {
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    const std::string shown = to_utf8(path.string());
    if (status.type() == fs::file_type::not_found)
        fail(ErrorCode::not_found, "there is nothing at '{}'", shown);
    if (error) fail(ErrorCode::unavailable, "cannot open '{}': {}", shown, error.message());
    if (!fs::is_directory(status)) {
        Walk::visit_file(path, shown, visit, problem, reading);
        return;
    }
    Walk walk(visit, problem, reading);
    walk.folder(path, shown);
    walk.visit_all();
}

}  // namespace attune::sources
