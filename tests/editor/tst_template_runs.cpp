// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// What a new flow begins with has no problem, and runs on the sandbox to its end.
#include "engine/edit/check_flow.h"
#include "engine/edit/templates.h"
#include "engine/json/json.h"
#include "tests/support/console_house.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace batuta;

class TestTemplateRuns : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase() { m_house.reset(); }
    void hasNoProblem_data();
    void hasNoProblem();
    void runsToItsEnd_data();
    void runsToItsEnd();

private:
    std::unique_ptr<tests::ConsoleHouse> m_house;
};

namespace {

std::string flowOf(std::string_view id)
{
    const auto text = edit::newFlowText(
        {std::string(edit::templateText(id)), "made_of_" + std::string(id), "ml_orchestrator", {}});
    return text ? *text : std::string();
}

} // namespace

void TestTemplateRuns::initTestCase()
{
    m_house = std::make_unique<tests::ConsoleHouse>();
    for (const edit::FlowTemplate &each : edit::flowTemplates()) {
        if (each.id == "empty")
            continue;
        QFile file(m_house->folder() + "/flows/ml_orchestrator/made_of_" +
                   QString::fromStdString(std::string(each.id)) + ".yaml");
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray::fromStdString(flowOf(each.id)));
    }
    QVERIFY(m_house->start());
}

void TestTemplateRuns::hasNoProblem_data()
{
    QTest::addColumn<QString>("id");
    for (const edit::FlowTemplate &each : edit::flowTemplates())
        if (each.id != "empty") // its steps are still to come
            QTest::newRow(std::string(each.id).c_str()) << QString::fromStdString(std::string(each.id));
}

void TestTemplateRuns::hasNoProblem()
{
    QFETCH(QString, id);
    const edit::Checked checked = edit::checkFlow(flowOf(id.toStdString()), "a.yaml", {});
    for (const edit::Problem &problem : checked.problems)
        QVERIFY2(problem.severity != edit::Severity::Error, problem.detail.c_str());
    QVERIFY(checked.flow);
}

void TestTemplateRuns::runsToItsEnd_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("input");
    const QString user = R"({"user_id": "ana-souza", "session_id": "s1"})";
    QTest::newRow("http_chain") << "http_chain" << user;
    QTest::newRow("fan_out") << "fan_out"
                             << R"({"user_id": "ana-souza"})";
    QTest::newRow("message_saga") << "message_saga"
                                  << R"({"user_id": "ana-souza"})";
    QTest::newRow("scheduled") << "scheduled"
                               << R"({})";
}

void TestTemplateRuns::runsToItsEnd()
{
    QFETCH(QString, id);
    QFETCH(QString, input);
    const auto value = json::parse(input.toStdString());
    QVERIFY(value);
    const QString execution = m_house->run("made_of_" + id, *value);
    QVERIFY(!execution.isEmpty());
    const client::ExecutionRecord record = m_house->ended(execution);
    QCOMPARE(QString::fromStdString(record.status + record.error), QString("success"));
}

QTEST_MAIN(TestTemplateRuns)
#include "tst_template_runs.moc"
