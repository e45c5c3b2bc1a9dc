// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/engine_control.h"
#include "views/widgets/page.h"

class QVBoxLayout;

namespace batuta::views {

class Button;
class Label;
class StepMark;

/// The first page of a first start: whether the engine runs, which workspace it serves, whether the sandbox
/// answers, flows to begin with, and how the window shall look.
class WelcomePage final : public Page
{
    Q_OBJECT

public:
    WelcomePage(Context context, EngineControl &control, QWidget *parent = nullptr);

    QString title() const override;
    Address address() const override;
    void open(const Address &address) override;
    void refresh() override;

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Step
    {
        StepMark *mark;
        Label *title;
        Label *text;
    };
    QWidget *makeHead();
    QWidget *makeSteps();
    QWidget *makeSamples();
    QWidget *makeKeys();
    QWidget *makeLook();
    Step makeStep(int number, QVBoxLayout *column, QWidget *button);
    void retranslate();
    void fillSamples();

    Context m_context;
    EngineControl &m_control;
    Label *m_welcome;
    Label *m_motto;
    Step m_engine;
    Step m_workspace;
    Step m_sandbox;
    Label *m_samplesTitle;
    Label *m_samplesNote;
    QVBoxLayout *m_samples;
    Label *m_keysTitle;
    QList<Label *> m_keyWords;
    QList<Label *> m_lookTitles;
};

} // namespace batuta::views
