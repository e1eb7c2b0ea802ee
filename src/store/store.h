#pragma once

#include "core/error.h"
#include "store/repositories/catalogue.h"
#include "store/repositories/community.h"
#include "store/repositories/corrections.h"
#include "store/repositories/identity.h"
#include "store/repositories/imports.h"
#include "store/repositories/labels.h"
#include "store/repositories/listens.h"
#include "store/repositories/people.h"
#include "store/repositories/playlists.h"
#include "store/repositories/runs.h"
#include "store/repositories/sound.h"
#include "store/rows.h"

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace attune::store {

/// Another program is writing to the library, and has been for longer than this one waits: see Store::set_patience().
class Busy final : public Error {
  public:
    Busy()
        : Error(ErrorCode::unavailable,
                "another program is writing to the library; try again when it is done") {}
};

/// How long a change waits for another program, unless somebody says otherwise.
inline constexpr std::chrono::milliseconds default_patience{5000};

/// A group of changes that happens as a whole or not at all. Without commit() the destructor takes everything
/// back. One at a time.
class Transaction {
  public:
    virtual ~Transaction() = default;
    virtual void commit() = 0;

  protected:
    Transaction() = default;
    Transaction(const Transaction&) = default;
    Transaction& operator=(const Transaction&) = default;
};

/// One state of the library for every read until it goes; what others commit meanwhile is not seen. Inside of a
/// Transaction, or of another Reading, it does nothing of its own. While it lives nothing is changed by this Store.
class Reading {
  public:
    virtual ~Reading() = default;

  protected:
    Reading() = default;
    Reading(const Reading&) = default;
    Reading& operator=(const Reading&) = default;
};

/// Counts of committed changes, by what they concern; equal counts of one library mean equal content. They are part of
/// the state that a Reading sees, survive restarts, and any program sees any other's.
struct Revisions {
    /// Tracks, artists, genres, features, tags, external ids, files of sound, corrections.
    std::int64_t music = 0;
    std::int64_t community = 0;  ///< what other people listen to
    std::int64_t people = 0;     ///< who there is, reports of imports
    std::int64_t listens = 0;
    std::int64_t playlists = 0;  ///< with their versions and who adds to them; marks
    std::int64_t labels = 0;     ///< of tracks; blocked artists
    std::int64_t runs = 0;       ///< with their cycles and candidates

    bool operator==(const Revisions&) const = default;
};

/// Everything a library remembers, behind one interface; SQLite is the default behind it. Functions that
/// change something outside of a Transaction are a transaction of their own.
///
/// Every function throws Error{unavailable} if the storage fails (disk full, read only; Busy if another program is
/// writing) and Error{corrupt_data} if what is stored breaks its own rules. A Store belongs to one thread.
///
/// What never gets in: IP addresses, user agents, names of accounts, e-mails, countries. (Of the accounts of
/// a community a salted hash does.)
class Store : public People,
              public Identity,
              public Corrections,
              public Imports,
              public Listens,
              public Catalogue,
              public Playlists,
              public Labels,
              public Runs,
              public Sound,
              public Community {
  public:
    ~Store() override = default;

    /// @throws Busy
    virtual std::unique_ptr<Transaction> begin() = 0;

    /// The same while another program imports, for changes that add none of what imports add (tracks, artists, listens,
    /// catalogues, corrections): playlists made here, labels, runs, lists of candidates. If one does, and another
    /// imports, that change throws Busy.
    virtual std::unique_ptr<Transaction> begin_beside_imports() = 0;

    /// How long a change waits for another program that is writing before it throws Busy.
    virtual void set_patience(std::chrono::milliseconds longest) = 0;

    /// Has changes wait as long as need be instead: each time that the patience has passed `meanwhile` is called, which
    /// may throw to give up. An empty function: as before.
    virtual void wait_for_others(std::function<void()> meanwhile) = 0;

    /// From now on all reads see the library as it is now.
    virtual std::unique_ptr<Reading> read() = 0;

    virtual Revisions revisions() = 0;

    /// Says that something which belongs to the music but lies outside of the store (the owner's genres.txt) has
    /// changed.
    virtual void note_music_changed() = 0;

    /// What was worked out from the library and would take long again: bytes under a name, valid for one key, which
    /// says what they were worked out from (revisions, versions, options). Nothing if another key is kept.
    virtual std::optional<std::string> derived(std::string_view name, std::string_view key) = 0;

    /// Keeps such bytes in the place of what the name had. No revision moves. Where another program is writing just
    /// now, or the disk is full, nothing happens: what is lost is worked out again. Inside of a Reading it is done
    /// when that goes.
    virtual void keep_derived(std::string_view name, std::string_view key, std::string_view bytes) = 0;

    /// Checks the storage itself (pages, indices, references). Empty if all is well, else what is wrong.
    virtual std::vector<FaultRow> check_integrity() = 0;

    /// Deletes the plays that FaultRow calls lost, and gives how many there were.
    virtual std::int64_t delete_lost_plays() = 0;

  protected:
    Store() = default;
    Store(const Store&) = default;
    Store& operator=(const Store&) = default;
};

/// Opens the library in the folder `directory`, making it if `create` and there is none, and brings an older
/// one up to date (numbered migrations, one transaction each).
/// @throws Error{not_found} if there is none and `create` is false; Error{conflict} if it is from a newer
/// version
///         of attune, or another program is writing to it; Error{corrupt_data} if it is not a library of
///         attune; Error{unavailable} if it cannot be opened
std::unique_ptr<Store> open_store(const std::filesystem::path& directory, bool create);

/// Begins a transaction however long another program writes. After each time that the Store's patience was at its end
/// `meanwhile` is called, which may throw to give up.
std::unique_ptr<Transaction> begin_when_free(Store& store, const std::function<void()>& meanwhile);

/// The number of the newest migration that this program knows.
int newest_schema_version() noexcept;

}  // namespace attune::store
