#pragma once

#include "web/routes.h"
#include "web/service.h"

namespace attune::web {

/// Answers with what `make` reads from the library.
template <class Make>
Response reading(Call& call, Make&& make) {
    const auto workspace = call.lend();
    return json_response(make(*workspace), workspace->notice);
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
    Json json = [&] {
        const Changing changing(call.service.library());
        return make(*workspace);
    }();
    return json_response(std::move(json), workspace->notice);
}

}  // namespace attune::web
