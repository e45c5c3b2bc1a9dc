// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/flow/library.h"
#include "engine/plan/graph.h"

#include <QTest>

#include <algorithm>
#include <map>

using namespace batuta;
using namespace batuta::flow;

namespace {

const std::vector<const char *> kRoutingFlags{"process_only_profession_course",
                                              "process_only_profession_skills", "process_only_vacancy_course",
                                              "process_only_vacancy_skills", "create_user_embedding"};
const std::vector<const char *> kFlows{"course_to_profession", "analysis_to_profession", "course_to_vacancy",
                                       "analysis_to_vacancy",  "update_profile",         "first_login"};

/// The four filters: vacancy and profession on; profession off; vacancy off; both off.
struct Filter
{
    bool vacancy;
    bool profession;
};
const std::vector<Filter> kFilters{{true, true}, {true, false}, {false, true}, {false, false}};

const QString kProfession =
    "match_analysis_user_profession gap_analysis_user_profession suggest_course_profession";
const QString kVacancy = "match_analysis_user_vacancy gap_analysis_user_vacancy suggest_course_vacancy";
const QString kHeads = "match_usuario_profissao match_candidato";

QString joined(const QStringList &parts)
{
    QStringList words;
    for (const QString &part : parts)
        if (!part.isEmpty())
            words += part;
    return words.join(" ");
}

/// What remains of a flow under each of the four filters, in the order of the file.
std::map<QString, QStringList> compositions()
{
    std::map<QString, QStringList> all;
    const QString profession = "match_usuario_carreira " + kProfession;
    const QString analysis = "match_analysis_user_profession gap_analysis_user_profession";
    const QString vacancyAnalysis = "match_analysis_user_vacancy gap_analysis_user_vacancy";
    for (const QString &first : {QString("create_embeddings"), QString()})
        all[first.isEmpty() ? "first_login" : "update_profile"] = {
            joined({first, kHeads, profession, kVacancy}), joined({first, kHeads, kVacancy}),
            joined({first, kHeads, profession}), joined({first, kHeads})};
    all["course_to_profession"] = {"suggest_course_profession", "", "suggest_course_profession", ""};
    all["analysis_to_profession"] = {analysis, "", analysis, ""};
    all["course_to_vacancy"] = {"suggest_course_vacancy", "suggest_course_vacancy", "", ""};
    all["analysis_to_vacancy"] = {vacancyAnalysis, vacancyAnalysis, "", ""};
    return all;
}

/// The same with `corrected_filter: true`: the two heads follow their domain.
std::map<QString, QStringList> correctedCompositions()
{
    std::map<QString, QStringList> all = compositions();
    const QString profession = "match_usuario_carreira " + kProfession;
    for (const QString &first : {QString("create_embeddings"), QString()})
        all[first.isEmpty() ? "first_login" : "update_profile"] = {
            joined({first, kHeads, profession, kVacancy}), joined({first, "match_candidato", kVacancy}),
            joined({first, "match_usuario_profissao", profession}), first};
    return all;
}

std::vector<bool> droppedIn(const Routes &routes, const Flow &flow, const json::Value &input)
{
    std::vector<bool> dropped(flow.steps.size(), false);
    const auto steps = droppedSteps(routes, flow, input);
    if (!steps)
        return {};
    for (const DroppedStep &gone : *steps)
        for (std::size_t i = 0; i < flow.steps.size(); ++i)
            if (flow.steps[i].id == gone.step)
                dropped[i] = true;
    return dropped;
}

QString remaining(const Flow &flow, const std::vector<bool> &dropped)
{
    QStringList names;
    for (std::size_t i = 0; i < flow.steps.size(); ++i)
        if (!dropped.at(i))
            names += QString::fromStdString(flow.steps[i].id.value);
    return names.join(" ");
}

/// `step<need,need` for each step that remains, once the dropped ones are taken out of the graph.
QString edges(const Flow &flow, const std::vector<bool> &dropped)
{
    const plan::Graph graph(flow, dropped);
    QString text;
    for (int i = 0; i < graph.mainSize(); ++i) {
        if (graph.isDropped(i))
            continue;
        QStringList needs;
        for (const int need : graph.needs(i))
            needs += QString::fromStdString(flow.steps[static_cast<std::size_t>(need)].id.value);
        std::sort(needs.begin(), needs.end());
        text += QString::fromStdString(flow.steps[static_cast<std::size_t>(i)].id.value) + "<" +
                needs.join(",") + "\n";
    }
    return text;
}

json::Object request(unsigned flags, const Filter &filter)
{
    json::Object input{{"user_id", "u"}, {"session_id", "s"}};
    for (std::size_t i = 0; i < kRoutingFlags.size(); ++i)
        input.set(kRoutingFlags[i], (flags >> i & 1) != 0);
    input.set("process_vacancy_orchestrator", filter.vacancy);
    input.set("process_profession_orchestrator", filter.profession);
    return input;
}

} // namespace

/// The router and the filters over the shipped flows: every combination of flags.
class TestMlOrchestrator : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void routesAndFiltersEveryCombination_data();
    void routesAndFiltersEveryCombination();
    void takesTheDefaultsOfARequestWithoutFlags();
    void runsTheBranchesSideBySide();
    void closesTheGapsThatFiltersLeave();
    void refusesFlagsOfAnotherType();

private:
    Library m_library;
    Routes m_routes;
};

