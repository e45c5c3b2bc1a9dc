// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/widgets/pane.h"

class QLineEdit;

namespace batuta::views {

class KindList;
class Label;

/// The steps that can be added, in groups, with a filter above. They are dragged onto the canvas; Enter or a
/// double click adds one after the selection.
class StepPalette final : public Surface
{
    Q_OBJECT

public:
    explicit StepPalette(QWidget *parent = nullptr);
    KindList &list() const { return *m_list; }
    QLineEdit &filter() const { return *m_filter; }
    QSize sizeHint() const override;

signals:
    void chosen(const QString &kind);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void show();

    QLineEdit *m_filter;
    KindList *m_list;
    Label *m_none;
};

} // namespace batuta::views
