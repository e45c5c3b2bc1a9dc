// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// Each page and dialog in both themes beside its picture in tests/goldens. The data is fixed: stored runs,
// the story of the mockups as a trace, the shipped flows.
#include "tests/pages/runs/stored_runs.h"
#include "tests/pages/trace/trace_story.h"
#include "tests/support/golden.h"
#include "tests/support/shell_house.h"
#include "views/pages/run_dialog/run_dialog.h"
#include "views/pages/trace/trace_page.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace batuta;
using namespace batuta::views;

namespace {

/// Forty runs of one afternoon, always the same.
void storeFixedRuns(const std::string &workspace)
{
    auto history = store::openSqlite(
        {.path = workspace + "/.batuta/history.db", .durability = store::Durability::Normal});
    for (int age = 0; history && age < 40; ++age) {
        store::ExecutionRecord record = tests::storedRun(age);
        const WallTime was = record.startedAt;
        record.id = QString("%1-0000-4000-8000-000000000000")
                        .arg(0x9b1f6e0c + age * 7919, 8, 16, QChar('0'))
                        .toStdString();
        record.startedAt = WallTime(std::chrono::seconds(1'763'735'467 - 37 * age));
        record.endedAt = record.startedAt + record.duration;
        for (store::StepRecord &step : record.steps) {
            step.startedAt = record.startedAt + (step.startedAt - was);
            step.endedAt = step.startedAt + step.duration;
        }
        (*history)->finish(std::move(record), {}, {});
    }
    if (history)
        (*history)->close();
}

/// The hour of the stored runs: a histogram up to now would be another picture each day.
QUrlQuery theirHour()
{
    return QUrlQuery("since=2025-11-21T14:00:00Z&until=2025-11-21T15:00:00Z");
}

} // namespace

class TestGoldens : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_house = std::make_unique<tests::ShellHouse>();
        m_house->control.folder = "/srv/workspaces/sample";
        storeFixedRuns(m_house->house.folder().toStdString());
        QVERIFY(m_house->start());
        m_house->house.preferences.setReducedMotion(true);
    }

    void cleanupTestCase() { m_house.reset(); }

    void pages_data()
    {
        QTest::addColumn<QString>("theme");
        QTest::addColumn<QString>("view");
        QTest::addColumn<QString>("id");
        for (const char *theme : {"light", "dark"}) {
            QTest::addRow("flows %s", theme) << theme << "flows"
                                             << "update_profile";
            QTest::addRow("runs %s", theme) << theme << "runs"
                                            << "";
            QTest::addRow("settings %s", theme) << theme << "settings"
                                                << "";
            QTest::addRow("welcome %s", theme) << theme << "welcome"
                                               << "";
            QTest::addRow("run %s", theme) << theme << "run"
                                           << "00000000-0000-4000-8000-000000000000";
        }
    }

    void pages()
    {
        QFETCH(QString, theme);
        QFETCH(QString, view);
        QFETCH(QString, id);
        m_house->house.preferences.setTheme(theme);
        Page *page = m_house->shell->page(view);
        m_house->shell->open({view, id, view == "runs" ? theirHour() : QUrlQuery()});
        agrees(*page, view + '-' + theme);
    }

    void aTrace_data()
    {
        QTest::addColumn<QString>("theme");
        QTest::newRow("light") << "light";
        QTest::newRow("dark") << "dark";
    }

    void aTrace()
    {
        QFETCH(QString, theme);
        m_house->house.preferences.setTheme(theme);
        tests::OneExecution engine;
        tests::tellStory(engine);
        EngineLink link;
        link.attach(engine);
        QTRY_VERIFY(!link.flows().empty());
        {
            CommandRegistry commands;
            ViewState state{QString()};
            TracePage page({link, commands, m_house->house.preferences, state});
            page.resize(1364, 826);
            page.show();
            page.open({"run", QString::fromStdString(engine.record.id), {}});
            agrees(page, "trace-" + theme);
        }
        link.detach({});
    }

    void theRunDialog_data() { aTrace_data(); }

    void theRunDialog()
    {
        QFETCH(QString, theme);
        m_house->house.preferences.setTheme(theme);
        RunDialog dialog(m_house->house.context(), nullptr);
        dialog.resize(1000, 648);
        dialog.show();
        dialog.setFlow("update_profile",
                       R"({"user_id": "usr_48213", "session_id": "ses_7fa0c1", "vacancy_id": "vac_9921"})");
        agrees(dialog, "run-dialog-" + theme);
    }

    void theOverlays_data() { aTrace_data(); }

    void theOverlays()
    {
        QFETCH(QString, theme);
        m_house->house.preferences.setTheme(theme);
        m_house->shell->open({"runs", {}, QUrlQuery("all=1")});
        agrees(*m_house->shell->openPalette(">"), "palette-commands-" + theme);
        agrees(*m_house->shell->openPalette("@usr_49963"), "palette-user-" + theme);
        agrees(*m_house->shell->openKeys(), "keys-" + theme);
        m_house->shell->closeOverlay();
    }

    void theEmptyRuns_data() { aTrace_data(); }

    void theEmptyRuns()
    {
        QFETCH(QString, theme);
        m_house->house.preferences.setTheme(theme);
        m_house->shell->open({"runs", {}, QUrlQuery("user_id=nobody")});
        agrees(*m_house->shell->page("runs"), "runs-nothing-" + theme);
    }

private:
    /// Waits until the picture stands still and is the golden one; pages ask the engine for what they show.
    void agrees(QWidget &widget, const QString &name)
    {
        QString difference;
        if (qEnvironmentVariableIsSet("BATUTA_UPDATE_GOLDENS")) {
            QImage before;
            const auto still = [&] {
                const QImage now = widget.grab().toImage();
                return now == std::exchange(before, now) && ++m_still > 25;
            };
            m_still = 0;
            QVERIFY(QTest::qWaitFor(still, 20000));
        }
        QVERIFY2(QTest::qWaitFor(
                     [&] {
                         difference = tests::compareWithGolden(widget, name);
                         return difference.isEmpty();
                     },
                     5000),
                 qPrintable(difference));
    }

    std::unique_ptr<tests::ShellHouse> m_house;
    int m_still = 0;
};

int main(int argc, char **argv)
{
    tests::pinFonts();
    QApplication app(argc, argv);
    TestGoldens test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_goldens.moc"
