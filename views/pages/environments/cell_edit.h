// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QPlainTextEdit>

namespace batuta::views {

/// The field of a cell: as high as its lines. Enter is done, Shift+Enter begins another line.
class CellEdit final : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit CellEdit(QWidget *parent = nullptr);
    /// Where the cell is; more lines go over the cells below.
    void place(const QRect &cell);

signals:
    void committed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    void fit();

    QRect m_cell;
};

} // namespace batuta::views
