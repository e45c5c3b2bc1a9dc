// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/engine_control.h"
#include "views/models/engine_link.h"

#include <QTimer>
#include <QWidget>

class QGridLayout;
class QVBoxLayout;

namespace batuta::views {

class Button;
class CodeView;
class Label;
class Notice;

/// The strip over a window whose engine does not answer: since when, what is shown, why, when it is asked
/// again, and what can be done: ask now, sign in again, or start it.
class UnreachableStrip final : public QWidget
{
    Q_OBJECT

public:
    /// `start` and `signIn` may be null.
    struct Actions
    {
        QAction *retry;
        QAction *start;
        QAction *signIn;
    };
    UnreachableStrip(const EngineLink &link, Actions actions, QWidget *parent = nullptr);

signals:
    void detailsWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void refresh();

    const EngineLink &m_link;
    Label *m_strong;
    Label *m_text;
    Label *m_attempt;
    Button *m_details;
    Button *m_retry;
    Button *m_signIn = nullptr;
    QTimer m_clock;
};

/// How the engine is connected: ordered checks, its last lines, what still works without it.
class ConnectionPanel final : public QWidget
{
    Q_OBJECT

public:
    ConnectionPanel(const EngineLink &link, const EngineControl &control, QWidget *parent = nullptr);
    /// Asks for the checks again.
    void refresh();

signals:
    void closeRequested();
    void otherEngineWanted();
    void told(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fillChecks(const Diagnosis &diagnosis);
    void fillWorks();
    QString diagnosticText() const;

    const EngineLink &m_link;
    const EngineControl &m_control;
    Label *m_title;
    Label *m_place;
    Button *m_copy;
    Button *m_other;
    Button *m_close;
    QWidget *m_checks;
    CodeView *m_lines;
    QWidget *m_works;
    Label *m_checksTitle;
    Label *m_linesTitle;
    Label *m_worksTitle;
};

} // namespace batuta::views
