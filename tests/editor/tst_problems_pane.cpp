// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/edit/broken_flows.h"
#include "tests/editor/text_fixture.h"
#include "views/pages/editor/text/problem_delegate.h"
#include "views/pages/editor/text/problem_model.h"
#include "views/pages/editor/text/problem_words.h"
#include "views/pages/editor/text/problems_pane.h"
#include "views/widgets/label.h"

#include <QListView>
#include <QMenu>
#include <QSignalSpy>
#include <QTranslator>

using namespace batuta;
using namespace batuta::test;
using namespace batuta::views;
using Names = std::vector<std::string>;

namespace {

const std::string kBroken = R"(batuta: 1
name: shop
steps:
  match: {log: hi}
  b:
    needs: [matsh]
    log: there
  c:
    if: true
    http: {url: "${{ env.SHOP_URL }}"}
)";

struct PaneHouse : TextHouse
{
    PaneHouse()
        : TextHouse(kBroken)
        , pane(document)
    {
        edit::Surroundings around;
        around.environmentKeys = {{"dev", {}}};
        document.setSurroundings(around);
        pane.resize(500, 300);
        pane.show();
    }
    QAbstractItemModel &model() { return *pane.list()->model(); }
    QString message(int row) { return model().index(row, 0).data().toString(); }

    ProblemsPane pane;
};

/// Puts every text in brackets, as another language would.
class Brackets final : public QTranslator
{
public:
    QString translate(const char *context, const char *source, const char *, int) const override
    {
        return qstrcmp(context, "Problems") == 0 || qstrcmp(context, "Errors") == 0
                   ? QStringLiteral("[%1]").arg(QString::fromUtf8(source))
                   : QString();
    }
    bool isEmpty() const override { return false; }
};

} // namespace

class TestProblemsPane : public QObject
{
    Q_OBJECT

private slots:
    void listsWhatIsWrong();
    void goesToThePlace();
    void goesRoundWithF8();
    void fixesAndUndoes();
    void asksForAValue();
    void filtersBySeverity();
    void isEmptyWithoutProblems();
    void followsTheSelection();
    void isClickedAndNamed();
    void speaksTheWindowsLanguage();
};

void TestProblemsPane::listsWhatIsWrong()
{
    PaneHouse house;
    QVERIFY(house.settle());
    QCOMPARE(house.model().rowCount(), 3);
    QCOMPARE(house.message(0), QString("Unknown step matsh"));
    QCOMPARE(house.model().index(0, 0).data(ProblemModel::PlaceRole).toString(),
             QString("flow.unknown_step · b, line 6"));
    QCOMPARE(house.model().index(0, 0).data(ProblemModel::FixRole).toString(), QString("Use match"));
    QCOMPARE(house.message(1), QString("SHOP_URL has no value in dev"));
    QCOMPARE(house.message(2), QString("The condition is always true"));
    QVERIFY(house.pane.counts().startsWith("1 error"));
}

void TestProblemsPane::goesToThePlace()
{
    PaneHouse house;
    QVERIFY(house.settle());
    QSignalSpy placed(&house.document, &FlowDocument::placeSelected);
    house.pane.list()->setCurrentIndex(house.model().index(0, 0));
    QTest::keyClick(house.pane.list(), Qt::Key_Return);
    QCOMPARE(placed.count(), 1);
    const auto range = placed.front().front().value<edit::Range>();
    QCOMPARE(house.document.text().substr(range.from, range.size()), std::string("matsh"));
    QCOMPARE(house.document.selection(), (Names{"b"}));
}

void TestProblemsPane::goesRoundWithF8()
{
    PaneHouse house;
    QVERIFY(house.settle());
    for (const int row : {0, 1, 2, 0}) {
        house.pane.next();
        QCOMPARE(house.pane.list()->currentIndex().row(), row);
    }
    house.pane.previous();
    QCOMPARE(house.pane.list()->currentIndex().row(), 2);
}

void TestProblemsPane::fixesAndUndoes()
{
    PaneHouse house;
    QVERIFY(house.settle());
    house.pane.fixCurrent(); // shows the first one
    house.pane.fixCurrent();
    QVERIFY(house.document.text().find("needs: [match]") != std::string::npos);
    QVERIFY(house.settle());
    QCOMPARE(house.message(0), QString("SHOP_URL has no value in dev"));
    house.document.undoStack().undo();
    QCOMPARE(house.document.text(), kBroken);
    QVERIFY(house.settle());
    QCOMPARE(house.model().rowCount(), 3);
}

