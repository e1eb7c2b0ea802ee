#include "web/upload_folder.h"

#include "web/temporary_folder.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include <fstream>

namespace attune::web {
namespace {

std::size_t n_entries(const std::filesystem::path& folder) {
    return static_cast<std::size_t>(
        std::distance(std::filesystem::directory_iterator(folder), std::filesystem::directory_iterator()));
}

/// Another process makes a folder, puts a file into it, and is killed.
void leave_one_behind(const std::filesystem::path& temporary) {
    const auto process = ::fork();
    if (process == 0) {
        UploadFolder folder(temporary);
        std::ofstream(folder.new_folder() / "history.zip") << "what came in";
        ::_exit(0);  // no destructor
    }
    int status = 0;
    ASSERT_EQ(::waitpid(process, &status, 0), process);
    ASSERT_EQ(status, 0);
}

TEST(UploadFolder, IsSeenByThisUserAloneAndGoesWithTheServer) {
    const TemporaryFolder temporary;
    {
        UploadFolder folder(temporary.path());
        struct stat about {};
        ASSERT_EQ(::stat(folder.path().c_str(), &about), 0);
        EXPECT_EQ(about.st_mode & 0777, 0700U);
        EXPECT_NE(folder.new_folder(), folder.new_folder());
    }
    EXPECT_EQ(n_entries(temporary.path()), 0U);
}

TEST(UploadFolder, DeletesWhatAKilledServerLeft) {
    const TemporaryFolder temporary;
    leave_one_behind(temporary.path());
    EXPECT_EQ(n_entries(temporary.path()), 1U);
    const UploadFolder folder(temporary.path());
    EXPECT_EQ(n_entries(temporary.path()), 1U);
    EXPECT_TRUE(std::filesystem::exists(folder.path()));
}

TEST(UploadFolder, LeavesThatOfALivingServer) {
    const TemporaryFolder temporary;
    UploadFolder living(temporary.path());
    const auto inner = living.new_folder();
    const UploadFolder another(temporary.path());
    EXPECT_TRUE(std::filesystem::exists(inner));
}

TEST(UploadFolder, FollowsNoLinkAndDeletesNothingThatIsNotItsOwn) {
    const TemporaryFolder temporary;
    const TemporaryFolder precious;
    std::ofstream(precious.path() / "lock") << "";
    std::filesystem::create_directory_symlink(precious.path(), temporary.path() / "attune-serve-link");
    std::filesystem::create_directory(temporary.path() / "attune-serve-open");
    std::filesystem::permissions(temporary.path() / "attune-serve-open", std::filesystem::perms(0755));
    std::ofstream(temporary.path() / "attune-serve-open/lock") << "";
    const UploadFolder folder(temporary.path());
    EXPECT_TRUE(std::filesystem::exists(precious.path() / "lock"));
    EXPECT_TRUE(std::filesystem::exists(temporary.path() / "attune-serve-open/lock"));
}

}  // namespace
}  // namespace attune::web
