#pragma once

#include "report/figure.h"
#include "report/table.h"

#include <string>
#include <variant>
#include <vector>

namespace attune::report {

struct Paragraph {
    std::string text;
};

/// Sentences side by side, each with a dot before it.
struct Remarks {
    std::vector<std::string> texts;
};

using Block = std::variant<Paragraph, Remarks, Table, Figure>;

struct Section {
    std::string title;
    std::vector<Block> blocks;
};

/// A number that stands large at the top.
struct KeyFigure {
    std::string value;   ///< "61.4 %"
    std::string name;    ///< "right on new artists"
    std::string beside;  ///< what to hold it against: "17.9 % by always guessing edm"; may be empty
};

/// A page as values, before it has a form.
struct Document {
    std::string title;
    std::string about;  ///< a line under the title: what was read
    std::vector<KeyFigure> key_figures;
    std::vector<std::string> summary;  ///< what came out, a sentence each
    std::vector<Section> sections;
    std::string colophon;  ///< the last line: what made the page, from which seed
    std::string notice{};  ///< what nobody may overlook: stands in a box above all; may be empty
};

/// The document as one HTML file that needs nothing else: styles and pictures stand in it, it loads nothing
/// and runs no script (its own policy forbids both). Light or dark as the reader's system is, always light on
/// paper, readable from 320 px up.
///
/// @throws Error{invalid_argument} without title, or for a table whose rows do not fit its columns
std::string to_html(const Document& document);

}  // namespace attune::report
