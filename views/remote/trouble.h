// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/result.h"
#include "engine/json/value.h"
#include "views/models/engine_address.h"

#include <QNetworkReply>
#include <QSslConfiguration>
#include <QSslError>

namespace batuta::views {

// What may stand between the window and another engine, in plain words.

/// TLS that trusts the address's own authority file, or those of the system. FileUnreadable or NetTls when
/// the file is none.
Result<QSslConfiguration> tlsOf(const EngineAddress &address);
/// What is wrong with the certificate.
std::string certificateTrouble(const QList<QSslError> &errors);
/// Why no answer came. `sslErrors`: what the reply said about the certificate.
Error connectionTrouble(const QNetworkReply &reply, const EngineAddress &address,
                        const QList<QSslError> &sslErrors);
/// The answer as JSON; the engine's own error when it refused; EngineUnreachable when it is no engine.
Result<json::Value> answerOf(int status, const QByteArray &body, const EngineAddress &address);

} // namespace batuta::views
