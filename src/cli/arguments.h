#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace attune::cli {

/// The arguments of one command, declared one by one: where each value goes and what it means to people.
/// The only door to the parsing library.
class Arguments {
  public:
    explicit Arguments(CLI::App& app) : app_(app) {}

    void flag(const std::string& name, bool& value, const std::string& help);
    void option(const std::string& name, std::string& value, const std::string& help);
    void option(const std::string& name, std::vector<std::string>& values, const std::string& help);
    void option(const std::string& name, std::uint64_t& value, std::uint64_t least, std::uint64_t most,
                const std::string& help);
    void option(const std::string& name, double& value, double least, double most, const std::string& help);

    /// One word, required or not.
    void positional(const std::string& name, std::string& value, const std::string& help, bool required);

    /// As many words as there are, at least one if required.
    void positionals(const std::string& name, std::vector<std::string>& values, const std::string& help,
                     bool required);

  private:
    CLI::App& app_;
};

}  // namespace attune::cli
