#pragma once

#include <gtest/gtest.h>

#include <archive.h>
#include <archive_entry.h>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace attune::sources {

/// The name of an entry, and what it holds.
using Entry = std::pair<std::string, std::string>;

/// Writes regular files into an archive whose format and filter are set, and closes and frees it.
inline void write_archive(archive* out, const std::filesystem::path& path,
                          const std::vector<Entry>& entries) {
    EXPECT_EQ(archive_write_open_filename(out, path.c_str()), ARCHIVE_OK);
    for (const auto& [name, text] : entries) {
        archive_entry* const entry = archive_entry_new();
        archive_entry_set_pathname(entry, name.c_str());
        archive_entry_set_size(entry, static_cast<la_int64_t>(text.size()));
        archive_entry_set_filetype(entry, AE_IFREG);
        archive_entry_set_perm(entry, 0644);
        EXPECT_EQ(archive_write_header(out, entry), ARCHIVE_OK);
        archive_write_data(out, text.data(), text.size());
        archive_entry_free(entry);
    }
    archive_write_close(out);
    archive_write_free(out);
}

}  // namespace attune::sources
