#include "engine/import.h"

#include "core/error.h"
#include "core/text.h"
#include "engine/read_ahead.h"
#include "sources/files.h"
#include "sources/streams.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <iterator>
#include <optional>

namespace attune::engine {
namespace {

constexpr std::size_t most_problems_listed = 50;
constexpr std::int64_t rows_between_reports = 2000;

std::string show(sources::Place place) {
    return place.line == 0 ? std::string("file") : fmt::format("line {}, byte {}", place.line, place.byte);
}

/// Counts what is read, and ends the reading if the person asked to stop: also where no row comes for long.
class CountedStream final : public sources::ByteStream {
  public:
    CountedStream(sources::ByteStream& in, const Task& task) : in_(in), task_(task) {}

    std::uint64_t n_read() const { return n_read_.load(std::memory_order_relaxed); }

    std::size_t read(std::span<char> buffer) override {
        task_.check();
        const std::size_t n = in_.read(buffer);
        n_read_.fetch_add(n, std::memory_order_relaxed);
        return n;
    }

  private:
    sources::ByteStream& in_;
    const Task& task_;
    std::atomic<std::uint64_t> n_read_ = 0;  // read by the thread that stores, see read_ahead()
};

/// Brings the rows of one file into the store and counts what became of each.
class StoreSink final : public sources::RecordSink {
  public:
    StoreSink(Workspace& workspace, library::PersonId person, FileReport& report, const CountedStream& stream,
              std::uint64_t size)
        : store_(*workspace.store), task_(workspace.task), now_(workspace.now), person_(person),
          report_(report), stream_(stream), size_(size),
          provider_("catalogue:" + std::filesystem::path(report.path).stem().string()) {}

    void listen(library::Listen&& listen, library::ListenSource source, sources::Place place) override {
        count(place, [&] { return store_.add_listen(person_, listen, source); });
    }

    void playlist_entry(library::PlaylistEntry&& entry, sources::Place place) override {
        count(place, [&] {
            const auto fate = store_.add_playlist_entry(person_, report_.kind, entry);
            const auto label = label_of_playlist(entry.playlist_name);
            // What was read before says nothing new: it must not undo what the person said since.
            if (label && fate == store::Fate::imported) take_label(entry, *label);
            return fate;
        });
    }

    void mark(library::Mark&& mark, sources::Place place) override {
        count(place, [&] { return store_.add_mark(person_, mark); });
    }

    void catalogue_track(library::CatalogueTrack&& track, sources::Place place) override {
        count(place, [&] { return store_.add_catalogue_track(provider_, track); });
    }

    void artist_genres(library::ArtistGenres&& genres, sources::Place place) override {
        count(place, [&] { return store_.add_artist_genres("artists:" + provider_.substr(10), genres); });
    }

    void dropped(sources::DropReason reason, sources::Place, std::uint64_t digest) override {
        next_row();
        const bool is_new = digest == 0 || store_.add_dropped_digest(person_, digest);
        if (is_new) {
            ++report_.counts.dropped[std::string(to_string(reason))];
        } else {
            ++report_.counts.duplicates;
        }
    }

    void problem(std::string_view message, sources::Place place) override {
        ++report_.n_problems;
        if (report_.problems.size() < most_problems_listed)
            report_.problems.push_back({show(place), std::string(message)});
    }

  private:
    static std::optional<library::LabelValue> label_of_playlist(std::string_view name) {
        const std::string folded = fold(name);
        if (folded == "attune liked") return library::LabelValue::like;
        if (folded == "attune disliked") return library::LabelValue::dislike;
        return std::nullopt;
    }

    void take_label(const library::PlaylistEntry& entry, library::LabelValue value) {
        store_.set_label(person_, store_.ensure_track(entry.track), value, "playlist", now_);
    }

    template <class Add>
    void count(sources::Place place, Add add) {
        next_row();
        try {
            if (add() == store::Fate::imported) {
                ++report_.counts.imported;
            } else {
                ++report_.counts.duplicates;
            }
        } catch (const Error& error) {
            // A row that the store refuses costs itself only; a storage that fails ends the file.
            if (error.code() != ErrorCode::invalid_argument) throw;
            ++report_.counts.dropped[std::string(to_string(sources::DropReason::no_track))];
            problem(error.what(), place);
        }
    }

    void next_row() {
        if (++report_.counts.rows % rows_between_reports != 0) return;
        task_.report("import " + report_.path, stream_.n_read(), size_);
    }

    store::Store& store_;
    const Task& task_;
    Timestamp now_;
    library::PersonId person_;
    FileReport& report_;
    const CountedStream& stream_;
    std::uint64_t size_;
    std::string provider_;
};

std::string what_is_known() {
    std::string kinds;
    for (const auto& source : sources::all_sources()) {
        if (kinds.find(source.kind) == std::string::npos)
            kinds += (kinds.empty() ? "" : ", ") + std::string(source.kind);
    }
    return "not a file that attune knows; it reads: " + kinds;
}

class Importer {
  public:
    Importer(Workspace& workspace, const ImportOptions& options)
        : workspace_(workspace), options_(options), person_(workspace.ensure_person()) {}

