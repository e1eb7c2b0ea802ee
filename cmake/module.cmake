# attune_module(<name> [PURE] [FOLDERS <folder>...] SOURCES <file>... [ALONE <file>...] [PRIVATE_HEADERS <header>...]
#               [COLD] [DEPS <module>...] [EXTERNAL <target>...] [PUBLIC_EXTERNAL <target>...])
#
# Declares src/<name> as the library attune::<name>. <name> may be a folder of a room: src/engine/picks is the module
# engine/picks with the library attune::engine_picks; attune_join() makes such folders one library for those outside.
#
# DEPS may name only modules that were added before this one, so the module graph cannot have a cycle. A PURE module does
# no input or output and reads no clock. FOLDERS are the module's own folders, in the order in which they stand on each
# other: a file may include headers of its own folder, of those before it, and of the module's root. PRIVATE_HEADERS are
# seen by the room that the module belongs to, and by its tests, alone.
# EXTERNAL targets are private to the module unless their headers stand in ours: name those in PUBLIC_EXTERNAL.
# ALONE names those of SOURCES that are compiled one by one also with ATTUNE_UNITY: they use names of their own for
# other things than their neighbours do. A COLD module has no loop that anybody waits for: compiled quickly (-O1).
# What is declared here is written to modules.txt, against which scripts/check_layers.py checks the sources.
function(attune_module name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "PURE;COLD" "" "FOLDERS;SOURCES;ALONE;PRIVATE_HEADERS;DEPS;EXTERNAL;PUBLIC_EXTERNAL")
  string(REPLACE "/" "_" target ${name})
  foreach(dep IN LISTS arg_DEPS)
    string(REPLACE "/" "_" dep_target ${dep})
    if(NOT TARGET attune::${dep_target})
      message(FATAL_ERROR "module '${name}' depends on '${dep}', which is not above it")
    endif()
    list(APPEND dep_targets attune::${dep_target})
  endforeach()

  add_library(attune_${target} STATIC ${arg_SOURCES})
  add_library(attune::${target} ALIAS attune_${target})
  target_include_directories(attune_${target} PUBLIC ${PROJECT_SOURCE_DIR}/src)
  target_compile_options(attune_${target} PRIVATE ${ATTUNE_WARNINGS})
  attune_use_headers(attune_${target} common_headers)
  if(arg_COLD)
    target_compile_options(attune_${target} PRIVATE ${ATTUNE_COLD_OPTIONS})
  endif()
  if(ATTUNE_UNITY)
    set_target_properties(attune_${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 12)
    set_source_files_properties(${arg_ALONE} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
    # A file's own constant is no global that a parameter of the next file shadows.
    target_compile_options(attune_${target} PRIVATE -Wno-shadow -Wno-subobject-linkage)
  endif()
  target_link_libraries(attune_${target} PUBLIC ${dep_targets} ${arg_PUBLIC_EXTERNAL} PRIVATE ${arg_EXTERNAL})

  if(arg_PURE)
    list(APPEND arg_DEPS PURE)
  endif()
  attune_note_module(module ${name} ${arg_DEPS})
  attune_note_module(folders ${name} ${arg_FOLDERS})
  attune_note_module(private ${name} ${arg_PRIVATE_HEADERS})
endfunction()

function(attune_note_module kind name)
  list(JOIN ARGN " " words)
  file(APPEND ${PROJECT_BINARY_DIR}/modules.txt "${kind} ${name} ${words}\n")
endfunction()

# attune_join(<room> <folder>...) makes attune::<room> of the modules <room>/<folder>.
function(attune_join room)
  add_library(attune_${room} INTERFACE)
  add_library(attune::${room} ALIAS attune_${room})
  foreach(folder IN LISTS ARGN)
    target_link_libraries(attune_${room} INTERFACE attune::${room}_${folder})
    list(APPEND modules ${room}/${folder})
  endforeach()
  attune_note_module(joined ${room} ${modules})
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
set(ATTUNE_TEST_OPTIONS $<$<CONFIG:Release>:-O0>)
set(ATTUNE_COLD_OPTIONS $<$<CONFIG:Release>:-O1>)
set(ATTUNE_WARNINGS -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror)
file(WRITE ${PROJECT_BINARY_DIR}/modules.txt "")
