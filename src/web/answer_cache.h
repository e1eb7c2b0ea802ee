#pragma once

#include "web/http.h"

#include <cstddef>
#include <map>
#include <mutex>
#include <optional>
#include <string>

namespace attune::web {

/// Answers that hold as long as the library stays as it is. From several threads.
class AnswerCache {
  public:
    /// @param most  bytes of answers to keep; when they are more, all go
    explicit AnswerCache(std::size_t most) : most_(most) {}

    /// The answer to `key`, if it was made at `stamp`.
    std::optional<Response> find(const std::string& key, const std::string& stamp);
    void keep(const std::string& key, const std::string& stamp, const Response& response);

  private:
    struct Entry {
        std::string stamp;
        Response response;
    };
    std::size_t most_;
    std::mutex mutex_;
    std::size_t n_bytes_ = 0;
    std::map<std::string, Entry> entries_;
};

}  // namespace attune::web
