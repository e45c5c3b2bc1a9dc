// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// The whole way of an operator through the real window: launch update_profile from the dialog by keys, watch
// each step change while theme and language switch, open the response of the step that failed.
#include "tests/support/shell_house.h"
#include "views/models/trace/trace_model.h"
#include "views/pages/run_dialog/run_dialog.h"
#include "views/pages/trace/step_inspector.h"
#include "views/pages/trace/trace_canvas.h"
#include "views/pages/trace/trace_page.h"
#include "views/pages/trace/trace_tree.h"

#include <QAbstractProxyModel>
#include <QApplication>
#include <QTest>

using namespace batuta;
using namespace batuta::views;

namespace {

void type(const QString &text)
{
    QTest::keyClicks(QApplication::focusWidget(), text);
}

/// Status words that each step has shown, in order, without repetitions.
using Seen = std::map<std::string, QStringList>;

void note(const TraceModel &model, Seen &seen)
{
    for (int step = 0; step < static_cast<int>(model.run().steps().size()); ++step) {
        const QModelIndex row = model.indexOf(step);
        const QString word = row.data(TraceModel::StatusWordRole).toString();
        QStringList &words = seen[model.run().steps()[static_cast<std::size_t>(step)].id];
        if (words.isEmpty() || words.constLast() != word)
            words << word;
    }
}

} // namespace

class TestLaunchAndTrace : public QObject
{
    Q_OBJECT

private slots:
    void launchWatchAndOpenTheFailure()
    {
        tests::ShellHouse house;
        QVERIFY(house.start());
        QVERIFY(house.house.setFault("*", R"({"latency_ms": 400})"));
        QVERIFY(house.house.setFault("gap_analysis_user_vacancy", R"({"error_rate": 1, "error_code": 503})"));
        Shell &shell = *house.shell;
        QVERIFY(QTest::qWaitForWindowActive(&shell));
        shell.open({"flows", "update_profile", {}});

        // Gesture one: open the dialog. Two: type. Three: run.
        shell.openRunDialog("update_profile", {});
        QTRY_VERIFY(shell.findChild<RunDialog *>()->isAncestorOf(QApplication::focusWidget()));
        type("ana-souza");
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        type("sessao-ana-1");
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(shell.currentPage()->address().view, QString("run"));

        auto *page = qobject_cast<TracePage *>(shell.currentPage());
        QVERIFY(page);
        const auto *model = qobject_cast<const TraceModel *>(
            qobject_cast<const QAbstractProxyModel *>(page->canvas().tree().model())->sourceModel());
        QVERIFY(model);
        Seen seen;
        connect(model, &TraceModel::picturesChanged, this, [&] { note(*model, seen); });
        QTRY_VERIFY(model->run().record().status == "running");
        house.house.preferences.setTheme("dark");
        house.house.preferences.setLanguage("pt_BR");
        QTRY_COMPARE_WITH_TIMEOUT(QString::fromStdString(model->run().record().status), QString("failed"),
                                  20000);
        house.house.preferences.setTheme("light");
        note(*model, seen);

        QCOMPARE(seen.size(), std::size_t(11));
        for (const auto &[step, words] : seen) {
            const QString last = step == "gap_analysis_user_vacancy" ? "failed" : "success";
            QVERIFY2(words.constLast() == last,
                     qPrintable(QString::fromStdString(step) + ": " + words.join(' ')));
        }
        // Steps late in the flow were seen waiting for their turn, running, and ended.
        QVERIFY2(seen["suggest_course_profession"].contains("running"),
                 qPrintable(seen["suggest_course_profession"].join(' ')));
        QVERIFY(house.house.theme.isDark() == false);

        // The failure is one key away, and its response stands beside it.
        page->setFocus();
        house.house.commands.action("trace.nextFailure")->trigger();
        QTRY_COMPARE(page->address().query.queryItemValue("step"), QString("gap_analysis_user_vacancy"));
        QTRY_VERIFY2(page->inspector().codeText().startsWith("HTTP/1.1 503"),
                     qPrintable(page->inspector().codeText()));
    }
};

QTEST_MAIN(TestLaunchAndTrace)
#include "tst_launch_and_trace.moc"
