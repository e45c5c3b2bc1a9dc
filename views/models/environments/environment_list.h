// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/clock.h"
#include "views/models/document/replies.h"

#include <QObject>

#include <optional>
#include <string>
#include <vector>

namespace batuta::views {

/// The environments of a workspace for who chooses among them: names, what is wrong, what was applied last.
/// Files are read on a worker when refresh() is called. Lives on the window's thread.
class EnvironmentList final : public QObject
{
    Q_OBJECT

public:
    struct Item
    {
        std::string name;
        int errors = 0;
        std::optional<WallTime> appliedAt;
        std::string appliedBy;
    };

    explicit EnvironmentList(std::string workspace, QObject *parent = nullptr);

    void refresh();
    const std::vector<Item> &items() const { return m_items; }
    int errors() const; ///< of all of them

signals:
    void changed();

private:
    static std::vector<Item> read(const std::string &workspace);

    const std::string m_workspace;
    std::vector<Item> m_items;
    bool m_isReading = false;
    bool m_isAskedAgain = false;
    Replies m_replies;
};

} // namespace batuta::views
