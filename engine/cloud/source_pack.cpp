// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/cloud/source_pack.h"

#include "engine/base/text.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <filesystem>
#include <memory>

namespace batuta::cloud {
namespace fs = std::filesystem;
namespace {

constexpr std::uint64_t kMostBytes = 256ULL << 20;
constexpr std::size_t kMostFiles = 100'000, kMostStars = 16;

/// A pattern of .gitignore: `*` and `?` stop at a `/`, `**` does not, `[a-z]` is one of a set.
class Glob
{
public:
    static bool matches(std::string_view pattern, std::string_view text) { return match(pattern, text, 0); }

private:
    static bool match(std::string_view pattern, std::string_view text, std::size_t stars)
    {
        while (!pattern.empty()) {
            if (pattern.front() == '*')
                return stars < kMostStars && star(pattern, text, stars + 1);
            if (text.empty())
                return false;
            if (pattern.front() == '[') {
                const std::size_t end = pattern.find(']', 2);
                if (end == std::string_view::npos || !isIn(pattern.substr(1, end - 1), text.front()))
                    return false;
                pattern.remove_prefix(end + 1);
            } else {
                const bool isAny = pattern.front() == '?' && text.front() != '/';
                if (pattern.front() == '\\' && pattern.size() > 1)
                    pattern.remove_prefix(1);
                if (!isAny && pattern.front() != text.front())
                    return false;
                pattern.remove_prefix(1);
            }
            text.remove_prefix(1);
        }
        return text.empty();
    }
    static bool star(std::string_view pattern, std::string_view text, std::size_t stars)
    {
        const bool crosses = pattern.starts_with("**");
        pattern.remove_prefix(crosses ? 2 : 1);
        if (crosses && pattern.starts_with('/') && match(pattern.substr(1), text, stars))
            return true; // `**/` is also nothing
        for (std::size_t taken = 0; taken <= text.size(); ++taken) {
            if (match(pattern, text.substr(taken), stars))
                return true;
            if (taken < text.size() && text[taken] == '/' && !crosses)
                return false;
        }
        return false;
    }
    static bool isIn(std::string_view set, char letter)
    {
        const bool isNot = set.starts_with('!') || set.starts_with('^');
        if (isNot)
            set.remove_prefix(1);
        bool isFound = false;
        for (std::size_t i = 0; i < set.size(); ++i) {
            const bool isRange = i + 2 < set.size() && set[i + 1] == '-';
            isFound = isFound || (isRange ? letter >= set[i] && letter <= set[i + 2] : letter == set[i]);
            i += isRange ? 2 : 0;
        }
        return isFound != isNot && letter != '/';
    }
};

struct Closed
{
    void operator()(archive *of) const { archive_write_free(of); }
    void operator()(archive_entry *of) const { archive_entry_free(of); }
};
using Writer = std::unique_ptr<archive, Closed>;
using Entry = std::unique_ptr<archive_entry, Closed>;

la_ssize_t append(archive *, void *client, const void *bytes, std::size_t size)
{
    static_cast<std::string *>(client)->append(static_cast<const char *>(bytes), size);
    return static_cast<la_ssize_t>(size);
}

Error cannotPack(archive *of, const std::string &what)
{
    const char *why = archive_error_string(of);
    return {ErrorCode::FileUnreadable, what, why == nullptr ? "it cannot be packed" : why, {}, {}};
}

class Packer
{
public:
    Packer(fs::path folder, IgnoreRules rules)
        : m_folder(std::move(folder))
        , m_rules(std::move(rules))
        , m_writer(archive_write_new())
    {
        archive_write_set_format_pax_restricted(m_writer.get());
        archive_write_add_filter_gzip(m_writer.get());
        archive_write_set_bytes_in_last_block(m_writer.get(), 1);
    }

