// Writes both reports of the lab on invented studies to the folder that is named: for scripts/check_page.py.

#include "engine/invented_studies.h"
#include "engine/lab_report.h"

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    const std::filesystem::path folder = argv[1];
    attune::engine::write_lab_report(attune::engine::invented_genre_study(),
                                     {"tracks.csv", "genre", "artist", 1}, folder / "genre.html");
    attune::engine::write_lab_report(attune::engine::invented_popularity_study(),
                                     {"tracks.csv", "popularity", "artist", 1}, folder / "popularity.html");
}
