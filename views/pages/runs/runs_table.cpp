// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/runs/runs_table.h"

#include "views/models/runs/runs_model.h"
#include "views/pages/runs/held_strip.h"
#include "views/pages/runs/runs_delegates.h"
#include "views/pages/runs/runs_header.h"
#include "views/pages/runs/runs_words.h"
#include "views/theme/draw.h"
#include "views/theme/theme.h"
#include "views/widgets/delegates.h"

#include <QJsonArray>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

#include <utility>

namespace batuta::views {
namespace {

constexpr int kFrame = 1000 / 12; // ms
constexpr int kStill = 1000;      // ms
constexpr int kRowFlash = 650;    // ms until a new row looks like the others
constexpr int kMarkedFor = 2050;  // ms, the same with reduced motion
constexpr auto kMarked = std::chrono::seconds(2);

constexpr int kWidths[RunsModel::ColumnCount] = {108, 80, 86, 164, 140, 136, 62, 92,
                                                 92,  96, 82, 100, 160, 110, 110};
constexpr int kNarrowest = 40;

} // namespace

RunsTable::RunsTable(RunsModel &model, RunsWords &words, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
    , m_words(words)
    , m_strip(new HeldStrip(this))
    , m_header(new RunsHeader(m_strip, this))
{
    setHorizontalHeader(m_header);
    setModel(&words);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    setFrameShape(QFrame::NoFrame);
    setContextMenuPolicy(Qt::CustomContextMenu);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_header->setSortIndicatorShown(true);
    m_header->setMinimumSectionSize(kNarrowest);
    for (const int column : {RunsModel::FlowColumn, RunsModel::DetailColumn})
        setItemDelegateForColumn(column, new TextDelegate(this));
    setItemDelegate(new MonoDelegate(this));
    for (const int column : {RunsModel::EnvironmentColumn, RunsModel::TriggerColumn})
        setItemDelegateForColumn(column, new TextDelegate(this));
    setItemDelegateForColumn(RunsModel::StatusColumn, new StatusDelegate(this));
    setItemDelegateForColumn(RunsModel::StepsColumn, new StepCellsDelegate(this));
    setItemDelegateForColumn(RunsModel::DurationColumn, new DurationBarDelegate(this));
    m_frames.setInterval(kFrame);
    m_pointer.setInterval(kStill);
    m_pointer.setSingleShot(true);
    m_flash.setSingleShot(true);
    connect(&m_flash, &QTimer::timeout, viewport(), qOverload<>(&QWidget::update));
    connect(&m_frames, &QTimer::timeout, this, &RunsTable::repaintRunning);
    connect(&m_pointer, &QTimer::timeout, this, &RunsTable::pointerStopped);
    connect(&themeOf(this), &Theme::changed, this, &RunsTable::dress);
    connect(m_header, &QHeaderView::sectionResized, this,
            [this] { m_isRestoring ? void() : emit columnsChanged(); });
    connect(m_header, &QHeaderView::sectionMoved, this,
            [this] { m_isRestoring ? void() : emit columnsChanged(); });
    m_scale = themeOf(this).textScale();
    setColumns({});
    dress();
}

void RunsTable::dress()
{
    if (themeOf(this).textScale() != m_scale) {
        const QJsonObject kept = columns();
        m_scale = themeOf(this).textScale();
        setColumns(kept);
    }
    verticalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setDefaultSectionSize(themeOf(this).rowHeight());
    verticalScrollBar()->setSingleStep(themeOf(this).rowHeight());
    if (m_header->stripHeight() > 0)
        m_header->setStripHeight(m_strip->sizeHint().height());
    updateGeometries();
    viewport()->update();
}

QJsonObject RunsTable::columns() const
{
    QJsonObject widths;
    QJsonArray order, hidden;
    int lastShown = RunsModel::ColumnCount - 1;
    while (lastShown > 0 && m_header->isSectionHidden(m_header->logicalIndex(lastShown)))
        --lastShown;
    for (int visual = 0; visual < RunsModel::ColumnCount; ++visual) {
        const int column = m_header->logicalIndex(visual);
        order.append(RunsWords::columnKey(column));
        if (m_header->isSectionHidden(column))
            hidden.append(RunsWords::columnKey(column));
        else if (visual < lastShown) // the last one takes what is left
            widths.insert(RunsWords::columnKey(column), m_header->sectionSize(column) / m_scale);
    }
    return {{"order", order}, {"hidden", hidden}, {"widths", widths}};
}

void RunsTable::setColumns(const QJsonObject &columns)
{
    m_isRestoring = true;
    const QJsonArray hidden = columns.contains("hidden")
                                  ? columns["hidden"].toArray()
                                  : QJsonArray{"session", "correlation", "environment", "trigger", "version"};
    const QJsonArray order = columns["order"].toArray();
    const QJsonObject widths = columns["widths"].toObject();
    for (int column = 0; column < RunsModel::ColumnCount; ++column) {
        const QString key = RunsWords::columnKey(column);
        const int width = qBound(kNarrowest, widths[key].toInt(kWidths[column]), 1200);
        m_header->resizeSection(column, qRound(width * m_scale));
        m_header->setSectionHidden(column, column != RunsModel::StatusColumn && hidden.contains(key));
    }
    int visual = 0;
    for (const QJsonValue &key : order)
        for (int column = 0; column < RunsModel::ColumnCount; ++column)
            if (RunsWords::columnKey(column) == key.toString())
                m_header->moveSection(m_header->visualIndex(column), visual++);
    m_isRestoring = false;
}

bool RunsTable::isAtTop() const
{
    return verticalScrollBar()->value() <= m_header->stripHeight();
}

int RunsTable::currentRow() const
{
    const QItemSelection &rows = selectionModel()->selection();
    const QModelIndex current = currentIndex();
    if (current.isValid() && rows.contains(current))
        return current.row();
    return rows.isEmpty() ? -1 : rows.first().top();
}

int RunsTable::selectedCount() const
{
    int count = 0;
    for (const QItemSelectionRange &range : selectionModel()->selection())
        count += range.height();
    return count;
}

QList<int> RunsTable::selectedRows(int most) const
{
    QList<int> rows;
    for (const QItemSelectionRange &range : selectionModel()->selection())
        for (int row = range.top(); row <= range.bottom() && rows.size() < most; ++row)
            rows.append(row);
    return rows;
}

int RunsTable::firstVisibleRow() const
{
    return qMax(0, rowAt(0));
}

int RunsTable::lastVisibleRow() const
{
    const int row = rowAt(viewport()->height() - 1);
    return row < 0 ? model()->rowCount() - 1 : row;
}

/// The strip takes room from the top; the rows are scrolled by as much, so they stay where they are.
void RunsTable::showStrip(bool shown)
{
    const int height = shown ? m_strip->sizeHint().height() : 0;
    const int difference = height - m_header->stripHeight();
    if (difference == 0)
        return;
    const int value = verticalScrollBar()->value();
    m_header->setStripHeight(height);
    updateGeometries();
    verticalScrollBar()->setValue(value + difference);
}

void RunsTable::updateGeometries()
{
    QTableView::updateGeometries();
    QScrollBar *bar = verticalScrollBar();
    if (m_header && bar->maximum() < m_header->stripHeight())
        bar->setMaximum(m_header->stripHeight());
}

void RunsTable::rowsInserted(const QModelIndex &parent, int first, int last)
{
    const int height = verticalHeader()->defaultSectionSize();
    const int value = verticalScrollBar()->value();
    const bool isAbove = first * height <= value;
    QTableView::rowsInserted(parent, first, last);
    m_flash.start(themeOf(this).reducedMotion() ? kMarkedFor : kRowFlash);
    if (m_isFollowing || !isAbove)
        return;
    updateGeometries();
    verticalScrollBar()->setValue(value + (last - first + 1) * height);
}

void RunsTable::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    QPainter painter(viewport());
    const Theme &theme = themeOf(this);
    const Colors &c = theme.colors();
    const int right = viewport()->width();
    bool isRunning = false;
    if (model()->rowCount() == 0)
        return;
    for (int row = firstVisibleRow(); row <= lastVisibleRow(); ++row) {
        const int y = rowViewportPosition(row), height = rowHeight(row);
        const RunRow *run = m_model.run(row);
        isRunning = isRunning || (run && !run->isEnded());
        painter.fillRect(QRect(0, y + height - 1, right, 1), c.borderSubtle);
        if (run && theme.reducedMotion() && SystemClock().wall() - run->enteredAt < kMarked)
            painter.fillRect(QRect(0, y, 3, height - 1), c.accent.fg);
        if (run)
            continue;
        for (const int column : {RunsModel::StatusColumn, RunsModel::FlowColumn, RunsModel::DurationColumn})
            drawBox(painter,
                    QRectF(columnViewportPosition(column) + 14, y + height / 2.0 - 4,
                           columnWidth(column) * 0.6, 8),
                    3, c.active, {});
    }
    if (hasFocus() && currentIndex().isValid() && selectionModel()->isSelected(currentIndex()) &&
        window()->testAttribute(Qt::WA_KeyboardFocusChange))
        drawFocusRing(painter, QRect(0, rowViewportPosition(currentIndex().row()), right, ringHeight()), 0,
                      c.focus, true);
    if (isRunning && !m_frames.isActive() && m_model.isFollowing())
        m_frames.start();
    if (!isRunning || !m_model.isFollowing())
        m_frames.stop();
}

int RunsTable::ringHeight() const
{
    return verticalHeader()->defaultSectionSize() - 1;
}

void RunsTable::repaintRunning()
{
    for (int row = firstVisibleRow(); row <= lastVisibleRow(); ++row) {
        const RunRow *run = m_model.run(row);
        if (run && !run->isEnded())
            viewport()->update(0, rowViewportPosition(row), viewport()->width(), rowHeight(row));
    }
}

void RunsTable::moveBy(int rows)
{
    const int row = qBound(0, currentRow() + rows, model()->rowCount() - 1);
    if (model()->rowCount() > 0)
        setCurrentIndex(model()->index(row, 0));
}

void RunsTable::keyPressEvent(QKeyEvent *event)
{
    const bool isPlain = event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier;
    if (isPlain && event->key() == Qt::Key_Home && m_model.heldCount() > 0)
        return emit homePressed();
    if (isPlain && event->key() == Qt::Key_J)
        return moveBy(1);
    if (isPlain && event->key() == Qt::Key_K)
        return moveBy(-1);
    if (isPlain && (event->key() == Qt::Key_Home || event->key() == Qt::Key_End)) {
        if (model()->rowCount() > 0) // QTableView would only move along the row
            setCurrentIndex(model()->index(event->key() == Qt::Key_Home ? 0 : model()->rowCount() - 1, 0));
        return;
    }
    if (event->text() == "/")
        return emit slashPressed();
    if (event->key() == Qt::Key_Escape)
        return event->ignore();
    QTableView::keyPressEvent(event);
}

bool RunsTable::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::MouseMove) {
        m_words.setHovered(rowAt(static_cast<QMouseEvent *>(event)->pos().y()));
        m_pointer.start();
        emit pointerMoved();
    } else if (event->type() == QEvent::Leave) {
        m_words.setHovered(-1);
        m_pointer.stop();
        emit pointerStopped();
    }
    return QTableView::viewportEvent(event);
}

void RunsTable::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    if (dy != 0)
        emit moved();
}

void RunsTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    emit moved();
}

void RunsTable::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    emit moved();
}

} // namespace batuta::views
