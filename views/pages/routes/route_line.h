// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/pages/routes/routes_document.h"

#include <QStringList>
#include <QWidget>

#include <optional>

class QComboBox;
class QLineEdit;

namespace batuta::views {

class Button;
class Label;
class StatusGlyph;

/// One rule: its place, its condition, its flow, what it says of the tried payload, and what can be done with
/// it. Tells what a person wants, and shows what it is given.
class RouteLine final : public QWidget
{
    Q_OBJECT

public:
    /// Where its parts stand, for a row below: pixels left of the condition, of the flow, right of it.
    struct Columns
    {
        int condition, flow, acts;
    };

    explicit RouteLine(int row, QWidget *parent = nullptr);
    static Columns columnsOf(const QWidget *window);

    void present(const RouteRow &rule, const QStringList &flows, bool isLast);
    void setVerdict(const std::optional<RouteVerdict> &verdict);
    QLineEdit *condition() const { return m_condition; }
    QComboBox *flow() const { return m_flow; }

signals:
    void conditionChanged(const QString &condition);
    void flowChanged(const QString &flow);
    void moveWanted(int by); ///< -1 up, 1 down
    void removeWanted();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void retranslate();

    int m_row;
    Label *m_number;
    StatusGlyph *m_glyph;
    QLineEdit *m_condition;
    QComboBox *m_flow;
    Button *m_up, *m_down, *m_remove;
    Label *m_problem;
    RouteRow m_rule;
};

} // namespace batuta::views
