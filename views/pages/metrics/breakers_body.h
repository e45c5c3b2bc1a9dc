// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/pages/metrics/panel_body.h"
#include "views/theme/tokens.h"

namespace batuta::views {

/// One bar for each circuit breaker: when it was closed, half-open or open; told by colour, height and glyph.
class BreakersBody final : public PanelBody
{
    Q_OBJECT

public:
    enum class Stand { Unknown, Closed, HalfOpen, Open };
    struct Row
    {
        QString name;
        std::vector<Stand> stands;
        Stand now = Stand::Unknown;
    };

    explicit BreakersBody(Scene scene, QWidget *parent = nullptr)
        : PanelBody(scene, parent)
    {
    }

    QRect plot() const override;
    const std::vector<Row> &rows() const { return m_rows; }

protected:
    void dataChanged() override;
    void paintEvent(QPaintEvent *event) override;

private:
    void paintRow(QPainter &painter, const Row &row, const QRect &area, int y) const;
    int rowHeight() const;

    std::vector<Row> m_rows;
};

/// `closed`, `half-open`, `open`.
QString standWord(BreakersBody::Stand stand);
QColor standColor(BreakersBody::Stand stand, const Colors &colors);

} // namespace batuta::views
