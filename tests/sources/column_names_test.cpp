#include "sources/column_names.h"

#include "sources/csv.h"
#include "sources/recorded.h"

#include <gtest/gtest.h>

namespace attune::sources::test {
namespace {

struct NameCase {
    const char* written;
    const char* meaning;
};

TEST(ColumnNames, AreUnderstoodInTheLanguagesOfExporters) {
    for (const auto& [written, meaning] : {NameCase{"Titel", "title"},
                                           NameCase{"Künstler", "artist"},
                                           NameCase{"Interpret", "artist"},
                                           NameCase{"Name des Künstlers", "artist"},
                                           NameCase{"Songtitel", "title"},
                                           NameCase{"Dauer", "duration"},
                                           NameCase{"Hinzugefügt am", "dateadded"},
                                           NameCase{"Zuletzt gespielt", "lastplayed"},
                                           NameCase{"Wiedergabedatum", "playedat"},
                                           NameCase{"Titre", "title"},
                                           NameCase{"Titre de la chanson", "title"},
                                           NameCase{"Artiste", "artist"},
                                           NameCase{"Nom de l'artiste", "artist"},
                                           NameCase{"Nom de l\u2019album", "album"},
                                           NameCase{"Durée", "duration"},
                                           NameCase{"Date d'ajout", "dateadded"},
                                           NameCase{"Date d'écoute", "playedat"},
                                           NameCase{"Título de la canción", "title"},
                                           NameCase{"Nombre del artista", "artist"},
                                           NameCase{"Nombre del álbum", "album"},
                                           NameCase{"Fecha de reproducción", "playedat"},
                                           NameCase{"Nome do artista", "artist"},
                                           NameCase{"Nome da música", "trackname"},
                                           NameCase{"Faixa", "track"},
                                           NameCase{"Duração", "duration"},
                                           NameCase{"Titolo", "title"},
                                           NameCase{"Nome artista", "artist"},
                                           NameCase{"Brano", "track"},
                                           NameCase{"Durata", "duration"},
                                           NameCase{"Artiest", "artist"},
                                           NameCase{"Duur", "duration"},
                                           NameCase{"Tytuł", "title"},
                                           NameCase{"Wykonawca", "artist"},
                                           NameCase{"Tytuł utworu", "title"},
                                           NameCase{"Låt", "track"},
                                           NameCase{"Skladba", "track"},
                                           NameCase{"Umělec", "artist"},
                                           NameCase{"Название", "title"},
                                           NameCase{"Исполнитель", "artist"},
                                           NameCase{"Альбом", "album"},
                                           NameCase{"Şarkı", "track"},
                                           NameCase{"Sanatçı", "artist"},
                                           NameCase{"曲名", "title"},
                                           NameCase{"アーティスト", "artist"},
                                           NameCase{"アルバム名", "album"},
                                           NameCase{"再生日時", "playedat"},
                                           NameCase{"歌名", "title"},
                                           NameCase{"歌手", "artist"},
                                           NameCase{"专辑", "album"},
                                           NameCase{"제목", "title"},
                                           NameCase{"아티스트", "artist"},
                                           NameCase{"Length (Duration)", "duration"},
                                           NameCase{"released_year", "year"},
                                           NameCase{"Date Added", "dateadded"},
                                           NameCase{"Beats Per Minute (BPM)", "tempo"},
                                           NameCase{"Tonart", "key"},
                                           NameCase{"Énergie", "energy"},
                                           NameCase{"Time Zone", "timezone"},
                                           NameCase{"Album Artist", "albumartist"},
                                           NameCase{"K\xFCnstler", "artist"}})
        EXPECT_EQ(column_in_own_words(written), meaning) << written;
}

TEST(ColumnNames, MeanNothingWhereAWordIsNotKnown) {
    for (const auto* written : {"", "artist_count", "released_month", "track number", "in_spotify_playlists",
                                "x", "the", "Artist URL", "album type", "Moss", "12"})
        EXPECT_EQ(column_in_own_words(written), "") << written;
}

// Each is a list of one track, in the language or the layout of its maker.
TEST(Tables, AreListsInAnyLanguageAndLayout) {
    for (const auto* text :
         {"Titel;Künstler;Album\nMoss;Vela Norr;Hush\n",
          "Titre,Artiste,Album\nMoss,Vela Norr,Hush\n",
          "Título de la canción,Nombre del artista,Nombre del álbum\nMoss,Vela Norr,Hush\n",
          "Nome da faixa;Nome do artista;Álbum\nMoss;Vela Norr;Hush\n",
          "Brano,Artista,Album\nMoss,Vela Norr,Hush\n",
          "Nummer,Titel,Artiest,Album\n1,Moss,Vela Norr,Hush\n",
          "Tytuł\tWykonawca\tAlbum\nMoss\tVela Norr\tHush\n",
          "Låt,Artist,Album\nMoss,Vela Norr,Hush\n",
          "Название;Исполнитель;Альбом\nMoss;Vela Norr;Hush\n",
          "曲名,アーティスト,アルバム\nMoss,Vela Norr,Hush\n",
          "歌名,歌手,专辑\nMoss,Vela Norr,Hush\n",
          "제목,아티스트,앨범\nMoss,Vela Norr,Hush\n",
          "Şarkı,Sanatçı,Albüm\nMoss,Vela Norr,Hush\n",
          "sep=;\nTitle;Artist;Album\nMoss;Vela Norr;Hush\n",
          "Title|Artist|Album\nMoss|Vela Norr|Hush\n",
          "# made by a program, for you\n# on a day\nTitle,Artist,Album\nMoss,Vela Norr,Hush\n",
          "My list, as of today\n\nTitle;Artist;Album\nMoss;Vela Norr;Hush\n",
          "Title, Artist, Album\n\"Moss\", \"Vela Norr\", \"Hush\"\n",
          "\"Title\" , \"Artist\" , \"Album\"\n\"Moss\" , \"Vela Norr\" , \"Hush\"\n",
          "Title\tArtist\tAlbum\rMoss\tVela Norr\tHush\r",
          "K\xFCnstler;Titel;Album\nVela Norr;Moss;Hush\n",
          "Track,Title,Artist,Album\n1,Moss,Vela Norr,Hush\n"}) {
        const auto outcome = read_text(text, "list.csv");
        EXPECT_EQ(outcome.kind, "track_csv") << text;
        ASSERT_EQ(outcome.rows.entries.size(), 1U) << text;
        EXPECT_EQ(outcome.rows.entries[0].track.track_name, "Moss") << text;
        EXPECT_EQ(outcome.rows.entries[0].track.artist_name, "Vela Norr") << text;
        EXPECT_EQ(outcome.rows.entries[0].track.release_name, "Hush") << text;
        EXPECT_EQ(outcome.rows.n_rows(), 1U) << text;
    }
}

TEST(Tables, TellWhereTheirValuesBegin) {
    const auto columns =
        Columns::of({"x.csv", "sep=;\nmade today\nTitle;Artist\nMoss;Vela Norr\nFen;Orla Fenn\n"});
    EXPECT_EQ(columns.separator(), ';');
    EXPECT_EQ(columns.n_rows_before_values(), 3U);
    EXPECT_TRUE(columns.has_header());
    EXPECT_EQ(columns.values(1), (std::vector<std::string>{"Vela Norr", "Orla Fenn"}));
    EXPECT_TRUE(columns.values(7).empty());
}

TEST(Tables, AreNoJsonOrXml) {
    for (const auto* text : {"{\"title\": 1, \"artist\": 2}", "[{\"title\": 1}]", "[]",
                             "<?xml version=\"1.0\"?>\n<title,artist>", "<plist>\n<title,artist>"})
        EXPECT_EQ(Columns::of({"x", text}).size(), 0U) << text;
    EXPECT_EQ(Columns::of({"x", "[unknown],title,artist\n"}).size(), 3U);
}

}  // namespace
}  // namespace attune::sources::test
