// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/runs/facet_list.h"

#include "views/theme/draw.h"
#include "views/theme/theme.h"
#include "views/widgets/words.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLocale>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>
#include <array>

namespace batuta::views {
namespace {

struct Field
{
    const char *key; ///< of the filter, and of the figures
    const char *heading;
};

constexpr std::array<Field, 7> kFacetFields{{
    {"status", QT_TRANSLATE_NOOP("RunFacets", "Status")},
    {"flow", QT_TRANSLATE_NOOP("RunFacets", "Flow")},
    {"trigger", QT_TRANSLATE_NOOP("RunFacets", "Trigger")},
    {"error_code", QT_TRANSLATE_NOOP("RunFacets", "Error")},
    {"revision", QT_TRANSLATE_NOOP("RunFacets", "Revision")},
    {"flow_version", QT_TRANSLATE_NOOP("RunFacets", "Version")},
    {"environment", QT_TRANSLATE_NOOP("RunFacets", "Environment")},
}};
constexpr int kMostValues = 12; // of one field

QString headingOf(const QString &key)
{
    for (const Field &field : kFacetFields)
        if (key == field.key)
            return QCoreApplication::translate("RunFacets", field.heading);
    return {};
}

QString shownValue(const FacetModel::Row &row)
{
    return row.key == "status" ? statusWord(row.value.toStdString()) : row.value;
}

/// A field of one value tells nothing, unless that is the one chosen.
bool isWorthShowing(const client::Facet &facet, const QString &key, const QString &chosen)
{
    return key == "status" || key == "flow" || key == "error_code" || facet.values.size() > 1 ||
           !chosen.isEmpty();
}

class Lines final : public QStyledItemDelegate
{
public:
    Lines(const FacetModel &model, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_model(model)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {100, themeOf(option.widget).scaled(26)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const FacetModel::Row *row = m_model.row(index.row());
        if (!row)
            return;
        const Theme &theme = themeOf(option.widget);
        const Colors &c = theme.colors();
        QRect r = option.rect.adjusted(14, 0, -12, 0);
        if (row->value.isEmpty()) {
            painter->setFont(theme.font(TextStyle::Caption));
            painter->setPen(c.textSecondary);
            painter->drawText(r.adjusted(0, 6, 0, 0), Qt::AlignVCenter, headingOf(row->key));
            return;
        }
        if (option.state.testFlag(QStyle::State_MouseOver))
            painter->fillRect(option.rect, c.active);
        drawBoxOf(*painter, *row, r, theme);
        drawRest(*painter, *row, r, theme, option.widget->devicePixelRatioF());
        if (option.state.testFlag(QStyle::State_HasFocus))
            drawFocusRing(*painter, option.rect, 4, c.focus, true);
    }

private:
    static void drawBoxOf(QPainter &painter, const FacetModel::Row &row, QRect &r, const Theme &theme)
    {
        const Colors &c = theme.colors();
        const int size = theme.scaled(14);
        const QRectF box(r.left() + 0.5, r.center().y() - size / 2 + 0.5, size, size);
        drawBox(painter, box, 3, row.isChosen ? c.accent.solid : QColor(),
                row.isChosen ? c.accent.solid : c.borderControl);
        if (row.isChosen)
            drawTick(painter, box, c.accent.onSolid);
        if (row.isExcluded) {
            painter.setPen(QPen(c.textSecondary, 1.6));
            painter.drawLine(QPointF(box.left() + 3.5, box.center().y()),
                             QPointF(box.right() - 3.5, box.center().y()));
        }
        r.setLeft(r.left() + size + 9);
    }

    static void drawRest(QPainter &painter, const FacetModel::Row &row, QRect r, const Theme &theme,
                         qreal ratio)
    {
        const Colors &c = theme.colors();
        if (row.key == "status") {
            const int size = theme.scaled(14);
            painter.drawPixmap(r.left(), r.center().y() - size / 2,
                               theme.statusPixmap(statusOf(row.value.toStdString()), size, ratio));
            r.setLeft(r.left() + size + 7);
        }
        painter.setFont(theme.font(TextStyle::MonoSmall));
        const QString count = QLocale().toString(row.count);
        const int wide = painter.fontMetrics().horizontalAdvance(count);
        painter.setPen(row.count > 0 ? c.textSecondary : c.textDisabled);
        painter.drawText(r, Qt::AlignRight | Qt::AlignVCenter, count);
        r.setRight(r.right() - std::max(wide, theme.scaled(32)) - 8);
        if (row.key == "flow" || row.key == "error_code") {
            const int room = theme.scaled(34);
            drawTrend(painter, row.trend, QRectF(r.right() - room, r.top() + 7, room, r.height() - 14),
                      row.key == "flow" ? c.textTertiary : c.of(Status::Failed).fg);
            r.setRight(r.right() - room - 6);
        }
        QFont font = theme.font(TextStyle::Small);
        font.setStrikeOut(row.isExcluded);
        painter.setFont(font);
        painter.setPen(row.isExcluded                  ? c.textTertiary
                       : row.count > 0 || row.isChosen ? c.textPrimary
                                                       : c.textDisabled);
        painter.drawText(r, Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(shownValue(row), Qt::ElideMiddle, r.width()));
    }

    static void drawTrend(QPainter &painter, const std::vector<std::int64_t> &trend, const QRectF &r,
                          const QColor &color)
    {
        if (trend.size() < 2)
            return;
        const double most = static_cast<double>(std::max<std::int64_t>(1, *std::ranges::max_element(trend)));
        QPolygonF line;
        for (std::size_t i = 0; i < trend.size(); ++i)
            line.append(
                {r.left() + r.width() * static_cast<double>(i) / static_cast<double>(trend.size() - 1),
                 r.bottom() - r.height() * static_cast<double>(trend[i]) / most});
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(color, 1.2));
        painter.drawPolyline(line);
        painter.restore();
    }

