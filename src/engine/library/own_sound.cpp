#include "engine/library/own_sound.h"

#include "core/error.h"
#include "features/analysis/analysis.h"

#include <algorithm>
#include <filesystem>

namespace attune::engine {

std::optional<library::TrackId> track_of_file(Workspace& workspace, std::string_view text) {
    if (!workspace.may_name_files) return std::nullopt;
    std::error_code error;
    const std::filesystem::path named(text);
    if (!std::filesystem::is_regular_file(named, error)) return std::nullopt;
    const auto path = std::filesystem::absolute(named, error).lexically_normal().string();
    const auto file = workspace.store->audio_file(path);
    if (!file) fail(ErrorCode::not_found, "{} is not in this library; 'attune analyze' takes it in", text);
    if (!file->track) fail(ErrorCode::not_found, "{} could not be analysed: {}", text, file->problem);
    return file->track;
}

std::unordered_map<library::TrackId, std::string> places_of_tracks(store::Store& store) {
    std::unordered_map<library::TrackId, std::string> places;
    for (auto& file : store.audio_files()) {
        if (file.track) places.try_emplace(file.track, std::move(file.path));
    }
    return places;
}

Matrix sound_embeddings(store::Store& store, const Collected& collected) {
    std::unordered_map<std::uint64_t, library::TrackIndex> track_of_content;
    for (const auto& file : store.audio_files()) {
        if (file.track) track_of_content.try_emplace(file.content, collected.track_index.at(file.track));
    }
    Matrix embeddings;
    if (track_of_content.empty()) return embeddings;
    for (const auto& row : store.analyses(features::feature_version)) {
        const auto track = track_of_content.find(row.content);
        if (track == track_of_content.end() || row.embedding.empty()) continue;
        if (embeddings.empty())
            embeddings = Matrix(collected.collection.tracks.size(), row.embedding.size(), missing);
        if (row.embedding.size() != embeddings.n_columns())
            fail(ErrorCode::corrupt_data, "embeddings of one version have {} and {} numbers",
                 embeddings.n_columns(), row.embedding.size());
        std::ranges::copy(row.embedding, embeddings.row(track->second).begin());
    }
    return embeddings;
}

}  // namespace attune::engine
