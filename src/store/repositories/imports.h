#pragma once

#include "store/rows.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace attune::store {

/// How long an import may keep others from writing: a slice ends at whichever comes first.
struct Slices {
    std::size_t rows = 50'000;
    std::chrono::milliseconds time{80};
};

/// The import of one file. What is added to its Store while it lives is told by it, and is seen by nobody else before
/// commit(), which shows it all at once; without commit() the destructor takes everything back, and if its program is
/// killed, whoever opens the library next. Others write between its slices, but do not import.
class Import {
  public:
    virtual ~Import() = default;

    /// A row has been added as a whole: others may write now, if it is time. @throws what `meanwhile` throws
    virtual void rest() = 0;

    /// @param row  how the import is listed, if it has told anything; its id does not matter
    virtual void commit(const std::optional<ImportRow>& row) = 0;

  protected:
    Import() = default;
    Import(const Import&) = default;
    Import& operator=(const Import&) = default;
};

/// Which files were imported.
class Imports {
  public:
    virtual ~Imports() = default;

    /// Begins an import when no other is under way. Not inside of a transaction.
    /// @param meanwhile  called again and again while others import or write; may throw to give up
    virtual std::unique_ptr<Import> begin_import(const Slices& slices,
                                                 const std::function<void()>& meanwhile) = 0;

    /// Lists a file without saying which rows it told.
    virtual void add_import(const ImportRow& row) = 0;

    virtual std::vector<ImportRow> imports() = 0;

    /// Takes away what no other import has told: listens, entries of playlists, marks, what catalogues say, ids, and the
    /// tracks and artists that nothing refers to any more. What another import told first keeps how that wrote it; what
    /// the import replaced comes back. What was imported by a version that did not remember this stays.
    /// Not inside of a transaction. @throws Error{not_found}
    virtual void remove_import(std::int64_t import) = 0;

  protected:
    Imports() = default;
    Imports(const Imports&) = default;
    Imports& operator=(const Imports&) = default;
};

}  // namespace attune::store
