#include "collaborative/als.h"
#include "collaborative/bpr.h"
#include "collaborative/ease.h"
#include "collaborative/item_knn.h"
#include "collaborative/popularity.h"
#include "collaborative/saved_bytes.h"
#include "core/error.h"

#include <algorithm>
#include <array>

namespace attune::collaborative {
namespace {

template <class Model, class Options>
std::unique_ptr<Recommender> make(std::string_view text) {
    Options options;
    read_options(options, text);
    return std::make_unique<Model>(options);
}

template <class Model, class Options>
std::unique_ptr<Recommender> load(std::string_view text, std::string_view bytes) {
    Options options;
    read_options(options, text);
    return std::make_unique<Model>(options, bytes);
}

template <class Model, class Options>
constexpr ModelInfo line(std::string_view name, std::string_view summary) {
    return {name, summary, describe_options<Options>, make<Model, Options>, load<Model, Options>};
}

constexpr std::array models{
    line<Popularity, PopularityOptions>("popularity", "how many people play an item; the same for everybody"),
    line<ItemKnn, ItemKnnOptions>("item_knn", "items that are played by the same people"),
    line<Ease, EaseOptions>("ease", "items by all other items, in closed form"),
    line<Als, AlsOptions>("als", "factors of people and items, by alternating least squares"),
    line<Bpr, BprOptions>("bpr", "factors of people and items that put the played before the not played"),
};

const ModelInfo* find(std::string_view name) {
    const auto found =
        std::find_if(models.begin(), models.end(), [&](const auto& model) { return model.name == name; });
    return found == models.end() ? nullptr : &*found;
}

}  // namespace

std::span<const ModelInfo> all_recommenders() noexcept { return models; }

std::unique_ptr<Recommender> make_recommender(std::string_view name, std::string_view options) {
    if (const auto* model = find(name)) return model->make(options);
    std::vector<std::string_view> names;
    for (const auto& model : models) names.push_back(model.name);
    fail(ErrorCode::not_found, "no recommender '{}'; there are: {}", name, fmt::join(names, ", "));
}

std::unique_ptr<Recommender> load_recommender(std::string_view saved) {
    const Unsealed parts = unseal(saved);
    const auto* model = find(parts.name);
    ByteReader::intact(model != nullptr, "its kind is not known");
    try {
        return model->load(parts.options, parts.content);
    } catch (const Error& error) {
        if (error.code() == ErrorCode::corrupt_data) throw;
        fail(ErrorCode::corrupt_data, "saved recommender: {}", error.what());
    }
}

}  // namespace attune::collaborative