    Result<SourcePack> pack()
    {
        if (archive_write_open(m_writer.get(), &m_pack.bytes, nullptr, append, nullptr) != ARCHIVE_OK)
            return cannotPack(m_writer.get(), m_folder.string());
        if (Status added = addFolder({}); !added)
            return added.error();
        if (archive_write_close(m_writer.get()) != ARCHIVE_OK)
            return cannotPack(m_writer.get(), m_folder.string());
        return std::move(m_pack);
    }

private:
    Status addFolder(const fs::path &relative)
    {
        std::error_code failure;
        std::vector<fs::directory_entry> entries;
        for (const auto &entry : fs::directory_iterator(m_folder / relative, failure))
            entries.push_back(entry);
        if (failure)
            return Error{
                ErrorCode::FileUnreadable, (m_folder / relative).string(), failure.message(), {}, {}};
        std::sort(entries.begin(), entries.end()); // the same folder gives the same archive
        for (const fs::directory_entry &entry : entries) {
            const fs::path path = relative / entry.path().filename();
            const bool isFolder = entry.is_directory(failure) && !entry.is_symlink(failure);
            if (isOut(path.generic_string(), isFolder))
                continue;
            if (Status added = isFolder ? addFolder(path) : addFile(entry, path); !added)
                return added;
        }
        return {};
    }
    bool isOut(const std::string &path, bool isFolder) const
    {
        return path == ".git" || path == ".gcloudignore" || m_rules.ignores(path, isFolder);
    }
    Status addFile(const fs::directory_entry &from, const fs::path &path)
    {
        std::error_code failure;
        const bool isLink = from.is_symlink(failure);
        if (!isLink && !from.is_regular_file(failure))
            return {}; // sockets, devices
        std::string bytes;
        if (!isLink) {
            Result<std::string> read = readFile(from.path().string(), kMostBytes);
            if (!read)
                return read.error();
            bytes = std::move(*read);
        }
        m_pack.unpacked += bytes.size();
        if (++m_pack.files > kMostFiles || m_pack.unpacked > kMostBytes)
            return Error{ErrorCode::FileTooLarge,
                         m_folder.string(),
                         "more than 256 MiB or 100,000 files would be uploaded",
                         {},
                         "Name what is not needed in .gcloudignore."};
        return write(from, path, isLink, bytes);
    }
    Status write(const fs::directory_entry &from, const fs::path &path, bool isLink, const std::string &bytes)
    {
        std::error_code failure;
        const Entry entry(archive_entry_new());
        archive_entry_set_pathname(entry.get(), path.generic_string().c_str());
        archive_entry_set_filetype(entry.get(), isLink ? AE_IFLNK : AE_IFREG);
        const bool isProgram =
            (from.status(failure).permissions() & fs::perms::owner_exec) != fs::perms::none;
        archive_entry_set_perm(entry.get(), isProgram ? 0755 : 0644);
        archive_entry_set_size(entry.get(), static_cast<la_int64_t>(bytes.size()));
        if (isLink)
            archive_entry_set_symlink(entry.get(), fs::read_symlink(from.path(), failure).c_str());
        if (archive_write_header(m_writer.get(), entry.get()) != ARCHIVE_OK ||
            archive_write_data(m_writer.get(), bytes.data(), bytes.size()) !=
                static_cast<la_ssize_t>(bytes.size()))
            return cannotPack(m_writer.get(), path.string());
        return {};
    }

    fs::path m_folder;
    IgnoreRules m_rules;
    SourcePack m_pack; ///< before the writer, which may still write when it is freed
    Writer m_writer;
};

} // namespace

IgnoreRules IgnoreRules::parse(std::string_view text)
{
    IgnoreRules rules;
    for (std::string_view line : split(text, '\n')) {
        line = trimmed(line);
        if (line.empty() || line.front() == '#')
            continue;
        Rule rule;
        rule.isKept = line.front() == '!';
        line.remove_prefix(rule.isKept ? 1 : 0);
        rule.isForDirectories = line.ends_with('/');
        line.remove_suffix(rule.isForDirectories ? 1 : 0);
        rule.isAnchored = line.find('/') != std::string_view::npos;
        line.remove_prefix(line.starts_with('/') ? 1 : 0);
        rule.pattern = line;
        if (!rule.pattern.empty())
            rules.m_rules.push_back(std::move(rule));
    }
    return rules;
}

bool IgnoreRules::ignores(std::string_view path, bool isDirectory) const
{
    const std::string_view name = path.substr(path.rfind('/') + 1);
    bool isIgnored = false;
    for (const Rule &rule : m_rules)
        if ((isDirectory || !rule.isForDirectories) &&
            Glob::matches(rule.pattern, rule.isAnchored ? path : name))
            isIgnored = !rule.isKept;
    return isIgnored;
}

Result<SourcePack> packSource(const std::string &directory)
{
    const fs::path folder(directory);
    std::error_code failure;
    if (!fs::is_regular_file(folder / "Dockerfile", failure))
        return Error{
            ErrorCode::FlowBadValue, directory, "it has no Dockerfile", {}, "Name the folder with it."};
    for (const char *name : {".gcloudignore", ".gitignore"})
        if (const Result<std::string> text = readFile((folder / name).string(), 1u << 20))
            return Packer(folder, IgnoreRules::parse(*text)).pack();
    return Packer(folder, {}).pack();
}

} // namespace batuta::cloud
