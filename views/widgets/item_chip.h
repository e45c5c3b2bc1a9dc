// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractButton>

namespace batuta::views {

/// One item of a list: click, Enter, Space, Delete or Backspace takes it away.
class ItemChip final : public QAbstractButton
{
    Q_OBJECT

public:
    ItemChip(const QString &text, QWidget *parent);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QString shown() const; ///< the text, shortened
};

} // namespace batuta::views
