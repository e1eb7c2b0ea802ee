#include "report/document.h"

#include "core/error.h"
#include "report/html.h"
#include "report/style.h"

#include <fmt/format.h>

#include <map>

namespace attune::report {
namespace {

/// Anchors that are each used once, and figures that are numbered.
struct Numbering {
    std::map<std::string, int> anchors = {};
    int figures = 0;

    std::string anchor(std::string_view title) {
        auto anchor = anchor_of(title);
        const int used = anchors[anchor]++;
        return used == 0 ? anchor : fmt::format("{}-{}", anchor, used + 1);
    }
};

std::string block_html(const Paragraph& paragraph, Numbering&) { return element("p", paragraph.text) + "\n"; }

std::string block_html(const Remarks& remarks, Numbering&) {
    std::string html = "<ul>";
    for (const auto& text : remarks.texts) html += element("li", text);
    return html + "</ul>\n";
}

std::string block_html(const Table& table, Numbering&) { return to_html(table) + "\n"; }

std::string block_html(const Figure& figure, Numbering& numbering) {
    const int number = ++numbering.figures;
    const auto name = figure.title() + ". " + figure.summary();
    return fmt::format(
        "<figure id=\"figure-{0}\"><figcaption><b>Figure {0}. {1}</b> {2}</figcaption>\n"
        "<div class=\"wide\">{3}</div>\n<div class=\"narrow\">{4}</div>\n"
        "<details><summary>The numbers of figure {0}</summary>{5}</details></figure>\n",
        number, escaped(figure.title()), escaped(figure.summary()), figure.wide().markup(name),
        figure.narrow().markup(name), to_html(figure.table()));
}

std::string header_html(const Document& document) {
    std::string html = "<header>";
    if (!document.notice.empty())
        html += "<p class=\"notice\" role=\"note\">" + escaped(document.notice) + "</p>";
    html += element("h1", document.title);
    if (!document.about.empty()) html += "<p class=\"about\">" + escaped(document.about) + "</p>";
    if (!document.key_figures.empty()) {
        html += "\n<dl class=\"key\">";
        for (const auto& key : document.key_figures) {
            html += "<div>" + element("dt", key.name) + element("dd", key.value);
            if (!key.beside.empty()) html += "<dd class=\"beside\">" + escaped(key.beside) + "</dd>";
            html += "</div>";
        }
        html += "</dl>";
    }
    html += "</header>\n";
    if (document.summary.empty()) return html;
    html += "<section id=\"in-short\" aria-labelledby=\"h-in-short\"><h2 id=\"h-in-short\">In short</h2><ul>";
    for (const auto& sentence : document.summary) html += element("li", sentence);
    return html + "</ul></section>\n";
}

std::string section_html(const Section& section, const std::string& anchor, Numbering& numbering) {
    std::string html =
        fmt::format("<section id=\"{0}\" aria-labelledby=\"h-{0}\"><h2 id=\"h-{0}\">{1}</h2>\n", anchor,
                    escaped(section.title));
    for (const auto& block : section.blocks)
        html += std::visit([&](const auto& value) { return block_html(value, numbering); }, block);
    return html + "</section>\n";
}

std::string head_html(const Document& document) {
    return fmt::format(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
        "'unsafe-inline'; "
        "img-src data:\">\n<meta name=\"color-scheme\" content=\"light dark\">\n"
        "<meta name=\"generator\" content=\"attune\">\n{}\n"
        "<link rel=\"icon\" href=\"data:,\">\n<style>{}</style>\n</head>\n",
        element("title", document.title), style_sheet());
}

}  // namespace

std::string to_html(const Document& document) {
    require(!document.title.empty(), "a report needs a title");
    Numbering numbering;
    numbering.anchor("in short");
    std::string contents = "<nav aria-label=\"Contents\"><h2>Contents</h2><ol>";
    if (!document.summary.empty()) contents += "<li><a href=\"#in-short\">In short</a></li>";
    std::string sections;
    for (const auto& section : document.sections) {
        const auto anchor = numbering.anchor(section.title);
        contents += fmt::format("<li><a href=\"#{}\">{}</a></li>", anchor, escaped(section.title));
        sections += section_html(section, anchor, numbering);
    }
    contents += "</ol></nav>\n";
    return head_html(document) + "<body>\n<a class=\"skip\" href=\"#content\">Skip to the report</a>\n" +
           contents + "<main id=\"content\">\n" + header_html(document) + sections + "<footer>" +
           element("p", document.colophon) + "</footer>\n</main>\n</body>\n</html>\n";
}

}  // namespace attune::report
