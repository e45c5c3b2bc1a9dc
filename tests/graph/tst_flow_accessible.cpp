// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/graph/sample_flows.h"
#include "views/graph/flow_view.h"
#include "views/theme/theme.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QTest>

using namespace batuta;
using namespace batuta::views;

class TestFlowAccessible : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_theme.install(); }
    void init();
    void cleanup() { m_view.reset(); }
    void stepsAreListedInTopologicalOrder();
    void aStepIsASentenceWithItsNeighbours();
    void pressingAStepSelectsIt();
    void theFocusIsTheSelectedStep();
    void stepsStandWhereTheyArePainted();
    void anotherFlowHasOtherChildren();

private:
    void show(const client::FlowSummary &flow);
    QAccessibleInterface *list() const { return QAccessible::queryAccessibleInterface(m_view.get()); }

    Theme m_theme;
    std::unique_ptr<FlowView> m_view;
};

void TestFlowAccessible::init()
{
    m_view = std::make_unique<FlowView>();
    m_view->resize(900, 500);
    m_view->show();
    show(tests::flowOf({"gap: match", "match", "course: gap", "!webhook"}));
}

void TestFlowAccessible::show(const client::FlowSummary &flow)
{
    QSignalSpy done(m_view.get(), &FlowView::laidOut);
    m_view->setFlow(flow);
    QTRY_COMPARE(done.size(), 1);
}

void TestFlowAccessible::stepsAreListedInTopologicalOrder()
{
    QCOMPARE(list()->role(), QAccessible::List);
    QCOMPARE(list()->text(QAccessible::Name), "Graph of the flow");
    QStringList names;
    for (int i = 0; i < list()->childCount(); ++i)
        names << list()->child(i)->text(QAccessible::Name).section(',', 0, 0);
    QCOMPARE(names.join(' '), "match gap course webhook");
}

void TestFlowAccessible::aStepIsASentenceWithItsNeighbours()
{
    m_view->select("gap");
    QCOMPARE(list()->child(1)->text(QAccessible::Name),
             "gap, HTTP step, id gap, selected. From match. To course");
    m_view->setStatuses({{"gap", views::Status::Failed}});
    QCOMPARE(list()->child(1)->text(QAccessible::Name),
             "gap, HTTP step, id gap, Failed, selected. From match. To course");
}

void TestFlowAccessible::pressingAStepSelectsIt()
{
    QAccessibleInterface *step = list()->child(2);
    QVERIFY(step->actionInterface());
    step->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(m_view->selected(), std::string("course"));
    QVERIFY(step->state().selected);
    QVERIFY(!list()->child(1)->state().selected);
}

void TestFlowAccessible::theFocusIsTheSelectedStep()
{
    m_view->activateWindow();
    m_view->setFocus();
    QTRY_VERIFY(m_view->hasFocus());
    QVERIFY(!list()->focusChild());
    m_view->select("match");
    QCOMPARE(list()->focusChild(), list()->child(0));
}

void TestFlowAccessible::stepsStandWhereTheyArePainted()
{
    QAccessibleInterface *step = list()->child(0);
    const QPoint middle = step->rect().center();
    QCOMPARE(list()->childAt(middle.x(), middle.y()), step);
    QCOMPARE(list()->indexOfChild(step), 0);
    QCOMPARE(step->parent(), list());
}

void TestFlowAccessible::anotherFlowHasOtherChildren()
{
    QCOMPARE(list()->childCount(), 4);
    list()->child(0);
    show(tests::flowOf({"only"}));
    QCOMPARE(list()->childCount(), 1);
    QCOMPARE(list()->child(0)->text(QAccessible::Name), "only, HTTP step, id only");
}

QTEST_MAIN(TestFlowAccessible)
#include "tst_flow_accessible.moc"
