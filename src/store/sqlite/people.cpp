#include "core/text.h"
#include "store/sqlite/sqlite_store.h"

#include <ranges>

namespace attune::store {
namespace {

[[noreturn]] void no_person(std::string_view name) {
    fail(ErrorCode::not_found, "there is no person '{}'; see 'attune person list'", name);
}

}  // namespace

library::PersonId SqliteStore::ensure_person(std::string_view name) {
    require(!trim(name).empty(), "the name of a person must not be empty");
    if (const auto known = find_person(name)) return *known;
    Change change(*this);
    auto person = find_person(name);  // another program may have made it meanwhile
    if (!person) {
        database_.run("INSERT INTO persons (name) VALUES (?)", name);
        person = library::PersonId{database_.last_id()};
    }
    change.commit();
    return *person;
}

std::optional<library::PersonId> SqliteStore::find_person(std::string_view name) {
    return database_.first<library::PersonId>("SELECT id FROM persons WHERE name = ?", name);
}

std::vector<PersonRow> SqliteStore::people() {
    std::vector<PersonRow> people;
    auto rows = database_.query(
        "SELECT id, name, (SELECT count(*) FROM listens WHERE person_id = persons.id) FROM persons ORDER BY "
        "id");
    while (rows.next()) {
        people.push_back(
            {rows.get<library::PersonId>(0), rows.get<std::string>(1), rows.get<std::int64_t>(2)});
    }
    return people;
}

bool SqliteStore::has_people() {
    return database_.first<std::int64_t>("SELECT 1 FROM persons LIMIT 1").has_value();
}

void SqliteStore::rename_person(std::string_view from, std::string_view to) {
    require(!trim(to).empty(), "the name of a person must not be empty");
    Change change(*this);
    const auto person = find_person(from);
    if (!person) no_person(from);
    const auto taken = find_person(to);
    if (taken && *taken != *person) fail(ErrorCode::conflict, "there is a person '{}' already", to);
    database_.run("UPDATE persons SET name = ? WHERE id = ?", to, *person);
    change.commit();
}

void SqliteStore::delete_person(std::string_view name) {
    const IntakeTurn turn(*this);
    Change change(*this, Change::Kind::whole);
    const auto person = find_person(name);
    if (!person) no_person(name);
    // Corrections hold rows of everybody, by which they are taken back: without the person they are made anew.
    auto made = corrections();
    std::erase_if(made, [](const auto& row) { return row.is_undone || row.kind == CorrectionKind::kept; });
    for (const auto& correction : made | std::views::reverse) take_back_correction(correction);
    database_.run("DELETE FROM main.listens WHERE person_id = ?", *person);
    database_.run("DELETE FROM persons WHERE id = ?", *person);  // the rest goes by ON DELETE CASCADE
    database_.run("DELETE FROM derived");
    for (const auto& correction : made) make_correction(correction);
    ranges_.erase(*person);
    change.commit();
}

}  // namespace attune::store
