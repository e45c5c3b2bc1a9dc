// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QColor>
#include <QWidget>

namespace batuta::views {

/// What the lines of a panel say at the crosshair: beside the pointer, above everything, never under it.
class PanelTip final : public QWidget
{
    Q_OBJECT

public:
    struct Row
    {
        QString name, value;
        QColor color; ///< invalid: no dot
    };

    explicit PanelTip(QWidget *parent);
    void show(const QString &title, const QList<Row> &rows, const QString &hint, const QPoint &beside);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_title, m_hint;
    QList<Row> m_rows;
};

} // namespace batuta::views
