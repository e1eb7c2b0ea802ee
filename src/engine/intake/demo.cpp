#include "engine/intake/demo.h"

#include "demo/catalogue_files.h"
#include "demo/export_files.h"
#include "demo/history.h"
#include "demo/world.h"
#include "files/file.h"

namespace attune::engine {

std::vector<std::filesystem::path> write_demo_files(const std::filesystem::path& directory,
                                                    std::uint64_t seed, const Task& task) {
    const auto input = directory / "input";
    const auto history = input / "Spotify Extended Streaming History";
    const auto complete = input / "complete";
    std::error_code ignored;
    if (!std::filesystem::exists(complete, ignored)) {
        task.report("inventing a listener and a catalogue", 0, 0);
        demo::WorldOptions options;
        options.seed = seed;
        const auto world = demo::make_world(options);
        task.check();
        const auto listener = demo::make_history(world);
        for (const auto& file : demo::write_extended_history(world, listener))
            files::write_file(history / file.name, file.content);
        // Lies beside, for who wants to look at playlists; the demo itself does not import it.
        for (const auto& file : demo::write_account_data(world, listener))
            if (file.name == "Playlist1.json") files::write_file(input / file.name, file.content);
        files::write_file(input / "catalogue.csv", demo::write_catalogue_csv(world));
        files::write_file(input / "artist_genres.csv", demo::write_artist_genres_csv(world));
        // Written last: a demo that was stopped on the way begins again.
        files::write_file(complete, demo::simulated_notice);
    }
    files::write_file(directory / "library" / notice_file, demo::simulated_notice);
    return {history, input / "catalogue.csv", input / "artist_genres.csv"};
}

}  // namespace attune::engine