    const FacetModel &m_model;
};

/// As they stood, those that are new at the end.
void keepOrder(std::vector<client::FacetValue> &values, const QStringList &before)
{
    std::ranges::stable_sort(values, [&](const client::FacetValue &a, const client::FacetValue &b) {
        const auto place = [&](const client::FacetValue &value) {
            const qsizetype at = before.indexOf(QString::fromStdString(value.value));
            return at < 0 ? before.size() : at;
        };
        return place(a) < place(b);
    });
}

} // namespace

void FacetModel::show(const RunFigures &figures, const RunFilter &filter)
{
    QList<Row> rows;
    for (const Field &field : kFacetFields) {
        const client::Facet *facet = figures.facet(field.key);
        const QString chosen = filter.value(field.key);
        if (!facet || facet->values.empty() || !isWorthShowing(*facet, field.key, chosen))
            continue;
        QStringList before;
        for (const Row &row : m_rows)
            if (row.key == field.key && !row.value.isEmpty())
                before.append(row.value);
        std::vector<client::FacetValue> values = facet->values;
        keepOrder(values, before);
        rows.append(Row{field.key, {}});
        for (std::size_t i = 0; i < values.size() && i < kMostValues; ++i) {
            const QString value = QString::fromStdString(values[i].value);
            rows.append(Row{field.key, value, values[i].count, std::move(values[i].trend), value == chosen,
                            filter.excludes(field.key, value)});
        }
    }
    const bool isSame = std::ranges::equal(
        rows, m_rows, [](const Row &a, const Row &b) { return a.key == b.key && a.value == b.value; });
    if (!isSame)
        beginResetModel();
    m_rows = std::move(rows);
    if (!isSame)
        endResetModel();
    else if (!m_rows.isEmpty())
        emit dataChanged(index(0), index(rowCount() - 1));
}

const FacetModel::Row *FacetModel::row(int at) const
{
    return at >= 0 && at < m_rows.size() ? &m_rows.at(at) : nullptr;
}

int FacetModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant FacetModel::data(const QModelIndex &index, int role) const
{
    const Row *found = index.isValid() ? row(index.row()) : nullptr;
    if (!found)
        return {};
    if (role == Qt::DisplayRole)
        return found->value.isEmpty() ? headingOf(found->key) : shownValue(*found);
    if (role == Qt::ToolTipRole || role == Qt::AccessibleTextRole) {
        const QString words = tr("%1: %2, %Ln run(s)", nullptr, static_cast<int>(found->count))
                                  .arg(headingOf(found->key), shownValue(*found));
        return found->value.isEmpty() ? headingOf(found->key)
               : found->isExcluded    ? tr("%1, left out").arg(words)
                                      : words;
    }
    if (role == Qt::CheckStateRole && !found->value.isEmpty())
        return found->isChosen ? Qt::Checked : Qt::Unchecked;
    return {};
}

Qt::ItemFlags FacetModel::flags(const QModelIndex &index) const
{
    const Row *found = index.isValid() ? row(index.row()) : nullptr;
    return !found || found->value.isEmpty() ? Qt::NoItemFlags : Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

void FacetModel::retranslate()
{
    if (!m_rows.isEmpty())
        emit dataChanged(index(0), index(rowCount() - 1));
}

FacetList::FacetList(QWidget *parent)
    : QListView(parent)
{
    setModel(&m_model);
    setItemDelegate(new Lines(m_model, this));
    setMouseTracking(true);
    setUniformItemSizes(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Facets of the runs"));
    connect(this, &QAbstractItemView::clicked, this,
            [this](const QModelIndex &index) { choose(index, Way::Toggle); });
}

void FacetList::show(const RunFigures &figures, const RunFilter &filter)
{
    const FacetModel::Row *row = m_model.row(currentIndex().row());
    const std::pair current = row ? std::pair(row->key, row->value) : std::pair(QString(), QString());
    m_model.show(figures, filter);
    if (currentIndex().isValid() || current.second.isEmpty())
        return;
    for (int at = 0; at < m_model.rowCount(); ++at)
        if (m_model.row(at)->key == current.first && m_model.row(at)->value == current.second)
            setCurrentIndex(m_model.index(at));
}

FacetList::Way FacetList::wayOf(Qt::KeyboardModifiers keys)
{
    return keys.testFlag(Qt::AltModifier)     ? Way::Isolate
           : keys.testFlag(Qt::ShiftModifier) ? Way::Exclude
                                              : Way::Toggle;
}

void FacetList::choose(const QModelIndex &index, Way way)
{
    const FacetModel::Row *row = m_model.row(index.row());
    if (!row || row->value.isEmpty())
        return;
    const FacetModel::Row chosen = *row; // the answer may take it away
    if (way == Way::Isolate)
        emit isolated(chosen.key, chosen.value);
    else if (way == Way::Exclude || chosen.isExcluded)
        emit excluded(chosen.key, chosen.value);
    else
        emit toggled(chosen.key, chosen.isChosen ? QString() : chosen.value);
}

void FacetList::mousePressEvent(QMouseEvent *event)
{
    const Way way = wayOf(event->modifiers());
    if (way != Way::Toggle && event->button() == Qt::LeftButton)
        return choose(indexAt(event->position().toPoint()), way);
    QListView::mousePressEvent(event);
}

void FacetList::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return choose(currentIndex(), wayOf(event->modifiers()));
    case Qt::Key_Escape:
        return emit left();
    default:
        QListView::keyPressEvent(event);
    }
}

void FacetList::contextMenuEvent(QContextMenuEvent *event)
{
    const bool isByKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = isByKey ? currentIndex() : indexAt(event->pos());
    const FacetModel::Row *row = m_model.row(index.row());
    if (!row || row->value.isEmpty())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString &text, const char *keys, Way way) {
        QAction *action =
            menu->addAction(text + '\t' + QKeySequence(keys).toString(QKeySequence::NativeText));
        connect(action, &QAction::triggered, this,
                [this, way, place = QPersistentModelIndex(index)] { choose(place, way); });
    };
    if (!row->isExcluded)
        add(row->isChosen ? tr("Filter by it no longer") : tr("Filter by it"), "Space", Way::Toggle);
    add(row->isExcluded ? tr("Leave it out no longer") : tr("Leave it out"), "Shift+Space", Way::Exclude);
    add(tr("Filter by nothing else"), "Alt+Return", Way::Isolate);
    menu->popup(isByKey ? viewport()->mapToGlobal(visualRect(index).center()) : event->globalPos());
}

void FacetList::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Facets of the runs"));
        m_model.retranslate();
    }
    QListView::changeEvent(event);
}

} // namespace batuta::views
