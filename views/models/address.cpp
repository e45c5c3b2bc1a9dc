// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/models/address.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

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

bool looksLikeId(const QString &text)
{
    constexpr qsizetype kLeast = 4, kMost = 128;
    const QString word = text.trimmed();
    const bool isWord = std::ranges::all_of(
        word, [](QChar c) { return c.isLetterOrNumber() || c == '-' || c == '_' || c == '.' || c == ':'; });
    return isWord && word.size() >= kLeast && word.size() <= kMost &&
           std::ranges::any_of(word, [](QChar c) { return c.isDigit(); });
}

} // namespace batuta::views
