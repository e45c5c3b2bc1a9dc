// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/runs/run_row.h"

#include <QWidget>

namespace batuta::views {

class Button;
class Label;

/// Asks whether a run shall be cancelled. The focus begins on the button that does nothing.
class CancelPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit CancelPanel(const RunRow &run, QWidget *parent = nullptr);

signals:
    void confirmed();
    void dismissed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    RunRow m_run;
    Label *m_title;
    Label *m_text;
    Button *m_keep;
    Button *m_cancel;
};

} // namespace batuta::views
