#include "core/error.h"
#include "core/json.h"
#include "core/json_text.h"
#include "taste/model.h"

#include <algorithm>

namespace attune::taste {
namespace {

// Of a run as a whole: its ranker and its chances changed with version 4.
constexpr int format_version = 4;

Json head_of(const std::map<std::string, std::string>& blobs) {
    const auto found = blobs.find("taste");
    if (found == blobs.end()) fail(ErrorCode::corrupt_data, "the run has no taste model");
    Json head = Json::parse(found->second, nullptr, false);
    if (!head.is_object() || head.value("model", Json()) != "taste" || !head.contains("version"))
        fail(ErrorCode::corrupt_data, "the taste model of the run cannot be read");
    if (head["version"] != format_version)
        fail(ErrorCode::conflict,
             "the models of the run are of version {}, this program reads {}; train again",
             json_text(head["version"]), format_version);
    return head;
}

std::vector<std::string> columns_of(const Json& head) {
    try {
        return head.at("columns").get<std::vector<std::string>>();
    } catch (const Json::exception& error) {
        fail(ErrorCode::corrupt_data, "the taste model of the run cannot be read: {}", error.what());
    }
}

void check_schema(const std::vector<std::string>& saved, const std::vector<TasteColumn>& columns) {
    for (std::size_t c = 0; c < std::max(saved.size(), columns.size()); ++c) {
        const std::string was = c < saved.size() ? saved[c] : "nothing";
        const std::string is = c < columns.size() ? columns[c].name : "nothing";
        if (was != is)
            fail(ErrorCode::conflict,
                 "the model was trained on another schema: column {} was '{}', is '{}'; train again", c, was,
                 is);
    }
}

}  // namespace

Json TasteModel::save_stage(const Stage& stage) const {
    return {{"name", stage.name},
            {"columns", stage.columns},
            {"scale", to_json(stage.scale)},
            {"weight", stage.weight},
            {"out_of_fold", stage.out_of_fold}};
}

std::map<std::string, std::string> TasteModel::save(const std::vector<TasteColumn>& columns) const {
    Json head{{"model", "taste"},
              {"version", format_version},
              {"calibration", calibration_.save()},
              {"calibration_error", calibration_error_},
              {"history_key", history_key_},
              {"replayed", {{"margins", replayed_.margins}, {"liked", replayed_.liked}}},
              {"columns", Json::array()},
              {"stages", Json::array()}};
    for (const auto& column : columns) head["columns"].push_back(column.name);
    std::map<std::string, std::string> blobs;
    for (const auto& stage : stages_) {
        head["stages"].push_back(save_stage(stage));
        for (auto& [name, bytes] : stage.model.save()) blobs[stage.name + "." + name] = std::move(bytes);
    }
    if (labels_) head["labels"] = labels_->save();
    head["summary"] = summary();
    blobs["taste"] = json_text(head);
    return blobs;
}

std::vector<std::string> TasteModel::genres_of(const std::map<std::string, std::string>& blobs) {
    constexpr std::string_view prefix = "genre:";
    std::vector<std::string> genres;
    for (const auto& name : columns_of(head_of(blobs))) {
        if (name.starts_with(prefix)) genres.push_back(name.substr(prefix.size()));
    }
    return genres;
}

void TasteModel::load_stage(const Json& saved, const std::map<std::string, std::string>& blobs) {
    Stage stage;
    stage.name = saved.at("name");
    stage.columns = saved.at("columns").get<std::vector<std::size_t>>();
    stage.scale = moments_from(saved.at("scale"));
    stage.weight = saved.at("weight");
    stage.out_of_fold = saved.at("out_of_fold").get<std::map<library::TrackIndex, float>>();
    std::map<std::string, std::string> part;
    for (const auto& [key, bytes] : blobs) {
        if (key.starts_with(stage.name + ".")) part[key.substr(stage.name.size() + 1)] = bytes;
    }
    stage.model = StageModel::load(part);
    stages_.push_back(std::move(stage));
}

TasteModel TasteModel::load(const std::map<std::string, std::string>& blobs,
                            const std::vector<TasteColumn>& columns) {
    const Json head = head_of(blobs);
    check_schema(columns_of(head), columns);
    try {
        TasteModel model;
        model.n_columns_ = columns.size();
        model.calibration_ = learning::PlattScaling::load(head.at("calibration"));
        model.calibration_error_ = head.at("calibration_error");
        model.history_key_ = head.at("history_key");
        model.replayed_.margins = head.at("replayed").at("margins").get<std::vector<float>>();
        model.replayed_.liked = head.at("replayed").at("liked").get<std::vector<float>>();
        model.replayed_.weights.assign(model.replayed_.margins.size(), 1);
        for (const auto& row : head.at("stages")) model.load_stage(row, blobs);
        if (head.contains("labels")) model.labels_ = LabelModel::load(head.at("labels"));
        for (const auto& row : head.at("summary").at("stages")) {
            model.summaries_.push_back({row.at("stage"), row.at("rows"), row.at("positive"),
                                        row.at("auc_by_artist"), row.at("weight")});
        }
        return model;
    } catch (const Json::exception& error) {
        fail(ErrorCode::corrupt_data, "the taste model of the run cannot be read: {}", error.what());
    }
}

}  // namespace attune::taste
