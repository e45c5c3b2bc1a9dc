// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/clock.h"

#include <QObject>
#include <QStringList>

#include <set>
#include <string>
#include <vector>

namespace batuta::views {

/// What people changed in a workspace that may have broken what ran well: published texts of flows, and env
/// files. Never a value of a key. Reads the files on a worker; a workspace of another machine has none.
/// Lives on the window's thread.
class ChangeBook final : public QObject
{
    Q_OBJECT

public:
    struct Change
    {
        enum class Kind { Publish, Environment };
        Kind kind = Kind::Publish;
        WallTime at{};
        QString who;        ///< "" when nobody knows
        QString subject;    ///< the flow, or the environment
        int number = 0;     ///< of the version that was published
        QStringList keys{}; ///< of the environment that were changed
    };

    using QObject::QObject;

    /// Reads what is new of the flow and of the environments; changed() tells when it is there.
    void read(const std::string &workspace, const std::string &flow);
    /// Those of the flow, and of the environment, in (since, until], the newest first.
    std::vector<Change> between(const std::string &flow, const std::string &environment, WallTime since,
                                WallTime until) const;

    /// The next read() looks at the files again.
    void forget();

signals:
    void changed();

private:
    std::vector<Change> m_changes;
    std::set<std::string> m_read; ///< files that were, or are being, read
};

} // namespace batuta::views
