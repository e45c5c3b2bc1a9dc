// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/sandbox/sandbox_values.h"

using namespace batuta;
using namespace batuta::sandbox;

class TestSandboxPayloads : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        m_functions = newFunctions();
        QVERIFY(m_functions);
    }

    void refusesWhatItCannotUse_data()
    {
        QTest::addColumn<QString>("function");
        QTest::addColumn<QString>("payload");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("subject");
        const int bad = static_cast<int>(ErrorCode::HttpBadRequest);
        const int unknown = static_cast<int>(ErrorCode::HttpNotFound);
        const QString create = "create_embeddings";
        const QString gap = "gap_analysis_user_vacancy";
        QTest::newRow("session missing") << create << "{}" << bad << "sessionId";
        QTest::newRow("session under the other name")
            << create << R"({"session_id": "x"})" << bad << "sessionId";
        QTest::newRow("session empty") << create << R"({"sessionId": ""})" << bad << "sessionId";
        QTest::newRow("session a number") << create << R"({"sessionId": 5})" << bad << "sessionId";
        QTest::newRow("user missing") << gap << "{}" << bad << "user_id";
        QTest::newRow("user null") << gap << R"({"user_id": null})" << bad << "user_id";
        QTest::newRow("user a list") << gap << R"({"user_id": ["x"]})" << bad << "user_id";
        QTest::newRow("user too long")
            << gap << QString(R"({"user_id": "%1"})").arg(QString(201, 'x')) << bad << "user_id";
        QTest::newRow("vacancy null")
            << gap << R"({"user_id": "x", "vacancy_id": null})" << bad << "vacancy_id";
        QTest::newRow("vacancy an object")
            << gap << R"({"user_id": "x", "vacancy_name": {}})" << bad << "vacancy_name";
        QTest::newRow("description too long")
            << gap << QString(R"({"user_id": "x", "vacancy_description": "%1"})").arg(QString(20001, 'x'))
            << bad << "vacancy_description";
        QTest::newRow("not an object")
            << gap << "[]" << bad << "func-dev-cce-senai-gap-analysis-user-vacancy";
        QTest::newRow("vacancy unknown")
            << gap << R"({"user_id": "x", "vacancy_id": "vaga-999"})" << unknown << "vacancy_id";
        QTest::newRow("position unknown")
            << "match_usuario_carreira"
            << R"({"user_id": "x", "position_id": "pos-x"})" << unknown << "position_id";
        QTest::newRow("profession of an unknown position")
            << "suggest_course_profession"
            << R"({"user_id": "x", "position_id": "pos-x"})" << unknown << "position_id";
        QTest::newRow("function unknown") << "func-x"
                                          << "{}" << unknown << "func-x";
    }

    void refusesWhatItCannotUse()
    {
        QFETCH(QString, function);
        QFETCH(QString, payload);
        QFETCH(int, code);
        QFETCH(QString, subject);
        const Result<json::Value> value = json::parse(payload.toStdString());
        QVERIFY(value);
        const Result<json::Value> answer = m_functions->call(function.toStdString(), *value);
        QVERIFY(!answer);
        QCOMPARE(static_cast<int>(answer.error().code), code);
        QCOMPARE(QString::fromStdString(answer.error().subject), subject);
        QVERIFY(!mendText(answer.error()).empty());
    }

    void namesTheMembersThatItIgnores()
    {
        const json::Value answer = answerOf(*m_functions, "match_candidato",
                                            json::Object{{"user_id", "x"}, {"vacancy_id", "vaga-001"}});
        QCOMPARE(answer["ignored"].asArray().size(), std::size_t(1));
        QCOMPARE(answer["ignored"].at(0).asString(), std::string("vacancy_id"));
        QVERIFY(answerOf(*m_functions, "match_candidato", forUser("x"))["ignored"].isNull());
    }

    void knowsEachFunctionByBothNames()
    {
        QCOMPARE(endpoints().size(), std::size_t(10));
        for (const Endpoint &endpoint : endpoints()) {
            QCOMPARE(findEndpoint(endpoint.function), &endpoint);
            QCOMPARE(findEndpoint(endpoint.step), &endpoint);
        }
        QCOMPARE(findEndpoint(""), nullptr);
        QCOMPARE(nearestEndpoint("match_candidat"), std::string("match_candidato"));
    }

    void writesTheElevenKeysOfTheEnvironment()
    {
        const std::string text = envText("http://127.0.0.1:8090");
        QCOMPARE(std::count(text.begin(), text.end(), '='), 11);
        for (const char *line :
             {"DEFAULT_CREATE_USER_EMBEDDINGS_URL=http://127.0.0.1:8090/"
              "func-dev-cce-create-user-embeddings\n",
              "MATCH_USUARIO_CARREIRA_URL=http://127.0.0.1:8090/func-dev-cce-vcc-match-carreira\n",
              "SUGGEST_COURSE_PROFESSION_URL=http://127.0.0.1:8090/"
              "func-dev-cce-senai-suggest-course-profession\n",
              "DEFAULT_WEBHOOK_URL=http://127.0.0.1:8090/webhook\n"})
            QVERIFY2(text.find(line) != std::string::npos, line);
    }

private:
    std::unique_ptr<Functions> m_functions;
};

QTEST_APPLESS_MAIN(TestSandboxPayloads)
#include "tst_sandbox_payloads.moc"
