#pragma once

#include "library/ids.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace attune::store {

/// What the store worked out for one track description.
struct KnownName {
    library::TrackId track;
    std::uint64_t ref = 0;       ///< hash of the track as its source names it
    std::uint64_t name_key = 0;  ///< hash of its folded artist, title and version; 0 without names
};

/// The names that were looked up lately, by the hash of their description. Of fixed size, so that memory does
/// not grow with the rows of an import: a name takes the place of another with the same slot.
class NameCache {
  public:
    std::optional<KnownName> find(std::uint64_t description) const {
        if (slots_.empty()) return std::nullopt;
        const Slot& slot = slots_[description % n_slots];
        if (slot.description != description || !slot.name.track) return std::nullopt;
        return slot.name;
    }

    void add(std::uint64_t description, const KnownName& name) {
        if (slots_.empty()) slots_.resize(n_slots);
        slots_[description % n_slots] = {description, name};
    }

    void clear() { slots_.clear(); }

  private:
    struct Slot {
        std::uint64_t description = 0;
        KnownName name;
    };
    static constexpr std::size_t n_slots = 1U << 17U;  // 4 MiB; ten times the tracks of a long history

    std::vector<Slot> slots_;
};

}  // namespace attune::store
