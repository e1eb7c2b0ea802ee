#pragma once

#include "web/http.h"

#include <chrono>
#include <condition_variable>
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

    /// The answer of before, for those who ask in a crowd while a new one is found out; nothing for the first few, who
    /// are to wait for the new one. To be asked before what may take long.
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
    /// A new answer that is asked for.
    struct Asked {
        int n_asked = 0;
        bool is_under_way = false;
        std::chrono::steady_clock::time_point since = std::chrono::steady_clock::now();
    };
    std::size_t most_;
    std::mutex mutex_;
    std::size_t n_bytes_ = 0;
    std::map<std::string, Entry> entries_;
    std::map<std::string, Asked> asked_;
    std::condition_variable turn_ends_;
};

}  // namespace attune::web
