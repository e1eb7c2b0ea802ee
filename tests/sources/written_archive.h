#pragma once

#include <gtest/gtest.h>

#include <archive.h>
#include <archive_entry.h>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
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
        EXPECT_GE(archive_write_header(out, entry), ARCHIVE_WARN);  // names need not be ASCII
        archive_write_data(out, text.data(), text.size());
        archive_entry_free(entry);
    }
    archive_write_close(out);
    archive_write_free(out);
}

/// An entry of a ZIP whose name is these bytes, marked as UTF-8 or not.
struct RawEntry {
    std::string name;
    std::string text;
    bool is_marked_utf8 = false;
};

inline void append_number(std::string& bytes, std::uint32_t value, int n_bytes) {
    for (int i = 0; i < n_bytes; ++i) bytes += i < 4 ? static_cast<char>((value >> (8 * i)) & 0xFFU) : '\0';
}

inline std::uint32_t crc_of(std::string_view text) {
    std::uint32_t crc = 0xFFFFFFFFU;
    for (const char c : text) {
        crc ^= static_cast<unsigned char>(c);
        for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1U) ^ ((crc & 1U) != 0 ? 0xEDB88320U : 0U);
    }
    return ~crc;
}

/// A ZIP whose entries are stored as they are. libarchive would not write such names.
inline std::string stored_zip(const std::vector<RawEntry>& entries) {
    std::string bytes;
    std::string directory;
    for (const RawEntry& entry : entries) {
        const auto size = static_cast<std::uint32_t>(entry.text.size());
        std::string about;  // what the header and the directory both have
        append_number(about, 20, 2);
        append_number(about, entry.is_marked_utf8 ? 0x800U : 0U, 2);
        append_number(about, 0, 2);  // stored
        append_number(about, 0x21'0000, 4);
        append_number(about, crc_of(entry.text), 4);
        append_number(about, size, 4);
        append_number(about, size, 4);
        append_number(about, static_cast<std::uint32_t>(entry.name.size()), 2);
        append_number(about, 0, 2);
        directory += "PK\x01\x02";
        append_number(directory, 20, 2);
        directory += about;
        append_number(directory, 0, 2 + 2 + 2);
        append_number(directory, 0, 4);
        append_number(directory, static_cast<std::uint32_t>(bytes.size()), 4);
        directory += entry.name;
        bytes += "PK\x03\x04" + about + entry.name + entry.text;
    }
    const auto at = static_cast<std::uint32_t>(bytes.size());
    bytes += directory + "PK\x05\x06";
    append_number(bytes, 0, 4);
    append_number(bytes, static_cast<std::uint32_t>(entries.size()), 2);
    append_number(bytes, static_cast<std::uint32_t>(entries.size()), 2);
    append_number(bytes, static_cast<std::uint32_t>(directory.size()), 4);
    append_number(bytes, at, 4);
    append_number(bytes, 0, 2);
    return bytes;
}

}  // namespace attune::sources
