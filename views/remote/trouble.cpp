// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/remote/trouble.h"

#include "engine/client/codec.h"
#include "engine/json/json.h"

#include <QFile>
#include <QSslCertificate>

namespace batuta::views {
namespace {

Error about(const EngineAddress &address, ErrorCode code, std::string detail)
{
    return {code, address.place().toStdString(), std::move(detail), {}, {}};
}

} // namespace

Result<QSslConfiguration> tlsOf(const EngineAddress &address)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    if (address.caFile.isEmpty())
        return tls;
    QFile file(address.caFile);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::FileUnreadable,
                     address.caFile.toStdString(),
                     file.errorString().toStdString(),
                     {},
                     {}};
    const QList<QSslCertificate> authorities = QSslCertificate::fromData(file.read(1 << 20), QSsl::Pem);
    if (authorities.isEmpty())
        return Error{
            ErrorCode::NetTls, address.caFile.toStdString(), "the file holds no certificate (PEM)", {}, {}};
    tls.setCaCertificates(authorities);
    return tls;
}

std::string certificateTrouble(const QList<QSslError> &errors)
{
    for (const QSslError &error : errors) {
        switch (error.error()) {
        case QSslError::HostNameMismatch:
            return "the certificate is for another host";
        case QSslError::CertificateExpired:
            return "the certificate has expired";
        case QSslError::CertificateNotYetValid:
            return "the certificate is not valid yet";
        case QSslError::CertificateRevoked:
        case QSslError::CertificateBlacklisted:
            return "the certificate was revoked";
        case QSslError::SelfSignedCertificate:
        case QSslError::SelfSignedCertificateInChain:
        case QSslError::UnableToGetIssuerCertificate:
        case QSslError::UnableToGetLocalIssuerCertificate:
        case QSslError::UnableToVerifyFirstCertificate:
        case QSslError::CertificateUntrusted:
            return "no authority that is trusted here has signed the certificate";
        default:
            break;
        }
    }
    return errors.isEmpty() ? std::string() : errors.first().errorString().toStdString();
}

Error connectionTrouble(const QNetworkReply &reply, const EngineAddress &address,
                        const QList<QSslError> &sslErrors)
{
    if (!sslErrors.isEmpty())
        return about(address, ErrorCode::NetTls, certificateTrouble(sslErrors));
    switch (reply.error()) {
    case QNetworkReply::HostNotFoundError:
        return about(address, ErrorCode::NetResolve, {});
    case QNetworkReply::TimeoutError:
        return about(address, ErrorCode::NetTimeout, {});
    case QNetworkReply::SslHandshakeFailedError:
        return about(address, ErrorCode::NetTls, "what answers there does not speak TLS");
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
        return about(address, ErrorCode::NetProtocol, {});
    case QNetworkReply::ConnectionRefusedError:
        return about(address, ErrorCode::NetConnect, "nothing listens there");
    default:
        return about(address, ErrorCode::NetConnect, "the connection broke off");
    }
}

Result<json::Value> answerOf(int status, const QByteArray &body, const EngineAddress &address)
{
    Result<json::Value> value =
        json::parse(std::string_view(body.constData(), static_cast<std::size_t>(body.size())));
    if (status >= 200 && status < 300 && value)
        return value;
    if (status == 401)
        return about(address, ErrorCode::HttpUnauthorized,
                     address.token.isEmpty() ? "no token was given" : "the token is not the right one");
    if (status >= 400 && value && (*value)["error"]["code"].isString())
        return client::errorFromJson(*value);
    return about(address, ErrorCode::EngineUnreachable, "what answers there is not a Batuta engine");
}

} // namespace batuta::views
