// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/jwt/key.h"

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <string>

namespace batuta::test {

/// base64url without padding, by Qt: a second opinion.
QByteArray base64Url(const QByteArray &bytes);

/// Signs tokens with the program `openssl`, which knows nothing of ours. Keys are made on the spot, one for
/// each algorithm; throws when the program fails.
class OutsideSigner
{
public:
    /// `header` gets `alg` in front when it does not have one: `"kid":"a"`. The key is that of `algorithm`.
    std::string token(jwt::Algorithm algorithm, const QByteArray &claims, const QByteArray &header = {});
    /// The same with a header as it stands here.
    std::string tokenOf(jwt::Algorithm algorithm, const QByteArray &header, const QByteArray &claims);

    /// What Key::make() wants for it: the secret, or the public key in PEM.
    std::string material(jwt::Algorithm algorithm);
    jwt::Key key(jwt::Algorithm algorithm, const std::string &id = {});
    /// A public key of `openssl genpkey` with these arguments.
    std::string publicKey(const QStringList &arguments);
    /// HMAC of any secret, for tokens that lie about it.
    QByteArray hmac(const QByteArray &text, const QByteArray &secret, const QString &digest = "sha256");

private:
    QByteArray run(const QStringList &arguments, const QByteArray &input = {}) const;
    QByteArray sign(jwt::Algorithm algorithm, const QByteArray &text);
    QString privateKey(jwt::Algorithm algorithm);

    QTemporaryDir m_folder;
};

} // namespace batuta::test
