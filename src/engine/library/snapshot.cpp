#include "engine/library/snapshot.h"

#include "core/bytes.h"
#include "core/error.h"
#include "core/parse_all.h"
#include "engine/library/collected_bytes.h"
#include "engine/library/own_sound.h"
#include "library/content_hash.h"
#include "recommend/rerank.h"
#include "similarity/audio_space.h"

#include <algorithm>

namespace attune::engine {
namespace {

using similarity::SoundSpace;

constexpr std::size_t large_library = 2000;
constexpr std::int64_t seconds_between_collections = 60;
constexpr std::string_view hubness_mark = "attune-hubness 1";
constexpr std::string_view surroundings_mark = "attune-surroundings 1";

std::size_t bytes_of_collected(const Collected& collected) {
    const auto& collection = collected.collection;
    // A track has five texts, of which most are longer than what a string holds by itself.
    return collection.tracks.size() * (sizeof(library::CollectionTrack) + 200) +
           collection.artists.size() * (sizeof(library::CollectionArtist) + 150) +
           collection.features.values().size_bytes();
}

std::size_t bytes_of_community(const library::Community& community) {
    return (community.artist_plays.size() + community.track_plays.size()) * 24 +
           community.artists.size() * 96 + community.tracks.size() * 128 +
           community.tags.size() * sizeof(library::CommunityTag);
}

std::size_t bytes_of_table(const similarity::TagTable& table) {
    std::size_t n = 0;
    for (const auto* bags : {&table.of_artists, &table.of_tracks, &table.of_strangers}) {
        for (const auto& bag : *bags) n += bag.capacity() * sizeof(learning::BagEntry) + sizeof(bag);
    }
    return n;
}

std::size_t bytes_of_sound(const SoundSpace& sound) {
    return sound.space.size() * (sound.space.dim() * sizeof(float) + 24);
}

taste::Surroundings load_surroundings(std::string_view bytes, std::size_t n_artists) {
    ByteReader in(bytes, surroundings_mark);
    const auto placed = in.numbers<std::uint8_t>();
    const auto values = in.numbers<float>();
    in.require_intact(placed.size() == n_artists && (n_artists == 0 || values.size() % n_artists == 0));
    taste::Surroundings space{Matrix(n_artists, n_artists == 0 ? 0 : values.size() / n_artists), {}};
    std::ranges::copy(values, space.vectors.values().begin());
    for (const auto is_placed : placed) space.placed.push_back(is_placed != 0);
    return space;
}

std::string save_surroundings(const taste::Surroundings& space) {
    std::vector<std::uint8_t> placed;
    for (const bool is_placed : space.placed) placed.push_back(is_placed ? 1 : 0);
    ByteWriter out(surroundings_mark);
    out.numbers<std::uint8_t>(placed);
    out.numbers<float>(space.vectors.values());
    return std::move(out).bytes();
}

}  // namespace

Snapshot::Snapshot(Workspace& workspace)
    : workspace_(workspace), reading_(workspace.store->read()), revisions_(workspace.store->revisions()) {}

bool Snapshot::is_large() { return collection().tracks.size() >= large_library; }

std::shared_ptr<const Collected> Snapshot::collected() {
    if (!collected_) {
        collected_ = get<Collected>(
            "collected", state(Of::music), [this] { return read_collected(); }, bytes_of_collected);
    }
    return collected_;
}

std::shared_ptr<const Collected> Snapshot::read_collected() {
    if (const auto bytes = store().derived("collected", state(Of::music))) {
        try {
            return std::make_shared<const Collected>(load_collected(*bytes));
        } catch (const Error& error) {
            if (error.code() != ErrorCode::corrupt_data) throw;
        }
    }
    auto collected = std::make_shared<const Collected>(collect(workspace_));
    if (collected->collection.tracks.size() < large_library) return collected;
    // Of a library that changes every moment it would be written again and again, for nobody.
    const auto written = store().derived("collected_at", "");
    const auto now = unix_seconds(workspace_.now);
    const auto last = written ? parse_all<std::int64_t>(*written) : std::nullopt;
    if (last && *last <= now && now - *last < seconds_between_collections) return collected;
    store().keep_derived("collected", state(Of::music), save_collected(*collected));
    store().keep_derived("collected_at", "", std::to_string(now));
    return collected;
}

std::shared_ptr<const library::Community> Snapshot::community() {
    return get<library::Community>(
        "community", state(Of::community),
        [this] {
            return std::make_shared<const library::Community>(collect_community(workspace_, *collected()));
        },
        bytes_of_community);
}

std::shared_ptr<const KnownHistory> Snapshot::history(library::PersonId person) {
    const auto bytes = [](const library::History& history) {
        return history.plays.size() * sizeof(library::Play);
    };
    return get<KnownHistory>(
        fmt::format("history/{}", person.value), state(Of::listens | Of::playlists | Of::labels),
        [&] {
            // A label is said more often than anything else is done, and a past is long.
            const auto past = get<library::History>(
                fmt::format("past/{}", person.value), state(Of::listens | Of::playlists),
                [&] {
                    return std::make_shared<const library::History>(
                        collect_past(workspace_, *collected(), person));
                },
                bytes);
            auto known = std::make_shared<KnownHistory>();
            known->history = *past;
            add_said(workspace_, *collected(), person, known->history);
            known->key = library::past_hash(known->history);
            return known;
        },
        [&](const KnownHistory& known) { return bytes(known.history); });
}

std::shared_ptr<const taste::Surroundings> Snapshot::surroundings() {
    return get<taste::Surroundings>(
        "surroundings", state(Of::music),
        [this] {
            return std::make_shared<const taste::Surroundings>(kept<taste::Surroundings>(
                "surroundings", state(Of::music),
                [&](auto bytes) { return load_surroundings(bytes, collection().artists.size()); },
                [&] { return taste::make_surroundings(collection()); }, save_surroundings));
        },
        [](const auto& space) { return space.vectors.values().size_bytes(); });
}

std::shared_ptr<const std::vector<double>> Snapshot::hubness() {
    using Values = std::vector<double>;
    const auto name = fmt::format("hubness/{}", workspace_.seed);
    return get<Values>(
        name, state(Of::music),
        [&] {
            return std::make_shared<const Values>(kept<Values>(
                name, state(Of::music),
                [&](auto bytes) {
                    ByteReader in(bytes, hubness_mark);
                    auto values = in.numbers<double>();
                    in.require_intact(values.size() == collection().tracks.size());
                    return values;
                },
                [&] { return recommend::catalogue_hubness(collection(), workspace_.seed); },
                [](const Values& values) {
                    ByteWriter out(hubness_mark);
                    out.numbers<double>(values);
                    return std::move(out).bytes();
                }));
        },
        [](const auto& values) { return values.size() * sizeof(double); });
}

std::shared_ptr<const similarity::TagTable> Snapshot::tag_table() {
    return get<similarity::TagTable>(
        "tag_table", state(Of::community),
        [this] {
            return std::make_shared<const similarity::TagTable>(
                similarity::make_tag_table(collection(), *community()));
        },
        bytes_of_table);
}

std::shared_ptr<const similarity::TagSpace> Snapshot::tags() {
    const auto name = fmt::format("tag_vectors/{}", workspace_.seed);
    return get<similarity::TagSpace>(
        name, state(Of::community),
        [&] {
            similarity::TagSpaceOptions options;
            options.seed = workspace_.seed;
            const auto table = tag_table();
            auto learned = kept<similarity::TagVectors>(
                name, state(Of::community),
                [&](auto bytes) { return similarity::TagVectors::load(bytes, table->names.size()); },
                [&] { return similarity::learn_tag_vectors(*table, options, workspace_.task); },
                [](const auto& vectors) { return vectors.save(); });
            return std::make_shared<const similarity::TagSpace>(collection(), table, std::move(learned),
                                                                options);
        },
        [](const similarity::TagSpace& space) {
            return space.artist_vectors().values().size_bytes() +
                   2 * space.track_vectors().values().size_bytes();
        });
}

std::shared_ptr<const SoundSpace> Snapshot::sound_space(const std::string& name,
                                                        const std::function<similarity::Space()>& make) {
    const auto of_seed = fmt::format("{}/{}", name, workspace_.seed);
    return get<SoundSpace>(
        of_seed, state(Of::music),
        [&] {
            workspace_.task.report("comparing sound", 0, 0);
            similarity::MutualProximityOptions options;
            options.seed = workspace_.seed;
            options.threads = workspace_.threads;
            auto space = make();
            auto mutual = kept<similarity::MutualProximity>(
                of_seed, state(Of::music),
                [&](auto bytes) { return similarity::MutualProximity::load(bytes, space.size()); },
                [&] { return similarity::MutualProximity(space, options); },
                [](const auto& made) { return made.save(); });
            return std::make_shared<const SoundSpace>(SoundSpace{std::move(space), std::move(mutual)});
        },
        bytes_of_sound);
}

std::shared_ptr<const SoundSpace> Snapshot::sound_of_tracks() {
    return sound_space("sound_of_tracks",
                       [this] { return similarity::make_audio_space(collection().features); });
}

std::shared_ptr<const SoundSpace> Snapshot::sound_of_artists() {
    return sound_space("sound_of_artists",
                       [this] { return similarity::artist_space(collection(), sound_of_tracks()->space); });
}

std::shared_ptr<const SoundSpace> Snapshot::sound_by_embeddings() {
    return sound_space("sound_by_embeddings", [this] {
        const auto embeddings = sound_embeddings(store(), *collected());
        return embeddings.empty() ? similarity::Space() : similarity::make_embedding_space(embeddings);
    });
}

std::shared_ptr<const similarity::SoundLikeness> Snapshot::sound() {
    return std::make_shared<const similarity::SoundLikeness>(sound_of_tracks(), sound_of_artists(),
                                                             sound_by_embeddings());
}

std::shared_ptr<const recommend::Listeners> Snapshot::listeners() {
    const auto name = fmt::format("listeners/{}", workspace_.seed);
    return get<recommend::Listeners>(
        name, state(Of::community), [&]() -> std::shared_ptr<const recommend::Listeners> {
            const auto known = community();
            if (known->artist_plays.size() == 0 && known->track_plays.size() == 0) return nullptr;
            const auto learn = [&] {
                return recommend::Listeners::fit(collection(), *known,
                                                 {.seed = workspace_.seed, .threads = workspace_.threads},
                                                 workspace_.task);
            };
            const auto key = state(Of::community);
            if (const auto bytes = store().derived(name, key)) {
                if (auto restored = recommend::Listeners::restore(collection(), *known, *bytes))
                    return restored;
            }
            auto learned = learn();
            if (learned) store().keep_derived(name, key, learned->save());
            return learned;
        });
}

}  // namespace attune::engine
