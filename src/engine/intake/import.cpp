#include "engine/intake/import.h"

#include "core/error.h"
#include "core/json_text.h"
#include "core/text.h"
#include "engine/intake/community_sink.h"
#include "engine/intake/counting_sink.h"
#include "engine/intake/playlist_intake.h"
#include "engine/intake/read_ahead.h"
#include "shapes/to_json.h"
#include "sources/advice.h"
#include "sources/community_columns.h"
#include "sources/files.h"
#include "sources/streams.h"
#include "sources/table_look.h"
#include "sources/values.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <iterator>
#include <memory>
#include <optional>
#include <set>

namespace attune::engine {
namespace {

shapes::RowCounts counts_of(const RowCounts& counts) {
    return {counts.rows, counts.imported, counts.duplicates, {counts.dropped.begin(), counts.dropped.end()}};
}

shapes::FileReport shape_of(const FileReport& report) {
    shapes::FileReport shape{report.path, report.kind, counts_of(report.counts), {}, {}};
    for (const auto& column : report.look.columns)
        shape.columns.push_back({column.column, column.meaning, column.example});
    for (const auto& problem : report.problems) shape.problems.push_back({problem.where, problem.message});
    const auto n_listed = std::ssize(report.problems);
    if (report.n_problems > n_listed)
        shape.problems.push_back({"file", fmt::format("{} more like these", report.n_problems - n_listed)});
    return shape;
}

/// Brings the rows of one file of a person, or of a catalogue, into the store.
class StoreSink final : public CountingSink {
  public:
    /// @param adder  who chose what is on its playlists; empty for the person
    /// @param intake, files  of the whole import
    /// @param entries_are_likes  what its lists name, the person likes
    StoreSink(Workspace& workspace, library::PersonId person, std::string adder, PlaylistIntake& intake,
              const KnownFiles& files, FileReport& report, const CountedStream& stream, std::uint64_t size,
              bool entries_are_likes)
        : CountingSink(workspace.task, report, stream, size),
          entries_are_likes_(entries_are_likes),
          store_(*workspace.store),
          now_(workspace.now),
          person_(person),
          adder_(std::move(adder)),
          provider_("catalogue:" + std::filesystem::path(report.path).stem().string()),
          intake_(intake),
          files_(files) {}

    void listen(library::Listen&& listen, library::ListenSource source, sources::Place place) override {
        count(place, [&] { return store_.add_listen(person_, listen, source); });
    }

    /// Kept until the list is whole: which of the lists in the library it is, all of it tells.
    void playlist_entry(library::PlaylistEntry&& entry, sources::Place place) override {
        if (!entry.file.empty()) take_known_file(entry);
        if (!entry.track.names_a_track() && entry.track.spotify_id.empty()) {
            const auto digest = sources::RowDigest().add(entry.playlist_name).add(entry.file).value();
            return dropped(sources::DropReason::local_file, place, digest);
        }
        if (entries_are_likes_) return count(place, [&] { return like(entry); });
        if (!adder_.empty()) entry.playlist_name = fmt::format("{} / {}", adder_, entry.playlist_name);
        const std::string kind(adder_.empty() ? std::string_view(report().kind)
                                              : store::peoples_playlist_kind);
        auto& list = lists_[{entry.playlist_name, entry.playlist_number}];
        if (list.entries.empty()) order_.push_back(&list);
        list.kind = kind;
        list.name = entry.playlist_name;
        list.entries.push_back({std::move(entry), place});
    }

