// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// The copied commands really run: curl against `batuta serve`, and `batuta run` in the workspace.
#include "engine/json/json.h"
#include "tests/cli/programs.h"
#include "views/models/input/launch_text.h"

#include <QTest>

using namespace batuta;
using namespace batuta::views;
using test::Finished;
using test::Programs;

class LaunchCommands : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void curlStartsTheFlow();
    void curlLetsTheRoutesChoose();
    void batutaRunRunsIt();

private:
    json::Value run(const QString &command) const;

    std::unique_ptr<Programs> m_programs;
    Launch m_launch;
};

void LaunchCommands::init()
{
    m_programs = std::make_unique<Programs>();
    QVERIFY(m_programs->isReady());
    m_launch.flow = "course_to_vacancy";
    m_launch.input = json::parse(R"({"user_id": "o'neil $HOME", "session_id": "s1",
        "suggest_course_vacancy_token": "never-copied"})")
                         .value();
}

void LaunchCommands::curlStartsTheFlow()
{
    const QString url = m_programs->serve();
    QVERIFY(!url.isEmpty());
    m_launch.engine = url.toStdString();
    const json::Value answer = run(curlCommand(m_launch));
    QCOMPARE(QString::fromStdString(answer["flow"].asString()), QString("course_to_vacancy"));
    const std::string id = answer["execution_id"].asString();
    const Finished record =
        m_programs->shell(QString("curl -sS %1/executions/%2").arg(url, QString::fromStdString(id)));
    const auto stored = json::parse(record.out.toStdString());
    QVERIFY(stored);
    QCOMPARE((*stored)["input"]["user_id"].asString(), std::string("o'neil $HOME"));
}

void LaunchCommands::curlLetsTheRoutesChoose()
{
    const QString url = m_programs->serve();
    m_launch.engine = url.toStdString();
    m_launch.flow.clear();
    m_launch.input.object().set("process_only_vacancy_course", true);
    const json::Value answer = run(curlCommand(m_launch));
    QCOMPARE(QString::fromStdString(answer["routing"]["rule"].asString()),
             QString("input.process_only_vacancy_course"));
}

void LaunchCommands::batutaRunRunsIt()
{
    const Finished done =
        m_programs->shell("export SUGGEST_COURSE_VACANCY_TOKEN=mine\n" + batutaRunCommand(m_launch));
    QVERIFY2(done.exitCode == 0, done.err);
    QVERIFY2(done.out.contains("course_to_vacancy"), done.out);
}

json::Value LaunchCommands::run(const QString &command) const
{
    const Finished done = m_programs->shell("export SUGGEST_COURSE_VACANCY_TOKEN=mine\n" + command);
    if (done.exitCode != 0)
        qWarning() << done.err;
    return json::parse(done.out.toStdString()).value_or(json::Value());
}

QTEST_GUILESS_MAIN(LaunchCommands)
#include "tst_launch_commands.moc"
