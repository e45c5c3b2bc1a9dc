// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/sandbox/sandbox_values.h"

#include <set>

using namespace batuta;
using namespace batuta::sandbox;

class TestSandboxFunctions : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_functions = newFunctions();
        QVERIFY(m_functions);
    }

    void createsTheEmbeddingOfASessionsUser()
    {
        const json::Value answer = call("create_embeddings", json::Object{{"sessionId", "sessao-ana-1"}});
        QCOMPARE(answer["user_id"].asString(), std::string("ana-souza"));
        QCOMPARE(answer["dimensions"].asInteger(), 256);
        QCOMPARE(answer["norm"].asDouble(), 1.0);
        QCOMPARE(answer["preview"].asArray().size(), std::size_t(8));
        QCOMPARE(answer["profile"]["nome"].asString(), std::string("Ana Souza"));
        QCOMPARE(answer["fingerprint"].asString().size(), std::size_t(16));
    }

    void findsThePersonsProfession_data()
    {
        QTest::addColumn<QString>("user");
        QTest::addColumn<QString>("profession");
        QTest::newRow("welder") << "ana-souza"
                                << "soldador";
        QTest::newRow("web developer") << "carla-menezes"
                                       << "desenvolvedor-web";
        QTest::newRow("electrician") << "diego-nascimento"
                                     << "eletricista-predial";
        QTest::newRow("administrator") << "marina-castro"
                                       << "administrador-redes";
        QTest::newRow("turner") << "fabio-teixeira"
                                << "torneiro-mecanico";
        QTest::newRow("mechanic") << "joao-ferreira"
                                  << "mecanico-manutencao";
        QTest::newRow("seamstress") << "ines-barbosa"
                                    << "costureiro-industrial";
        QTest::newRow("car mechanic") << "lucas-pereira"
                                      << "mecanico-automotivo";
    }

    void findsThePersonsProfession()
    {
        QFETCH(QString, user);
        QFETCH(QString, profession);
        const json::Value answer = call("match_usuario_profissao", forUser(user.toUtf8().constData()));
        QCOMPARE(QString::fromStdString(answer["matches"].at(0)["id"].asString()), profession);
    }

    void ranksVacanciesFromBestToWorst()
    {
        const json::Value answer = call("func-dev-cce-vcc-match-candidato", forUser("ana-souza"));
        const json::Array &matches = answer["matches"].asArray();
        QCOMPARE(matches.size(), std::size_t(5));
        QVERIFY(matches[0]["vacancy_name"].asString().find("olda") != std::string::npos);
        for (std::size_t i = 0; i < matches.size(); ++i) {
            const double score = matches[i]["score"].asDouble();
            QVERIFY(score > 0 && score <= 1);
            QVERIFY(i == 0 || score <= matches[i - 1]["score"].asDouble());
            QVERIFY(qAbs(score - (0.4 * matches[i]["similarity"].asDouble() +
                                  0.6 * matches[i]["coverage"].asDouble())) < 2e-4);
        }
    }

    void holdsAWelderNearAWeldingVacancyAndFarFromABakers()
    {
        const json::Value welding = call("match_analysis_user_vacancy", vacancyOf("ana-souza", "vaga-001"));
        const json::Value baking = call("match_analysis_user_vacancy",
                                        json::Object{{"user_id", "ana-souza"}, {"vacancy_name", "Padeiro"}});
        QCOMPARE(welding["verdict"].asString(), std::string("aderência alta"));
        QCOMPARE(baking["verdict"].asString(), std::string("aderência baixa"));
        QVERIFY(welding["score"].asDouble() > baking["score"].asDouble() + 0.3);
        QVERIFY(welding["explanation"].asString().find("Ana Souza") == 0);
        QCOMPARE(welding["target"]["origin"].asString(), std::string("requested"));
    }

    void namesTheSkillsThatAreMissingWithTheirWeights()
    {
        // Ana knows TIG at level 2; the vacancy for stainless steel asks for more.
        const json::Value answer = call("gap_analysis_user_vacancy", vacancyOf("ana-souza", "vaga-002"));
        bool found = false;
        double missing = 0;
        for (const json::Value &skill : answer["missing_skills"].asArray()) {
            missing += skill["gravidade"].asDouble();
            QVERIFY(skill["nivel_atual"].asInteger() < skill["nivel_exigido"].asInteger());
            if (skill["id"].asString() == "soldagem-tig") {
                found = true;
                QCOMPARE(skill["nivel_atual"].asInteger(), 2);
                QCOMPARE(skill["peso"].asInteger(), 4);
            }
        }
        QVERIFY(found);
        QVERIFY(qAbs(missing - answer["missing_weight"].asDouble()) < 1e-3);
        QVERIFY(qAbs(answer["coverage"].asDouble() - (1 - missing / answer["total_weight"].asDouble())) <
                1e-3);
        QVERIFY(qAbs(answer["coverage_percent"].asDouble() - 100 * answer["coverage"].asDouble()) < 0.1);
    }

    void suggestsCoursesThatTeachWhatIsMissing()
    {
        const json::Value gap = call("gap_analysis_user_vacancy", vacancyOf("ana-souza", "vaga-002"));
        const json::Value answer = call("suggest_course_vacancy", vacancyOf("ana-souza", "vaga-002"));
        std::set<std::string> missing;
        for (const json::Value &skill : gap["missing_skills"].asArray())
            missing.insert(skill["id"].asString());
        std::int64_t hours = 0;
        QVERIFY(!answer["courses"].asArray().empty());
        for (const json::Value &course : answer["courses"].asArray()) {
            hours += course["carga_horaria"].asInteger();
            QVERIFY(!course["covers"].asArray().empty());
            for (const json::Value &skill : course["covers"].asArray())
                QVERIFY2(missing.count(skill["id"].asString()) == 1, skill["id"].asString().c_str());
        }
        QCOMPARE(answer["total_hours"].asInteger(), hours);
        QVERIFY(answer["coverage_after"].asDouble() > answer["coverage"].asDouble());
        QCOMPARE(answer["gap"].asString(), std::string("stored"));
    }

    void showsWhereTheUserStandsInACareer()
    {
        const json::Value answer =
            call("match_usuario_carreira",
                 json::Object{{"user_id", "ana-souza"}, {"career_name", "Soldagem e inspeção"}});
        QCOMPARE(answer["careers"].asArray().size(), std::size_t(1));
        const json::Value &career = answer["careers"].at(0);
        QCOMPARE(career["id"].asString(), std::string("soldagem"));
        QVERIFY(career["current_position"]["coverage"].asDouble() >= 0.6);
        QCOMPARE(answer["origin"].asString(), std::string("requested"));
    }

    void comparesWithThePositionAskedFor()
    {
        const auto analysis = [&](const char *position) {
            return call("match_analysis_user_profession",
                        json::Object{{"user_id", "ana-souza"}, {"position_id", position}});
        };
        const json::Value helper = analysis("pos-auxiliar-de-solda");
        const json::Value expert = analysis("pos-soldador-especialista");
        QCOMPARE(helper["target"]["id"].asString(), std::string("pos-auxiliar-de-solda"));
        QVERIFY(helper["coverage"].asDouble() > expert["coverage"].asDouble());
    }

    void findsAPositionByItsName_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("position");
        QTest::newRow("as written") << "Programador de robôs"
                                    << "pos-programador-de-robos";
        QTest::newRow("without accents") << "PROGRAMADOR DE ROBOS"
                                         << "pos-programador-de-robos";
        QTest::newRow("nearly") << "Mecânico de manutenção industrial"
                                << "pos-mecanico-de-manutencao";
    }

    void findsAPositionByItsName()
    {
        QFETCH(QString, name);
        QFETCH(QString, position);
        const json::Value answer =
            call("gap_analysis_user_profession",
                 json::Object{{"user_id", "ana-souza"}, {"position_name", name.toStdString()}});
        QCOMPARE(QString::fromStdString(answer["target"]["id"].asString()), position);
        QCOMPARE(answer["target"]["origin"].asString(), std::string("nearest_to_text"));
        QVERIFY(answer["target"]["text_similarity"].asDouble() > 0.5);
    }

    void readsTheSkillsOfAVacancyThatOnlyTheCallerKnows()
    {
        const json::Value answer = call(
            "gap_analysis_user_vacancy",
            json::Object{{"user_id", "ana-souza"},
                         {"vacancy_id", "externa-77"},
                         {"vacancy_name", "Soldador para mergulho"},
                         {"vacancy_description", "Soldagem com eletrodo revestido, primeiros socorros."}});
        QCOMPARE(answer["target"]["nome"].asString(), std::string("Soldador para mergulho"));
        bool firstAid = false;
        for (const json::Value &skill : answer["missing_skills"].asArray())
            firstAid = firstAid || skill["id"].asString() == "primeiros-socorros";
        QVERIFY(firstAid);
    }

    void answersForEveryUnknownUserAndAlwaysTheSame()
    {
        const auto other = newFunctions();
        for (int i = 0; i < 50; ++i) {
            const std::string user = "user-" + std::to_string(i);
            for (const char *step :
                 {"match_usuario_profissao", "match_candidato", "suggest_course_profession"}) {
                const json::Value here = call(step, forUser(user.c_str()));
                QVERIFY(here == answerOf(*other, step, forUser(user.c_str())));
            }
        }
    }

    void makesDifferentPeopleOfDifferentNames()
    {
        std::set<std::string> professions;
        for (int i = 0; i < 40; ++i)
            professions.insert(
                call("match_usuario_profissao", forUser(("u" + std::to_string(i)).c_str()))["matches"]
                    .at(0)["id"]
                    .asString());
        QVERIFY(professions.size() > 15);
    }

    void answersQuicklyEnough()
    {
        const json::Value payload = vacancyOf("ana-souza", "vaga-002");
        QBENCHMARK
        {
            call("gap_analysis_user_vacancy", payload);
        }
    }

private:
    json::Value call(std::string_view function, const json::Value &payload)
    {
        return answerOf(*m_functions, function, payload);
    }

    static json::Value vacancyOf(const char *user, const char *vacancy)
    {
        return json::Object{{"user_id", user}, {"vacancy_id", vacancy}};
    }

    std::unique_ptr<Functions> m_functions;
};

QTEST_APPLESS_MAIN(TestSandboxFunctions)
#include "tst_sandbox_functions.moc"
