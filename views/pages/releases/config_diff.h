// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/pages/editor/versions/diff_rows.h"

#include <QAbstractScrollArea>

namespace batuta::views {

/// What one configuration has and another has not, in one column: lines that are gone, then lines that came,
/// with both numbers. Ctrl+C copies the differences. Only what is seen is painted.
class ConfigDiff final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit ConfigDiff(QWidget *parent = nullptr);

    void setTexts(const std::string &before, const std::string &after);
    int added() const { return m_added; }
    int removed() const { return m_removed; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Line
    {
        int before = 0, after = 0; ///< numbers; 0 for none
        QString text;
    };
    void dress();
    void measure();
    void paintLine(QPainter &painter, const Line &line, int top) const;

    std::string m_before, m_after;
    std::vector<Line> m_lines;
    int m_added = 0, m_removed = 0;
    int m_line = 18, m_character = 7;
};

} // namespace batuta::views
