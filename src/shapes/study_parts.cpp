#include "shapes/studies.h"

namespace attune::shapes {

void Judged::describe(Fields<Judged>& fields) {
    fields.called("Judged", "a figure on tracks that were not learnt from, by both kinds of folds")
        .key("random", &Judged::random, "by random folds")
        .key("by_group", &Judged::by_group, "by folds that never divide a group; null without groups")
        .key("random_interval", &Judged::random_interval, "95 % interval of random")
        .key("by_group_interval", &Judged::by_group_interval,
             "95 % interval of by_group; null without groups");
}

void NamedRow::describe(Fields<NamedRow>& fields) {
    fields.called("NamedRow", "a track as a table names it; what the table does not say is empty")
        .key("id", &NamedRow::id, "its id")
        .key("artist", &NamedRow::artist, "its artist")
        .key("title", &NamedRow::title, "its title");
}

void ColumnUse::describe(Fields<ColumnUse>& fields) {
    fields.called("ColumnUse", "what a study made of a column")
        .key("name", &ColumnUse::name, "as the table writes it")
        .key("use", &ColumnUse::use, "what it was used as")
        .key_if("reason", &ColumnUse::reason, "why it was not used");
}

void Driver::describe(Fields<Driver>& fields) {
    fields.called("Driver", "how much a feature matters to a model")
        .key("feature", &Driver::feature, "its column")
        .key("permutation", &Driver::permutation, "what the figure loses where the column is shuffled")
        .key("shap", &Driver::shap, "mean size of its contribution");
}

void StudyHead::describe(Fields<StudyHead>& fields) {
    fields.called("StudyHead", "what all studies begin with")
        .key("study", &StudyHead::study, "what was studied", {"genre", "popularity", "clusters"})
        .key("rows", &StudyHead::rows, "that were studied")
        .key("dropped", &StudyHead::dropped, "rows that were left out, by the reason")
        .key("columns", &StudyHead::columns, "all columns of the table, and what was made of them");
}

Ends ends_of(const lab::Interval& interval) { return {known(interval.low), known(interval.high)}; }

Judged judged_of(const lab::ByFolds& figure) {
    Judged judged{known(figure.random.value), std::nullopt, ends_of(figure.random), std::nullopt};
    if (figure.by_group) {
        judged.by_group = known(figure.by_group->value);
        judged.by_group_interval = ends_of(*figure.by_group);
    }
    return judged;
}

NamedRow named_row_of(const lab::TrackName& track) { return {track.id, track.artist, track.title}; }

std::vector<Driver> drivers_of(const std::vector<lab::Driver>& drivers) {
    std::vector<Driver> list;
    for (const auto& driver : drivers) list.push_back({driver.feature, driver.permutation, driver.shap});
    return list;
}

StudyHead study_head(std::string study, std::size_t rows, const std::map<std::string, std::size_t>& dropped,
                     const std::vector<lab::ColumnUse>& columns) {
    StudyHead head{std::move(study), rows, {dropped.begin(), dropped.end()}, {}};
    for (const auto& column : columns) {
        head.columns.push_back({column.name, column.use, std::nullopt});
        if (!column.reason.empty()) head.columns.back().reason = column.reason;
    }
    return head;
}

}  // namespace attune::shapes
