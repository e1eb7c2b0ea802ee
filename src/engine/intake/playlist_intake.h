#pragma once

#include "sources/source.h"
#include "store/store.h"

#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

namespace attune::engine {

/// The files of sound that the library knows, by how lists of players name them.
class KnownFiles {
  public:
    explicit KnownFiles(store::Store& store);

    /// The track of a file that a list in `folder` names: by this very path, from the folder of the list, or (where lists
    /// were written on another machine) by the end of its path, two names at least, if just one file has it.
    std::optional<library::TrackId> find(const std::string& path, const std::filesystem::path& folder) const;

    bool empty() const noexcept { return by_path_.empty(); }

  private:
    std::unordered_map<std::string, library::TrackId> by_path_;
    std::unordered_multimap<std::string, const std::string*> by_name_;
};

/// The lists of one import, over all of its files: two of a name are two, and what was imported before is found again by
/// what it holds.
class PlaylistIntake {
  public:
    PlaylistIntake(store::Store& store, library::PersonId person) : store_(&store), person_(person) {}

    struct Entry {
        library::PlaylistEntry entry;
        sources::Place place;
    };

    /// One list of a file, in order.
    struct List {
        std::string kind;
        std::string name;
        std::vector<Entry> entries;
    };

    /// Gives each entry the number of its playlist (of those with its name) and how often its track stood on the list
    /// before it. A list is the same as one that was imported before if it holds the same tracks; else it is the one, not
    /// met in this import, with which it shares most; else it is new.
    void place(List& list);

  private:
    store::Store* store_;
    library::PersonId person_;
    std::set<library::PlaylistId> met_;
};

}  // namespace attune::engine
