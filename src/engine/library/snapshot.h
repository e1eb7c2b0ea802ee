#pragma once

#include "engine/library/collect.h"
#include "engine/library/parts.h"
#include "engine/library/workspace.h"
#include "library/community.h"
#include "recommend/listeners.h"
#include "similarity/sound_likeness.h"
#include "similarity/tag_space.h"
#include "taste/surroundings.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace attune::engine {

/// What a person did, and a hash of it.
struct KnownHistory {
    library::History history;
    std::uint64_t key = 0;  ///< of all but labels and what was offered: of what models of the past go by
};

/// One state of a library, for one use case: all that it reads, by itself or through the workspace's store, is of that
/// state, whatever others commit meanwhile. What takes long is made when it is first asked for, and shared with all who
/// look at the same state through the workspace's Parts; what takes very long and is small is kept in the library, so
/// that the next program finds it.
///
/// While a Snapshot lives nothing is changed through its workspace.
class Snapshot {
  public:
    explicit Snapshot(Workspace& workspace);

    Workspace& workspace() const noexcept { return workspace_; }
    store::Store& store() const noexcept { return *workspace_.store; }

    std::shared_ptr<const Collected> collected();
    /// Of collected(); as long as the Snapshot lives.
    const library::Collection& collection() { return collected()->collection; }
    std::shared_ptr<const library::Community> community();
    std::shared_ptr<const KnownHistory> history(library::PersonId person);

    /// Where artists are among genres; without other listeners.
    std::shared_ptr<const taste::Surroundings> surroundings();

    /// recommend::catalogue_hubness().
    std::shared_ptr<const std::vector<double>> hubness();

    std::shared_ptr<const similarity::TagTable> tag_table();
    std::shared_ptr<const similarity::TagSpace> tags();

    std::shared_ptr<const similarity::SoundSpace> sound_of_tracks();
    std::shared_ptr<const similarity::SoundSpace> sound_of_artists();
    /// Of tracks by what attune heard itself; of size 0 where it heard none.
    std::shared_ptr<const similarity::SoundSpace> sound_by_embeddings();
    std::shared_ptr<const similarity::SoundLikeness> sound();

    /// Learned from the community as it is; null if it has no plays.
    std::shared_ptr<const recommend::Listeners> listeners();

    /// What a part depends on besides its name.
    std::string state(Of what) const { return text_of(revisions_, what); }

    /// Any part that a use case shares with others: see Parts::get().
    template <class Part>
    std::shared_ptr<const Part> get(const std::string& name, const std::string& state,
                                    const std::function<std::shared_ptr<const Part>()>& make,
                                    const std::function<std::size_t(const Part&)>& bytes_of = {}) {
        return workspace_.parts->get<Part>(name, state, workspace_.task, make, bytes_of);
    }

    /// A value that is kept in the library under a key, or made and kept now. A small library keeps nothing: it is made
    /// as fast as it is read.
    /// @param load  throws Error{corrupt_data} for bytes that it cannot read: then it is made
    template <class Value>
    Value kept(const std::string& name, const std::string& key,
               const std::function<Value(std::string_view)>& load, const std::function<Value()>& make,
               const std::function<std::string(const Value&)>& save) {
        if (!is_large()) return make();
        if (const auto bytes = store().derived(name, key)) {
            try {
                return load(*bytes);
            } catch (const Error& error) {
                if (error.code() != ErrorCode::corrupt_data) throw;
            }
        }
        Value value = make();
        store().keep_derived(name, key, save(value));
        return value;
    }

  private:
    bool is_large();
    std::shared_ptr<const Collected> read_collected();
    std::shared_ptr<const similarity::SoundSpace> sound_space(const std::string& name,
                                                              const std::function<similarity::Space()>& make);

    Workspace& workspace_;
    std::unique_ptr<store::Reading> reading_;
    store::Revisions revisions_;
    std::shared_ptr<const Collected> collected_;  ///< once it was asked for; others may drop it meanwhile
};

}  // namespace attune::engine
