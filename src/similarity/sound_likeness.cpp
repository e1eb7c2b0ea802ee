#include "similarity/sound_likeness.h"

#include "core/error.h"
#include "similarity/audio_space.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace attune::similarity {
namespace {

using library::AudioFeature;

SoundSpace space_of(Space space, const MutualProximityOptions& options) {
    MutualProximity mutual(space, options);
    return {std::move(space), std::move(mutual)};
}

std::vector<float> likeness_of(std::vector<float> mutual) {
    for (auto& d : mutual) d = std::isfinite(d) ? 1 - std::sqrt(d) : 0;
    return mutual;
}

}  // namespace

Space artist_space(const library::Collection& collection, const Space& tracks) {
    Matrix means(collection.artists.size(), tracks.dim());
    std::vector<float> n(collection.artists.size(), 0);
    for (std::size_t t = 0; t < tracks.size(); ++t) {
        if (!tracks.knows(t)) continue;
        const auto artist = collection.tracks[t].artist;
        ++n[artist];
        const auto mean = means.row(artist);
        for (std::size_t c = 0; c < tracks.dim(); ++c) mean[c] += (tracks.point(t)[c] - mean[c]) / n[artist];
    }
    std::vector<bool> known(n.size());
    for (std::size_t a = 0; a < n.size(); ++a) known[a] = n[a] > 0;
    return {std::move(means), {}, std::move(known)};
}

SoundLikeness::SoundLikeness(const library::Collection& collection, const MutualProximityOptions& options,
                             const Matrix& embeddings)
    : tracks_(std::make_shared<const SoundSpace>(space_of(make_audio_space(collection.features), options))),
      artists_(
          std::make_shared<const SoundSpace>(space_of(artist_space(collection, tracks_->space), options))),
      embedded_(std::make_shared<const SoundSpace>()) {
    if (embeddings.empty()) return;
    require(embeddings.n_rows() == collection.tracks.size(), "there are {} embeddings of {} tracks",
            embeddings.n_rows(), collection.tracks.size());
    embedded_ = std::make_shared<const SoundSpace>(space_of(make_embedding_space(embeddings), options));
}

std::vector<float> SoundLikeness::tracks(library::TrackIndex track) const {
    const auto mutual = [track](const SoundSpace& sound) {
        return likeness_of(sound.mutual.apply(track, sound.space.distances(track)));
    };
    auto likeness = mutual(*tracks_);
    if (!is_embedded(track)) return likeness;
    const auto heard = mutual(*embedded_);
    for (std::size_t t = 0; t < likeness.size(); ++t) {
        if (embedded_->space.knows(t)) likeness[t] = heard[t];
    }
    return likeness;
}

std::vector<float> SoundLikeness::artists(library::ArtistIndex artist) const {
    return likeness_of(artists_->mutual.apply(artist, artists_->space.distances(artist)));
}

std::string sound_comparison(std::span<const float> a, std::span<const float> b) {
    constexpr std::array shown{AudioFeature::energy, AudioFeature::danceability, AudioFeature::valence,
                               AudioFeature::acousticness};
    std::string text;
    const auto add = [&](const std::string& part) { text += (text.empty() ? "" : ", ") + part; };
    for (const auto feature : shown) {
        const auto column = static_cast<std::size_t>(feature);
        if (is_missing(a[column]) || is_missing(b[column])) continue;
        add(fmt::format("{} {:.2f} and {:.2f}", library::audio_feature_names[column].name, a[column],
                        b[column]));
    }
    const auto tempo = static_cast<std::size_t>(AudioFeature::tempo);
    if (a[tempo] > 0 && b[tempo] > 0) add(fmt::format("{:.0f} and {:.0f} BPM", a[tempo], b[tempo]));
    return text;
}

}  // namespace attune::similarity
