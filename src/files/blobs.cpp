#include "files/blobs.h"

#include "core/error.h"
#include "files/atomic.h"
#include "files/file.h"

#include <system_error>

namespace attune::files {

void write_blobs(const std::filesystem::path& directory, const Blobs& blobs) {
    AtomicFolder folder(directory);
    for (const auto& [name, bytes] : blobs) folder.write(name, bytes);
    folder.commit();
}

Blobs read_blobs(const std::filesystem::path& directory) {
    std::error_code error;
    std::filesystem::directory_iterator entry(directory, error);
    if (error == std::errc::no_such_file_or_directory || error == std::errc::not_a_directory)
        fail(ErrorCode::corrupt_data, "the models of the run are gone ({}); train again", directory.string());
    Blobs blobs;
    for (const std::filesystem::directory_iterator end; !error && entry != end; entry.increment(error))
        blobs[entry->path().filename().string()] = read_file(entry->path());
    if (error)
        fail(ErrorCode::unavailable, "cannot read the folder {}: {}", directory.string(), error.message());
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
