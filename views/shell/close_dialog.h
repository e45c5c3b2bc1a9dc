// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

namespace batuta::views {

class Button;
class Label;

/// Asks what becomes of the executions that still run when the window is to close. A panel for an Overlay.
class CloseDialog final : public QWidget
{
    Q_OBJECT

public:
    explicit CloseDialog(QWidget *parent = nullptr);
    void setRunning(int running);
    /// It has been decided: only the count, and Stay.
    void setWaiting();

signals:
    void finishChosen();
    void cancelChosen();
    void stayChosen();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    int m_running = 0;
    bool m_waiting = false;
    Label *m_title;
    Label *m_text;
    Button *m_stay;
    Button *m_cancel;
    Button *m_finish;
};

} // namespace batuta::views
