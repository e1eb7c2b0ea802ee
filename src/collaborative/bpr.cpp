#include "collaborative/bpr.h"

#include "collaborative/profile.h"
#include "collaborative/saved_bytes.h"
#include "core/kernels.h"
#include "core/random.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace attune::collaborative {
namespace {

using library::Interactions;
using library::ItemIndex;
using library::UserIndex;

constexpr std::size_t sample_size = 256;  // items that fold-in compares with

float sigmoid(float x) { return 1 / (1 + std::exp(-x)); }

/// All pairs of a person and an item, to draw from.
struct Pairs {
    std::vector<UserIndex> users;
    std::vector<ItemIndex> items;

    explicit Pairs(const Interactions& plays) {
        for (UserIndex user = 0; user < plays.n_users(); ++user) {
            const auto row = plays.row(user);
            if (row.size() == plays.n_items())
                continue;  // plays everything: there is nothing to compare with
            users.insert(users.end(), row.size(), user);
            items.insert(items.end(), row.indices.begin(), row.indices.end());
        }
    }
};

ItemIndex draw_not_played(const Interactions& plays, UserIndex user, Random& random) {
    const auto played = plays.row(user).indices;
    while (true) {
        const auto item = static_cast<ItemIndex>(random.below(plays.n_items()));
        if (!std::binary_search(played.begin(), played.end(), item)) return item;
    }
}

Matrix small_random(std::size_t n_rows, std::size_t n_columns, Random& random) {
    Matrix values(n_rows, n_columns);
    const double deviation = 0.1 / std::sqrt(static_cast<double>(n_columns));
    for (float& value : values.values()) value = static_cast<float>(deviation * random.normal());
    return values;
}

/// One gradient step for a person x, an item y that they play, and one z that they do not.
void take_step(float* x, float* y, float* z, float& y_bias, float& z_bias, std::size_t f,
               const BprOptions& options) {
    const auto& k = kernels();
    const float margin = k.dot(x, y, f) - k.dot(x, z, f) + y_bias - z_bias;
    const float pull = options.learning_rate * sigmoid(-margin);
    const float keep = 1 - options.learning_rate * options.regularization;
    for (std::size_t j = 0; j < f; ++j) {
        const float old = x[j];
        x[j] = keep * old + pull * (y[j] - z[j]);
        y[j] = keep * y[j] + pull * old;
        z[j] = keep * z[j] - pull * old;
    }
    y_bias = keep * y_bias + pull;
    z_bias = keep * z_bias - pull;
}

std::vector<ItemIndex> drawn_sample(std::size_t n_items, Random& random) {
    std::vector<ItemIndex> items(n_items);
    std::iota(items.begin(), items.end(), ItemIndex{0});
    random.shuffle(items);
    items.resize(std::min(n_items, sample_size));
    std::sort(items.begin(), items.end());
    return items;
}

}  // namespace

/// A person's embedding as a sum: x = sum_k own[k] y_k - sum_k,j others[k, j] z_j over the profile's items k
/// and the sample's items j.
struct Bpr::FoldIn {
    std::vector<ItemIndex> sample;  ///< without the profile's items
    std::vector<float> own;
    Matrix others;

    FoldIn(const Bpr& model, const Profile& profile) : model_(model), profile_(profile) {
        std::set_difference(model.sample_.begin(), model.sample_.end(), profile.items.begin(),
                            profile.items.end(), std::back_inserter(sample));
        own.assign(profile.items.size(), 0.0F);
        others = Matrix(own.size(), sample.size());
        if (!own.empty() && !sample.empty()) descend();
    }

    std::vector<float> embedding() const { return combined(own, column_sums(others)); }

  private:
    /// Gradient steps with momentum, on the coefficients: what they make of x is linear.
    ///
    /// Source: Y. Nesterov, "Introductory lectures on convex optimization", 2004, scheme 2.2.9 (strongly
    /// convex).
    void descend() {
        constexpr int n_steps = 100;
        const float lambda = model_.options_.regularization;
        const float curvature = lambda + 0.25F * largest_squared_difference();
        const float ratio = std::sqrt(lambda / curvature);
        const float momentum = (1 - ratio) / (1 + ratio);
        auto ahead_own = own;
        auto ahead_others = others;
        const float share = 1 / (static_cast<float>(own.size()) * static_cast<float>(sample.size()));
        for (int step = 0; step < n_steps; ++step) {
            const auto x = combined(ahead_own, column_sums(ahead_others));
            const auto own_scores = scores(x, profile_.items);
            const auto other_scores = scores(x, sample);
            for (std::size_t k = 0; k < own.size(); ++k) {
                float pull = 0;
                for (std::size_t j = 0; j < sample.size(); ++j) {
                    const float g = share * sigmoid(other_scores[j] - own_scores[k]);
                    pull += g;
                    move(others(k, j), ahead_others(k, j), g - lambda * ahead_others(k, j), curvature,
                         momentum);
                }
                move(own[k], ahead_own[k], pull - lambda * ahead_own[k], curvature, momentum);
            }
        }
    }

    static void move(float& value, float& ahead, float gradient, float curvature, float momentum) {
        const float next = ahead + gradient / curvature;
        ahead = next + momentum * (next - value);
        value = next;
    }

