// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/pages/editor/canvas/step_kinds.h"

#include <QListWidget>

namespace batuta::views {

/// Kinds of steps below each other, with or without headings. A row is chosen by Enter or a double click, and
/// can be dragged onto an EditView.
class KindList final : public QListWidget
{
    Q_OBJECT

public:
    explicit KindList(QWidget *parent = nullptr);

    void setKinds(const std::vector<StepKind> &kinds, bool withHeadings);
    /// Of the current row; "" for none.
    QString currentKind() const;
    /// To the next or previous kind; stays at the ends.
    void step(int by);
    int kinds() const { return m_kinds; }

signals:
    void chosen(const QString &kind);

protected:
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QList<QListWidgetItem *> &items) const override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    int m_kinds = 0;
};

} // namespace batuta::views
