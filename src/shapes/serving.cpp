#include "shapes/serving.h"

namespace attune::shapes {

void Session::describe(Fields<Session>& fields) {
    fields.called("Session", "what a page needs to begin")
        .key("token", &Session::token, "for the header X-Attune-Token of all that changes something")
        .key("version", &Session::version, "of attune")
        .key("person", &Session::person, "whom the server was started for")
        .key("sample", &Session::sample, "whether the library of the simulated listener is shown")
        .key("empty", &Session::empty, "whether nothing is imported yet")
        .key("upload_limit", &Session::upload_limit, "of the body of an upload, in bytes");
}

void Undo::describe(Fields<Undo>& fields) {
    fields.called("Undo", "the call that takes back what a job did")
        .key("method", &Undo::method, "of the call", {"POST", "DELETE"})
        .key("path", &Undo::path, "of the call")
        .key("body", &Undo::body, "of the call; null: it has none")
        .key("text", &Undo::text, "a phrase for people");
}

void ErrorText::describe(Fields<ErrorText>& fields) {
    fields.called("ErrorText", "what went wrong")
        .key("code", &ErrorText::code, "for programs")
        .key("message", &ErrorText::message, "for people");
}

void Failure::describe(Fields<Failure>& fields) {
    fields.called("Failure", "the answer where something went wrong").key("error", &Failure::error, "what");
}

void ListedJob::describe(Fields<ListedJob>& fields) {
    fields.called("ListedJob", "long work, and how far it is; one runs at a time")
        .key("job", &ListedJob::number, "its number")
        .key("kind", &ListedJob::kind, "what is done",
             {"import", "analyze", "sample", "train", "evaluate", "lab"})
        .key("state", &ListedJob::state, "how far it is",
             {"waiting", "running", "done", "failed", "cancelled"})
        .key("stage", &ListedJob::stage, "what is done at the moment")
        .key("done", &ListedJob::done, "steps of the stage that are done")
        .key("total", &ListedJob::total, "steps of the stage; 0: not known")
        .key("asked_at", &ListedJob::asked_at, "when it was asked for")
        .key("ended_at", &ListedJob::ended_at, "null: it has not ended")
        .key("error", &ListedJob::error, "why it failed, or null")
        .key("undo", &ListedJob::undo, "the call that takes it back, or null");
}

void Job::describe(Fields<Job>& fields) {
    fields.called("Job", "long work, how far it is and what came of it")
        .all_of(&Job::job)
        .key("result", &Job::result, "null: nothing, or not yet");
}

void Jobs::describe(Fields<Jobs>& fields) {
    fields.called("Jobs", "long work").key("jobs", &Jobs::jobs, "newest first, without results; the last 50");
}

void ServedAt::describe(Fields<ServedAt>& fields) {
    fields.called("ServedAt", "where a server listens").key("address", &ServedAt::address, "of the page");
}

void Demo::describe(Fields<Demo>& fields) {
    fields.called("Demo", "what the simulated listener went through")
        .key("import", &Demo::import, "what came of the import")
        .key("discover", &Demo::discover, "what they may like");
}

}  // namespace attune::shapes
