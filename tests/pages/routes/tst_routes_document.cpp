// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/json/json.h"
#include "tests/support/verify.h"
#include "views/pages/routes/routes_document.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace batuta;
using namespace batuta::views;
using test::shown;

/// The shipped routes are edited: each change touches its own lines only, and undo gives the first bytes.
class TestRoutesDocument : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void everyChangeIsUndone();
    void aChangeTouchesItsLinesOnly();
    void aConditionThatCannotBeReadIsTold();
    void savesOnlyOverWhatItKnows();
    void triesWhatIsOnTheScreen();
    void isRefused_data();
    void isRefused();

private:
    std::string path() const { return m_folder.filePath("routes.yaml").toStdString(); }
    QTemporaryDir m_folder;
    std::unique_ptr<RoutesDocument> m_routes;
    std::string m_first;
};

void TestRoutesDocument::init()
{
    QFile shipped(BATUTA_SOURCE_DIR "/flows/ml_orchestrator/routes.yaml");
    QVERIFY(shipped.open(QIODevice::ReadOnly));
    const QByteArray text = shipped.readAll();
    QFile own(QString::fromStdString(path()));
    QVERIFY(own.open(QIODevice::WriteOnly | QIODevice::Truncate));
    own.write(text);
    own.close();
    m_first = text.toStdString();
    m_routes = std::make_unique<RoutesDocument>(path(), "routes.yaml");
    BATUTA_VERIFY_OK(m_routes->load());
    QCOMPARE(m_routes->rows().size(), std::size_t{5});
    QCOMPARE(shown(m_routes->fallback()), "first_login");
}

void TestRoutesDocument::everyChangeIsUndone()
{
    const std::function<Result<void>()> changes[] = {
        [&] { return m_routes->setCondition(1, "input.user_id == 'x'"); },
        [&] { return m_routes->setFlow(0, "first_login"); },
        [&] { return m_routes->setFallback("update_profile"); },
        [&] { return m_routes->swapRows(2); },
        [&] { return m_routes->addRow("input.vacancy_id", "course_to_vacancy"); },
        [&] { return m_routes->removeRow(3); },
    };
    for (const auto &change : changes) {
        BATUTA_VERIFY_OK(change());
        QVERIFY(m_routes->text() != m_first);
        QVERIFY2(m_routes->errors().empty(),
                 m_routes->errors().empty() ? "" : errorText(m_routes->errors().front()).c_str());
        m_routes->undoStack().undo();
        QCOMPARE(shown(m_routes->text()), shown(m_first));
    }
    for (const auto &change : changes)
        BATUTA_VERIFY_OK(change());
    while (m_routes->undoStack().canUndo())
        m_routes->undoStack().undo();
    QCOMPARE(shown(m_routes->text()), shown(m_first));
    QVERIFY(!m_routes->isChanged());
}

void TestRoutesDocument::aChangeTouchesItsLinesOnly()
{
    BATUTA_VERIFY_OK(m_routes->setFlow(0, "first_login"));
    const QStringList before = shown(m_first).split('\n'), after = shown(m_routes->text()).split('\n');
    QCOMPARE(after.size(), before.size());
    int differ = 0;
    for (qsizetype i = 0; i < before.size(); ++i)
        differ += before[i] != after[i];
    QCOMPARE(differ, 1);
    QCOMPARE(shown(m_routes->rows()[0].flow), "first_login");
}

void TestRoutesDocument::aConditionThatCannotBeReadIsTold()
{
    BATUTA_VERIFY_OK(m_routes->setCondition(2, "input.a ==="));
    QVERIFY(!m_routes->rows()[2].problem.empty());
    QVERIFY(m_routes->rows()[1].problem.empty());
    QVERIFY(!m_routes->save());
    QVERIFY(!m_routes->tryPayload(json::Object{}, {}));
}

void TestRoutesDocument::savesOnlyOverWhatItKnows()
{
    BATUTA_VERIFY_OK(m_routes->setFlow(0, "first_login"));
    QVERIFY(m_routes->isChanged());
    BATUTA_VERIFY_OK(m_routes->save());
    QVERIFY(!m_routes->isChanged());
    QFile own(QString::fromStdString(path()));
    QVERIFY(own.open(QIODevice::ReadWrite));
    QCOMPARE(own.readAll().toStdString(), m_routes->text());
    own.write("# somebody else\n");
    own.close();
    BATUTA_VERIFY_OK(m_routes->setFlow(0, "update_profile"));
    const auto saved = m_routes->save();
    QVERIFY(!saved);
    QVERIFY(saved.error().code == ErrorCode::ActRefused);
    QVERIFY(own.open(QIODevice::ReadOnly));
    QVERIFY(own.readAll().endsWith("# somebody else\n"));
}

void TestRoutesDocument::triesWhatIsOnTheScreen()
{
    const flow::Library library = flow::loadLibrary(BATUTA_SOURCE_DIR);
    json::Object payload{{"user_id", "u"}, {"session_id", "s"}};
    auto trial = m_routes->tryPayload(payload, library);
    BATUTA_VERIFY_OK(trial);
    QCOMPARE(shown(trial->flow), "first_login");
    QCOMPARE(shown(trial->rule), "default");
    payload.set("create_user_embedding", true);
    payload.set("process_only_vacancy_skills", true);
    payload.set("process_vacancy_orchestrator", false);
    trial = m_routes->tryPayload(payload, library);
    BATUTA_VERIFY_OK(trial);
    QCOMPARE(shown(trial->flow), "analysis_to_vacancy");
    QVERIFY(trial->verdicts[3].kind == RouteVerdict::Chosen);
    QVERIFY(trial->verdicts[4].kind == RouteVerdict::AlsoTrue);
    QVERIFY(trial->verdicts[0].kind == RouteVerdict::No);
    QCOMPARE(trial->ignoredFlags, std::vector<std::string>{"create_user_embedding"});
    QVERIFY(!trial->dropped.empty());
    BATUTA_VERIFY_OK(m_routes->swapRows(3)); // not saved, and yet it counts
    trial = m_routes->tryPayload(payload, library);
    QCOMPARE(shown(trial->flow), "update_profile");
    BATUTA_VERIFY_OK(m_routes->setCondition(0, "fromJSON(input.user_id)"));
    trial = m_routes->tryPayload(payload, library);
    QVERIFY(trial->verdicts[0].kind == RouteVerdict::Failed);
    QVERIFY(trial->verdicts[3].kind == RouteVerdict::Chosen);
    QVERIFY(trial->flow.empty());
}

void TestRoutesDocument::isRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("missing") << QByteArray();
    QTest::newRow("too large") << QByteArray((1 << 20) + 1, '#');
}

void TestRoutesDocument::isRefused()
{
    QFETCH(QByteArray, text);
    QFile own(QString::fromStdString(path()));
    if (text.isEmpty()) {
        QVERIFY(own.remove());
    } else {
        QVERIFY(own.open(QIODevice::WriteOnly));
        own.write(text);
        own.close();
    }
    QVERIFY(!m_routes->load());
}

QTEST_GUILESS_MAIN(TestRoutesDocument)
#include "tst_routes_document.moc"
