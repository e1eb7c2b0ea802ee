#include "engine/sound/sound_files.h"

#include "core/error.h"
#include "core/random.h"
#include "engine/small_library.h"

#include <sys/stat.h>

#include <algorithm>
#include <fcntl.h>

namespace attune::engine {
namespace {

class SoundFilesBelow : public SmallLibrary {
  protected:
    /// Folders in folders until no path can name the innermost one.
    void make_deep_folder() {
        const std::string name(200, 'd');
        int at = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY);
        for (int depth = 0; depth < 25; ++depth) {
            ASSERT_EQ(::mkdirat(at, name.c_str(), 0700), 0);
            const int inner = ::openat(at, name.c_str(), O_RDONLY | O_DIRECTORY);
            ::close(at);
            at = inner;
        }
        ::close(at);
    }
};

TEST_F(SoundFilesBelow, AreAllFoundInOrder) {
    std::filesystem::create_directories(folder / "b/inner");
    std::filesystem::create_directories(folder / "b/.hidden");
    write("b/inner/2.flac", "x");
    write("b/.hidden/3.mp3", "");
    write("b/1.MP3", "");
    write("b/notes.txt", "");
    write("a.xyz", "");
    const auto found = find_sound_files({folder / "b", folder / "a.xyz", folder / "b/1.MP3"});
    std::vector<std::string> paths;
    for (const auto& file : found.files) paths.push_back(file.path);
    EXPECT_EQ(paths,
              (std::vector<std::string>{folder / "a.xyz", folder / "b/1.MP3", folder / "b/inner/2.flac"}));
    EXPECT_EQ(found.files[2].n_bytes, 1);
    EXPECT_TRUE(found.problems.empty());
    EXPECT_THROW(find_sound_files({folder / "nothing"}), Error);
}

TEST_F(SoundFilesBelow, TellsOfAFolderThatCannotBeRead) {
    write("z.mp3", "");
    make_deep_folder();
    const auto found = find_sound_files({folder});
    ASSERT_EQ(found.files.size(), 1U);
    ASSERT_EQ(found.problems.size(), 1U);
    EXPECT_TRUE(found.problems[0].starts_with((folder / "ddd").string()));
    EXPECT_TRUE(found.problems[0].ends_with("File name too long"));
}

SoundFile file(int number, std::int64_t modified = 0) {
    return {fmt::format("/music/{:06}.mp3", number), 1, modified};
}

TEST(RestedFiles, AreThoseThatAreTheSameTwice) {
    RestedFiles rested({file(1), file(2)});
    EXPECT_TRUE(rested.take({file(1), file(2), file(3), file(5)}).empty());
    // 2 has changed and 5 still grows
    EXPECT_EQ(rested.take({file(1), file(2, 9), file(3), file(5, 1)}), (std::vector{file(3)}));
    EXPECT_EQ(rested.take({file(1), file(2, 9), file(3), file(5, 1)}), (std::vector{file(2, 9), file(5, 1)}));
    EXPECT_TRUE(rested.take({file(1), file(2, 9), file(3), file(5, 1)}).empty());
    EXPECT_TRUE(rested.take({file(3)}).empty());
    EXPECT_TRUE(rested.take({file(1), file(3)}).empty()) << "it is as it was heard";
}

TEST(RestedFiles, AreFoundAmongAHundredThousand) {
    // Comparing each with each would be 10^10 comparisons of paths a look: it would not end.
    std::vector<SoundFile> all;
    for (int i = 0; i < 100'000; ++i) all.push_back(file(i));
    RestedFiles rested(all);
    for (int look = 1; look <= 10; ++look) {
        all[static_cast<std::size_t>(look)].modified_ns = look;
        const auto expected = look == 1 ? std::vector<SoundFile>{} : std::vector{file(look - 1, look - 1)};
        EXPECT_EQ(rested.take(all), expected);
    }
}

}  // namespace
}  // namespace attune::engine
