#pragma once

#include "sources/source.h"

#include <string>

namespace attune::sources {

/// What a file that no source recognises seems to be, why it is not read, and what to do: "is a playlist of foobar2000 in
/// its own binary form; ...". Empty where nothing can be told.
std::string advice_for(const FileHead& head, Reading reading = Reading::person);

}  // namespace attune::sources
