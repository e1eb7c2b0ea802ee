#include "core/json.h"
#include "shapes/schema.h"
#include "shapes/to_json.h"

#include <gtest/gtest.h>

#include <limits>

namespace attune::shapes {
namespace {

struct Name {
    std::string id;
    std::string name;

    static void describe(Fields<Name>& fields) {
        fields.called("Name", "what something is called")
            .key("id", &Name::id, "")
            .key("name", &Name::name, "");
    }
};

struct Place {
    double x = 0;
    std::size_t group = 0;

    static void describe(Fields<Place>& fields) {
        fields.called("Place", "on a map").as_row().key("x", &Place::x, "").key("group", &Place::group, "");
    }
};

/// One of everything.
struct Answer {
    Name name;
    bool is_new = true;
    int change = -1;
    std::optional<double> share;
    std::optional<std::string> reason;
    std::string kind = "one";
    Timestamp at = timestamp_of(0);
    std::array<int, 2> ends{1, 2};
    std::vector<Place> places{{0.5, 3}};
    InOrder<std::size_t> dropped{{"b", 1}, {"a", 2}};
    std::map<std::string, Name> names;
    std::variant<double, std::string> cut = 0.5;
    std::optional<Name> other;
    Written<Name> kept;
    std::array<double, 2> parts{7, 8};

    static void describe(Fields<Answer>& fields) {
        fields.called("Answer", "one of everything")
            .all_of(&Answer::name)
            .only("id", {"track:1", "track:2"})
            .key("is_new", &Answer::is_new, "whether it is new")
            .key("change", &Answer::change, "")
            .key("share", &Answer::share, "")
            .key_if("reason", &Answer::reason, "")
            .key("kind", &Answer::kind, "", {"one", "two"})
            .key("at", &Answer::at, "")
            .key("ends", &Answer::ends, "")
            .key("places", &Answer::places, "")
            .key("dropped", &Answer::dropped, "", {"a", "b"})
            .key("names", &Answer::names, "")
            .key("cut", &Answer::cut, "")
            .key("other", &Answer::other, "")
            .key("kept", &Answer::kept, "")
            .part(
                "second", [](const Answer& answer) -> const double& { return answer.parts[1]; }, "");
    }
};

TEST(Shape, WritesItsKeysInTheirOrder) {
    Answer answer;
    answer.name = {"track:1", "Paper Harbour"};
    answer.kept = decltype(answer.kept)(Json{{"id", "x"}, {"name", "y"}});
    answer.names["n"] = {"a", "b"};
    EXPECT_EQ(to_json(answer).dump(),
              R"({"id":"track:1","name":"Paper Harbour","is_new":true,"change":-1,"share":null,"kind":"one",)"
              R"("at":"1970-01-01T00:00:00Z","ends":[1,2],"places":[[0.5,3]],"dropped":{"b":1,"a":2},)"
              R"("names":{"n":{"id":"a","name":"b"}},"cut":0.5,"other":null,"kept":{"id":"x","name":"y"},)"
              R"("second":8.0})");
}

TEST(Shape, WritesWhatIsKnownAndLeavesOutWhatMayLack) {
    Answer answer;
    answer.share = 0.25;
    answer.reason = "because";
    answer.cut = "mean";
    answer.other = Name{"o", "p"};
    const Json json = to_json(answer);
    EXPECT_EQ(json["share"], 0.25);
    EXPECT_EQ(json["reason"], "because");
    EXPECT_EQ(json["cut"], "mean");
    EXPECT_EQ(json["other"]["name"], "p");
    EXPECT_FALSE(to_json(Answer()).contains("reason"));
}

TEST(Shape, WritesNoNumberThatIsNone) {
    Answer answer;
    answer.share = std::numeric_limits<double>::quiet_NaN();
    EXPECT_TRUE(to_json(answer)["share"].is_null());
    EXPECT_EQ(known(std::numeric_limits<double>::infinity()), std::nullopt);
    EXPECT_EQ(known(0.5), 0.5);
}

TEST(Schema, SaysOfEachKeyWhatItIs) {
    SchemaBook book("#/$defs/");
    const Json schema = book.whole(type_of<Answer>());
    const Json& properties = schema["properties"];
    EXPECT_EQ(schema["additionalProperties"], false);
    EXPECT_EQ(schema["description"], "one of everything");
    EXPECT_EQ(properties["is_new"], Json({{"type", "boolean"}, {"description", "whether it is new"}}));
    EXPECT_EQ(properties["change"]["type"], "integer");
    EXPECT_EQ(properties["id"]["enum"], Json({"track:1", "track:2"})) << "here alone";
    EXPECT_FALSE(book.whole(type_of<Name>())["properties"]["id"].contains("enum"));
    EXPECT_EQ(properties["share"]["type"], Json({"number", "null"}));
    EXPECT_EQ(properties["kind"]["enum"], Json({"one", "two"}));
    EXPECT_EQ(properties["at"]["format"], "date-time");
    EXPECT_EQ(properties["ends"]["minItems"], 2);
    EXPECT_EQ(properties["places"]["items"]["$ref"], "#/$defs/Place");
    EXPECT_EQ(properties["dropped"]["additionalProperties"]["minimum"], 0);
    EXPECT_EQ(properties["dropped"]["propertyNames"]["enum"], Json({"a", "b"}));
    EXPECT_EQ(properties["cut"]["anyOf"].size(), 2U);
    EXPECT_EQ(properties["other"]["anyOf"][1]["type"], "null");
    EXPECT_EQ(properties["kept"]["$ref"], "#/$defs/Name");
}

TEST(Schema, AsksForEveryKeyThatMayNotLack) {
    SchemaBook book("#/$defs/");
    const Json schema = book.whole(type_of<Answer>());
    std::vector<std::string> wanted;
    const Json answer = to_json(Answer());
    for (const auto& [key, value] : answer.items()) wanted.push_back(key);
    EXPECT_EQ(schema["required"], Json(wanted));
    EXPECT_TRUE(schema["properties"].contains("reason"));
}

TEST(Schema, DefinesEachShapeOnce) {
    SchemaBook book("#/$defs/");
    EXPECT_EQ(book.of(type_of<Answer>())["$ref"], "#/$defs/Answer");
    const Json definitions = book.definitions();
    std::vector<std::string> names;
    for (const auto& [name, schema] : definitions.items()) names.push_back(name);
    EXPECT_EQ(names, (std::vector<std::string>{"Answer", "Name", "Place"}));
    EXPECT_EQ(definitions["Place"]["prefixItems"].size(), 2U) << "a row has its values in an order";
    EXPECT_EQ(definitions["Place"]["items"], false);
}

}  // namespace
}  // namespace attune::shapes
