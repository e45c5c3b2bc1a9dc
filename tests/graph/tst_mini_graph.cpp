// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/graph/sample_flows.h"
#include "views/graph/mini_graph.h"
#include "views/theme/theme.h"

#include <QSignalSpy>
#include <QTest>

using namespace batuta;
using namespace batuta::views;

class TestMiniGraph : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_theme.install(); }
    void init();
    void cleanup() { m_graph.reset(); }
    void describesEveryStepWithItsState();
    void aClickOnABoxChoosesItsStep();
    void arrowKeysWalkAlongTheEdges();
    void statesAndSelectionArePainted();
    void selectingFromOutsideIsSilent();
    void anotherFlowTakesItsPlace();
    void theShippedFlowFits();

private:
    QColor pixel(const QPointF &at) { return m_graph->grab().toImage().pixelColor(at.toPoint()); }

    Theme m_theme;
    std::unique_ptr<MiniGraph> m_graph;
};

void TestMiniGraph::init()
{
    m_graph = std::make_unique<MiniGraph>();
    m_graph->resize(216, 128);
    m_graph->setFlow(tests::flowOf({"a", "b: a", "c: b"}));
    m_graph->show();
    QTRY_VERIFY(!m_graph->accessibleDescription().isEmpty());
}

void TestMiniGraph::describesEveryStepWithItsState()
{
    m_graph->setStatuses({{"b", views::Status::Running}, {"nobody", views::Status::Failed}});
    m_graph->setSelected("c");
    QCOMPARE(m_graph->accessibleDescription(), "a, HTTP step, id a. To b.\n"
                                               "b, HTTP step, id b, Running. From a. To c.\n"
                                               "c, HTTP step, id c, selected. From b");
}

void TestMiniGraph::aClickOnABoxChoosesItsStep()
{
    QSignalSpy clicked(m_graph.get(), &MiniGraph::stepClicked);
    QTest::mouseClick(m_graph.get(), Qt::LeftButton, {}, m_graph->rect().center()); // b stands in the middle
    QCOMPARE(clicked.size(), 1);
    QCOMPARE(clicked.at(0).at(0).toString(), "b");
    QTest::mouseClick(m_graph.get(), Qt::LeftButton, {}, QPoint(3, 3));
    QCOMPARE(clicked.size(), 1);
}

void TestMiniGraph::arrowKeysWalkAlongTheEdges()
{
    QSignalSpy clicked(m_graph.get(), &MiniGraph::stepClicked);
    QString path;
    for (const int key : {Qt::Key_Right, Qt::Key_Right, Qt::Key_Right, Qt::Key_Right, Qt::Key_Left})
        QTest::keyClick(m_graph.get(), static_cast<Qt::Key>(key));
    for (const auto &arguments : clicked)
        path += arguments.at(0).toString();
    QCOMPARE(path, "abcb"); // the fourth has nowhere to go
}

void TestMiniGraph::statesAndSelectionArePainted()
{
    const QPointF middle = m_graph->rect().center();
    const QColor before = pixel(middle);
    m_graph->setStatuses({{"b", views::Status::Success}});
    QCOMPARE(pixel(middle), m_theme.colors().of(views::Status::Success).solid);
    QVERIFY(before != m_theme.colors().of(views::Status::Success).solid);
    const QImage plain = m_graph->grab().toImage();
    m_graph->setSelected("b");
    QVERIFY(m_graph->grab().toImage() != plain);
}

void TestMiniGraph::selectingFromOutsideIsSilent()
{
    QSignalSpy clicked(m_graph.get(), &MiniGraph::stepClicked);
    m_graph->setSelected("a");
    QCOMPARE(clicked.size(), 0);
}

void TestMiniGraph::anotherFlowTakesItsPlace()
{
    m_graph->setFlow(tests::flowOf({"only"}));
    QTRY_COMPARE(m_graph->accessibleDescription(), "only, HTTP step, id only");
}

void TestMiniGraph::theShippedFlowFits()
{
    m_graph->setFlow(tests::repositoryFlow("update_profile"));
    QTRY_VERIFY(m_graph->accessibleDescription().contains("webhook"));
    m_graph->setStatuses({{"create_embeddings", views::Status::Success},
                          {"match_candidato", views::Status::Success},
                          {"match_analysis_user_vacancy", views::Status::Failed},
                          {"gap_analysis_user_vacancy", views::Status::Skipped}});
    m_graph->setSelected("match_analysis_user_vacancy");
    const QImage picture = m_graph->grab().toImage();
    for (const int y : {5, picture.height() - 6}) // nothing comes near the edge
        for (int x = 5; x < picture.width() - 5; ++x)
            QCOMPARE(picture.pixel(x, y), picture.pixel(5, 5));
    if (const QString folder = qEnvironmentVariable("BATUTA_PICTURES"); !folder.isEmpty())
        picture.save(folder + "/mini_graph.png");
}

QTEST_MAIN(TestMiniGraph)
#include "tst_mini_graph.moc"
