#include "web/answer_cache.h"

namespace attune::web {
namespace {

/// A page asks for the same a few times at once, and is to see what is new.
constexpr int most_who_wait = 2;
/// Whoever was to find out did not: the request was refused, or its connection ended.
constexpr auto longest_until_begun = std::chrono::seconds(60);

}  // namespace

std::optional<Response> AnswerCache::find(const std::string& key, const std::string& stamp) {
    const std::lock_guard lock(mutex_);
    const auto found = entries_.find(key);
    if (found == entries_.end() || found->second.stamp != stamp) return std::nullopt;
    return found->second.response;
}

std::optional<Response> AnswerCache::find_old(const std::string& key) {
    const std::lock_guard lock(mutex_);
    auto& asked = asked_[key];
    if (!asked.is_under_way && std::chrono::steady_clock::now() - asked.since > longest_until_begun)
        asked = Asked();
    const auto old = entries_.find(key);
    if (++asked.n_asked <= most_who_wait || old == entries_.end()) return std::nullopt;
    return old->second.response;
}

AnswerCache::Turn::Turn(AnswerCache& cache, std::string key) : cache_(cache), key_(std::move(key)) {
    std::unique_lock lock(cache_.mutex_);
    cache_.turn_ends_.wait(lock, [this] { return !cache_.asked_[key_].is_under_way; });
    cache_.asked_[key_].is_under_way = true;
}

AnswerCache::Turn::~Turn() {
    const std::lock_guard lock(cache_.mutex_);
    cache_.asked_.erase(key_);
    cache_.turn_ends_.notify_all();
}

void AnswerCache::keep(const std::string& key, const std::string& stamp, const Response& response) {
    const auto size = response.body.bytes.size() + key.size();
    if (size > most_) return;
    const std::lock_guard lock(mutex_);
    if (n_bytes_ + size > most_) {
        entries_.clear();
        n_bytes_ = 0;
    }
    n_bytes_ += size;  // of what is replaced as well: it only makes the next clearing come sooner
    entries_.insert_or_assign(key, Entry{stamp, response});
}

}  // namespace attune::web
