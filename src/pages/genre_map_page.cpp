#include "pages/genre_map_page.h"

#include "report/bars.h"
#include "report/map.h"
#include "report/numbers.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <numeric>

namespace attune::pages {
namespace {

constexpr std::size_t most_groups_drawn = 20;
// A genre is of the territory from two plays in a thousand; below that a map would be shaded everywhere.
constexpr double least_share = 0.002;

struct Group {
    std::size_t number = 0;
    std::string name;
    std::size_t n_genres = 0;
    double share_of_plays = 0;  ///< 0 if nobody's plays are known
};

bool has_plays(const shapes::GenreMap& map) { return map.plays_with_genres.value_or(0) > 0; }

/// "rock, indie rock": a group is called by its genres of most artists.
std::string name_of(const shapes::MapGroup& group) {
    std::string name;
    const auto& examples = group.examples;
    for (std::size_t i = 0; i < std::min<std::size_t>(2, examples.size()); ++i)
        name += (i > 0 ? ", " : "") + examples[i];
    return name;
}

/// The largest first: they get the colours.
std::vector<Group> groups_of(const shapes::GenreMap& map) {
    std::vector<Group> groups;
    for (const auto& group : map.groups)
        groups.push_back({group.group, name_of(group), group.genres, group.share_of_plays.value_or(0)});
    std::ranges::stable_sort(groups, std::greater<>{}, &Group::n_genres);
    return groups;
}

report::Map picture_of(const shapes::GenreMap& map, const std::vector<Group>& groups) {
    report::Map picture{"genre", {}, {}, "artists", has_plays(map) ? "of the most played genre" : ""};
    std::vector<std::size_t> place_of(groups.size());
    for (std::size_t i = 0; i < groups.size(); ++i) {
        place_of[groups[i].number] = i;
        picture.groups.push_back(groups[i].name);
    }
    double most_plays = 0;
    for (const auto& genre : map.genres) most_plays = std::max(most_plays, genre.plays.value_or(0));
    for (const auto& genre : map.genres) {
        report::MapPlace place{genre.genre, genre.x, genre.y, place_of[genre.group], genre.artists, 0};
        const double plays = genre.plays.value_or(0);
        if (has_plays(map) && plays >= least_share * *map.plays_with_genres) place.shade = plays / most_plays;
        picture.places.push_back(std::move(place));
    }
    return picture;
}

std::string picture_words(const report::Map& picture, const std::vector<Group>& groups) {
    const auto shaded =
        std::ranges::count_if(picture.places, [](const auto& place) { return place.shade > 0; });
    auto text = fmt::format(
        "{} stand near what the same artists are called, in {}; the largest is that of {} with {}.",
        report::count_of(picture.places.size(), "genre", "genres"),
        report::count_of(groups.size(), "group", "groups"), groups.front().name,
        report::count_text(groups.front().n_genres));
    if (shaded > 0)
        text += fmt::format(" The shade lies under the {} that you play.",
                            report::count_of(static_cast<std::size_t>(shaded), "genre", "genres"));
    return text;
}

report::Figure plays_figure(const std::vector<Group>& groups) {
    auto played = groups;
    std::ranges::stable_sort(played, std::greater<>{}, &Group::share_of_plays);
    if (played.size() > most_groups_drawn) played.resize(most_groups_drawn);
    report::Bars bars{{"group", {}, {{"share of your plays", {}}}}, report::percent_format()};
    for (const auto& group : played) {
        bars.rows.names.push_back(group.name);
        bars.rows.series[0].values.push_back(group.share_of_plays);
    }
    std::size_t half = 0;
    for (double sum = 0; half < played.size() && sum < 0.5; ++half) sum += played[half].share_of_plays;
    return {"Where your listening lies",
            fmt::format("{} holds {} of your plays; half of them lie in {}.", played[0].name,
                        report::percent_text(played[0].share_of_plays),
                        report::count_of(half, "group", "groups")),
            bars};
}

report::Table groups_table(const shapes::GenreMap& map, const std::vector<Group>& groups) {
    report::Table table{
        "Groups",
        {report::text_column("group"), report::text_column("such as"), report::number_column("genres")},
        {}};
    const bool plays = has_plays(map);
    if (plays) table.columns.push_back(report::number_column("share of your plays"));
    for (const auto& group : groups) {
        const auto& examples = map.groups[group.number].examples;
        table.row({group.name, report::list_text(examples), report::count_text(group.n_genres)});
        if (plays) table.rows.back().push_back(report::percent_text(group.share_of_plays));
    }
    return table;
}

}  // namespace

report::Document genre_map_page(const shapes::GenreMap& map) {
    const auto groups = groups_of(map);
    auto picture = picture_of(map, groups);
    const auto words = picture_words(picture, groups);
    report::Document page{
        "A map of genres", {}, {}, {}, {}, "Made by attune. Nearness means likeness; the axes mean nothing."};
    page.about = fmt::format("{} by the company their artists keep",
                             report::count_of(picture.places.size(), "genre", "genres"));
    if (has_plays(map))
        page.about += fmt::format(", and {} of {}", report::count_of(map.plays.value_or(0), "play", "plays"),
                                  map.person.value_or(""));
    page.sections.push_back({"The map", {report::Figure("Genres", words, picture)}});
    if (has_plays(map)) page.sections.push_back({"Your territory", {plays_figure(groups)}});
    page.sections.push_back({"The groups", {groups_table(map, groups)}});
    return page;
}

}  // namespace attune::pages
