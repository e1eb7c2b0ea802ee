#include "audio/shared_analysis.h"

#include "core/json_text.h"
#include "core/rounded.h"

#include <charconv>
#include <cmath>

namespace attune::audio {
namespace {

constexpr std::size_t longest_line = 1 << 18;
constexpr std::size_t longest_embedding = 4096;
constexpr int longest_ms = 100 * 3600 * 1000;
constexpr int most_version = 1'000'000;

std::uint64_t content_number(const std::string& text) {
    std::uint64_t content = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), content, 16);
    return error == std::errc() && end == text.data() + text.size() ? content : 0;
}

/// The member of that name and type; null if there is none.
const Json* member(const Json& json, const char* name, Json::value_t type) {
    const auto found = json.find(name);
    if (found == json.end()) return nullptr;
    const bool is_count = type == Json::value_t::number_unsigned && found->is_number_unsigned();
    return is_count || found->type() == type ? &*found : nullptr;
}

/// False if something in it is no finite number.
bool read_embedding(const Json& list, std::vector<float>& into) {
    if (list.size() > longest_embedding) return false;
    for (const auto& value : list) {
        if (!value.is_number()) return false;
        into.push_back(value.get<float>());
        if (!std::isfinite(into.back())) return false;
    }
    return true;
}

/// The numbers of an analysis that somebody else made: only what this program knows, within bounds.
bool is_plausible(const Json& analysis) {
    const auto* const features = member(analysis, "features", Json::value_t::object);
    if (features == nullptr || !features_of(analysis).describes_sound()) return false;
    const auto thirteen = features_of(analysis);
    for (std::size_t i = 0; i < library::n_audio_features; ++i) {
        // What is a number and yet missing was out of its range.
        const auto value = features->find(std::string(library::audio_feature_names[i].name));
        if (value != features->end() && value->is_number() && is_missing(thirteen.values[i])) return false;
    }
    return true;
}

}  // namespace

library::AudioFeatures features_of(const Json& analysis) {
    library::AudioFeatures features;
    const auto found = analysis.find("features");
    if (found == analysis.end() || !found->is_object()) return features;
    for (std::size_t i = 0; i < library::n_audio_features; ++i) {
        const auto& [name, least, most] = library::audio_feature_names[i];
        const auto value = found->find(std::string(name));
        if (value == found->end() || !value->is_number()) continue;
        const auto as_float = value->get<float>();
        if (as_float >= least && as_float <= most) features.values[i] = as_float;
    }
    return features;
}

std::string to_line(const SharedAnalysis& shared) {
    Json json{{"fingerprint", to_text(shared.fingerprint)},
              {"duration_ms", shared.duration_ms},
              {"version", shared.version},
              {"content", fmt::format("{:016x}", shared.content)},
              {"analysis", shared.analysis},
              {"embedding", Json::array()}};
    // Nine digits tell every float from its neighbours.
    for (const float value : shared.embedding) json["embedding"].push_back(rounded(value, 9));
    return json_text(json);
}

Result<SharedAnalysis> parse_shared_analysis(std::string_view line) {
    if (line.size() > longest_line)
        return failure(ErrorCode::corrupt_data, "longer than {} bytes", longest_line);
    const Json json = Json::parse(line, nullptr, false);
    if (!json.is_object()) return failure(ErrorCode::corrupt_data, "not a JSON object");
    const auto* const fingerprint = member(json, "fingerprint", Json::value_t::string);
    const auto* const duration = member(json, "duration_ms", Json::value_t::number_unsigned);
    const auto* const version = member(json, "version", Json::value_t::number_unsigned);
    const auto* const content = member(json, "content", Json::value_t::string);
    const auto* const analysis = member(json, "analysis", Json::value_t::object);
    const auto* const embedding = member(json, "embedding", Json::value_t::array);
    if (fingerprint == nullptr || duration == nullptr || version == nullptr || content == nullptr ||
        analysis == nullptr || embedding == nullptr)
        return failure(ErrorCode::corrupt_data,
                       "an analysis has fingerprint, duration_ms, version, content, analysis and embedding");
    if (duration->get<std::uint64_t>() > longest_ms || duration->get<std::uint64_t>() == 0)
        return failure(ErrorCode::corrupt_data, "duration_ms must be in [1, {}]", longest_ms);
    if (version->get<std::uint64_t>() == 0 || version->get<std::uint64_t>() > most_version)
        return failure(ErrorCode::corrupt_data, "version must be in [1, {}]", most_version);
    SharedAnalysis shared;
    shared.content = content_number(content->get<std::string>());
    shared.version = version->get<int>();
    shared.duration_ms = duration->get<int>();
    shared.fingerprint = parse_fingerprint(fingerprint->get<std::string>());
    if (shared.fingerprint.empty()) return failure(ErrorCode::corrupt_data, "the fingerprint is none");
    if (shared.content == 0) return failure(ErrorCode::corrupt_data, "content must be 16 hexadecimal digits");
    if (!is_plausible(*analysis))
        return failure(ErrorCode::corrupt_data, "its audio features are missing or impossible");
    if (!read_embedding(*embedding, shared.embedding))
        return failure(ErrorCode::corrupt_data, "its embedding is no list of numbers");
    shared.analysis = *analysis;
    return shared;
}

}  // namespace attune::audio
