// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringList>

#include <string_view>

namespace batuta::views {

/// The engine's texts are UTF-8.
inline QString textOf(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

/// A label may break names in it that are too long for a narrow line: after what joins their words.
inline QString breakable(const QString &text)
{
    constexpr qsizetype kLong = 30;
    QStringList words = text.split(' ');
    for (QString &word : words)
        for (const char *joint : {"_", "/", "."})
            if (word.size() > kLong)
                word.replace(QLatin1String(joint), QLatin1String(joint) + QChar(0x200b));
    return words.join(' ');
}

} // namespace batuta::views
