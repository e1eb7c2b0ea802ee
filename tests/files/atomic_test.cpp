#include "files/atomic.h"

#include "core/error.h"
#include "files/blobs.h"
#include "files/file.h"
#include "files/test_folder.h"

#include <sys/stat.h>
#include <sys/wait.h>

#include <atomic>
#include <csignal>
#include <thread>

namespace attune::files {
namespace {

using Atomic = InTestFolder;

/// Runs `work` in a process of its own that is killed at its end, before anything is destroyed.
template <class Work>
void run_and_kill(const Work& work) {
    const auto child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
        work();
        ::kill(::getpid(), SIGKILL);
    }
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    ASSERT_TRUE(WIFSIGNALED(status));
}

TEST_F(Atomic, AFileThatTwoWriteIsAlwaysWhole) {
    const auto file = folder / "places.json";
    // Of different lengths, and longer than one write of a stream.
    const std::string first(100'000, 'a');
    const std::string second(70'000, 'b');
    write_file(file, first);
    std::atomic<bool> is_written = false;
    const auto write_often = [&](const std::string& content) {
        for (int i = 0; i < 200; ++i) write_file(file, content);
    };
    std::jthread reader([&] {
        while (!is_written) {
            const auto content = read_file(file);
            ASSERT_TRUE(content == first || content == second) << content.size() << " bytes";
        }
    });
    {
        std::jthread one(write_often, first);
        std::jthread other(write_often, second);
    }
    is_written = true;
    reader.join();
    EXPECT_EQ(names(), std::set<std::string>{"places.json"});
}

TEST_F(Atomic, AFolderThatTwoWriteIsAlwaysWhole) {
    const Blobs first{{"a", "1"}, {"b", "1"}};
    const Blobs second{{"a", "2"}, {"c", "2"}, {"d", "2"}};
    const auto write_often = [&](const Blobs& blobs) {
        for (int i = 0; i < 50; ++i) {
            write_blobs(folder / "model", blobs);
            EXPECT_TRUE(std::filesystem::exists(folder / "model" / "a"));
        }
    };
    {
        std::jthread one(write_often, first);
        std::jthread other(write_often, second);
    }
    const auto read = read_blobs(folder / "model");
    EXPECT_TRUE(read == first || read == second);
    EXPECT_EQ(names(), std::set<std::string>{"model"});
}

TEST_F(Atomic, NothingHappensWithoutCommit) {
    write_file(folder / "file", "old");
    write_blobs(folder / "blobs", {{"a", "old"}});
    {
        AtomicFile file(folder / "file");
        file.write("new");
        AtomicFolder blobs(folder / "blobs");
        blobs.write("b", "new");
    }
    EXPECT_EQ(read_file(folder / "file"), "old");
    EXPECT_EQ(read_blobs(folder / "blobs"), (Blobs{{"a", "old"}}));
    EXPECT_EQ(names(), (std::set<std::string>{"blobs", "file"}));
}

TEST_F(Atomic, WhatAKilledProgramLeftIsClearedAndWhatALivingOneHoldsIsNot) {
    write_file(folder / "file", "old");
    run_and_kill([&] {
        static AtomicFile file(folder / "file");
        file.write("half of the n");
        static AtomicFolder blobs(folder / "12");
        blobs.write("taste", "half");
    });
    EXPECT_EQ(names().size(), 3U);
    EXPECT_EQ(read_file(folder / "file"), "old");
    AtomicFolder held(folder / "13");
    held.write("a", "1");
    write_file(folder / "other", "");
    EXPECT_EQ(names().size(), 3U);
    held.commit();
    EXPECT_EQ(names(), (std::set<std::string>{"13", "file", "other"}));
    EXPECT_EQ(read_blobs(folder / "13"), (Blobs{{"a", "1"}}));
}

TEST_F(Atomic, AFolderTakesANameOnlyIfItIsFree) {
    write_blobs(folder / "s1", {{"a", "1"}});
    AtomicFolder study(folder / "study");
    study.write("a", "2");
    EXPECT_FALSE(study.commit_if_free("s1"));
    EXPECT_TRUE(study.commit_if_free("s2"));
    EXPECT_EQ(read_blobs(folder / "s1"), (Blobs{{"a", "1"}}));
    EXPECT_EQ(read_blobs(folder / "s2"), (Blobs{{"a", "2"}}));
}

TEST_F(Atomic, LeavesTheRightsOfANewFileToTheUmask) {
    const auto before = ::umask(027);
    write_file(folder / "file", "");
    ::umask(before);
    struct stat about {};
    ASSERT_EQ(::stat((folder / "file").c_str(), &about), 0);
    EXPECT_EQ(about.st_mode & 0777U, 0640U);
}

TEST_F(Atomic, WritesUnderTheLongestNameAndBesideAFolderOfTheName) {
    const std::string longest(255, 'n');
    write_file(folder / longest, "x");
    EXPECT_EQ(read_file(folder / longest), "x");
    std::filesystem::create_directory(folder / "taken");
    EXPECT_THROW(write_file(folder / "taken", "x"), Error);
    EXPECT_EQ(names(), (std::set<std::string>{longest, "taken"}));
}

}  // namespace
}  // namespace attune::files
