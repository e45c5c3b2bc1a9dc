// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/theme/fonts.h"

#include <QDir>
#include <QFontDatabase>

namespace batuta::views {

void loadFonts()
{
    static const bool loaded = [] {
        const QDir folder(":/fonts");
        for (const QString &name : folder.entryList())
            QFontDatabase::addApplicationFont(folder.filePath(name));
        return true;
    }();
    Q_UNUSED(loaded)
}

QFont makeFont(const TextMetrics &metrics, qreal scale)
{
    static const QStringList ui{"Inter", "Noto Sans", "DejaVu Sans"};
    static const QStringList mono{"JetBrains Mono", "Noto Sans Mono", "DejaVu Sans Mono"};
    QFont font;
    font.setFamilies(metrics.isMono ? mono : ui);
    font.setPixelSize(qMax(10, qRound(metrics.size * scale)));
    font.setWeight(static_cast<QFont::Weight>(metrics.weight));
    font.setHintingPreference(QFont::PreferNoHinting);
    if (metrics.isMono)
        font.setStyleStrategy(QFont::PreferNoShaping);
    return font;
}

} // namespace batuta::views
