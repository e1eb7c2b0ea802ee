#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace attune::sources {

// XML as other programs write it: names by what stands behind their prefix, and no document type, hence no entities but
// XML's own five: nothing outside of the text is ever read.

/// Parses a whole text in any encoding that it declares. Characters that XML forbids (controls, references to halves of
/// pairs) are taken out first, and bare ampersands are read as such. False if it is no XML to its end; what stands before
/// the damage is in `document` nevertheless.
bool load_xml(std::string_view text, pugi::xml_document& document);

/// The whole text in UTF-8, whatever encoding it declares, with the entities that it defines itself put in (not those of
/// other files; as much as would make it twice as long).
std::string xml_in_utf8(std::string text);

/// The name without its prefix: "track" of <x:track>.
std::string_view local_name(const pugi::xml_node& node) noexcept;

/// The first child with this local name; none if there is none.
pugi::xml_node child_called(const pugi::xml_node& node, std::string_view name) noexcept;

/// The first attribute with this local name; none if there is none.
pugi::xml_attribute attribute_called(const pugi::xml_node& node, std::string_view name) noexcept;

/// All text within the node, of CDATA too.
std::string text_within(const pugi::xml_node& node);

/// text_within() the first child with this local name; empty if there is none.
std::string child_text(const pugi::xml_node& node, std::string_view name);

}  // namespace attune::sources
