#pragma once

#include "core/time.h"
#include "shapes/evaluation.h"
#include "shapes/intake.h"
#include "shapes/lab.h"
#include "shapes/library.h"
#include "shapes/picks.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace attune::shapes {

// What only the server says.

struct Session {
    std::string token;
    std::string version;
    std::string person;
    bool sample = false;
    bool empty = false;
    std::uint64_t upload_limit = 0;

    static void describe(Fields<Session>& fields);
};

/// The call that takes back what a job did.
struct Undo {
    std::string method;
    std::string path;
    std::optional<std::string> body;  ///< none of them has one
    std::string text;

    static void describe(Fields<Undo>& fields);
};

struct ErrorText {
    std::string code;
    std::string message;

    static void describe(Fields<ErrorText>& fields);
};

/// Every answer that is no success.
struct Failure {
    ErrorText error;

    static void describe(Fields<Failure>& fields);
};

using JobResult = Written<ImportResult, ImportReport, AnalysisReport, Run, Evaluation, KeptGenreStudy,
                          KeptPopularityStudy, KeptClusterStudy>;

/// Long work, and how far it is.
struct ListedJob {
    std::int64_t number = 0;
    std::string kind;
    std::string state;
    std::string stage;
    std::size_t done = 0;
    std::size_t total = 0;
    Timestamp asked_at;
    std::optional<Timestamp> ended_at;
    std::optional<ErrorText> error;
    std::optional<Undo> undo;

    static void describe(Fields<ListedJob>& fields);
};

/// The same with what came of it.
struct Job {
    ListedJob job;
    std::optional<JobResult> result;  ///< empty: nothing, or not yet

    static void describe(Fields<Job>& fields);
};

struct Jobs {
    std::vector<ListedJob> jobs;

    static void describe(Fields<Jobs>& fields);
};

/// Where a server listens.
struct ServedAt {
    std::string address;

    static void describe(Fields<ServedAt>& fields);
};

/// What the simulated listener went through.
struct Demo {
    ImportReport import;
    Discovery discover;

    static void describe(Fields<Demo>& fields);
};

}  // namespace attune::shapes
