#pragma once

#include <string_view>

namespace attune::engine {

/// The provider of the features that attune finds itself.
inline constexpr std::string_view own_provider = "attune";

/// Providers of catalogues are called so, with the catalogue's name behind it.
inline constexpr std::string_view catalogue_prefix = "catalogue:";

}  // namespace attune::engine
