#include "engine/playlists/export.h"

#include "core/error.h"
#include "engine/library/own_sound.h"
#include "engine/playlists/shelf.h"
#include "files/file.h"
#include "playlists/export_format.h"

#include <algorithm>

namespace attune::engine {
namespace {

/// Makes rows of a list. Tracks that are files are named by where these lie: from the folder of the list, so that the
/// list and its music can be moved together, and absolutely where nobody knows yet where the list will lie.
class TrackExporter {
  public:
    TrackExporter(store::Store& store, const std::filesystem::path& file)
        : store_(store),
          places_(places_of_tracks(store)),
          folder_(file.empty() ? file : std::filesystem::absolute(file).lexically_normal().parent_path()) {}

    playlists::ExportTrack track(library::TrackId id) const {
        const auto row = store_.track(id).value();
        playlists::ExportTrack track;
        track.artist = row.artist_name;
        track.title = row.track_name;
        track.release = row.release_name;
        track.duration_ms = row.duration_ms;
        track.spotify_id = row.spotify_id;
        if (const auto place = places_.find(id); place != places_.end()) {
            std::filesystem::path relative;
            if (!folder_.empty()) relative = std::filesystem::path(place->second).lexically_relative(folder_);
            track.place = relative.empty() ? place->second : relative.generic_string();
        }
        return track;
    }

  private:
    store::Store& store_;
    std::unordered_map<library::TrackId, std::string> places_;
    std::filesystem::path folder_;  ///< empty: not known
};

void add_picks(Workspace& workspace, const TrackExporter& exporter, library::PersonId person, int cycle,
               playlists::ExportList& list) {
    const auto cycles = workspace.store->cycles(person);
    if (cycles.empty()) fail(ErrorCode::not_found, "there are no picks yet; `attune discover` makes some");
    const int number = cycle == 0 ? cycles.back().number : cycle;
    if (std::ranges::find(cycles, number, &store::CycleRow::number) == cycles.end())
        fail(ErrorCode::not_found, "there is no cycle {}; the last is {}", number, cycles.back().number);
    for (const auto& candidate : workspace.store->candidates(person, number)) {
        auto track = exporter.track(candidate.track);
        track.score = candidate.score;
        track.probability = candidate.probability;
        list.tracks.push_back(std::move(track));
    }
    list.name = fmt::format("attune candidates {}", number);
}

void add_labelled(Workspace& workspace, const TrackExporter& exporter, library::PersonId person,
                  library::LabelValue value, playlists::ExportList& list) {
    for (const auto& label : workspace.store->labels(person)) {
        if (label.value == value) list.tracks.push_back(exporter.track(label.track));
    }
    list.name = fmt::format("attune {}d", to_string(value));
}

void add_playlist(Workspace& workspace, const TrackExporter& exporter, library::PersonId person,
                  const std::string& name, playlists::ExportList& list) {
    const auto all = workspace.store->playlists(person);
    if (all.empty()) {
        fail(ErrorCode::not_found,
             "there is nothing called '{}' to export; there are picks, liked, disliked and no playlists",
             name);
    }
    const auto& found = all[find_playlist(all, name)];
    for (const auto& item : found.items) list.tracks.push_back(exporter.track(item.track));
    list.name = found.name;
}

const playlists::ExportFormat& format_for(const ExportOptions& options) {
    if (!options.format.empty()) return playlists::export_format(options.format);
    if (const auto* format = playlists::find_format_of_file(options.file.filename().string())) return *format;
    std::string known;
    for (const auto& format : playlists::export_formats())
        known += fmt::format("{}{}", known.empty() ? "" : ", ", format.name);
    fail(ErrorCode::invalid_argument, "the name {} does not tell the format; say --format, one of: {}",
         options.file.string(), known);
}

}  // namespace

ExportResult export_list(Workspace& workspace, const ExportOptions& options) {
    const auto person = workspace.person_id();
    const auto& format = format_for(options);
    playlists::ExportList list;
    list.simulated = !workspace.notice.empty();
    const TrackExporter exporter(*workspace.store, options.file);
    if (options.what == "picks") {
        add_picks(workspace, exporter, person, options.cycle, list);
    } else if (options.what == "liked") {
        add_labelled(workspace, exporter, person, library::LabelValue::like, list);
    } else if (options.what == "disliked") {
        add_labelled(workspace, exporter, person, library::LabelValue::dislike, list);
    } else {
        add_playlist(workspace, exporter, person, options.what, list);
    }
    if (list.tracks.empty()) fail(ErrorCode::not_found, "'{}' has no tracks to export", list.name);
    ExportResult result{list.name, std::string(format.name), list.tracks.size(), 0, format.write(list)};
    result.n_without_uri = static_cast<std::size_t>(
        std::ranges::count_if(list.tracks, [](const auto& track) { return track.spotify_id.empty(); }));
    if (!options.file.empty()) files::write_file(options.file, result.content);
    return result;
}

shapes::ExportFormats export_formats() {
    shapes::ExportFormats formats;
    for (const auto& format : playlists::export_formats())
        formats.formats.push_back(
            {std::string(format.name), std::string(format.extension), std::string(format.help)});
    return formats;
}

}  // namespace attune::engine
