#include "cli/command.h"
#include "cli/table.h"
#include "engine/library/workspace.h"
#include "shapes/library.h"

namespace attune::cli {
namespace {

class Person final : public Command {
  public:
    void declare(Arguments& arguments) override {
        arguments.positional("ACTION", action_, "list, rename or delete", true);
        arguments.positional("NAME", name_, "the person", false);
        arguments.positional("NEW", new_name_, "the new name, for rename", false);
    }

    void run(Context& context) override {
        auto& workspace = context.workspace();
        if (action_ == "rename") {
            require(!name_.empty() && !new_name_.empty(),
                    "rename takes two names: attune person rename OLD NEW");
            engine::rename_person(workspace, name_, new_name_);
        } else if (action_ == "delete") {
            require(!name_.empty(), "name the person to delete: attune person delete NAME");
            engine::delete_person(workspace, name_);
        } else {
            require(action_ == "list", "person can list, rename or delete, got '{}'", action_);
        }
        show(context, workspace);
    }

  private:
    static void show(Context& context, engine::Workspace& workspace) {
        const auto people = engine::list_people(workspace);
        Table table;
        table.column("person");
        table.column("listens", Table::Align::right);
        for (const auto& row : people.people) table.row({row.person, with_commas(row.listens)});
        context.show(people);
        context.say(table.text());
    }

    std::string action_;
    std::string name_;
    std::string new_name_;
};

}  // namespace

std::unique_ptr<Command> make_person() { return std::make_unique<Person>(); }

}  // namespace attune::cli
