// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/models/engine_address.h"

#include <QFile>

#include <algorithm>

namespace batuta::views {
namespace {

bool isThisMachine(const QString &host)
{
    return host == "localhost" || host == "::1" || host.startsWith("127.");
}

Error wrongUrl(const QString &text, std::string why)
{
    return {ErrorCode::NetUrl, text.left(200).toStdString(), std::move(why), {}, {}};
}

} // namespace

QString EngineAddress::place() const
{
    return url.toString(QUrl::RemoveScheme | QUrl::RemoveUserInfo | QUrl::StripTrailingSlash).mid(2);
}

bool EngineAddress::exposesToken() const
{
    return !token.isEmpty() && !isEncrypted() && !isThisMachine(url.host());
}

Result<QUrl> readEngineUrl(const QString &text)
{
    const QString trimmed = text.trimmed();
    QUrl url(trimmed.contains("://") ? trimmed : "https://" + trimmed, QUrl::StrictMode);
    if (!trimmed.contains("://") && isThisMachine(url.host()))
        url.setScheme("http");
    if (trimmed.isEmpty() || !url.isValid() || url.host().isEmpty())
        return wrongUrl(trimmed, "a host is missing");
    if (url.scheme() != "http" && url.scheme() != "https")
        return wrongUrl(trimmed, "only http and https lead to an engine");
    if (!url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment()) // a secret there would be shown
        return wrongUrl(url.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment),
                        "an address has no user, query or fragment");
    while (url.path().endsWith('/'))
        url.setPath(url.path().chopped(1));
    return url;
}

Result<QByteArray> readTokenFile(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::FileUnreadable, name.toStdString(), file.errorString().toStdString(), {}, {}};
    const QByteArray token = file.read(16'384).trimmed();
    if (token.isEmpty())
        return Error{ErrorCode::FileUnreadable, name.toStdString(), "it holds no token", {}, {}};
    return checkedToken(token);
}

Result<QByteArray> checkedToken(const QByteArray &text)
{
    const bool isPlain = std::ranges::all_of(text, [](char c) { return c > ' ' && c < 0x7f; });
    if (!isPlain)
        return Error{ErrorCode::HttpUnauthorized, {}, "a token is one word of plain characters", {}, {}};
    return text;
}

} // namespace batuta::views
