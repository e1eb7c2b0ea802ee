#include "engine/intake/read_ahead.h"

#include <array>
#include <chrono>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>
#include <utility>
#include <variant>
#include <vector>

namespace attune::engine {
namespace {

using sources::Place;

// A row of a history takes half a kilobyte: some MB in all, and a batch is worth some hundred microseconds of
// work, many times what it costs to hand it over.
constexpr std::size_t rows_in_batch = 256;
constexpr std::size_t batches_between = 8;

/// So long a file may give no rows before others are let in: a pipe, or a disk far away.
constexpr std::chrono::milliseconds long_wait{20};

struct ListenRow {
    library::Listen listen;
    library::ListenSource source = library::ListenSource::csv;
};

struct DroppedRow {
    sources::DropReason reason = sources::DropReason::unreadable;
    std::uint64_t digest = 0;
};

struct Problem {
    std::string message;
};

struct Told {
    std::variant<ListenRow, library::PlaylistEntry, library::Mark, library::CatalogueTrack,
                 library::ArtistGenres, library::CommunityPlay, library::CommunityTagging,
                 library::CommunityName, DroppedRow, Problem>
        what;
    Place place;
};

struct Batch {
    std::vector<Told> told = std::vector<Told>(rows_in_batch);
    std::size_t size = 0;
};

/// Ends the reading thread when nobody listens any more.
struct Abandoned {};

/// Batches that go round between one that fills and one that empties them.
class Ring {
  public:
    /// The next batch to fill. @throws Abandoned
    Batch& to_fill() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return n_filled_ - n_emptied_ < batches_.size() || is_abandoned_; });
        if (is_abandoned_) throw Abandoned();
        return batches_[n_filled_ % batches_.size()];
    }

    void filled() { advance(n_filled_); }

    /// The next batch to empty; null when there are no more. While there is none for long `idle` is called.
    Batch* to_empty(const std::function<void()>& idle) {
        std::unique_lock lock(mutex_);
        while (!changed_.wait_for(lock, long_wait, [&] { return n_emptied_ < n_filled_ || has_ended_; })) {
            lock.unlock();
            idle();
            lock.lock();
        }
        return n_emptied_ < n_filled_ ? &batches_[n_emptied_ % batches_.size()] : nullptr;
    }

    void emptied() { advance(n_emptied_); }

    /// The last batch has been filled.
    void end() { set(has_ended_); }

    /// No batch will be emptied any more.
    void abandon() { set(is_abandoned_); }

  private:
    void advance(std::size_t& counter) {
        {
            const std::scoped_lock lock(mutex_);
            ++counter;
        }
        changed_.notify_all();
    }

    void set(bool& flag) {
        {
            const std::scoped_lock lock(mutex_);
            flag = true;
        }
        changed_.notify_all();
    }

    std::mutex mutex_;
    std::condition_variable changed_;
    std::array<Batch, batches_between> batches_;
    std::size_t n_filled_ = 0;
    std::size_t n_emptied_ = 0;
    bool has_ended_ = false;
    bool is_abandoned_ = false;
};

/// Writes down what a source says.
class BatchSink final : public sources::RecordSink {
  public:
    explicit BatchSink(Ring& ring) : ring_(&ring) {}

    void listen(library::Listen&& listen, library::ListenSource source, Place place) override {
        auto& row = next<ListenRow>(place);
        // The source gets the strings of an old row and can write its next into them.
        std::swap(row.listen, listen);
        row.source = source;
    }
    void playlist_entry(library::PlaylistEntry&& entry, Place place) override {
        next<library::PlaylistEntry>(place) = std::move(entry);
    }
    void mark(library::Mark&& mark, Place place) override { next<library::Mark>(place) = std::move(mark); }
    void catalogue_track(library::CatalogueTrack&& track, Place place) override {
        next<library::CatalogueTrack>(place) = std::move(track);
    }
    void artist_genres(library::ArtistGenres&& genres, Place place) override {
        next<library::ArtistGenres>(place) = std::move(genres);
    }
    void community_play(library::CommunityPlay&& play, Place place) override {
        std::swap(next<library::CommunityPlay>(place), play);
    }
    void community_tagging(library::CommunityTagging&& tagging, Place place) override {
        std::swap(next<library::CommunityTagging>(place), tagging);
    }
    void community_name(library::CommunityName&& name, Place place) override {
        next<library::CommunityName>(place) = std::move(name);
    }
    void dropped(sources::DropReason reason, Place place, std::uint64_t digest) override {
        next<DroppedRow>(place) = {reason, digest};
    }
    void problem(std::string_view message, Place place) override { next<Problem>(place).message = message; }

    /// Hands over what has been written since the last full batch.
    void flush() {
        if (batch_ != nullptr) ring_->filled();
        batch_ = nullptr;
    }

  private:
    /// The next place to write to; what it holds is old.
    template <class What>
    What& next(Place place) {
        if (batch_ != nullptr && batch_->size == rows_in_batch) flush();
        if (batch_ == nullptr) {
            batch_ = &ring_->to_fill();
            batch_->size = 0;
        }
        Told& told = batch_->told[batch_->size++];
        told.place = place;
        if (!std::holds_alternative<What>(told.what)) told.what.emplace<What>();
        return std::get<What>(told.what);
    }

    Ring* ring_;
    Batch* batch_ = nullptr;
};

/// Says it again.
struct Retell {
    sources::RecordSink& sink;
    Place place;

    void operator()(ListenRow& row) const { sink.listen(std::move(row.listen), row.source, place); }
    void operator()(library::PlaylistEntry& entry) const { sink.playlist_entry(std::move(entry), place); }
    void operator()(library::Mark& mark) const { sink.mark(std::move(mark), place); }
    void operator()(library::CatalogueTrack& track) const { sink.catalogue_track(std::move(track), place); }
    void operator()(library::ArtistGenres& genres) const { sink.artist_genres(std::move(genres), place); }
    void operator()(library::CommunityPlay& play) const { sink.community_play(std::move(play), place); }
    void operator()(library::CommunityTagging& row) const { sink.community_tagging(std::move(row), place); }
    void operator()(library::CommunityName& name) const { sink.community_name(std::move(name), place); }
    void operator()(const DroppedRow& row) const { sink.dropped(row.reason, place, row.digest); }
    void operator()(const Problem& problem) const { sink.problem(problem.message, place); }
};

/// Lets the reading thread go, however the reading ends.
class AbandonAtEnd {
  public:
    explicit AbandonAtEnd(Ring& ring) : ring_(&ring) {}
    AbandonAtEnd(const AbandonAtEnd&) = delete;
    AbandonAtEnd& operator=(const AbandonAtEnd&) = delete;
    ~AbandonAtEnd() { ring_->abandon(); }

  private:
    Ring* ring_;
};

}  // namespace

void read_ahead(const std::function<void(sources::RecordSink&)>& read, sources::RecordSink& sink,
                const std::function<void()>& idle) {
    Ring ring;
    std::exception_ptr failure;
    std::jthread reader([&] {
        BatchSink batches(ring);
        try {
            read(batches);
        } catch (const Abandoned&) {
            return;
        } catch (...) {
            failure = std::current_exception();
        }
        batches.flush();
        ring.end();
    });
    const AbandonAtEnd guard(ring);  // goes before the thread is joined
    while (Batch* batch = ring.to_empty(idle)) {
        for (std::size_t i = 0; i < batch->size; ++i) {
            std::visit(Retell{sink, batch->told[i].place}, batch->told[i].what);
        }
        ring.emptied();
    }
    if (failure) std::rethrow_exception(failure);
}

}  // namespace attune::engine
