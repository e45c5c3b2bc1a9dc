// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/support/jwt/outside_signer.h"

#include <QFile>
#include <QProcess>

#include <stdexcept>

namespace batuta::test {
namespace {

using jwt::Algorithm;

constexpr const char *kSecret = "a secret of the tests that is as long as the longest of the digests wants";

QString digestName(Algorithm algorithm)
{
    const std::string_view name = jwt::algorithmName(algorithm);
    return QString("sha%1").arg(QString::fromUtf8(name.data(), 5).right(3));
}

QStringList makingOf(Algorithm algorithm)
{
    switch (algorithm) {
    case Algorithm::ES256:
        return {"-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"};
    case Algorithm::ES384:
        return {"-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-384"};
    case Algorithm::EdDSA:
        return {"-algorithm", "ED25519"};
    default:
        return {"-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"};
    }
}

/// One number of DER, in exactly `bytes`; moves `at` behind it.
QByteArray numberAt(const QByteArray &der, int &at, int bytes)
{
    const int size = static_cast<unsigned char>(der.at(at + 1));
    QByteArray number = der.mid(at + 2, size);
    at += 2 + size;
    while (number.size() > bytes)
        number.remove(0, 1);
    return QByteArray(bytes - static_cast<int>(number.size()), '\0') + number;
}

/// What a JWS has of an ECDSA signature in DER.
QByteArray rawOf(const QByteArray &der, int bytes)
{
    int at = static_cast<unsigned char>(der.at(1)) == 0x81 ? 3 : 2;
    const QByteArray r = numberAt(der, at, bytes);
    return r + numberAt(der, at, bytes);
}

} // namespace

QByteArray base64Url(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray OutsideSigner::run(const QStringList &arguments, const QByteArray &input) const
{
    QProcess openssl;
    openssl.start("openssl", arguments);
    openssl.write(input);
    openssl.closeWriteChannel();
    if (!openssl.waitForFinished(30'000) || openssl.exitCode() != 0)
        throw std::runtime_error("openssl " + arguments.join(' ').toStdString() + ": " +
                                 openssl.readAllStandardError().toStdString());
    return openssl.readAllStandardOutput();
}

QString OutsideSigner::privateKey(Algorithm algorithm)
{
    const QString file = m_folder.filePath(makingOf(algorithm).join('_').replace(':', '_'));
    if (!QFile::exists(file))
        run(QStringList{"genpkey", "-out", file} + makingOf(algorithm));
    return file;
}

QByteArray OutsideSigner::hmac(const QByteArray &text, const QByteArray &secret, const QString &digest)
{
    return run({"dgst", "-" + digest, "-mac", "HMAC", "-macopt", "hexkey:" + secret.toHex(), "-binary"},
               text);
}

QByteArray OutsideSigner::sign(Algorithm algorithm, const QByteArray &text)
{
    if (jwt::isSymmetric(algorithm))
        return hmac(text, kSecret, digestName(algorithm));
    const QString key = privateKey(algorithm);
    if (algorithm == Algorithm::EdDSA) {
        QFile file(m_folder.filePath("text")); // this signature wants to know its size before
        file.open(QIODevice::WriteOnly);
        file.write(text);
        file.close();
        return run({"pkeyutl", "-sign", "-inkey", key, "-rawin", "-in", file.fileName()});
    }
    QStringList arguments{"dgst", "-" + digestName(algorithm), "-sign", key, "-binary"};
    if (algorithm == Algorithm::PS256)
        arguments += QStringList{"-sigopt", "rsa_padding_mode:pss", "-sigopt", "rsa_pss_saltlen:-1"};
    const QByteArray signature = run(arguments, text);
    if (algorithm == Algorithm::ES256)
        return rawOf(signature, 32);
    return algorithm == Algorithm::ES384 ? rawOf(signature, 48) : signature;
}

std::string OutsideSigner::token(Algorithm algorithm, const QByteArray &claims, const QByteArray &header)
{
    const std::string_view name = jwt::algorithmName(algorithm);
    const QByteArray alg = header.contains("\"alg\"")
                               ? QByteArray()
                               : "\"alg\":\"" + QByteArray(name.data(), static_cast<int>(name.size())) + '"';
    return tokenOf(algorithm,
                   '{' + alg + (alg.isEmpty() || header.isEmpty() ? QByteArray() : ",") + header + '}',
                   claims);
}

std::string OutsideSigner::tokenOf(Algorithm algorithm, const QByteArray &header, const QByteArray &claims)
{
    const QByteArray text = base64Url(header) + '.' + base64Url(claims);
    return (text + '.' + base64Url(sign(algorithm, text))).toStdString();
}

std::string OutsideSigner::material(Algorithm algorithm)
{
    if (jwt::isSymmetric(algorithm))
        return kSecret;
    return run({"pkey", "-in", privateKey(algorithm), "-pubout"}).toStdString();
}

jwt::Key OutsideSigner::key(Algorithm algorithm, const std::string &id)
{
    const Result<jwt::Key> key = jwt::Key::make(id, algorithm, material(algorithm));
    if (!key)
        throw std::runtime_error(errorText(key.error()));
    return *key;
}

std::string OutsideSigner::publicKey(const QStringList &arguments)
{
    return run({"pkey", "-pubout"}, run(QStringList{"genpkey"} + arguments)).toStdString();
}

} // namespace batuta::test
