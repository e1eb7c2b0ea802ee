#pragma once

#include "sources/source.h"

namespace attune::sources {

/// Listens as ListenBrainz dumps and exports them: JSON, one record a line or in a list, of one account or of
/// many. The account is `user_name`, else `user_id`; a record without either is of the person whom the file
/// is of. Nothing of the player, the service or the address from which it was sent is read.
Source listenbrainz_source() noexcept;

}  // namespace attune::sources
