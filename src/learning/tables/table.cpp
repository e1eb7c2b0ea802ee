#include "learning/tables/table.h"

#include "core/error.h"

#include <algorithm>
#include <cmath>

namespace attune::learning {
namespace {

constexpr std::string_view kinds[] = {"numbers", "texts", "lists of texts"};

template <class Values>
const Values& values_of(const Column& column, std::size_t kind) {
    const auto* values = std::get_if<Values>(&column.values);
    if (values == nullptr) {
        fail(ErrorCode::invalid_argument, "column '{}' holds {}, not {}", column.name,
             kinds[column.values.index()], kinds[kind]);
    }
    return *values;
}

}  // namespace

std::size_t Column::size() const noexcept {
    return std::visit([](const auto& all) { return all.size(); }, values);
}

void Table::add(Column column) {
    require(std::ranges::find(columns_, column.name, &Column::name) == columns_.end(),
            "there is a column '{}' already", column.name);
    require(columns_.empty() || column.size() == n_rows(), "column '{}' must have {} rows, got {}",
            column.name, n_rows(), column.size());
    if (const auto* numbers = std::get_if<Numbers>(&column.values)) {
        for (std::size_t row = 0; row < numbers->size(); ++row) {
            require(!std::isinf((*numbers)[row]),
                    "column '{}', row {}: a number must be finite or missing, got {}", column.name, row,
                    (*numbers)[row]);
        }
    }
    columns_.push_back(std::move(column));
}

const Column& Table::column(std::string_view name) const {
    const auto found = std::ranges::find(columns_, name, &Column::name);
    if (found == columns_.end()) {
        std::string known;
        for (const auto& column : columns_) known += (known.empty() ? "" : ", ") + column.name;
        fail(ErrorCode::not_found, "no column '{}'; there are: {}", name, known.empty() ? "none" : known);
    }
    return *found;
}

const Numbers& Table::numbers(std::string_view name) const { return values_of<Numbers>(column(name), 0); }
const Texts& Table::texts(std::string_view name) const { return values_of<Texts>(column(name), 1); }
const TextLists& Table::lists(std::string_view name) const { return values_of<TextLists>(column(name), 2); }

}  // namespace attune::learning
