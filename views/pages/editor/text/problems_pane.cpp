// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/editor/text/problems_pane.h"

#include "views/pages/editor/text/problem_delegate.h"
#include "views/pages/editor/text/problem_model.h"
#include "views/pages/editor/text/problem_words.h"
#include "views/widgets/button.h"
#include "views/widgets/label.h"
#include "views/widgets/notice.h"
#include "views/widgets/pane.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QMenu>
#include <QMouseEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace batuta::views {
namespace {

constexpr std::array kSeverities{edit::Severity::Error, edit::Severity::Warning, edit::Severity::Note};

QStyleOptionViewItem optionOf(const QListView &list, const QModelIndex &index)
{
    QStyleOptionViewItem option;
    option.initFrom(&list);
    option.widget = &list;
    option.rect = list.visualRect(index);
    return option;
}

} // namespace

ProblemsPane::ProblemsPane(FlowDocument &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_model(new ProblemModel(this))
    , m_list(new QListView(this))
    , m_title(new Label(TextStyle::Strong, Ink::Primary, this))
    , m_counts(new Label(TextStyle::Body, Ink::Secondary, this))
    , m_filter(new Button(QString(), QStringLiteral("filter"), Button::Variant::Ghost, this))
    , m_filterMenu(new QMenu(this))
{
    build();
    buildFilter();
    connect(&document, &FlowDocument::problemsChanged, this, &ProblemsPane::present);
    connect(&document, &FlowDocument::selectionChanged, this, &ProblemsPane::followSelection);
    retranslate();
}

void ProblemsPane::build()
{
    auto *bar = new Bar(Bar::Kind::PanelTitle, this);
    bar->row()->addWidget(m_title);
    bar->row()->addWidget(m_counts);
    bar->row()->addStretch();
    m_filter->setIconOnly(true);
    m_filter->setSmall(true);
    bar->row()->addWidget(m_filter);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new ProblemDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->installEventFilter(this);
    m_list->viewport()->installEventFilter(this);
    connect(m_list, &QListView::doubleClicked, this, [this] { openCurrent(); });
    m_state = new StatePane(m_list, this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(bar);
    column->addWidget(m_state, 1);
    setFocusProxy(m_list);
}

void ProblemsPane::buildFilter()
{
    for (const edit::Severity severity : kSeverities) {
        QAction *action = m_filterMenu->addAction(QString());
        action->setCheckable(true);
        action->setChecked(true);
        connect(action, &QAction::toggled, this, [this, severity](bool isOn) {
            m_model->setShown(severity, isOn);
            present();
        });
    }
    connect(m_filter, &QAbstractButton::clicked, this,
            [this] { m_filterMenu->popup(m_filter->mapToGlobal(QPoint(0, m_filter->height()))); });
}

void ProblemsPane::retranslate()
{
    m_title->setText(tr("Problems"));
    m_filter->setText(tr("Filter by severity"));
    m_list->setAccessibleName(tr("Problems"));
    const QStringList words{tr("Errors"), tr("Warnings"), tr("Notes")};
    for (int i = 0; i < words.size(); ++i)
        m_filterMenu->actions().at(i)->setText(words[i]);
    present();
}

void ProblemsPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

QString ProblemsPane::counts() const
{
    std::array<int, 3> counts{};
    for (const edit::Problem &problem : m_document.problems())
        ++counts[static_cast<std::size_t>(problem.severity)];
    QStringList parts;
    if (counts[0] > 0)
        parts << tr("%Ln error(s)", nullptr, counts[0]);
    if (counts[1] > 0)
        parts << tr("%Ln warning(s)", nullptr, counts[1]);
    if (counts[2] > 0)
        parts << tr("%Ln note(s)", nullptr, counts[2]);
    return parts.join(QStringLiteral(", "));
}

/// The list anew; what was current stays so when it is still there.
void ProblemsPane::present()
{
    const QModelIndex current = m_list->currentIndex();
    std::pair<std::string, std::string> kept;
    if (current.isValid() && current.row() < m_model->rowCount())
        kept = {m_model->at(current.row()).code, m_model->at(current.row()).subject};
    m_model->present(m_document.problems());
    for (int row = 0; row < m_model->rowCount() && !kept.first.empty(); ++row)
        if (m_model->at(row).code == kept.first && m_model->at(row).subject == kept.second) {
            m_list->setCurrentIndex(m_model->index(row));
            break;
        }
    m_counts->setText(counts());
    if (m_model->rowCount() > 0)
        m_state->showContent();
    else if (m_model->isFiltered() && !m_document.problems().empty())
        m_state->showEmpty(tr("No problems of the severities that are shown"));
    else
        m_state->showEmpty(tr("No problems"));
    emit countsChanged();
}

void ProblemsPane::goTo(int row)
{
    if (row < 0 || row >= m_model->rowCount())
        return;
    m_isGoing = true;
    m_list->setCurrentIndex(m_model->index(row));
    m_document.selectPlace(m_model->at(row).range);
    m_isGoing = false;
}

void ProblemsPane::openCurrent()
{
    const int row = m_list->currentIndex().row();
    goTo(row);
    if (row >= 0 && row < m_model->rowCount())
        emit fieldRequested(m_model->at(row).range);
}

void ProblemsPane::setReadOnly(bool readOnly)
{
    m_model->setReadOnly(readOnly);
}

void ProblemsPane::move(int step)
{
    const int rows = m_model->rowCount();
    if (rows == 0)
        return;
    const QModelIndex current = m_list->currentIndex();
    const int from = current.isValid() ? current.row() : step > 0 ? -1 : rows;
    goTo((from + step + rows) % rows);
}

void ProblemsPane::fixCurrent()
{
    if (!m_list->currentIndex().isValid())
        return next(); // what would be fixed is shown first
    act(m_list->currentIndex().row(), 0);
}

void ProblemsPane::act(int row, int fix)
{
    if (row < 0 || row >= m_model->rowCount() || m_document.isChecking() || m_model->isReadOnly())
        return; // its edits are of an older text; the list follows at once
    const edit::Problem problem = m_model->at(row);
    if (fix < static_cast<int>(problem.fixes.size())) {
        const edit::Fix &chosen = problem.fixes[static_cast<std::size_t>(fix)];
        m_document.change(fixTitle(chosen), chosen.edits);
    } else if (const QString key = missingKey(problem); !key.isEmpty()) {
        emit valueRequested(key);
    }
}

void ProblemsPane::openFixes(int row, const QPoint &at)
{
    if (row < 0 || row >= m_model->rowCount())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("Show the place")), &QAction::triggered, this, [this, row] { goTo(row); });
    const edit::Problem &problem = m_model->at(row);
    const auto fixes = static_cast<int>(m_model->isReadOnly() ? 0 : problem.fixes.size());
    for (int i = 0; i < fixes; ++i)
        connect(menu->addAction(fixTitle(problem.fixes[static_cast<std::size_t>(i)])), &QAction::triggered,
                this, [this, row, i] { act(row, i); });
    if (problem.fixes.empty() && !m_model->isReadOnly() && !firstAct(problem).isEmpty())
        connect(menu->addAction(firstAct(problem)), &QAction::triggered, this, [this, row] { act(row, 0); });
    menu->popup(at);
}

