#include "engine/sound/sound_files.h"

#include "core/error.h"
#include "core/hash.h"
#include "core/text.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <fstream>

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

void walk(const fs::path& folder, std::vector<SoundFile>& files) {
    std::error_code error;
    fs::recursive_directory_iterator entry(folder, fs::directory_options::skip_permission_denied, error);
    for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
        if (is_hidden(entry->path())) {
            if (entry->is_directory(error)) entry.disable_recursion_pending();
        } else if (has_sound_ending(entry->path()) && entry->is_regular_file(error)) {
            add_file(entry->path(), files);
        }
        error.clear();  // an entry that cannot be looked at is not one of ours
    }
}

}  // namespace

std::vector<SoundFile> find_sound_files(const std::vector<fs::path>& paths) {
    std::vector<SoundFile> files;
    for (const auto& named : paths) {
        std::error_code error;
        const auto path = fs::absolute(named, error).lexically_normal();
        const auto status = fs::status(path, error);
        if (!fs::exists(status)) fail(ErrorCode::not_found, "there is nothing at {}", named.string());
        if (fs::is_directory(status)) {
            walk(path, files);
        } else {
            add_file(path, files);
        }
    }
    std::ranges::sort(files, {}, &SoundFile::path);
    const auto repeated = std::ranges::unique(files, {}, &SoundFile::path);
    files.erase(repeated.begin(), repeated.end());
    return files;
}

std::uint64_t content_of(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) fail(ErrorCode::unavailable, "it cannot be opened; may you read it?");
    std::string block(block_size, '\0');
    std::uint64_t hash = 0;
    while (in) {
        in.read(block.data(), static_cast<std::streamsize>(block.size()));
        const auto n = static_cast<std::size_t>(in.gcount());
        if (n > 0) hash = combine_hashes(hash, stable_hash(std::string_view(block).substr(0, n)));
    }
    if (in.bad()) fail(ErrorCode::unavailable, "it cannot be read to its end");
    return hash;
}

}  // namespace attune::engine
