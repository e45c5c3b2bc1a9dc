// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/result.h"

#include <cstdint>
#include <string>

namespace batuta::cloud_local {

/// What an archive may become; everything beyond is refused.
struct ArchiveLimits
{
    std::uint64_t bytes = 1ULL << 30;
    std::uint64_t entries = 100'000;
};

/// Unpacks a tar file (plain, or packed with gzip) into `folder`, which is made: files, folders, and links
/// that stay inside. Paths that leave the folder, devices and the like are refused, and then the folder is
/// removed. Blocks; any thread. InputInvalid, FileTooLarge, FileUnreadable, FileUnwritable.
Status unpack(const std::string &archive, const std::string &folder, const ArchiveLimits &limits = {});
/// SHA-256 of a file in hexadecimal. Blocks; any thread. FileUnreadable.
Result<std::string> fileDigest(const std::string &path);

} // namespace batuta::cloud_local
