// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/result.h"

#include <memory>
#include <string>
#include <string_view>

namespace batuta::versions {

/// Who may read a file that is new.
enum class Readers { All, Owner };

/// The file holds either what it held or all of `text`, also after a crash, and `text` for good once this has
/// returned. A link is followed, the permissions stay; what may not be written is left alone. Blocks for the
/// disk. FileUnwritable.
Status replaceFile(const std::string &path, std::string_view text, Readers ofNew = Readers::All);

/// Puts `line` and a line break behind a file, for good; makes the file. A last line without its break, which
/// a crash has left, gets one first. Blocks for the disk. FileUnwritable.
Status appendLine(const std::string &path, std::string_view line);

/// Makes the folder with those above it.
Status makeFolder(const std::string &path);

/// Keeps others that take the same lock out until it goes, also other programs. The file stays, empty.
class FolderLock
{
public:
    /// Waits for nobody: FileUnwritable when another has it.
    static Result<FolderLock> take(const std::string &folder);

private:
    explicit FolderLock(std::shared_ptr<void> held);

    std::shared_ptr<void> m_held;
};

} // namespace batuta::versions
