#include "engine/picks/told.h"

#include "core/bytes.h"
#include "core/error.h"

#include <array>
#include <cmath>
#include <limits>

namespace attune::engine {
namespace {

/// The number rises with every change of what follows it.
constexpr std::string_view told_mark = "attune-told 1";
constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

void add_texts(ByteWriter& out, const std::vector<std::string>& texts) {
    const std::array count{static_cast<std::uint32_t>(texts.size())};
    out.numbers<std::uint32_t>(count);
    for (const auto& text : texts) out.text(text);
}

std::vector<std::string> read_texts(ByteReader& in) {
    const auto count = in.numbers<std::uint32_t>();
    in.require_intact(count.size() == 1);
    std::vector<std::string> texts;
    for (std::uint32_t i = 0; i < count[0]; ++i) texts.push_back(in.text());
    return texts;
}

void add_reasons(ByteWriter& out, const std::vector<shapes::Reason>& reasons) {
    std::vector<double> contributions;
    std::vector<std::string> texts;
    for (const auto& reason : reasons) {
        contributions.push_back(reason.contribution);
        texts.push_back(reason.name);
        texts.push_back(reason.text);
    }
    out.numbers<double>(contributions);
    add_texts(out, texts);
}

std::vector<shapes::Reason> read_reasons(ByteReader& in) {
    const auto contributions = in.numbers<double>();
    const auto texts = read_texts(in);
    in.require_intact(texts.size() == 2 * contributions.size());
    std::vector<shapes::Reason> reasons;
    for (std::size_t i = 0; i < contributions.size(); ++i)
        reasons.push_back({texts[2 * i], contributions[i], texts[2 * i + 1]});
    return reasons;
}

}  // namespace

std::string save_told(const shapes::Pick& pick) {
    ByteWriter out(told_mark);
    const std::array numbers{pick.chance.low.value_or(unknown), pick.chance.high.value_or(unknown),
                             pick.new_artist ? 1.0 : 0.0};
    out.numbers<double>(numbers);
    add_texts(out, pick.genres);
    add_texts(out, pick.sources);
    add_reasons(out, pick.reasons);
    return std::move(out).bytes();
}

void restore_told(std::string_view told, shapes::KeptPick& pick) {
    if (told.empty()) return;
    try {
        ByteReader in(told, told_mark);
        const auto numbers = in.numbers<double>();
        in.require_intact(numbers.size() == 3);
        auto genres = read_texts(in);
        auto sources = read_texts(in);
        auto reasons = read_reasons(in);
        if (!std::isnan(numbers[0])) pick.low = numbers[0];
        if (!std::isnan(numbers[1])) pick.high = numbers[1];
        pick.new_artist = numbers[2] != 0;
        pick.genres = std::move(genres);
        pick.sources = std::move(sources);
        pick.reasons = std::move(reasons);
    } catch (const Error& error) {
        if (error.code() != ErrorCode::corrupt_data) throw;
    }
}

}  // namespace attune::engine
