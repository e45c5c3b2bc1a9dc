// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/editor/testing/test_commands.h"

#include "views/pages/editor/testing/test_pane.h"

#include <QCoreApplication>

namespace batuta::views {
namespace {

using Pane = std::function<TestPane *()>;
using WhyNot = std::function<QString(TestPane &)>;

struct Face
{
    const char *id, *icon, *keys;
};

class TestCommands
{
    Q_DECLARE_TR_FUNCTIONS(batuta::views::TestCommands)

public:
    TestCommands(CommandRegistry &commands, QWidget *scope, Pane pane)
        : m_commands(commands)
        , m_scope(scope)
        , m_pane(std::move(pane))
    {
    }

    void addRuns()
    {
        const auto canRun = [](TestRequest::Part part) {
            return [part](TestPane &pane) {
                const std::string step = part == TestRequest::Part::Whole ? std::string() : pane.selected();
                return pane.bench().whyNot({part, step, false});
            };
        };
        add(
            {"editor.test", "play", "Ctrl+Return"}, [] { return tr("Run draft"); }, &TestPane::runWhole,
            canRun(TestRequest::Part::Whole));
        add(
            {"editor.test_step", "play", "Ctrl+Shift+Return"}, [] { return tr("Run this step"); },
            &TestPane::runThisStep, canRun(TestRequest::Part::Only));
        add(
            {"editor.test_until", "flag", "Ctrl+Alt+Return"}, [] { return tr("Run up to here"); },
            &TestPane::runUpToHere, canRun(TestRequest::Part::UpTo));
        add(
            {"editor.test_stop", "stop", "Ctrl+Shift+F5"}, [] { return tr("Stop the test"); },
            &TestPane::stop,
            [](TestPane &pane) { return pane.bench().isRunning() ? QString() : tr("No test is running"); });
        add(
            {"editor.test_input", "braces", ""}, [] { return tr("Input of the test"); },
            &TestPane::editInput);
    }

    void addHolding()
    {
        const WhyNot held = [](TestPane &pane) {
            return pane.bench().held().empty() ? tr("No step is held") : QString();
        };
        add(
            {"editor.test_breakpoint", "pause", "F9"}, [] { return tr("Set or clear a breakpoint"); },
            &TestPane::toggleBreakpoint, selection());
        add(
            {"editor.test_condition", "cond", "Shift+F9"}, [] { return tr("Breakpoint with a condition"); },
            &TestPane::editCondition, selection());
        // F10 opens the menu of the window.
        add(
            {"editor.test_next", "arrow", "F11"}, [] { return tr("Run to the next step, and hold there"); },
            &TestPane::stepOn,
            [](TestPane &pane) {
                return pane.bench().isRunning() && pane.bench().held().empty() ? tr("No step is held")
                       : pane.bench().isRunning()                              ? QString()
                                                                               : pane.bench().whyNot({});
            });
        add(
            {"editor.test_continue", "playf", "Shift+F5"}, [] { return tr("Continue"); }, &TestPane::goOn,
            held);
        add(
            {"editor.test_payload", "edit", "Shift+F11"},
            [] { return tr("Edit the payload of the held step"); }, &TestPane::editPayload, held);
        add(
            {"editor.test_back", "arrowl", "Ctrl+Alt+Left"}, [] { return tr("Look at the moment before"); },
            &TestPane::lookBack,
            [](TestPane &pane) {
                return pane.bench().moment() > 0 ? QString() : tr("Nothing is known of an earlier moment");
            });
        add(
            {"editor.test_forward", "arrow", "Ctrl+Alt+Right"}, [] { return tr("Look at the moment after"); },
            &TestPane::lookForward,
            [](TestPane &pane) {
                return pane.bench().isLookingBack() ? QString() : tr("This is the last moment");
            });
    }

    void addSetup()
    {
        add(
            {"editor.test_fault", "bolt", "Ctrl+Alt+F"}, [] { return tr("Inject a fault"); },
            &TestPane::editFault, selection());
        add(
            {"editor.test_clear_faults", "x", ""}, [] { return tr("Clear all faults"); },
            &TestPane::clearFaults,
            [](TestPane &pane) {
                return pane.bench().setup().faults().empty() ? tr("Nothing is injected") : QString();
            });
        add(
            {"editor.test_pin", "pin", "Ctrl+Alt+P"}, [] { return tr("Pin this output"); },
            &TestPane::pinOutput,
            [](TestPane &pane) {
                const TestStep *step = pane.bench().step(pane.selected());
                return step != nullptr && step->status == "success"
                           ? QString()
                           : tr("It has given no output that could be pinned");
            });
        add(
            {"editor.test_edit_pin", "braces", "Ctrl+Alt+Shift+P"}, [] { return tr("Mock output"); },
            &TestPane::editPin, selection());
    }

private:
    static WhyNot selection()
    {
        return [](TestPane &pane) { return pane.selected().empty() ? tr("No step is selected") : QString(); };
    }

    void add(Face face, std::function<QString()> text, void (TestPane::*act)(), WhyNot whyNot = {})
    {
        const QKeySequence key(QString::fromLatin1(face.keys));
        m_commands.add(m_scope,
                       {QString::fromLatin1(face.id), std::move(text), QString::fromLatin1(face.icon),
                        key.isEmpty() ? QList<QKeySequence>() : QList<QKeySequence>{key},
                        [pane = m_pane, act] {
                            if (TestPane *open = pane())
                                (open->*act)();
                        },
                        [pane = m_pane, whyNot = std::move(whyNot)] {
                            TestPane *open = pane();
                            if (open == nullptr)
                                return tr("No flow is open");
                            return whyNot ? whyNot(*open) : QString();
                        }});
    }

    CommandRegistry &m_commands;
    QWidget *m_scope;
    Pane m_pane;
};

} // namespace

void addTestCommands(CommandRegistry &commands, QWidget *scope, std::function<TestPane *()> pane)
{
    TestCommands all(commands, scope, std::move(pane));
    all.addRuns();
    all.addHolding();
    all.addSetup();
}

} // namespace batuta::views
