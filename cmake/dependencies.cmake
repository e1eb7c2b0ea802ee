# Every library that attune links, in one place. scripts/install-dependencies has the Debian packages.
find_package(PkgConfig REQUIRED)
find_package(fmt 9 REQUIRED)
find_package(tl-expected 1.0 REQUIRED)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(simdjson 3 REQUIRED)
find_package(LibArchive REQUIRED)
find_package(SQLite3 REQUIRED)
find_package(Eigen3 3.4 REQUIRED)
# Headers alone: Boost.Math.
find_package(Boost 1.74 REQUIRED)
find_package(CLI11 2 REQUIRED)
pkg_check_modules(utf8proc REQUIRED IMPORTED_TARGET libutf8proc)
pkg_check_modules(xxhash REQUIRED IMPORTED_TARGET libxxhash)
pkg_check_modules(pugixml REQUIRED IMPORTED_TARGET pugixml)
# find_package(xgboost) of Debian 12 wants the command line tool as well; pkg-config does not.
pkg_check_modules(xgboost REQUIRED IMPORTED_TARGET xgboost)
# Debian's FFmpeg is built with parts under the GPL: so is a program that is linked with it (NOTICE).
pkg_check_modules(ffmpeg REQUIRED IMPORTED_TARGET libavformat libavcodec libswresample libavutil)
pkg_check_modules(taglib REQUIRED IMPORTED_TARGET taglib)
pkg_check_modules(chromaprint REQUIRED IMPORTED_TARGET libchromaprint)
pkg_check_modules(fftw3f REQUIRED IMPORTED_TARGET fftw3f)
pkg_check_modules(microhttpd REQUIRED IMPORTED_TARGET libmicrohttpd)
pkg_check_modules(ebur128 REQUIRED IMPORTED_TARGET libebur128)
