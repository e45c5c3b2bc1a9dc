// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/logs/log_facets.h"

#include "views/models/text.h"
#include "views/pages/logs/log_lines.h"
#include "views/theme/draw.h"
#include "views/theme/theme.h"

#include <QKeyEvent>
#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace batuta::views {
namespace {

using namespace batuta::logs;

} // namespace

void LogFacetModel::setSeverities(const SeverityCounts &counts)
{
    m_severities = counts;
    rebuild();
}

void LogFacetModel::setFacets(const LogFacets &facets)
{
    m_facets = facets;
    m_isSure = true;
    rebuild();
}

void LogFacetModel::setSure(bool isSure)
{
    m_isSure = isSure;
    rebuild();
}

void LogFacetModel::setQuery(const LogQuery &query)
{
    m_query = query;
    rebuild();
}

void LogFacetModel::fold(const QString &field)
{
    if (!m_folded.erase(field))
        m_folded.insert(field);
    rebuild();
}

void LogFacetModel::append(const QString &field, const std::vector<std::pair<QString, std::uint64_t>> &values)
{
    if (values.empty())
        return;
    m_rows.push_back({field, {}, 0, 1, false});
    if (m_folded.contains(field))
        return;
    const std::vector<std::string> chosen = m_query.chosen(field.toStdString());
    std::uint64_t most = 1;
    for (const auto &[value, count] : values)
        most = std::max(most, count);
    for (const auto &[value, count] : values)
        m_rows.push_back({field, value, count, most,
                          std::find(chosen.begin(), chosen.end(), value.toStdString()) != chosen.end()});
    for (const std::string &value : chosen) // chosen, and no line has it
        if (std::none_of(values.begin(), values.end(),
                         [&](const auto &own) { return own.first.toStdString() == value; }))
            m_rows.push_back({field, textOf(value), 0, most, true});
}

void LogFacetModel::rebuild()
{
    beginResetModel();
    m_rows.clear();
    std::vector<std::pair<QString, std::uint64_t>> severities;
    for (int i = kSeverityCount - 1; i > 0; --i)
        if (const auto count = m_severities[static_cast<std::size_t>(i)];
            count > 0 || i < static_cast<int>(Severity::Critical))
            severities.emplace_back(textOf(severityName(static_cast<Severity>(i))), count);
    append("severity", severities);
    if (m_facets)
        for (const Facet &facet : *m_facets) {
            std::vector<std::pair<QString, std::uint64_t>> values;
            for (const auto &[value, count] : facet.values)
                values.emplace_back(textOf(value), count);
            append(textOf(facet.field), values);
        }
    endResetModel();
}

QStringList LogFacetModel::valuesOf(const QString &field) const
{
    if (field == "severity" || field == "level")
        return {"DEBUG", "INFO", "WARN", "ERROR", "CRITICAL"};
    QStringList values;
    if (m_facets)
        for (const Facet &facet : *m_facets)
            if (textOf(facet.field) == field)
                for (const auto &[value, count] : facet.values)
                    values << textOf(value);
    return values;
}

int LogFacetModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

