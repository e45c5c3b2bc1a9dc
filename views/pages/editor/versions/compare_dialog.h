// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/pages/editor/versions/version_source.h"

#include <QWidget>

class QComboBox;
class QStackedWidget;

namespace batuta::views {

class Button;
class ChangeList;
class DiffGraph;
class DiffView;
class Label;
class Notice;
class Segmented;

/// A panel for an Overlay: two texts of a flow side by side, as a graph and as lines. Each is a version, the
/// draft, the file on the disk, or what runs. Changes nothing.
class CompareDialog final : public QWidget
{
    Q_OBJECT

public:
    explicit CompareDialog(VersionSource &source, QWidget *parent = nullptr);
    /// Shows the difference from `before` to `after`.
    void compare(TextSide before, TextSide after);
    QSize wantedSize() const { return {1180, 720}; }

signals:
    void closeRequested();
    /// What is shown is another difference, or the first one: ready for who looks at it.
    void compared();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void retranslate();
    void fillSides();
    void start();
    void present(Result<Comparison> comparison);
    void showTab(const QString &tab);
    void tellPlace();
    TextSide sideOf(const QComboBox &box) const;
    QString wordOf(TextSide side) const;

    VersionSource &m_source;
    TextSide m_before, m_after;
    int m_asked = 0; ///< an answer to an older question is dropped
    QString m_wantedTab;
    Label *m_title, *m_from, *m_to, *m_counts, *m_place;
    QComboBox *m_left, *m_right;
    Button *m_swap, *m_close, *m_previous, *m_next;
    Segmented *m_tabs;
    Notice *m_notice;
    QStackedWidget *m_stack;
    DiffGraph *m_graph;
    ChangeList *m_changes;
    DiffView *m_text;
};

} // namespace batuta::views
