#include "collaborative/saved_bytes.h"

#include "core/hash.h"

namespace attune::collaborative {
namespace {

constexpr std::string_view mark = "attune recommender 1 ";  // 1 is the version of the format

}  // namespace

void ByteWriter::interactions(const library::Interactions& pairs) {
    count(pairs.n_users());
    count(pairs.n_items());
    for (library::UserIndex user = 0; user < pairs.n_users(); ++user) {
        const auto row = pairs.row(user);
        list(row.indices);
        list(row.values);
    }
}

library::Interactions ByteReader::interactions() {
    const std::size_t n_users = count_up_to(rest_.size() / (2 * sizeof(std::uint64_t)));
    const std::size_t n_items = count_up_to(0xFFFFFFFF);
    std::vector<library::Interaction> entries;
    for (std::size_t user = 0; user < n_users; ++user) {
        const auto items = list<std::uint32_t>();
        const auto values = floats(items.size());
        for (std::size_t k = 0; k < items.size(); ++k) {
            intact(items[k] < n_items && (k == 0 || items[k - 1] < items[k]), "items are not in order");
            intact(values[k] > 0, "a weight is not > 0");
            entries.push_back({static_cast<library::UserIndex>(user), items[k], values[k]});
        }
    }
    return {n_users, n_items, std::move(entries)};
}

Matrix ByteReader::matrix() {
    const std::size_t n_rows = count_up_to(rest_.size());
    const std::size_t n_columns = count_up_to(rest_.size());
    intact(n_columns == 0 || n_rows <= rest_.size() / n_columns,
           "a matrix is larger than the bytes that are there");
    const auto values = floats(n_rows * n_columns);
    Matrix read(n_rows, n_columns);
    std::copy(values.begin(), values.end(), read.values().begin());
    return read;
}

std::string seal(std::string_view name, std::string_view options, const ByteWriter& content) {
    std::string saved = fmt::format("{}{} {}\n", mark, name, options);
    saved += content.bytes();
    const std::uint64_t checksum = stable_hash(saved);
    saved.append(reinterpret_cast<const char*>(&checksum), sizeof checksum);
    return saved;
}

Unsealed unseal(std::string_view saved) {
    ByteReader::intact(saved.starts_with(mark), "the bytes are of something else, or of a newer version");
    std::uint64_t checksum = 0;
    const std::size_t line_end = saved.find('\n');
    ByteReader::intact(line_end != std::string_view::npos && saved.size() >= line_end + 1 + sizeof checksum,
                       "it ends too early");
    const std::size_t end = saved.size() - sizeof checksum;
    std::memcpy(&checksum, saved.data() + end, sizeof checksum);
    ByteReader::intact(checksum == stable_hash(saved.substr(0, end)),
                       "the checksum does not hold: bytes were changed");
    const std::string_view head = saved.substr(mark.size(), line_end - mark.size());
    const std::size_t space = head.find(' ');
    ByteReader::intact(space != std::string_view::npos, "its first line is not one of a recommender");
    return {head.substr(0, space), head.substr(space + 1), saved.substr(line_end + 1, end - line_end - 1)};
}

}  // namespace attune::collaborative
