// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/clock.h"
#include "engine/base/result.h"

#include <string>
#include <vector>

namespace batuta::releases {

/// One file of a backup.
struct BackupFile
{
    std::string name; ///< `svc.yaml`
    std::string text;
};

/// SHA-256 in hexadecimal.
std::string sha256Of(const std::string &text);
/// Writes the files into `<folder>/<place>-<UTC time>`, for their owner only, with their checksums in
/// SHA256SUMS, as sha256sum writes them. A backup that cannot be written whole is removed again. Gives the
/// folder. Blocks.
Result<std::string> writeBackup(const std::string &folder, const std::string &place, WallTime at,
                                const std::vector<BackupFile> &files);
/// The files of a backup, each with the checksum that it was written with. FlowBadValue when one was changed
/// or is missing. Blocks.
Result<std::vector<BackupFile>> readBackup(const std::string &folder);

} // namespace batuta::releases
