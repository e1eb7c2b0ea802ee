#include "similarity/tag_space.h"

#include "core/bytes.h"
#include "core/error.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace attune::similarity {
namespace {

using learning::Bag;

constexpr std::string_view file_mark = "attune-tag-vectors 1";

// Nats at which a tag says half of what a tag can say; generic words ("rock", "seen live") have well under
// one.
constexpr double half_information = 1.5;

double dot(std::span<const float> a, std::span<const float> b) {
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

double length_of(const Bag& bag) {
    double squares = 0;
    for (const auto& entry : bag) squares += static_cast<double>(entry.weight) * entry.weight;
    return std::sqrt(squares);
}

std::vector<Bag> all_bags(const TagTable& table) {
    std::vector<Bag> bags = table.of_artists;
    bags.insert(bags.end(), table.of_strangers.begin(), table.of_strangers.end());
    return bags;
}

}  // namespace

std::string TagVectors::save() const {
    ByteWriter out(file_mark);
    out.numbers<float>(information);
    out.numbers<float>(n_artists);
    out.numbers<float>(vectors.values());
    return std::move(out).bytes();
}

TagVectors TagVectors::load(std::string_view bytes, std::size_t n_tags) {
    ByteReader in(bytes, file_mark);
    TagVectors learned{in.numbers<float>(), in.numbers<float>(), {}};
    const auto values = in.numbers<float>();
    in.require_intact(learned.information.size() == n_tags && learned.n_artists.size() == n_tags &&
                      (n_tags == 0 ? values.empty() : values.size() % n_tags == 0));
    if (n_tags > 0) learned.vectors = Matrix(n_tags, values.size() / n_tags);
    std::ranges::copy(values, learned.vectors.values().begin());
    return learned;
}

TagVectors learn_tag_vectors(const TagTable& table, const TagSpaceOptions& options, const Task& task) {
    check_ranges(options);
    const std::size_t n = table.names.size();
    task.report("learning which words go together", 0, 0);
    const auto bags = all_bags(table);
    TagVectors learned;
    learned.n_artists.assign(n, 0);
    for (const auto& bag : bags) {
        for (const auto& [tag, weight] : bag) learned.n_artists[tag] += weight;
    }
    const auto counts = learning::count_pairs(bags, n);
    for (const double nats : learning::word_information(counts, n)) {
        // Squared, so that the many generic words of a thing do not outweigh the few that tell.
        const double square = nats * nats;
        learned.information.push_back(
            static_cast<float>(square / (square + half_information * half_information)));
    }
    learning::WordVectorOptions vector_options;
    vector_options.dim = options.dim;
    vector_options.seed = options.seed;
    learned.vectors = learning::word_vectors(counts, n, vector_options);
    task.check();
    return learned;
}

TagSpace::TagSpace(const library::Collection& collection, TagTable table, const TagSpaceOptions& options,
                   const Task& task) {
    auto learned = learn_tag_vectors(table, options, task);
    *this =
        TagSpace(collection, std::make_shared<const TagTable>(std::move(table)), std::move(learned), options);
}

TagSpace::TagSpace(const library::Collection& collection, std::shared_ptr<const TagTable> table,
                   TagVectors learned, const TagSpaceOptions& options)
    : table_(std::move(table)), options_(options), learned_(std::move(learned)) {
    const auto dim = static_cast<std::size_t>(options.dim);
    artist_vectors_ = Matrix(table_->of_artists.size(), dim);
    for (std::size_t a = 0; a < table_->of_artists.size(); ++a)
        place(table_->of_artists[a], artist_vectors_.row(a));
    track_vectors_ = Matrix(collection.tracks.size(), dim);
    for (library::TrackIndex t = 0; t < collection.tracks.size(); ++t) {
        track_bags_.push_back(table_->tags_of(collection.tracks[t], t));
        place(track_bags_[t], track_vectors_.row(t));
    }
}

void TagSpace::place(const Bag& bag, std::span<float> vector) const {
    for (const auto& [tag, weight] : bag) {
        const auto of_tag = learned_.vectors.row(tag);
        for (std::size_t i = 0; i < vector.size(); ++i)
            vector[i] += weight * learned_.information[tag] * of_tag[i];
    }
    if (!learning::normalise(vector)) std::ranges::fill(vector, 0.0F);
}

Profile TagSpace::profile_of(const Bag& bag) const {
    Profile profile{bag, std::vector<float>(learned_.vectors.n_columns(), 0)};
    for (auto& entry : profile.tags) entry.weight *= learned_.information[entry.word];
    const double length = length_of(profile.tags);
    std::erase_if(profile.tags, [](const auto& entry) { return !(entry.weight > 0); });
    for (auto& entry : profile.tags) entry.weight = static_cast<float>(entry.weight / length);
    place(bag, profile.vector);
    return profile;
}

Profile TagSpace::artist(library::ArtistIndex artist) const { return profile_of(table_->of_artists[artist]); }
Profile TagSpace::track(library::TrackIndex track) const { return profile_of(track_bags_[track]); }

Profile TagSpace::tag(TagIndex tag) const {
    const auto vector = learned_.vectors.row(tag);
    return {{{tag, 1}}, {vector.begin(), vector.end()}};
}

std::vector<float> TagSpace::likeness(const Profile& profile, const std::vector<Bag>& bags,
                                      const Matrix& vectors) const {
    std::vector<float> wanted(table_->names.size(), 0);
    for (const auto& [tag, weight] : profile.tags) wanted[tag] = weight;
    std::vector<float> likeness(bags.size(), 0);
    for (std::size_t i = 0; i < bags.size(); ++i) {
        double shared = 0;
        double squares = 0;
        for (const auto& [tag, weight] : bags[i]) {
            const double says = static_cast<double>(weight) * learned_.information[tag];
            shared += says * wanted[tag];
            squares += says * says;
        }
        const double direct = squares > 0 ? shared / std::sqrt(squares) : 0;
        const double near = dot(profile.vector, vectors.row(i));
        likeness[i] = static_cast<float>((1 - options_.latent) * direct + options_.latent * near);
    }
    return likeness;
}

std::vector<float> TagSpace::artists_like(const Profile& profile) const {
    return likeness(profile, table_->of_artists, artist_vectors_);
}

std::vector<float> TagSpace::tracks_like(const Profile& profile) const {
    return likeness(profile, track_bags_, track_vectors_);
}

std::vector<float> TagSpace::tags_like(const Profile& profile) const {
    std::vector<float> likeness(table_->names.size(), 0);
    for (TagIndex tag = 0; tag < likeness.size(); ++tag)
        likeness[tag] = static_cast<float>(dot(profile.vector, learned_.vectors.row(tag)));
    return likeness;
}

std::vector<float> TagSpace::fit_of(TagIndex tag, const std::vector<Bag>& bags, const Matrix& vectors) const {
    const auto wanted = learned_.vectors.row(tag);
    std::vector<float> fit(bags.size(), 0);
    for (std::size_t i = 0; i < bags.size(); ++i) {
        const auto found = std::ranges::lower_bound(bags[i], tag, {}, &learning::BagEntry::word);
        const float called = found != bags[i].end() && found->word == tag ? found->weight : 0;
        const double near = std::max(0.0, dot(wanted, vectors.row(i)));
        fit[i] = static_cast<float>(0.5 * called + 0.5 * near);
    }
    return fit;
}

bool TagSpace::is_own_tag(library::TrackIndex track, TagIndex tag) const {
    return std::ranges::binary_search(table_->of_tracks[track], tag, {}, &learning::BagEntry::word);
}

std::vector<float> TagSpace::tracks_called(TagIndex tag) const {
    return fit_of(tag, track_bags_, track_vectors_);
}

std::vector<SharedTag> shared_tags(const Profile& a, const Profile& b, std::size_t most) {
    std::vector<SharedTag> shared;
    double total = 0;
    for (const auto& [tag, weight] : a.tags) {
        const auto found = std::ranges::lower_bound(b.tags, tag, {}, &learning::BagEntry::word);
        if (found == b.tags.end() || found->word != tag) continue;
        shared.push_back({tag, weight * found->weight});
        total += shared.back().share;
    }
    for (auto& entry : shared) entry.share = static_cast<float>(entry.share / total);
    std::ranges::stable_sort(shared, std::ranges::greater{}, &SharedTag::share);
    shared.resize(std::min(shared.size(), most));
    return shared;
}

}  // namespace attune::similarity
