// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/graph/sample_flows.h"
#include "views/graph/connect_rules.h"
#include "views/graph/dotted_ground.h"
#include "views/graph/edit_view.h"
#include "views/theme/theme.h"

#include <QDropEvent>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

using namespace batuta;
using namespace batuta::views;

namespace {

const std::vector<std::string> kDiamond{"a", "b: a", "c: a", "d: b c"};

QString joined(const std::vector<std::string> &steps)
{
    QStringList words;
    for (const std::string &step : steps)
        words << QString::fromStdString(step);
    return words.join(' ');
}

} // namespace

class TestEditView : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_theme.install(); }
    void init();
    void cleanup() { m_view.reset(); }
    void controlAndShiftSelectMore();
    void aFrameOnTheGroundSelectsWhatItTouches();
    void aClickOnOneOfSeveralSelectsIt();
    void draggingMovesBySquaresOfTheGrid();
    void withAltItMovesFreely();
    void aShortWayIsNoDrag();
    void allSelectedStepsMoveTogetherAndTheirEdgesFollow();
    void escapePutsADragBack();
    void whatIsDraggedToTheRimScrolls_data();
    void whatIsDraggedToTheRimScrolls();
    void aPortConnectsToAStep();
    void aCircleIsRefusedWithItsReason();
    void possibleTargetsAreTold();
    void theEndOfAnEdgeMoves();
    void anEdgeIsSelected();
    void theKeyboardWalksThroughTheEdgesOfAStep();
    void theKeyboardConnects();
    void controlAndArrowsWantANudge();
    void enterAndADoubleClickOpenAStep();
    void aKindIsDroppedOnTheGroundAndOnAnEdge();
    void placedStepsStandWhereTheyWerePut();
    void placedStepsAreNotCovered();
    void nothingMovesWhenReadOnly();
    void marksAreSpokenAndPainted();

private:
    void show(const client::FlowSummary &flow);
    int node(const std::string &step) const { return m_view->flowScene().graph().find(step); }
    QRectF boxOf(const std::string &step) const { return m_view->flowScene().boxOf(node(step)); }
    QPoint at(const QPointF &point) const { return m_view->mapFromScene(point); }
    QPoint middleOf(const std::string &step) const { return at(boxOf(step).center()); }
    QPoint outOf(const std::string &step) const
    {
        return at({boxOf(step).right(), boxOf(step).center().y()});
    }
    QPoint inOf(const std::string &step) const { return at({boxOf(step).left(), boxOf(step).center().y()}); }
    void drag(const QPoint &from, const QPoint &to, Qt::KeyboardModifiers keys = {}, bool drop = true);
    void drop(const QPoint &to, const QByteArray &kind);

    Theme m_theme;
    std::unique_ptr<EditView> m_view;
};

void TestEditView::init()
{
    m_view = std::make_unique<EditView>();
    m_view->resize(900, 500);
    m_view->show();
    show(tests::flowOf(kDiamond));
    m_view->resetZoom();
    m_view->centerOn(m_view->flowScene().layout().bounds.center());
}

void TestEditView::show(const client::FlowSummary &flow)
{
    QSignalSpy done(m_view.get(), &FlowView::laidOut);
    m_view->setFlow(flow);
    QTRY_COMPARE(done.size(), 1);
}

void TestEditView::drag(const QPoint &from, const QPoint &to, Qt::KeyboardModifiers keys, bool drop)
{
    QTest::mousePress(m_view->viewport(), Qt::LeftButton, keys, from);
    for (const QPoint &point : {from + (to - from) / 2, to}) {
        QMouseEvent move(QEvent::MouseMove, point, m_view->viewport()->mapToGlobal(point), Qt::NoButton,
                         Qt::LeftButton, keys);
        QCoreApplication::sendEvent(m_view->viewport(), &move);
    }
    if (drop)
        QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, keys, to);
}

