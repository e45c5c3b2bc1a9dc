// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/compare/difference_table.h"

#include "engine/json/json.h"
#include "views/models/text.h"
#include "views/pages/compare/compare_delegate.h"
#include "views/theme/draw.h"
#include "views/theme/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>

namespace batuta::views {
namespace {

class DifferenceDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &theme = themeOf(option.widget);
        const Colors &c = theme.colors();
        const bool differs = index.data(DifferenceModel::DiffersRole).toBool();
        painter->fillRect(option.rect, option.state.testFlag(QStyle::State_Selected) ? c.selection : c.panel);
        if (differs && index.column() > 0 && !index.data().toString().isEmpty()) {
            const QColor side = index.column() == DifferenceModel::A ? colorOfA(c) : colorOfB(c);
            painter->fillRect(option.rect, mixed(c.panel, side, 0.14));
        }
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                          c.borderSubtle);
        painter->setFont(theme.font(TextStyle::Mono));
        painter->setPen(!differs ? c.textSecondary : index.column() == 0 ? c.code.key : c.textPrimary);
        const QRect room = option.rect.adjusted(index.column() == 0 ? 14 : 8, 0, -6, 0);
        painter->drawText(
            room, Qt::AlignVCenter,
            painter->fontMetrics().elidedText(
                index.data().toString(), index.column() == 0 ? Qt::ElideLeft : Qt::ElideRight, room.width()));
    }
};

/// The letters of the sides in their colours.
class DifferenceHeader final : public QHeaderView
{
public:
    explicit DifferenceHeader(QWidget *parent)
        : QHeaderView(Qt::Horizontal, parent)
    {
    }

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override
    {
        const Theme &theme = themeOf(this);
        const Colors &c = theme.colors();
        painter->fillRect(rect, c.raised);
        painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), c.borderSubtle);
        painter->setFont(theme.font(section == 0 ? TextStyle::Caption : TextStyle::Small));
        painter->setPen(section == 0                    ? c.textTertiary
                        : section == DifferenceModel::A ? colorOfA(c)
                                                        : colorOfB(c));
        painter->drawText(rect.adjusted(section == 0 ? 14 : 8, 0, -4, 0), Qt::AlignVCenter,
                          model()->headerData(section, Qt::Horizontal, Qt::DisplayRole).toString());
    }
};

} // namespace

DifferenceModel::Row DifferenceModel::rowOf(const ValueDifference &difference)
{
    return {textOf(difference.path),  textOf(lineOf(difference.a)), textOf(lineOf(difference.b)),
            difference.a.has_value(), difference.b.has_value(),     true};
}

void DifferenceModel::setRows(QList<Row> rows)
{
    if (rows == m_rows)
        return;
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int DifferenceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int DifferenceModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kColumns;
}

QVariant DifferenceModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &row = m_rows[index.row()];
    const QString none = tr("not there");
    if (role == DiffersRole)
        return row.differs;
    if (role == Qt::AccessibleTextRole)
        return row.differs
                   ? tr("%1: A %2, B %3").arg(row.field, row.hasA ? row.a : none, row.hasB ? row.b : none)
                   : tr("%1: the same, %2").arg(row.field, row.a);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case Field:
        return row.field;
    case A:
        return row.hasA ? row.a : QString();
    default:
        return row.hasB ? row.b : QString();
    }
}

QVariant DifferenceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Field ? tr("Field") : section == A ? QString("A") : QString("B");
}

DifferenceTable::DifferenceTable(QWidget *parent)
    : QTableView(parent)
    , m_model(new DifferenceModel(this))
{
    setModel(m_model);
    setItemDelegate(new DifferenceDelegate(this));
    setHorizontalHeader(new DifferenceHeader(this));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTabKeyNavigation(false);
    verticalHeader()->hide();
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    connect(&themeOf(this), &Theme::changed, this, &DifferenceTable::dress);
    dress();
}

void DifferenceTable::dress()
{
    setAccessibleName(tr("Differences"));
    verticalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setDefaultSectionSize(themeOf(this).rowHeight());
    horizontalHeader()->setFixedHeight(themeOf(this).scaled(28));
}

/// The name of a field needs more room than its values.
void DifferenceTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    const int width = viewport()->width(), value = width * 3 / 10;
    setColumnWidth(DifferenceModel::Field, width - 2 * value);
    setColumnWidth(DifferenceModel::A, value);
    setColumnWidth(DifferenceModel::B, value);
}

void DifferenceTable::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        dress();
    QTableView::changeEvent(event);
}

void DifferenceTable::keyPressEvent(QKeyEvent *event)
{
    const auto both = Qt::ControlModifier | Qt::ShiftModifier;
    if (event->key() != Qt::Key_C || (event->modifiers() & both) != both || !currentIndex().isValid())
        return QTableView::keyPressEvent(event);
    const DifferenceModel::Row &row = m_model->rows()[currentIndex().row()];
    const json::Value value =
        json::Object{{"field", row.field.toStdString()},
                     {"a", row.hasA ? json::Value(row.a.toStdString()) : json::Value()},
                     {"b", row.hasB ? json::Value(row.b.toStdString()) : json::Value()}};
    QApplication::clipboard()->setText(textOf(json::writePretty(value)));
    emit told(tr("Copied."));
}

} // namespace batuta::views
