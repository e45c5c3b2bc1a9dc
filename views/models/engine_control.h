// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/status.h"

#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>

namespace batuta::views {

/// The workspace that the window shows.
struct WorkspaceInfo
{
    QString name;
    QString folder;
    QString environment; ///< `dev`, `staging` …
    bool hasSandbox = false;
};

/// One thing that must hold for the engine to answer. `name`: workspace, flows, history, log, sandbox or
/// engine.
struct EngineCheck
{
    QString name;
    Status status = Status::Queued;
    QString detail;
};

struct Diagnosis
{
    QList<EngineCheck> checks; ///< in the order in which they build on each other
    QStringList lastLines;     ///< of the engine's log, oldest first
};

/// Port of the window to whoever starts engines: the console. Lives on the window's thread.
class EngineControl : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Starts what is not running: sandbox, then engine. Returns at once; the EngineLink tells how it went.
    virtual void start() = 0;
    /// Ends the engine; what runs is cancelled and recorded after a moment of grace.
    virtual void stop() = 0;
    virtual Diagnosis diagnosis() const = 0;
    virtual WorkspaceInfo workspace() const = 0;
    /// Opens another workspace in a window of its own.
    virtual void openWorkspace(const QString &folder) = 0;
};

} // namespace batuta::views
