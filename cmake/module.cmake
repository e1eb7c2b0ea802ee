# attune_module(<name> [PURE] [APART] SOURCES <file>... [DEPS <module>...] [EXTERNAL <target>...])
#
# Declares src/<name> as the library attune::<name>. DEPS may name only modules that were added before this
# one, so the module graph cannot have a cycle. A PURE module does no input or output and reads no clock.
# EXTERNAL targets are private to the module unless their headers stand in ours: name those in PUBLIC_EXTERNAL.
# The files of an APART module are compiled one by one also with ATTUNE_UNITY: it is large, or its files use the same
# names for different things.
# What is declared here is written to modules.txt, against which scripts/check_layers.py checks the sources.
function(attune_module name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "PURE;APART" "" "SOURCES;DEPS;EXTERNAL;PUBLIC_EXTERNAL")
  foreach(dep IN LISTS arg_DEPS)
    if(NOT TARGET attune::${dep})
      message(FATAL_ERROR "module '${name}' depends on '${dep}', which is not above it")
    endif()
  endforeach()

  add_library(attune_${name} STATIC ${arg_SOURCES})
  add_library(attune::${name} ALIAS attune_${name})
  target_include_directories(attune_${name} PUBLIC ${PROJECT_SOURCE_DIR}/src)
  target_compile_options(attune_${name} PRIVATE ${ATTUNE_WARNINGS})
  attune_use_headers(attune_${name} common_headers)
  if(ATTUNE_UNITY AND NOT arg_APART)
    set_target_properties(attune_${name} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 6)
    # A file's own constant is no global that a parameter of the next file shadows.
    target_compile_options(attune_${name} PRIVATE -Wno-shadow -Wno-subobject-linkage)
  endif()
  list(TRANSFORM arg_DEPS PREPEND attune:: OUTPUT_VARIABLE dep_targets)
  target_link_libraries(attune_${name} PUBLIC ${dep_targets} ${arg_PUBLIC_EXTERNAL} PRIVATE ${arg_EXTERNAL})

  list(JOIN arg_DEPS " " edges)
  file(APPEND ${PROJECT_BINARY_DIR}/modules.txt "${name} ${arg_PURE} ${edges}\n")
endfunction()

# attune_test(<module>/<subject> [DEPS <module>...] [LABELS <label>...]) builds tests/<module>/<subject>_test.cpp
# against attune::<module> and registers its cases, labelled <module>, so that `ctest -L sources` runs one room.
function(attune_test path)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "DEPS;LABELS")
  get_filename_component(module ${path} DIRECTORY)
  get_filename_component(subject ${path} NAME)
  set(target ${module}_${subject}_test)
  list(TRANSFORM arg_DEPS PREPEND attune:: OUTPUT_VARIABLE dep_targets)
  add_executable(${target} ${PROJECT_SOURCE_DIR}/tests/${path}_test.cpp)
  target_include_directories(${target} PRIVATE ${PROJECT_SOURCE_DIR}/tests)
  target_link_libraries(${target} PRIVATE attune::${module} ${dep_targets} attune_source_folder GTest::gtest_main)
  target_compile_options(${target} PRIVATE ${ATTUNE_TEST_OPTIONS})
  attune_use_headers(${target} test_headers)
  gtest_discover_tests(${target} DISCOVERY_TIMEOUT 60
                       PROPERTIES LABELS "${module};${arg_LABELS}" ENVIRONMENT "OMP_WAIT_POLICY=passive")
endfunction()

# attune_fuzz(<subject> DEPS <module>...) builds fuzz/<subject>_fuzz.cpp. With clang it is a libFuzzer program;
# with any other compiler it gets a main() that replays the files it is given, and a test that replays
# fuzz/corpus/<subject>.
function(attune_fuzz subject)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "DEPS")
  set(target ${subject}_fuzz)
  list(TRANSFORM arg_DEPS PREPEND attune:: OUTPUT_VARIABLE dep_targets)
  add_executable(${target} ${PROJECT_SOURCE_DIR}/fuzz/${subject}_fuzz.cpp)
  target_link_libraries(${target} PRIVATE ${dep_targets})
  if(ATTUNE_FUZZ)
    target_link_options(${target} PRIVATE -fsanitize=fuzzer)
    add_test(NAME fuzz_corpus_${subject}
             COMMAND ${target} -runs=0 ${PROJECT_SOURCE_DIR}/fuzz/corpus/${subject})
  else()
    target_sources(${target} PRIVATE ${PROJECT_SOURCE_DIR}/fuzz/replay.cpp)
    add_test(NAME fuzz_corpus_${subject} COMMAND ${target} ${PROJECT_SOURCE_DIR}/fuzz/corpus/${subject})
  endif()
  set_tests_properties(fuzz_corpus_${subject} PROPERTIES LABELS fuzz)
endfunction()

function(attune_add_layer_test)
  find_package(Python3 REQUIRED COMPONENTS Interpreter)
  add_test(NAME layers COMMAND Python3::Interpreter ${PROJECT_SOURCE_DIR}/scripts/check_layers.py
           ${PROJECT_SOURCE_DIR}/src ${PROJECT_BINARY_DIR}/modules.txt)
endfunction()

option(ATTUNE_UNITY "Compile several files of a room at once: all in half the time, a changed one in twice" OFF)
# A test's own code runs for a moment and is compiled often: it is the rooms that are optimised.
set(ATTUNE_TEST_OPTIONS $<$<CONFIG:RelWithDebInfo>:-O0>)
set(ATTUNE_WARNINGS -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror)
file(WRITE ${PROJECT_BINARY_DIR}/modules.txt "")
