// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

namespace batuta::views {

/// The frame around rows of cells: a hairline between them and around all of them. `setSplit` draws one
/// between the two columns.
class TableWell final : public QWidget
{
    Q_OBJECT

public:
    explicit TableWell(QWidget *parent);
    void setSplit(int x);
    /// Rows of which something is wrong.
    void setBadRows(QList<QWidget *> rows);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_split = 0;
    QList<QWidget *> m_bad;
};

} // namespace batuta::views
