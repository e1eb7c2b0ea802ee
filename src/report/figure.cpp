#include "report/figure.h"

#include "core/error.h"
#include "report/numbers.h"

namespace attune::report {

Figure::Figure(std::string title, std::string summary, Svg wide, Svg narrow, Table table)
    : title_(std::move(title)),
      summary_(as_sentence(std::move(summary))),
      wide_(std::move(wide)),
      narrow_(std::move(narrow)),
      table_(std::move(table)) {
    require(!title_.empty(), "a picture needs a title");
    require(!summary_.empty(), "picture '{}' needs a sentence that says what one sees", title_);
    require(!table_.rows.empty(), "picture '{}' shows nothing: its table is empty", title_);
    if (table_.caption.empty()) table_.caption = title_;
}

}  // namespace attune::report
