#include "tasks.h"

#include <cstdio>
#include <functional>

int main(int argc, char** argv) {
    using namespace attune::bench;
    const std::map<std::string, std::function<void(const Settings&)>> tasks{
        {"classify", classify},      {"isolate", isolate},     {"least_squares", least_squares},
        {"map", attune::bench::map}, {"propagate", propagate}, {"genres", study_classes},
        {"numbers", study_numbers}};
    if (argc < 2 || !tasks.contains(argv[1])) {
        std::fputs("usage: learning_tasks TASK NAME=VALUE...; run.py calls it\n", stderr);
        return 2;
    }
    Settings settings;
    for (int i = 2; i < argc; ++i) {
        const std::string argument = argv[i];
        const auto equals = argument.find('=');
        settings.values[argument.substr(0, equals)] =
            equals == std::string::npos ? "" : argument.substr(equals + 1);
    }
    try {
        tasks.at(argv[1])(settings);
    } catch (const attune::Error& error) {
        std::fprintf(stderr, "learning_tasks: %s\n", error.what());
        return 1;
    }
    return 0;
}