    ImportReport run() {
        const auto start = std::chrono::steady_clock::now();
        for (const auto& path : options_.paths) {
            const std::size_t n_files = report_.files.size();
            sources::visit_files(
                path, [&](const auto& file, auto& in) { import_file(file, in); },
                [&](const std::string& where, const std::string& message) { refuse(where, message); });
            if (report_.files.size() == n_files) refuse(path.string(), "holds no file that attune reads");
        }
        for (const auto& file : report_.files) report_.totals.add(file.counts);
        report_.seconds =
            std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
        return std::move(report_);
    }

  private:
    /// May be called from the thread that reads a file, while that file is read.
    void refuse(const std::string& where, const std::string& message) {
        if (where == reading_) {
            problems_of_stream_.push_back({"file", message});
            return;
        }
        FileReport& file = report_.files.emplace_back();
        file.path = where;
        file.kind = "unknown";
        file.problems.push_back({where, message});
        file.n_problems = 1;
    }

    void import_file(const sources::SourceFile& file, sources::ByteStream& raw) {
        workspace_.task.report("import " + file.path, 0, file.size);
        FileReport report;
        report.path = file.path;
        report.kind = "unknown";
        reading_ = file.path;
        bool is_empty = false;
        try {
            CountedStream stream(raw, workspace_.task);
            sources::TextStream text(stream, file.name);
            const auto head = text.head();
            is_empty = head.bytes.empty();
            if (const auto* source = sources::find_source(head)) {
                report.kind = source->kind;
                StoreSink sink(workspace_, person_, report, stream, file.size);
                read_in_transaction(*source, head, text, sink, report);
            } else if (!is_empty) {
                problems_of_stream_.push_back({file.path, what_is_known()});
            }
        } catch (const Error& error) {
            throw error.within(file.path);
        }
        reading_.clear();
        if (report.counts.rows == 0 && report.n_problems == 0 && problems_of_stream_.empty())
            problems_of_stream_.push_back({"file", is_empty ? "the file is empty" : "has no rows"});
        report.n_problems += std::ssize(problems_of_stream_);
        std::ranges::move(problems_of_stream_, std::back_inserter(report.problems));
        problems_of_stream_.clear();
        report_.files.push_back(std::move(report));
    }

    void read_in_transaction(const sources::Source& source, const sources::FileHead& head,
                             sources::ByteStream& in, StoreSink& sink, const FileReport& report) {
        auto transaction = workspace_.store->begin();
        const sources::ReadOptions options{options_.keep_incognito, workspace_.now};
        read_ahead([&](sources::RecordSink& rows) { source.read(in, head, options, rows); }, sink);
        workspace_.task.check();
        if (report.counts.imported > 0) {
            workspace_.store->add_import(
                {0, person_, std::string(head.name), report.kind, workspace_.now, to_json(report).dump()});
        }
        transaction->commit();
    }

    Workspace& workspace_;
    const ImportOptions& options_;
    library::PersonId person_;
    ImportReport report_;
    std::string reading_;                            ///< the path of the file that is read
    std::vector<ImportProblem> problems_of_stream_;  ///< of that file, besides those of its rows
};

Json counts_json(const RowCounts& counts) {
    Json json{{"rows", counts.rows}, {"imported", counts.imported}, {"duplicates", counts.duplicates}};
    json["dropped"] = Json::object();
    for (const auto& [reason, n] : counts.dropped) json["dropped"][reason] = n;
    return json;
}

}  // namespace

void RowCounts::add(const RowCounts& other) {
    rows += other.rows;
    imported += other.imported;
    duplicates += other.duplicates;
    for (const auto& [reason, n] : other.dropped) dropped[reason] += n;
}

bool ImportReport::something_was_readable() const noexcept {
    return std::ranges::any_of(files, [](const FileReport& file) {
        const auto unreadable = file.counts.dropped.find("unreadable");
        const auto lost = unreadable == file.counts.dropped.end() ? 0 : unreadable->second;
        return file.counts.rows > lost;
    });
}

ImportReport import_paths(Workspace& workspace, const ImportOptions& options) {
    require(!options.paths.empty(), "name at least one file, folder or archive to import");
    check_person_name(workspace.person);
    for (const auto& path : options.paths) {
        std::error_code error;
        if (!std::filesystem::exists(path, error))
            fail(ErrorCode::not_found, "there is no file or folder {}", path.string());
    }
    return Importer(workspace, options).run();
}

Json to_json(const FileReport& report) {
    Json json{{"path", report.path}, {"kind", report.kind}};
    json.update(counts_json(report.counts));
    json["problems"] = Json::array();
    for (const auto& problem : report.problems)
        json["problems"].push_back({{"where", problem.where}, {"message", problem.message}});
    const auto n_listed = static_cast<std::int64_t>(report.problems.size());
    if (report.n_problems > n_listed) {
        json["problems"].push_back(
            {{"where", "file"}, {"message", fmt::format("{} more like these", report.n_problems - n_listed)}});
    }
    return json;
}

Json to_json(const ImportReport& report) {
    Json json{{"files", Json::array()}};
    for (const auto& file : report.files) json["files"].push_back(to_json(file));
    json["totals"] = counts_json(report.totals);
    json["seconds"] = report.seconds;
    return json;
}

}  // namespace attune::engine
