// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/secrets/secret_store.h"
#include "views/models/document/replies.h"

#include <QObject>

#include <deque>
#include <functional>

namespace batuta::views {

/// The workspace's store of secrets, for the window. Each act opens the store on a worker, one after another,
/// does one thing and tells; what was set or forgotten is an entry of the history of the environments,
/// without a value. Values are kept nowhere here. Lives on the window's thread.
class SecretsDesk final : public QObject
{
    Q_OBJECT

public:
    SecretsDesk(std::string workspace, secrets::StoreAccess access, QObject *parent = nullptr);

    bool isBusy() const { return !m_waiting.empty(); }
    /// Whether a sealed file can be opened or made: a passphrase is at hand.
    bool hasPassphrase() const { return !m_access.passphrase.empty(); }

    /// Into the store that there is, or a new one of this kind.
    void set(const secrets::SecretName &name, std::string value, secrets::StoreKind kind,
             const std::string &who);
    void remove(const secrets::SecretName &name, const std::string &who);
    void move(secrets::StoreKind to);
    /// `then` is called once on the window's thread, unless this is gone by then.
    void value(const secrets::SecretName &name, std::function<void(Result<std::string>)> then);

signals:
    /// Something in the store is another than before.
    void changed(const QString &name);
    void failed(const batuta::Error &error);
    void busyChanged();

private:
    using Work = std::function<Result<std::string>()>;
    struct Job
    {
        Work work;
        std::function<void(Result<std::string>)> then;
    };
    void run(Work work, std::function<void(Result<std::string>)> then);
    void runNext();
    void change(const QString &name, Work work);

    const std::string m_workspace;
    const secrets::StoreAccess m_access;
    std::deque<Job> m_waiting; ///< the first one runs: stores are read and written as a whole
    Replies m_replies;
};

} // namespace batuta::views
