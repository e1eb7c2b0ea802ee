#pragma once

#include "sources/source.h"

#include <string>
#include <string_view>

namespace attune::sources {

/// A playlist of a player: #EXTINF lines and paths or links.
Source m3u_source() noexcept;

/// A playlist of a player: File1=, Title1=, Length1=.
Source pls_source() noexcept;

/// Playlists of Windows Media Player, of Zune (ZPL), and those of links (ASX).
Source wpl_source() noexcept;
Source asx_source() noexcept;

/// XML Shareable Playlist Format.
Source xspf_source() noexcept;

/// The same as JSON, as ListenBrainz writes it.
Source jspf_source() noexcept;

/// Lines of Spotify links, or (in a .txt file) of "Artist - Title". Links alone name tracks by their id only.
Source track_list_source() noexcept;

/// The name of a playlist that has none of its own: the name of its file without the ending.
std::string playlist_name_of(const FileHead& head);

/// What stands for whoever added an entry, the same in all files: a hash, as names of accounts are nobody's business.
/// Empty if the file names nobody.
/// @param account  "spotify:user:x", its address, or x
std::string adder_label(std::string_view account);

}  // namespace attune::sources
