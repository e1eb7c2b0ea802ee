#pragma once

#include <filesystem>
#include <map>
#include <string>

namespace attune::files {

using Blobs = std::map<std::string, std::string>;

/// Writes each blob to a file of its name, into a new folder that appears as a whole (AtomicFolder).
/// @throws Error{unavailable}
void write_blobs(const std::filesystem::path& directory, const Blobs& blobs);

/// @throws Error{corrupt_data} if there is no such folder, Error{unavailable} if it cannot be read
Blobs read_blobs(const std::filesystem::path& directory);

/// The blobs whose names begin with `prefix`, without it; and the other way round.
Blobs blobs_under(const Blobs& blobs, std::string_view prefix);
void put_under(Blobs& into, std::string_view prefix, Blobs blobs);

}  // namespace attune::files
