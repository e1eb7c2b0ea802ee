#include "sources/workbook.h"

#include "core/time.h"
#include "sources/streams.h"
#include "sources/values.h"
#include "sources/xml.h"

#include <fmt/format.h>

#include <algorithm>
#include <archive.h>
#include <archive_entry.h>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <vector>

namespace attune::sources {
namespace {

constexpr std::size_t largest_part = std::size_t{128} << 20U;
constexpr std::size_t workbook_block = 128 * 1024;
constexpr std::size_t most_columns = 1024;

/// The parts of a workbook by their names, as far as tables need them.
using Parts = std::map<std::string, std::string, std::less<>>;

bool is_wanted(std::string_view name) {
    return name == "xl/workbook.xml" || name == "xl/_rels/workbook.xml.rels" ||
           name == "xl/sharedStrings.xml" || name == "xl/styles.xml" || name.starts_with("xl/worksheets/");
}

Parts read_parts(const std::filesystem::path* path, std::string_view bytes, const std::string& shown,
                 const Visitors& visitors, Budget& budget) {
    Parts parts;
    const Archive open(archive_read_new());
    archive_read_support_format_zip(open.get());
    const int result = path != nullptr ? archive_read_open_filename(open.get(), path->c_str(), workbook_block)
                                       : archive_read_open_memory(open.get(), bytes.data(), bytes.size());
    archive_entry* header = nullptr;
    while (result == ARCHIVE_OK && is_entry(archive_read_next_header(open.get(), &header))) {
        const char* const name = archive_entry_pathname(header);
        if (name == nullptr || !is_wanted(name)) continue;
        EntryStream in(open.get(), budget, shown, visitors.problem);
        auto part = read_whole(in, largest_part);
        if (!part.is_whole)
            visitors.problem(shown,
                             fmt::format("only the first {} MiB of {} are read", largest_part >> 20U, name));
        parts[name] = std::move(part.text);
    }
    return parts;
}

// --- what cells refer to ---------------------------------------------------------------------------------------------

/// All text of a string, whose runs may each have a look of their own; not how it is pronounced.
std::string text_of_string(const pugi::xml_node& string) {
    std::string text;
    for (const auto& child : string.children()) {
        const auto name = local_name(child);
        if (name == "t") text += child.child_value();
        if (name == "r") text += child_text(child, "t");
    }
    return text;
}

std::vector<std::string> shared_strings(const Parts& parts) {
    std::vector<std::string> strings;
    const auto part = parts.find("xl/sharedStrings.xml");
    pugi::xml_document document;
    if (part == parts.end() || !load_xml(part->second, document)) return strings;
    for (const auto& string : child_called(document, "sst").children())
        strings.push_back(text_of_string(string));
    return strings;
}

/// Whether a number under this format is a moment. "General" and "0.00" are none.
bool is_format_of_dates(int id, const std::map<int, std::string>& own) {
    if ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58))
        return true;
    const auto found = own.find(id);
    if (found == own.end()) return false;
    bool is_quoted = false;
    bool in_brackets = false;
    for (const char c : found->second) {
        if (c == '"') is_quoted = !is_quoted;
        if (c == '[') in_brackets = true;
        if (c == ']') in_brackets = false;
        if (!is_quoted && !in_brackets && std::string_view("yYdDhH").find(c) != std::string_view::npos)
            return true;
    }
    return false;
}

/// The styles of cells (by their number) that show dates.
std::set<int> styles_of_dates(const Parts& parts) {
    std::set<int> dates;
    const auto part = parts.find("xl/styles.xml");
    pugi::xml_document document;
    if (part == parts.end() || !load_xml(part->second, document)) return dates;
    const auto sheet = child_called(document, "styleSheet");
    std::map<int, std::string> own;
    for (const auto& format : child_called(sheet, "numFmts").children())
        own[format.attribute("numFmtId").as_int()] = format.attribute("formatCode").value();
    int number = 0;
    for (const auto& style : child_called(sheet, "cellXfs").children()) {
        if (is_format_of_dates(style.attribute("numFmtId").as_int(), own)) dates.insert(number);
        ++number;
    }
    return dates;
}

// --- sheets ----------------------------------------------------------------------------------------------------------

struct Sheet {
    std::string name;
    std::string part;
};

std::vector<Sheet> sheets_of(const pugi::xml_node& workbook, const Parts& parts) {
    std::map<std::string, std::string, std::less<>> targets;
    pugi::xml_document relations;
    const auto part = parts.find("xl/_rels/workbook.xml.rels");
    if (part != parts.end() && load_xml(part->second, relations)) {
        for (const auto& relation : child_called(relations, "Relationships").children()) {
            std::string_view target = relation.attribute("Target").value();
            const bool is_absolute = target.starts_with('/');
            if (is_absolute) target.remove_prefix(1);
            targets[relation.attribute("Id").value()] = (is_absolute ? "" : "xl/") + std::string(target);
        }
    }
    std::vector<Sheet> sheets;
    for (const auto& sheet : child_called(workbook, "sheets").children()) {
        const auto target = targets.find(attribute_called(sheet, "id").value());
        const auto usual = fmt::format("xl/worksheets/sheet{}.xml", sheets.size() + 1);
        sheets.push_back(
            {clean_text(sheet.attribute("name").value()), target == targets.end() ? usual : target->second});
    }
    return sheets;
}

