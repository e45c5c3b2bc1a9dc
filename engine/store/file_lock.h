// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/result.h"

#include <optional>
#include <string>
#include <utility>

namespace batuta::store {

/// A lock on a file, held as long as this lives; it goes with the process (flock(2), of a handle of its own).
class FileLock
{
public:
    /// Never waits: StoreBusy when somebody holds it. Nothing when there is no such file any more.
    static Result<std::optional<FileLock>> take(const std::string &path);

    FileLock() = default;
    ~FileLock();
    FileLock(FileLock &&other) noexcept
        : m_handle(std::exchange(other.m_handle, -1))
    {
    }
    FileLock &operator=(FileLock &&other) noexcept
    {
        std::swap(m_handle, other.m_handle);
        return *this;
    }

private:
    int m_handle = -1;
};

} // namespace batuta::store
