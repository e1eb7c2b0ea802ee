#include "collaborative/popularity.h"

#include "collaborative/profile.h"
#include "collaborative/saved_bytes.h"

namespace attune::collaborative {

Popularity::Popularity(const PopularityOptions& options, std::string_view bytes) : options_(options) {
    ByteReader reader(bytes);
    scores_ = reader.floats(reader.count_up_to(bytes.size()));
    reader.end();
}

void Popularity::fit(const library::Interactions& plays, const FitSettings&, const Task& task) {
    check_plays(plays);
    task.report("counting", 0, 1);
    std::vector<double> counts(plays.n_items(), 0.0);
    for (library::UserIndex user = 0; user < plays.n_users(); ++user) {
        const auto row = plays.row(user);
        for (std::size_t k = 0; k < row.size(); ++k)
            counts[row.indices[k]] +=
                options_.count == PopularityCount::people ? 1 : static_cast<double>(row.values[k]);
    }
    scores_.assign(counts.begin(), counts.end());
    task.report("counting", 1, 1);
}

std::vector<float> Popularity::score(const Profile& profile) const {
    check_profile(profile, n_items());
    return scores_;
}

std::vector<ItemEvidence> Popularity::explain(const Profile& profile, library::ItemIndex item) const {
    check_question(profile, item, n_items());
    return {};
}

std::string Popularity::save() const {
    ByteWriter writer;
    writer.count(scores_.size());
    writer.list(std::span<const float>(scores_));
    return seal(name(), options(), writer);
}

}  // namespace attune::collaborative
