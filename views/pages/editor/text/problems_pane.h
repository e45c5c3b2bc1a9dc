// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/document/flow_document.h"

#include <QWidget>

class QListView;
class QMenu;

namespace batuta::views {

class Button;
class Label;
class ProblemModel;
class StatePane;

/// What is wrong with the flow that is edited, errors first. Going to a problem selects its place in the
/// document; a fix is a change of the document, to be undone like any other.
class ProblemsPane final : public QWidget
{
    Q_OBJECT

public:
    explicit ProblemsPane(FlowDocument &document, QWidget *parent = nullptr);

    /// F8, Shift+F8: go to the problem behind or before the current one, around the end.
    void next() { move(1); }
    void previous() { move(-1); }
    /// Ctrl+.: the first fix of the current problem, or of the next one when none is current.
    void fixCurrent();
    /// `1 error, 2 warnings, 1 note`; "" without any.
    QString counts() const;
    bool isEmpty() const { return m_document.problems().empty(); }
    QListView *list() const { return m_list; }
    void setReadOnly(bool readOnly);

signals:
    /// An environment key without a value is to be given one.
    void valueRequested(const QString &key);
    void countsChanged();
    /// Enter or a double click on a problem: the field it stands in is wanted.
    void fieldRequested(batuta::edit::Range range);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void buildFilter();
    void present();
    void retranslate();
    void move(int step);
    void goTo(int row);
    void openCurrent();
    void act(int row, int fix);
    void openFixes(int row, const QPoint &at);
    void followSelection();

    FlowDocument &m_document;
    ProblemModel *m_model;
    QListView *m_list;
    StatePane *m_state;
    Label *m_title, *m_counts;
    Button *m_filter;
    QMenu *m_filterMenu;
    bool m_isGoing = false;
};

} // namespace batuta::views
