#include "web/exchange.h"

#include "core/json.h"
#include "core/json_text.h"
#include "shapes/serving.h"
#include "shapes/to_json.h"

#include <cstdlib>
#include <system_error>
#include <unistd.h>

namespace attune::web {

Exchange::Exchange(std::string_view uri) {
    const auto question = std::min(uri.find('?'), uri.size());
    request.path = uri.substr(0, question);
    auto query = parse_query(uri.substr(std::min(question + 1, uri.size())));
    is_malformed = !query;
    if (query) request.query = std::move(*query);
}

Exchange::~Exchange() {
    end_body();
    std::error_code ignored;
    if (!request.file.empty()) std::filesystem::remove(request.file, ignored);
}

bool Exchange::take(std::string_view part) {
    received += part.size();
    if (received > admission.limit) return false;
    if (admission.to_folder.empty()) {
        request.body += part;
        return true;
    }
    if (file < 0) {
        std::string name = (admission.to_folder / "upload-XXXXXX").string();
        file = ::mkstemp(name.data());
        if (file < 0) return false;
        request.file = name;
    }
    while (!part.empty()) {
        const auto written = ::write(file, part.data(), part.size());
        if (written <= 0) return false;
        part.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

void Exchange::end_body() {
    if (file >= 0) ::close(file);
    file = -1;
}

Response plain_error(int status, std::string_view code, std::string_view message) {
    const Json json = shapes::to_json(shapes::Failure{{std::string(code), std::string(message)}});
    Response response;
    response.status = status;
    response.body = Body::of(json_text(json, 2) + "\n");
    return response;
}

}  // namespace attune::web
