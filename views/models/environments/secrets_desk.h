// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/secrets/secret_store.h"
#include "views/models/document/replies.h"

#include <QObject>

#include <deque>
#include <functional>
#include <memory>

namespace batuta::views {

/// The workspace's store of secrets, for the window. Each act opens the store on a worker, one after another,
/// does one thing and tells; what was set or forgotten is an entry of the history of the environments,
/// without a value. Values are kept nowhere here. Lives on the window's thread.
class SecretsDesk final : public QObject
{
    Q_OBJECT

public:
    /// `typed`: where a passphrase is kept that somebody types here; what stands there is part of `access`.
    SecretsDesk(std::string workspace, secrets::StoreAccess access,
                std::shared_ptr<secrets::Passphrase> typed, QObject *parent = nullptr);

    bool isBusy() const { return !m_waiting.empty(); }
    /// Whether a sealed file can be opened or made: a passphrase is at hand.
    bool hasPassphrase() const { return !m_access.passphrase.empty() && !m_isRefused; }
    /// Whether the passphrase at hand is that of the sealed file: hasPassphrase() is right from then on.
    void probe();
    /// Tries a passphrase on the sealed file, or takes it for a new one; it is the one from then on. `then`
    /// is called once on the window's thread, unless this is gone by then.
    void unlock(std::string passphrase, std::function<void(Result<void>)> then);

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
    /// hasPassphrase() is another.
    void passphraseChanged();
    void unlocked(); ///< by somebody who has typed the passphrase

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
    void setRefused(bool refused);

    const std::string m_workspace;
    secrets::StoreAccess m_access;
    const std::shared_ptr<secrets::Passphrase> m_typed;
    bool m_isRefused = false;  ///< the passphrase at hand is not that of the file
    std::deque<Job> m_waiting; ///< the first one runs: stores are read and written as a whole
    Replies m_replies;
};

} // namespace batuta::views