    float largest_squared_difference() const {
        float own_length = 0;
        float other_length = 0;
        for (const auto item : profile_.items) own_length = std::max(own_length, squared_length(item));
        for (const auto item : sample) other_length = std::max(other_length, squared_length(item));
        const float sum = std::sqrt(own_length) + std::sqrt(other_length);
        return sum * sum;
    }

    float squared_length(ItemIndex item) const {
        const auto y = model_.items_.row(item);
        return kernels().dot(y.data(), y.data(), y.size());
    }

    static std::vector<float> column_sums(const Matrix& matrix) {
        std::vector<float> sums(matrix.n_columns(), 0.0F);
        for (std::size_t row = 0; row < matrix.n_rows(); ++row)
            kernels().add(sums.data(), 1, matrix.row(row).data(), sums.size());
        return sums;
    }

    std::vector<float> combined(const std::vector<float>& of_own, const std::vector<float>& of_others) const {
        std::vector<float> x(model_.items_.n_columns(), 0.0F);
        for (std::size_t k = 0; k < of_own.size(); ++k)
            kernels().add(x.data(), of_own[k], model_.items_.row(profile_.items[k]).data(), x.size());
        for (std::size_t j = 0; j < of_others.size(); ++j)
            kernels().add(x.data(), -of_others[j], model_.items_.row(sample[j]).data(), x.size());
        return x;
    }

    std::vector<float> scores(const std::vector<float>& x, std::span<const ItemIndex> items) const {
        std::vector<float> found;
        for (const auto item : items)
            found.push_back(kernels().dot(x.data(), model_.items_.row(item).data(), x.size()) +
                            model_.biases_[item]);
        return found;
    }

    const Bpr& model_;
    const Profile& profile_;
};

Bpr::Bpr(const BprOptions& options, std::string_view bytes) : options_(options) {
    ByteReader reader(bytes);
    items_ = reader.matrix();
    biases_ = reader.floats(items_.n_rows());
    sample_ = reader.list<ItemIndex>();
    reader.end();
    ByteReader::intact(items_.n_columns() == static_cast<std::size_t>(options.factors),
                       "its embeddings have another length than its options say");
    ByteReader::intact(
        std::is_sorted(sample_.begin(), sample_.end()) && (sample_.empty() || sample_.back() < n_items()),
        "its sample is not in order");
}

void Bpr::fit(const Interactions& plays, const FitSettings& settings, const Task& task) {
    check_plays(plays);
    const auto f = static_cast<std::size_t>(options_.factors);
    const Pairs pairs(plays);
    Random random(settings.seed);
    Matrix people = small_random(plays.n_users(), f, random);
    Matrix items = small_random(plays.n_items(), f, random);
    std::vector<float> biases(plays.n_items(), 0.0F);
    const auto epochs = static_cast<std::size_t>(options_.epochs);
    for (std::size_t epoch = 0; epoch < epochs; ++epoch) {
        task.report("drawing pairs", epoch, epochs);
        for (std::size_t draw = 0; draw < pairs.users.size(); ++draw) {
            if (draw % 65536 == 0) task.check();
            const std::size_t pair = random.below(pairs.users.size());
            const auto user = pairs.users[pair];
            const auto item = pairs.items[pair];
            const auto other = draw_not_played(plays, user, random);
            take_step(people.row(user).data(), items.row(item).data(), items.row(other).data(), biases[item],
                      biases[other], f, options_);
        }
    }
    task.report("drawing pairs", epochs, epochs);
    sample_ = drawn_sample(plays.n_items(), random);
    items_ = std::move(items);
    biases_ = std::move(biases);
}

std::vector<float> Bpr::score(const Profile& profile) const {
    check_profile(profile, n_items());
    const auto x = FoldIn(*this, profile).embedding();
    std::vector<float> scores(n_items());
    kernels().times(items_.values().data(), n_items(), items_.n_columns(), x.data(), scores.data());
    for (std::size_t item = 0; item < n_items(); ++item) scores[item] += biases_[item];
    return scores;
}

std::vector<ItemEvidence> Bpr::explain(const Profile& profile, ItemIndex item) const {
    check_question(profile, item, n_items());
    const FoldIn fold_in(*this, profile);
    const auto product = [&](ItemIndex other) {
        const auto y = items_.row(other);
        return std::inner_product(y.begin(), y.end(), items_.row(item).begin(), 0.0);
    };
    std::vector<double> others;
    for (const auto other : fold_in.sample) others.push_back(product(other));
    std::vector<ItemEvidence> evidence;
    for (std::size_t k = 0; k < profile.items.size(); ++k) {
        double sum = static_cast<double>(biases_[item]) / static_cast<double>(profile.items.size());
        sum += static_cast<double>(fold_in.own[k]) * product(profile.items[k]);
        sum -= std::inner_product(others.begin(), others.end(), fold_in.others.row(k).begin(), 0.0);
        evidence.push_back({profile.items[k], sum});
    }
    return evidence;
}

std::string Bpr::save() const {
    ByteWriter writer;
    writer.matrix(items_);
    writer.list(std::span<const float>(biases_));
    writer.list(std::span<const ItemIndex>(sample_));
    return seal(name(), options(), writer);
}

}  // namespace attune::collaborative
