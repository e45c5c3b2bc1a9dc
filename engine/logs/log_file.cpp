// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/logs/log_file.h"

#include "engine/base/units.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <functional>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>
#include <zlib.h>

namespace batuta::logs {
namespace {

constexpr std::size_t kPiece = 1u << 20;
constexpr std::size_t kBeginning = 256; // bytes that tell whether a file was written anew

/// A file without a name; it is gone when its descriptor is closed.
int openUnnamed()
{
    std::error_code failure;
    const std::filesystem::path folder = std::filesystem::temp_directory_path(failure);
    const int descriptor = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (descriptor >= 0)
        return descriptor;
    std::string name = (folder / "batuta-log-XXXXXX").string(); // no O_TMPFILE on this kind of file system
    const int named = mkostemp(name.data(), O_CLOEXEC);
    if (named >= 0)
        unlink(name.c_str());
    return named;
}

bool writeAll(int descriptor, const char *data, std::size_t count)
{
    while (count > 0) {
        const ssize_t put = write(descriptor, data, count);
        if (put < 0 && errno == EINTR)
            continue;
        if (put <= 0)
            return false;
        data += put;
        count -= static_cast<std::size_t>(put);
    }
    return true;
}

Error unreadable(const std::string &path, const std::string &detail, const std::string &mend = {})
{
    return Error{ErrorCode::FileUnreadable, path, detail, {}, mend};
}

} // namespace

LogFile::LogFile(std::string path, int descriptor)
    : m_path(std::move(path))
    , m_descriptor(descriptor)
{
    struct stat status = {};
    if (fstat(m_descriptor, &status) == 0) {
        m_device = status.st_dev;
        m_inode = status.st_ino;
    }
}

LogFile::~LogFile()
{
    close(m_descriptor);
}

Result<std::shared_ptr<const LogFile>> LogFile::open(const std::string &path, std::uint64_t mostUnpacked)
{
    const int descriptor =
        ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK); // a pipe would wait for ever
    if (descriptor < 0)
        return unreadable(path, std::strerror(errno));
    std::shared_ptr<LogFile> file(new LogFile(path, descriptor));
    struct stat status = {};
    if (fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode))
        return unreadable(path, "this is no file", "Name a file, or a folder of log files.");
    std::array<char, 2> magic{};
    if (file->read(0, magic) == magic.size() && magic[0] == '\x1f' && magic[1] == '\x8b')
        if (Result<void> unpacked = file->unpack(mostUnpacked); !unpacked)
            return unpacked.error();
    return std::shared_ptr<const LogFile>(std::move(file));
}

Result<void> LogFile::unpack(std::uint64_t mostUnpacked)
{
    const int target = openUnnamed();
    if (target < 0)
        return unreadable(m_path, std::string("no temporary file to unpack it: ") + std::strerror(errno));
    const auto closed = [](gzFile_s *file) { gzclose(file); };
    const int again = dup(m_descriptor);
    lseek(again, 0, SEEK_SET);
    const std::unique_ptr<gzFile_s, decltype(closed)> packed(gzdopen(again, "rb"), closed);
    std::vector<char> piece(kPiece);
    std::uint64_t total = 0;
    int got = 0;
    bool isWritten = true;
    while (isWritten && (got = gzread(packed.get(), piece.data(), static_cast<unsigned>(piece.size()))) > 0) {
        total += static_cast<std::uint64_t>(got);
        if (total > mostUnpacked)
            break;
        isWritten = writeAll(target, piece.data(), static_cast<std::size_t>(got));
    }
    const int reason = errno;
    if (total > mostUnpacked || !isWritten || (got < 0 && total == 0)) {
        close(target);
        if (total > mostUnpacked)
            return Error{ErrorCode::FileTooLarge,
                         m_path,
                         "it unpacks to more than " + sizeText(mostUnpacked),
                         {},
                         "Unpack the part that you need, and open that."};
        return unreadable(m_path, isWritten ? "it is damaged" : std::strerror(reason));
    }
    close(m_descriptor); // what could be unpacked of a torn one is shown
    m_descriptor = target;
    m_isPacked = true;
    return {};
}

std::string LogFile::name() const
{
    return std::filesystem::path(m_path).filename().string();
}

std::uint64_t LogFile::size() const
{
    struct stat status = {};
    return fstat(m_descriptor, &status) == 0 ? static_cast<std::uint64_t>(status.st_size) : 0;
}

int LogFile::year() const
{
    struct stat status = {};
    if (fstat(m_descriptor, &status) != 0)
        return 1970;
    const auto day = std::chrono::floor<std::chrono::days>(
        std::chrono::sys_seconds(std::chrono::seconds(status.st_mtim.tv_sec)));
    return static_cast<int>(std::chrono::year_month_day(day).year());
}

std::size_t LogFile::read(std::uint64_t at, std::span<char> into) const
{
    std::size_t done = 0;
    while (done < into.size()) {
        const ssize_t got =
            pread(m_descriptor, into.data() + done, into.size() - done, static_cast<off_t>(at + done));
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            break;
        done += static_cast<std::size_t>(got);
    }
    return done;
}

bool LogFile::isReplaced() const
{
    struct stat status = {};
    return stat(m_path.c_str(), &status) != 0 || status.st_ino != m_inode || status.st_dev != m_device;
}

std::uint64_t LogFile::beginning() const
{
    std::array<char, kBeginning> bytes{};
    const std::size_t got = read(0, bytes);
    const std::string_view text(bytes.data(), got);
    const std::size_t line = text.find('\n'); // a first line that is still being written may grow
    return line == std::string_view::npos ? 0 : std::hash<std::string_view>()(text.substr(0, line));
}

} // namespace batuta::logs
