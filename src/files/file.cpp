#include "files/file.h"

#include "core/error.h"

#include <fstream>
#include <iterator>
#include <system_error>

namespace attune::files {

void write_file(const std::filesystem::path& path, std::string_view content) {
    std::error_code ignored;
    if (path.has_parent_path()) std::filesystem::create_directories(path.parent_path(), ignored);
    std::filesystem::path beside = path;
    beside += ".part";
    std::ofstream out(beside, std::ios::binary | std::ios::trunc);
    out.write(content.data(), static_cast<std::streamsize>(content.size()));
    out.close();
    std::error_code error;
    if (out) std::filesystem::rename(beside, path, error);
    if (!out || error) {
        std::filesystem::remove(beside, ignored);
        fail(ErrorCode::unavailable, "cannot write {}; is there room, and may you write there?",
             path.string());
    }
}

std::string read_file(const std::filesystem::path& path) {
    if (!std::filesystem::exists(path)) fail(ErrorCode::not_found, "there is no file {}", path.string());
    if (std::filesystem::is_directory(path))
        fail(ErrorCode::invalid_argument, "{} is a folder; name a file", path.string());
    std::ifstream in(path, std::ios::binary);
    std::string content((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    if (!in)
        fail(ErrorCode::unavailable, "cannot read {}; is it a file, and may you read it?", path.string());
    return content;
}

}  // namespace attune::files
