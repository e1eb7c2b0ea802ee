#include "recommend/section.h"

#include "taste/evidence.h"

namespace attune::recommend {

Section section_of(std::span<const float> evidence) noexcept {
    static const auto column = taste::evidence_column("artist_known");
    return evidence[column] > 0 ? Section::known_artists : Section::new_artists;
}

std::vector<std::size_t> rows_of(std::span<const Section> sections, Section section) {
    std::vector<std::size_t> rows;
    for (std::size_t i = 0; i < sections.size(); ++i) {
        if (sections[i] == section) rows.push_back(i);
    }
    return rows;
}

Section turn_of(std::size_t n_new, std::size_t n, double share_of_new) noexcept {
    const double wanted = share_of_new * static_cast<double>(n + 1);
    return static_cast<double>(n_new) + 0.5 <= wanted + 1e-9 ? Section::new_artists : Section::known_artists;
}

std::vector<std::size_t> interleave(std::span<const std::size_t> of_new,
                                    std::span<const std::size_t> of_known, double share_of_new) {
    std::vector<std::size_t> list;
    std::size_t n_new = 0;
    while (list.size() < of_new.size() + of_known.size()) {
        const auto n_known = list.size() - n_new;
        const bool is_new =
            n_known == of_known.size() ||
            (n_new < of_new.size() && turn_of(n_new, list.size(), share_of_new) == Section::new_artists);
        list.push_back(is_new ? of_new[n_new] : of_known[n_known]);
        if (is_new) ++n_new;
    }
    return list;
}

}  // namespace attune::recommend
