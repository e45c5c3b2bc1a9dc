// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "app/console/console_control.h"
#include "tests/support/verify.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace batuta;

/// The engine of a window begins again in another environment.
class TestSwitchEnvironment : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void whatRunsHasItsEnvironment();
    void switchingWhileItOpens();
    void anEnvironmentWithoutFilesIsSaid();

private:
    void write(const QString &name, const QByteArray &text) const;
    /// Of an execution of the flow `tells`, once it has ended.
    client::ExecutionRecord run(views::EngineLink &link) const;

    QTemporaryDir m_folder;
};

void TestSwitchEnvironment::write(const QString &name, const QByteArray &text) const
{
    const QString path = m_folder.filePath(name);
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

void TestSwitchEnvironment::initTestCase()
{
    write("flows/test/tells.yaml",
          "batuta: 1\nname: tells\nsteps:\n  say: {set: {where: \"${{ env.WHERE }}\"}}\n"
          "output: {where: \"${{ steps.say.output.where }}\"}\n");
    write(".env", "WHERE=here\n");
    write(".env.staging", "WHERE=there\n");
}

client::ExecutionRecord TestSwitchEnvironment::run(views::EngineLink &link) const
{
    client::StartExecution command;
    command.flow = FlowName("tells");
    command.input = json::Object{};
    QString id;
    link.start(std::move(command), const_cast<TestSwitchEnvironment *>(this),
               [&](const Result<client::Started> &started) {
                   id = started ? QString::fromStdString(started->id.value) : QString("refused");
               });
    // The last of the answers comes when this has returned.
    const auto record = std::make_shared<client::ExecutionRecord>();
    const bool ended = QTest::qWaitFor(
        [&] {
            if (!id.isEmpty())
                link.execution(id, const_cast<TestSwitchEnvironment *>(this),
                               [record](const Result<client::ExecutionRecord> &read) {
                                   if (read)
                                       *record = *read;
                               });
            return views::isEnded(record->status);
        },
        15000);
    return ended ? *record : client::ExecutionRecord();
}

void TestSwitchEnvironment::whatRunsHasItsEnvironment()
{
    views::EngineLink link;
    console::ConsoleControl control(m_folder.path(), {}, link);
    QVERIFY(control.canSwitch());
    control.start();
    QTRY_VERIFY_WITH_TIMEOUT(link.isRunning() && !link.flows().empty(), 15000);
    const client::ExecutionRecord dev = run(link);
    QCOMPARE(dev.output["where"].asString(), std::string("here"));
    control.lock().unlock();
    QSignalSpy told(&control, &views::EngineControl::workspaceChanged);
    control.switchEnvironment("staging");
    QCOMPARE(told.size(), 1);
    QCOMPARE(control.workspace().environment, QString("staging"));
    QVERIFY(!control.lock().isOpen());
    QTRY_VERIFY_WITH_TIMEOUT(link.isRunning() && link.info().environment == "staging", 15000);
    const client::ExecutionRecord staging = run(link);
    QCOMPARE(staging.output["where"].asString(), std::string("there"));
    QVERIFY(!dev.environmentFingerprint.empty());
    QVERIFY(dev.environmentFingerprint != staging.environmentFingerprint);
    control.switchEnvironment("dev");
    QTRY_VERIFY_WITH_TIMEOUT(link.isRunning() && link.info().environment != "staging", 15000);
    QCOMPARE(run(link).environmentFingerprint, dev.environmentFingerprint);
}

void TestSwitchEnvironment::switchingWhileItOpens()
{
    views::EngineLink link;
    console::ConsoleControl control(m_folder.path(), {}, link);
    control.start();
    control.switchEnvironment("staging"); // the engine is on its way in dev
    QTRY_VERIFY_WITH_TIMEOUT(link.isRunning() && link.info().environment == "staging", 15000);
}

void TestSwitchEnvironment::anEnvironmentWithoutFilesIsSaid()
{
    views::EngineLink link;
    console::ConsoleControl control(m_folder.path(), {}, link);
    control.start();
    control.switchEnvironment("nowhere");
    const auto isSaid = [&] {
        for (const Error &problem : link.info().problems)
            if (problem.subject == "nowhere")
                return true;
        return link.reason().subject == "nowhere";
    };
    QTRY_VERIFY_WITH_TIMEOUT(isSaid(), 15000);
    control.switchEnvironment("dev");
    QTRY_VERIFY_WITH_TIMEOUT(link.isRunning() && !isSaid(), 15000);
}

QTEST_GUILESS_MAIN(TestSwitchEnvironment)
#include "tst_switch_environment.moc"
