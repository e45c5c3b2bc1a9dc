// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/sandbox/sandbox_values.h"

using namespace batuta;
using namespace batuta::sandbox;

/// What one call leaves for the next ones.
class TestSandboxState : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_functions = newFunctions();
        QVERIFY(m_functions);
    }

    void saysWhetherTheEmbeddingWasStored()
    {
        const json::Value before = call("match_candidato", forUser("ana-souza"));
        QCOMPARE(before["embedding"].asString(), std::string("computed_on_demand"));
        QVERIFY(before["session_id"].isNull());
        createEmbedding("sessao-ana-1");
        const json::Value after = call("match_candidato", forUser("ana-souza"));
        QCOMPARE(after["embedding"].asString(), std::string("stored"));
        QCOMPARE(after["session_id"].asString(), std::string("sessao-ana-1"));
        QVERIFY(before["matches"] == after["matches"]);
    }

    void givesAnUnknownSessionToTheUserWhoComesNext()
    {
        const json::Value created = createEmbedding("abc");
        QVERIFY(created["user_id"].isNull());
        const json::Value first = call("match_candidato", forUser("somebody"));
        QCOMPARE(first["session_id"].asString(), std::string("abc"));
        QCOMPARE(call("match_candidato", forUser("another"))["embedding"].asString(),
                 std::string("computed_on_demand"));
        const json::Value again = createEmbedding("abc");
        QCOMPARE(again["user_id"].asString(), std::string("somebody"));
        QCOMPARE(again["fingerprint"].asString(), created["fingerprint"].asString());
    }

    void makesAnUnknownUserThePersonOfTheirLastSession()
    {
        const json::Value own = call("match_usuario_profissao", forUser("somebody"));
        createEmbedding("first");
        const json::Value first = call("match_usuario_profissao", forUser("somebody"));
        createEmbedding("second");
        const json::Value second = call("match_usuario_profissao", forUser("somebody"));
        createEmbedding("first");
        const json::Value firstAgain = call("match_usuario_profissao", forUser("somebody"));
        QVERIFY(!(own["matches"] == first["matches"]));
        QVERIFY(!(first["matches"] == second["matches"]));
        QVERIFY(first["matches"] == firstAgain["matches"]);
    }

    void leavesAKnownUserWhoTheyAre()
    {
        createEmbedding("a-session-of-nobody");
        const json::Value answer = call("match_usuario_profissao", forUser("ana-souza"));
        QCOMPARE(answer["embedding"].asString(), std::string("stored"));
        QCOMPARE(answer["matches"].at(0)["id"].asString(), std::string("soldador"));
    }

    void worksOnTheStoredBestMatchWithoutIds_data()
    {
        QTest::addColumn<QString>("match");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("later");
        for (const char *step :
             {"match_analysis_user_vacancy", "gap_analysis_user_vacancy", "suggest_course_vacancy"})
            QTest::newRow(step) << "match_candidato"
                                << "vacancy_id" << step;
        for (const char *step :
             {"match_analysis_user_profession", "gap_analysis_user_profession", "suggest_course_profession"})
            QTest::newRow(step) << "match_usuario_profissao"
                                << "id" << step;
    }

    void worksOnTheStoredBestMatchWithoutIds()
    {
        QFETCH(QString, match);
        QFETCH(QString, key);
        QFETCH(QString, later);
        const json::Value before = call(later.toStdString(), forUser("heitor-duarte"));
        QCOMPARE(before["target"]["origin"].asString(), std::string("computed_on_demand"));
        const json::Value best = call(match.toStdString(), forUser("heitor-duarte"))["matches"].at(0);
        const json::Value after = call(later.toStdString(), forUser("heitor-duarte"));
        QCOMPARE(after["target"]["origin"].asString(), std::string("stored_top_match"));
        QCOMPARE(after["target"]["id"].asString(), best[key.toStdString()].asString());
    }

    void treatsEmptyIdsAsAbsent()
    {
        const json::Value answer =
            call("gap_analysis_user_vacancy", json::Object{{"user_id", "ana-souza"}, {"vacancy_id", ""}});
        QCOMPARE(answer["target"]["origin"].asString(), std::string("computed_on_demand"));
    }

    void suggestsFromTheStoredGapOfTheSameTargetOnly()
    {
        const auto vacancy = [](const char *id) {
            return json::Object{{"user_id", "ana-souza"}, {"vacancy_id", id}};
        };
        QCOMPARE(gapOrigin(vacancy("vaga-002")), std::string("computed_on_demand"));
        call("gap_analysis_user_vacancy", vacancy("vaga-002"));
        QCOMPARE(gapOrigin(vacancy("vaga-002")), std::string("stored"));
        QCOMPARE(gapOrigin(vacancy("vaga-003")), std::string("computed_on_demand"));
    }

    void usesTheBestProfessionForTheCareer()
    {
        QCOMPARE(call("match_usuario_carreira", forUser("ana-souza"))["origin"].asString(),
                 std::string("computed_on_demand"));
        call("match_usuario_profissao", forUser("ana-souza"));
        const json::Value answer = call("match_usuario_carreira", forUser("ana-souza"));
        QCOMPARE(answer["origin"].asString(), std::string("stored_top_match"));
        QCOMPARE(answer["careers"].at(0)["id"].asString(), std::string("soldagem"));
    }

    void forgetsTheOldestUserWhenItIsFull()
    {
        m_functions = newFunctions({3, 3});
        createEmbedding("s0");
        for (int i = 0; i < 10; ++i)
            call("match_candidato", forUser(("u" + std::to_string(i)).c_str()));
        QCOMPARE(m_functions->users(), std::size_t(3));
        QCOMPARE(call("match_candidato", forUser("u0"))["embedding"].asString(),
                 std::string("computed_on_demand"));
    }

    void runsTheWholeProfileUpdate()
    {
        createEmbedding("sess-1");
        for (const Endpoint &endpoint : endpoints()) {
            if (endpoint.kind == FunctionKind::CreateEmbeddings)
                continue;
            const json::Value answer = call(endpoint.function, forUser("user-1"));
            QCOMPARE(answer["embedding"].asString(), std::string("stored"));
            QCOMPARE(answer["function"].asString(), std::string(endpoint.step));
        }
    }

private:
    json::Value call(std::string_view function, const json::Value &payload)
    {
        return answerOf(*m_functions, function, payload);
    }

    json::Value createEmbedding(const char *session)
    {
        return call("create_embeddings", json::Object{{"sessionId", session}});
    }

    std::string gapOrigin(const json::Value &payload)
    {
        return call("suggest_course_vacancy", payload)["gap"].asString();
    }

    std::unique_ptr<Functions> m_functions;
};

QTEST_APPLESS_MAIN(TestSandboxState)
#include "tst_sandbox_state.moc"
