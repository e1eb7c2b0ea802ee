#pragma once

#include "core/error.h"

#include <cstdint>
#include <fstream>
#include <string>
#include <vector>

namespace attune::bench {

/// A table of numbers as the driver and the program hand it to each other: rows and columns as int64, then
/// float64 values, row after row.
struct Blob {
    std::size_t n_rows = 0;
    std::size_t n_columns = 0;
    std::vector<double> values;
};

inline Blob read_blob(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    std::int64_t shape[2] = {0, 0};
    in.read(reinterpret_cast<char*>(shape), sizeof shape);
    Blob blob{static_cast<std::size_t>(shape[0]), static_cast<std::size_t>(shape[1]), {}};
    blob.values.resize(blob.n_rows * blob.n_columns);
    in.read(reinterpret_cast<char*>(blob.values.data()),
            static_cast<std::streamsize>(blob.values.size() * sizeof(double)));
    if (!in) fail(ErrorCode::corrupt_data, "{} cannot be read as a table", path);
    return blob;
}

template <class T>
void write_blob(const std::string& path, std::size_t n_rows, std::size_t n_columns, const T& values) {
    std::ofstream out(path, std::ios::binary);
    const std::int64_t shape[2] = {static_cast<std::int64_t>(n_rows), static_cast<std::int64_t>(n_columns)};
    out.write(reinterpret_cast<const char*>(shape), sizeof shape);
    for (const auto value : values) {
        const auto number = static_cast<double>(value);
        out.write(reinterpret_cast<const char*>(&number), sizeof number);
    }
    if (!out) fail(ErrorCode::unavailable, "{} cannot be written", path);
}

}  // namespace attune::bench
