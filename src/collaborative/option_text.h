#pragma once

#include "core/error.h"
#include "core/options.h"
#include "core/text.h"

#include <charconv>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace attune::collaborative {

/// An option with a few named values, beside the numeric Option of the core. The names are in the order of
/// the enumerators, which count from 0.
template <class E>
struct Choice {
    std::string_view name;
    E& value;
    std::span<const std::string_view> names;
    std::string_view help;
};

namespace text_of_options {

template <class T>
std::string value_text(const Option<T>& option) {
    return fmt::format("{}", option.value);
}

template <class E>
std::string value_text(const Choice<E>& option) {
    return std::string(option.names[static_cast<std::size_t>(option.value)]);
}

template <class T>
std::string range_text(const Option<T>& option) {
    return fmt::format("[{}, {}]", option.least, option.most);
}

template <class E>
std::string range_text(const Choice<E>& option) {
    return fmt::format("{}", fmt::join(option.names, " | "));
}

template <class T>
void read(const Option<T>& option, std::string_view text) {
    T value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    require(error == std::errc() && end == text.data() + text.size(), "{} must be a number, got '{}'",
            option.name, text);
    require(option.least <= value && value <= option.most, "{} must be in [{}, {}], got {}", option.name,
            option.least, option.most, value);
    option.value = value;
}

template <class E>
void read(const Choice<E>& option, std::string_view text) {
    for (std::size_t i = 0; i < option.names.size(); ++i) {
        if (option.names[i] != text) continue;
        option.value = static_cast<E>(i);
        return;
    }
    fail(ErrorCode::invalid_argument, "{} must be one of {}, got '{}'", option.name,
         fmt::join(option.names, ", "), text);
}

}  // namespace text_of_options

/// Sets what "factors=64,solver=cg" names; the rest stays as it is. An empty text sets nothing.
/// @throws Error{invalid_argument} for an unknown name, naming the known ones, or a value out of its range
template <class Options>
void read_options(Options& options, std::string_view text) {
    if (trim(text).empty()) return;
    for (const std::string_view part : split(text, ",")) {
        const std::size_t equals = part.find('=');
        require(equals != std::string_view::npos, "an option is written name=value, got '{}'", part);
        const std::string_view name = trim(part.substr(0, equals));
        bool known = false;
        std::vector<std::string_view> names;
        options.describe([&](const auto& option) {
            names.push_back(option.name);
            if (option.name != name) return;
            text_of_options::read(option, trim(part.substr(equals + 1)));
            known = true;
        });
        require(known, "no option '{}'; there are: {}", name, fmt::join(names, ", "));
    }
}

/// All options as read_options() reads them.
template <class Options>
std::string options_text(Options options) {
    std::string text;
    options.describe([&](const auto& option) {
        text +=
            fmt::format("{}{}={}", text.empty() ? "" : ",", option.name, text_of_options::value_text(option));
    });
    return text;
}

/// One line an option: name, default, range, meaning.
template <class Options>
std::string describe_options() {
    std::string text;
    Options().describe([&](const auto& option) {
        text += fmt::format("{} = {}  {}  {}\n", option.name, text_of_options::value_text(option),
                            text_of_options::range_text(option), option.help);
    });
    return text;
}

}  // namespace attune::collaborative
