#include "sources/recorded.h"

#include <gtest/gtest.h>

#include <cmath>
#include <ostream>

namespace attune::sources::test {
namespace {

using library::AudioFeature;

constexpr std::string_view header =
    "id,artist,name,danceability,energy,key,loudness,mode,tempo,time_signature,duration_ms\n";

Recorded read_catalogue(std::string_view row) {
    const auto outcome = read_text(std::string(header) + std::string(row) + "\n", "c.csv");
    EXPECT_EQ(outcome.kind, "catalogue");
    return outcome.rows;
}

TEST(Catalogue, ReadsARow) {
    const auto rows = read_catalogue("0123456789abcdefghijAB,A,T,0.5,0.25,3,-7.5,1,120.5,4,180000");
    ASSERT_EQ(rows.tracks.size(), 1U);
    const auto& track = rows.tracks[0];
    EXPECT_EQ(track.track.spotify_id, "0123456789abcdefghijAB");
    EXPECT_EQ(track.track.artist_name, "A");
    EXPECT_EQ(track.track.track_name, "T");
    EXPECT_EQ(track.track.duration_ms, 180000);
    EXPECT_EQ(track.features[AudioFeature::danceability], 0.5F);
    EXPECT_EQ(track.features[AudioFeature::key], 3.0F);
    EXPECT_EQ(track.features[AudioFeature::loudness], -7.5F);
    EXPECT_TRUE(is_missing(track.features[AudioFeature::valence]));
}

struct ValueCase {
    const char* row;
    AudioFeature feature;
    float value;  // NaN: missing
    bool is_told;
};
void PrintTo(const ValueCase& tested, std::ostream* out) { *out << tested.row; }

class CatalogueValue : public testing::TestWithParam<ValueCase> {};

TEST_P(CatalogueValue, IsReadOrMissing) {
    const auto rows = read_catalogue(GetParam().row);
    ASSERT_EQ(rows.tracks.size(), 1U);
    const float value = rows.tracks[0].features[GetParam().feature];
    if (std::isnan(GetParam().value)) {
        EXPECT_TRUE(is_missing(value)) << GetParam().row << " has " << value;
    } else {
        EXPECT_EQ(value, GetParam().value) << GetParam().row;
    }
    EXPECT_EQ(rows.problems.size(), GetParam().is_told ? 1U : 0U) << GetParam().row;
}

INSTANTIATE_TEST_SUITE_P(
    Table, CatalogueValue,
    testing::Values(ValueCase{",A,T,0.5,,,,,,,", AudioFeature::energy, missing, false},
                    ValueCase{",A,T,0.5,NA,,,,,,", AudioFeature::energy, missing, false},
                    ValueCase{",A,T,0.5,NaN,,,,,,", AudioFeature::energy, missing, false},
                    ValueCase{",A,T,0.5,undefined,,,,,,", AudioFeature::energy, missing, false},
                    ValueCase{",A,T,0.5,inf,,,,,,", AudioFeature::energy, missing, true},
                    ValueCase{",A,T,0.5,-nan,,,,,,", AudioFeature::energy, missing, true},
                    ValueCase{",A,T,0.5,1.5,,,,,,", AudioFeature::energy, missing, true},
                    ValueCase{",A,T,0.5,-0.1,,,,,,", AudioFeature::energy, missing, true},
                    ValueCase{",A,T,0.5,loud,,,,,,", AudioFeature::energy, missing, true},
                    ValueCase{",A,T,0.5,1E-06,,,,,,", AudioFeature::energy, 1E-06F, false},
                    ValueCase{",A,T,0.5,,,,,0,,", AudioFeature::tempo, missing, false},
                    ValueCase{",A,T,0.5,,-1,,,,,", AudioFeature::key, missing, false},
                    ValueCase{",A,T,0.5,,C#,,,,,", AudioFeature::key, 1, false},
                    ValueCase{",A,T,0.5,,Bb,,,,,", AudioFeature::key, 10, false},
                    ValueCase{",A,T,0.5,,B,,,,,", AudioFeature::key, 11, false},
                    ValueCase{",A,T,0.5,,Cb,,,,,", AudioFeature::key, 11, false},
                    ValueCase{",A,T,0.5,,H,,,,,", AudioFeature::key, missing, true},
                    ValueCase{",A,T,0.5,,,,Major,,,", AudioFeature::mode, 1, false},
                    ValueCase{",A,T,0.5,,,,minor,,,", AudioFeature::mode, 0, false},
                    ValueCase{",A,T,0.5,,,,,,4-Apr,", AudioFeature::time_signature, 4, false},
                    ValueCase{",A,T,0.5,,,,,,3/4,", AudioFeature::time_signature, 3, false},
                    ValueCase{",A,T,0.5,,,,,,0,", AudioFeature::time_signature, missing, false}));

TEST(Catalogue, TellsOfRefusedValuesOncePerColumn) {
    const auto rows = read_text(std::string(header) + ",A,T,9,0.5,,,,,,\n,A,U,9,0.5,,,,,,\n").rows;
    EXPECT_EQ(rows.tracks.size(), 2U);
    ASSERT_EQ(rows.problems.size(), 1U);
    EXPECT_EQ(rows.problem_with("2 values of danceability").place.line, 2U);
}

TEST(Catalogue, DropsRowsWithoutFeaturesOrWithoutATrack) {
    const auto rows =
        read_text(std::string(header) + ",A,T,,,,,,,,\n,A,,0.5,,,,,,,\n,A,T,,,,,,,,180000\n").rows;
    EXPECT_EQ(rows.reasons(), "no_features no_track no_features");
}

TEST(Catalogue, ReadsArtistsTagsAndFacts) {
    const auto rows =
        read_text(
            "track_id,artists,album_name,track_name,popularity,explicit,energy,valence,liveness,labels,"
            "track_genre,genres,album_release_date\n"
            "0123456789abcdefghijAB,A;B & C;D,L,T,78,FALSE,0.5,0.5,0.5,tt:pop|sf:Dance|tt:pop,indie,"
            "\"['art pop', \"\"singer's\"\"]\",1999-05-01\n"
            "1123456789abcdefghijAB,\"['X', 'Y']\",L,T,101,True,0.5,0.5,0.5,,,[],99\n")
            .rows;
    ASSERT_EQ(rows.tracks.size(), 2U);
    EXPECT_EQ(rows.tracks[0].track.artist_name, "A");
    EXPECT_EQ(rows.tracks[0].track.other_artists, (std::vector<std::string>{"B & C", "D"}));
    EXPECT_EQ(rows.tracks[0].tags,
              (std::vector<std::string>{"tt:pop", "sf:Dance", "art pop", "singer's", "indie"}));
    EXPECT_EQ(rows.tracks[0].popularity, 78.0F);
    EXPECT_EQ(rows.tracks[0].is_explicit, false);
    EXPECT_EQ(rows.tracks[0].release_year, 1999);
    EXPECT_EQ(rows.tracks[1].track.other_artists, (std::vector<std::string>{"Y"}));
    EXPECT_EQ(rows.tracks[1].popularity, std::nullopt);
    EXPECT_EQ(rows.tracks[1].is_explicit, true);
    EXPECT_EQ(rows.tracks[1].release_year, std::nullopt);
    EXPECT_TRUE(rows.tracks[1].tags.empty());
}

TEST(Catalogue, ReadsKeysThatHoldTitleAndArtist) {
    const auto rows = read_text(
                          ",danceability,energy,valence,id\n"
                          "Bad Blood___Taylor Swift,,,,\n"
                          "A___B___C,0.5,0.5,0.5,\n"
                          "Sorry,0.5,0.5,0.5,0123456789abcdefghijAB\n")
                          .rows;
    EXPECT_EQ(rows.reasons(), "no_features");
    ASSERT_EQ(rows.tracks.size(), 2U);
    EXPECT_EQ(rows.tracks[0].track.track_name, "A___B");
    EXPECT_EQ(rows.tracks[0].track.artist_name, "C");
    EXPECT_EQ(rows.tracks[1].track.track_name, "Sorry");
    EXPECT_EQ(rows.tracks[1].track.artist_name, "");
    EXPECT_EQ(rows.tracks[1].track.spotify_id, "0123456789abcdefghijAB");
}

TEST(Catalogue, ReadsWhatSpreadsheetsMakeOfIt) {
    const auto rows = read_text(
                          "\xEF\xBB\xBF"
                          "Track Name;Artist(s)_name;danceability_%;energy_%;valence_%;Tempo\r\n"
                          "T;A;50;25;12,5;120,25\r\n")
                          .rows;
    ASSERT_EQ(rows.tracks.size(), 1U);
    EXPECT_EQ(rows.tracks[0].track.artist_name, "A");
    EXPECT_FLOAT_EQ(rows.tracks[0].features[AudioFeature::danceability], 0.5F);
    EXPECT_FLOAT_EQ(rows.tracks[0].features[AudioFeature::valence], 0.125F);
    EXPECT_FLOAT_EQ(rows.tracks[0].features[AudioFeature::tempo], 120.25F);
}

TEST(Catalogue, ReadsHitsAsTags) {
    const auto rows = read_text(
                          "track,artist,uri,danceability,energy,valence,chorus_hit,sections,target,decade\n"
                          "T,A,spotify:track:0123456789abcdefghijAB,0.5,0.5,0.5,30,9,1,1960\n"
                          "U,A,spotify:track:1123456789abcdefghijAB,0.5,0.5,0.5,30,9,0,1960\n")
                          .rows;
    ASSERT_EQ(rows.tracks.size(), 2U);
    EXPECT_EQ(rows.tracks[0].tags, (std::vector<std::string>{"hit"}));
    EXPECT_EQ(rows.tracks[1].tags, (std::vector<std::string>{"flop"}));
    EXPECT_EQ(rows.tracks[0].track.spotify_id, "0123456789abcdefghijAB");
}

TEST(Catalogue, LeavesOutARowThatIsCutOrShifted) {
    const auto rows =
        read_text(std::string(header) + ",A,T,0.5,0.5,,,,,,\n,A, B,T,0.5,0.5,,,,,,1\n,A,U,0.5,0.").rows;
    EXPECT_EQ(rows.tracks.size(), 1U);
    EXPECT_EQ(rows.reasons(), "unreadable unreadable");
}

TEST(Catalogue, IsNoTableWithoutTracksOrWithoutFeatures) {
    EXPECT_EQ(read_text("class,danceability,energy,valence\n1,0.5,0.5,0.5\n", "f.csv").kind, "");
    EXPECT_EQ(read_text("filename,length,tempo,mfcc1\nx.wav,1,2,3\n", "f.csv").kind, "");
    EXPECT_EQ(read_text("genres,danceability,energy,valence\npop,0.5,0.5,0.5\n", "f.csv").kind, "");
    EXPECT_EQ(
        read_text("genre,preview_url,preview_track,color,top,left\npop,x,e.g. A,red,1,2\n", "f.csv").kind,
        "");
}

TEST(Catalogue, TakesNaForNoName) {
    const auto rows = read_text(std::string(header) +
                                "0123456789abcdefghijAB,NA,NA,0.5,0.5,,,,,,\n,None,NA,0.5,,,,,,,\n"
                                ",A,NA,0.5,,,,,,,\n")
                          .rows;
    ASSERT_EQ(rows.tracks.size(), 2U);
    EXPECT_EQ(rows.tracks[0].track.track_name, "");
    EXPECT_EQ(rows.tracks[1].track.track_name, "NA");
    EXPECT_EQ(rows.reasons(), "no_track");
}

TEST(ArtistGenres, ReadsListsOfBothKinds) {
    const auto outcome = read_text(
        "genres,artists,acousticness,danceability,energy\n"
        "\"show tunes, broadway\",\"\"\"Cats\"\" Cast\",1,1,1\n"
        "[],44,1,1,1\n"
        "\"['dub', \"\"men's choir\"\"]\",Somebody,1,1,1\n"
        "pop,,1,1,1\n");
    EXPECT_EQ(outcome.kind, "artist_genres");
    ASSERT_EQ(outcome.rows.genres.size(), 3U);
    EXPECT_EQ(outcome.rows.genres[0].artist_name, "\"Cats\" Cast");
    EXPECT_EQ(outcome.rows.genres[0].genres, (std::vector<std::string>{"show tunes", "broadway"}));
    EXPECT_TRUE(outcome.rows.genres[1].genres.empty());
    EXPECT_EQ(outcome.rows.genres[2].genres, (std::vector<std::string>{"dub", "men's choir"}));
    EXPECT_EQ(outcome.rows.reasons(), "no_track");
}

/// The features of the rows of a table, in the order of its rows.
std::vector<library::AudioFeatures> features_of(std::string_view table) {
    const auto outcome = read_text(table, "c.csv");
    EXPECT_EQ(outcome.kind, "catalogue") << table;
    std::vector<library::AudioFeatures> features;
    for (const auto& track : outcome.rows.tracks) features.push_back(track.features);
    return features;
}

TEST(Scale, BelongsToTheColumn) {
    const auto f = features_of(
        "title,artist,Beats Per Minute (BPM),Energy,Danceability,Valence,Length (Duration)\n"
        "A,X,157,30,53,68,201\nB,X,135,79,50,81,\"1,412\"\nC,X,135,1,0,1,200\n");
    ASSERT_EQ(f.size(), 3U);
    EXPECT_FLOAT_EQ(f[0][AudioFeature::energy], 0.3F);
    EXPECT_FLOAT_EQ(f[2][AudioFeature::energy], 0.01F);
    EXPECT_FLOAT_EQ(f[2][AudioFeature::danceability], 0);
    EXPECT_EQ(f[1][AudioFeature::duration_ms], 1'412'000);
    EXPECT_EQ(f[0][AudioFeature::tempo], 157);
}

TEST(Scale, IsToldByPercentSignsAndCommasToo) {
    for (const auto* table : {"title;artist;energy;danceability;valence\nA;X;0,3;0,53;0,68\n",
                              "title,artist,energy,danceability,valence\nA,X,30%,53 %,68%\n",
                              "title,artist,energy (%),danceability_%,valence_%\nA,X,30,53,68\n",
                              "title;artist;Energie;Tanzbarkeit;Valenz\nA;X;30,0;53,0;68,0\n",
                              "title,artist,nrgy,dnce,val\nA,X,30,53,68\n",
                              "title,artist,energy,danceability,valence\nA,X,\"0,3\",\"0,53\",\"0,68\"\n"}) {
        const auto f = features_of(table);
        ASSERT_EQ(f.size(), 1U) << table;
        EXPECT_FLOAT_EQ(f[0][AudioFeature::energy], 0.3F) << table;
        EXPECT_FLOAT_EQ(f[0][AudioFeature::danceability], 0.53F) << table;
        EXPECT_FLOAT_EQ(f[0][AudioFeature::valence], 0.68F) << table;
    }
}

TEST(Scale, OfEachColumnIsItsOwnWhereItShows) {
    const auto f = features_of(
        "title,artist,energy,danceability,valence,liveness\n"
        "A,X,30,53,0.5,12\nB,X,79,50,0.25,40\nC,X,60,50,0.75,80\n");
    EXPECT_FLOAT_EQ(f[0][AudioFeature::valence], 0.5F);
    EXPECT_FLOAT_EQ(f[0][AudioFeature::energy], 0.3F);
}

TEST(Scale, ThatNobodyKnowsIsLeftOutAsAWholeWithAWord) {
    const auto rows = read_text(
                          "title,artist,energy,danceability,valence\nA,X,7,0.5,0.5\nB,X,3,0.5,0.5\nC,X,9,0.5,"
                          "0.5\nD,X,1,0.5,0.5\n",
                          "c.csv")
                          .rows;
    ASSERT_EQ(rows.tracks.size(), 4U);
    for (const auto& track : rows.tracks) EXPECT_TRUE(is_missing(track.features[AudioFeature::energy]));
    rows.problem_with("the column energy is left out: its values reach 9");
    const auto loud =
        read_text(
            "title,artist,loudness,danceability,valence\nA,X,80,0.5,0.5\nB,X,70,0.5,0.5\nC,X,60,0.5,0.5\n"
            "D,X,50,0.5,0.5\nE,X,5,0.5,0.5\n",
            "c.csv")
            .rows;
    EXPECT_TRUE(is_missing(loud.tracks.at(4).features[AudioFeature::loudness]));
    loud.problem_with("no loudness in dB");
}

TEST(Scale, OfKeysFrom1To12IsNotKnown) {
    std::string table = "title,artist,key,danceability,valence\n";
    for (int key = 1; key <= 12; ++key)
        table += "T" + std::to_string(key) + ",X," + std::to_string(key) + ",0.5,0.5\n";
    const auto rows = read_text(table, "c.csv").rows;
    for (const auto& track : rows.tracks) EXPECT_TRUE(is_missing(track.features[AudioFeature::key]));
    rows.problem_with("from 1 to 12");
}

TEST(Catalogue, TakesNoZeroOfARowThatWasNeverAnalysedForAFact) {
    const auto f = features_of(
        "title,artist,danceability,energy,key,valence,tempo,mode\n"
        "A,X,0,0.3,0,0,0,0\nB,X,0.5,0,0,0.5,120,0\nC,X,-1,-1,-1,-1,-1,-1\nD,X,-1,0.5,0,0.5,100,0\n");
    ASSERT_EQ(f.size(), 3U);  // C says nothing
    EXPECT_TRUE(is_missing(f[0][AudioFeature::danceability]));
    EXPECT_TRUE(is_missing(f[0][AudioFeature::key]));
    EXPECT_FLOAT_EQ(f[0][AudioFeature::energy], 0.3F);
    EXPECT_FLOAT_EQ(f[1][AudioFeature::energy], 0);
    EXPECT_FLOAT_EQ(f[1][AudioFeature::key], 0);
    EXPECT_TRUE(is_missing(f[2][AudioFeature::danceability]));
}

TEST(Catalogue, TellsTheModeByTheNameOfTheKey) {
    const auto f = features_of(
        "title,artist,danceability,valence,key\nA,X,0.5,0.5,F#m\nB,X,0.5,0.5,8B\nC,X,0.5,0.5,E\n");
    EXPECT_EQ(f[0][AudioFeature::mode], 0);
    EXPECT_EQ(f[1][AudioFeature::mode], 1);
    EXPECT_TRUE(is_missing(f[2][AudioFeature::mode]));
    EXPECT_EQ(f[2][AudioFeature::key], 4);
}

TEST(Catalogue, DividesCreditsWhereItKnowsThatTheyAreSeveral) {
    const auto rows =
        read_text(
            "track_name,artist(s)_name,artist_count,energy,valence,liveness,released_year\n"
            "A,\"Luma Tor, Jin Kay\",2,0.5,0.5,0.5,2023\nB,\"Tyler, The Baker\",1,0.5,0.5,0.5,1999\n"
            "C,[],1,0.5,0.5,0.5,\n",
            "c.csv")
            .rows;
    ASSERT_EQ(rows.tracks.size(), 3U);
    EXPECT_EQ(rows.tracks[0].track.artist_name, "Luma Tor");
    EXPECT_EQ(rows.tracks[0].track.other_artists, (std::vector<std::string>{"Jin Kay"}));
    EXPECT_EQ(rows.tracks[0].release_year, 2023);
    EXPECT_EQ(rows.tracks[1].track.artist_name, "Tyler, The Baker");
    EXPECT_EQ(rows.tracks[2].track.artist_name, "");
    const auto named = read_text(
                           "title,artists,energy,valence,liveness\nA,\"X, Y\",0.5,0.5,0.5\nB,\"Earth, Wind & "
                           "Rain\",0.5,0.5,0.5\n"
                           "C,\"Tyler, The Baker\",0.5,0.5,0.5\nD,Simon & Karl,0.5,0.5,0.5\n",
                           "c.csv")
                           .rows;
    EXPECT_EQ(named.tracks.at(0).track.artist_name, "X");
    EXPECT_EQ(named.tracks.at(1).track.artist_name, "Earth, Wind & Rain");
    EXPECT_EQ(named.tracks.at(2).track.artist_name, "Tyler, The Baker");
    EXPECT_EQ(named.tracks.at(3).track.artist_name, "Simon & Karl");
}

}  // namespace
}  // namespace attune::sources::test
