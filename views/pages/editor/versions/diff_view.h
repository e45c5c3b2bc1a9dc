// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/pages/editor/versions/diff_rows.h"

#include <QAbstractScrollArea>

namespace batuta::views {

/// Two texts side by side with line numbers; lines and words that differ are tinted and have a sign. Both
/// scroll together. n and Shift+N (or F3, Shift+F3) go to the next and the previous difference, Ctrl+C copies
/// the one that is shown. Only the rows that are seen are painted.
class DiffView final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit DiffView(QWidget *parent = nullptr);

    /// The first difference becomes the present one, and is scrolled to.
    void setRows(DiffRows rows);
    const DiffRows &rows() const { return m_rows; }
    /// Titles of the two sides, for people who hear them: `v14`, `Draft`.
    void setSides(const QString &before, const QString &after);
    /// The present difference, from 0; -1 when there is none.
    int present() const { return m_present; }

public slots:
    void next();
    void previous();

signals:
    void presentChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Side;
    void dress();
    void measure();
    void go(int difference);
    void describe();
    void copy() const;
    int endOf(int difference) const;
    int gutter() const;
    int lineHeight() const { return m_line; }
    void paintRow(QPainter &painter, int row, int top) const;
    void paintSide(QPainter &painter, const Side &side) const;

    DiffRows m_rows;
    QString m_before, m_after;
    int m_present = -1;
    int m_line = 18;
    int m_character = 7;
    int m_digits = 3;
    int m_longest = 0; ///< characters
};

} // namespace batuta::views
