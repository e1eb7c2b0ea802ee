#pragma once

#include "core/error.h"
#include "core/task.h"
#include "engine/intake/import.h"
#include "sources/source.h"
#include "store/store.h"

#include <atomic>
#include <optional>

namespace attune::engine {

/// Counts what is read, and ends the reading if the person asked to stop: also where no row comes for long.
class CountedStream final : public sources::ByteStream {
  public:
    CountedStream(sources::ByteStream& in, const Task& task) : in_(in), task_(task) {}

    std::uint64_t n_read() const { return n_read_.load(std::memory_order_relaxed); }
    std::size_t read(std::span<char> buffer) override;

  private:
    sources::ByteStream& in_;
    const Task& task_;
    std::atomic<std::uint64_t> n_read_ = 0;  // read by the thread that stores, see read_ahead()
};

/// Counts what becomes of each row of one file. What is done with rows, others say; a kind of row that an
/// import does not ask for never comes, because the sources of that import do not read it.
class CountingSink : public sources::RecordSink {
  public:
    CountingSink(const Task& task, FileReport& report, const CountedStream& stream, std::uint64_t size)
        : task_(task), report_(report), stream_(stream), size_(size) {}

    void listen(library::Listen&&, library::ListenSource, sources::Place place) override { refuse(place); }
    void playlist_entry(library::PlaylistEntry&&, sources::Place place) override { refuse(place); }
    void mark(library::Mark&&, sources::Place place) override { refuse(place); }
    void catalogue_track(library::CatalogueTrack&&, sources::Place place) override { refuse(place); }
    void artist_genres(library::ArtistGenres&&, sources::Place place) override { refuse(place); }
    void community_play(library::CommunityPlay&&, sources::Place place) override { refuse(place); }
    void community_tagging(library::CommunityTagging&&, sources::Place place) override { refuse(place); }
    void community_name(library::CommunityName&&, sources::Place place) override { refuse(place); }

    void dropped(sources::DropReason reason, sources::Place place, std::uint64_t digest) final;
    void problem(std::string_view message, sources::Place place) final;

    /// All rows of the file have come.
    virtual void finish() {}

    /// The import that rests after each row.
    void rest_by(store::Import* import) noexcept { import_ = import; }

    /// No row is under way: others may write, if it is time.
    void rest() {
        if (import_ != nullptr) import_->rest();
    }

  protected:
    /// True if a dropped row with this digest never came before.
    virtual bool is_new_drop(std::uint64_t digest) = 0;

    const FileReport& report() const noexcept { return report_; }

    /// Counts a row by what `add` says became of it: a Fate, or nothing for a row that dropped() has counted.
    template <class Add>
    void count(sources::Place place, Add add) {
        next_row();
        try {
            count_fate(add());
        } catch (const Error& error) {
            refuse_row(error, place);
        }
        rest();
    }

    /// Counts a row that is dropped in the midst of count().
    void count_drop(sources::DropReason reason, std::uint64_t digest);

  private:
    void next_row();
    void count_fate(std::optional<store::Fate> fate);
    void refuse(sources::Place place);
    void refuse_row(const Error& error, sources::Place place);

    const Task& task_;
    FileReport& report_;
    const CountedStream& stream_;
    std::uint64_t size_;
    store::Import* import_ = nullptr;
};

}  // namespace attune::engine
