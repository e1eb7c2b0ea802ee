// Writes both reports of the lab on invented studies to the folder that is named: for scripts/check_page.py.

#include "files/file.h"
#include "pages/invented_studies.h"
#include "pages/study_report.h"

#include <filesystem>

namespace {

template <class Study>
void write(const Study& study, const attune::pages::StudyOrigin& origin, const std::filesystem::path& file) {
    attune::files::write_file(file, attune::report::to_html(attune::pages::document_of(study, origin)));
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    const std::filesystem::path folder = argv[1];
    write(attune::pages::invented_genre_study(), {"tracks.csv", "genre", "artist", 1}, folder / "genre.html");
    write(attune::pages::invented_popularity_study(), {"tracks.csv", "popularity", "artist", 1},
          folder / "popularity.html");
}
