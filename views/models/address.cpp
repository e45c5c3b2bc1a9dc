// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/models/address.h"

#include <QRegularExpression>
#include <QUrl>

namespace batuta::views {

QString Address::text() const
{
    QUrl url;
    url.setScheme("batuta");
    url.setHost(view);
    if (!id.isEmpty())
        url.setPath('/' + id);
    url.setQuery(query);
    return url.toString(QUrl::FullyEncoded);
}

std::optional<Address> Address::parse(const QString &text)
{
    const QUrl url(text.trimmed(), QUrl::StrictMode);
    static const QRegularExpression word("^[a-z]{1,32}$");
    if (text.size() > 4096 || !url.isValid() || url.scheme() != "batuta" ||
        !word.match(url.host()).hasMatch())
        return {};
    return Address{url.host(), url.path(QUrl::FullyDecoded).mid(1), QUrlQuery(url)};
}

bool Address::operator==(const Address &other) const
{
    return view == other.view && id == other.id && query == other.query;
}

bool looksLikeExecutionId(const QString &text)
{
    static const QRegularExpression uuid("^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$");
    return uuid.match(text.trimmed()).hasMatch();
}

} // namespace batuta::views
