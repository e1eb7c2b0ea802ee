#include "web/answer_cache.h"

#include "core/error.h"

#include <algorithm>

namespace attune::web {
namespace {

/// A page asks for the same a few times at once, and is to see what is new.
constexpr int most_who_wait = 2;
/// Whoever was to find out did not: the request was refused, or its connection ended.
constexpr auto longest_until_begun = std::chrono::seconds(60);
/// Keys that are asked for at once. There are fewer connections; the rest are of those who were refused.
constexpr std::size_t most_asked = 2000;

}  // namespace

std::optional<Response> AnswerCache::find(const std::string& key, const std::string& stamp) {
    const std::lock_guard lock(mutex_);
    const auto* found = entries_.find(key);
    if (found == nullptr || found->stamp != stamp) return std::nullopt;
    return found->response;
}

std::optional<Response> AnswerCache::find_old(const std::string& key) {
    const std::lock_guard lock(mutex_);
    const auto* old = entries_.find(key);
    if (old == nullptr) return std::nullopt;
    if (asked_.size() >= most_asked && !asked_.contains(key)) forget_unanswered();
    auto& asked = asked_[key];
    if (!asked.is_under_way && std::chrono::steady_clock::now() - asked.since > longest_until_begun)
        asked = Asked();
    if (++asked.n_asked <= most_who_wait) return std::nullopt;
    return old->response;
}

/// All for whom nobody is finding out: if somebody still is to, the next who ask count from one again.
void AnswerCache::forget_unanswered() {
    std::erase_if(asked_, [](const auto& asked) { return !asked.second.is_under_way; });
}

AnswerCache::Turn::Turn(AnswerCache& cache, std::string key, const std::stop_token& stop)
    : cache_(cache), key_(std::move(key)) {
    std::unique_lock lock(cache_.mutex_);
    const auto is_free = [this] {
        const auto asked = cache_.asked_.find(key_);
        return asked == cache_.asked_.end() || !asked->second.is_under_way;
    };
    cache_.turn_ends_.wait(lock, stop, is_free);
    if (stop.stop_requested()) fail(ErrorCode::interrupted, "nobody waits for this answer any more");
    cache_.asked_[key_].is_under_way = true;
}

AnswerCache::Turn::~Turn() {
    const std::lock_guard lock(cache_.mutex_);
    cache_.asked_.erase(key_);
    cache_.turn_ends_.notify_all();
}

void AnswerCache::keep(const std::string& key, const std::string& stamp, const Response& response) {
    const std::lock_guard lock(mutex_);
    entries_.keep(key, {stamp, response}, response.body.bytes.size() + 2 * key.size() + stamp.size());
}

std::size_t AnswerCache::n_asked() const {
    const std::lock_guard lock(mutex_);
    return asked_.size();
}

}  // namespace attune::web