    void finish() override {
        for (auto* const list : order_) {
            intake_.place(*list);
            for (auto& [entry, place] : list->entries) add_entry(list->kind, entry, place);
        }
        lists_.clear();
        order_.clear();
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

  private:
    bool is_new_drop(std::uint64_t digest) override { return store_.add_dropped_digest(person_, digest); }

    void add_entry(const std::string& kind, const library::PlaylistEntry& entry, sources::Place place) {
        count(place, [&] {
            const auto fate = store_.add_playlist_entry(person_, kind, entry, adder_);
            const auto label = adder_.empty() ? label_of_playlist(entry.playlist_name) : std::nullopt;
            // What was read before says nothing new: it must not undo what the person said since.
            if (label && fate == store::Fate::imported) take_label(entry, *label);
            return fate;
        });
    }

    /// A file that was analysed is that track, whatever the list calls it.
    void take_known_file(library::PlaylistEntry& entry) {
        const auto folder = std::filesystem::path(report().path).parent_path();
        const auto track = files_.find(entry.file, folder);
        const auto row = track ? store_.track(*track) : std::nullopt;
        if (!row) return;
        entry.track.artist_name = row->artist_name;
        entry.track.track_name = row->track_name;
        entry.track.other_artists.clear();
    }

    static std::optional<library::LabelValue> label_of_playlist(std::string_view name) {
        const std::string folded = fold(name);
        if (folded == "attune liked") return library::LabelValue::like;
        if (folded == "attune disliked") return library::LabelValue::dislike;
        return std::nullopt;
    }

    /// A track that the person marked: a label of its own, not an entry of a list. Marked again it says nothing new.
    store::Fate like(const library::PlaylistEntry& entry) {
        const auto track = store_.ensure_track(entry.track);
        if (!liked_) {
            liked_.emplace();
            for (const auto& label : store_.labels(person_)) {
                if (label.value == library::LabelValue::like) liked_->insert(label.track.value);
            }
        }
        if (!liked_->insert(track.value).second) return store::Fate::duplicate;
        store_.set_label(person_, track, library::LabelValue::like, "import", now_);
        return store::Fate::imported;
    }

    void take_label(const library::PlaylistEntry& entry, library::LabelValue value) {
        store_.set_label(person_, store_.ensure_track(entry.track), value, "playlist", now_);
    }

    bool entries_are_likes_;
    std::optional<std::set<std::int64_t>> liked_;  ///< tracks, once one is asked about
    store::Store& store_;
    Timestamp now_;
    library::PersonId person_;
    std::string adder_;
    std::string provider_;
    PlaylistIntake& intake_;
    const KnownFiles& files_;
    std::map<std::pair<std::string, std::size_t>, PlaylistIntake::List> lists_;
    std::vector<PlaylistIntake::List*> order_;  ///< as they stand in the file
};

/// The folder below `named` that the file lies in; empty if it lies in none.
std::string person_of_folder(const std::filesystem::path& named, const sources::SourceFile& file) {
    constexpr std::size_t longest = 64;
    const auto inside = std::filesystem::path(file.path).lexically_relative(sources::shown_path(named));
    const auto folder = inside.parent_path().filename().string();
    return folder == "." || folder == ".." ? std::string() : fit(trim(folder), longest);
}

std::string what_is_known(sources::Reading reading) {
    std::string kinds;
    for (const auto& source : sources::all_sources(reading)) {
        if (kinds.find(source.kind) == std::string::npos)
            kinds += (kinds.empty() ? "" : ", ") + std::string(source.kind);
    }
    const bool is_community = reading == sources::Reading::community;
    return fmt::format("not a file that attune knows{}; it reads: {}",
                       is_community ? " as data of a community" : "", kinds);
}

using Counts = std::map<std::string, std::int64_t, std::less<>>;

/// What a path holds of which nothing is read.
std::string what_it_holds(const Counts& before, const Counts& after) {
    std::string found;
    for (const auto& [kind, n] : after) {
        const auto earlier = before.find(kind);
        const auto more = n - (earlier == before.end() ? 0 : earlier->second);
        if (more > 0) found += fmt::format("{}{} {}", found.empty() ? "" : ", ", more, kind);
    }
    return found.empty() ? "holds no file"
                         : fmt::format("holds no file that attune reads; what it holds: {}", found);
}

class Importer {
  public:
    Importer(Workspace& workspace, const ImportOptions& options)
        : workspace_(workspace),
          options_(options),
          reading_as_(options.community ? sources::Reading::community : sources::Reading::person),
          person_(options.community ? library::PersonId() : workspace.ensure_person()) {
        if (!options.community) intake_.emplace(*workspace.store, person_);
    }

