#include "engine/upkeep/community.h"

#include "cli/command.h"
#include "cli/table.h"

namespace attune::cli {
namespace {

std::string community_text(const shapes::Community& community) {
    Table table;
    table.column("source");
    for (const auto* const column : {"people", "artist plays", "track plays", "artist tags"})
        table.column(column, Table::Align::right);
    for (const auto& row : community.sources) {
        table.row({row.source, with_commas(row.people), with_commas(row.artist_plays),
                   with_commas(row.track_plays), with_commas(row.artist_tags)});
    }
    if (table.empty()) return "no community data yet; `attune import --community PATH` brings some";
    const auto& counts = community.counts;
    return fmt::format(
        "{}\n{} artists, {} tracks and {} tags; it knows {} artists and {} tracks of the library",
        table.text(), with_commas(counts.artists), with_commas(counts.tracks), with_commas(counts.tags),
        with_commas(counts.known_artists), with_commas(counts.known_tracks));
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
        const auto community = engine::community(workspace);
        context.show(community);
        context.say(community_text(community));
    }

  private:
    std::string action_;
    std::string source_;
};

}  // namespace

std::unique_ptr<Command> make_community() { return std::make_unique<Community>(); }

}  // namespace attune::cli
