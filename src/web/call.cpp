#include "core/error.h"
#include "core/parse_all.h"
#include "core/text.h"
#include "web/routes.h"
#include "web/service.h"

#include <algorithm>
#include <cmath>

namespace attune::web {
namespace {

constexpr std::size_t longest_file_name = 200;

template <class Number>
Number parsed(std::string_view name, std::string_view text) {
    const auto value = parse_all<Number>(text);
    require(value.has_value(), "'{}' must be a number, got '{}'", name, text);
    return *value;
}

std::vector<std::string> split_texts(std::string_view text, std::string_view separator) {
    const auto parts = split(text, separator);
    return {parts.begin(), parts.end()};
}

bool is_text(const Json& json) { return json.is_string(); }
bool is_number(const Json& json) { return json.is_number(); }

bool declares(const std::vector<Field>& fields, std::string_view name) {
    return std::ranges::find(fields, name, &Field::name) != fields.end();
}

/// The body as an object. @throws Error{invalid_argument}
Json read_body(const Request& request, const Route& route) {
    if (route.takes_file || request.body.empty()) return Json::object();
    Json body = Json::parse(request.body, nullptr, false);
    require(body.is_object(), "the body must be a JSON object");
    for (const auto& [name, value] : body.items()) {
        require(declares(route.body, name), "{} {} has no '{}' in its body", route.method, route.path, name);
    }
    return body;
}

}  // namespace

Call::Call(Service& of, Request& asked, const Admission& admission, LibraryRef in_use, std::stop_token stop)
    : service(of),
      request(asked),
      path_(admission.path),
      in_use_(std::move(in_use)),
      stop_(std::move(stop)),
      body_(read_body(asked, *admission.route)) {
    const auto& route = *admission.route;
    for (const auto& [name, value] : request.query) {
        require(declares(route.query, name), "{} {} has no parameter '{}'", route.method, route.path, name);
        body_.emplace(name, value);
    }
}

LibraryRef Call::library() const {
    auto person = text("person");
    return {in_use_.directory, person.empty() ? in_use_.person : std::move(person)};
}

LibraryPool::Lease Call::lend() const {
    auto workspace = service.library().lend(library());
    workspace->task = Task(nullptr, stop_);
    return workspace;
}

std::int64_t Call::path_number(const std::string& name) const {
    return parsed<std::int64_t>(name, path(name));
}

std::string Call::file_name() const {
    const auto given = needed_text("name");
    auto name = given.substr(given.find_last_of("/\\") + 1);
    require(!name.empty() && name != "." && name != ".." && name.size() <= longest_file_name &&
                std::ranges::none_of(name, [](char c) { return static_cast<unsigned char>(c) < ' '; }),
            "'name' must be the name of a file, got '{}'", given);
    return name;
}

const Json* Call::value(std::string_view name) const {
    const auto found = body_.find(name);
    return found == body_.end() || found->is_null() ? nullptr : &*found;
}

std::string Call::text(std::string_view name, std::string_view otherwise) const {
    const auto* given = value(name);
    if (given == nullptr) return std::string(otherwise);
    require(given->is_string(), "'{}' must be a text", name);
    return given->get<std::string>();
}

std::string Call::needed_text(std::string_view name) const {
    auto given = text(name);
    require(!given.empty(), "'{}' is missing", name);
    return given;
}

std::size_t Call::number(std::string_view name, std::size_t least, std::size_t most,
                         std::size_t otherwise) const {
    const auto* given = value(name);
    if (given == nullptr || *given == "") return otherwise;
    require(given->is_string() || given->is_number_unsigned(), "'{}' must be a whole number", name);
    const auto number = given->is_string() ? parsed<std::size_t>(name, given->get_ref<const std::string&>())
                                           : given->get<std::size_t>();
    require(number >= least && number <= most, "'{}' must be in [{}, {}], got {}", name, least, most, number);
    return number;
}

double Call::real(std::string_view name, double least, double most, double otherwise) const {
    const auto* given = value(name);
    if (given == nullptr) return otherwise;
    require(given->is_number() || given->is_string(), "'{}' must be a number", name);
    const auto number = given->is_string() ? parsed<double>(name, given->get_ref<const std::string&>())
                                           : given->get<double>();
    require(number >= least && number <= most, "'{}' must be in [{}, {}], got {}", name, least, most, number);
    return number;
}

bool Call::flag(std::string_view name, bool otherwise) const {
    const auto* given = value(name);
    if (given == nullptr || *given == "") return otherwise;
    if (given->is_boolean()) return given->get<bool>();
    require(*given == "true" || *given == "false", "'{}' must be true or false", name);
    return *given == "true";
}

std::vector<std::string> Call::texts(std::string_view name) const {
    const auto* given = value(name);
    if (given == nullptr) return {};
    if (given->is_string()) return split_texts(given->get_ref<const std::string&>(), "|");
    const bool is_list = given->is_array() && std::ranges::all_of(*given, is_text);
    require(is_list, "'{}' must be a list of texts", name);
    return given->get<std::vector<std::string>>();
}

std::vector<double> Call::reals(std::string_view name) const {
    const auto* given = value(name);
    if (given == nullptr) return {};
    const bool is_list = given->is_array() && std::ranges::all_of(*given, is_number);
    require(is_list, "'{}' must be a list of numbers", name);
    return given->get<std::vector<double>>();
}

}  // namespace attune::web
