// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/document/replies.h"

#include <QObject>
#include <QString>

#include <map>
#include <string>

namespace batuta::views {

/// The numbers that published texts of flows have, by the hash that executions carry. Reads the index of a
/// flow on a worker when it is first asked, and again when it is asked for a hash that it does not know.
/// Lives on the window's thread; without files of a workspace it knows nothing.
class VersionNames final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Of a Flow::version; 0 when it is not known, or not yet: changed() tells.
    int numberOf(const std::string &workspace, const std::string &flow, const std::string &version);

signals:
    void changed();

private:
    using Numbers = std::map<std::string, int>; ///< by hash; 0 is one that the index does not have

    std::map<std::string, Numbers> m_known; ///< by file of the index
    Replies m_replies;
};

} // namespace batuta::views
