#pragma once

#include "sources/files.h"

#include <archive.h>
#include <cstdint>
#include <locale.h>
#include <memory>
#include <string>
#include <string_view>

namespace attune::sources {

struct CloseArchive {
    void operator()(archive* open) const noexcept { archive_read_free(open); }
};
using Archive = std::unique_ptr<archive, CloseArchive>;

/// libarchive turns names that are marked as UTF-8 into the character set of the locale, and has none for names that it
/// lacks; so headers are read in a locale that lacks none, whatever the person's is.
class Utf8Names {
  public:
    Utf8Names() : locale_(::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)) {
        if (locale_ == nullptr) locale_ = ::newlocale(LC_CTYPE_MASK, "en_US.UTF-8", nullptr);
        if (locale_ != nullptr) before_ = ::uselocale(locale_);
    }
    Utf8Names(const Utf8Names&) = delete;
    Utf8Names& operator=(const Utf8Names&) = delete;
    ~Utf8Names() {
        if (locale_ == nullptr) return;
        ::uselocale(before_);
        ::freelocale(locale_);
    }

  private:
    locale_t locale_;
    locale_t before_ = nullptr;
};

/// Whether archive_read_next_header() came to an entry, if only with a warning.
inline bool is_entry(int result) noexcept { return result == ARCHIVE_OK || result == ARCHIVE_WARN; }

/// What libarchive says went wrong last.
std::string reason_of(archive* open);

std::string_view base_name(std::string_view path) noexcept;

/// Whether one of the names between the slashes of a path is such.
bool any_folder(std::string_view path, bool (*is_such)(std::string_view));

/// Whether the path leads out of the folder that an archive is unpacked to. We unpack nothing, but who packs
/// so has something in mind.
bool leads_out(std::string_view path);

/// How much an archive may still expand.
class Budget {
  public:
    Budget(std::uint64_t archive_size, Reading reading);

    bool take(std::uint64_t n) noexcept {
        const bool is_enough = n <= left_;
        left_ -= n < left_ ? n : left_;
        return is_enough;
    }
    std::uint64_t largest_entry() const noexcept { return largest_entry_; }

  private:
    std::uint64_t largest_entry_;
    std::uint64_t left_;
};

/// The data of the entry that the archive stands at. Where it is damaged or expands too far it ends, and the
/// problem is told: what came before can be read.
class EntryStream final : public ByteStream {
  public:
    EntryStream(archive* open, Budget& budget, const std::string& shown, const ProblemVisitor& problem)
        : archive_(open), budget_(&budget), shown_(&shown), problem_(&problem) {}

    std::size_t read(std::span<char> buffer) override;

  private:
    void next_block();
    void stop_at_damage();
    void tell_warning() const;
    void stop(const std::string& message);

    archive* archive_;
    Budget* budget_;
    const std::string* shown_;
    const ProblemVisitor* problem_;
    std::string_view block_;  ///< not yet given out
    std::uint64_t size_ = 0;
    bool is_over_ = false;
};

}  // namespace attune::sources