void TestEditView::drop(const QPoint &to, const QByteArray &kind)
{
    QMimeData data;
    data.setData(EditView::kKindMime, kind);
    QDragEnterEvent enter(to, Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(m_view->viewport(), &enter);
    QDragMoveEvent move(to, Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(m_view->viewport(), &move);
    QDropEvent event(to, Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(m_view->viewport(), &event);
}

void TestEditView::controlAndShiftSelectMore()
{
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, middleOf("b"));
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, Qt::ControlModifier, middleOf("d"));
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, Qt::ShiftModifier, middleOf("a"));
    QCOMPARE(joined(m_view->selection()), "b d a");
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, Qt::ControlModifier, middleOf("d"));
    QCOMPARE(joined(m_view->selection()), "b a");
    m_view->selectAll();
    QCOMPARE(joined(m_view->selection()), "a b c d");
}

void TestEditView::aFrameOnTheGroundSelectsWhatItTouches()
{
    const QPoint corner = at(boxOf("b").topLeft() - QPointF(20, 10));
    drag(corner, at(boxOf("c").bottomRight() + QPointF(6, -10)));
    QCOMPARE(joined(m_view->selection()), "b c");
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, QPoint(4, 4));
    QCOMPARE(joined(m_view->selection()), "");
}

void TestEditView::aClickOnOneOfSeveralSelectsIt()
{
    m_view->setSelection({"a", "b", "c"});
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, middleOf("b"));
    QCOMPARE(joined(m_view->selection()), "b");
}

void TestEditView::draggingMovesBySquaresOfTheGrid()
{
    QSignalSpy moved(m_view.get(), &EditView::stepsMoved);
    drag(middleOf("b"), middleOf("b") + QPoint(37, -21));
    QCOMPARE(moved.size(), 1);
    const auto places = moved.at(0).at(0).value<std::map<std::string, QPointF>>();
    QCOMPARE(places.size(), 1u);
    QCOMPARE(boxOf("b").topLeft(), places.at("b"));
    QCOMPARE(std::fmod(places.at("b").x(), kGrid), 0.0);
    QCOMPARE(std::fmod(places.at("b").y(), kGrid), 0.0);
}

void TestEditView::withAltItMovesFreely()
{
    const QPointF before = boxOf("b").topLeft();
    drag(middleOf("b"), middleOf("b") + QPoint(37, -21), Qt::AltModifier);
    QCOMPARE(boxOf("b").topLeft(), before + QPointF(37, -21));
}

void TestEditView::aShortWayIsNoDrag()
{
    QSignalSpy moved(m_view.get(), &EditView::stepsMoved);
    const QRectF before = boxOf("b");
    drag(middleOf("b"), middleOf("b") + QPoint(5, 2));
    QCOMPARE(boxOf("b"), before);
    QVERIFY(moved.isEmpty());
    QCOMPARE(joined(m_view->selection()), "b");
}

void TestEditView::allSelectedStepsMoveTogetherAndTheirEdgesFollow()
{
    m_view->setSelection({"b", "c"});
    const QPointF way = boxOf("c").topLeft() - boxOf("b").topLeft();
    drag(middleOf("b"), middleOf("b") + QPoint(64, 90));
    QCOMPARE(boxOf("c").topLeft() - boxOf("b").topLeft(), way);
    const FlowScene &scene = m_view->flowScene();
    for (std::size_t i = 0; i < scene.graph().edges.size(); ++i) {
        const auto [from, to] = scene.graph().edges[i];
        const QPolygonF &route = scene.layout().routes[i];
        QCOMPARE(route.first(), QPointF(scene.boxOf(from).right(), scene.boxOf(from).center().y()));
        QCOMPARE(route.last(), QPointF(scene.boxOf(to).left(), scene.boxOf(to).center().y()));
        for (qsizetype corner = 1; corner < route.size(); ++corner)
            QVERIFY(route[corner].x() == route[corner - 1].x() || route[corner].y() == route[corner - 1].y());
    }
}

void TestEditView::escapePutsADragBack()
{
    QSignalSpy moved(m_view.get(), &EditView::stepsMoved);
    const GraphLayout before = m_view->flowScene().layout();
    drag(middleOf("b"), middleOf("b") + QPoint(100, 60), {}, false);
    QVERIFY(boxOf("b") != before.boxes[2]);
    QTest::keyClick(m_view.get(), Qt::Key_Escape);
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, middleOf("b") + QPoint(100, 60));
    QCOMPARE(m_view->flowScene().layout().boxes, before.boxes);
    QCOMPARE(m_view->flowScene().layout().routes, before.routes);
    QVERIFY(moved.isEmpty());
    QCOMPARE(joined(m_view->selection()), "b"); // only the drag was given up
}

