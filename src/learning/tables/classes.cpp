#include "learning/tables/classes.h"

#include "core/error.h"

#include <map>

namespace attune::learning {

Classes index_classes(std::span<const std::string> labels, std::size_t most) {
    std::map<std::string, ClassIndex> index_of;
    for (std::size_t row = 0; row < labels.size(); ++row) {
        require(!labels[row].empty(), "row {} has no label; leave it out", row);
        index_of.try_emplace(labels[row]);
    }
    require(index_of.size() >= 2, "a label needs 2 classes at least, got {}", index_of.size());
    require(index_of.size() <= most,
            "a label with {} values is no class: at most {} are told apart; group them", index_of.size(),
            most);
    Classes classes;
    for (auto& [name, index] : index_of) {
        index = static_cast<ClassIndex>(classes.names.size());
        classes.names.push_back(name);
    }
    for (const auto& label : labels) classes.of_row.push_back(index_of.at(label));
    return classes;
}

std::vector<std::size_t> class_counts(std::span<const ClassIndex> labels, std::size_t n_classes) {
    std::vector<std::size_t> counts(n_classes, 0);
    for (const auto label : labels) {
        require(label < n_classes, "a class must be below {}, got {}", n_classes, label);
        ++counts[label];
    }
    return counts;
}

}  // namespace attune::learning
