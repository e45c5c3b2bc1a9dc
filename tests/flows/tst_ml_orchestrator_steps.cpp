// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/base/text.h"
#include "engine/flow/library.h"
#include "engine/json/json.h"

#include <QTest>

#include <set>

using namespace batuta;
using namespace batuta::flow;
using namespace std::chrono_literals;

namespace {

struct Expected
{
    const char *step;
    const char *urlKey;
    const char *token;
    const char *domain;
    const char *payload; ///< for the whole input below
    int timeout;
};

constexpr const char *kProfession =
    R"({"user_id":"u1","position_id":"p1","career_name":"c","position_name":"p"})";
constexpr const char *kVacancy =
    R"({"user_id":"u1","vacancy_id":"v1","vacancy_name":"v","vacancy_description":"d"})";
constexpr const char *kUser = R"({"user_id":"u1"})";

const std::vector<Expected> kSteps{
    {"create_embeddings", "DEFAULT_CREATE_USER_EMBEDDINGS_URL", "create_user_embeddings_token", "common",
     R"({"sessionId":"s1"})", 300},
    {"match_candidato", "DEFAULT_MATCH_CANDIDATO_URL", "match_candidato_token", "vacancy", kUser, 120},
    {"match_analysis_user_vacancy", "DEFAULT_MATCH_ANALYSIS_USER_VACANCY_URL",
     "match_analysis_user_vacancy_token", "vacancy", kVacancy, 120},
    {"gap_analysis_user_vacancy", "DEFAULT_GAP_ANALYSIS_USER_VACANCY_URL", "gap_analysis_user_vacancy_token",
     "vacancy", kVacancy, 120},
    {"suggest_course_vacancy", "DEFAULT_SUGGEST_COURSE_VACANCY_URL", "suggest_course_vacancy_token",
     "vacancy", kVacancy, 120},
    {"match_usuario_profissao", "MATCH_USUARIO_PROFISSAO_URL", "match_user_profession_token", "profession",
     kUser, 120},
    {"match_usuario_carreira", "MATCH_USUARIO_CARREIRA_URL", "match_user_career_token", "profession",
     kProfession, 120},
    {"match_analysis_user_profession", "MATCH_ANALYSIS_USER_PROFESSION_URL",
     "match_analysis_user_profession_token", "profession", kProfession, 120},
    {"gap_analysis_user_profession", "GAP_ANALYSIS_USER_PROFESSION_URL", "gap_analysis_user_profession_token",
     "profession", kProfession, 120},
    {"suggest_course_profession", "SUGGEST_COURSE_PROFESSION_URL", "suggest_course_profession_token",
     "profession", kProfession, 120}};

/// Every field, and each token with its own name as value.
json::Object wholeInput()
{
    json::Object input{{"user_id", "u1"},     {"session_id", "s1"},   {"identifier", "i1"},
                       {"vacancy_id", "v1"},  {"vacancy_name", "v"},  {"vacancy_description", "d"},
                       {"position_id", "p1"}, {"position_name", "p"}, {"career_name", "c"}};
    for (const Expected &step : kSteps)
        input.set(step.token, step.token);
    return input;
}

expr::ObjectContext contextOf(const json::Object &input)
{
    json::Object env;
    for (const Expected &step : kSteps)
        env.set(step.urlKey, std::string("http://host/") + step.urlKey);
    return expr::ObjectContext(json::Object{{"input", input}, {"env", env}});
}

QString payload(const Step &step, const json::Object &input)
{
    const auto value = std::get<HttpStep>(step.action).json->evaluate(contextOf(input));
    return value ? QString::fromStdString(json::write(*value)) : QString("error");
}

bool skips(const Step &step, const json::Object &input)
{
    const auto value = step.skip.at(0).condition.evaluate(contextOf(input));
    return value && expr::isTruthy(*value);
}

} // namespace

/// Each step of the six flows: address, token, payload, time, skip rule; and the templates of the
/// environment.
class TestMlOrchestratorSteps : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void callsEachFunctionAsAgreed_data();
    void callsEachFunctionAsAgreed();
    void leavesNullsOutAndKeepsEmptyTexts();
    void sendsNoTokenThatIsNotGiven();
    void skipsWhatTheCallerBrought();
    void sendsTheResultAtTheEnd();
    void keepsOneHeadForAllFlows();
    void hidesEveryToken();
    void templatesHoldEveryKey();

private:
    std::vector<FlowPtr> flows() const;
    const Step &step(const char *name) const;
    Library m_library;
};

