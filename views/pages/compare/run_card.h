// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/trace/trace_run.h"

#include <QWidget>

class QAction;

namespace batuta::views {

class Button;
class Chip;
class FactStrip;
class Label;

/// One of the two runs at the head of a comparison: its letter, id, state and facts.
class RunCard final : public QWidget
{
    Q_OBJECT

public:
    /// `open` shows the run's trace.
    RunCard(bool isA, QAction *open, QWidget *parent = nullptr);
    void setRun(const TraceRun &run, WallTime now, bool utc);
    Button &change() { return *m_change; }

signals:
    void changeRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    bool m_isA;
    Label *m_id;
    Chip *m_status;
    Button *m_change;
    FactStrip *m_facts;
};

} // namespace batuta::views