    ImportReport run() {
        const auto start = std::chrono::steady_clock::now();
        for (const auto& path : options_.paths) {
            const std::size_t n_files = report_.files.size();
            const auto others_before = report_.other_files;
            sources::visit_files(
                path,
                {[&](const auto& file, auto& in) { import_file(path, file, in); },
                 [&](const std::string& where, const std::string& message) { refuse(where, message); },
                 [&](const std::string& /*where*/, std::string_view kind) { pass(kind); }},
                reading_as_);
            if (report_.files.size() == n_files)
                refuse(sources::shown_path(path), what_it_holds(others_before, report_.other_files));
        }
        for (const auto& file : report_.files) report_.totals.add(file.counts);
        report_.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
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

    void pass(std::string_view kind) { ++report_.other_files[std::string(kind)]; }

    void import_file(const std::filesystem::path& named, const sources::SourceFile& file,
                     sources::ByteStream& raw) {
        workspace_.task.report("import " + file.path, 0, file.size);
        FileReport report;
        report.path = file.path;
        report.kind = "unknown";
        reading_ = file.path;
        bool is_empty = false;
        try {
            CountedStream stream(raw, workspace_.task);
            sources::TextStream text(stream, file.name);
            auto head = text.head();
            head.answers = &options_.answers;
            is_empty = head.bytes.empty();
            const auto* const source = sources::find_source(head, reading_as_);
            const std::string advice = source == nullptr ? sources::advice_for(head, reading_as_) : "";
            if (source == nullptr && is_no_data(file, advice)) {
                reading_.clear();
                problems_of_stream_.clear();
                return pass(file.other_kind);
            }
            if (source != nullptr && !options_.community && sources::names_several_people(head)) {
                problems_of_stream_.push_back({file.path,
                                               "names several people; what others listen to is imported "
                                               "with --community"});
            } else if (source != nullptr) {
                report.kind = source->kind;
                if (source->look != nullptr && !options_.community) report.look = source->look(head);
                if (!report.look.question.empty()) {
                    reading_.clear();
                    problems_of_stream_.clear();
                    report_.files.push_back(std::move(report));
                    return;
                }
                const auto sink = sink_for(named, file, report, stream);
                if (options_.community) {
                    read_in_transaction(*source, head, text, *sink, report);
                } else {
                    read_in_slices(*source, head, text, *sink, report);
                }
            } else if (!is_empty) {
                problems_of_stream_.push_back(
                    {file.path, advice.empty() ? what_is_known(reading_as_) : advice});
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

    /// Whether a file that nothing recognises is one of the many that lie beside music data: it is counted, and told of
    /// only if it is the data of some program.
    static bool is_no_data(const sources::SourceFile& file, std::string_view advice) {
        if (file.other_kind.empty()) return false;
        return file.other_kind != "unknown" || advice.find("foobar2000") == std::string_view::npos;
    }

    std::unique_ptr<CountingSink> sink_for(const std::filesystem::path& named,
                                           const sources::SourceFile& file, FileReport& report,
                                           const CountedStream& stream) {
        if (!options_.community) {
            auto adder = options_.folders_are_people ? person_of_folder(named, file) : std::string();
            if (!files_) files_.emplace(*workspace_.store);
            return std::make_unique<StoreSink>(workspace_, person_, std::move(adder), *intake_, *files_,
                                               report, stream, file.size, options_.answers.as == "likes");
        }
        return community_sink(workspace_, {named, options_.source}, report, stream, file.size);
    }

    void read_in_transaction(const sources::Source& source, const sources::FileHead& head,
                             sources::ByteStream& in, CountingSink& sink, const FileReport& report) {
        auto transaction = begin_when_free(*workspace_.store, workspace_.task);
        read(source, head, in, sink);
        if (report.counts.imported > 0) workspace_.store->add_import(row_of(head, report));
        transaction->commit();
    }

    void read_in_slices(const sources::Source& source, const sources::FileHead& head, sources::ByteStream& in,
                        CountingSink& sink, const FileReport& report) {
        const auto import =
            workspace_.store->begin_import(options_.slices, [&] { wait_a_moment(workspace_.task); });
        sink.rest_by(import.get());
        read(source, head, in, sink);
        const bool told = report.counts.imported + report.counts.duplicates > 0;
        import->commit(told ? std::optional(row_of(head, report)) : std::nullopt);
    }

    void read(const sources::Source& source, const sources::FileHead& head, sources::ByteStream& in,
              CountingSink& sink) {
        const sources::ReadOptions options{options_.keep_incognito, workspace_.now, options_.zone};
        read_ahead([&](sources::RecordSink& rows) { source.read(in, head, options, rows); }, sink,
                   [&] { sink.rest(); });
        sink.finish();
        workspace_.task.check();
    }

    store::ImportRow row_of(const sources::FileHead& head, const FileReport& report) const {
        return {0,           person_,        std::string(head.name),
                report.kind, workspace_.now, json_text(shapes::to_json(shape_of(report)))};
    }

    Workspace& workspace_;
    const ImportOptions& options_;
    sources::Reading reading_as_;
    library::PersonId person_;  ///< none for a community
    std::optional<PlaylistIntake> intake_;
    std::optional<KnownFiles> files_;
    ImportReport report_;
    std::string reading_;                            ///< the path of the file that is read
    std::vector<ImportProblem> problems_of_stream_;  ///< of that file, besides those of its rows
};

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

bool ImportReport::is_all_in_doubt() const noexcept {
    return !files.empty() &&
           std::ranges::all_of(files, [](const FileReport& file) { return !file.look.question.empty(); });
}

namespace {

void check_answers(const sources::Answers& answers) {
    constexpr std::array<std::string_view, 5> kinds{"", "history", "playlist", "likes", "catalogue"};
    require(std::ranges::find(kinds, answers.as) != kinds.end(),
            "--as must be history, playlist, likes or catalogue, got '{}'", answers.as);
    for (const auto& [column, meaning] : answers.columns) {
        require(sources::column_answer(meaning).has_value(), "column '{}' cannot be '{}'; it can be {}",
                column, meaning, sources::known_answers());
    }
}

}  // namespace

sources::Answers answers_of(std::string_view as, std::string_view columns) {
    sources::Answers answers{std::string(as), {}};
    for (const auto part : split(columns, ",")) {
        const auto at = part.rfind('=');
        require(at != std::string_view::npos && at > 0 && at + 1 < part.size(),
                "--columns must be pairs as \"Time=length,2=artist\", got '{}'", part);
        answers.columns[std::string(trim(part.substr(0, at)))] = std::string(trim(part.substr(at + 1)));
    }
    check_answers(answers);
    return answers;
}

ImportReport import_paths(Workspace& workspace, const ImportOptions& options) {
    require(!options.paths.empty(), "name at least one file, folder or archive to import");
    require(
        !options.community || !options.folders_are_people,
        "the folders of a community's data are no people; leave --community or --folders-are-people away");
    require(options.community || options.source.empty(),
            "--source names where data of a community comes from; "
            "it goes with --community");
    if (!options.community) check_person_name(workspace.person);
    for (const auto& path : options.paths) {
        std::error_code error;
        if (!std::filesystem::exists(path, error))
            fail(ErrorCode::not_found, "there is no file or folder {}", sources::shown_path(path));
    }
    return Importer(workspace, options).run();
}

shapes::ImportReport shape_of(const ImportReport& report) {
    shapes::ImportReport shape{{},
                               counts_of(report.totals),
                               {},
                               {report.other_files.begin(), report.other_files.end()},
                               report.seconds};
    for (const auto& file : report.files) {
        shape.files.push_back(shape_of(file));
        if (!file.look.question.empty())
            shape.questions.push_back({file.path, file.kind, file.look.question, file.look.choices});
    }
    return shape;
}

}  // namespace attune::engine
