#include "library/nobody.h"

#include <gtest/gtest.h>

namespace attune::library::test {
namespace {

TEST(Nobody, IsWhatTablesAndProgramsWriteForIt) {
    for (const auto* name : {"",
                             "  ",
                             "-",
                             "[]",
                             "NA",
                             "nan",
                             "NaN",
                             "null",
                             "None",
                             "N/A",
                             "?",
                             "Various Artists",
                             "V.A.",
                             "VA",
                             "Unknown Artist",
                             "<unknown>",
                             "[unknown]",
                             "[Unknown Artist]",
                             "Unknown",
                             "Untagged",
                             "Unbekannter Künstler",
                             "Verschiedene Interpreten",
                             "Artiste inconnu",
                             "Varios Artistas",
                             "Vários Artistas",
                             "Artista sconosciuto",
                             "Onbekende artiest",
                             "Nieznany wykonawca",
                             "Okänd artist",
                             "Неизвестный исполнитель",
                             "不明なアーティスト",
                             "未知艺术家",
                             "알 수 없는 아티스트",
                             "群星"})
        EXPECT_TRUE(is_nobody(name)) << name;
}

TEST(Nobody, IsNoArtistWhoseNameIsNearIt) {
    for (const auto* name : {"Nan Kel", "The Unknown", "Various Cruelties", "Unknown Mortal Orbit", "!!!",
                             "NAO", "N.A.S.A.", "Nil Sol", "Vela Norr", "A", "X", "++", "El Desconocido"})
        EXPECT_FALSE(is_nobody(name)) << name;
}

}  // namespace
}  // namespace attune::library::test
