#include "files/file.h"

#include "core/error.h"
#include "files/test_folder.h"

namespace attune::files {
namespace {

using ReadFile = InTestFolder;

ErrorCode code_of_reading(const std::filesystem::path& path) {
    try {
        read_file(path);
    } catch (const Error& error) {
        return error.code();
    }
    ADD_FAILURE() << path << " was read";
    return ErrorCode::interrupted;
}

TEST_F(ReadFile, GivesEveryByte) {
    for (const std::size_t size : {0U, 1U, 65'535U, 65'536U, 1'000'003U}) {
        const std::string bytes(size, '\xff');
        write_file(folder / "a", bytes);
        EXPECT_EQ(read_file(folder / "a"), bytes);
    }
}

TEST_F(ReadFile, TellsWhyThereIsNone) {
    EXPECT_EQ(code_of_reading(folder / "none"), ErrorCode::not_found);
    EXPECT_EQ(code_of_reading(folder / "none" / "deeper"), ErrorCode::not_found);
    EXPECT_EQ(code_of_reading(folder), ErrorCode::invalid_argument);
}

TEST_F(ReadFile, DoesNotTakeAReadErrorForTheEnd) {
    // The first page of one's own memory: it opens and cannot be read.
    EXPECT_EQ(code_of_reading("/proc/self/mem"), ErrorCode::unavailable);
}

TEST_F(ReadFile, ReadsWhatHasNoSize) { EXPECT_NE(read_file("/proc/self/status"), ""); }

}  // namespace
}  // namespace attune::files
