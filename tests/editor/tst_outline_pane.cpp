// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/editor/text_fixture.h"
#include "views/pages/editor/text/outline_pane.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QTreeView>

using namespace batuta;
using namespace batuta::test;
using namespace batuta::views;
using Names = std::vector<std::string>;

namespace {

const std::string kFlow = R"(batuta: 1
name: shop
steps:
  last: {needs: [second], log: three}
  first: {title: The first, log: one}
  second: {needs: [first], log: "${{ steps.first.output }}"}
finally:
  tell: {log: done}
)";

struct OutlineHouse : TextHouse
{
    OutlineHouse()
        : TextHouse(kFlow)
        , pane(document)
    {
        pane.resize(300, 300);
        pane.show();
        pane.activateWindow();
        tree().setFocus();
    }
    QTreeView &tree() { return *pane.tree(); }
    QStringList rows()
    {
        QStringList ids;
        for (int row = 0; row < tree().model()->rowCount(); ++row)
            ids << tree().model()->index(row, 0).data().toString();
        return ids;
    }
    QModelIndex row(int row) { return tree().model()->index(row, 0); }

    OutlinePane pane;
};

} // namespace

class TestOutlinePane : public QObject
{
    Q_OBJECT

private slots:
    void listsStepsBehindWhatTheyNeed();
    void arrowsAndEnterSelect();
    void followsTheSelection();
    void removesAndRenames();
    void keepsTheLastFlowWhileTheTextIsBroken();
    void listsWhatWasNeverValid();
};

void TestOutlinePane::listsStepsBehindWhatTheyNeed()
{
    OutlineHouse house;
    QVERIFY(house.settle());
    QCOMPARE(house.rows(), (QStringList{"first", "second", "last", "tell"}));
    QCOMPARE(house.tree().model()->rowCount(house.row(1)), 1);
    QCOMPARE(house.tree().model()->index(0, 0, house.row(1)).data().toString(), QString("needs first"));
    QCOMPARE(house.row(1).data(Qt::AccessibleTextRole).toString(),
             QString("second, Log step, id second. From The first"));
}

void TestOutlinePane::arrowsAndEnterSelect()
{
    OutlineHouse house;
    QVERIFY(house.settle());
    house.tree().setCurrentIndex(house.row(0));
    QCOMPARE(house.document.selection(), (Names{"first"}));
    QTest::keyClick(&house.tree(), Qt::Key_Down);
    QCOMPARE(house.document.selection(), (Names{"second"}));
    QTest::keyClick(&house.tree(), Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(house.document.selection().size(), 2U);
    QSignalSpy shown(&house.pane, &OutlinePane::stepActivated);
    QTest::keyClick(&house.tree(), Qt::Key_Return);
    QCOMPARE(shown.count(), 1);
    QCOMPARE(shown.front().front().toString(), QString("last"));
    QCOMPARE(house.document.selection(), (Names{"last"}));
}

void TestOutlinePane::followsTheSelection()
{
    OutlineHouse house;
    QVERIFY(house.settle());
    house.document.select({"last", "first"});
    QCOMPARE(house.tree().selectionModel()->selectedIndexes().size(), 2);
    QVERIFY(house.tree().selectionModel()->isSelected(house.row(0)));
    QVERIFY(house.tree().selectionModel()->isSelected(house.row(2)));
    QCOMPARE(house.document.selection(), (Names{"last", "first"}));
}

void TestOutlinePane::removesAndRenames()
{
    OutlineHouse house;
    QVERIFY(house.settle());
    house.tree().setCurrentIndex(house.row(2));
    QTest::keyClick(&house.tree(), Qt::Key_F2);
    auto *field = house.tree().findChild<QLineEdit *>();
    QVERIFY(field);
    field->selectAll();
    QTest::keyClicks(field, "end");
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY(house.document.text().find("  end: {needs: [second]") != std::string::npos);
    QTRY_COMPARE(house.rows(), (QStringList{"first", "second", "end", "tell"}));
    house.document.select({"second"});
    house.tree().setFocus();
    QTest::keyClick(&house.tree(), Qt::Key_Delete);
    QVERIFY(house.document.text().find("end: {needs: [first]") != std::string::npos); // bridged
    QTRY_COMPARE(house.rows(), (QStringList{"first", "end", "tell"}));
    house.document.undoStack().undo();
    house.document.undoStack().undo();
    QCOMPARE(house.document.text(), kFlow);
}

void TestOutlinePane::keepsTheLastFlowWhileTheTextIsBroken()
{
    OutlineHouse house;
    QVERIFY(house.settle());
    house.document.replaceText("break", kFlow + "  : :\n- x\n");
    QVERIFY(house.settle());
    QCOMPARE(house.rows().size(), 4);
}

/// A flow that is just being written has errors from its first line on.
void TestOutlinePane::listsWhatWasNeverValid()
{
    OutlineHouse house;
    QVERIFY(house.settle());
    FlowDocument fresh("flows/t/new.yaml",
                       "batuta: 1\nname: new\nsteps:\n  a: {needs: [b]}\n  b: {log: x}\n");
    OutlinePane pane(fresh);
    pane.show();
    QTRY_VERIFY(!fresh.isChecking());
    QVERIFY(!fresh.flow());
    QCOMPARE(pane.tree()->model()->rowCount(), 2);
    QCOMPARE(pane.tree()->model()->index(0, 0).data().toString(), QString("b"));
    QCOMPARE(pane.tree()->model()->index(1, 0).data().toString(), QString("a"));
}

QTEST_MAIN(TestOutlinePane)
#include "tst_outline_pane.moc"
