#include "sources/moments.h"

#include "core/text.h"
#include "sources/month_names.h"
#include "sources/values.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace attune::sources {
namespace {

using std::chrono::seconds;

constexpr std::size_t longest_moment = 100;

/// A piece of the text of a moment.
struct DateToken {
    enum Kind : std::uint8_t { number, word, mark } kind = mark;
    std::int64_t value = 0;    // of a number
    std::size_t n_digits = 0;  // of a number
    std::string text = {};     // of a word, folded
    char sign = ' ';           // a mark; blanks are none
    bool after_blank = false;
};

bool is_ascii_digit(char c) noexcept { return c >= '0' && c <= '9'; }

/// Blanks of Unicode, full-width signs and the letters of East Asian dates as ASCII writes them.
std::string plain_moment(std::string_view text) {
    struct Written {
        std::string_view from;
        std::string_view to;
    };
    static constexpr std::array<Written, 26> written{{
        {"\u00A0", " "},  {"\u202F", " "},  {"\u2009", " "},  {"\u200E", ""},   {"\u200F", ""},
        {"\u3000", " "},  {"\uFF1A", ":"},  {"\uFF0F", "/"},  {"\u2212", "-"},  {"\u2013", "-"},
        {"年", "-"},      {"月", "-"},      {"日", " "},      {"년", "-"},      {"월", "-"},
        {"일", " "},      {"上午", " am "}, {"午前", " am "}, {"오전", " am "}, {"下午", " pm "},
        {"午後", " pm "}, {"오후", " pm "}, {"時", ":"},      {"分", ":"},      {"秒", " "},
        {"a.m.", " am "},
    }};
    std::string plain(text);
    for (const auto& [from, to] : written) {
        for (std::size_t at = plain.find(from); at != std::string::npos;
             at = plain.find(from, at + to.size()))
            plain.replace(at, from.size(), to);
    }
    return plain;
}

/// False if the text holds what no moment does.
bool tokenize_moment(std::string_view text, std::vector<DateToken>& tokens) {
    bool after_blank = false;
    for (std::size_t at = 0; at < text.size();) {
        DateToken token;
        token.after_blank = after_blank;
        after_blank = false;
        const char c = text[at];
        if (is_ascii_digit(c)) {
            token.kind = DateToken::number;
            for (; at < text.size() && is_ascii_digit(text[at]); ++at, ++token.n_digits) {
                if (token.n_digits < 18) token.value = token.value * 10 + (text[at] - '0');
            }
        } else if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                   static_cast<unsigned char>(c) >= 0x80) {
            const std::size_t from = at;
            const auto is_letter = [&](char l) {
                return (l >= 'a' && l <= 'z') || (l >= 'A' && l <= 'Z') ||
                       static_cast<unsigned char>(l) >= 0x80;
            };
            while (at < text.size() && is_letter(text[at])) ++at;
            token.kind = DateToken::word;
            token.text = fold(text.substr(from, at - from));
        } else {
            ++at;
            if (c == ' ' || c == '\t') {
                after_blank = true;
                continue;
            }
            if (std::string_view(":.,-/+()'\"_").find(c) == std::string_view::npos) return false;
            token.sign = c;
        }
        tokens.push_back(std::move(token));
    }
    return !tokens.empty() && tokens.size() < 40;
}

/// Offsets that are written as names: those of RFC 2822, and those of Europe, Japan and India.
std::optional<seconds> offset_of_name(std::string_view name) {
    struct Named {
        std::string_view name;
        int minutes;
    };
    static constexpr std::array<Named, 24> names{{
        {"z", 0},      {"utc", 0},    {"gmt", 0},    {"ut", 0},     {"est", -300}, {"edt", -240},
        {"cst", -360}, {"cdt", -300}, {"mst", -420}, {"mdt", -360}, {"pst", -480}, {"pdt", -420},
        {"wet", 0},    {"west", 60},  {"bst", 60},   {"cet", 60},   {"cest", 120}, {"mez", 60},
        {"mesz", 120}, {"eet", 120},  {"eest", 180}, {"msk", 180},  {"jst", 540},  {"kst", 540},
    }};
    const auto* const found = std::ranges::find(names, name, &Named::name);
    if (found == names.end()) return std::nullopt;
    return std::chrono::minutes(found->minutes);
}

