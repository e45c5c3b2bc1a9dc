// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/preferences.h"
#include "views/models/runs/failure_feed.h"

#include <QWidget>

class QLineEdit;
class QPlainTextEdit;

namespace batuta::views {

class Button;
class FactStrip;
class Label;

/// All that is known of one group of failures, what changed just before it, and what people noted on it.
class FailurePane final : public QWidget
{
    Q_OBJECT

public:
    explicit FailurePane(FailureFeed &feed, const Preferences &preferences, QWidget *parent = nullptr);

    /// "" empties it. What is being typed stays.
    void show(const QString &key);
    using QWidget::show;
    QString key() const { return m_key; }
    /// While something goes on with the group: `3 of 40 repeated`.
    void setProgress(const QString &text);

signals:
    void noted(const QString &key, const QString &text, const QString &assignee);
    void addressed(const QString &key, bool isAddressed);
    void runsRequested(const QString &key);
    void sampleRequested(const QString &execution);
    void repeatRequested(const QString &key);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void fill();
    void retranslate();
    void connectButtons();
    QWidget *makeNote();
    QWidget *makeButtons();
    QString suspect(const client::FailureGroup &group) const;

    FailureFeed &m_feed;
    const Preferences &m_preferences;
    QString m_key;
    Label *m_pattern;
    Label *m_error;
    FactStrip *m_facts;
    FactStrip *m_times;
    Label *m_changeTitle;
    Label *m_change;
    Label *m_noteTitle;
    QLineEdit *m_assignee;
    QPlainTextEdit *m_note;
    Label *m_noted;
    Label *m_progress;
    Button *m_save;
    Button *m_runs;
    Button *m_sample;
    Button *m_repeat;
    Button *m_done;
};

} // namespace batuta::views
