#pragma once

#include "report/document.h"

namespace attune::report {

/// A document of invented numbers with a picture of every kind, and names that would be markup.
Document gallery();

}  // namespace attune::report
