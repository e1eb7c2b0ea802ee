#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace attune::genres {

/// Who said what stands in a taxonomy.
enum class Author {
    attune,  ///< the text that comes with the program
    person,  ///< the file of the library's owner
};

/// A branch of the tree, "jazz", and the few names from which it is learnt what else belongs to it.
struct Branch {
    std::string name;
    std::size_t root = 0;  ///< index into Taxonomy::roots
    Author author = Author::attune;
};

/// Where a tag belongs because somebody said so.
struct Settled {
    std::vector<double> weights;  ///< shape (n_branches,), sum 1
    Author author = Author::attune;
    std::size_t line = 0;  ///< of its text, from 1
};

/// The upper two levels of the tree of genres and the tags that are settled. Small enough to be read and
/// written by hand, one statement a line, names in the form of canonical_genre() or any spelling of it:
///
///     # a remark
///     root guitars: rock, metal        the branches of a root; the first line that names a branch makes it
///     branch rock: rock, punk, grunge  tags that are rock
///     tag soul jazz: jazz 2, r&b 1     a tag in several branches, with shares
///
/// A later text is added to an earlier one: a branch moves to the root that names it last, a tag belongs
/// where it was put last.
class Taxonomy {
  public:
    /// Adds the statements of a text. @throws Error{corrupt_data} naming the line, what is wrong there and
    /// what may stand there; nothing is added then
    void read(std::string_view text, Author author);

    const std::vector<std::string>& roots() const noexcept { return roots_; }
    const std::vector<Branch>& branches() const noexcept { return branches_; }

    /// The tags that are settled, by canonical name; weights have one entry a branch.
    const std::map<std::string, Settled, std::less<>>& settled() const noexcept { return settled_; }

    std::optional<std::size_t> find_branch(std::string_view name) const;

    /// The sums of branch weights by root, shape (n_roots,).
    std::vector<double> root_weights(const std::vector<double>& branch_weights) const;

  private:
    void read_line(std::string_view line, std::size_t number, Author author);
    std::size_t require_branch(std::string_view name) const;
    void settle(std::string_view tag, std::vector<double> weights, Author author, std::size_t line);

    std::vector<std::string> roots_;
    std::vector<Branch> branches_;
    std::map<std::string, Settled, std::less<>> settled_;
};

/// The text that comes with the program.
std::string_view default_taxonomy() noexcept;

}  // namespace attune::genres
