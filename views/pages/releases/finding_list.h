// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/status.h"

#include <QList>
#include <QWidget>

namespace batuta::views {

/// What was looked at before a deployment, or how far it is: a picture, what, what was found, and the advice
/// below it. As high as its lines.
class FindingList final : public QWidget
{
    Q_OBJECT

public:
    struct Line
    {
        Status picture = Status::Queued;
        bool isWarning = false;
        QString title, text, advice, right;

        bool operator==(const Line &) const = default;
    };
    explicit FindingList(QWidget *parent = nullptr);
    void setLines(const QList<Line> &lines);
    const QList<Line> &lines() const { return m_lines; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QRect textRoom(int top) const;
    int heightOf(const Line &line) const;
    void paintLine(QPainter &painter, const Line &line, const QRect &room) const;

    QList<Line> m_lines;
};

} // namespace batuta::views