/// The column of a cell "AB12", from 0; the next one if the cell does not say where it is.
std::size_t column_of(std::string_view reference, std::size_t next) {
    std::size_t column = 0;
    for (const char c : reference) {
        if (c < 'A' || c > 'Z' || column > most_columns) break;
        column = column * 26 + static_cast<std::size_t>(c - 'A') + 1;
    }
    return column == 0 ? next : column - 1;
}

/// Days since the end of 1899 (or 1904), as a date with the time of day if it has one.
std::string date_of(double days, bool is_1904) {
    constexpr std::int64_t day = 24LL * 60 * 60;
    constexpr std::int64_t epoch_1900 = -25569 * day;  // 1899-12-30, as the 29th of February 1900 counts
    constexpr std::int64_t epoch_1904 = -24107 * day;
    const auto seconds = std::llround(days * static_cast<double>(day));
    if (days >= 0 && days < 1)
        return fmt::format("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
    const auto time = timestamp_of((is_1904 ? epoch_1904 : epoch_1900) + seconds);
    std::string text = seconds % day == 0 ? format_date(time) : format_timestamp(time);
    // A sheet knows no zones: the Z would say more than stands there.
    if (text.ends_with('Z')) text.pop_back();
    std::ranges::replace(text, 'T', ' ');
    return text;
}

class SheetText {
  public:
    SheetText(const std::vector<std::string>& strings, const std::set<int>& dates, bool is_1904)
        : strings_(&strings), dates_(&dates), is_1904_(is_1904) {}

    /// The rows as CSV; empty if there are fewer than two.
    std::string csv(const pugi::xml_node& data) const {
        std::string text;
        std::size_t n_rows = 0;
        for (const auto& row : data.children()) {
            if (local_name(row) != "row") continue;
            const auto fields = fields_of(row);
            if (std::ranges::all_of(fields, [](const std::string& field) { return field.empty(); })) continue;
            ++n_rows;
            append_row(fields, text);
        }
        return n_rows < 2 ? std::string() : text;
    }

  private:
    std::vector<std::string> fields_of(const pugi::xml_node& row) const {
        std::vector<std::string> fields;
        for (const auto& cell : row.children()) {
            if (local_name(cell) != "c") continue;
            const std::size_t column = column_of(cell.attribute("r").value(), fields.size());
            if (column >= most_columns) break;
            if (fields.size() <= column) fields.resize(column + 1);
            fields[column] = value_of(cell);
        }
        return fields;
    }

    std::string value_of(const pugi::xml_node& cell) const {
        const std::string_view type = cell.attribute("t").value();
        if (type == "inlineStr") return text_of_string(child_called(cell, "is"));
        const std::string value = child_text(cell, "v");
        if (type == "s") {
            const auto index = parse_whole(value);
            const bool is_there = index && *index >= 0 && static_cast<std::size_t>(*index) < strings_->size();
            return is_there ? (*strings_)[static_cast<std::size_t>(*index)] : std::string();
        }
        if (type == "b") return value == "1" ? "true" : "false";
        if (type == "e") return {};
        constexpr double last_day = 2'958'466;  // of the year 9999
        const auto number = type.empty() || type == "n" ? parse_number(value) : std::nullopt;
        const bool is_date =
            number && *number >= 0 && *number < last_day && dates_->contains(cell.attribute("s").as_int());
        return is_date ? date_of(*number, is_1904_) : value;
    }

    static void append_row(const std::vector<std::string>& fields, std::string& text) {
        for (std::size_t i = 0; i < fields.size(); ++i) {
            if (i > 0) text += ',';
            const bool is_plain = fields[i].find_first_of("\",\r\n") == std::string::npos;
            if (is_plain) {
                text += fields[i];
                continue;
            }
            text += '"';
            for (const char c : fields[i])
                text += c == '"' ? "\"\"" : std::string(1, c == '\n' || c == '\r' ? ' ' : c);
            text += '"';
        }
        text += '\n';
    }

    const std::vector<std::string>* strings_;
    const std::set<int>* dates_;
    bool is_1904_;
};

}  // namespace

void visit_workbook(const std::filesystem::path* path, std::string_view bytes, const std::string& shown,
                    const Visitors& visitors, Budget& budget) {
    const Parts parts = read_parts(path, bytes, shown, visitors, budget);
    pugi::xml_document document;
    const auto part = parts.find("xl/workbook.xml");
    if (part == parts.end() || !load_xml(part->second, document)) {
        visitors.problem(shown, "is a spreadsheet that is damaged; save its sheet as CSV and import that");
        return;
    }
    const auto workbook = child_called(document, "workbook");
    const bool is_1904 = child_called(workbook, "workbookPr").attribute("date1904").as_bool();
    const auto strings = shared_strings(parts);
    const auto dates = styles_of_dates(parts);
    for (const auto& sheet : sheets_of(workbook, parts)) {
        const auto text = parts.find(sheet.part);
        pugi::xml_document rows;
        if (text == parts.end() || !load_xml(text->second, rows)) {
            visitors.problem(shown + "/" + sheet.name,
                             "the sheet is damaged; save it as CSV and import that");
            continue;
        }
        const auto csv = SheetText(strings, dates, is_1904)
                             .csv(child_called(child_called(rows, "worksheet"), "sheetData"));
        const std::string place = shown + "/" + sheet.name;
        if (csv.empty()) {
            visitors.passed(place, "sheet");
            continue;
        }
        MemoryStream in(csv);
        visitors.visit({place, sheet.name + ".csv", csv.size(), "sheet"}, in);
    }
}

}  // namespace attune::sources
