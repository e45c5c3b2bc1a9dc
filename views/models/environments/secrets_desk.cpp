// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/models/environments/secrets_desk.h"

#include "engine/base/clock.h"
#include "engine/environments/env_history.h"

#include <QThreadPool>

#include <algorithm>

namespace batuta::views {
namespace {

using secrets::SecretName;
using secrets::SecretStore;
using secrets::StoreKind;

/// Whether a name has a value, before and after.
struct Turn
{
    bool was = false;
    bool is = false;
};

/// That a secret was set or forgotten, and not what it is.
Result<void> note(const std::string &workspace, const SecretName &name, const std::string &who,
                  std::string_view store, Turn turn)
{
    const auto mark = [](bool is) { return is ? std::optional<std::string>("") : std::nullopt; };
    const Result<environments::EnvHistory> history = environments::EnvHistory::open(workspace);
    if (!history)
        return history.error();
    return history->add({SystemClock().wall(),
                         who,
                         name.environment,
                         "",
                         std::string(store),
                         {{name.name, mark(turn.was), mark(turn.is)}}});
}

bool has(const SecretStore &store, const SecretName &name)
{
    const std::vector<SecretName> names = store.names();
    return std::binary_search(names.begin(), names.end(), name);
}

std::string placeOf(const SecretStore &store)
{
    return std::string(environments::kStorePrefix) + std::string(store.kind());
}

} // namespace

SecretsDesk::SecretsDesk(std::string workspace, secrets::StoreAccess access,
                         std::shared_ptr<secrets::Passphrase> typed, QObject *parent)
    : QObject(parent)
    , m_workspace(std::move(workspace))
    , m_access(std::move(access))
    , m_typed(std::move(typed))
{
}

void SecretsDesk::setRefused(bool refused)
{
    if (m_isRefused == refused)
        return;
    m_isRefused = refused;
    emit passphraseChanged();
}

void SecretsDesk::probe()
{
    if (m_access.passphrase.empty())
        return;
    run(
        [workspace = m_workspace, passphrase = m_access.passphrase]() -> Result<std::string> {
            const Result<void> opened = secrets::checkPassphrase(workspace, passphrase);
            return opened ? Result<std::string>("") : opened.error();
        },
        [this](const Result<std::string> &opened) {
            setRefused(!opened && opened.error().code == ErrorCode::SealUnreadable);
        });
}

void SecretsDesk::unlock(std::string passphrase, std::function<void(Result<void>)> then)
{
    run(
        [workspace = m_workspace, passphrase]() -> Result<std::string> {
            const Result<void> opened = secrets::checkPassphrase(workspace, passphrase);
            return opened ? Result<std::string>("") : opened.error();
        },
        [this, passphrase, then = std::move(then)](const Result<std::string> &opened) {
            if (!opened)
                return then(opened.error());
            m_access.passphrase = passphrase;
            m_typed->set(passphrase);
            m_isRefused = false;
            emit passphraseChanged();
            emit unlocked();
            then({});
        });
}

void SecretsDesk::run(Work work, std::function<void(Result<std::string>)> then)
{
    m_waiting.push_back({std::move(work), std::move(then)});
    if (m_waiting.size() == 1)
        runNext();
    emit busyChanged();
}

void SecretsDesk::runNext()
{
    QThreadPool::globalInstance()->start([this, way = m_replies.way(), work = m_waiting.front().work] {
        auto result = std::make_shared<Result<std::string>>(work());
        way([this, result] {
            const auto then = std::move(m_waiting.front().then);
            m_waiting.pop_front();
            if (!m_waiting.empty())
                runNext();
            emit busyChanged();
            then(std::move(*result));
        });
    });
}

void SecretsDesk::change(const QString &name, Work work)
{
    run(std::move(work), [this, name](const Result<std::string> &done) {
        if (!done)
            emit failed(done.error());
        emit changed(name); // also after a failure: the first half of it may have been done
    });
}

void SecretsDesk::set(const SecretName &name, std::string value, StoreKind kind, const std::string &who)
{
    change(QString::fromStdString(name.name),
           [workspace = m_workspace, access = m_access, name, value = std::move(value), kind,
            who]() -> Result<std::string> {
               if (!env::isValidKey(name.name))
                   return Error{ErrorCode::EnvBadKey, name.name, "", {}, ""};
               auto store = secrets::openStore(workspace, access);
               if (store && !*store)
                   store = secrets::makeStore(workspace, kind, access);
               if (!store)
                   return store.error();
               const bool wasThere = has(**store, name);
               Result<void> done = (*store)->set(name, value);
               if (done)
                   done = note(workspace, name, who, placeOf(**store), {wasThere, true});
               return done ? Result<std::string>("") : done.error();
           });
}

void SecretsDesk::remove(const SecretName &name, const std::string &who)
{
    change(QString::fromStdString(name.name),
           [workspace = m_workspace, access = m_access, name, who]() -> Result<std::string> {
               const auto store = secrets::openStore(workspace, access);
               if (!store)
                   return store.error();
               if (!*store || !has(**store, name))
                   return Error{ErrorCode::ActRefused, name.name, "it is not in the store any more", {}, ""};
               Result<void> done = (*store)->remove(name);
               if (done)
                   done = note(workspace, name, who, placeOf(**store), {true, false});
               return done ? Result<std::string>("") : done.error();
           });
}

void SecretsDesk::move(StoreKind to)
{
    change({}, [workspace = m_workspace, access = m_access, to]() -> Result<std::string> {
        const Result<std::size_t> moved = secrets::moveStore(workspace, to, access);
        return moved ? Result<std::string>("") : moved.error();
    });
}

void SecretsDesk::value(const SecretName &name, std::function<void(Result<std::string>)> then)
{
    run(
        [workspace = m_workspace, access = m_access, name]() -> Result<std::string> {
            const auto store = secrets::openStore(workspace, access);
            if (!store)
                return store.error();
            auto values = *store ? (*store)->values({name})
                                 : Result<std::vector<std::optional<std::string>>>(
                                       std::vector<std::optional<std::string>>(1));
            if (!values)
                return values.error();
            if (values->empty() || !values->front())
                return Error{ErrorCode::ActRefused, name.name, "it is not in the store any more", {}, ""};
            return std::move(*values->front());
        },
        std::move(then));
}

} // namespace batuta::views
