#include "core/error.h"
#include "csv_table.h"
#include "hard.h"
#include "map.h"
#include "tree.h"

#include <fmt/format.h>

#include <exception>
#include <string>

int main(int argc, char** argv) {
    using namespace attune;
    const std::string part = argc > 1 ? argv[1] : "tree";
    const auto data = seed::data_directory();
    try {
        if (!seed::has_data(data / "artist_genres")) return 0;
        if (part == "tree") return genres_benchmark::judge_branches(data) ? 0 : 1;
        if (part == "map") return genres_benchmark::judge_map(data) ? 0 : 1;
        if (part == "hard") {
            genres_benchmark::print_hard_names(data);
            return 0;
        }
        fail(ErrorCode::invalid_argument, "the parts are tree, map and hard, got '{}'", part);
    } catch (const std::exception& error) {
        fmt::print(stderr, "genres_benchmark: {}\n", error.what());
        return 2;
    }
}