void TestEditView::whatIsDraggedToTheRimScrolls_data()
{
    QTest::addColumn<QString>("what");
    for (const char *what : {"step", "line", "frame"})
        QTest::newRow(what) << what;
}

void TestEditView::whatIsDraggedToTheRimScrolls()
{
    QFETCH(QString, what);
    const QRect room = m_view->viewport()->rect();
    const QPoint from = what == "step"   ? middleOf("b")
                        : what == "line" ? outOf("b")
                                         : middleOf("b") - QPoint(0, 60);
    const QPointF before = boxOf("b").topLeft();
    const QPointF seen = m_view->mapToScene(room.center());
    drag(from, {room.center().x(), room.bottom() - 2}, {}, false);
    const auto way = [&] { return m_view->mapToScene(room.center()) - seen; };
    QTRY_VERIFY(way().y() > 60);
    QCOMPARE(way().x(), 0.0);
    if (what == "step") { // it stays under the pointer
        const QPointF under = m_view->mapToScene(QPoint(room.center().x(), room.bottom() - 2));
        QVERIFY(std::abs(boxOf("b").center().y() - under.y()) < 2 * kGrid);
        QVERIFY(boxOf("b").top() - before.y() > 60);
    }
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, room.center());
    const QPointF rest = way();
    QCoreApplication::processEvents(QEventLoop::AllEvents, 100);
    QCOMPARE(way(), rest);
}

void TestEditView::aPortConnectsToAStep()
{
    QSignalSpy wanted(m_view.get(), &EditView::connectWanted);
    drag(outOf("a"), middleOf("d"));
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.at(0).at(0).value<EdgeEnds>(), (EdgeEnds{"a", "d"}));
    drag(outOf("a"), QPoint(5, 5));
    QCOMPARE(wanted.size(), 1);
    m_view->setMode(CanvasMode::Connect);
    drag(middleOf("b"), middleOf("c"));
    QCOMPARE(wanted.at(1).at(0).value<EdgeEnds>(), (EdgeEnds{"b", "c"}));
    QTest::keyClick(m_view.get(), Qt::Key_Escape);
    QCOMPARE(m_view->mode(), CanvasMode::Select);
}

void TestEditView::aCircleIsRefusedWithItsReason()
{
    QSignalSpy wanted(m_view.get(), &EditView::connectWanted);
    QSignalSpy hint(m_view.get(), &EditView::hintChanged);
    drag(outOf("d"), middleOf("a"), {}, false);
    QCOMPARE(hint.last().at(0).toString(), "That would close a circle: a → b → d → a");
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, middleOf("a"));
    QVERIFY(wanted.isEmpty());
    QCOMPARE(hint.last().at(0).toString(), "");
}

void TestEditView::possibleTargetsAreTold()
{
    const FlowGraph graph = graphOf(tests::flowOf({"a", "b: a", "c: b", "x", "!z"}));
    const auto words = [&](int fixed, bool isOut) {
        QString text;
        const std::vector<bool> can = connectable(graph, fixed, isOut);
        for (int i = 0; i < graph.size(); ++i)
            if (can[static_cast<std::size_t>(i)])
                text += QString::fromStdString(graph.node(i).step);
        for (int i = 0; i < graph.size(); ++i) {
            const QString why = isOut ? whyNotConnect(graph, fixed, i) : whyNotConnect(graph, i, fixed);
            if (why.isEmpty() != can[static_cast<std::size_t>(i)])
                return "they differ: " + why;
        }
        return text;
    };
    QCOMPARE(words(graph.find("b"), true), "x");
    QCOMPARE(words(graph.find("a"), true), "cx");
    QCOMPARE(words(graph.find("b"), false), "x");
    QCOMPARE(words(graph.find("x"), false), "abc");
    QCOMPARE(words(graph.find("z"), true), "");
}

