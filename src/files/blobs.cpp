#include "files/blobs.h"

#include "core/error.h"
#include "files/file.h"

#include <system_error>

namespace attune::files {

void write_blobs(const std::filesystem::path& directory, const Blobs& blobs) {
    std::filesystem::path beside = directory;
    beside += ".part";
    std::error_code error;
    std::filesystem::remove_all(beside, error);
    std::filesystem::create_directories(beside, error);
    if (error)
        fail(ErrorCode::unavailable, "cannot make the folder {}; may you write there?", beside.string());
    for (const auto& [name, bytes] : blobs) write_file(beside / name, bytes);
    std::filesystem::remove_all(directory, error);
    std::filesystem::rename(beside, directory, error);
    if (error) fail(ErrorCode::unavailable, "cannot write {}: {}", directory.string(), error.message());
}

Blobs read_blobs(const std::filesystem::path& directory) {
    std::error_code error;
    if (!std::filesystem::is_directory(directory, error))
        fail(ErrorCode::corrupt_data, "the models of the run are gone ({}); train again", directory.string());
    Blobs blobs;
    for (const auto& entry : std::filesystem::directory_iterator(directory))
        blobs[entry.path().filename().string()] = read_file(entry.path());
    return blobs;
}

Blobs blobs_under(const Blobs& blobs, std::string_view prefix) {
    Blobs under;
    for (const auto& [name, bytes] : blobs) {
        if (name.starts_with(prefix)) under[name.substr(prefix.size())] = bytes;
    }
    return under;
}

void put_under(Blobs& into, std::string_view prefix, Blobs blobs) {
    for (auto& [name, bytes] : blobs) into[std::string(prefix) + name] = std::move(bytes);
}

}  // namespace attune::files
