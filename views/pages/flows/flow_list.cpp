// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/flows/flow_list.h"

#include "views/pages/flows/flow_delegate.h"
#include "views/pages/flows/flow_list_model.h"
#include "views/theme/theme.h"
#include "views/widgets/notice.h"
#include "views/widgets/words.h"

#include <QAction>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>

namespace batuta::views {

FlowList::FlowList(EngineLink &engine, QWidget *parent)
    : Surface(Level::Panel, parent)
    , m_engine(engine)
    , m_model(new FlowListModel(this))
    , m_filter(new QLineEdit(this))
    , m_view(new QListView(this))
    , m_pane(new StatePane(m_view, this))
    , m_clear(new QAction(this))
    , m_retry(new QAction(this))
{
    m_filter->addAction(themeOf(this).icon("search"), QLineEdit::LeadingPosition);
    m_filter->setClearButtonEnabled(true);
    m_filter->installEventFilter(this);
    m_view->setModel(m_model);
    m_view->setItemDelegate(new FlowDelegate(m_view));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setMouseTracking(true);
    m_view->setResizeMode(QListView::Adjust);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 10, 0, 0);
    column->setSpacing(6);
    auto *field = new QHBoxLayout;
    field->setContentsMargins(10, 0, 10, 0);
    field->addWidget(m_filter);
    column->addLayout(field);
    column->addWidget(m_pane, 1);
    setFocusProxy(m_view);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_model->setFilter(text);
        showState();
    });
    connect(m_model, &QAbstractItemModel::modelReset, this, &FlowList::mark);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &FlowList::tell);
    connect(&engine, &EngineLink::flowsChanged, this, &FlowList::follow);
    connect(&engine, &EngineLink::infoChanged, this, &FlowList::follow);
    connect(&engine, &EngineLink::stateChanged, this, &FlowList::showState);
    connect(m_clear, &QAction::triggered, m_filter, &QLineEdit::clear);
    connect(m_retry, &QAction::triggered, this, [this] { m_engine.refresh(); });
    connect(&themeOf(this), &Theme::changed, m_view, &QListView::doItemsLayout);
    retranslate();
    follow();
}

void FlowList::setCurrent(const QString &flow)
{
    m_current = flow;
    mark();
}

QString FlowList::firstFlow() const
{
    return m_model->firstFlow();
}

void FlowList::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void FlowList::follow()
{
    m_model->setContent(m_engine.flows(), m_engine.info());
    showState();
}

void FlowList::showState()
{
    if (m_model->rowCount() > 0)
        m_pane->showContent();
    else if (m_model->hasFlows())
        m_pane->showEmpty(tr("No flow matches the filter."), m_clear);
    else if (m_engine.state() == EngineLink::State::Unreachable)
        m_pane->showError(tr("The flows cannot be listed."), errorSentence(m_engine.reason()), m_retry);
    else if (m_engine.state() == EngineLink::State::Running && !m_engine.info().workspace.empty())
        m_pane->showEmpty(tr("This workspace has no flows. A flow is a YAML file in its flows folder."));
    else
        m_pane->showLoading();
}

/// The row of the current flow, without telling anybody.
void FlowList::mark()
{
    const int row = m_model->rowOf(m_current);
    const QModelIndex wanted = row < 0 ? QModelIndex() : m_model->index(row);
    if (m_view->currentIndex() == wanted)
        return;
    m_isMarking = true;
    if (wanted.isValid())
        m_view->setCurrentIndex(wanted);
    else
        m_view->selectionModel()->clear();
    m_isMarking = false;
}

void FlowList::tell(const QModelIndex &index)
{
    if (m_isMarking || !index.isValid())
        return;
    if (index.data(FlowListModel::KindRole).toInt() == static_cast<int>(FlowListModel::Kind::Flow)) {
        m_current = index.data(FlowListModel::NameRole).toString();
        emit flowChosen(m_current);
        return;
    }
    m_current.clear();
    emit problemChosen(index.data().toString(), index.data(FlowListModel::PlaceRole).toString(),
                       index.data(FlowListModel::MendRole).toString());
}

bool FlowList::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_filter && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
            m_view->setFocus(Qt::OtherFocusReason);
            const int row = m_model->rowOf(m_model->firstFlow());
            if (!m_view->currentIndex().isValid() && row >= 0)
                m_view->setCurrentIndex(m_model->index(row));
            return true;
        }
        if (key == Qt::Key_Escape && !m_filter->text().isEmpty()) {
            m_filter->clear();
            return true;
        }
    }
    return Surface::eventFilter(watched, event);
}

void FlowList::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Surface::changeEvent(event);
}

void FlowList::retranslate()
{
    m_filter->setPlaceholderText(tr("Filter flows"));
    m_filter->setAccessibleName(tr("Filter flows"));
    m_view->setAccessibleName(tr("Flows by system"));
    m_clear->setText(tr("Clear the filter"));
    m_retry->setText(tr("Try again"));
    m_model->retranslate();
    showState();
}

} // namespace batuta::views
