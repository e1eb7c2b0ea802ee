#include "lab/numbers/number_rows.h"

#include "core/error.h"
#include "lab/rows/row_filter.h"

#include <algorithm>

namespace attune::lab {
namespace {

using learning::Column;
using learning::Numbers;
using learning::Table;
using learning::TextLists;
using learning::Texts;

/// Row by row; the genres of a duplicate go to the row that was kept for its id.
struct Choice {
    std::vector<std::size_t> rows;
    std::map<std::size_t, std::vector<std::string>> more_genres;  // of rows kept
    std::map<std::string, std::size_t> dropped;
};

Choice choose(const Table& table, const StudyColumns& columns, RowFilter& filter) {
    const auto* const genres = columns.genre.empty() ? nullptr : &table.lists(columns.genre);
    Choice choice;
    for (std::size_t row = 0; row < table.n_rows(); ++row) {
        const auto reason = filter.reason(row);
        if (reason.empty()) {
            choice.rows.push_back(row);
            continue;
        }
        ++choice.dropped[std::string(reason)];
        if (reason != "duplicate" || genres == nullptr) continue;
        const auto kept = filter.kept_for(row);
        for (const auto& genre : (*genres)[row]) {
            auto& more = choice.more_genres[kept];
            const auto& own = (*genres)[kept];
            const bool is_there =
                std::ranges::find(own, genre) != own.end() || std::ranges::find(more, genre) != more.end();
            if (!is_there) more.push_back(genre);
        }
    }
    return choice;
}

/// Some rows of a column, a list with what duplicates add to it.
Column part_of(const Column& column, const Choice& choice, bool is_genre) {
    if (const auto* numbers = std::get_if<Numbers>(&column.values))
        return {column.name, gather(*numbers, choice.rows)};
    if (const auto* texts = std::get_if<Texts>(&column.values))
        return {column.name, gather(*texts, choice.rows)};
    auto lists = gather(std::get<TextLists>(column.values), choice.rows);
    for (std::size_t i = 0; is_genre && i < lists.size(); ++i) {
        const auto more = choice.more_genres.find(choice.rows[i]);
        if (more == choice.more_genres.end()) continue;
        lists[i].insert(lists[i].end(), more->second.begin(), more->second.end());
    }
    return {column.name, std::move(lists)};
}

/// Genres that too few rows have become "other" in all lists: a column or a median for each would be noise.
void join_rare(TextLists& lists) {
    std::map<std::string, std::size_t> count_of;
    for (const auto& list : lists) {
        for (const auto& genre : list) ++count_of[genre];
    }
    std::vector<std::size_t> counts;
    for (const auto& [genre, count] : count_of) counts.push_back(count);
    std::ranges::sort(counts, std::greater{});
    std::size_t least = least_rows_of_genre;
    if (counts.size() > most_genres) least = std::max(least, counts[most_genres] + 1);
    for (auto& list : lists) {
        for (auto& genre : list) {
            if (count_of[genre] < least) genre = "other";
        }
        std::vector<std::string> different;
        for (auto& genre : list) {
            if (std::ranges::find(different, genre) == different.end()) different.push_back(std::move(genre));
        }
        list = std::move(different);
    }
}

void set_genres(const TextLists& lists, NumberRows& chosen) {
    std::map<std::string, std::uint64_t> number_of;
    for (const auto& list : lists) {
        chosen.genre.push_back(list.empty() ? std::string() : list.front());
        chosen.genre_of.push_back(number_of.try_emplace(chosen.genre.back(), number_of.size()).first->second);
    }
}

}  // namespace

NumberRows choose_number_rows(const Table& table, const StudyColumns& columns, std::size_t least_rows,
                              std::size_t most_rows, std::uint64_t seed) {
    check_columns(columns);
    RowFilter filter(table, columns);
    auto choice = choose(table, columns, filter);
    if (const auto n_more = keep_some(choice.rows, most_rows, seed); n_more > 0)
        choice.dropped["not_sampled"] = n_more;
    require_rows_left(choice.rows.size(), choice.dropped);
    require(choice.rows.size() >= least_rows, "a study of '{}' needs {} tracks at least, got {}",
            columns.target, least_rows, choice.rows.size());
    NumberRows chosen;
    for (const auto row : choice.rows) {
        chosen.target.push_back(static_cast<float>(table.numbers(columns.target)[row]));
        if (filter.has_groups()) chosen.groups.push_back(filter.group(row));
    }
    require(std::ranges::min(chosen.target) < std::ranges::max(chosen.target),
            "'{}' is {} in all {} tracks: there is nothing to explain", columns.target, chosen.target.front(),
            chosen.target.size());
    if (!columns.genre.empty()) {
        auto genres = part_of(table.column(columns.genre), choice, true);
        join_rare(std::get<TextLists>(genres.values));
        set_genres(std::get<TextLists>(genres.values), chosen);
        chosen.table.add(std::move(genres));
    }
    if (!columns.year.empty()) chosen.year = gather(table.numbers(columns.year), choice.rows);
    for (const auto& name : columns.features) {
        if (name != columns.genre) chosen.table.add(part_of(table.column(name), choice, false));
    }
    chosen.rows = std::move(choice.rows);
    chosen.dropped = std::move(choice.dropped);
    return chosen;
}

}  // namespace attune::lab
