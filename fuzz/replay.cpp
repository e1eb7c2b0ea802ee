// Stands in for libFuzzer where the compiler has none: runs the target once for each file that is named, or
// stands in a folder that is named.
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

namespace fs = std::filesystem;

void replay(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    const std::string bytes(std::istreambuf_iterator<char>(in), {});
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
}

std::size_t replay_all(const fs::path& path) {
    if (!fs::is_directory(path)) {
        replay(path);
        return 1;
    }
    std::size_t n_files = 0;
    for (const auto& entry : fs::recursive_directory_iterator(path)) {
        if (!entry.is_regular_file()) continue;
        replay(entry.path());
        ++n_files;
    }
    return n_files;
}

}  // namespace

int main(int argc, char** argv) {
    std::size_t n_files = 0;
    for (int i = 1; i < argc; ++i) n_files += replay_all(argv[i]);
    std::printf("%zu files replayed\n", n_files);
    return n_files == 0 ? 1 : 0;
}