void TestMlOrchestratorSteps::initTestCase()
{
    m_library = loadLibrary(BATUTA_SOURCE_DIR);
    QVERIFY(m_library.errors.empty());
    QCOMPARE(flows().size(), std::size_t{6});
}

std::vector<FlowPtr> TestMlOrchestratorSteps::flows() const
{
    std::vector<FlowPtr> found;
    for (const auto &entry : m_library.flows)
        if (entry.second->label("system") == "ml_orchestrator")
            found.push_back(entry.second);
    return found;
}

const Step &TestMlOrchestratorSteps::step(const char *name) const
{
    return *m_library.flows.at("update_profile")->find(StepId(name));
}

void TestMlOrchestratorSteps::callsEachFunctionAsAgreed_data()
{
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < kSteps.size(); ++i)
        QTest::newRow(kSteps[i].step) << static_cast<int>(i);
}

void TestMlOrchestratorSteps::callsEachFunctionAsAgreed()
{
    QFETCH(int, index);
    const Expected &expected = kSteps.at(static_cast<std::size_t>(index));
    const json::Object input = wholeInput();
    int uses = 0;
    for (const FlowPtr &flow : flows()) {
        const Step *found = flow->find(StepId(expected.step));
        if (!found)
            continue;
        ++uses;
        const auto &http = std::get<HttpStep>(found->action);
        QCOMPARE(http.method, std::string("POST"));
        QCOMPARE(*http.url.evaluateText(contextOf(input)), std::string("http://host/") + expected.urlKey);
        QCOMPARE(found->neededKeys.size(), std::size_t{1});
        QCOMPARE(found->neededKeys[0].key, std::string(expected.urlKey));
        QVERIFY(found->neededKeys[0].isUrl);
        QCOMPARE(*http.bearer->evaluateText(contextOf(input)), std::string(expected.token));
        QCOMPARE(payload(*found, input), QString(expected.payload));
        QVERIFY(found->timeout == std::chrono::seconds(expected.timeout));
        QVERIFY(!found->retry);
        QVERIFY(found->onFailure == OnFailure::Continue);
        QCOMPARE(std::string(found->label("domain")), std::string(expected.domain));
        QVERIFY(!found->title.en.empty() && !found->title.ptBr.empty());
        QCOMPARE(http.headers.size(), std::size_t{1});
        QCOMPARE(http.headers[0].first, std::string("X-Orchestrator"));
        QCOMPARE(http.headers[0].second.text(), std::string("senai-ml-orchestrator"));
    }
    QVERIFY(uses >= 1);
}

void TestMlOrchestratorSteps::leavesNullsOutAndKeepsEmptyTexts()
{
    json::Object input{
        {"user_id", "u1"}, {"session_id", "s1"}, {"vacancy_id", nullptr}, {"vacancy_name", ""}};
    QCOMPARE(payload(step("gap_analysis_user_vacancy"), input),
             QString(R"({"user_id":"u1","vacancy_name":""})"));
    QCOMPARE(payload(step("gap_analysis_user_profession"), input), QString(R"({"user_id":"u1"})"));
    input.set("position_name", "");
    input.set("career_name", "c");
    QCOMPARE(payload(step("match_usuario_carreira"), input),
             QString(R"({"user_id":"u1","career_name":"c","position_name":""})"));
}

void TestMlOrchestratorSteps::sendsNoTokenThatIsNotGiven()
{
    json::Object input = wholeInput();
    input.erase("match_candidato_token");
    input.set("gap_analysis_user_vacancy_token", nullptr);
    for (const char *name : {"match_candidato", "gap_analysis_user_vacancy"})
        QCOMPARE(*std::get<HttpStep>(step(name).action).bearer->evaluateText(contextOf(input)),
                 std::string());
}

