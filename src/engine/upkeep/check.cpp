#include "engine/upkeep/check.h"

#include "core/error.h"
#include "core/json.h"
#include "core/parse_all.h"
#include "files/file.h"

#include <algorithm>
#include <map>
#include <system_error>

namespace attune::engine {
namespace {

namespace fs = std::filesystem;
using store::FaultRow;

constexpr std::string_view mend_command = "attune check --mend";

Finding finding_of(const FaultRow& fault) {
    switch (fault.kind) {
        case FaultRow::Kind::damaged: break;
        case FaultRow::Kind::missing_row:
            return {
                "missing_row", fault.text,
                "put a copy of the library's folder in its place, or import your files into a new library"};
        case FaultRow::Kind::lost_listens:
            return {"lost_listens", fault.text,
                    fmt::format("`{}` deletes them; then import the files again", mend_command)};
        case FaultRow::Kind::lost_community_plays:
            return {"lost_community_plays", fault.text,
                    fmt::format("`{}` deletes them; then import the community's files again", mend_command)};
    }
    return {"damaged", "library.db: " + fault.text,
            "put a copy of the library's folder in its place, or import your files into a new library"};
}

/// The folders in a folder, by their names.
/// Without those whose name begins with a dot: somebody may be writing them just now (files::AtomicFolder).
std::map<std::string, fs::path> folders_in(const fs::path& folder) {
    std::map<std::string, fs::path> folders;
    std::error_code error;
    for (auto entry = fs::directory_iterator(folder, error); !error && entry != fs::directory_iterator();
         entry.increment(error)) {
        const auto name = entry->path().filename().string();
        if (!name.starts_with('.') && entry->is_directory(error)) folders.emplace(name, entry->path());
    }
    return folders;
}

bool is_json(const fs::path& file) {
    try {
        return Json::parse(files::read_file(file), nullptr, false).is_object();
    } catch (const Error&) {
        return false;
    }
}

class Check {
  public:
    Check(Workspace& workspace, bool mend) : workspace_(workspace), mends_(mend) {}

    CheckReport report() {
        // Whoever trains holds the library while the models of the new run come into being.
        const auto transaction = mends_ ? workspace_.store->begin() : nullptr;
        if (mends_) delete_lost_plays();
        for (const auto& fault : workspace_.store->check_integrity())
            report_.findings.push_back(finding_of(fault));
        look_at_models();
        look_at_studies();
        if (transaction) transaction->commit();
        return std::move(report_);
    }

  private:
    void delete_lost_plays() {
        if (const auto n = workspace_.store->delete_lost_plays(); n > 0)
            report_.mended.push_back(fmt::format("deleted {} plays of nothing", n));
    }

    void look_at_models() {
        auto folders = folders_in(workspace_.directory / "models");
        for (const auto& person : workspace_.store->people()) {
            for (const auto& run : workspace_.store->runs(person.id)) {
                ++report_.n_runs;
                if (folders.erase(std::to_string(run.id.value)) == 0) forget_or_tell(person, run);
            }
        }
        for (const auto& [name, folder] : folders) {
            leave_or_delete(folder,
                            {"left_models", fmt::format("models/{} belongs to no run", name),
                             fmt::format("`{}` deletes it, unless a training is under way", mend_command)});
        }
    }

    void forget_or_tell(const store::PersonRow& person, const store::RunRow& run) {
        if (mends_) {
            workspace_.store->delete_run(person.id, run.id);
            --report_.n_runs;
            report_.mended.push_back(fmt::format(
                "forgot run {} of {}, whose models are not there{}", run.id.value, person.name,
                run.is_current ? "; it was in force: `attune train` makes another, or `attune runs restore` "
                                 "an older one"
                               : ""));
            return;
        }
        report_.findings.push_back(
            {"missing_models",
             fmt::format("the models of run {} of {} are not there", run.id.value, person.name),
             fmt::format("{}; `{}` forgets it",
                         run.is_current
                             ? "`attune train` makes another run, or `attune runs restore` an older one"
                             : "only this run cannot be restored, nothing else needs it",
                         mend_command)});
    }

    void look_at_studies() {
        for (const auto& [name, folder] : folders_in(workspace_.directory / "studies")) {
            const bool is_study = name.starts_with('s') && parse_all<int>(std::string_view(name).substr(1));
            if (!is_study) {
                leave_or_delete(folder,
                                {"left_study", fmt::format("studies/{} was never finished", name),
                                 fmt::format("`{}` deletes it, unless a study is under way", mend_command)});
                continue;
            }
            ++report_.n_studies;
            for (const auto* file : {"about.json", "report.json"}) {
                if (is_json(folder / file)) continue;
                report_.findings.push_back(
                    {"damaged_study", fmt::format("studies/{}/{} cannot be read", name, file),
                     fmt::format("delete the folder studies/{} and study the table again", name)});
            }
        }
    }

    void leave_or_delete(const fs::path& folder, Finding finding) {
        std::error_code error;
        if (mends_ && fs::remove_all(folder, error) > 0 && !error) {
            report_.mended.push_back(
                fmt::format("deleted {}", folder.lexically_relative(workspace_.directory).string()));
        } else {
            report_.findings.push_back(std::move(finding));
        }
    }

    Workspace& workspace_;
    bool mends_;
    CheckReport report_;
};

}  // namespace

CheckReport check_library(Workspace& workspace, bool mend) { return Check(workspace, mend).report(); }

shapes::CheckReport shape_of(const CheckReport& report) {
    shapes::CheckReport shape{{}, report.mended, report.n_runs, report.n_studies};
    for (const auto& finding : report.findings)
        shape.findings.push_back({finding.kind, finding.text, finding.advice});
    return shape;
}

}  // namespace attune::engine
