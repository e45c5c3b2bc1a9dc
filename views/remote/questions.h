// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/result.h"
#include "engine/json/value.h"
#include "views/models/engine_address.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QSslConfiguration>
#include <QUrlQuery>

#include <functional>

namespace batuta::views {

/// One question to an address of the API.
struct Question
{
    QString path; ///< `/executions`
    QUrlQuery query{};
    json::Value body{};    ///< anything but null is sent with POST
    bool isUrgent = false; ///< before others, and with a third of their patience
    bool isFile = false;   ///< the answer comes as one text of bytes; with ten times the patience
};

/// Asks another engine, and brings each answer exactly once: no answer within the time, too much of it, and
/// the end of this object are answers too. Follows no redirect, so that the token goes nowhere else. Lives on
/// one thread.
class Questions final : public QObject
{
    Q_OBJECT

public:
    using Then = std::function<void(Result<json::Value>)>;
    struct Limits
    {
        int patience = 30'000;     ///< ms for a whole answer
        qint64 bytes = 64LL << 20; ///< of an answer; four times as many of a file
    };

    Questions(EngineAddress address, QSslConfiguration tls, Limits limits, QObject *parent = nullptr);
    ~Questions() override;

    void ask(const Question &question, Then then);
    /// Everything that waits is answered NetCancelled.
    void cancelAll();

signals:
    void answered(); ///< the engine is there, and lets us in

private:
    class Pending;

    EngineAddress m_address;
    QSslConfiguration m_tls;
    Limits m_limits;
    QNetworkAccessManager m_network;
};

/// A request to the engine, with its token.
QNetworkRequest requestFor(const EngineAddress &address, const QSslConfiguration &tls, const QString &path,
                           const QUrlQuery &query = {});

} // namespace batuta::views
