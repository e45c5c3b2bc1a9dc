// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/json/json.h"
#include "tests/support/seed.h"
#include "views/theme/theme.h"
#include "views/widgets/payload/payload_view.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QLineEdit>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

#include <random>

using namespace batuta;
using namespace batuta::views;

namespace {

std::shared_ptr<const std::string> shared(std::string text)
{
    return std::make_shared<const std::string>(std::move(text));
}

json::Value anyValue(std::mt19937_64 &random, int depth)
{
    switch (random() % (depth > 0 ? 7 : 5)) {
    case 0:
        return static_cast<std::int64_t>(random() % 2000) - 1000;
    case 1:
        return random() % 2 == 0;
    case 2:
        return nullptr;
    case 3:
        return std::string("a \"quoted\\ text\" [with] {signs}: , ") + std::to_string(random() % 100);
    case 4:
        return "ção";
    case 5: {
        json::Array items;
        for (std::uint64_t i = random() % 5; i > 0; --i)
            items.push_back(anyValue(random, depth - 1));
        return items;
    }
    default: {
        json::Object members;
        for (std::uint64_t i = random() % 5; i > 0; --i)
            members.set("key/" + std::to_string(random() % 50) + "~\"", anyValue(random, depth - 1));
        return members;
    }
    }
}

/// Every row of the tree, read as its pointer says, is what the parser finds there.
void compareRows(PayloadTree &tree, const json::Value &root, const QModelIndex &parent)
{
    while (tree.canFetchMore(parent))
        tree.fetchMore(parent);
    for (int row = 0; row < tree.rowCount(parent); ++row) {
        const QModelIndex index = tree.index(row, 0, parent);
        const std::string pointer = tree.pointer(index).toStdString();
        const json::Value *found = json::pointer(root, pointer);
        QVERIFY2(found, pointer.c_str());
        const Result<json::Value> shown = json::parse(tree.value(index).toStdString());
        if (found->isString())
            QCOMPARE(tree.value(index).toStdString(), found->asString());
        else
            QVERIFY2(shown && *shown == *found, pointer.c_str());
        compareRows(tree, root, index);
    }
}

} // namespace

