// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/arch/rules.h"

#include <QHash>

namespace batuta::arch {

/// What one file defines in its anonymous namespaces.
struct HiddenName
{
    QString name;  ///< `kInset`, `Desk`; of a function with the types it takes: `textOf(std::string_view)`
    QString alias; ///< what an alias stands for: the same one may stand in two files
    int line = 0;
};

std::vector<HiddenName> hiddenNames(const QString &text);

/// The sources of a room are compiled together: no two of them may hide the same name.
class HiddenNames
{
public:
    /// Gives what `file` has in common with the files of its folder that were added before.
    std::vector<Finding> add(const QString &file, const QString &text);

private:
    struct Known
    {
        QString file;
        QString alias;
    };
    QHash<QString, QHash<QString, Known>> m_names; ///< by folder, by name
};

} // namespace batuta::arch
