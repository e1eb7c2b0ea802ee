#include "engine/sound/sound_files.h"

#include "core/error.h"
#include "core/hash.h"
#include "core/text.h"
#include "files/descriptor.h"

#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <fcntl.h>
#include <iterator>

namespace attune::engine {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t block_size = 1 << 20;

/// Endings of files that hold sound first of all. Films are left to those who name them.
constexpr std::array sound_endings{
    ".mp3",  ".flac", ".ogg", ".oga", ".opus", ".m4a",  ".m4b", ".aac",  ".wav", ".wave", ".aif",
    ".aiff", ".aifc", ".wma", ".ape", ".wv",   ".mpc",  ".tta", ".tak",  ".mka", ".weba", ".ac3",
    ".eac3", ".dts",  ".mp2", ".mp1", ".mpa",  ".caf",  ".w64", ".rf64", ".au",  ".snd",  ".voc",
    ".amr",  ".spx",  ".dsf", ".dff", ".ra",   ".alac", ".shn", ".mod",  ".xm",  ".it",   ".s3m"};

bool has_sound_ending(const fs::path& path) {
    const auto ending = to_lower_ascii(path.extension().string());
    return std::ranges::find(sound_endings, ending) != sound_endings.end();
}

bool is_hidden(const fs::path& path) { return path.filename().string().starts_with('.'); }

std::int64_t modified_ns(const fs::path& path) {
    std::error_code error;
    const auto time = std::chrono::file_clock::to_sys(fs::last_write_time(path, error));
    return error ? 0 : std::chrono::duration_cast<std::chrono::nanoseconds>(time.time_since_epoch()).count();
}

void add_file(const fs::path& path, std::vector<SoundFile>& files) {
    std::error_code error;
    const auto size = fs::file_size(path, error);
    files.push_back({path.string(), error ? 0 : static_cast<std::int64_t>(size), modified_ns(path)});
}

void walk(const fs::path& folder, SoundFiles& found) {
    std::error_code error;
    std::vector<fs::path> folders;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        if (is_hidden(entry->path())) continue;
        std::error_code ignored;  // an entry that is gone meanwhile is not one of ours
        if (entry->is_directory(ignored) && !entry->is_symlink(ignored)) {
            folders.push_back(entry->path());
        } else if (has_sound_ending(entry->path()) && entry->is_regular_file(ignored)) {
            add_file(entry->path(), found.files);
        }
    }
    if (error) found.problems.push_back(fmt::format("{}: {}", folder.string(), error.message()));
    for (const auto& inner : folders) walk(inner, found);
}

}  // namespace

SoundFiles find_sound_files(const std::vector<fs::path>& paths) {
    SoundFiles found;
    for (const auto& named : paths) {
        std::error_code error;
        const auto path = fs::absolute(named, error).lexically_normal();
        const auto status = fs::status(path, error);
        if (!fs::exists(status)) fail(ErrorCode::not_found, "there is nothing at {}", named.string());
        if (fs::is_directory(status)) {
            walk(path, found);
        } else {
            add_file(path, found.files);
        }
    }
    std::ranges::sort(found.files, {}, &SoundFile::path);
    const auto repeated = std::ranges::unique(found.files, {}, &SoundFile::path);
    found.files.erase(repeated.begin(), repeated.end());
    std::ranges::sort(found.problems);
    return found;
}

std::uint64_t content_of(const fs::path& path) {
    // Opening a pipe would wait for somebody to write into it.
    const files::Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!file) fail(ErrorCode::unavailable, "it cannot be opened; may you read it?");
    struct stat about {};
    if (::fstat(file.get(), &about) == 0 && !S_ISREG(about.st_mode))
        fail(ErrorCode::invalid_argument, "it is not a file");
    std::string block(block_size, '\0');
    std::uint64_t hash = 0;
    while (true) {
        const auto n = files::read_up_to(file.get(), block);
        if (n < 0) fail(ErrorCode::unavailable, "it cannot be read to its end");
        if (n == 0) return hash;
        hash =
            combine_hashes(hash, stable_hash(std::string_view(block).substr(0, static_cast<std::size_t>(n))));
    }
}

bool is_place_left(const fs::path& file) {
    std::error_code error;
    for (fs::path at = file;; at = at.parent_path()) {
        const auto type = fs::status(at, error).type();
        if (type == fs::file_type::directory) return at != file && !fs::is_empty(at, error) && !error;
        if (type != fs::file_type::not_found || at == at.parent_path()) return false;
    }
}

std::vector<SoundFile> RestedFiles::take(std::vector<SoundFile> now) {
    std::vector<SoundFile> fresh;
    std::vector<SoundFile> rested;
    std::vector<SoundFile> moving;
    std::ranges::set_difference(now, done_, std::back_inserter(fresh));
    std::ranges::set_intersection(fresh, before_, std::back_inserter(rested));
    std::ranges::set_difference(fresh, before_, std::back_inserter(moving));
    if (!rested.empty()) {
        done_.clear();
        std::ranges::set_difference(now, moving, std::back_inserter(done_));
    }
    before_ = std::move(now);
    return rested;
}

}  // namespace attune::engine
