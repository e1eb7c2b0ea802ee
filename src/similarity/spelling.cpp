#include "similarity/spelling.h"

#include "core/text.h"

#include <algorithm>
#include <tuple>

namespace attune::similarity {

std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before(b.size() + 1);
    std::vector<std::size_t> last(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t change = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, change});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], before[j - 2] + 1);
        }
        std::swap(before, last);
        std::swap(last, row);
    }
    return last[b.size()];
}

std::vector<std::string> nearest_spellings(std::string_view text, std::span<const std::string> names,
                                           std::size_t k) {
    const std::string wanted = fold(text);
    const std::size_t most = std::max<std::size_t>(1, wanted.size() / 3);
    std::vector<std::pair<std::size_t, std::string>> near;
    for (const auto& name : names) {
        const std::string folded = fold(name);
        if (folded.size() > wanted.size() + most || wanted.size() > folded.size() + most) continue;
        const auto distance = edit_distance(wanted, folded);
        if (distance <= most) near.emplace_back(distance, name);
    }
    std::ranges::sort(near);
    near.erase(std::ranges::unique(near).begin(), near.end());
    std::vector<std::string> nearest;
    for (std::size_t i = 0; i < std::min(k, near.size()); ++i) nearest.push_back(near[i].second);
    return nearest;
}

}  // namespace attune::similarity