void TestEditView::theEndOfAnEdgeMoves()
{
    QSignalSpy wanted(m_view.get(), &EditView::reconnectWanted);
    drag(inOf("b"), middleOf("d")); // the only edge that b has coming in; d follows a then
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.at(0).at(0).value<EdgeEnds>(), (EdgeEnds{"a", "b"}));
    QCOMPARE(wanted.at(0).at(1).value<EdgeEnds>(), (EdgeEnds{"a", "d"}));
    m_view->selectEdge({"b", "d"});
    drag(inOf("d"), middleOf("c"));
    QCOMPARE(wanted.at(1).at(0).value<EdgeEnds>(), (EdgeEnds{"b", "d"}));
    QCOMPARE(wanted.at(1).at(1).value<EdgeEnds>(), (EdgeEnds{"b", "c"}));
    m_view->selectEdge({"b", "d"});
    drag(outOf("b"), middleOf("a"));
    QCOMPARE(wanted.at(2).at(1).value<EdgeEnds>(), (EdgeEnds{"a", "d"}));
}

void TestEditView::anEdgeIsSelected()
{
    m_view->setSelection({"a"});
    QSignalSpy changed(m_view.get(), &EditView::edgeSelectionChanged);
    const FlowScene &scene = m_view->flowScene();
    const auto &edges = scene.graph().edges;
    const auto number = static_cast<std::size_t>(
        std::find(edges.begin(), edges.end(), std::pair(node("a"), node("b"))) - edges.begin());
    const QPolygonF &route = scene.layout().routes[number];
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, at((route[1] + route[2]) / 2));
    QCOMPARE(m_view->selectedEdge(), std::optional(EdgeEnds{"a", "b"}));
    QCOMPARE(joined(m_view->selection()), "");
    QVERIFY(!changed.isEmpty());
    QTest::keyClick(m_view.get(), Qt::Key_Escape);
    QVERIFY(!m_view->selectedEdge());
}

void TestEditView::theKeyboardWalksThroughTheEdgesOfAStep()
{
    QSignalSpy hint(m_view.get(), &EditView::hintChanged);
    m_view->select("d");
    QStringList edges;
    for (int i = 0; i < 3; ++i) {
        m_view->selectNextEdge();
        QVERIFY(m_view->selectedEdge());
        edges << QString::fromStdString(m_view->selectedEdge()->from + m_view->selectedEdge()->to);
    }
    QCOMPARE(edges.join(' '), "bd cd bd");
    QVERIFY(hint.last().at(0).toString().startsWith("Edge from b to d"));
    QTest::keyClick(m_view.get(), Qt::Key_Escape);
    QCOMPARE(m_view->selected(), std::string("d"));
    QCOMPARE(hint.last().at(0).toString(), "");
}

void TestEditView::theKeyboardConnects()
{
    QSignalSpy wanted(m_view.get(), &EditView::connectWanted);
    QSignalSpy hint(m_view.get(), &EditView::hintChanged);
    m_view->select("b");
    m_view->startConnecting();
    QTest::keyClick(m_view.get(), Qt::Key_Left);
    QVERIFY(hint.last().at(0).toString().startsWith("That would close a circle"));
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QVERIFY(wanted.isEmpty() && m_view->isConnecting());
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QCOMPARE(hint.last().at(0).toString(), "Enter connects b to c, Esc leaves");
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.at(0).at(0).value<EdgeEnds>(), (EdgeEnds{"b", "c"}));
    QVERIFY(!m_view->isConnecting());
    QCOMPARE(m_view->selected(), std::string("b"));
    m_view->startConnecting();
    QTest::keyClick(m_view.get(), Qt::Key_Escape);
    QVERIFY(!m_view->isConnecting());
}

void TestEditView::controlAndArrowsWantANudge()
{
    QSignalSpy nudge(m_view.get(), &EditView::nudgeWanted);
    m_view->select("b");
    QTest::keyClick(m_view.get(), Qt::Key_Right, Qt::ControlModifier);
    QCOMPARE(nudge.size(), 1);
    QCOMPARE(m_view->selected(), std::string("b"));
    const QPointF place = m_view->nudged({1, 0}).at("b");
    QCOMPARE(std::fmod(place.x(), kGrid), 0.0);
    QVERIFY(place.x() > boxOf("b").left());
}

