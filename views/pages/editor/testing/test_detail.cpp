// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/editor/testing/test_detail.h"

#include "engine/json/json.h"
#include "views/pages/editor/testing/small_button.h"
#include "views/widgets/button.h"
#include "views/widgets/code_view.h"
#include "views/widgets/label.h"
#include "views/widgets/words.h"

#include <QBoxLayout>

namespace batuta::views {
TestDetail::TestDetail(TestBench &bench, QWidget *parent)
    : QWidget(parent)
    , m_bench(bench)
    , m_title(new Label(TextStyle::Strong, Ink::Primary, this))
    , m_state(new Label(TextStyle::Small, Ink::Secondary, this))
    , m_output(new CodeView(this))
    , m_run(smallButton("play", this))
    , m_runTo(smallButton("flag", this))
    , m_pin(smallButton("pin", this))
    , m_edit(smallButton("braces", this))
    , m_fault(smallButton("bolt", this))
    , m_break(smallButton("pause", this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(6);
    auto *head = new QHBoxLayout;
    m_title->setElide(Qt::ElideMiddle);
    m_state->setElide(Qt::ElideRight);
    head->addWidget(m_title);
    head->addWidget(m_state, 1);
    column->addLayout(head);
    column->addWidget(m_output, 1);
    auto *row = new QHBoxLayout;
    row->setSpacing(6);
    for (Button *button : {m_run, m_runTo, m_pin, m_edit, m_fault, m_break}) {
        button->setIconOnly(button != m_run);
        row->addWidget(button);
    }
    row->addStretch(1);
    column->addLayout(row);
    connect(m_run, &QAbstractButton::clicked, this, [this] { emit runWanted(false); });
    connect(m_runTo, &QAbstractButton::clicked, this, [this] { emit runWanted(true); });
    connect(m_pin, &QAbstractButton::clicked, this, [this] {
        m_bench.setup().pins().contains(m_step) ? m_bench.setup().unpin(m_step) : emit pinWanted();
    });
    connect(m_edit, &QAbstractButton::clicked, this, &TestDetail::pinEditWanted);
    connect(m_fault, &QAbstractButton::clicked, this, &TestDetail::faultWanted);
    connect(m_break, &QAbstractButton::clicked, this, &TestDetail::breakpointWanted);
    retranslate();
}

void TestDetail::setStep(const std::string &step)
{
    m_step = step;
    refresh();
}

QString TestDetail::headline(const TestStep *result) const
{
    if (m_step.empty())
        return tr("Select a step to see what it gave");
    if (result == nullptr)
        return tr("Not run yet");
    const QString word = statusWord(result->status);
    QString line =
        result->duration > Duration{} ? tr("%1 in %2").arg(word, durationWord(result->duration)) : word;
    if (!result->reason.empty())
        line = tr("%1: %2").arg(line, QString::fromStdString(result->reason));
    return line;
}

void TestDetail::refresh()
{
    const TestStep *result = m_step.empty() ? nullptr : m_bench.step(m_step);
    const bool isStep = !m_bench.kindOf(m_step).empty();
    m_title->setText(QString::fromStdString(m_step));
    m_title->setVisible(!m_step.empty());
    m_state->setText(headline(result));
    m_state->setInk(Ink::Secondary);
    if (result != nullptr)
        m_state->setStatus(result->isInjected ? Status::Waiting : statusOf(result->status));
    const std::string output = result == nullptr ? std::string() : result->output;
    if (output != m_shown) {
        m_shown = output;
        if (const auto value = json::parse(output); value && !output.empty())
            m_output->setJson(*value);
        else
            m_output->setCode(QString(), CodeView::Language::Json);
    }
    m_output->setPlaceholderText(m_step.empty() ? QString() : tr("No output"));
    const bool isPinned = m_bench.setup().pins().contains(m_step);
    m_pin->setText(isPinned ? tr("Unpin") : tr("Pin this output"));
    m_pin->setEnabled(isPinned || (result != nullptr && result->status == "success" && !output.empty()));
    const QString why = m_bench.whyNot({TestRequest::Part::Only, m_step, false});
    for (Button *button : {m_run, m_runTo}) {
        button->setEnabled(why.isEmpty());
        button->setToolTip(why.isEmpty() ? button->text() : why);
    }
    m_edit->setEnabled(isStep);
    m_break->setEnabled(isStep);
    m_fault->setEnabled(!faultAnswers(m_bench.kindOf(m_step)).empty());
}

void TestDetail::retranslate()
{
    m_run->setText(tr("Run this step"));
    m_runTo->setText(tr("Run up to here"));
    m_edit->setText(tr("Edit the pinned output"));
    m_fault->setText(tr("Inject a fault"));
    m_break->setText(tr("Breakpoint"));
    m_output->setAccessibleName(tr("Output of the step"));
    refresh();
}

} // namespace batuta::views
