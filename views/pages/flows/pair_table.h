// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/pages/flows/inspector_facts.h"

#include <QTextLayout>
#include <QWidget>

#include <memory>
#include <vector>

namespace batuta::views {

/// Names and values in a frame, a row each (only values when nothing is named); long values take up to four
/// lines. Up and Down move, Ctrl+C copies the value of the row; the pointer and screen readers get the whole
/// of it.
class PairTable final : public QWidget
{
    Q_OBJECT

public:
    explicit PairTable(QList<InspectorPair> pairs, QWidget *parent = nullptr);

    int current() const { return m_current; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Row
    {
        int top = 0, height = 0;
        std::unique_ptr<QTextLayout> value;
    };
    std::vector<Row> layOut(int width) const;
    void dress();
    void setCurrent(int row);
    int rowAt(const QPoint &at) const;
    int keyWidth(int width) const;
    void paintRow(QPainter &painter, int row) const;
    void describe();

    QList<InspectorPair> m_pairs;
    std::vector<Row> m_rows;
    int m_current = -1;
};

} // namespace batuta::views