/// What stands in a date and says nothing: weekdays, "de", "at".
bool is_filler(std::string_view word) {
    static constexpr std::array<std::string_view, 33> fillers{
        "t", "de", "del", "of",   "at",  "um", "uhr",  "a", "le", "klo", "kl",
        "г", "в",  "den", "th",   "st",  "nd", "rd",   "o", "la", "om",  "og",
        "и", "p",  "as",  "alle", "the", "on", "года", "r", "m",  "god", "y"};
    return std::ranges::find(fillers, word) != fillers.end() || is_weekday(word);
}

class MomentParser {
  public:
    MomentParser(std::vector<DateToken> tokens, const MomentStyle& style)
        : tokens_(std::move(tokens)), style_(style) {}

    std::optional<Moment> parse() {
        if (!take_compact() && !take_clock()) return std::nullopt;
        if (!take_date()) return std::nullopt;
        const std::chrono::year_month_day date{std::chrono::year(year_), std::chrono::month(month_),
                                               std::chrono::day(day_)};
        if (!date.ok() || !settle_hours()) return std::nullopt;
        const auto wall = Timestamp(std::chrono::sys_days(date)) + clock_;
        return Moment{offset_ ? wall - *offset_ : style_.zone.utc_of(wall), has_clock_, offset_.has_value()};
    }

    /// True if the other order would have been a date as well.
    bool has_two_orders() const noexcept { return has_two_orders_; }

  private:
    bool is_mark(std::size_t at, char sign) const {
        return at < tokens_.size() && tokens_[at].kind == DateToken::mark && tokens_[at].sign == sign;
    }
    bool is_number(std::size_t at, std::size_t least = 1, std::size_t most = 2) const {
        return at < tokens_.size() && tokens_[at].kind == DateToken::number &&
               tokens_[at].n_digits >= least && tokens_[at].n_digits <= most;
    }
    bool is_word(std::size_t at, std::string_view word) const {
        return at < tokens_.size() && tokens_[at].kind == DateToken::word && tokens_[at].text == word;
    }
    void erase(std::size_t from, std::size_t to) {
        tokens_.erase(tokens_.begin() + static_cast<std::ptrdiff_t>(from),
                      tokens_.begin() + static_cast<std::ptrdiff_t>(to));
    }

