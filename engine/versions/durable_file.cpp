// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/versions/durable_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

namespace batuta::versions {
namespace {

namespace fs = std::filesystem;

class Descriptor
{
public:
    explicit Descriptor(int number)
        : m_number(number)
    {
    }
    ~Descriptor()
    {
        if (m_number >= 0)
            ::close(m_number);
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    int get() const { return m_number; }

private:
    int m_number;
};

Error unwritable(const std::string &path, const std::string &why)
{
    return {ErrorCode::FileUnwritable, path, why, {}, {}};
}

Error lastFailure(const std::string &path)
{
    return unwritable(path, std::error_code(errno, std::generic_category()).message());
}

bool writeAll(int file, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(file, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

/// That the file is there must be on the disk, too. Where a folder cannot be synced, it is as good as it
/// gets.
void syncFolder(const fs::path &folder)
{
    const Descriptor handle(
        ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (handle.get() >= 0)
        ::fsync(handle.get());
}

/// The file that a path really names: a link stays a link.
fs::path behindLinks(const std::string &path)
{
    std::error_code failure;
    const fs::path real = fs::weakly_canonical(path, failure);
    return failure ? fs::path(path) : real;
}

Status writeNew(const fs::path &path, std::string_view text, mode_t mode)
{
    const Descriptor file(::open(path.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, mode));
    if (file.get() < 0)
        return lastFailure(path);
    ::fchmod(file.get(), mode);
    if (!writeAll(file.get(), text) || ::fsync(file.get()) != 0)
        return lastFailure(path);
    return {};
}

} // namespace

Status replaceFile(const std::string &path, std::string_view text, Readers ofNew)
{
    const fs::path target = behindLinks(path);
    struct stat found
    {
    };
    const bool isThere = ::stat(target.c_str(), &found) == 0;
    if (isThere && !S_ISREG(found.st_mode))
        return unwritable(path, "it is no file");
    if (isThere && ::access(target.c_str(), W_OK) != 0)
        return lastFailure(path); // a rename would not ask
    const fs::path fresh =
        target.parent_path() / ("." + target.filename().string() + "." + std::to_string(::getpid()) + ".new");
    ::unlink(fresh.c_str()); // of a program of the same number that has crashed
    const mode_t modeOfNew = ofNew == Readers::Owner ? 0600 : 0644;
    const Status written = writeNew(fresh, text, isThere ? found.st_mode & 0777 : modeOfNew);
    if (!written || ::rename(fresh.c_str(), target.c_str()) != 0) {
        const Error failure = written ? lastFailure(path) : unwritable(path, written.error().detail);
        ::unlink(fresh.c_str());
        return failure;
    }
    syncFolder(target.parent_path());
    return {};
}

Status appendLine(const std::string &path, std::string_view line)
{
    const Descriptor file(::open(path.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0644));
    if (file.get() < 0)
        return lastFailure(path);
    const off_t size = ::lseek(file.get(), 0, SEEK_END);
    char last = '\n';
    if (size > 0 && ::pread(file.get(), &last, 1, size - 1) != 1)
        return lastFailure(path);
    const std::string bytes = (last == '\n' ? "" : "\n") + std::string(line) + "\n";
    if (!writeAll(file.get(), bytes) || ::fsync(file.get()) != 0)
        return lastFailure(path);
    if (size == 0)
        syncFolder(fs::path(path).parent_path());
    return {};
}

Status makeFolder(const std::string &path)
{
    std::error_code failure;
    fs::create_directories(path, failure);
    if (failure)
        return unwritable(path, failure.message());
    syncFolder(fs::path(path).parent_path());
    return {};
}

FolderLock::FolderLock(std::shared_ptr<void> held)
    : m_held(std::move(held))
{
}

Result<FolderLock> FolderLock::take(const std::string &folder)
{
    const std::string path = folder + "/lock";
    auto file = std::make_shared<Descriptor>(::open(path.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0644));
    if (file->get() < 0)
        return lastFailure(path);
    if (::flock(file->get(), LOCK_EX | LOCK_NB) != 0)
        return unwritable(folder, "somebody else publishes this flow just now");
    return FolderLock(std::move(file));
}

} // namespace batuta::versions