void TestMlOrchestratorSteps::skipsWhatTheCallerBrought()
{
    const Step &profession = step("match_usuario_profissao");
    const Step &candidate = step("match_candidato");
    const Step &career = step("match_usuario_carreira");
    QCOMPARE(profession.skip[0].reason, std::string("position_id provided"));
    QCOMPARE(candidate.skip[0].reason, std::string("vacancy_id provided"));
    QCOMPARE(career.skip[0].reason, std::string("both position_id and career_name provided"));
    QVERIFY(skips(profession, {{"position_id", "p"}}));
    QVERIFY(!skips(profession, {{"position_id", ""}}));
    QVERIFY(!skips(profession, {{"position_id", nullptr}}));
    QVERIFY(!skips(profession, {{"vacancy_id", "v"}}));
    QVERIFY(skips(candidate, {{"vacancy_id", "v"}}));
    QVERIFY(!skips(candidate, {{"vacancy_id", ""}}));
    QVERIFY(skips(career, {{"position_id", "p"}, {"career_name", "c"}}));
    QVERIFY(!skips(career, {{"position_id", "p"}}));
    QVERIFY(!skips(career, {{"position_id", "p"}, {"career_name", ""}}));
    int rules = 0;
    for (const Step &any : m_library.flows.at("update_profile")->steps)
        rules += static_cast<int>(any.skip.size());
    QCOMPARE(rules, 3);
}

void TestMlOrchestratorSteps::sendsTheResultAtTheEnd()
{
    for (const FlowPtr &flow : flows()) {
        QCOMPARE(flow->finallySteps.size(), std::size_t{1});
        const Step &webhook = flow->finallySteps[0];
        const auto &http = std::get<HttpStep>(webhook.action);
        QCOMPARE(webhook.id.value, std::string("webhook"));
        QCOMPARE(webhook.neededKeys.at(0).key, std::string("DEFAULT_WEBHOOK_URL"));
        QVERIFY(webhook.timeout == 15s);
        QVERIFY(!http.bearer);
        const json::Value report = json::Object{{"flow_name", "x"}, {"steps", json::Array{}}};
        const expr::ObjectContext context(json::Object{{"execution", json::Object{{"report", report}}}});
        const auto body = http.json->evaluate(context);
        QVERIFY(body && *body == report);
    }
}

void TestMlOrchestratorSteps::keepsOneHeadForAllFlows()
{
    for (const FlowPtr &flow : flows()) {
        QVERIFY(flow->deadline == 540s);
        QVERIFY(flow->idempotency && flow->idempotency->window == 300s);
        QVERIFY(flow->idempotency->onRepeat == OnRepeat::Warn);
        const expr::Template &key = flow->idempotency->key;
        QCOMPARE(*key.evaluateText(contextOf(wholeInput())), std::string("u1_s1_i1"));
        QCOMPARE(*key.evaluateText(contextOf({{"user_id", "u"}, {"session_id", "s"}})), std::string("u_s_"));
        QVERIFY(!flow->title.en.empty() && !flow->title.ptBr.empty() && !flow->description.empty());
        QVERIFY(flow->input.validate(wholeInput()).empty());
        QVERIFY(!flow->input.validate(json::Object{{"user_id", ""}, {"session_id", "s"}}).empty());
    }
}

void TestMlOrchestratorSteps::hidesEveryToken()
{
    const std::vector<std::string> &secrets = m_library.routes.at("ml_orchestrator").input.secretProperties();
    QCOMPARE(std::set<std::string>(secrets.begin(), secrets.end()).size(), kSteps.size());
    for (const FlowPtr &flow : flows())
        QCOMPARE(flow->input.secretProperties().size(), flow->steps.size());
}

void TestMlOrchestratorSteps::templatesHoldEveryKey()
{
    const std::string folder = std::string(BATUTA_SOURCE_DIR) + "/flows/ml_orchestrator/";
    const Result<std::string> dotenv = readFile(folder + ".env.example", 1u << 20);
    const Result<std::string> yamlText = readFile(folder + "env-vars-template.yaml", 1u << 20);
    QVERIFY(dotenv && yamlText);
    const YamlReading yaml = readYaml(*yamlText, "env-vars-template.yaml");
    QVERIFY(yaml.root);
    std::vector<std::string> keys{"DEFAULT_WEBHOOK_URL", "HOST",      "WORKERS", "TIMEOUT",
                                  "LOG_LEVEL",           "LOG_FORMAT"};
    for (const Expected &expected : kSteps)
        keys.emplace_back(expected.urlKey);
    for (const std::string &key : keys) {
        QVERIFY2(dotenv->find("\n" + key + "=") != std::string::npos, key.c_str());
        QVERIFY2(yaml.root->member(key), key.c_str());
        QVERIFY2(toJson(yaml.root->member(key)->value).isString(), key.c_str());
    }
    QCOMPARE(yaml.root->members.size(), keys.size());
    QVERIFY(!yaml.root->member("PORT"));
}

QTEST_APPLESS_MAIN(TestMlOrchestratorSteps)
#include "tst_ml_orchestrator_steps.moc"
