#include "collaborative/als.h"

#include "collaborative/als_basis.h"
#include "collaborative/als_training.h"
#include "collaborative/profile.h"
#include "collaborative/saved_bytes.h"
#include "core/kernels.h"

#include <Eigen/Cholesky>

#include <cmath>

namespace attune::collaborative {
namespace {

/// c - 1 of a profile's items.
std::vector<float> gains_of(const AlsOptions& options, const Profile& profile) {
    auto gains = weights_of(options.weighting, options.scale, profile.values);
    for (float& gain : gains) gain *= options.alpha;
    return gains;
}

Eigen::VectorXd embedding(const Matrix& items, library::ItemIndex item) {
    const auto row = items.row(item);
    return Eigen::Map<const Eigen::VectorXf>(row.data(), static_cast<Eigen::Index>(row.size()))
        .cast<double>();
}

}  // namespace

/// The system of one person with the items fixed: A x = b.
struct Als::FoldIn {
    Eigen::LLT<Eigen::MatrixXd> decomposition;  ///< of A
    Eigen::VectorXd right;                      ///< b
    std::vector<double> confidences;            ///< c of the profile's items

    FoldIn(const Als& model, const Profile& profile) {
        const AlsOptions& options = model.options_;
        const auto f = static_cast<Eigen::Index>(options.factors);
        Eigen::MatrixXd A = Eigen::Map<const Eigen::MatrixXd>(model.gram_.data(), f, f);
        Eigen::MatrixXd own(f, static_cast<Eigen::Index>(profile.items.size()));
        right = Eigen::VectorXd::Zero(f);
        double total = static_cast<double>(model.n_items());
        const auto gains = gains_of(options, profile);
        for (std::size_t k = 0; k < profile.items.size(); ++k) {
            const double gain = gains[k];
            const Eigen::VectorXd y = embedding(model.items_, profile.items[k]);
            confidences.push_back(1 + gain);
            total += gain;
            right += (1 + gain) * y;
            own.col(static_cast<Eigen::Index>(k)) = std::sqrt(gain) * y;
        }
        A.diagonal().array() +=
            static_cast<double>(options.regularization) *
            std::pow(total / model.mean_confidence_, static_cast<double>(options.frequency_exponent));
        A.selfadjointView<Eigen::Lower>().rankUpdate(own);
        decomposition.compute(A);
    }
};

Als::Als(const AlsOptions& options, std::string_view bytes) : options_(options) {
    ByteReader reader(bytes);
    mean_confidence_ = reader.number();
    items_ = reader.matrix();
    reader.end();
    ByteReader::intact(std::isfinite(mean_confidence_) && mean_confidence_ > 0,
                       "its mean confidence is not > 0");
    ByteReader::intact(items_.n_columns() == static_cast<std::size_t>(options.factors),
                       "its embeddings have another length than its options say");
    gram_ = gram_of_rows(items_, 1);
}

void Als::fit(const library::Interactions& plays, const FitSettings& settings, const Task& task) {
    check_plays(plays);
    const auto gains = weights_of(options_.weighting, options_.scale, plays).with_values([&](float weight) {
        return options_.alpha * weight;
    });
    const auto transposed = gains.transposed();
    AlsFactors factors = starting_factors(gains, options_, settings.seed);
    const auto iterations = static_cast<std::size_t>(options_.iterations);
    for (std::size_t iteration = 0; iteration < iterations; ++iteration) {
        task.report("factorising", iteration, iterations);
        improve(factors, gains, transposed, options_, settings.threads, task);
    }
    task.report("factorising", iterations, iterations);
    items_ = std::move(factors.items);
    gram_ = gram_of_rows(items_, settings.threads);
    mean_confidence_ = mean_confidence(gains);
}

std::vector<double> Als::person_factors(const Profile& profile) const {
    check_profile(profile, n_items());
    if (profile.items.empty()) return std::vector<double>(items_.n_columns(), 0.0);
    const FoldIn fold_in(*this, profile);
    const Eigen::VectorXd x = fold_in.decomposition.solve(fold_in.right);
    return {x.begin(), x.end()};
}

std::vector<float> Als::score(const Profile& profile) const {
    const auto exact = person_factors(profile);
    const std::vector<float> x(exact.begin(), exact.end());
    std::vector<float> scores(n_items());
    kernels().times(items_.values().data(), n_items(), items_.n_columns(), x.data(), scores.data());
    return scores;
}

std::vector<ItemEvidence> Als::explain(const Profile& profile, library::ItemIndex item) const {
    check_question(profile, item, n_items());
    if (profile.items.empty()) return {};
    const FoldIn fold_in(*this, profile);
    const Eigen::VectorXd asked = fold_in.decomposition.solve(embedding(items_, item));
    std::vector<ItemEvidence> evidence;
    for (std::size_t k = 0; k < profile.items.size(); ++k)
        evidence.push_back(
            {profile.items[k], fold_in.confidences[k] * asked.dot(embedding(items_, profile.items[k]))});
    return evidence;
}

std::string Als::save() const {
    ByteWriter writer;
    writer.number(mean_confidence_);
    writer.matrix(items_);
    return seal(name(), options(), writer);
}

}  // namespace attune::collaborative
