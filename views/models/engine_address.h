// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/result.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

namespace batuta::views {

/// Where another engine answers, and how one enters. The token is never part of the URL, and never written
/// anywhere.
struct EngineAddress
{
    QUrl url;
    QByteArray token; ///< "" when the engine wants none
    QString caFile;   ///< PEM; "" trusts the authorities of the system

    /// `engine.example:8443`, as a person calls it.
    QString place() const;
    bool isEncrypted() const { return url.scheme() == "https"; }
    /// Whether the token crosses a network that others may read.
    bool exposesToken() const;
};

/// `https://engine.example:8443`, or without a scheme: http for this machine, https for any other. Refuses
/// what an address may not carry: a user, a password, a query.
Result<QUrl> readEngineUrl(const QString &text);
/// The first line of a file of at most 4 KiB.
Result<QByteArray> readTokenFile(const QString &file);
/// Refuses what cannot stand in a header.
Result<QByteArray> checkedToken(const QByteArray &text);

} // namespace batuta::views
