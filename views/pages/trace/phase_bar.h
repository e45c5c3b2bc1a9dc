// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/trace/trace_step.h"

#include <QWidget>

#include <optional>

namespace batuta::views {

/// Where the time of one call went: a bar of its phases, and a figure for each below it.
class PhaseBar final : public QWidget
{
    Q_OBJECT

public:
    explicit PhaseBar(QWidget *parent = nullptr);
    /// Nothing hides it.
    void setPhases(std::optional<Phases> phases);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Part
    {
        QString name;
        Duration duration{};
        int series = 0;
    };
    std::vector<Part> parts() const;
    void describe();

    std::optional<Phases> m_phases;
};

} // namespace batuta::views
