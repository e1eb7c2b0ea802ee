#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace attune::sources {

/// The name of a file or a folder, or a path of them, as it can be shown: UTF-8, accents in one piece (macOS writes them
/// apart), without control characters. Bytes that are no UTF-8 are read in the code page that makes the most credible
/// words of them: those of DOS and Windows for Western languages and Russian, Shift-JIS, EUC-KR and GBK. Never empty
/// unless `bytes` is, never throws for what the bytes are.
std::string legible_name(std::string_view bytes);

/// The code page that makes the most credible words of a text that is no UTF-8; empty if none makes any.
std::string code_page_of(std::string_view bytes);

/// Bytes in a code page (any that iconv knows by this name), as UTF-8; nothing if they mean nothing there.
std::optional<std::string> read_in_code_page(std::string_view page, std::string_view bytes);

}  // namespace attune::sources
