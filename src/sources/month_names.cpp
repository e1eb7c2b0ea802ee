#include "sources/month_names.h"

#include "core/text.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace attune::sources {
namespace {

constexpr std::size_t least_letters = 3;

// English, German, French, Spanish, Portuguese, Italian, Dutch, Swedish, Danish, Norwegian, Polish, Czech, Romanian,
// Hungarian, Finnish, Turkish, Russian, Ukrainian, Greek: whole names, whose beginnings are abbreviations, and
// abbreviations that are none of these.
constexpr std::array<std::string_view, 12> month_words{
    "january januar jänner janvier enero janeiro gennaio januari stycznia styczeń ledna leden ianuarie "
    "tammikuu ocak "
    "января январь січня ιανουαρίου",
    "february februar feber février febrero fevereiro febbraio februari lutego luty února únor februarie "
    "helmikuu şubat "
    "февраля февраль лютого φεβρουαρίου",
    "march mar märz mrz mars marzo março maart mrt marts marca marzec března březen martie március maaliskuu "
    "mart марта "
    "март березня μαρτίου",
    "april avril abril aprile kwietnia kwiecień dubna duben aprilie április huhtikuu nisan апреля апрель "
    "квітня απριλίου",
    "may mai mayo maio maggio mei maj maja května květen május toukokuu mayıs мая май травня μαΐου",
    "june juni juin junio junho giugno juin czerwca czerwiec června červen iunie június kesäkuu haziran июня "
    "июнь червня "
    "ιουνίου",
    "july juli juillet julio julho luglio lipca lipiec července červenec iulie július heinäkuu temmuz июля "
    "июль липня "
    "ιουλίου",
    "august août agosto augustus augusti sierpnia sierpień srpna srpen augusztus elokuu ağustos августа "
    "август серпня "
    "αυγούστου",
    "september septembre septiembre setiembre setembro settembre września wrzesień září septembrie "
    "szeptember syyskuu "
    "eylül сентября сентябрь вересня σεπτεμβρίου",
    "october oktober octobre octubre outubro ottobre oktober października październik října říjen octombrie "
    "október "
    "lokakuu ekim октября октябрь жовтня οκτωβρίου",
    "november novembre noviembre novembro listopada listopad listopadu noiembrie marraskuu kasım ноября "
    "ноябрь листопада "
    "νοεμβρίου",
    "december dezember décembre diciembre dezembro dicembre grudnia grudzień prosince prosinec decembrie "
    "joulukuu aralık "
    "декабря декабрь грудня δεκεμβρίου"};

constexpr std::string_view weekday_words =
    "monday tuesday wednesday thursday friday saturday sunday tues thurs "
    "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so "
    "lundi mardi mercredi jeudi vendredi samedi dimanche "
    "lunes martes miércoles jueves viernes sábado domingo segunda terça quarta quinta sexta feira "
    "lunedì martedì mercoledì giovedì venerdì sabato domenica "
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ma di wo do vr za zo "
    "måndag tisdag onsdag torsdag fredag lördag söndag mandag tirsdag lørdag søndag "
    "poniedziałek wtorek środa czwartek piątek sobota niedziela pon wt śr czw pt sob niedz "
    "pondělí úterý středa čtvrtek pátek neděle po út st čt pá so ne "
    "pazartesi salı çarşamba perşembe cuma cumartesi pazar "
    "понедельник вторник среда четверг пятница суббота воскресенье пн вт ср чт пт сб вс";

std::vector<std::string> folded_words(std::string_view words) {
    std::vector<std::string> folded;
    for (const auto word : split(words, " ")) folded.push_back(fold(word));
    return folded;
}

}  // namespace

unsigned month_by_name(std::string_view folded) {
    static const auto months = [] {
        std::array<std::vector<std::string>, 12> all;
        for (std::size_t m = 0; m < all.size(); ++m) all.at(m) = folded_words(month_words.at(m));
        return all;
    }();
    unsigned found = 0;
    bool is_shared = false;
    for (std::size_t m = 0; m < months.size(); ++m) {
        const auto number = static_cast<unsigned>(m) + 1;
        for (const auto& name : months.at(m)) {
            if (name == folded) return number;
            // A beginning counts in letters of the script; those of Cyrillic and Greek take two bytes each.
            const std::size_t least =
                static_cast<unsigned char>(name[0]) >= 0x80 ? 2 * least_letters : least_letters;
            if (folded.size() < least || !name.starts_with(folded)) continue;
            is_shared = is_shared || (found != 0 && found != number);
            found = number;
        }
    }
    return is_shared ? 0 : found;
}

bool is_weekday(std::string_view folded) {
    static const auto days = folded_words(weekday_words);
    return std::ranges::any_of(days, [&](const std::string& day) {
        return day == folded || (folded.size() >= least_letters && day.starts_with(folded));
    });
}

}  // namespace attune::sources
