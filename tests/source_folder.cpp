#include "source_folder.h"

namespace attune {

// The path is compiled into this file alone, so that the tests compile to the same in every clone.
std::filesystem::path source_folder() { return ATTUNE_SOURCE_DIR; }

}  // namespace attune