    /// "20200413T050131Z", "20200413".
    bool take_compact() {
        if (!is_number(0, 8, 8) || (tokens_.size() > 1 && !is_word(1, "t"))) return false;
        const std::int64_t date = tokens_[0].value;
        year_ = static_cast<int>(date / 10'000);
        month_ = static_cast<unsigned>(date / 100 % 100);
        day_ = static_cast<unsigned>(date % 100);
        has_date_ = true;
        if (tokens_.size() == 1) return true;
        if (!is_number(2, 4, 6) || tokens_[2].n_digits == 5) return false;
        const std::int64_t clock = tokens_[2].n_digits == 4 ? tokens_[2].value * 100 : tokens_[2].value;
        hours_ = clock / 10'000;
        clock_ = std::chrono::minutes(clock / 100 % 100) + seconds(clock % 100);
        has_clock_ = true;
        erase(0, 3);
        return clock / 100 % 100 < 60 && clock % 100 <= 60 && take_zone(0);
    }

    /// Finds "5:01[:31[.25]] [PM] [zone]" and takes it out. False if it is no time of day; true if there is none.
    bool take_clock() {
        std::size_t at = 0;
        const auto begins_clock = [&](std::size_t i) {
            return is_number(i) && (is_mark(i + 1, ':') || is_word(i + 1, "h")) && is_number(i + 2);
        };
        while (at < tokens_.size() && !begins_clock(at)) ++at;
        if (at == tokens_.size()) at = clock_with_points();
        if (at == tokens_.size()) return true;
        if (at > 0 && (is_word(at - 1, "am") || is_word(at - 1, "pm"))) {  // as East Asians write it
            half_ = tokens_[at - 1].text[0];
            erase(at - 1, at);
            --at;
        }
        const std::size_t from = at;
        hours_ = tokens_[at].value;
        std::int64_t minutes = tokens_[at + 2].value;
        std::int64_t s = 0;
        at += 3;
        if ((is_mark(at, ':') || is_mark(at, '.')) && is_number(at + 1) && !tokens_[at + 1].after_blank) {
            s = tokens_[at + 1].value;
            at += 2;
            if ((is_mark(at, '.') || is_mark(at, ',')) && is_number(at + 1, 1, 12) &&
                !tokens_[at + 1].after_blank)
                at += 2;
        } else if (is_mark(at, ':')) {
            ++at;  // of an East Asian minute
        }
        if (hours_ > 24 || minutes > 59 || s > 60) return false;
        clock_ = std::chrono::minutes(minutes) + seconds(s);
        has_clock_ = true;
        erase(from, at);
        return take_zone(from);
    }

    /// "14.05" behind a whole date, as Finns and Italians write it; the number of tokens if there is none.
    std::size_t clock_with_points() const {
        const std::size_t n = tokens_.size();
        const auto n_numbers = std::ranges::count(tokens_, DateToken::number, &DateToken::kind);
        for (const std::size_t length : {5U, 3U}) {
            if (n < length + 3) continue;
            const std::size_t from = n - length;
            bool is_clock = tokens_[from].after_blank && n_numbers > (length == 5 ? 5 : 4);
            for (std::size_t i = from; i < n; ++i)
                is_clock = is_clock && ((i - from) % 2 == 0 ? is_number(i) : is_mark(i, '.'));
            if (is_clock) return from;
        }
        return n;
    }

    /// Takes what follows a time of day: "PM", "Z", "+02:00", "GMT+0200 (…)", "CEST".
    bool take_zone(std::size_t at) {
        while (at < tokens_.size()) {
            auto& token = tokens_[at];
            if (token.kind == DateToken::word && (token.text == "am" || token.text == "pm")) {
                half_ = token.text == "am" ? 'a' : 'p';
            } else if (token.kind == DateToken::word && (token.text == "a" || token.text == "p") &&
                       is_mark(at + 1, '.')) {
                half_ = token.text[0];
                while (at + 1 < tokens_.size() && (is_mark(at + 1, '.') || is_word(at + 1, "m")))
                    erase(at + 1, at + 2);
            } else if (const auto named =
                           token.kind == DateToken::word ? offset_of_name(token.text) : std::nullopt) {
                offset_ = *named;
            } else if (is_sign(at)) {
                return take_offset(at);
            } else if (is_mark(at, '(')) {
                erase(at, tokens_.size());
                return true;
            } else {
                return true;
            }
            erase(at, at + 1);
        }
        return true;
    }

    bool is_sign(std::size_t at) const {
        if (!is_mark(at, '+') && !is_mark(at, '-')) return false;
        if (is_number(at + 1, 4, 4))
            return has_date_ || is_mark(at, '+') || tokens_.size() - at <= 2 || date_before(at);
        const bool ends = at + 2 >= tokens_.size() || is_mark(at + 2, ':') || is_mark(at + 2, '(');
        return is_number(at + 1, 1, 2) && ends;
    }

    /// Whether enough for a date stands before the token: "-0500" is no year then.
    bool date_before(std::size_t at) const {
        std::size_t n = 0;
        for (std::size_t i = 0; i < at; ++i)
            n += tokens_[i].kind == DateToken::number || month_by_name(tokens_[i].text) != 0 ? 1U : 0U;
        return n >= 3;
    }

    bool take_offset(std::size_t at) {
        const int sign = tokens_[at].sign == '-' ? -1 : 1;
        const auto& number = tokens_[at + 1];
        std::int64_t hours = number.n_digits == 4 ? number.value / 100 : number.value;
        std::int64_t minutes = number.n_digits == 4 ? number.value % 100 : 0;
        std::size_t to = at + 2;
        if (number.n_digits <= 2 && is_mark(to, ':') && is_number(to + 1, 2, 2)) {
            minutes = tokens_[to + 1].value;
            to += 2;
        }
        if (hours > 15 || minutes > 59) return false;
        offset_ = sign * (std::chrono::hours(hours) + std::chrono::minutes(minutes));
        if (is_mark(to, '(')) to = tokens_.size();
        erase(at, to);
        return true;
    }

    /// All that is left is the date.
    bool take_date() {
        if (has_date_) return tokens_.size() <= 1;
        std::vector<DateToken> numbers;
        std::vector<unsigned> months;
        char between = ' ';
        for (std::size_t i = 0; i < tokens_.size(); ++i) {
            auto& token = tokens_[i];
            if (token.kind == DateToken::number) {
                numbers.push_back(token);
            } else if (token.kind == DateToken::word) {
                const unsigned month = month_by_name(token.text);
                if (month != 0 && !(is_weekday(token.text) && has_month_behind(i))) {
                    months.push_back(month);
                } else if (!is_filler(token.text)) {
                    return false;
                }
            } else if (numbers.size() == 1 && between == ' ') {
                between = token.sign;
            }
        }
        if (months.size() == 1 && numbers.size() == 2) return take_worded(numbers, months[0]);
        return months.empty() && numbers.size() == 3 && take_numeric(numbers, between);
    }

    bool has_month_behind(std::size_t at) const {
        return std::any_of(tokens_.begin() + static_cast<std::ptrdiff_t>(at) + 1, tokens_.end(),
                           [](const DateToken& t) { return month_by_name(t.text) != 0; });
    }

    /// "13 Apr 2020", "Apr 13, 2020", "2020 April 13", "13-Apr-20".
    bool take_worded(const std::vector<DateToken>& numbers, unsigned month) {
        const bool year_is_first = numbers[0].n_digits == 4;
        if (year_is_first == (numbers[1].n_digits == 4) && year_is_first) return false;
        const auto& year = year_is_first ? numbers[0] : numbers[1];
        const auto& day = year_is_first ? numbers[1] : numbers[0];
        month_ = month;
        return set_year(year) && set_day(day);
    }

    bool take_numeric(const std::vector<DateToken>& numbers, char between) {
        if (numbers[0].n_digits == 4) {
            month_ = static_cast<unsigned>(numbers[1].value);
            return numbers[1].n_digits <= 2 && set_year(numbers[0]) && set_day(numbers[2]);
        }
        const auto first = numbers[0].value;
        const auto second = numbers[1].value;
        if (numbers[0].n_digits > 2 || numbers[1].n_digits > 2 || !set_year(numbers[2])) return false;
        const bool can_be_day_first = second >= 1 && second <= 12;
        const bool can_be_month_first = first >= 1 && first <= 12 && between != '.';
        has_two_orders_ = can_be_day_first && can_be_month_first && first != second;
        DayOrder order = style_.order;
        if (between == '.' || first > 12) order = DayOrder::day_first;
        if (second > 12) order = DayOrder::month_first;
        if (first == second) order = DayOrder::day_first;
        if (order == DayOrder::unknown || (order == DayOrder::month_first && !can_be_month_first))
            return false;
        const bool is_day_first = order == DayOrder::day_first;
        month_ = static_cast<unsigned>(is_day_first ? second : first);
        return set_day(numbers[is_day_first ? 0 : 1]);
    }

    bool set_year(const DateToken& token) {
        if (token.n_digits != 4 && token.n_digits != 2) return false;
        const int value = static_cast<int>(token.value);
        year_ = token.n_digits == 4 ? value : value < 70 ? 2000 + value : 1900 + value;
        return year_ >= 1000;
    }

    bool set_day(const DateToken& token) {
        day_ = static_cast<unsigned>(token.value);
        return token.n_digits <= 2 && day_ >= 1 && day_ <= 31;
    }

    bool settle_hours() {
        if (half_ != ' ') {
            if (hours_ < 1 || hours_ > 12) return half_ == 'p' && hours_ > 12 && hours_ < 24 && add_hours();
            hours_ = hours_ % 12 + (half_ == 'p' ? 12 : 0);
        }
        return hours_ < 24 && add_hours();
    }
    bool add_hours() {
        clock_ += std::chrono::hours(hours_);
        return true;
    }

    std::vector<DateToken> tokens_;
    const MomentStyle& style_;
    int year_ = 0;
    unsigned month_ = 0;
    unsigned day_ = 0;
    std::int64_t hours_ = 0;
    seconds clock_{0};
    char half_ = ' ';
    bool has_clock_ = false;
    bool has_date_ = false;
    bool has_two_orders_ = false;
    std::optional<seconds> offset_;
};

/// A bare number as a moment: since 1970, or of a spreadsheet. Below a year-long number of seconds is no epoch.
std::optional<Moment> moment_of_number(double number, const Zone& zone) {
    constexpr double first_second = 1e8;  // 1973: what is smaller is a count, or a day of a spreadsheet
    constexpr double first_day = 20'000;  // of a spreadsheet: 1954
    constexpr double last_day = 80'000;   // 2119
    constexpr std::int64_t days_to_1970 = 25'569;
    if (number >= first_day && number < last_day) {
        const auto at = std::llround((number - static_cast<double>(days_to_1970)) * 86'400);
        return Moment{zone.utc_of(timestamp_of(at)), number != std::floor(number), false};
    }
    if (number < first_second) return std::nullopt;
    double since = number;
    for (const double unit : {1e11, 1e14, 1e17}) {
        if (number >= unit) since = number / (unit / 1e8);
    }
    return since < 1e11 ? std::optional(Moment{timestamp_of(static_cast<std::int64_t>(since)), true, true})
                        : std::nullopt;
}

/// Takes "Europe/Berlin" or "[Europe/Berlin]" off the end of a moment; nothing if it does not end so.
std::optional<Zone> take_zone_name(std::string_view& text) {
    const auto blank = text.find_last_of(" [");
    if (blank == std::string_view::npos) return std::nullopt;
    auto name = text.substr(blank + 1);
    if (name.ends_with(']')) name.remove_suffix(1);
    const bool is_name = name.find('/') != std::string_view::npos && !is_ascii_digit(name.front());
    bool found = false;
    const Zone zone = is_name ? Zone::find(name, found) : Zone();
    if (!found) return std::nullopt;
    text = trim(text.substr(0, blank));
    return zone;
}

std::optional<Moment> moment_in_words(std::string_view text, const MomentStyle& style, bool& two_orders) {
    if (const auto zone = take_zone_name(text)) {
        auto moment = moment_in_words(text, {style.order, *zone}, two_orders);
        if (moment) moment->has_zone = true;
        return moment;
    }
    std::vector<DateToken> tokens;
    if (text.size() > longest_moment || !tokenize_moment(plain_moment(text), tokens)) return std::nullopt;
    MomentParser parser(std::move(tokens), style);
    auto moment = parser.parse();
    two_orders = parser.has_two_orders();
    return moment;
}

std::optional<double> bare_number(std::string_view text) {
    const bool is_bare =
        std::ranges::all_of(text, [](char c) { return is_ascii_digit(c) || c == '.' || c == ','; });
    // 20200413 is a day, 2020.04.13 no number.
    if (text.empty() || !is_bare ||
        std::ranges::count_if(text, [](char c) { return !is_ascii_digit(c); }) > 1)
        return parse_number(text);  // "1.5868e+09"
    std::string with_point(text);
    std::ranges::replace(with_point, ',', '.');
    return parse_number(with_point);
}

bool is_compact_day(double number) {
    return number >= 19'500'101 && number <= 21'001'231 && number == std::floor(number);
}

}  // namespace

std::optional<Moment> parse_moment(std::string_view text, const MomentStyle& style) {
    text = trim(text);
    if (const auto number = bare_number(text); number && !is_compact_day(*number))
        return moment_of_number(*number, style.zone);
    bool two_orders = false;
    return moment_in_words(text, style, two_orders);
}

void MomentSurvey::Reading::look(Timestamp time) noexcept {
    if (last && time > *last) ++n_rising;
    if (last && time < *last) ++n_falling;
    last = time;
}

void MomentSurvey::look(std::string_view value) {
    value = trim(value);
    if (value.empty()) return;
    ++n_values_;
    const auto number = bare_number(value);
    const bool is_number = number && !is_compact_day(*number);
    bool two_orders = false;
    bool ignored = false;
    const auto day_first = is_number ? moment_of_number(*number, {})
                                     : moment_in_words(value, {DayOrder::day_first, {}}, two_orders);
    const auto month_first =
        is_number ? day_first : moment_in_words(value, {DayOrder::month_first, {}}, ignored);
    const auto& moment = day_first ? day_first : month_first;
    if (!moment) return;
    ++n_moments_;
    n_numbers_ += is_number ? 1U : 0U;
    n_with_clock_ += moment->has_clock ? 1U : 0U;
    n_with_zone_ += moment->has_zone ? 1U : 0U;
    if (is_number) return;
    const bool agree = day_first && month_first && day_first->time == month_first->time;
    if (day_first) day_first_.look(day_first->time);
    if (month_first) month_first_.look(month_first->time);
    if (two_orders) {
        if (n_two_ways_++ == 0) example_ = std::string(value);
    } else if (!agree) {
        ++(day_first ? day_first_ : month_first_).n_only;
    } else if (const auto slash = value.find_first_of("/-"); slash != std::string_view::npos && slash <= 2) {
        // "25/12/2020" is a date in one order only, which both readings find.
        const auto first = parse_whole(value.substr(0, slash));
        const auto second =
            parse_whole(value.substr(slash + 1, value.find_first_of("/-", slash + 1) - slash - 1));
        if (first && *first > 12) ++day_first_.n_only;
        if (second && *second > 12) ++month_first_.n_only;
    }
}

DayOrder MomentSurvey::order() const noexcept {
    const std::size_t day = day_first_.n_only;
    const std::size_t month = month_first_.n_only;
    constexpr std::size_t many = 20;  // to one: a stray value of another hand
    if (day > many * month) return DayOrder::day_first;
    if (month > many * day) return DayOrder::month_first;
    if (day > 0 || month > 0) return DayOrder::unknown;
    if (day_first_.is_sorted() != month_first_.is_sorted())
        return day_first_.is_sorted() ? DayOrder::day_first : DayOrder::month_first;
    return DayOrder::unknown;
}

}  // namespace attune::sources
