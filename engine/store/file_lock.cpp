// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/store/file_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace batuta::store {

FileLock::~FileLock()
{
    if (m_handle >= 0)
        ::close(m_handle);
}

Result<std::optional<FileLock>> FileLock::take(const std::string &path)
{
    FileLock lock;
    lock.m_handle = ::open(path.c_str(), O_RDWR | O_CLOEXEC);
    if (lock.m_handle < 0 && errno == ENOENT)
        return std::optional<FileLock>();
    struct stat state
    {
    };
    if (lock.m_handle < 0 || ::flock(lock.m_handle, LOCK_EX | LOCK_NB) != 0 ||
        ::fstat(lock.m_handle, &state) != 0)
        return Error{errno == EWOULDBLOCK ? ErrorCode::StoreBusy : ErrorCode::StoreRead,
                     path,
                     std::strerror(errno),
                     {},
                     ""};
    if (state.st_nlink == 0)
        return std::optional<FileLock>();
    return std::optional<FileLock>(std::move(lock));
}

} // namespace batuta::store
