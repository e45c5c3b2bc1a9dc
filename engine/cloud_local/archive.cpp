// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/cloud_local/archive.h"

#include "engine/cloud_local/names.h"

#include <archive.h>
#include <archive_entry.h>
#include <openssl/evp.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <memory>

namespace batuta::cloud_local {
namespace {

namespace fs = std::filesystem;

struct ReaderEnd
{
    void operator()(archive *handle) const { archive_read_free(handle); }
};
struct WriterEnd
{
    void operator()(archive *handle) const { archive_write_free(handle); }
};
using ArchiveReader = std::unique_ptr<archive, ReaderEnd>;
using ArchiveWriter = std::unique_ptr<archive, WriterEnd>;

Error unfit(const std::string &archive, std::string detail)
{
    return {ErrorCode::InputInvalid, archive, std::move(detail), {}, "Pack the folder again with tar."};
}

bool staysInside(const fs::path &path)
{
    int depth = 0;
    for (const fs::path &part : path.lexically_normal()) {
        depth += part == ".." ? -1 : part == "." || part.empty() ? 0 : 1;
        if (depth < 0)
            return false;
    }
    return !path.is_absolute();
}

/// Why the entry is not taken, or "".
std::string refusal(archive_entry *entry)
{
    const char *name = archive_entry_pathname_utf8(entry);
    if (!name || !staysInside(name))
        return std::string("a path leaves the folder: ") + (name ? name : "");
    const auto type = archive_entry_filetype(entry);
    if (const char *target = archive_entry_hardlink_utf8(entry); target && !staysInside(target))
        return std::string("a link leaves the folder: ") + name;
    if (type == AE_IFLNK) {
        const char *target = archive_entry_symlink_utf8(entry);
        if (!target || fs::path(target).is_absolute() || !staysInside(fs::path(name).parent_path() / target))
            return std::string("a link leaves the folder: ") + name;
    } else if (type != AE_IFREG && type != AE_IFDIR && !archive_entry_hardlink(entry)) {
        return std::string("neither a file, a folder nor a link: ") + name;
    }
    return {};
}

class Unpacking
{
public:
    Unpacking(const std::string &archive, fs::path folder, const ArchiveLimits &limits)
        : m_archive(archive)
        , m_folder(std::move(folder))
        , m_limits(limits)
        , m_reader(archive_read_new())
        , m_writer(archive_write_disk_new())
    {
        archive_read_support_filter_gzip(m_reader.get());
        archive_read_support_format_tar(m_reader.get());
        archive_write_disk_set_options(m_writer.get(), ARCHIVE_EXTRACT_PERM |
                                                           ARCHIVE_EXTRACT_SECURE_NODOTDOT |
                                                           ARCHIVE_EXTRACT_SECURE_SYMLINKS);
    }

    Status run()
    {
        if (archive_read_open_filename(m_reader.get(), m_archive.c_str(), 64 << 10) != ARCHIVE_OK)
            return unfit(m_archive, words(m_reader.get()));
        archive_entry *entry = nullptr;
        for (;;) {
            const int code = archive_read_next_header(m_reader.get(), &entry);
            if (code == ARCHIVE_EOF)
                return {};
            if (code < ARCHIVE_WARN)
                return unfit(m_archive, words(m_reader.get()));
            if (++m_entries > m_limits.entries)
                return Error{ErrorCode::FileTooLarge, m_archive, "too many files in it", {}, {}};
            if (std::string why = refusal(entry); !why.empty())
                return unfit(m_archive, std::move(why));
            if (Status taken = take(entry); !taken)
                return taken;
        }
    }

private:
    static std::string words(archive *handle)
    {
        const char *text = archive_error_string(handle);
        return text ? text : "unreadable";
    }

    Status take(archive_entry *entry)
    {
        archive_entry_set_pathname(entry, (m_folder / archive_entry_pathname_utf8(entry)).c_str());
        if (const char *target = archive_entry_hardlink_utf8(entry))
            archive_entry_set_hardlink(entry, (m_folder / target).c_str());
        archive_entry_set_perm(entry, archive_entry_perm(entry) & 0777);
        if (archive_write_header(m_writer.get(), entry) < ARCHIVE_WARN)
            return unwritable();
        const void *bytes = nullptr;
        std::size_t size = 0;
        la_int64_t offset = 0;
        int code = ARCHIVE_OK;
        while ((code = archive_read_data_block(m_reader.get(), &bytes, &size, &offset)) == ARCHIVE_OK) {
            m_bytes += size;
            if (m_bytes > m_limits.bytes)
                return Error{
                    ErrorCode::FileTooLarge, m_archive, "it unpacks to more than is allowed", {}, {}};
            if (archive_write_data_block(m_writer.get(), bytes, size, offset) < ARCHIVE_WARN)
                return unwritable();
        }
        if (code != ARCHIVE_EOF)
            return unfit(m_archive, words(m_reader.get()));
        return archive_write_finish_entry(m_writer.get()) < ARCHIVE_WARN ? Status(unwritable()) : Status{};
    }

    Error unwritable() const
    {
        return {ErrorCode::FileUnwritable, m_folder.string(), words(m_writer.get()), {}, {}};
    }

    std::string m_archive;
    fs::path m_folder;
    ArchiveLimits m_limits;
    ArchiveReader m_reader;
    ArchiveWriter m_writer;
    std::uint64_t m_entries = 0;
    std::uint64_t m_bytes = 0;
};

} // namespace

Status unpack(const std::string &archive, const std::string &folder, const ArchiveLimits &limits)
{
    std::error_code error;
    fs::create_directories(folder, error);
    // The true path: a link above the folder is ours, and must not look like one that the archive brought.
    const fs::path real = error ? fs::path() : fs::canonical(folder, error);
    if (error)
        return Error{ErrorCode::FileUnwritable, folder, error.message(), {}, {}};
    Status done = Unpacking(archive, real, limits).run();
    if (!done)
        fs::remove_all(real, error);
    return done;
}

Result<std::string> fileDigest(const std::string &path)
{
    std::ifstream file(path, std::ios::binary);
    const std::unique_ptr<EVP_MD_CTX, void (*)(EVP_MD_CTX *)> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    EVP_DigestInit_ex(context.get(), EVP_sha256(), nullptr);
    std::array<char, 64 << 10> buffer{};
    while (file) {
        file.read(buffer.data(), buffer.size());
        EVP_DigestUpdate(context.get(), buffer.data(), static_cast<std::size_t>(file.gcount()));
    }
    if (!file.eof())
        return Error{ErrorCode::FileUnreadable, path, {}, {}, {}};
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned size = 0;
    EVP_DigestFinal_ex(context.get(), digest.data(), &size);
    return hexText({reinterpret_cast<const char *>(digest.data()), size});
}

} // namespace batuta::cloud_local
