#pragma once

#include "engine/intake/counting_sink.h"
#include "engine/library/workspace.h"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace attune::engine {

/// Where a file of a community comes from.
struct CommunityOrigin {
    std::filesystem::path named;  ///< the path that the person gave
    std::string source;           ///< what they call it; may be empty
};

/// Brings the rows of one file into the community of the library. Each playlist is read as one person, who
/// played each of its entries once.
std::unique_ptr<CountingSink> community_sink(Workspace& workspace, const CommunityOrigin& origin,
                                             FileReport& report, const CountedStream& stream,
                                             std::uint64_t size);

/// The source of a file of this kind: of data that is the same wherever it lies, its own name; otherwise the
/// name of the path that was given, without its endings.
std::string community_source_of(std::string_view kind, const CommunityOrigin& origin);

/// Whom a file is of that names nobody: the file within the path that was given. The months of one person's
/// export are files of the same person: ".../listens/2024/5.jsonl".
std::string community_owner_of(const std::string& path, const CommunityOrigin& origin);

}  // namespace attune::engine
