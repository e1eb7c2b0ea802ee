#pragma once

#include "store/store.h"

#include <array>
#include <filesystem>
#include <ostream>
#include <string>
#include <unistd.h>

namespace attune::store {

/// A folder that goes when the test does.
class TemporaryFolder {
  public:
    TemporaryFolder() {
        std::string name = (std::filesystem::temp_directory_path() / "attune-store-XXXXXX").string();
        path_ = ::mkdtemp(name.data());
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }

    const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

/// One implementation of Store. A new one is tested by a line in `backends`.
struct Backend {
    const char* name;
    /// Opens the library of a test, making it if there is none; opening again gives the same library.
    std::unique_ptr<Store> (*open)(const std::filesystem::path& folder);
};

inline constexpr std::array backends{
    Backend{"sqlite", [](const std::filesystem::path& folder) { return open_store(folder, true); }},
};

inline void PrintTo(const Backend& backend, std::ostream* out) { *out << backend.name; }

}  // namespace attune::store
