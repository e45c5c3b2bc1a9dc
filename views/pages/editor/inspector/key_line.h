// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/edit/check_flow.h"

#include <QWidget>

#include <vector>

namespace batuta::views {

/// Which of the environments have a value for the keys that an expression uses: `✓ dev ✓ staging ✗
/// production`, one line for each key, and a way to it. Hidden while there is none.
class KeyLine final : public QWidget
{
    Q_OBJECT

public:
    explicit KeyLine(QWidget *parent);
    /// `text` is what the field holds.
    void showKeys(const std::string &text, bool isCondition, const edit::Surroundings &surroundings);

    /// Somebody can open a key: a link leads there.
    void setOpens(bool opens);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

signals:
    void openRequested(const QString &key);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Row
    {
        QString key;
        std::vector<std::pair<QString, bool>> environments; ///< and whether it has a value there
        bool operator==(const Row &) const = default;
    };
    int lineHeight() const;
    /// Lines that the environments of a row take, drawn when there is a painter.
    int layOut(const Row &row, int top, QPainter *painter) const;
    QRect linkOf(std::size_t row) const;

    std::vector<Row> m_rows;
    bool m_opens = false;
};

} // namespace batuta::views
