// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/document/flow_document.h"
#include "views/models/engine_link.h"
#include "views/models/input/input_form.h"
#include "views/models/input/input_memory.h"
#include "views/pages/editor/testing/test_record.h"
#include "views/pages/editor/testing/test_setup.h"

namespace batuta::views {

/// What is to be tested: the whole flow, one step, or everything up to a step.
struct TestRequest
{
    enum class Part { Whole, Only, UpTo };
    Part part = Part::Whole;
    std::string step;
    bool isStepping = false; ///< it holds at every step, from the first one on
};

/// Tests the flow of a document as it is on the screen, without publishing or saving it: starts it, follows
/// it live, holds it at breakpoints, and shows how it stood after each of its events. One test at a time.
/// Lives on the window's thread; document, engine and state must outlive it.
class TestBench final : public QObject
{
    Q_OBJECT

public:
    enum class Phase { Idle, Starting, Running, Ended };

    TestBench(FlowDocument &document, EngineLink &engine, ViewState &state, QObject *parent = nullptr);

    TestSetup &setup() { return m_setup; }
    const TestSetup &setup() const { return m_setup; }
    /// The input of a test. It begins with the last one of the flow that was run, here or in the Run dialog.
    InputForm &form() { return m_form; }
    FlowDocument &document() const { return m_document; }
    std::string kindOf(const std::string &step) const; ///< "" for a step that there is not

    /// "" when it can be run now, else why not.
    QString whyNot(const TestRequest &request) const;
    bool isProduction() const;

    Phase phase() const { return m_phase; }
    bool isRunning() const { return m_phase == Phase::Running; }
    const TestRequest &request() const { return m_request; } ///< of the test that is shown
    /// Why the last one could not be started, or an act was refused.
    const std::optional<Error> &error() const { return m_error; }
    const TestRecord &record() const { return m_record; }
    /// The text has changed since the test that is shown began.
    bool isOutdated() const;
    /// The test that is shown had faults injected.
    bool hadFaults() const { return m_hadFaults; }
    /// Steps of it gave what was given to them.
    bool hadPins() const { return !m_pinned.empty(); }
    /// Steps as they stand at the moment that is looked at.
    const TestSteps &steps() const { return m_steps; }
    const TestStep *step(const std::string &id) const;
    /// Steps that are held at a breakpoint now.
    const std::vector<std::string> &held() const { return m_held; }
    bool isCancelling() const { return m_isCancelling; }

    // Looking at how it stood: a view of the record, nothing is run again.
    int moments() const { return m_record.moments(); }
    /// Events that count; moments() is the present.
    int moment() const { return m_moment < 0 ? moments() : m_moment; }
    bool isLookingBack() const { return m_moment >= 0; }

    /// The input as a held step sees it: JSON with secrets masked.
    QString payload() const;

public slots:
    void runWhole() { run({}); }
    void runStep(const std::string &step) { run({TestRequest::Part::Only, step, false}); }
    void runUpTo(const std::string &step) { run({TestRequest::Part::UpTo, step, false}); }
    /// In production confirmationWanted() comes instead, and with an input that does not fit inputWanted().
    void run(const batuta::views::TestRequest &request);
    void runConfirmed(const batuta::views::TestRequest &request); ///< a person has said yes
    void cancel();
    /// Lets a held step ("" the first) go on; stepping holds at the next one.
    void release(const std::string &step, bool isStepping);
    /// The same with another input, as JSON text. InputInvalid or JsonSyntax when it does not fit the flow.
    Result<void> releaseWith(const std::string &step, const QString &payload);
    /// Up to the breakpoint after the next step, or begins a test that does so.
    void stepOn();
    void setMoment(int moment);
    /// Pins what the step gave in the test that is shown.
    void pinOutput(const std::string &step);

signals:
    void phaseChanged(); ///< also error(), and whether it can be cancelled
    void stepsChanged(); ///< status, duration, output … of any step
    void heldChanged();
    void momentsChanged();
    void inputChanged();
    void confirmationWanted(const batuta::views::TestRequest &request);
    void inputWanted(const batuta::views::TestRequest &request);
    void told(const QString &text);

private:
    void followDocument();
    void fillForm();
    client::StartExecution command(const TestRequest &request);
    json::Value partOf(const TestRequest &request) const;
    std::set<std::string> stepNames() const;
    void began(const client::Started &started);
    void failed(const Error &error);
    void take(const client::EventBatch &batch);
    void askSoon();
    void ask();
    void keepOutputs();
    void end();
    void refreshSteps();
    void setPhase(Phase phase);
    void sendBreakpoints();
    void act(client::Act act);

    FlowDocument &m_document;
    EngineLink &m_engine;
    TestSetup m_setup;
    InputForm m_form;
    InputMemory m_memory;
    QString m_flow; ///< whose input and setup are there
    Phase m_phase = Phase::Idle;
    TestRequest m_request;
    std::optional<Error> m_error;
    TestRecord m_record;
    TestSteps m_steps;
    std::vector<std::string> m_held;
    std::vector<client::EventRecord> m_early; ///< that came before the id was known
    json::Value m_input;                      ///< of the test that is shown
    std::set<std::string> m_pinned;
    std::map<std::string, std::string> m_outputs; ///< of the newest tests, JSON text by step
    quint64 m_revision = 0;
    int m_generation = 0; ///< of the newest start
    int m_moment = -1;
    bool m_hadFaults = false;
    bool m_isStepping = false;
    bool m_isCancelling = false;
    bool m_isAsking = false;
    bool m_isStale = false; ///< something happened while a question was on its way
    QTimer m_again;
};

} // namespace batuta::views
