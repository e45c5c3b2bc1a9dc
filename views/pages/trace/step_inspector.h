// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/trace/trace_model.h"
#include "views/widgets/code_view.h"

#include <QWidget>

#include <array>

class QGridLayout;
class QTabBar;

namespace batuta::views {

class AttemptTable;
class Button;
class Label;
class PhaseBar;
class Segmented;
class StatusGlyph;
class WhyBox;

/// What is known of the selected step: facts, why it stands so, its attempts with request and response, and
/// what it worked with. Without a step: the execution's input and output.
class StepInspector final : public QWidget
{
    Q_OBJECT

public:
    explicit StepInspector(TraceModel &model, QWidget *parent = nullptr);

    /// Another step (-1: the execution) and attempt (-1: the last one).
    void show(int step, int attempt = -1);
    int step() const { return m_step; }
    int attempt() const;
    void chooseAttempt(int attempt);
    /// Reads the model again, in place.
    void refresh();
    /// What is shown as code, for copying and tests.
    QString codeText() const;

signals:
    void attemptChosen(int attempt); ///< by a person
    void flowRequested(const QString &step);
    void told(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    enum class Tab { Attempts, Request, Response, Context, Input, Output };

    QWidget *makeHead();
    QWidget *makeFacts();
    QWidget *makeTabs();
    QWidget *makeMessageBar();
    QWidget *makeFoot();
    void retranslate();
    void updateTabs();
    void updateFacts();
    void updateCode();
    Tab tab() const;
    const TraceAttempt *chosen() const;
    void setCode(const QString &text, CodeView::Language language, const QString &note);
    void showMessage(const TraceAttempt *attempt, Tab tab);
    void showContext();
    void copyCurl();

    TraceModel &m_model;
    int m_step = -1;
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
    CodeView *m_code;
    QString m_text; ///< shown as code now
    Button *m_curl;
    Label *m_hint;
};

} // namespace batuta::views
