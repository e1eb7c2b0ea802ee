# Headers that most files include are read once for all rooms, and once more, with GoogleTest, for all tests: most
# of the time that a file takes to compile goes into them. Files include what they use all the same;
# the presets with sanitizers have ATTUNE_PCH off (GCC 12 crashes on both together) and show where one does not.
option(ATTUNE_PCH "Precompile the headers that most files include" ON)

set(ATTUNE_COMMON_HEADERS <algorithm> <array> <cmath> <cstddef> <cstdint> <filesystem> <functional> <limits> <map>
    <memory> <numeric> <optional> <set> <span> <string> <string_view> <unordered_map> <utility> <vector>
    <fmt/format.h> <tl/expected.hpp>)

# attune_headers(<name> HEADERS <header>... [LINK <target>...]) precompiles headers under this name.
function(attune_headers name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "HEADERS;LINK")
  # Written once: a newer one would have every file compiled again.
  if(NOT EXISTS ${PROJECT_BINARY_DIR}/${name}.cpp)
    file(WRITE ${PROJECT_BINARY_DIR}/${name}.cpp "// Only its precompiled headers are of use.\n")
  endif()
  add_library(attune_${name} OBJECT ${PROJECT_BINARY_DIR}/${name}.cpp)
  target_link_libraries(attune_${name} PRIVATE fmt::fmt tl::expected nlohmann_json::nlohmann_json ${arg_LINK})
  target_compile_options(attune_${name} PRIVATE ${ATTUNE_WARNINGS})
  target_precompile_headers(attune_${name} PRIVATE ${arg_HEADERS})
endfunction()

# attune_use_headers(<target> <name>) makes a target compile with the headers precompiled under this name.
function(attune_use_headers target name)
  if(ATTUNE_PCH)
    target_precompile_headers(${target} REUSE_FROM attune_${name})
  endif()
endfunction()

if(ATTUNE_PCH)
  add_compile_options(-fpch-preprocess)
  if(CCACHE)  # which otherwise takes every file compiled with such headers for a new one
    set(CMAKE_CXX_COMPILER_LAUNCHER ${ATTUNE_CCACHE} CCACHE_SLOPPINESS=pch_defines,time_macros ${CCACHE})
  endif()
  # Most files of a room write or read JSON, few tests do.
  attune_headers(common_headers HEADERS ${ATTUNE_COMMON_HEADERS} <nlohmann/json.hpp>)
  if(BUILD_TESTING)
    find_package(GTest 1.12 REQUIRED)
    attune_headers(test_headers HEADERS ${ATTUNE_COMMON_HEADERS} <gtest/gtest.h> LINK GTest::gtest)
    target_compile_options(attune_test_headers PRIVATE ${ATTUNE_TEST_OPTIONS})
  endif()
endif()
