#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace attune::store {

/// What was looked up lately, by a hash of what it was looked up by. Of 2^bits slots, so that memory does not
/// grow with the rows of an import: an entry takes the place of another with the same slot.
template <class Value, int bits>
class SlotCache {
  public:
    std::optional<Value> find(std::uint64_t hash) const {
        if (slots_.empty()) return std::nullopt;
        const Slot& slot = slots_[hash % n_slots];
        if (!slot.is_taken || slot.hash != hash) return std::nullopt;
        return slot.value;
    }

    void add(std::uint64_t hash, const Value& value) {
        if (slots_.empty()) slots_.resize(n_slots);
        slots_[hash % n_slots] = {hash, value, true};
    }

    void clear() { slots_.clear(); }

  private:
    struct Slot {
        std::uint64_t hash = 0;
        Value value{};
        bool is_taken = false;
    };
    static constexpr std::size_t n_slots = std::size_t{1} << bits;

    std::vector<Slot> slots_;
};

}  // namespace attune::store
