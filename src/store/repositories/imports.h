#pragma once

#include "store/rows.h"

#include <vector>

namespace attune::store {

/// Which files were imported.
class Imports {
  public:
    virtual ~Imports() = default;

    virtual void add_import(const ImportRow& row) = 0;

    virtual std::vector<ImportRow> imports() = 0;

  protected:
    Imports() = default;
    Imports(const Imports&) = default;
    Imports& operator=(const Imports&) = default;
};

}  // namespace attune::store
