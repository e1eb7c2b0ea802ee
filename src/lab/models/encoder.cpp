#include "lab/models/encoder.h"

#include "learning/saved_model.h"

#include <algorithm>

namespace attune::lab {
namespace {

constexpr std::string_view encoder_name = "encoder";
constexpr int encoder_version = 1;

}  // namespace

std::vector<learning::Term> terms_of(const learning::Table& table, std::span<const std::string> features) {
    using learning::Encoding;
    std::vector<learning::Term> terms;
    for (const auto& name : features) {
        const auto& values = table.column(name).values;
        const bool is_text = std::holds_alternative<learning::Texts>(values);
        const bool is_list = std::holds_alternative<learning::TextLists>(values);
        terms.push_back({name, is_text   ? Encoding::category
                               : is_list ? Encoding::members
                                         : Encoding::number});
    }
    return terms;
}

Encoder Encoder::fit(const learning::Table& table, std::span<const std::size_t> rows,
                     std::span<const std::string> features, const SoundRoles& sounds,
                     const Options& options) {
    Encoder encoder;
    const auto missing = options.fill ? learning::MissingRule::fill : learning::MissingRule::keep;
    encoder.plan_ = learning::DesignPlan::fit(table, rows, terms_of(table, features), {missing});
    encoder.sounds_ = sounds;
    encoder.name_columns();
    if (options.standardise) {
        encoder.standardizer_ = learning::Standardizer::fit(encoder.apply(table, rows));
        encoder.is_standardised_ = true;
    }
    return encoder;
}

void Encoder::name_columns() {
    derivations_ = SoundDerivations(plan_.names(), sounds_);
    sources_ = plan_.sources();
    is_binary_.clear();
    for (std::size_t c = 0; c < sources_.size(); ++c) is_binary_.push_back(plan_.names()[c] != sources_[c]);
    for (const auto& source : derivations_.sources()) {
        sources_.push_back(source);
        is_binary_.push_back(false);
    }
}

Matrix Encoder::apply(const learning::Table& table, std::span<const std::size_t> rows) const {
    auto X = derivations_.append_to(plan_.apply(table, rows).to_matrix());
    return is_standardised_ ? standardizer_.transform(X) : X;
}

Json Encoder::save() const {
    Json saved = learning::saved_model(encoder_name, encoder_version);
    saved["plan"] = plan_.save();
    saved["sounds"] = Json::object();
    for (const auto& [column, feature] : sounds_)
        saved["sounds"][column] = library::audio_feature_names.at(static_cast<std::size_t>(feature)).name;
    saved["standardizer"] = is_standardised_ ? standardizer_.save() : Json(nullptr);
    return saved;
}

Encoder Encoder::load(const Json& saved) {
    return learning::read_saved_model(saved, encoder_name, encoder_version, [](const Json& from) {
        Encoder encoder;
        encoder.plan_ = learning::DesignPlan::load(from.at("plan"));
        for (const auto& [column, name] : from.at("sounds").items()) {
            const auto feature = library::find_audio_feature(name.get<std::string>());
            learning::require_intact(feature.has_value(), encoder_name, "an unknown audio feature");
            encoder.sounds_.emplace(column, *feature);
        }
        encoder.name_columns();
        encoder.is_standardised_ = !from.at("standardizer").is_null();
        if (encoder.is_standardised_) {
            encoder.standardizer_ = learning::Standardizer::load(from.at("standardizer"));
            learning::require_intact(encoder.standardizer_.n_columns() == encoder.n_columns(), encoder_name,
                                     "the scale does not fit the columns");
        }
        return encoder;
    });
}

}  // namespace attune::lab
