// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractButton>
#include <QWidget>

#include <array>

namespace batuta::views {

/// The steps of a wizard below each other: a number, a tick or a warning, the title, and how it stands there.
/// Those that cannot be reached yet are not enabled.
class DeploySteps final : public QWidget
{
    Q_OBJECT

public:
    static constexpr int kCount = 6;
    enum class Mark { Number, Done, Warning };
    struct Line
    {
        QString title, detail;
        Mark mark = Mark::Number;
        bool isReachable = false;
    };

    explicit DeploySteps(QWidget *parent = nullptr);
    void setLines(const std::array<Line, kCount> &lines, int current);
    int current() const { return m_current; }

signals:
    void chosen(int step); ///< by a person

private:
    class StepButton;
    std::array<StepButton *, kCount> m_buttons{};
    int m_current = 0;
};

} // namespace batuta::views