void TestProblemsPane::asksForAValue()
{
    PaneHouse house;
    QVERIFY(house.settle());
    QSignalSpy asked(&house.pane, &ProblemsPane::valueRequested);
    house.pane.next();
    house.pane.next();
    house.pane.fixCurrent();
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked.front().front().toString(), QString("SHOP_URL"));
    QCOMPARE(house.document.text(), kBroken);
}

void TestProblemsPane::filtersBySeverity()
{
    PaneHouse house;
    QVERIFY(house.settle());
    const auto actions = house.pane.findChild<QMenu *>()->actions();
    QCOMPARE(actions.size(), 3);
    actions[0]->setChecked(false);
    QCOMPARE(house.model().rowCount(), 2);
    actions[1]->setChecked(false);
    actions[2]->setChecked(false);
    QCOMPARE(house.model().rowCount(), 0);
    QVERIFY(house.pane.counts().startsWith("1 error")); // the title counts all of them
    actions[0]->setChecked(true);
    QCOMPARE(house.message(0), QString("Unknown step matsh"));
}

void TestProblemsPane::isEmptyWithoutProblems()
{
    PaneHouse house;
    QVERIFY(house.settle());
    QVERIFY(house.pane.list()->isVisible());
    house.document.replaceText("mend", "batuta: 1\nname: shop\nsteps:\n  a: {log: hi}\n");
    QTRY_VERIFY(house.pane.isEmpty());
    QVERIFY(!house.pane.list()->isVisible());
    bool isSaid = false;
    for (const QLabel *label : house.pane.findChildren<QLabel *>())
        isSaid = isSaid || (label->isVisible() && label->text() == "No problems");
    QVERIFY(isSaid);
    QCOMPARE(house.pane.counts(), QString());
}

void TestProblemsPane::followsTheSelection()
{
    PaneHouse house;
    QVERIFY(house.settle());
    house.document.select({"c"});
    QCOMPARE(house.pane.list()->currentIndex().row(), 1);
    house.pane.next();
    house.document.select({"c"}); // a problem of it is current already
    QCOMPARE(house.pane.list()->currentIndex().row(), 2);
    house.document.select({"match"});
    QVERIFY(!house.pane.list()->currentIndex().isValid());
}

void TestProblemsPane::isClickedAndNamed()
{
    PaneHouse house;
    QVERIFY(house.settle());
    QListView &list = *house.pane.list();
    const QModelIndex first = house.model().index(0, 0);
    QVERIFY(first.data(Qt::AccessibleTextRole).toString().startsWith("Error, Unknown step matsh"));
    QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, list.visualRect(first).topLeft() + QPoint(60, 12));
    QCOMPARE(house.document.selection(), (Names{"b"}));
    QCOMPARE(house.document.text(), kBroken);
    QStyleOptionViewItem option;
    option.widget = &list;
    option.rect = list.visualRect(first);
    const QRect button = ProblemDelegate::buttonOf(option, first);
    QVERIFY(!button.isEmpty());
    QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, button.center());
    QVERIFY(house.document.text().find("needs: [match]") != std::string::npos);
}

/// Every sentence of the checks is known to the window: else it would stay English.
void TestProblemsPane::speaksTheWindowsLanguage()
{
    Brackets brackets;
    QCoreApplication::installTranslator(&brackets);
    for (const BrokenFlow &broken : brokenFlows()) {
        for (const edit::Problem &problem :
             edit::checkFlow(broken.text, "x.yaml", surroundingsOfTests()).problems) {
            const QString message = problemMessage(problem);
            QVERIFY2(message.startsWith('['), qPrintable(message));
            if (problem.code.rfind("check.", 0) == 0)
                QVERIFY2(problemAdvice(problem).startsWith('['), problem.mend.c_str());
            for (const edit::Fix &fix : problem.fixes)
                QVERIFY2(fixTitle(fix).startsWith('['), fix.title.c_str());
        }
    }
    edit::Problem problem;
    problem.code = "check.key_without_value";
    problem.detail = "SHOP_URL has no value in dev and production";
    QCOMPARE(problemMessage(problem), QString("[SHOP_URL has no value in dev and production]"));
    QCoreApplication::removeTranslator(&brackets);
}

QTEST_MAIN(TestProblemsPane)
#include "tst_problems_pane.moc"
