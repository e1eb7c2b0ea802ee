#include "store/sqlite/sqlite_store.h"

namespace attune::store {

void SqliteStore::add_import(const ImportRow& row) {
    Change change(*this);
    database_.run("INSERT INTO imports (person_id, name, kind, at, report) VALUES (?, ?, ?, ?, ?)",
                  row.person, row.name, row.kind, row.at, row.report);
    change.commit();
}

std::vector<ImportRow> SqliteStore::imports() {
    std::vector<ImportRow> imports;
    auto rows = database_.query("SELECT id, person_id, name, kind, at, report FROM imports ORDER BY id");
    while (rows.next()) {
        imports.push_back({rows.get<std::int64_t>(0), rows.get<library::PersonId>(1),
                           rows.get<std::string>(2), rows.get<std::string>(3), rows.get<Timestamp>(4),
                           rows.get<std::string>(5)});
    }
    return imports;
}

}  // namespace attune::store
