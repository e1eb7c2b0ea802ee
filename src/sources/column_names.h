#pragma once

#include <string>
#include <string_view>

namespace attune::sources {

/// What a column is called in attune's own words, as normal_name() writes them ("title", "artist", "dateadded"), if its
/// name says so in one of the languages that exporters and spreadsheets write: "Künstler", "Titre de la chanson",
/// "Nome do artista", "アーティスト". Empty where no word is known, or what is left says something else.
std::string column_in_own_words(std::string_view written);

/// Whether a table that has a column of this (normal) name may be about tracks or plays: what tells a header from a row.
bool is_known_column(std::string_view normal_name);

}  // namespace attune::sources
