// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
//
// Prints how long it takes from an edit to its problem in the list, in the whole editor: bench_edit_problems
// [STEPS...]. Offscreen, with canvas, YAML, inspector and problems in sight. `shown` is the time of a clock
// from the change until the list is painted; `window` is how long the window itself was busy with it.
#include "views/graph/edit_view.h"
#include "views/models/engine_control.h"
#include "views/pages/editor/canvas/edit_canvas.h"
#include "views/pages/editor/editor_desk.h"
#include "views/pages/editor/editor_page.h"
#include "views/pages/editor/text/problems_pane.h"
#include "views/theme/theme.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QListView>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cstdio>
#include <ctime>

using namespace batuta;
using namespace batuta::views;

namespace {

constexpr int kPatience = 60'000;
constexpr int kEdits = 40;

/// Each step needs the one before it and one further back.
QByteArray flowOf(int steps)
{
    QByteArray text = "batuta: 1\nname: big\nlabels: {system: bench}\ndeadline: 540s\nsteps:\n";
    for (int i = 0; i < steps; ++i) {
        text += "  step_" + QByteArray::number(i) + ":\n    title: Step " + QByteArray::number(i) + "\n";
        if (i > 0)
            text += "    needs: [step_" + QByteArray::number(i - 1) +
                    (i > 7 ? ", step_" + QByteArray::number(i - 7) : QByteArray()) + "]\n";
        text += "    http:\n      method: POST\n      url: \"${{ env.URL }}\"\n      json: {a: \"${{ input.a "
                "}}\"}\n"
                "    timeout: 20s\n";
    }
    return text;
}

/// A workspace without an engine.
class NoEngine final : public EngineControl
{
public:
    void start() override {}
    void stop() override {}
    Diagnosis diagnosis() const override { return {}; }
    WorkspaceInfo workspace() const override { return {"bench", m_folder.path(), "dev", true, {}}; }
    void openWorkspace(const QString &) override {}
    EngineAddress address() const override { return {}; }
    void check(const EngineAddress &, QObject *, Then) override {}
    void enter(const EngineAddress &, const client::EngineInfo &) override {}
    QString file(const QString &name) const { return m_folder.filePath(name); }

private:
    QTemporaryDir m_folder;
};

double threadMs()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

void print(const char *what, std::vector<double> took)
{
    std::sort(took.begin(), took.end());
    std::printf("  %-28s p50 %6.1f ms   p95 %6.1f ms   worst %6.1f ms\n", what, took[took.size() / 2],
                took[(took.size() - 1) * 95 / 100], took.back());
}

class Bench
{
public:
    explicit Bench(int steps)
        : m_steps(steps)
        , m_preferences(m_control.file("console.ini"))
        , m_state(m_control.file("views.json"))
        , m_page({m_link, m_commands, m_preferences, m_state}, m_control)
    {
        QDir().mkpath(m_control.file("flows/bench"));
        QFile file(m_control.file("flows/bench/big.yaml"));
        if (file.open(QIODevice::WriteOnly))
            file.write(flowOf(steps));
        file.close();
        m_page.resize(1364, 830);
        m_page.show();
        m_page.open({"flow", "big", {}});
    }

    bool isReady()
    {
        return QTest::qWaitFor(
            [this] {
                return m_page.desk() && !document().isChecking() &&
                       m_page.desk()->canvas().view().isLaidOut();
            },
            kPatience);
    }

    void run()
    {
        std::printf("%d steps, %zu bytes of YAML, %d edits\n", m_steps, document().text().size(), kEdits);
        std::vector<double> shown, window;
        for (int i = 0; i < kEdits; ++i) {
            const std::string step = "step_" + std::to_string((i / 2 * 47) % std::min(m_steps, 1'000));
            const std::string timeout = i % 2 == 0 ? "700s" : "20s"; // longer than the deadline, and not
            document().select({step});
            QCoreApplication::processEvents();
            const int before = document().errors();
            QElapsedTimer clock;
            clock.start();
            const double start = threadMs();
            const batuta::Status changed = document().change("timeout", [&](const edit::FlowText &text) {
                return text.setValue({"steps", step, "timeout"}, timeout);
            });
            if (!changed)
                qFatal("the edit was refused");
            while (document().errors() == before || document().isChecking())
                QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
            m_page.desk()->problems().list()->viewport()->repaint();
            shown.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
            window.push_back(threadMs() - start);
        }
        print("edit to problems shown", shown);
        print("the window's own part", window);
    }

private:
    FlowDocument &document() { return m_page.desk()->document(); }

    int m_steps;
    NoEngine m_control;
    EngineLink m_link;
    CommandRegistry m_commands;
    Preferences m_preferences;
    ViewState m_state;
    EditorPage m_page;
};

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    Theme theme;
    theme.install();
    std::vector<int> sizes;
    for (int i = 1; i < argc; ++i)
        sizes.push_back(std::clamp(QString(argv[i]).toInt(), 10, 10'000));
    if (sizes.empty())
        sizes = {100, 1'000, 2'000}; // an engine runs at most 1,000
    for (const int steps : sizes) {
        Bench bench(steps);
        if (!bench.isReady()) {
            std::fprintf(stderr, "the editor did not open\n");
            return 1;
        }
        bench.run();
    }
    return 0;
}
