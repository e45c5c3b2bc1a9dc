// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "app/console/capsule_control.h"
#include "app/console/window.h"
#include "engine/client/acts.h"
#include "tests/support/console_house.h"
#include "views/models/runs/capsule_export.h"
#include "views/pages/compare/compare_page.h"
#include "views/pages/trace/log_panel.h"
#include "views/pages/trace/trace_page.h"
#include "views/shell/activity_rail.h"
#include "views/shell/capsule_strip.h"
#include "views/shell/look.h"

#include <QDropEvent>
#include <QFile>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

#include <fstream>

using namespace batuta;
using namespace batuta::views;

/// A capsule from the page of a run to a window of its own, and the runs in it once more.
class TestCapsuleWindow : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_house = std::make_unique<tests::ConsoleHouse>();
        QVERIFY(m_house->start());
        m_good = m_house->run("update_profile", tests::ConsoleHouse::sampleInput());
        QVERIFY(!m_good.isEmpty());
        QCOMPARE(m_house->ended(m_good).status, std::string("success"));
        QVERIFY(m_house->setFault("match_candidato", R"({"error_rate": 1, "error_code": 503})"));
        m_bad = m_house->run("update_profile", tests::ConsoleHouse::sampleInput());
        QCOMPARE(m_house->ended(m_bad).status, std::string("failed"));
        m_file = m_house->folder() + "/two" + kCapsuleSuffix;
        QCOMPARE(exported({m_good, m_bad}, m_file), QString());
        m_one = m_house->folder() + "/one" + kCapsuleSuffix;
        m_look = std::make_unique<Look>(m_house->preferences, m_house->theme);
    }

    void cleanup() { m_window.reset(); }

    void cleanupTestCase()
    {
        m_look.reset();
        m_house.reset();
    }

    void thePageOfARunWritesOneForItsUserOnly()
    {
        TracePage page(m_house->context());
        page.open({"run", m_bad, {}});
        QTRY_VERIFY(!page.model().run().isEmpty());
        QSignalSpy told(&page, &Page::told);
        page.writeCapsule(m_one);
        QTRY_COMPARE(told.size(), 1);
        QVERIFY2(told.front().front().toString().contains(m_one),
                 qPrintable(told.front().front().toString()));
        QCOMPARE(QFile::permissions(m_one) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        QVERIFY(m_house->commands.action("trace.capsule")->isEnabled());
    }

    void whatIsNotThereOrNotWholeIsNotWritten()
    {
        const QString file = m_house->folder() + "/none" + kCapsuleSuffix;
        QVERIFY(!exported({"9b1f6e0c-0000-4000-8000-000000000000"}, file).isEmpty());
        QVERIFY(!exported({}, file).isEmpty());
        QVERIFY(!QFile::exists(file));
        QVERIFY(!exported({m_good}, m_house->folder() + "/no/such/folder").isEmpty());
    }

    void oneRunIsOpenedAtOnceAndNothingCanBeChanged()
    {
        QVERIFY(openWindow(m_one));
        QCOMPARE(shell().currentPage()->address().view, QString("run"));
        auto *trace = static_cast<TracePage *>(shell().currentPage());
        QTRY_VERIFY(!trace->model().run().isEmpty());
        QCOMPARE(trace->model().run().record().status, std::string("failed"));
        QVERIFY(trace->model().run().steps().size() > 5);
        QTRY_VERIFY2(trace->logs().lines().rowCount() > 0, "log lines come along");
        auto *strip = m_window->shell().findChild<CapsuleStrip *>();
        QVERIFY(strip && strip->isVisible());
        const auto opened = console::readCapsuleFile(m_one, {});
        QVERIFY(opened);
        QVERIFY2(strip->accessibleName().contains("unchanged") &&
                     strip->accessibleName().contains(
                         QString::fromStdString(opened->capsule->fingerprint).left(4)),
                 qPrintable(strip->accessibleName()));
        for (const QString id : {"trace.retry", "trace.runAgain", "app.run"})
            QVERIFY2(!action(id)->isEnabled(), qPrintable(id));
        QStringList views;
        for (const RailItem *item : shell().findChildren<RailItem *>())
            views << item->view();
        QCOMPARE(views, (QStringList{"runs", "failures", "logs", "settings"}));
        Result<json::Value> act{json::Value()};
        bool isAnswered = false;
        m_window->link().act(client::cancelOf(ExecutionId(m_bad.toStdString()), client::thisUser()), this,
                             [&](Result<json::Value> answer) {
                                 act = std::move(answer);
                                 isAnswered = true;
                             });
        QTRY_VERIFY(isAnswered);
        QVERIFY(!act && act.error().code == ErrorCode::ActRefused);
    }

    void aReplayCallsNobodyAndEndsAsItDid_data()
    {
        QTest::addColumn<bool>("isGood");
        QTest::newRow("success") << true;
        QTest::newRow("failed, after all retries") << false;
    }
    void aReplayCallsNobodyAndEndsAsItDid()
    {
        QFETCH(bool, isGood);
        QVERIFY(m_house->setFault("*", R"({"error_rate": 1, "error_code": 500})")); // whoever calls fails
        QVERIFY(openWindow(m_file));
        QCOMPARE(shell().currentPage()->address().view, QString("runs"));
        shell().open({"run", isGood ? m_good : m_bad, {}});
        QTRY_VERIFY(action("capsule.replay")->isEnabled());
        action("capsule.replay")->trigger();
        QTRY_COMPARE(shell().currentPage()->address().view, QString("compare"));
        auto *compare = static_cast<ComparePage *>(shell().currentPage());
        QTRY_VERIFY_WITH_TIMEOUT(!compare->runs().isEmpty(), 10'000);
        const auto isOver = [&] {
            compare->refresh();
            return QTest::qWaitFor(
                [&] { return !compare->runs().isEmpty() && compare->runs().b().hasEnded(); }, 500);
        };
        QTRY_VERIFY_WITH_TIMEOUT(isOver(), 60'000);
        const RunComparison &runs = compare->runs();
        QCOMPARE(runs.b().record().status, runs.a().record().status);
        for (const ComparedStep &step : runs.steps())
            QVERIFY2(!step.hasOtherOutcome && step.callsA == step.callsB,
                     step.a < 0 ? "not in the record" : runs.a().step(step.a).id.c_str());
        QVERIFY(m_house->setFault("*", "{}"));
    }

    void anotherFileIsRefusedInWords_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QByteArray whole = file.readAll();
        QTest::newRow("cut") << whole.left(whole.size() / 2);
        QTest::newRow("text") << QByteArray("no capsule");
        QTest::newRow("empty") << QByteArray();
        whole[whole.size() / 2] = static_cast<char>(whole[whole.size() / 2] ^ 1);
        QTest::newRow("one bit") << whole;
    }
    void anotherFileIsRefusedInWords()
    {
        QFETCH(QByteArray, bytes);
        const QString bad = m_house->folder() + "/bad" + kCapsuleSuffix;
        std::ofstream(bad.toStdString(), std::ios::binary)
            .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        QVERIFY(openWindow(m_one));
        QSignalSpy opened(&m_window->control(), &console::WindowControl::capsuleOpened);
        drop(bad);
        CapsulePanel *panel = nullptr;
        QTRY_VERIFY((panel = shell().findChild<CapsulePanel *>()) != nullptr);
        QCOMPARE(panel->accessibleName(), QString("This file was not opened"));
        QCOMPARE(opened.size(), 0);
    }

    void dropAndMenuOpenAWindow()
    {
        QVERIFY(openWindow(m_one));
        QSignalSpy opened(&m_window->control(), &console::WindowControl::capsuleOpened);
        drop(m_file);
        QTRY_COMPARE(opened.size(), 1);
        shell().raiseWith(m_file); // as a second start of the program does
        QTRY_COMPARE(opened.size(), 2);
        QVERIFY(action("app.open_capsule"));
    }

    void pictures()
    {
        const QString folder = qEnvironmentVariable("BATUTA_PICTURES");
        if (folder.isEmpty())
            QSKIP("BATUTA_PICTURES names no folder");
        for (const auto &[mode, name] : {std::pair(ThemeMode::Dark, "dark"), {ThemeMode::Light, "light"}}) {
            m_house->theme.setMode(mode);
            QVERIFY(openWindow(m_one));
            auto *trace = static_cast<TracePage *>(shell().currentPage());
            QTRY_VERIFY(trace->logs().lines().rowCount() > 0);
            QVERIFY(shell().grab().save(folder + "/capsule-" + name + ".png"));
            drop(m_house->folder() + "/no" + kCapsuleSuffix);
            QTRY_VERIFY(shell().findChild<CapsulePanel *>() != nullptr);
            QVERIFY(shell().grab().save(folder + "/capsule-refused-" + name + ".png"));
            shell().closeOverlay();
            emit shell().findChild<CapsuleStrip *>()->detailsWanted();
            QVERIFY(shell().grab().save(folder + "/capsule-signature-" + name + ".png"));
        }
    }

private:
    /// "" when it was written, else why not.
    QString exported(const QStringList &ids, const QString &file)
    {
        std::optional<Result<void>> done;
        exportCapsule(m_house->link, ids, file, this, [&](Result<void> result) { done = std::move(result); });
        [&] { QTRY_VERIFY(done.has_value()); }();
        return *done ? QString() : QString::fromStdString(errorText(done->error()));
    }

    bool openWindow(const QString &file)
    {
        const auto opened = console::readCapsuleFile(file, {});
        if (!opened)
            return false;
        m_window = std::make_unique<console::Window>(m_house->preferences, QString(), [&](EngineLink &link) {
            return std::make_unique<console::CapsuleControl>(*opened, link);
        });
        shell().resize(1440, 900);
        shell().begin();
        m_window->control().start();
        return QTest::qWaitFor([this] { return m_window->link().isRunning(); }, 15'000);
    }

    void drop(const QString &file)
    {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(file)});
        QDragEnterEvent enter({40, 40}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&shell(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent dropped({40, 40}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&shell(), &dropped);
    }

    QAction *action(const QString &id)
    {
        for (QAction *one : shell().findChildren<QAction *>())
            if (CommandRegistry::idOf(one) == id)
                return one;
        return nullptr;
    }
    Shell &shell() { return m_window->shell(); }

    std::unique_ptr<tests::ConsoleHouse> m_house;
    std::unique_ptr<Look> m_look;
    std::unique_ptr<console::Window> m_window;
    QString m_good, m_bad, m_file, m_one;
};

QTEST_MAIN(TestCapsuleWindow)
#include "tst_capsule_window.moc"
