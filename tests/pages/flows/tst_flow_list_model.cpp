// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/graph/sample_flows.h"
#include "views/pages/flows/flow_list_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace batuta;
using namespace batuta::views;

namespace {

client::FlowSummary flowNamed(const std::string &name, const std::string &title, const std::string &system)
{
    client::FlowSummary flow = tests::flowOf({"first", "second: first"});
    flow.name = FlowName(name);
    flow.title = {title, {}};
    flow.system = system;
    flow.file = "/srv/flows/" + name + ".yaml";
    return flow;
}

const std::vector<client::FlowSummary> kFlows{
    flowNamed("update_profile", "Update profile", "ml_orchestrator"),
    flowNamed("first_login", "First login", "ml_orchestrator"),
    flowNamed("train", "Train the model", "thermal_comfort")};
const Error kProblem{
    ErrorCode::FlowUnknownStep, "match", "it is not in this flow", {"/srv/flows/train.yaml", 7, 3}, {}};

client::EngineInfo infoWith(Errors problems)
{
    client::EngineInfo info;
    info.workspace = "/srv";
    info.problems = std::move(problems);
    return info;
}

} // namespace

class TestFlowListModel : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_model = std::make_unique<FlowListModel>(); }
    void flowsStandUnderTheirSystemsByTitle();
    void theFilterFindsTitlesNamesSystemsAndSteps_data();
    void theFilterFindsTitlesNamesSystemsAndSteps();
    void problemsHavePlaceAndMend();
    void titlesCannotBeChosen();
    void theSameContentResetsNothing();
    void keepsTheRulesOfModels();

private:
    QString rows() const;
    std::unique_ptr<FlowListModel> m_model;
};

/// `[ML Orchestrator 2] first_login update_profile`; a problem is `!place`.
QString TestFlowListModel::rows() const
{
    QStringList rows;
    for (int i = 0; i < m_model->rowCount(); ++i) {
        const QModelIndex row = m_model->index(i);
        const auto kind = static_cast<FlowListModel::Kind>(row.data(FlowListModel::KindRole).toInt());
        if (kind == FlowListModel::Kind::Title)
            rows << QString("[%1 %2]")
                        .arg(row.data().toString())
                        .arg(row.data(FlowListModel::CountRole).toInt());
        else
            rows << (kind == FlowListModel::Kind::Flow ? row.data(FlowListModel::NameRole).toString()
                                                       : '!' + row.data(FlowListModel::PlaceRole).toString());
    }
    return rows.join(' ');
}

void TestFlowListModel::flowsStandUnderTheirSystemsByTitle()
{
    m_model->setContent(kFlows, infoWith({}));
    QCOMPARE(rows(), "[ML Orchestrator 2] first_login update_profile [MLOps 1] train");
    QCOMPARE(m_model->firstFlow(), "first_login");
    QCOMPARE(m_model->rowOf("train"), 4);
    QCOMPARE(m_model->rowOf("nobody"), -1);
    QCOMPARE(m_model->index(1).data(Qt::AccessibleTextRole).toString(),
             "First login, first_login, 2 step(s)");
}

void TestFlowListModel::theFilterFindsTitlesNamesSystemsAndSteps_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("shown");
    QTest::newRow("nothing typed")
        << " "
        << "[ML Orchestrator 2] first_login update_profile [MLOps 1] train [Problems 1] "
           "!flows/train.yaml:7:3";
    QTest::newRow("title") << "the MODEL"
                           << "[MLOps 1] train";
    QTest::newRow("name") << "update_"
                          << "[ML Orchestrator 1] update_profile";
    QTest::newRow("system") << "orchestrator"
                            << "[ML Orchestrator 2] first_login update_profile";
    QTest::newRow("step") << "second"
                          << "[ML Orchestrator 2] first_login update_profile [MLOps 1] train";
    QTest::newRow("place of a problem") << "yaml:7"
                                        << "[Problems 1] !flows/train.yaml:7:3";
    QTest::newRow("nothing") << "zzz"
                             << "";
}

void TestFlowListModel::theFilterFindsTitlesNamesSystemsAndSteps()
{
    QFETCH(QString, filter);
    m_model->setContent(kFlows, infoWith({kProblem}));
    m_model->setFilter(filter);
    QTEST(rows(), "shown");
}

void TestFlowListModel::problemsHavePlaceAndMend()
{
    m_model->setContent(kFlows, infoWith({kProblem}));
    const QModelIndex problem = m_model->index(m_model->rowCount() - 1);
    QVERIFY(problem.data().toString().contains("match"));
    QVERIFY(!problem.data().toString().contains("yaml")); // the place has a line of its own
    QVERIFY(!problem.data(FlowListModel::MendRole).toString().isEmpty());
    QVERIFY(m_model->index(m_model->rowOf("train")).data(FlowListModel::HasProblemRole).toBool());
    QVERIFY(!m_model->index(m_model->rowOf("first_login")).data(FlowListModel::HasProblemRole).toBool());
}

void TestFlowListModel::titlesCannotBeChosen()
{
    m_model->setContent(kFlows, infoWith({}));
    QCOMPARE(m_model->index(0).flags(), Qt::NoItemFlags);
    QVERIFY(m_model->index(1).flags() & Qt::ItemIsSelectable);
}

void TestFlowListModel::theSameContentResetsNothing()
{
    m_model->setContent(kFlows, infoWith({kProblem}));
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    m_model->setContent(kFlows, infoWith({kProblem}));
    QCOMPARE(reset.size(), 0);
    m_model->setContent(kFlows, infoWith({}));
    QCOMPARE(reset.size(), 1);
}

void TestFlowListModel::keepsTheRulesOfModels()
{
    QAbstractItemModelTester tester(m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_model->setContent(kFlows, infoWith({kProblem}));
    m_model->setFilter("train");
    m_model->setFilter({});
    m_model->setContent({}, infoWith({}));
    QCOMPARE(m_model->rowCount(), 0);
}

QTEST_GUILESS_MAIN(TestFlowListModel)
#include "tst_flow_list_model.moc"
