// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/engine_link.h"
#include "views/widgets/pane.h"

#include <QPointer>

class QAction;
class QLineEdit;
class QListView;

namespace batuta::views {

class FlowListModel;
class StatePane;

/// The left pane: a filter, and the flows of the workspace by system with its problems. Follows the engine.
/// Down in the filter goes into the list, Esc empties it.
class FlowList final : public Surface
{
    Q_OBJECT

public:
    explicit FlowList(EngineLink &engine, QWidget *parent = nullptr);

    /// Marks a flow; "" for none. Emits nothing.
    void setCurrent(const QString &flow);
    QString firstFlow() const;
    void focusFilter();
    QListView *view() const { return m_view; }

signals:
    void flowChosen(const QString &flow);
    /// A problem of the workspace's files: what, where, and how to mend it.
    void problemChosen(const QString &sentence, const QString &place, const QString &advice);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void follow();
    void showState();
    void tell(const QModelIndex &index);
    void mark();

    EngineLink &m_engine;
    FlowListModel *m_model;
    QLineEdit *m_filter;
    QListView *m_view;
    StatePane *m_pane;
    QAction *m_clear, *m_retry;
    QString m_current;
    bool m_isMarking = false;
};

} // namespace batuta::views
