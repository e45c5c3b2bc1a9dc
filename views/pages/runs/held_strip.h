// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractButton>

namespace batuta::views {

/// The strip above the first row that says how many newer runs are kept back. A click shows them.
class HeldStrip final : public QAbstractButton
{
    Q_OBJECT

public:
    enum class Reason { Selected, Scrolled, Pointer, Paused, Sorted };

    explicit HeldStrip(QWidget *parent = nullptr);
    void setHeld(int count, Reason reason);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    int m_count = 0;
    Reason m_reason = Reason::Selected;
    QString m_why;
};

} // namespace batuta::views
