#pragma once

#include "sources/source.h"

namespace attune::sources {

/// "Extended streaming history": endsong_*.json (2021-22), Streaming_History_{Audio,Video}_*.json (since
/// 2023).
Source spotify_extended_source() noexcept;

/// The history in "Account data": StreamingHistory*.json, music, podcasts or both.
Source spotify_account_source() noexcept;

}  // namespace attune::sources
