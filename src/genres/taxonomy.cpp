#include "genres/taxonomy.h"

#include "core/error.h"
#include "core/text.h"
#include "genres/genre_name.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <numeric>
#include <utility>

namespace attune::genres {
namespace {

// More are no longer branches but tags.
constexpr std::size_t most_branches = 200;

struct Share {
    std::string_view name;
    double share = 1;
};

/// "jazz 0.7" or "jazz". A number at the end is a share, unless it is all there is ("432").
Share read_share(std::string_view text) {
    text = trim(text);
    const auto space = text.rfind(' ');
    if (space == std::string_view::npos) return {text, 1};
    const auto last = text.substr(space + 1);
    double share = 0;
    const auto [end, error] = std::from_chars(last.data(), last.data() + last.size(), share);
    if (error != std::errc() || end != last.data() + last.size()) return {text, 1};
    require(share > 0 && share <= 1e6, "a share must be in (0, 1000000], got {}", last);
    return {trim(text.substr(0, space)), share};
}

std::string_view without_remark(std::string_view line) { return trim(line.substr(0, line.find('#'))); }

std::string name_of(std::string_view text) {
    auto name = canonical_genre(text);
    require(!name.empty(), "'{}' is not a name", text);
    return name;
}

}  // namespace

void Taxonomy::read(std::string_view text, Author author) {
    auto with = *this;
    std::size_t number = 0;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        const auto line = without_remark(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        ++number;
        if (line.empty()) continue;
        try {
            with.read_line(line, number, author);
        } catch (const Error& error) {
            fail(ErrorCode::corrupt_data, "line {}: {}", number, error.what());
        }
    }
    *this = std::move(with);
}

void Taxonomy::read_line(std::string_view line, std::size_t number, Author author) {
    const auto colon = line.find(':');
    const auto head = line.substr(0, std::min(colon, line.size()));
    const auto space = head.find(' ');
    const auto kind = head.substr(0, space);
    const bool is_known = kind == "root" || kind == "branch" || kind == "tag";
    require(is_known && colon != std::string_view::npos && space != std::string_view::npos,
            "a line must be 'root NAME: branches', 'branch NAME: tags' or 'tag NAME: branches', got '{}'",
            line);
    const auto name = name_of(head.substr(space + 1));
    const auto items = split(line.substr(colon + 1), ",");
    require(!items.empty(), "nothing stands behind '{}:'", head);
    if (kind == "root") {
        auto root = static_cast<std::size_t>(std::ranges::find(roots_, name) - roots_.begin());
        if (root == roots_.size()) roots_.push_back(name);
        for (const auto item : items) {
            const auto branch = name_of(item);
            if (const auto known = find_branch(branch)) {
                branches_[*known].root = root;
                continue;
            }
            require(branches_.size() < most_branches, "a tree has at most {} branches", most_branches);
            branches_.push_back({branch, root, author});
            for (auto& [tag, settled] : settled_) settled.weights.push_back(0);
        }
    } else if (kind == "branch") {
        std::vector<double> weights(branches_.size(), 0.0);
        weights[require_branch(name)] = 1;
        for (const auto item : items) settle(name_of(item), weights, author, number);
    } else {
        std::vector<double> weights(branches_.size(), 0.0);
        for (const auto item : items) {
            const auto share = read_share(item);
            weights[require_branch(share.name)] += share.share;
        }
        const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
        for (auto& weight : weights) weight /= sum;
        settle(name, std::move(weights), author, number);
    }
}

void Taxonomy::settle(std::string_view tag, std::vector<double> weights, Author author, std::size_t line) {
    settled_[std::string(tag)] = {std::move(weights), author, line};
}

std::optional<std::size_t> Taxonomy::find_branch(std::string_view name) const {
    const auto canonical = canonical_genre(name);
    const auto found = std::ranges::find(branches_, canonical, &Branch::name);
    if (found == branches_.end()) return std::nullopt;
    return static_cast<std::size_t>(found - branches_.begin());
}

std::size_t Taxonomy::require_branch(std::string_view name) const {
    if (const auto found = find_branch(name)) return *found;
    std::vector<std::string_view> known;
    for (const auto& branch : branches_) known.push_back(branch.name);
    fail(ErrorCode::invalid_argument, "there is no branch '{}'; there are {} (a 'root' line makes more)",
         name, fmt::join(known, ", "));
}

std::vector<double> Taxonomy::root_weights(const std::vector<double>& branch_weights) const {
    std::vector<double> sums(roots_.size(), 0.0);
    for (std::size_t b = 0; b < branches_.size(); ++b) sums[branches_[b].root] += branch_weights[b];
    return sums;
}

}  // namespace attune::genres
