// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/client/values.h"
#include "engine/secrets/passphrase.h"
#include "views/models/engine_address.h"
#include "views/models/production_lock.h"
#include "views/models/status.h"

#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>

namespace batuta::views {

/// The capsule that a window shows instead of what an engine does: a record that somebody has signed.
struct CapsuleInfo
{
    QString file;
    QString madeBy; ///< `batuta 0.2.0`
    WallTime madeAt{};
    QString fingerprint;      ///< of the key that signed it, 64 hexadecimal digits
    bool isOwnKey = false;    ///< the key of a workspace of this machine that was open
    QStringList executions{}; ///< ids, as they stand in it
    QStringList keys{};       ///< of their environments; values are not in a capsule
};

/// The workspace that the window shows.
struct WorkspaceInfo
{
    QString name;
    QString folder;
    QString environment; ///< `dev`, `staging` …
    bool hasSandbox = false;
    QString place{}; ///< of an engine in another process, `engine.example:8443`; "" for one in this window
    std::shared_ptr<const CapsuleInfo> capsule{}; ///< null for an engine that works

    bool isElsewhere() const { return !place.isEmpty(); }
};

/// One thing that must hold for the engine to answer. `name`: workspace, flows, history, log, sandbox or
/// engine; of an engine elsewhere address, network, certificate, token or answer.
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

    /// Whether this window decides which environment its engine runs in.
    virtual bool canSwitch() const { return false; }
    /// The engine ends and begins again in another environment; workspaceChanged() follows at once. What runs
    /// goes on there with what it began with.
    virtual void switchEnvironment(const QString & /*name*/) {}
    /// Of this window's production: files, deployments, whatever changes it.
    ProductionLock &lock() { return m_lock; }

    /// Of the sealed file of secrets, as it was typed here; the engine of this window opens the file with it.
    const std::shared_ptr<secrets::Passphrase> &passphrase() const { return m_passphrase; }

    using Then = std::function<void(Result<client::EngineInfo>)>;
    /// Where the engine of this window is; no URL when it is inside.
    virtual EngineAddress address() const = 0;
    /// Asks an engine elsewhere who it is, and changes nothing. `then` is called once on the window's thread,
    /// unless `context` is gone by then or another one is asked.
    virtual void check(const EngineAddress &address, QObject *context, Then then) = 0;
    /// Shows an engine that has been checked: this window's own with another token, any other in a window of
    /// its own.
    virtual void enter(const EngineAddress &address, const client::EngineInfo &info) = 0;

    /// Opens a capsule in a window of its own when it is whole and its key has signed it. `then` is called
    /// once on the window's thread, unless `context` is gone by then.
    virtual void openCapsule(const QString &file, QObject *context, std::function<void(Result<void>)> then);
    /// Runs an execution of this window's capsule once more against its recorded answers.
    virtual void replay(const QString &execution, QObject *context,
                        std::function<void(Result<client::Started>)> then);

signals:
    /// workspace() has changed.
    void workspaceChanged();

private:
    ProductionLock m_lock;
    const std::shared_ptr<secrets::Passphrase> m_passphrase = std::make_shared<secrets::Passphrase>();
};

} // namespace batuta::views
