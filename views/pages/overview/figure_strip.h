// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/status.h"

#include <QColor>
#include <QWidget>

#include <optional>
#include <vector>

namespace batuta::views {

/// Figures side by side with hairlines between them: a caption, the value, what it means, and its line in
/// time.
class FigureStrip final : public QWidget
{
    Q_OBJECT

public:
    struct Figure
    {
        QString caption;
        QString value;
        QString note;
        std::optional<Status> status{}; ///< colours the note
        Status line = Status::Queued;   ///< the colour of the line
        bool isAccent = false;          ///< the line in the colour of the program instead
        std::vector<double> values{};   ///< NaN is a gap
    };

    explicit FigureStrip(QWidget *parent = nullptr);
    void setFigures(QList<Figure> figures);
    const QList<Figure> &figures() const { return m_figures; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintFigure(QPainter &painter, const Figure &figure, const QRect &tile) const;
    void paintLine(QPainter &painter, const Figure &figure, const QRectF &area) const;

    QList<Figure> m_figures;
};

} // namespace batuta::views
