// Writes the gallery to the file that is named: for eyes, and for scripts/check_page.py.

#include "report/gallery.h"

#include <fstream>

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    std::ofstream out(argv[1], std::ios::binary);
    out << attune::report::to_html(attune::report::gallery());
    return out.flush() ? 0 : 1;
}
