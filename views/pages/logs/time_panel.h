// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QLineEdit;

namespace batuta::views {

class Label;

/// Asks for a time to go to.
class TimePanel final : public QWidget
{
    Q_OBJECT

public:
    explicit TimePanel(QWidget *parent = nullptr);
    QLineEdit &field() { return *m_field; }
    void setProblem(const QString &problem);

signals:
    void entered(const QString &text);
    void dismissed();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLineEdit *m_field;
    Label *m_problem;
};

} // namespace batuta::views
