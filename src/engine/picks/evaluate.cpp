#include "engine/picks/evaluate.h"

#include "core/error.h"
#include "engine/library/snapshot.h"
#include "evaluation/replay.h"
#include "files/file.h"
#include "pages/evaluation_page.h"

#include <tuple>

namespace attune::engine {
namespace {

constexpr std::size_t least_listens = 100;

}  // namespace

shapes::Evaluation evaluate_person(Workspace& workspace, const std::vector<double>& cuts,
                                   std::size_t resamples, bool leave_one_out) {
    const auto read = [&] {
        Snapshot snapshot(workspace);
        return std::tuple(snapshot.collected(), snapshot.history(workspace.person_id()),
                          snapshot.listeners());
    }();
    const auto& [collected, known, listeners] = read;
    const auto& history = known->history;
    if (history.plays.size() < least_listens)
        fail(ErrorCode::not_found, "'{}' has {} listens; a replay of the past needs at least {}",
             workspace.person, history.plays.size(), least_listens);
    evaluation::EvaluateOptions options;
    if (!cuts.empty()) options.cuts = cuts;
    options.resamples = resamples;
    options.seed = workspace.seed;
    options.threads = workspace.threads;
    options.leave_one_out = leave_one_out;
    return shapes::evaluation_of(workspace.person, evaluation::evaluate(collected->collection, history,
                                                                        listeners, options, workspace.task));
}

void write_evaluation_page(const Workspace& workspace, const shapes::Evaluation& evaluation,
                           const std::filesystem::path& file) {
    auto page = pages::evaluation_page(evaluation);
    page.notice = workspace.notice;
    files::write_file(file, report::to_html(page));
}

}  // namespace attune::engine
