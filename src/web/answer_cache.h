#pragma once

#include "web/http.h"

#include <condition_variable>
#include <cstddef>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>

namespace attune::web {

/// Answers that hold as long as the library stays as it is. From several threads.
class AnswerCache {
  public:
    /// @param most  bytes of answers to keep; when they are more, all go
    explicit AnswerCache(std::size_t most) : most_(most) {}

    /// The answer to `key`, if it was made at `stamp`.
    std::optional<Response> find(const std::string& key, const std::string& stamp);
    /// The answer of before, if somebody is finding out a new one.
    std::optional<Response> find_old(const std::string& key);

    /// The right to find out the answer to `key`; waits until nobody else has it.
    class Turn {
      public:
        Turn(AnswerCache& cache, std::string key);
        Turn(const Turn&) = delete;
        Turn& operator=(const Turn&) = delete;
        ~Turn();

      private:
        AnswerCache& cache_;
        std::string key_;
    };

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
    std::set<std::string> turns_;  ///< what somebody is finding out
    std::condition_variable turn_ends_;
};

}  // namespace attune::web