/// The first problem of the selected step, unless one of it is current already.
void ProblemsPane::followSelection()
{
    const auto &selection = m_document.selection();
    const QModelIndex current = m_list->currentIndex();
    if (m_isGoing || selection.size() != 1 || m_document.isChecking())
        return;
    if (current.isValid() && m_model->at(current.row()).step == selection.front())
        return;
    for (int row = 0; row < m_model->rowCount(); ++row)
        if (m_model->at(row).step == selection.front())
            return m_list->setCurrentIndex(m_model->index(row));
    m_list->setCurrentIndex({});
}

bool ProblemsPane::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseButtonRelease && watched == m_list->viewport()) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        const QModelIndex index = m_list->indexAt(mouse->position().toPoint());
        if (index.isValid() && mouse->button() == Qt::LeftButton) {
            const QRect button = ProblemDelegate::buttonOf(optionOf(*m_list, index), index);
            if (button.contains(mouse->position().toPoint()))
                act(index.row(), 0);
            else
                goTo(index.row());
        }
    } else if (event->type() == QEvent::ContextMenu && watched == m_list->viewport()) {
        const auto *menu = static_cast<QContextMenuEvent *>(event);
        const QModelIndex index = menu->reason() == QContextMenuEvent::Mouse ? m_list->indexAt(menu->pos())
                                                                             : m_list->currentIndex();
        openFixes(index.row(), menu->globalPos());
        return true;
    } else if (event->type() == QEvent::KeyPress && watched == m_list) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            openCurrent();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace batuta::views
