#pragma once

#include "shapes/to_json.h"
#include "web/routes.h"
#include "web/service.h"

namespace attune::web {

/// A whole answer of a shape, with the notice of the library where it has one.
template <class Shape>
Response shape_response(const Shape& shape, std::string_view notice = "") {
    return json_response(shapes::written_as(shapes::type_of<Shape>(), &shape), notice);
}

/// Answers with what `make` reads from the library.
template <class Make>
Response reading(Call& call, Make&& make) {
    const auto workspace = call.lend();
    return shape_response(make(*workspace), workspace->notice);
}

/// Says that the library changed, whatever became of the work: what fails midway may have stored a part.
class Changing {
  public:
    explicit Changing(LibraryPool& library) : library_(library) {}
    Changing(const Changing&) = delete;
    Changing& operator=(const Changing&) = delete;
    ~Changing() { library_.changed(); }

  private:
    LibraryPool& library_;
};

/// Answers with what `make` has changed in the library.
template <class Make>
Response changing(Call& call, Make&& make) {
    const auto workspace = call.lend();
    const auto shape = [&] {
        const Changing changing(call.service.library());
        return make(*workspace);
    }();
    return shape_response(shape, workspace->notice);
}

}  // namespace attune::web
