// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/trace/step_history.h"
#include "views/models/trace/trace_model.h"
#include "views/widgets/payload/payload_view.h"

#include <QWidget>

#include <array>
#include <tuple>

class QGridLayout;
class QTabBar;

namespace batuta::views {

class AskPane;
class AttemptTable;
class Button;
class HistoryPane;
class Label;
class PhaseBar;
class Segmented;
class StatusGlyph;
class WhyBox;

/// What is known of the selected step: facts, why it stands so, its attempts with request and response, what
/// it worked with, and how it went in other runs; and what it asks of a person. Without a step: the
/// execution's input and output.
class StepInspector final : public QWidget
{
    Q_OBJECT

public:
    StepInspector(TraceModel &model, FlowPast &past, QWidget *parent = nullptr);

    /// Another step (-1: the execution) and attempt (-1: the last one).
    void show(int step, int attempt = -1);
    int step() const { return m_step; }
    int attempt() const;
    void chooseAttempt(int attempt);
    /// Reads the model again, in place.
    void refresh();
    /// What is shown as code, for copying and tests.
    QString codeText() const { return m_payload->text(); }
    PayloadView &payload() { return *m_payload; }
    AskPane &ask() { return *m_ask; }
    HistoryPane &history() { return *m_history; }
    QString sentence() const;
    void showHistory();
    void copyCurl();

signals:
    void attemptChosen(int attempt); ///< by a person
    void flowRequested(const QString &step);
    void runRequested(const QString &execution);
    void failuresRequested(); ///< the other runs that failed in this step
    void told(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    enum class Tab { Attempts, Request, Response, Context, History, Input, Output };
    /// Tells whether something else is to be shown: step, row, tab, part, and what it is read from.
    using Shown = std::tuple<int, int, Tab, QString, const void *, std::size_t, bool>;

    QWidget *makeHead();
    void connectParts();
    QWidget *makeFacts();
    QWidget *makeTabs();
    QWidget *makeMessageBar();
    QWidget *makeFoot();
    void retranslate();
    void updateTabs();
    void updateFacts();
    void updateWhy();
    Tab tab() const;
    const TraceAttempt *chosen() const;

    // step_inspector_content.cpp
    void updateCode();
    Shown wanted(const TraceAttempt *attempt) const;
    void setNote(const QString &note);
    void setPayload(std::string body, const QString &name);
    void showRun(Tab tab);
    void showMessage(const TraceAttempt *attempt, Tab tab);
    void showContext();
    QString payloadName(const char *what) const;

    TraceModel &m_model;
    FlowPast &m_past;
    int m_step = -1;
    Shown m_shown{-2, 0, Tab::Input, {}, nullptr, 0, false};
    StatusGlyph *m_glyph;
    Label *m_title;
    Button *m_openFlow;
    std::array<Label *, 6> m_captions{};
    std::array<Label *, 6> m_values{};
    WhyBox *m_why;
    QTabBar *m_tabs;
    AttemptTable *m_table;
    PhaseBar *m_phases;
    QWidget *m_messageBar;
    Segmented *m_message;
    Label *m_size;
    Button *m_copy;
    Label *m_note;
    PayloadView *m_payload;
    HistoryPane *m_history;
    AskPane *m_ask;
    Button *m_curl;
    Label *m_hint;
};

} // namespace batuta::views
