#include "engine/library/scales.h"

#include "core/error.h"
#include "engine/library/providers.h"
#include "files/file.h"

#include <array>
#include <unordered_map>

namespace attune::engine {
namespace {

using library::AudioFeature;

/// Stands in the library's folder while the scales are joined.
constexpr std::string_view joined_file = "scales_joined";

constexpr std::array mapped_features{AudioFeature::danceability, AudioFeature::energy,
                                     AudioFeature::loudness,     AudioFeature::speechiness,
                                     AudioFeature::acousticness, AudioFeature::instrumentalness,
                                     AudioFeature::liveness,     AudioFeature::valence};

using FeaturesOfTracks = std::unordered_map<library::TrackId, library::AudioFeatures>;

/// What the first catalogue that describes it says of each track.
FeaturesOfTracks catalogue_features(store::Store& store) {
    FeaturesOfTracks features;
    for (const auto& provider : store.providers()) {
        if (!provider.provider.starts_with(catalogue_prefix)) continue;
        for (const auto& row : store.features(provider.provider)) {
            if (row.features.describes_sound()) features.try_emplace(row.track, row.features);
        }
    }
    return features;
}

struct Pairs {
    std::size_t n_own = 0;
    std::vector<library::AudioFeatures> own;
    std::vector<library::AudioFeatures> theirs;

    /// The values of one feature that both know.
    std::pair<std::vector<float>, std::vector<float>> of(AudioFeature feature) const {
        std::pair<std::vector<float>, std::vector<float>> values;
        for (std::size_t i = 0; i < own.size(); ++i) {
            if (is_missing(own[i][feature]) || is_missing(theirs[i][feature])) continue;
            values.first.push_back(own[i][feature]);
            values.second.push_back(theirs[i][feature]);
        }
        return values;
    }
};

Pairs pairs_of(store::Store& store) {
    Pairs pairs;
    const auto theirs = catalogue_features(store);
    for (const auto& row : store.features(own_provider)) {
        ++pairs.n_own;
        const auto other = theirs.find(row.track);
        if (other == theirs.end()) continue;
        pairs.own.push_back(row.features);
        pairs.theirs.push_back(other->second);
    }
    return pairs;
}

std::optional<ScaleAgreement> agreement(const Pairs& pairs, AudioFeature feature) {
    const auto [own, theirs] = pairs.of(feature);
    if (own.size() < least_scale_pairs) return std::nullopt;
    return ScaleAgreement{feature, own.size(), learning::judge_quantile_map(own, theirs)};
}

std::filesystem::path marker(const Workspace& workspace) { return workspace.directory / joined_file; }

std::string_view name_of(AudioFeature feature) {
    return library::audio_feature_names[static_cast<std::size_t>(feature)].name;
}

}  // namespace

Scales measure_scales(Workspace& workspace) {
    const auto pairs = pairs_of(*workspace.store);
    Scales scales;
    scales.n_own = pairs.n_own;
    scales.n_pairs = pairs.own.size();
    scales.are_joined = std::filesystem::exists(marker(workspace));
    for (const auto feature : mapped_features) {
        if (const auto found = agreement(pairs, feature)) scales.features.push_back(*found);
    }
    return scales;
}

void join_scales(Workspace& workspace, bool join) {
    if (!join) {
        std::error_code ignored;
        std::filesystem::remove(marker(workspace), ignored);
        workspace.store->note_music_changed();
        return;
    }
    const auto pairs = pairs_of(*workspace.store);
    if (pairs.own.size() < least_scale_pairs)
        fail(ErrorCode::conflict,
             "{} tracks are known to attune's ears and to a catalogue; {} are needed to bring "
             "the two scales together",
             pairs.own.size(), least_scale_pairs);
    files::write_file(marker(workspace),
                      "own features are brought to the scale of catalogues; see attune scales\n");
    workspace.store->note_music_changed();
}

std::optional<ScaleMap> ScaleMap::of(const Workspace& workspace) {
    if (!std::filesystem::exists(marker(workspace))) return std::nullopt;
    const auto pairs = pairs_of(*workspace.store);
    if (pairs.own.size() < least_scale_pairs) return std::nullopt;
    ScaleMap map;
    map.maps_.resize(library::n_audio_features);
    for (const auto feature : mapped_features) {
        const auto found = agreement(pairs, feature);
        if (!found || !found->is_of_use()) continue;
        auto [own, theirs] = pairs.of(feature);
        map.maps_[static_cast<std::size_t>(feature)].emplace(std::move(own), std::move(theirs));
    }
    return map;
}

library::AudioFeatures ScaleMap::operator()(const library::AudioFeatures& own) const {
    library::AudioFeatures mapped = own;
    for (const auto feature : mapped_features) {
        const auto& map = maps_[static_cast<std::size_t>(feature)];
        mapped[feature] = map ? (*map)(own[feature]) : missing;
    }
    return mapped;
}

shapes::Scales shape_of(const Scales& scales) {
    shapes::Scales shape{scales.n_own, scales.n_pairs, scales.are_joined, {}};
    for (const auto& row : scales.features) {
        shape.features.push_back({std::string(name_of(row.feature)), row.n_pairs, row.errors.as_is,
                                  row.errors.mapped, row.errors.constant, row.is_of_use()});
    }
    return shape;
}

}  // namespace attune::engine
