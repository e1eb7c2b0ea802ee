#include "engine/sound/analysis_cache.h"

#include "audio/shared_analysis.h"
#include "core/error.h"
#include "core/json.h"
#include "core/json_text.h"
#include "features/analysis/analysis.h"
#include "files/file.h"
#include "shapes/analysis.h"

#include <algorithm>
#include <fstream>

namespace attune::engine {
namespace {

constexpr std::size_t problems_shown = 20;
constexpr std::size_t lines_a_check = 256;

std::string line_of(const store::AnalysisRow& row) {
    return audio::to_line({row.fingerprint, row.duration_ms, row.version, row.content,
                           shapes::stored_json(row.details), row.embedding});
}

Result<store::AnalysisRow> parse_row(std::string_view line) {
    const auto shared = audio::parse_shared_analysis(line);
    if (!shared) return tl::unexpected<Error>(shared.error());
    const std::size_t length = shared->embedding.size();
    if (shared->version == features::feature_version && length != 0 && length != features::embedding_length)
        return failure(ErrorCode::corrupt_data, "its embedding has {} numbers; version {} has {}", length,
                       shared->version, features::embedding_length);
    return store::AnalysisRow{shared->content,
                              shared->version,
                              shared->duration_ms,
                              shared->fingerprint,
                              json_text(shared->analysis),
                              shared->embedding};
}

void add_problem(CacheReport& report, std::size_t line, std::string_view what) {
    ++report.n_bad;
    if (report.problems.size() < problems_shown)
        report.problems.push_back(fmt::format("line {}: {}", line, what));
}

}  // namespace

CacheReport export_cache(Workspace& workspace, const std::filesystem::path& file) {
    CacheReport report;
    std::vector<std::string> lines;
    for (const auto& row : workspace.store->analyses(features::feature_version)) {
        if (row.fingerprint.empty()) continue;
        lines.push_back(line_of(row));
        workspace.task.check();
    }
    if (lines.empty())
        fail(ErrorCode::not_found,
             "no recording of 8 s or more was analysed in this library; 'attune analyze' listens to files");
    std::ranges::sort(lines);
    std::string text;
    for (const auto& line : lines) text += line + '\n';
    files::write_file(file, text);
    report.n_analyses = lines.size();
    return report;
}

CacheReport import_cache(Workspace& workspace, const std::filesystem::path& file) {
    if (!std::filesystem::exists(file)) fail(ErrorCode::not_found, "there is no file {}", file.string());
    std::ifstream in(file, std::ios::binary);
    auto& store = *workspace.store;
    CacheReport report;
    const auto transaction = begin_when_free(store, workspace.task);
    std::string line;
    std::size_t number = 0;
    while (std::getline(in, line)) {
        if (++number % lines_a_check == 0) workspace.task.report("reading analyses", number, 0);
        if (line.empty()) continue;
        auto row = parse_row(line);
        if (!row) {
            add_problem(report, number, row.error().what());
        } else if (store.analysis(row->content, row->version)) {
            ++report.n_known;
        } else {
            report.n_other_version += row->version != features::feature_version;
            store.add_analysis(*row);
            ++report.n_analyses;
        }
    }
    if (report.n_analyses + report.n_known == 0)
        fail(ErrorCode::corrupt_data, "{} holds no analyses{}", file.string(),
             report.problems.empty() ? "" : "; " + report.problems.front());
    transaction->commit();
    return report;
}

shapes::CacheReport shape_of(const CacheReport& report) {
    return {report.n_analyses, report.n_known, report.n_other_version, report.n_bad, report.problems};
}

}  // namespace attune::engine
