#pragma once

#include "library/ids.h"

#include <cstdint>
#include <string>
#include <vector>

namespace attune::store {

/// What was heard in a file. The same bytes heard by the same version sound the same: it is kept once for
/// each (content, version), wherever the file lies and whatever it is called.
struct AnalysisRow {
    std::uint64_t content = 0;  ///< hash of the bytes of the file
    int version = 0;            ///< of the way to compute it (features::feature_version)
    int duration_ms = 0;
    std::vector<std::uint32_t> fingerprint;  ///< of the recording; may be empty
    std::string details;                     ///< JSON, an object
    std::vector<float> embedding;            ///< may be empty
};

/// A file of sound that the library has seen.
struct AudioFileRow {
    std::string path;  ///< absolute
    std::uint64_t content = 0;
    std::int64_t n_bytes = 0;
    std::int64_t modified_ns = 0;  ///< since 1970
    library::TrackId track;        ///< none if the file could not be analysed
    std::string description;       ///< JSON: what its tags say
    std::string problem;           ///< why it could not be analysed, else empty
    int version = 0;               ///< that analysed it, or could not
};

}  // namespace attune::store
