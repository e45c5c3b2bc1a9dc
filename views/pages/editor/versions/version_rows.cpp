// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/editor/versions/version_rows.h"

#include "views/pages/editor/versions/version_words.h"
#include "views/theme/draw.h"
#include "views/theme/theme.h"

#include <QPainter>

namespace batuta::views {
namespace {

constexpr int kInset = 14;
constexpr int kGap = 8;

/// Draws `text` elided in `rect`; gives the width it took.
int drawText(QPainter &painter, const QRect &rect, const QString &text, Qt::Alignment align = Qt::AlignLeft)
{
    const QString shown = painter.fontMetrics().elidedText(text, Qt::ElideRight, rect.width());
    painter.drawText(rect, static_cast<int>(align | Qt::AlignVCenter) | Qt::TextSingleLine, shown);
    return painter.fontMetrics().horizontalAdvance(shown);
}

} // namespace

void VersionRows::setList(const VersionList &list, const std::string &running)
{
    beginResetModel();
    m_entries.assign(list.entries.rbegin(), list.entries.rend());
    m_running = running;
    endResetModel();
}

void VersionRows::setRuns(std::map<std::string, int> runs)
{
    m_runs = std::move(runs);
    if (!m_entries.empty())
        emit dataChanged(index(0), index(rowCount() - 1));
}

const versions::VersionEntry *VersionRows::at(const QModelIndex &index) const
{
    return index.isValid() ? &m_entries[static_cast<std::size_t>(index.row())] : nullptr;
}

QModelIndex VersionRows::indexOf(int number) const
{
    for (std::size_t i = 0; i < m_entries.size(); ++i)
        if (m_entries[i].number == number)
            return index(static_cast<int>(i));
    return {};
}

int VersionRows::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

/// The same text may be several versions: its executions are those of the newest.
int VersionRows::runsOf(const versions::VersionEntry &entry) const
{
    const auto newest = std::find_if(m_entries.begin(), m_entries.end(),
                                     [&](const auto &other) { return other.version == entry.version; });
    const auto found = m_runs.find(entry.version);
    return found == m_runs.end() || newest->number != entry.number ? 0 : found->second;
}

QString VersionRows::sentence(const versions::VersionEntry &entry) const
{
    QString words = versionSentence(entry);
    if (entry.version == m_running)
        words = tr("%1, runs now").arg(words);
    return runsOf(entry) > 0 ? tr("%1, %2").arg(words, tr("%n run(s)", nullptr, runsOf(entry))) : words;
}

QVariant VersionRows::data(const QModelIndex &index, int role) const
{
    const versions::VersionEntry *entry = at(index);
    if (!entry)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return numberWord(entry->number);
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        return sentence(*entry);
    case NumberRole:
        return entry->number;
    case WhenRole:
        return whenWord(entry->at);
    case NoteRole:
        return QString::fromStdString(entry->note).simplified();
    case AuthorRole:
        return authorWord(*entry);
    case RunsRole:
        return runsOf(*entry);
    case IsRunningRole:
        return entry->version == m_running;
    default:
        return {};
    }
}

QSize VersionDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const Theme &theme = themeOf(option.widget);
    return {0, theme.scaled(44) + theme.rowHeight() - theme.scaled(26)};
}

void VersionDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const Theme &theme = themeOf(option.widget);
    const Colors &c = theme.colors();
    painter->save();
    const bool isSelected = option.state & QStyle::State_Selected;
    if (isSelected)
        painter->fillRect(option.rect, c.selection);
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(option.rect, c.active);
    if (isSelected)
        painter->fillRect(QRect(option.rect.topLeft(), QSize(2, option.rect.height())), c.accent.fg);
    if (isSelected && (option.state & QStyle::State_HasFocus))
        drawFocusRing(*painter, QRectF(option.rect), 2, c.focus, true);
    const QRect row = option.rect.adjusted(kInset, 0, -kInset, 0);
    const int half = theme.scaled(17);
    QRect first(row.left(), row.center().y() - half + 1, row.width(), half);
    QRect second(row.left(), row.center().y() + 1, row.width(), half);
    painter->setFont(theme.font(TextStyle::MonoSmall));
    painter->setPen(c.textTertiary);
    drawText(*painter, first, index.data(VersionRows::WhenRole).toString(), Qt::AlignRight);
    painter->setFont(theme.font(TextStyle::Strong));
    painter->setPen(c.textPrimary);
    first.setLeft(first.left() + drawText(*painter, first, index.data().toString()) + kGap);
    if (index.data(VersionRows::IsRunningRole).toBool()) {
        const int size = theme.scaled(13);
        painter->drawPixmap(first.left(), first.center().y() - size / 2,
                            theme.statusPixmap(Status::Success, size, option.widget->devicePixelRatioF()));
        first.setLeft(first.left() + size + kGap / 2);
        painter->setFont(theme.font(TextStyle::Caption));
        painter->setPen(c.of(Status::Success).fg);
        drawText(*painter, first, VersionRows::tr("runs now"));
    }
    painter->setFont(theme.font(TextStyle::Caption));
    painter->setPen(c.textTertiary);
    if (const int runs = index.data(VersionRows::RunsRole).toInt(); runs > 0)
        second.setRight(
            second.right() - kGap -
            drawText(*painter, second, VersionRows::tr("%n run(s)", nullptr, runs), Qt::AlignRight));
    painter->setPen(c.textSecondary);
    second.setLeft(second.left() +
                   drawText(*painter, second, index.data(VersionRows::AuthorRole).toString()) + kGap);
    painter->setPen(c.textTertiary);
    drawText(*painter, second, index.data(VersionRows::NoteRole).toString());
    painter->restore();
}

} // namespace batuta::views
