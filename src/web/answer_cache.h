#pragma once

#include "web/http.h"
#include "web/recent.h"

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <map>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>

namespace attune::web {

/// Answers that hold as long as the library stays as it is. From several threads.
class AnswerCache {
  public:
    /// @param most  bytes of answers to keep; when they are more, those that were not asked for longest go
    explicit AnswerCache(std::size_t most) : entries_(most) {}

    /// The answer to `key`, if it was made at `stamp`.
    std::optional<Response> find(const std::string& key, const std::string& stamp);

    /// The answer of before, for those who ask in a crowd while a new one is found out; nothing for the first few, who
    /// are to wait for the new one. To be asked before what may take long.
    std::optional<Response> find_old(const std::string& key);

    /// The right to find out the answer to `key`; waits until nobody else has it.
    class Turn {
      public:
        /// @throws Error{interrupted} if `stop` was requested meanwhile
        Turn(AnswerCache& cache, std::string key, const std::stop_token& stop);
        Turn(const Turn&) = delete;
        Turn& operator=(const Turn&) = delete;
        ~Turn();

      private:
        AnswerCache& cache_;
        std::string key_;
    };

    void keep(const std::string& key, const std::string& stamp, const Response& response);

    /// For how many keys somebody waits, or was to.
    std::size_t n_asked() const;

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
    void forget_unanswered();

    mutable std::mutex mutex_;
    Recent<Entry> entries_;
    std::map<std::string, Asked> asked_;
    std::condition_variable_any turn_ends_;
};

}  // namespace attune::web
