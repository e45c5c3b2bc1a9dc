// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/pages/editor/testing/test_bench.h"

#include <QWidget>

namespace batuta::views {

class Button;
class CodeView;
class Label;

/// What one step gave in the test that is shown, and what can be set up for it. The bench must outlive it.
class TestDetail final : public QWidget
{
    Q_OBJECT

public:
    TestDetail(TestBench &bench, QWidget *parent);

    void setStep(const std::string &step);
    void refresh();
    void retranslate();

signals:
    void runWanted(bool upToHere);
    void pinWanted();     ///< what it gave
    void pinEditWanted(); ///< as JSON
    void faultWanted();
    void breakpointWanted();

private:
    QString headline(const TestStep *result) const;

    TestBench &m_bench;
    std::string m_step;
    Label *m_title, *m_state;
    CodeView *m_output;
    std::string m_shown; ///< what the view was made of
    Button *m_run, *m_runTo, *m_pin, *m_edit, *m_fault, *m_break;
};

} // namespace batuta::views
