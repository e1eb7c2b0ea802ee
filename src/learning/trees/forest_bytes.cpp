#include "core/error.h"
#include "core/hash.h"
#include "learning/trees/forest.h"

#include <bit>
#include <cstring>

namespace attune::learning {
namespace {

constexpr std::string_view forest_mark = "attune forest 1\n";
constexpr std::uint32_t last_share = 0x80000000U;

static_assert(std::endian::native == std::endian::little, "the bytes of a forest are little-endian");

template <class T>
void put(std::string& bytes, const T& value) {
    bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
}

[[noreturn]] void refuse(std::string_view why) { fail(ErrorCode::corrupt_data, "saved forest: {}", why); }

void require_intact(bool condition, std::string_view why) {
    if (!condition) refuse(why);
}

/// Takes values from the front of bytes.
class Reader {
  public:
    explicit Reader(std::string_view bytes) : rest_(bytes) {}

    template <class T>
    T take() {
        require_intact(rest_.size() >= sizeof(T), "it ends too soon");
        T value;
        std::memcpy(&value, rest_.data(), sizeof value);
        rest_.remove_prefix(sizeof value);
        return value;
    }

    /// A count of things that take some bytes each.
    std::size_t take_count(std::size_t bytes_each) {
        const auto count = take<std::uint64_t>();
        require_intact(count <= rest_.size() / bytes_each, "a count is larger than the file");
        return count;
    }

    bool is_at_end() const noexcept { return rest_.empty(); }

  private:
    std::string_view rest_;
};

/// Every question leads on to later nodes and every leaf to shares that end, so that no row can get lost.
void check_tree(const ClassForest::Tree& tree, std::size_t n_columns, std::size_t n_classes) {
    require_intact(!tree.nodes.empty() && !tree.shares.empty() && tree.shares.back().is_last,
                   "a tree is empty");
    for (std::size_t i = 0; i < tree.nodes.size(); ++i) {
        const auto& node = tree.nodes[i];
        if (node.column < 0) {
            require_intact(node.next < tree.shares.size(), "a leaf leads nowhere");
        } else {
            require_intact(static_cast<std::size_t>(node.column) < n_columns,
                           "it asks for a column too many");
            require_intact(node.next > i && node.next + std::size_t{1} < tree.nodes.size(),
                           "a question leads nowhere");
        }
    }
    for (const auto& share : tree.shares)
        require_intact(share.label < n_classes, "a leaf has an unknown class");
}

}  // namespace

std::string ClassForest::save() const {
    std::string body;
    put(body, std::uint64_t{n_classes_});
    put(body, std::uint64_t{n_columns_});
    put(body, std::uint64_t{trees_.size()});
    for (const auto& tree : trees_) {
        for (const double gain : tree.gains) put(body, gain);
        put(body, std::uint64_t{tree.nodes.size()});
        for (const auto& node : tree.nodes) {
            put(body, node.threshold);
            put(body, node.column);
            put(body, node.next);
        }
        put(body, std::uint64_t{tree.shares.size()});
        for (const auto& share : tree.shares) {
            put(body, share.label | (share.is_last ? last_share : 0));
            put(body, share.share);
        }
    }
    return fmt::format("{}{:016x}\n", forest_mark, stable_hash(body)) + body;
}

ClassForest ClassForest::load(std::string_view bytes) {
    const auto head = forest_mark.size() + 17;
    if (bytes.size() <= head || !bytes.starts_with(forest_mark))
        refuse("these are not the bytes of version 1");
    const auto body = bytes.substr(head);
    if (bytes.substr(forest_mark.size(), 17) != fmt::format("{:016x}\n", stable_hash(body)))
        refuse("the checksum does not match");
    Reader from(body);
    ClassForest forest;
    forest.n_classes_ = from.take<std::uint64_t>();
    forest.n_columns_ = from.take<std::uint64_t>();
    require_intact(forest.n_classes_ > 0 && forest.n_columns_ > 0 && forest.n_columns_ < body.size(),
                   "it has no classes or columns");
    forest.trees_.resize(from.take_count(forest.n_columns_ * sizeof(double)));
    require_intact(!forest.trees_.empty(), "it has no trees");
    for (auto& tree : forest.trees_) {
        for (std::size_t c = 0; c < forest.n_columns_; ++c) tree.gains.push_back(from.take<double>());
        tree.nodes.resize(from.take_count(12));
        for (auto& node : tree.nodes) {
            node.threshold = from.take<float>();
            node.column = from.take<std::int32_t>();
            node.next = from.take<std::uint32_t>();
        }
        tree.shares.resize(from.take_count(8));
        for (auto& share : tree.shares) {
            const auto label = from.take<std::uint32_t>();
            share = {label & ~last_share, from.take<float>(), (label & last_share) != 0};
        }
        check_tree(tree, forest.n_columns_, forest.n_classes_);
    }
    require_intact(from.is_at_end(), "something follows its end");
    return forest;
}

}  // namespace attune::learning