Qt::ItemFlags LogFacetModel::flags(const QModelIndex &index) const
{
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

QVariant LogFacetModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    const bool isHead = row.value.isNull();
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return isHead ? LogLines::columnTitle(row.field) : row.value;
    case Qt::AccessibleTextRole:
        return isHead ? LogLines::columnTitle(row.field)
                      : tr("%1, %n line(s)", nullptr,
                           static_cast<int>(std::min<std::uint64_t>(row.count, 2'000'000'000)))
                            .arg(row.value);
    case Qt::CheckStateRole:
        return isHead ? QVariant() : QVariant(row.isChosen ? Qt::Checked : Qt::Unchecked);
    case FieldRole:
        return row.field;
    case ValueRole:
        return row.value;
    case CountRole:
        return QVariant::fromValue(static_cast<qulonglong>(row.count));
    case ShareRole:
        return static_cast<double>(row.count) / static_cast<double>(row.most);
    case IsHeadRole:
        return isHead;
    case IsFoldedRole:
        return m_folded.contains(row.field);
    case IsSureRole:
        return m_isSure || row.field == "severity";
    default:
        return {};
    }
}

QSize LogFacetDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {100, themeOf(option.widget).scaled(index.data(LogFacetModel::IsHeadRole).toBool() ? 28 : 25)};
}

void LogFacetDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    const Theme &theme = themeOf(option.widget);
    const Colors &c = theme.colors();
    const bool isFocused = option.state & QStyle::State_HasFocus;
    painter->setFont(theme.font(TextStyle::Body));
    if (index.data(LogFacetModel::IsHeadRole).toBool()) {
        drawChevron(*painter, QRectF(option.rect.left() + 14, option.rect.top(), 12, option.rect.height()),
                    c.textTertiary,
                    index.data(LogFacetModel::IsFoldedRole).toBool() ? Qt::RightArrow : Qt::DownArrow);
        painter->setPen(c.textSecondary);
        painter->drawText(option.rect.adjusted(32, 0, -8, 0), Qt::AlignVCenter, index.data().toString());
        if (isFocused)
            drawFocusRing(*painter, option.rect, 3, c.focus, true);
        return;
    }
    const bool isSeverity = index.data(LogFacetModel::FieldRole).toString() == "severity";
    const SeverityLook look = lookOf(severityOf(index.data().toString().toStdString()));
    const double share = index.data(LogFacetModel::ShareRole).toDouble();
    const QRect ground(option.rect.left(), option.rect.top() + 1, qRound((option.rect.width() - 40) * share),
                       option.rect.height() - 2);
    painter->fillRect(ground, isSeverity ? c.of(look.status).soft : c.raised);
    const int side = theme.scaled(15);
    const QRect box(option.rect.left() + 14, option.rect.center().y() - side / 2, side, side);
    const bool isChosen = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    drawBox(*painter, box, 3, isChosen ? c.accent.solid : c.panel,
            isChosen ? c.accent.solid : c.borderControl);
    if (isChosen)
        drawTick(*painter, box, c.accent.onSolid);
    int left = box.right() + 9;
    const int icon = theme.scaled(12);
    if (isSeverity) {
        const int y = option.rect.center().y() - icon / 2;
        if (look.icon == "status.failed")
            painter->drawPixmap(left, y,
                                theme.statusPixmap(look.status, icon, option.widget->devicePixelRatioF()));
        else if (!look.icon.isEmpty())
            painter->drawPixmap(
                left, y,
                theme.pixmap(look.icon, icon, c.of(look.status).fg, option.widget->devicePixelRatioF()));
        left += icon + 6;
    }
    const auto count = index.data(LogFacetModel::CountRole).toULongLong();
    const QString sure = index.data(LogFacetModel::IsSureRole).toBool() ? QString() : QString("~");
    const QString number = sure + QLocale().toString(count);
    painter->setFont(theme.font(TextStyle::MonoSmall));
    const int width = painter->fontMetrics().horizontalAdvance(number);
    painter->setPen(c.textTertiary);
    painter->drawText(option.rect.adjusted(0, 0, -12, 0), Qt::AlignVCenter | Qt::AlignRight, number);
    painter->setFont(theme.font(TextStyle::Body));
    painter->setPen(count > 0 ? c.textPrimary : c.textSecondary);
    const QRect room(left, option.rect.top(), option.rect.right() - 20 - width - left, option.rect.height());
    painter->drawText(
        room, Qt::AlignVCenter,
        painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideMiddle, room.width()));
    if (isFocused)
        drawFocusRing(*painter, option.rect, 3, c.focus, true);
}

LogFacetList::LogFacetList(QWidget *parent)
    : QListView(parent)
    , m_model(new LogFacetModel(this))
{
    setModel(m_model);
    setItemDelegate(new LogFacetDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(QAbstractItemView::NoSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setAccessibleName(tr("Facets"));
    connect(&themeOf(this), &Theme::changed, this, &QListView::doItemsLayout);
}

void LogFacetList::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        setAccessibleName(tr("Facets"));
    QListView::changeEvent(event);
}

void LogFacetList::setQuery(const LogQuery &query)
{
    m_query = query;
    const int row = currentIndex().row();
    m_model->setQuery(query);
    if (row >= 0 && row < m_model->rowCount())
        setCurrentIndex(m_model->index(row));
}

void LogFacetList::toggle(const QModelIndex &index, bool alone)
{
    const QString field = index.data(LogFacetModel::FieldRole).toString();
    if (index.data(LogFacetModel::IsHeadRole).toBool())
        return m_model->fold(field);
    const std::string value = index.data(LogFacetModel::ValueRole).toString().toStdString();
    std::vector<std::string> values = m_query.chosen(field.toStdString());
    const bool isOnly = values.size() == 1 && values.front() == value;
    if (alone)
        values = isOnly ? std::vector<std::string>{} : std::vector<std::string>{value};
    else if (std::erase(values, value) == 0)
        values.push_back(value);
    emit chosen(m_query.withChosen(field.toStdString(), values));
}

void LogFacetList::mouseReleaseEvent(QMouseEvent *event)
{
    QListView::mouseReleaseEvent(event);
    if (const QModelIndex index = indexAt(event->position().toPoint());
        index.isValid() && event->button() == Qt::LeftButton)
        toggle(index, event->modifiers() & Qt::AltModifier);
}

void LogFacetList::keyPressEvent(QKeyEvent *event)
{
    const bool isChoice =
        event->key() == Qt::Key_Space || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isChoice && currentIndex().isValid())
        return toggle(currentIndex(), event->modifiers() & Qt::AltModifier);
    QListView::keyPressEvent(event);
}

} // namespace batuta::views
