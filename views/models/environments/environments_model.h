// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/environments/aside.h"
#include "engine/environments/env_history.h"
#include "engine/environments/git_guard.h"
#include "engine/environments/matrix.h"
#include "engine/secrets/secret_store.h"
#include "views/models/document/replies.h"
#include "views/models/environments/env_edits.h"
#include "views/models/production_lock.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QThreadPool>
#include <QTimer>
#include <QUndoStack>

namespace batuta::views {

/// Another value was written to the disk where an edit is pending.
struct EnvConflict
{
    EnvCellId cell;
    std::optional<std::string> base, mine, disk;
};

/// The env files of a workspace side by side, as they will be: what is on the disk, and over it the edits
/// that nobody has applied yet, with an undo stack of their own. Files are watched, and read and written on a
/// worker; nothing is written into them before apply(), and the edits are kept for the next time until then.
/// Lives on the window's thread.
class EnvironmentsModel final : public QObject
{
    Q_OBJECT

public:
    /// The lock is the window's own and must outlive this.
    EnvironmentsModel(std::string workspace, ProductionLock &lock, QObject *parent = nullptr);
    ~EnvironmentsModel() override; ///< what was just edited is kept by then

    void load();
    bool isLoaded() const { return m_isLoaded; }
    const std::string &workspace() const { return m_workspace; }
    /// As they will be; disk() as they are.
    const environments::WorkspaceFiles &files() const { return m_shown; }
    const environments::WorkspaceFiles &disk() const { return m_read.files; }
    const environments::Matrix &matrix() const { return m_matrix; }
    const std::vector<environments::GitDanger> &dangers() const { return m_read.dangers; }
    const std::vector<environments::EnvChange> &changes() const { return m_read.changes; } ///< newest first
    /// The environment that others are compared with: staging, or the first.
    std::size_t reference() const { return m_reference; }
    bool isEmpty() const; ///< no environment has a file
    QUndoStack &undo() { return m_undo; }
    /// Where secrets are kept besides the files; nothing when the workspace has no store.
    std::optional<secrets::StoreKind> store() const { return m_read.store.kind; }
    const std::optional<Error> &storeProblem() const { return m_read.storeProblem; }
    /// What URLs answered; they are findings from then on.
    void setAnswers(const std::vector<environments::UrlAnswer> &answers);
    const environments::UrlAnswers &answers() const { return m_answers; }
    /// The variables of the process (environ) that an engine has in this environment; they are read now.
    void setProcess(const std::string &environment, const char *const *process);
    /// Those of a revision in the cloud, or nothing.
    void setDeployed(std::optional<environments::Aside> deployed);
    /// What stands beside the files and has something to show.
    const std::vector<environments::Aside> &asides() const { return m_asides; }

    bool isProduction(std::size_t environment) const;
    ProductionLock &lock() const { return m_lock; }
    bool isPending(std::size_t environment, std::string_view key) const;
    /// Its value is in the store of secrets, which is stronger than the files.
    bool isStored(std::size_t environment, std::string_view key) const;
    int pendingCount() const;
    /// Why a cell cannot be changed now, or nothing.
    Result<void> mayEdit(std::size_t environment) const;

    using Values = std::vector<std::pair<std::string, std::optional<std::string>>>;
    /// One step of undo. ActRefused, EnvBadKey, or what the file cannot say.
    Result<void> set(const QString &name, std::size_t environment, const Values &values);
    /// The same value in every environment that may be edited.
    Result<void> setAll(const QString &name, const std::string &key, const std::string &value);
    void discard(const QString &name); ///< all edits; one step of undo

    std::vector<EnvConflict> conflicts() const;
    void takeTheirs(const QString &name);
    void keepMine(const QString &name);

    const std::vector<EnvPlan> &plans() const { return m_plans; }
    bool isApplying() const { return m_isApplying; }
    /// Writes every plan; applied() follows. Needs the lock open when production is among them.
    void apply(const std::string &who, const std::string &why);
    /// Keeps in the history that somebody has looked at a secret.
    void noteReveal(std::size_t environment, const std::string &key, const std::string &who);
    /// Adds what git is to ignore, and reads again.
    void ignoreInGit();

signals:
    void changed();
    /// So many edits of the last time are here again.
    void restored(int edits);
    /// What could not be written stays pending.
    void applied(int files, const batuta::Errors &errors);
    void failed(const batuta::Error &error);

private:
    friend class EnvEditCommand;
    struct Reading
    {
        environments::WorkspaceFiles files;
        std::vector<environments::KeyUse> uses;
        std::vector<environments::GitDanger> dangers;
        std::vector<environments::EnvChange> changes;
        secrets::StoreList store;
        std::optional<Error> storeProblem;
        Result<EnvEdits> kept = EnvEdits(); ///< with the first one
    };
    static Reading read(const std::string &workspace);
    void takeKept(const Result<EnvEdits> &kept);
    void keep();
    void take(Reading reading);
    void watch();
    void show();
    void addAsides();
    Result<void> push(const QString &name, EnvEdits edits);
    void addEdits(EnvEdits &edits, std::size_t environment, const Values &values) const;

    std::string m_workspace;
    Reading m_read;
    EnvEdits m_edits, m_keptEdits;
    environments::UrlAnswers m_answers;
    std::vector<EnvPlan> m_plans;
    environments::WorkspaceFiles m_shown;
    environments::Matrix m_matrix;
    std::vector<environments::Aside> m_asides;
    std::string m_processOf; ///< the environment it stands beside
    const char *const *m_process = nullptr;
    std::optional<environments::Aside> m_deployed;
    std::size_t m_reference = 0;
    bool m_isLoaded = false;
    bool m_isApplying = false;
    quint64 m_asked = 0;
    ProductionLock &m_lock;
    QUndoStack m_undo;
    QFileSystemWatcher m_watcher;
    QTimer m_later, m_keepLater;
    QThreadPool m_keeper; ///< one thread: the last edits are the ones that stay; its end waits for them
    Replies m_replies;
};

} // namespace batuta::views
