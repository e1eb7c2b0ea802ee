#pragma once

#include "core/json_fwd.h"
#include "shapes/shape.h"

#include <map>
#include <string>
#include <vector>

namespace attune::shapes {

/// JSON Schemas (draft 2020-12, as OpenAPI 3.1 has them) of types. Shapes that have a name are defined once, and referred
/// to. All are closed: a key that a shape does not declare is refused.
class SchemaBook {
  public:
    /// @param place  of the definitions, as "#/components/schemas/"
    explicit SchemaBook(std::string place) : place_(std::move(place)) {}

    /// The schema of a type; of a shape with a name a reference.
    Json of(const Type& type);

    /// The schema of a shape itself, not a reference to it.
    Json whole(const Type& shape);

    /// {name: schema} of all that the schemas given so far refer to, by name.
    Json definitions() const;

  private:
    Json of_key(const Key& key);

    std::string place_;
    std::map<std::string, Json> definitions_;
};

/// A table of the keys of each shape that is found in these types, by name, as Markdown of the third level.
std::string shape_tables(const std::vector<const Type*>& types);

}  // namespace attune::shapes
