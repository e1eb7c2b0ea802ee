#include "blob.h"
#include "projection/tsne.h"
#include "projection/umap.h"
#include "tasks.h"

#include <algorithm>

namespace attune::bench {

void map(const Settings& settings) {
    const auto blob = read_blob(settings.text("X"));
    Matrix X(blob.n_rows, blob.n_columns);
    std::ranges::transform(blob.values, X.values().begin(), [](double x) { return static_cast<float>(x); });
    const auto threads = static_cast<int>(settings.number("threads", 2));
    const Stopwatch watch;
    const auto coordinates = settings.text("method") == "tsne"
                                 ? projection::Tsne::fit(X, {.threads = threads}).coordinates()
                                 : projection::Umap::fit(X, {.threads = threads}).coordinates();
    fmt::print("{{\"seconds\": {}}}\n", watch.seconds());
    write_blob(settings.text("out"), coordinates.n_rows(), coordinates.n_columns(), coordinates.values());
}

}  // namespace attune::bench
