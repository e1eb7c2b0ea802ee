#include "library/nobody.h"

#include "core/text.h"

#include <string>
#include <unordered_set>

namespace attune::library {
namespace {

constexpr std::size_t longest_word = 60;

// Folded when first used. One line a language or a habit.
constexpr std::string_view words =
    "-|--|---|_|?|??|???|.|..|...|[]|{}|()|\"\"|''|[\"\"]|['']|/|*|na|n/"
    "a|nan|null|(null)|none|nil|undefined|#n/a|#ref!|missing|"
    "no artist|not available|not applicable|empty|untagged|"
    "unknown|unknown artist|unknown artists|<unknown>|[unknown]|[unknown artist]|artist unknown|anonymous "
    "artist|[no artist]|"
    "various|various artists|various artist|[various artists]|v.a.|v/a|va|multiple artists|multi "
    "artists|mixed artists|"
    "unbekannt|unbekannter künstler|unbekannter interpret|unbekannte künstler|künstler unbekannt|interpret "
    "unbekannt|"
    "verschiedene|verschiedene interpreten|verschiedene künstler|diverse|diverse interpreten|diverse "
    "künstler|"
    "inconnu|artiste inconnu|artistes inconnus|interprète inconnu|artistes divers|artistes "
    "variés|multi-interprètes|"
    "compilation|compilations|"
    "desconocido|artista desconocido|intérprete desconocido|varios|varios artistas|artistas varios|varios "
    "intérpretes|"
    "desconhecido|artista desconhecido|vários artistas|vários intérpretes|"
    "sconosciuto|artista sconosciuto|artisti vari|autori vari|aa.vv.|aa vv|"
    "onbekend|onbekende artiest|diverse artiesten|verschillende artiesten|"
    "nieznany|nieznany wykonawca|nieznany artysta|różni wykonawcy|różni artyści|wykonawcy różni|"
    "okänd artist|okänd|blandade artister|diverse artister|ukendt kunstner|ukjent artist|tuntematon "
    "esittäjä|tuntematon artisti|"
    "eri esittäjiä|neznámý interpret|neznámý umělec|různí interpreti|ismeretlen előadó|különböző "
    "előadók|artist necunoscut|"
    "bilinmeyen sanatçı|bilinmeyen|çeşitli sanatçılar|"
    "неизвестен|неизвестный исполнитель|неизвестный|неизвестно|разные исполнители|сборник|невідомий "
    "виконавець|різні виконавці|"
    "άγνωστος καλλιτέχνης|διάφοροι καλλιτέχνες|"
    "不明なアーティスト|不明|アーティスト不明|ヴァリアス・アーティスト|ヴァリアスアーティスト|"
    "様々なアーティスト|"
    "未知|未知艺术家|未知藝術家|未知歌手|未知艺人|群星|华语群星|알 수 없는 아티스트|알수없음|여러 "
    "아티스트|여러아티스트";

const std::unordered_set<std::string>& placeholders() {
    static const auto folded = [] {
        std::unordered_set<std::string> names;
        for (const auto word : split(words, "|")) names.insert(fold(word));
        return names;
    }();
    return folded;
}

}  // namespace

bool is_nobody(std::string_view artist_name) {
    artist_name = trim(artist_name);
    if (artist_name.empty()) return true;
    return artist_name.size() <= longest_word && placeholders().contains(fold(artist_name));
}

}  // namespace attune::library
