#pragma once

#include "engine/library/workspace.h"
#include "shapes/intake.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace attune::engine {

struct CacheReport {
    std::size_t n_analyses = 0;       ///< written, or new to the library
    std::size_t n_known = 0;          ///< the library had these
    std::size_t n_other_version = 0;  ///< of another version of attune: kept, but of no use to this one
    std::size_t n_bad = 0;
    std::vector<std::string> problems;  ///< the first ones: "line 3: no JSON object"
};

/// Writes all analyses that have a fingerprint to a file, one a line (audio/shared_analysis.h), in the order
/// of their fingerprints.
/// @throws Error{not_found} if there is none, Error{unavailable} if the file cannot be written
CacheReport export_cache(Workspace& workspace, const std::filesystem::path& file);

/// Takes over analyses that somebody wrote by export_cache(). When `analyze` meets a recording with such a
/// fingerprint and length, it listens to two minutes of it and takes the rest from here. Analyses that the
/// library has are left as they are.
/// @throws Error{not_found}, Error{corrupt_data} if no line of the file can be read; then nothing is taken
CacheReport import_cache(Workspace& workspace, const std::filesystem::path& file);

shapes::CacheReport shape_of(const CacheReport& report);

}  // namespace attune::engine
