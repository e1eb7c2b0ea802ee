#pragma once

#include "sources/source.h"

namespace attune::sources {

/// .scrobbler.log of portable players (Rockbox, iriver, …): tabs, L for listened and S for skipped.
Source scrobbler_log_source() noexcept;

/// The backup of Jellyfin's and Emby's plug-in Playback Reporting: tabs, without a header.
Source playback_reporting_source() noexcept;

}  // namespace attune::sources
