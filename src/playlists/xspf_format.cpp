#include "library/track.h"
#include "playlists/writers.h"

#include <fmt/format.h>

#include <pugixml.hpp>
#include <sstream>

namespace attune::playlists {
namespace {

void add(pugi::xml_node& parent, const char* name, const std::string& text) {
    if (!text.empty()) parent.append_child(name).text().set(text.c_str());
}

/// Elements stand in the order in which XSPF lists them.
void add_track(pugi::xml_node& list, const ExportTrack& track) {
    auto node = list.append_child("track");
    add(node, "location", spotify_url(track.spotify_id));
    add(node, "identifier", recording_url(track.recording_mbid));
    add(node, "identifier", library::spotify_uri(one_line(track.spotify_id)));
    add(node, "identifier", track.isrc.empty() ? "" : "urn:isrc:" + one_line(track.isrc));
    add(node, "title", one_line(track.title));
    add(node, "creator", one_line(track.artist));
    add(node, "annotation", one_line(track.reasons));
    add(node, "album", one_line(track.release));
    if (track.duration_ms) add(node, "duration", fmt::format("{}", *track.duration_ms));
}

}  // namespace

std::string write_xspf(const ExportList& list) {
    pugi::xml_document document;
    auto declaration = document.append_child(pugi::node_declaration);
    declaration.append_attribute("version") = "1.0";
    declaration.append_attribute("encoding") = "UTF-8";
    auto root = document.append_child("playlist");
    root.append_attribute("version") = "1";
    root.append_attribute("xmlns") = "http://xspf.org/ns/0/";
    add(root, "title", one_line(list.name));
    add(root, "creator", "attune");
    if (list.simulated) add(root, "annotation", std::string(simulated_note));
    auto tracks = root.append_child("trackList");
    for (const auto& track : list.tracks) add_track(tracks, track);
    std::ostringstream out;
    document.save(out, "  ", pugi::format_default, pugi::encoding_utf8);
    return out.str();
}

}  // namespace attune::playlists
