#include "engine/genres/genre_tree.h"

#include "core/error.h"
#include "core/hash.h"
#include "core/text.h"
#include "files/file.h"
#include "genres/genre_name.h"
#include "genres/sound.h"
#include "similarity/tag_table.h"

#include <algorithm>
#include <numeric>

namespace attune::engine {
namespace {

constexpr std::string_view file_head =
    "# Where you say genres belong. It counts before what attune says by itself; updates leave it as it is.\n"
    "#   tag soul jazz: jazz 2, r&b 1      one genre, in one or several branches\n"
    "#   branch rock: grunge, britpop      several genres of one branch\n"
    "#   root guitars: rock, surf          another branch, or a branch under another root\n";

std::string read_own(const Workspace& workspace) {
    const auto file = taxonomy_file(workspace);
    return std::filesystem::exists(file) ? files::read_file(file) : std::string();
}

void read_own_into(genres::Taxonomy& taxonomy, const Workspace& workspace, const std::string& text) {
    try {
        taxonomy.read(text, genres::Author::person);
    } catch (const Error& error) {
        throw error.within(taxonomy_file(workspace).string());
    }
}

/// Whether a line says where this tag belongs, and nothing else.
bool is_line_of(std::string_view line, std::string_view tag) {
    line = trim(line);
    const auto colon = line.find(':');
    return line.starts_with("tag ") && colon != std::string_view::npos &&
           genres::canonical_genre(line.substr(4, colon - 4)) == tag;
}

/// The text without the lines of a tag; how many there were.
std::string without_tag(std::string_view text, std::string_view tag, std::size_t& n_lines) {
    std::string kept;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        const auto line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (is_line_of(line, tag)) {
            ++n_lines;
        } else {
            kept += std::string(line) + "\n";
        }
    }
    return kept;
}

std::string require_tag(std::string_view tag) {
    auto name = genres::canonical_genre(tag);
    require(!name.empty(), "'{}' is not the name of a genre", tag);
    return name;
}

}  // namespace

std::vector<double> GenreTree::weights(std::size_t tag) const {
    const auto* const said = settled(profiles.tags[tag]);
    return said == nullptr ? branching.of(tag).weights : said->weights;
}

const genres::Settled* GenreTree::settled(std::string_view tag) const {
    const auto found = taxonomy.settled().find(tag);
    return found == taxonomy.settled().end() ? nullptr : &found->second;
}

std::filesystem::path taxonomy_file(const Workspace& workspace) { return workspace.directory / "genres.txt"; }

genres::Taxonomy read_taxonomy(const Workspace& workspace) {
    genres::Taxonomy taxonomy;
    taxonomy.read(genres::default_taxonomy(), genres::Author::attune);
    read_own_into(taxonomy, workspace, read_own(workspace));
    return taxonomy;
}

namespace {

GenreTree make_tree(Snapshot& snapshot, genres::Taxonomy taxonomy) {
    const auto& workspace = snapshot.workspace();
    const auto& collection = snapshot.collection();
    const auto table = snapshot.tag_table();
    if (table->names.empty())
        fail(ErrorCode::not_found,
             "this library knows no genres; import a table of artists and genres, or a catalogue");
    GenreTree tree;
    tree.taxonomy = std::move(taxonomy);
    tree.artists.tags = table->names;
    tree.artists.bags = table->of_artists;
    for (const auto& artist : collection.artists) tree.artist_names.push_back(artist.name);
    std::ranges::copy(table->of_strangers, std::back_inserter(tree.artists.bags));
    tree.artists.sound = genres::artist_sound(collection);
    genres::TagProfileOptions options;
    options.seed = workspace.seed;
    tree.profiles = genres::profile_tags(tree.artists, options, workspace.task);
    std::vector<genres::KnownTag> known;
    for (const auto& [tag, settled] : tree.taxonomy.settled()) known.push_back({tag, settled.weights});
    genres::BranchingOptions branching;
    branching.spreading.threads = static_cast<int>(workspace.threads);
    tree.branching =
        genres::Branching(tree.profiles, known, tree.taxonomy.branches().size(), branching, workspace.task);
    return tree;
}

}  // namespace

std::string state_of_genres(Snapshot& snapshot) {
    return fmt::format("{} {:016x}", snapshot.state(Of::community),
                       stable_hash(read_own(snapshot.workspace())));
}

std::shared_ptr<const GenreTree> learn_genres(Snapshot& snapshot) {
    return snapshot.get<GenreTree>(
        fmt::format("genre_tree/{}", snapshot.workspace().seed), state_of_genres(snapshot),
        [&] {
            return std::make_shared<const GenreTree>(
                make_tree(snapshot, read_taxonomy(snapshot.workspace())));
        },
        [](const GenreTree& tree) {
            return tree.artists.bags.size() * 300 + tree.profiles.tags.size() * 2000;
        });
}

std::vector<std::int32_t> branches_of_genres(const GenreTree& tree, const library::Collection& collection) {
    std::vector<std::int32_t> branches(collection.genres.size(), -1);
    for (std::size_t tag = 0; tag < tree.profiles.tags.size(); ++tag) {
        const auto found = std::ranges::lower_bound(collection.genres, tree.profiles.tags[tag]);
        if (found == collection.genres.end() || *found != tree.profiles.tags[tag]) continue;
        const auto weights = tree.weights(tag);
        branches[static_cast<std::size_t>(found - collection.genres.begin())] =
            static_cast<std::int32_t>(std::ranges::max_element(weights) - weights.begin());
    }
    return branches;
}

void settle_genre(Workspace& workspace, std::string_view tag, std::string_view branches) {
    const auto name = require_tag(tag);
    require(branches.find('\n') == std::string_view::npos, "branches are one line");
    std::size_t n_lines = 0;
    auto text = without_tag(read_own(workspace), name, n_lines);
    if (text.empty()) text = file_head;
    const auto line = fmt::format("tag {}: {}\n", name, trim(branches));
    auto taxonomy = read_taxonomy(workspace);
    try {
        taxonomy.read(line, genres::Author::person);
    } catch (const Error& error) {
        fail(ErrorCode::invalid_argument, "'{}': {}", trim(line), error.what());
    }
    files::write_file(taxonomy_file(workspace), text + line);
    workspace.store->note_music_changed();
}

void unsettle_genre(Workspace& workspace, std::string_view tag) {
    const auto name = require_tag(tag);
    std::size_t n_lines = 0;
    const auto text = without_tag(read_own(workspace), name, n_lines);
    if (n_lines == 0)
        fail(ErrorCode::not_found, "{} has no line 'tag {}: …'", taxonomy_file(workspace).string(), name);
    files::write_file(taxonomy_file(workspace), text);
    workspace.store->note_music_changed();
}

std::vector<shapes::BranchWeight> branch_weights(std::span<const double> weights,
                                                 const genres::Taxonomy& taxonomy) {
    std::vector<std::size_t> order(weights.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::ranges::greater{}, [&](auto b) { return weights[b]; });
    std::vector<shapes::BranchWeight> list;
    for (const auto b : order) {
        if (weights[b] >= least_shown || list.empty())
            list.push_back({taxonomy.branches()[b].name, weights[b]});
    }
    return list;
}

}  // namespace attune::engine
