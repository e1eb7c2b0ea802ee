#include "engine/library/community.h"

#include "cli/command.h"
#include "cli/table.h"
#include "core/json.h"

namespace attune::cli {
namespace {

std::string community_text(const Json& community) {
    Table table;
    table.column("source");
    for (const auto* const column : {"people", "artist plays", "track plays", "artist tags"})
        table.column(column, Table::Align::right);
    const auto number = [](const Json& value) { return with_commas(value.get<std::int64_t>()); };
    for (const auto& row : community["sources"]) {
        table.row({row["source"], number(row["people"]), number(row["artist_plays"]),
                   number(row["track_plays"]), number(row["artist_tags"])});
    }
    if (table.empty()) return "no community data yet; `attune import --community PATH` brings some";
    return fmt::format(
        "{}\n{} artists, {} tracks and {} tags; it knows {} artists and {} tracks of the library",
        table.text(), number(community["artists"]), number(community["tracks"]), number(community["tags"]),
        number(community["known_artists"]), number(community["known_tracks"]));
}

class Community final : public Command {
  public:
    void declare(Arguments& arguments) override {
        arguments.positional("ACTION", action_, "list (default) or forget", false);
        arguments.positional("SOURCE", source_, "the source whose data is deleted, for forget", false);
    }

    void run(Context& context) override {
        auto& workspace = context.workspace();
        if (action_ == "forget") {
            require(!source_.empty(), "name the source to forget: attune community forget SOURCE");
            engine::forget_community(workspace, source_);
        } else {
            require(action_.empty() || action_ == "list", "community can list or forget, got '{}'", action_);
        }
        const Json community = engine::community_json(workspace);
        if (context.wants_json()) {
            context.show(community);
        } else {
            context.say(community_text(community));
        }
    }

  private:
    std::string action_;
    std::string source_;
};

}  // namespace

std::unique_ptr<Command> make_community() { return std::make_unique<Community>(); }

}  // namespace attune::cli
