// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/widgets/release_marks.h"

#include "views/models/text.h"
#include "views/widgets/words.h"

#include <QCoreApplication>
#include <QFontMetricsF>

#include <cmath>

namespace batuta::views {
namespace {

constexpr double kTogether = 5; ///< pixels between marks that share a line
constexpr double kNear = 6;     ///< of the pointer

QString sayOfMark(const char *text)
{
    return QCoreApplication::translate("ReleaseMarks", text);
}

/// Of one line: its first mark, and how many more there are.
struct MarkGroup
{
    double x = 0;
    const client::ReleaseMark *first = nullptr;
    int more = 0;
};

std::vector<MarkGroup> markGroups(const MarkList &marks, const QRectF &area, const TimeToPixel &pixelOf)
{
    std::vector<MarkGroup> groups;
    for (const client::ReleaseMark &mark : marks) {
        const double x = std::floor(pixelOf(mark.at)) + 0.5;
        if (x < area.left() || x > area.right())
            continue;
        if (!groups.empty() && x - groups.back().x < kTogether)
            ++groups.back().more;
        else
            groups.push_back({x, &mark, 0});
    }
    return groups;
}

} // namespace

QString markLabel(const client::ReleaseMark &mark)
{
    return textOf(mark.revision.empty() ? mark.subject : mark.revision);
}

QString markSentence(const client::ReleaseMark &mark, bool utc)
{
    const QString revision = textOf(mark.revision), subject = textOf(mark.subject);
    const QString what =
        mark.kind == "published"
            ? sayOfMark(QT_TRANSLATE_NOOP("ReleaseMarks", "%1 was published")).arg(subject)
        : mark.kind == "deployed"
            ? sayOfMark(QT_TRANSLATE_NOOP("ReleaseMarks", "%1 of %2 was deployed")).arg(revision, subject)
        : mark.kind == "roll_back"
            ? sayOfMark(QT_TRANSLATE_NOOP("ReleaseMarks", "%2 was rolled back to %1")).arg(revision, subject)
        : mark.kind == "roll_out"
            ? sayOfMark(QT_TRANSLATE_NOOP("ReleaseMarks", "A rollout of %1 began")).arg(subject)
        : revision.isEmpty()
            ? sayOfMark(QT_TRANSLATE_NOOP("ReleaseMarks", "The traffic of %1 was moved")).arg(subject)
            : sayOfMark(QT_TRANSLATE_NOOP("ReleaseMarks", "The traffic of %2 was moved to %1"))
                  .arg(revision, subject);
    QString sentence = clockTime(mark.at, utc) + QStringLiteral("  ") + what;
    if (!mark.who.empty())
        sentence += sayOfMark(QT_TRANSLATE_NOOP("ReleaseMarks", ", by %1")).arg(textOf(mark.who));
    if (!mark.why.empty())
        sentence += QStringLiteral(": ") + textOf(mark.why);
    return sentence;
}

void paintMarks(QPainter &painter, const Theme &theme, const MarkList &marks, const QRectF &area,
                const TimeToPixel &pixelOf)
{
    const Colors &c = theme.colors();
    const std::vector<MarkGroup> groups = markGroups(marks, area, pixelOf);
    const double flag = theme.scaled(5);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(theme.font(TextStyle::Micro));
    const QFontMetricsF metrics(painter.font());
    for (std::size_t i = 0; i < groups.size(); ++i) {
        const MarkGroup &group = groups[i];
        painter.setPen(QPen(c.accent.fg, 1, Qt::DotLine));
        painter.drawLine(QPointF(group.x, area.top()), QPointF(group.x, area.bottom()));
        painter.setPen(Qt::NoPen);
        painter.setBrush(c.accent.fg);
        painter.drawPolygon(
            QPolygonF({{group.x - 4, area.top()}, {group.x + 4, area.top()}, {group.x, area.top() + flag}}));
        QString label = markLabel(*group.first);
        if (group.more > 0)
            label += QStringLiteral(" +%1").arg(group.more);
        const double left = group.x + 6;
        const double room = (i + 1 < groups.size() ? groups[i + 1].x - 8 : area.right()) - left;
        const double wide = metrics.horizontalAdvance(label);
        if (wide > room)
            continue;
        const QRectF place(left - 2, area.top(), wide + 4, metrics.height());
        painter.fillRect(place, c.panel);
        painter.setPen(c.textSecondary);
        painter.drawText(place.adjusted(2, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, label);
    }
    painter.restore();
}

QString marksAt(const MarkList &marks, double x, const TimeToPixel &pixelOf, bool utc)
{
    constexpr int kMostSentences = 8;
    QStringList sentences;
    for (const client::ReleaseMark &mark : marks)
        if (std::abs(pixelOf(mark.at) - x) <= kNear && sentences.size() < kMostSentences)
            sentences << markSentence(mark, utc);
    return sentences.join(QChar('\n'));
}

} // namespace batuta::views