void TestEditView::enterAndADoubleClickOpenAStep()
{
    QSignalSpy opened(m_view.get(), &EditView::stepActivated);
    m_view->select("b");
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, middleOf("c"));
    QCOMPARE(opened.size(), 2);
    QCOMPARE(opened.at(0).at(0).toString() + opened.at(1).at(0).toString(), "bc");
}

void TestEditView::aKindIsDroppedOnTheGroundAndOnAnEdge()
{
    QSignalSpy dropped(m_view.get(), &EditView::kindDropped);
    drop(at(boxOf("d").topRight() + QPointF(90, -80)), "wait");
    QCOMPARE(dropped.size(), 1);
    QCOMPARE(dropped.at(0).at(0).toString(), "wait");
    QVERIFY(!dropped.at(0).at(2).value<std::optional<EdgeEnds>>());
    const FlowScene &scene = m_view->flowScene();
    const auto &edges = scene.graph().edges;
    const auto number = static_cast<std::size_t>(
        std::find(edges.begin(), edges.end(), std::pair(node("b"), node("d"))) - edges.begin());
    drop(at(scene.layout().routes[number].first() + QPointF(6, 0)), "log");
    QCOMPARE(dropped.at(1).at(2).value<std::optional<EdgeEnds>>(), std::optional(EdgeEnds{"b", "d"}));
}

void TestEditView::placedStepsStandWhereTheyWerePut()
{
    const QPointF other = boxOf("c").topLeft();
    m_view->setPlaces({{"b", {320, -160}}, {"gone", {1, 1}}});
    QCOMPARE(boxOf("b").topLeft(), QPointF(320, -160));
    QCOMPARE(boxOf("c").topLeft(), other);
    show(tests::flowOf({"a", "b: a", "c: a", "d: b c", "e: d"}));
    QCOMPARE(boxOf("b").topLeft(), QPointF(320, -160));
    m_view->setPlaces({});
    QVERIFY(boxOf("b").topLeft() != QPointF(320, -160));
}

void TestEditView::placedStepsAreNotCovered()
{
    const QPointF under = boxOf("c").topLeft();
    m_view->setPlaces({{"b", under + QPointF(8, 4)}});
    QCOMPARE(boxOf("b").topLeft(), under + QPointF(8, 4));
    QVERIFY(!boxOf("b").intersects(boxOf("c")));
    m_view->setPlaces({{"b", boxOf("d").topRight() + QPointF(500, 0)}});
    const FlowScene &scene = m_view->flowScene();
    QVERIFY(scene.boxOf(scene.graph().size() - 1).left() > boxOf("b").right());
}

void TestEditView::nothingMovesWhenReadOnly()
{
    m_view->setEditable(false);
    const QRectF before = boxOf("b");
    QSignalSpy wanted(m_view.get(), &EditView::connectWanted);
    drag(middleOf("b"), middleOf("b") + QPoint(80, 80));
    drag(outOf("a"), middleOf("d"));
    QCOMPARE(boxOf("b"), before);
    QVERIFY(wanted.isEmpty());
    m_view->select("b");
    m_view->startConnecting();
    QVERIFY(!m_view->isConnecting());
}

void TestEditView::marksAreSpokenAndPainted()
{
    const QImage before = m_view->grab().toImage();
    StepMarks marks;
    marks.errors = 1;
    marks.isEdited = true;
    marks.figure = "8.4 s";
    marks.hasBreakpoint = true;
    marks.isPinned = true;
    marks.fault = "500";
    m_view->setMarks({{"b", marks}});
    QVERIFY(m_view->grab().toImage() != before);
    QCOMPARE(m_view->sentenceOf(node("b")), "b, HTTP step, id b, 1 error(s), edited, 8.4 s, breakpoint, "
                                            "pinned data, fault: 500. From a. To d");
    m_view->setMarks({});
    QCOMPARE(m_view->grab().toImage(), before);
}

QTEST_MAIN(TestEditView)
#include "tst_edit_view.moc"
