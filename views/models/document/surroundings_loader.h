// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/edit/check_flow.h"
#include "views/models/document/replies.h"

#include <QObject>

#include <string>

namespace batuta::views {

/// What flows of a workspace are checked against: its other flows, and which keys each environment gives a
/// value. Read on a worker; values never leave it. Lives on the window's thread.
class SurroundingsLoader final : public QObject
{
    Q_OBJECT

public:
    /// `environment` is the one that the engine runs in; the others are found by their files.
    SurroundingsLoader(std::string workspace, std::string environment, QObject *parent = nullptr);

    void load();
    const edit::Surroundings &surroundings() const { return m_surroundings; }

signals:
    void loaded();

private:
    std::string m_workspace;
    std::string m_environment;
    edit::Surroundings m_surroundings;
    quint64 m_asked = 0;
    Replies m_replies;
};

/// The same, at once; for tests and workers.
edit::Surroundings readSurroundings(const std::string &workspace, const std::string &environment);

} // namespace batuta::views
