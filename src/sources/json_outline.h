#pragma once

#include "sources/json_fields.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace attune::sources {

/// Takes what stands around the records of a JSON file: which list they are in, what the object that has the
/// list is called.
class JsonOutlineHandler {
  public:
    virtual ~JsonOutlineHandler() = default;
    virtual void open_object() {}
    virtual void close_object() {}
    virtual void open_list(std::string_view key) = 0;
    virtual void close_list() {}
    virtual void text(std::string_view key, const std::string& value) = 0;

  protected:
    JsonOutlineHandler() = default;
    JsonOutlineHandler(const JsonOutlineHandler&) = default;
    JsonOutlineHandler& operator=(const JsonOutlineHandler&) = default;
};

/// Reads a piece of JSON that may begin and end anywhere, and may be damaged.
class JsonOutline {
  public:
    JsonOutline();
    void read(std::string_view text, JsonOutlineHandler& handler);

  private:
    std::string_view take_string(std::string_view& text);
    std::string unescaped(std::string_view raw);

    JsonFields value_;
};

}  // namespace attune::sources