class TestPayloadView : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_theme.install(); }

    void anyJsonIsIndentedAndReadAsTheParserDoes()
    {
        std::mt19937_64 random(test::seed());
        for (int round = 0; round < 200; ++round) {
            const json::Value value =
                json::Object{{"first", anyValue(random, 5)}, {"second", anyValue(random, 5)}};
            const std::string text = json::write(value);
            const std::optional<std::string> indented = indentedJson(text, false);
            QVERIFY2(indented, text.c_str());
            const Result<json::Value> again = json::parse(*indented);
            QVERIFY2(again && *again == value, text.c_str());
            PayloadTree tree;
            tree.setText(shared(round % 2 == 0 ? text : *indented));
            compareRows(tree, value, {});
            // Once all of it is read: before, the tester would read on in the middle of a change.
            QAbstractItemModelTester tester(&tree, QAbstractItemModelTester::FailureReportingMode::QtTest);
        }
    }

    void whatIsNoJsonStaysAsItIs()
    {
        QVERIFY(!indentedJson("plain text", false));
        QVERIFY(!indentedJson("{\"a\": [1, 2}", false));
        QVERIFY(!indentedJson("{\"a\": [1, 2", false));
        QCOMPARE(QString::fromStdString(indentedJson("{\"a\": [1, 2", true).value_or("")),
                 QString("{\n  \"a\": [\n    1,\n    2"));
        QVERIFY(!indentedJson("", true));
        for (const char *bad :
             {"{\"a\"", "{\"a\":", "{a:1}", "[1,,2]", "[\"open", "{\"a\":\"\\", "]", "{,}"}) {
            PayloadTree tree;
            tree.setText(shared(bad));
            for (int row = 0; row < tree.rowCount(); ++row)
                QVERIFY(!tree.index(row, 0).data().toString().isNull());
        }
    }

    void longListsComeInPartsAndSearchReachesAllOfThem()
    {
        std::string text = "{\"items\": [";
        for (int i = 0; i < 5000; ++i)
            text += (i > 0 ? ",{\"name\": \"n" : "{\"name\": \"n") + std::to_string(i) + "\"}";
        text += "]}";
        PayloadTree tree;
        tree.setText(shared(text));
        const QModelIndex items = tree.index(0, 0);
        QCOMPARE(tree.rowCount(items), 0);
        QVERIFY(tree.hasChildren(items) && tree.canFetchMore(items));
        tree.fetchMore(items);
        QCOMPARE(tree.rowCount(items), 500);
        QCOMPARE(items.data(PayloadTree::CountRole).toInt(), 5000);
        const QModelIndex found = tree.indexAt(text.find("n4321"));
        QCOMPARE(tree.pointer(found), QString("/items/4321/name"));
        QCOMPARE(tree.path(found), QString("items[4321].name"));
        QCOMPARE(tree.value(found), QString("n4321"));
    }

    void rowsAreCutBetweenCharacters()
    {
        std::string text(1023, 'x');
        text += "çé\n\nend\n";
        const TextRows rows(shared(text));
        QCOMPARE(rows.size(), std::size_t(6));
        QCOMPARE(rows.row(0).size(), TextRows::kLongest);
        QCOMPARE(rows.row(1).size(), TextRows::kLongest - 1);
        QCOMPARE(std::string(rows.row(2)), std::string("çé"));
        QVERIFY(rows.isContinued(2) && !rows.isContinued(3));
        QCOMPARE(std::string(rows.row(4)), std::string("end"));
        QCOMPARE(rows.rowAt(text.find("end") + 1), std::size_t(4));
        QCOMPARE(placesOf("END", text, 10).size(), std::size_t(1));
        QCOMPARE(placesOf("x", text, 10).size(), std::size_t(10));
        QVERIFY(placesOf("", text, 10).empty());
    }

    void searchGoesFromPlaceToPlace()
    {
        PayloadView view;
        view.resize(400, 300);
        view.setPayload(
            {"HTTP/1.1 200", R"({"a": "needle", "b": [{"c": "NEEDLE"}, "hay"]})", {}, "x", false});
        view.show();
        QVERIFY(view.text().startsWith("HTTP/1.1 200\n{\n  \"a\": \"needle\""));
        QTest::keyClicks(&view.field(), "needle");
        QCOMPARE(view.found(), 2);
        QCOMPARE(view.current(), 0);
        QTest::keyClick(&view.field(), Qt::Key_F3);
        QCOMPARE(view.current(), 1);
        QTest::keyClick(&view.field(), Qt::Key_Return);
        QCOMPARE(view.current(), 0);
        QTest::keyClick(&view.field(), Qt::Key_F3, Qt::ShiftModifier);
        QCOMPARE(view.current(), 1);
        view.setMode(PayloadView::Mode::Tree);
        QCOMPARE(view.tree().pointer(view.treeView().currentIndex()), QString("/a"));
        view.findNext();
        QCOMPARE(view.tree().pointer(view.treeView().currentIndex()), QString("/b/0/c"));
        QTest::keyClick(&view.field(), Qt::Key_Escape);
        QCOMPARE(view.found(), 0);
    }

    void valuePathAndPointerAreCopied()
    {
        PayloadView view;
        view.setPayload({{}, "{\"odd key\": {\"list\": [1, {\"x/y\": \"a \\\"b\\\"\"}]}}", {}, "x", false});
        view.setMode(PayloadView::Mode::Tree);
        view.show();
        view.treeView().setCurrentIndex(view.tree().indexAt(view.payload().body.find("x/y")));
        view.copyValue();
        QCOMPARE(QApplication::clipboard()->text(), QString("a \"b\""));
        view.copyPath();
        QCOMPARE(QApplication::clipboard()->text(), QString("['odd key'].list[1]['x/y']"));
        QTest::keyClick(&view.treeView(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(QApplication::clipboard()->text(), QString("/odd key/list/1/x~1y"));
        view.setMode(PayloadView::Mode::Raw);
        view.rows().selectAll();
        QTest::keyClick(&view.rows(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text().toStdString(), view.payload().body);
    }

    void aDragSelectsText()
    {
        PayloadView view;
        view.resize(500, 300);
        view.setPayload({{}, "ação line\nsecond line", {}, "x", false});
        view.show();
        QWidget *area = view.rows().viewport();
        QTest::mouseDClick(area, Qt::LeftButton, {}, QPoint(20, 12));
        QCOMPARE(view.rows().selectedText(), QString("ação"));
        QTest::mousePress(area, Qt::LeftButton, {}, QPoint(1, 12));
        QMouseEvent move(QEvent::MouseMove, QPointF(490, 12), QPointF(), Qt::NoButton, Qt::LeftButton, {});
        QApplication::sendEvent(area, &move);
        QCOMPARE(view.rows().selectedText(), QString("ação line"));
    }

    void savesWhatWasRecorded()
    {
        QTemporaryDir folder;
        PayloadView view;
        const std::string body = "{\"a\":1}";
        view.setPayload({"HTTP/1.1 200", body, {}, "x", true});
        const QString file = folder.filePath("body.json");
        QCOMPARE(view.writeTo(file), QString());
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        QCOMPARE(written.readAll().toStdString(), body);
        QVERIFY(!view.writeTo(folder.filePath("no/such/folder")).isEmpty());
    }

    void theSamePayloadKeepsItsPlace()
    {
        PayloadView view;
        view.resize(400, 200);
        std::string body = "[0";
        for (int i = 1; i < 400; ++i)
            body += "," + std::to_string(i);
        body += "]";
        view.setPayload({{}, body, {}, "x", false});
        view.show();
        view.rows().verticalScrollBar()->setValue(100);
        view.setPayload({{}, body, {}, "x", false});
        QCOMPARE(view.rows().verticalScrollBar()->value(), 100);
        view.setPayload({{}, body + " ", {}, "x", false});
        QCOMPARE(view.rows().verticalScrollBar()->value(), 0);
    }

private:
    Theme m_theme;
};

QTEST_MAIN(TestPayloadView)
#include "tst_payload_view.moc"
