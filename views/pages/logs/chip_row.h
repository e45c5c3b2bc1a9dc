// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QWidget>

class QHBoxLayout;

namespace batuta::views {

/// What all lines have in common, as chips instead of columns. Hidden when they have nothing.
class ChipRow final : public QWidget
{
    Q_OBJECT

public:
    explicit ChipRow(QWidget *parent = nullptr);
    void setChips(const QList<std::pair<QString, QString>> &chips);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QHBoxLayout *m_row;
    QList<std::pair<QString, QString>> m_shown;
};

} // namespace batuta::views
