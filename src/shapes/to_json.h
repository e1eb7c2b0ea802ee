#pragma once

#include "core/json.h"
#include "shapes/shape.h"

namespace attune::shapes {

// What looks inside JSON, apart from shape.h: most who fill a shape need not.

template <class... Shapes>
Written<Shapes...>::Written(Json written) : json(std::make_shared<const Json>(std::move(written))) {}

template <Described Shape>
Json to_json(const Shape& shape) {
    return written_as(type_of<Shape>(), &shape);
}

}  // namespace attune::shapes
