#include "sources/column_names.h"

#include "core/text.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace attune::sources {
namespace {

/// What a word in the name of a column stands for. A name is the sum of its words.
enum HeaderWord : std::uint32_t {
    filler = 0,  // "of", "the", "name"
    artist_word = 1U << 0U,
    song_word = 1U << 1U,
    title_word = 1U << 2U,
    album_word = 1U << 3U,
    genre_word = 1U << 4U,
    year_word = 1U << 5U,
    date_word = 1U << 6U,
    time_word = 1U << 7U,
    length_word = 1U << 8U,
    added_word = 1U << 9U,
    played_word = 1U << 10U,
    release_word = 1U << 11U,
    last_word = 1U << 12U,
    end_word = 1U << 13U,
    start_word = 1U << 14U,
    number_word = 1U << 15U,
    playlist_word = 1U << 16U,
    plays_word = 1U << 17U,
    path_word = 1U << 18U,
    skipped_word = 1U << 19U,
    zone_word = 1U << 20U,
    name_word = 1U << 21U,
    rank_word = 1U << 22U,
};

struct HeaderWords {
    std::uint32_t meaning;
    std::string_view words;
};

// English, German, French, Spanish, Portuguese, Italian, Dutch, Polish, Swedish, Danish, Norwegian, Finnish, Czech,
// Hungarian, Romanian, Turkish, Russian, Ukrainian, Greek, Japanese, Chinese, Korean. Folded when they are first used.
constexpr std::array<HeaderWords, 33> header_words{{
    {artist_word,
     "artist artists künstler künstlerin interpret interpreten künstlername artistenname artiste artistes "
     "interprète "
     "interprètes artista artistas intérprete intérpretes artisti interprete interpreti artiest artiesten "
     "uitvoerder "
     "wykonawca wykonawcy artysta artyści artister kunstner artisten kunstnere esittäjä esittäjät artisti "
     "umělec interpreti "
     "előadó előadók artiști artiști sanatçı sanatçılar şarkıcı исполнитель исполнители артист артисты "
     "виконавець "
     "καλλιτέχνης アーティスト アーティスト名 歌手 歌手名 艺人 藝人 艺术家 藝術家 演唱者 演出者 가수 "
     "아티스트 아티스트명 performer performers"},
    {song_word,
     "song songs track tracks lied stück titelstück chanson chansons morceau morceaux piste pistes canción "
     "canciones pista "
     "música músicas faixa faixas canção brano brani canzone canzoni traccia liedje utwór utwory piosenka "
     "låt låtar "
     "spår sang kappale raita skladba píseň szám dal cântec piesă şarkı parça песня трек композиция пісня "
     "τραγούδι 曲 "
     "楽曲 トラック 歌曲 曲目 노래 곡 트랙"},
    {title_word,
     "title titel titre título titulo titolo tytuł titul titulek titlu cím nimi başlık название заголовок "
     "назва τίτλος 曲名 "
     "曲名 タイトル トラック名 歌名 歌曲名 歌曲名称 歌曲名稱 曲目名 标题 標題 제목 곡명 노래제목"},
    {title_word | song_word,
     "songtitel songtitle liedtitel tracktitel tracktitle titelname songname trackname liedname musiktitel "
     "låttitel "
     "låtnamn sangtitel kappaleennimi"},
    {album_word,
     "album albums albumname albumtitel albumtitle albumnaam álbum álbuns album(s) disque disco discos "
     "albumi lp альбом "
     "альбоми albüm άλμπουμ アルバム アルバム名 专辑 專輯 专辑名 專輯名稱 专辑名称 唱片 앨범 앨범명"},
    {album_word | artist_word,
     "albumkünstler albuminterpret albumartist albumartiest albumartister アルバムアーティスト 专辑艺人 "
     "專輯藝人"},
    {genre_word,
     "genre genres género géneros gênero gêneros genere generi gatunek gatunki genrer žánr műfaj tür "
     "tyylilaji жанр жанри είδος "
     "ジャンル 流派 类型 類型 風格 장르 musikrichtung"},
    {year_word,
     "year jahr année annee an año ano anno jaar rok år vuosi év yıl год рік έτος 年 年份 년도 연도 "
     "erscheinungsjahr"},
    {date_word, "date datum fecha data dato päivämäärä päiväys dátum tarih дата ημερομηνία 日付 日期 날짜"},
    {date_word | time_word,
     "datetime timestamp zeitpunkt zeitstempel horodatage tijdstip datumtijd 日時 时间戳 tidpunkt"},
    {time_word,
     "time uhrzeit zeit heure hora ora tijd godzina czas tid klockslag aika čas idő saat время час ώρα 時刻 "
     "时间 時間 시간"},
    {length_word,
     "length duration dauer länge laufzeit spieldauer spielzeit durée longueur duración duracion longitud "
     "duração duracao "
     "comprimento durata lunghezza duur lengte lengde długość trwania varaktighet längd varighed længde "
     "varighet kesto "
     "délka trvání hossz időtartam durată süre длительность продолжительность тривалість διάρκεια 再生時間 "
     "長さ 时长 時長 길이 "
     "재생시간 runtime tracklength songlength tracklänge titellänge speelduur"},
    {added_word,
     "added hinzugefügt hinzufügedatum ajout ajouté ajoutée añadido añadida agregado agregada adicionado "
     "adicionada aggiunto "
     "aggiunta toegevoegd dodano dodania tillagd tilføjet lagt lisätty přidáno hozzáadva adăugat eklendi "
     "eklenme добавлено "
     "добавлен додано προστέθηκε 追加日 追加 添加日期 加入日期 添加 추가"},
    {added_word | date_word,
     "追加日時 追加された日 添加时间 加入時間 추가한날짜 추가된날짜 hinzufügedatum dateadded addeddate"},
    {played_word,
     "played listened scrobbled scrobble streamed heard gespielt gehört wiedergegeben abgespielt joué jouée "
     "écouté écoutée "
     "écoute lecture reproducido reproducida escuchado escuchada reproducción escucha tocado tocada ouvido "
     "reproduzido "
     "reprodução riprodotto riprodotta ascoltato ascoltata riproduzione ascolto afgespeeld beluisterd "
     "geluisterd odtworzono "
     "odtworzenia odtworzony spelad lyssnad uppspelad afspillet hørt avspilt spilt soitettu kuunneltu "
     "přehráno poslech "
     "lejátszva hallgatva redat çalındı dinlendi прослушано воспроизведено проиграно відтворено αναπαράχθηκε "
     "再生 再生日 聴いた "
     "播放 收听 재생 wiedergabe abspieldatum abspielzeit wiedergabezeit"},
    {played_word | date_word,
     "再生日時 再生日 播放时间 播放時間 播放日期 收听时间 재생일시 재생날짜 gespieltam wiedergabedatum"},
    {release_word,
     "release released veröffentlicht veröffentlichung erscheinung sortie parution lanzamiento publicación "
     "lançamento uscita "
     "pubblicazione uitgave wydania wydanie utgivning utgivelse julkaisu vydání megjelenés lansare yayın "
     "выпуск выхода релиза "
     "κυκλοφορίας 発売 リリース 发行 發行 발매"},
    {release_word | date_word,
     "発売日 リリース日 发行日期 發行日期 발매일 veröffentlichungsdatum erscheinungsdatum releasedatum "
     "releasedate"},
    {last_word,
     "last zuletzt letzte letzter dernier dernière última último ultima ultimo laatst laatste ostatnio "
     "ostatnie senast sist "
     "viimeksi naposledy legutóbb son последнее последний останнє τελευταία 最終 最后 上次 마지막 most "
     "recent"},
    {end_word,
     "end ended ende beendet fin fim fine einde koniec slut loppu konec vége final bitiş конец окончание "
     "終了 结束 結束 종료 stopped"},
    {start_word,
     "start started begin beginn gestartet début inicio início inizio początek alku začátek kezdet başlangıç "
     "начало 開始 开始 시작"},
    {number_word, "number no nr nummer numéro número numero numer числo номер 番号 编号 번호 count anzahl"},
    {playlist_word,
     "playlist playlists wiedergabeliste playlistname lista spellista spilleliste soittolista プレイリスト "
     "歌单 歌單 播放列表 плейлист"},
    {plays_word,
     "plays playcount wiedergaben lectures écoutes reproducciones reproduções riproduzioni weergaven "
     "odtworzeń visningar "
     "scrobbles streams zähler listens 再生回数 播放次数 播放次數 재생횟수 прослушиваний"},
    {path_word,
     "location path file filename filepath ort dateipfad datei pfad emplacement chemin fichier ubicación "
     "ruta archivo "
     "localização caminho posizione percorso locatie bestand lokalizacja ścieżka plik plats filnamn "
     "placering plassering "
     "sijainti umístění путь файл 場所 ファイル 位置 路径 文件 위치"},
    {skipped_word,
     "skip skips skipped übersprungen sauté sautée omitido omitida omitidas pulado pulada saltato saltata "
     "overgeslagen pominięto "
     "överhoppad sprunget hoppet ohitettu přeskočeno atlandı пропущено スキップ 跳过 跳過 건너뜀"},
    {zone_word, "zone timezone zeitzone fuseau"},
    {name_word,
     "name nom nombre nome naam nazwa namn navn nimi jméno název név nume ad adı isim имя имени наименование "
     "名前 名称 名稱 이름"},
    {rank_word, "rank rang ranking position platz chartposition posición posição posizione classement peak"},
    {filler,
     "the of der die das des dem den von vom am um de du d l la le les el los las del de do da dos das di "
     "del della dello il lo i "
     "van het een z w i na og av på för och et en y e a à at on in by with utworu piosenki wykonawcy albumu "
     "és az ve s の"},
    {artist_word, "künstlers künstlern artysty interpreta umělce sanatçısı исполнителя"},
    {album_word, "albumu albums albumets альбома albümü"},
    {song_word, "liedes songs stücks utworu piosenki låtens parçanın песни трека композиции"},
}};

struct HeaderRule {
    std::uint32_t words;
    std::string_view name;
};

constexpr std::array<HeaderRule, 50> header_rules{{
    {artist_word, "artist"},
    {artist_word | name_word, "artist"},
    {artist_word | song_word, "artist"},
    {artist_word | song_word | name_word, "artist"},
    {song_word, "track"},
    {title_word, "title"},
    {song_word | title_word, "title"},
    {song_word | name_word, "trackname"},
    {title_word | name_word, "title"},
    {name_word, "name"},
    {album_word, "album"},
    {album_word | title_word, "album"},
    {album_word | name_word, "album"},
    {album_word | artist_word, "albumartist"},
    {album_word | artist_word | name_word, "albumartist"},
    {genre_word, "genre"},
    {genre_word | song_word, "genre"},
    {year_word, "year"},
    {year_word | release_word, "year"},
    {year_word | album_word, "year"},
    {date_word | release_word, "releasedate"},
    {date_word | release_word | album_word, "releasedate"},
    {date_word, "date"},
    {time_word, "time"},
    {date_word | time_word, "datetime"},
    {length_word, "duration"},
    {length_word | song_word, "duration"},
    {length_word | title_word, "duration"},
    {added_word, "dateadded"},
    {added_word | date_word, "dateadded"},
    {added_word | date_word | time_word, "dateadded"},
    {added_word | time_word, "dateadded"},
    {played_word | date_word, "playedat"},
    {played_word | time_word, "playedat"},
    {played_word | date_word | time_word, "playedat"},
    {played_word, "playedat"},
    {last_word | played_word, "lastplayed"},
    {last_word | played_word | date_word, "lastplayed"},
    {last_word | skipped_word, "lastskipped"},
    {end_word | time_word, "endtime"},
    {end_word | date_word, "endtime"},
    {end_word | date_word | time_word, "endtime"},
    {start_word | time_word, "starttime"},
    {start_word | date_word, "starttime"},
    {start_word | date_word | time_word, "starttime"},
    {playlist_word, "playlistname"},
    {playlist_word | name_word, "playlistname"},
    {plays_word, "plays"},
    {path_word, "location"},
    {skipped_word, "skipped"},
}};

/// Names that are no sum of their words: of the sound, mostly. Phrases with "|" between.
struct WholeNames {
    std::string_view name;
    std::string_view phrases;
};

constexpr std::array<WholeNames, 18> whole_names{{
    {"danceability",
     "tanzbarkeit|dansabilité|bailabilidad|dançabilidade|ballabilità|dansbaarheid|taneczność|dansbarhet"},
    {"energy", "energie|énergie|energía|energia|energi|energienivel|energy level|энергичность"},
    {"key",
     "tonart|tonalité|tonalidad|tonalidade|tonalità|toonsoort|tonacja|toneart|tónina|тональность|調|调|调性|"
     "musical key|"
     "initial key|initialkey|key signature|camelot|camelot key|open key|key camelot|key open|keys"},
    {"mode", "modus|modalité|modo|tongeschlecht|major minor|tryb|лад"},
    {"loudness",
     "lautheit|lautstärke|sonie|intensité sonore|sonoridad|volume db|loudness db|loudness dbfs|loudness lufs|"
     "lautheit db|ljudstyrka|głośność|громкость"},
    {"acousticness",
     "akustik|akustizität|acoustique|acústica|acusticidad|acustica|acusticidade|akoestiek|akustyczność"},
    {"instrumentalness",
     "instrumentalität|instrumentalité|instrumentalidad|instrumentalidade|instrumentalità"},
    {"liveness", "livecharakter|vivacité|presencia en vivo|vivacidad|vivacità"},
    {"speechiness", "sprachanteil|sprechanteil|parole|locuacidad|palabras habladas|parlato"},
    {"valence", "valenz|valencia|valência|valenza|valentie|positivité|positividad|positivity"},
    {"tempo",
     "beats per minute|beats per minute bpm|bpm tempo|tempo bpm|schläge pro minute|battements par minute|"
     "pulsaciones por minuto|battiti al minuto|темп|テンポ"},
    {"timesignature", "taktart|signature rythmique|compás|metrum|takt"},
    {"popularity",
     "popularität|beliebtheit|popularité|popularidad|popularidade|popolarità|populariteit|popularność|track "
     "popularity"},
    {"explicit", "is explicit|explizit|explicite|explícito"},
    {"genre", "top genre|main genre|track genre|style"},
    {"isrc", "isrc code|track isrc"},
    {"tags", "schlagwörter|etiquetas|mots clés|étiquettes"},
    {"timezone",
     "time zone|zeitzone|fuseau horaire|zona horaria|fuso orario|fuso horário|tijdzone|tz|часовой пояс"},
}};

constexpr std::string_view own_columns =
    "trackname track tracktitle songname song songtitle title name artistname artistnames trackartist artist "
    "artists artistsname "
    "mainartist creator albumartist albumartistname albumartistnames artisturis artistids artisturi "
    "albumname trackalbumname "
    "album albumtitle releasename release trackid spotifytrackid spotifyid trackuri spotifytrackuri "
    "spotifyuri uri id "
    "trackurl spotifyurl spotifylink spotify url link isrc trackisrc recordingmbid trackmbid durationms "
    "trackdurationms lengthms "
    "duration length trackduration msplayed playedms playtimems listenedms endtime ts endedat stoppedat uts "
    "playedat listenedat "
    "scrobbletime scrobbledat starttime startedat utctime datetime timestamp date time addedat addeddate "
    "dateadded added "
    "trackaddeddate addedby playlistname playlist danceability energy key loudness mode speechiness "
    "acousticness "
    "instrumentalness liveness valence tempo bpm timesignature genre genres trackgenre artistgenres tags "
    "labels year "
    "releasedate popularity explicit lastplayed plays playcount location skipped reasonend msplayed userid "
    "username user "
    "weight";

std::vector<std::string_view> words_in(std::string_view text) { return split(text, " "); }

const std::unordered_map<std::string, std::string_view>& whole_name_dictionary() {
    static const auto dictionary = [] {
        std::unordered_map<std::string, std::string_view> names;
        for (const auto& [name, phrases] : whole_names) {
            for (const auto phrase : split(phrases, "|")) names.try_emplace(fold(phrase), name);
        }
        return names;
    }();
    return dictionary;
}

const std::unordered_map<std::string, std::uint32_t>& header_dictionary() {
    static const auto dictionary = [] {
        std::unordered_map<std::string, std::uint32_t> meanings;
        for (const auto& [meaning, words] : header_words) {
            for (const auto word : words_in(words)) {
                meanings.try_emplace(fold(word), meaning);  // of a word of two languages the first line holds
            }
        }
        return meanings;
    }();
    return dictionary;
}

/// Also without the article that an apostrophe joined to it: folded, "l'artiste" is "lartiste".
std::optional<std::uint32_t> meaning_of(std::string_view word) {
    const auto& dictionary = header_dictionary();
    for (const std::string_view article : {"", "l", "d", "dell", "all"}) {
        if (!word.starts_with(article)) continue;
        const auto found = dictionary.find(std::string(word.substr(article.size())));
        if (found != dictionary.end()) return found->second;
    }
    return std::nullopt;
}

}  // namespace

std::string column_in_own_words(std::string_view written) {
    constexpr std::size_t longest = 80;
    if (written.empty() || written.size() > longest) return {};
    std::uint32_t meaning = 0;
    const std::string folded = fold(written);
    const auto whole = whole_name_dictionary().find(folded);
    if (whole != whole_name_dictionary().end()) return std::string(whole->second);
    for (const auto word : words_in(folded)) {
        const auto word_meaning = meaning_of(word);
        if (!word_meaning) return {};
        meaning |= *word_meaning;
    }
    const auto* const rule = std::ranges::find(header_rules, meaning, &HeaderRule::words);
    return meaning == 0 || rule == header_rules.end() ? std::string() : std::string(rule->name);
}

bool is_known_column(std::string_view normal_name) {
    static const std::unordered_set<std::string_view> names = [] {
        const auto words = words_in(own_columns);
        return std::unordered_set<std::string_view>(words.begin(), words.end());
    }();
    return names.contains(normal_name);
}

}  // namespace attune::sources
