#include "cli/picks_text.h"

#include "cli/reasons_text.h"
#include "cli/table.h"

#include <fmt/format.h>

namespace attune::cli {
namespace {

constexpr std::size_t reasons_shown = 6;

}  // namespace

std::string picks_text(const Json& discovery, bool explain) {
    std::string text;
    if (explain) {
        for (const auto& pick : discovery["picks"]) {
            text += fmt::format("{}{:>3}  {} – {}   {:.0f} %{}", text.empty() ? "" : "\n", pick["rank"].dump(),
                                pick["artist"].get<std::string>(), pick["title"].get<std::string>(),
                                100 * pick["probability"].get<double>(),
                                reasons_text(pick["reasons"], reasons_shown));
        }
        return text;
    }
    Table table;
    table.column("", Table::Align::right);
    table.column("artist", Table::Align::left, 28);
    table.column("title", Table::Align::left, 40);
    table.column("like it", Table::Align::right);
    table.column("new artist");
    table.column("genres", Table::Align::left, 36);
    for (const auto& pick : discovery["picks"]) {
        std::string genres;
        for (const auto& genre : pick["genres"]) genres += (genres.empty() ? "" : ", ") + genre.get<std::string>();
        table.row({pick["rank"].dump(), pick["artist"], pick["title"],
                   fmt::format("{:.0f} %", 100 * pick["probability"].get<double>()),
                   pick["new_artist"].get<bool>() ? "new" : "", genres});
    }
    return table.text();
}

}  // namespace attune::cli
