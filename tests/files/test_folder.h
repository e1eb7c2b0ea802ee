#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <set>
#include <string>
#include <system_error>

namespace attune::files {

/// A folder that goes when the test does.
class InTestFolder : public testing::Test {
  protected:
    InTestFolder() {
        std::string name = (std::filesystem::temp_directory_path() / "attune-files-XXXXXX").string();
        folder = ::mkdtemp(name.data());
    }
    ~InTestFolder() override {
        std::error_code ignored;
        std::filesystem::remove_all(folder, ignored);
    }

    std::set<std::string> names() const {
        std::set<std::string> names;
        for (const auto& entry : std::filesystem::directory_iterator(folder))
            names.insert(entry.path().filename().string());
        return names;
    }

    std::filesystem::path folder;
};

}  // namespace attune::files