void TestMlOrchestrator::initTestCase()
{
    m_library = loadLibrary(BATUTA_SOURCE_DIR);
    for (const Error &error : m_library.errors)
        qWarning("%s", errorText(error).c_str());
    QVERIFY(m_library.errors.empty());
    for (const char *name : kFlows)
        QVERIFY2(m_library.find(FlowName(name)), name);
    m_routes = m_library.routes.at("ml_orchestrator");
    QVERIFY(!m_routes.correctedFilter);
}

void TestMlOrchestrator::routesAndFiltersEveryCombination_data()
{
    QTest::addColumn<unsigned>("flags");
    QTest::addColumn<int>("filter");
    QTest::addColumn<bool>("corrected");
    for (const bool corrected : {false, true})
        for (unsigned flags = 0; flags < 32; ++flags)
            for (int filter = 0; filter < 4; ++filter)
                QTest::addRow("flags %u, filter %d%s", flags, filter, corrected ? ", corrected" : "")
                    << flags << filter << corrected;
}

void TestMlOrchestrator::routesAndFiltersEveryCombination()
{
    QFETCH(unsigned, flags);
    QFETCH(int, filter);
    QFETCH(bool, corrected);
    Routes routes = m_routes;
    routes.correctedFilter = corrected;
    const json::Value input = request(flags, kFilters.at(static_cast<std::size_t>(filter)));
    QVERIFY(routes.input.validate(input).empty());

    std::size_t first = 0;
    while (first < kRoutingFlags.size() && (flags >> first & 1) == 0)
        ++first;
    std::vector<std::string> ignored;
    for (std::size_t i = first + 1; i < kRoutingFlags.size(); ++i)
        if ((flags >> i & 1) != 0)
            ignored.emplace_back(kRoutingFlags[i]);

    const Result<Routing> routing = chooseFlow(routes, input);
    QVERIFY(routing.has_value());
    QCOMPARE(routing->flow.value, std::string(kFlows.at(first)));
    QCOMPARE(routing->rule, first == kRoutingFlags.size() ? std::string("default")
                                                          : std::string("input.") + kRoutingFlags[first]);
    QVERIFY(routing->ignoredFlags == ignored);

    const FlowPtr flow = m_library.find(routing->flow);
    const auto expected = (corrected ? correctedCompositions() : compositions()).at(kFlows.at(first));
    QCOMPARE(remaining(*flow, droppedIn(routes, *flow, input)), expected.at(filter));
}

void TestMlOrchestrator::takesTheDefaultsOfARequestWithoutFlags()
{
    const json::Value input = json::Object{{"user_id", "u"}, {"session_id", "s"}};
    const Result<Routing> routing = chooseFlow(m_routes, input);
    QVERIFY(routing.has_value());
    QCOMPARE(routing->flow.value, std::string("first_login"));
    const FlowPtr flow = m_library.find(routing->flow);
    QCOMPARE(remaining(*flow, droppedIn(m_routes, *flow, input)), compositions().at("first_login").at(0));
}

void TestMlOrchestrator::runsTheBranchesSideBySide()
{
    const FlowPtr flow = m_library.find(FlowName("update_profile"));
    QCOMPARE(edges(*flow, {}),
             QString("create_embeddings<\n"
                     "match_usuario_profissao<create_embeddings\n"
                     "match_candidato<create_embeddings\n"
                     "match_usuario_carreira<match_usuario_profissao\n"
                     "match_analysis_user_profession<match_usuario_profissao\n"
                     "gap_analysis_user_profession<match_analysis_user_profession,match_usuario_carreira\n"
                     "suggest_course_profession<gap_analysis_user_profession\n"
                     "match_analysis_user_vacancy<match_candidato\n"
                     "gap_analysis_user_vacancy<match_analysis_user_vacancy\n"
                     "suggest_course_vacancy<gap_analysis_user_vacancy\n"));
}

void TestMlOrchestrator::closesTheGapsThatFiltersLeave()
{
    const FlowPtr flow = m_library.find(FlowName("update_profile"));
    Routes routes = m_routes;
    routes.correctedFilter = true;
    const json::Value input = request(0, {true, false});
    QCOMPARE(edges(*flow, droppedIn(routes, *flow, input)),
             QString("create_embeddings<\n"
                     "match_candidato<create_embeddings\n"
                     "match_analysis_user_vacancy<match_candidato\n"
                     "gap_analysis_user_vacancy<match_analysis_user_vacancy\n"
                     "suggest_course_vacancy<gap_analysis_user_vacancy\n"));
}

void TestMlOrchestrator::refusesFlagsOfAnotherType()
{
    json::Object input{{"user_id", "u"}, {"session_id", "s"}};
    QVERIFY(m_routes.input.validate(input).empty());
    input.set("create_user_embedding", "yes");
    QCOMPARE(m_routes.input.validate(input).size(), std::size_t{1});
    input.set("create_user_embedding", true);
    input.set("vacancy_id", nullptr);
    QVERIFY(m_routes.input.validate(input).empty());
    input.set("user_id", "");
    QCOMPARE(m_routes.input.validate(input).size(), std::size_t{1});
    QVERIFY(!m_routes.input.validate(json::Object{{"user_id", "u"}}).empty());
}

QTEST_APPLESS_MAIN(TestMlOrchestrator)
#include "tst_ml_orchestrator.moc"
