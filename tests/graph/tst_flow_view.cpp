// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/graph/sample_flows.h"
#include "views/graph/flow_scene.h"
#include "views/graph/flow_view.h"
#include "views/graph/minimap.h"

#include <QPaintEvent>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

using namespace batuta;
using namespace batuta::views;

namespace {

const std::vector<std::string> kDiamond{"a", "b: a", "c: a", "d: b c"};

} // namespace

class TestFlowView : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_theme.install(); }
    void init();
    void cleanup() { m_view.reset(); }
    void aClickSelectsAStepAndTheGroundDropsIt();
    void arrowsWalkAlongTheEdges();
    void escapeDropsTheSelection();
    void theWheelScrollsAndWithControlZooms();
    void zoomStaysWithinBounds();
    void theWheelKeepsThePointUnderThePointer();
    void keysFitAndZoom();
    void middleButtonAndSpacePan();
    void theCameraComesBack();
    void anotherFlowDropsTheSelectionAndANewVersionKeepsIt();
    void statesArePainted();
    void edgesAreSeenFromNearAndFar();
    void paintsEveryDetailOf2000Steps();
    void theMinimapFollowsAndPans();
    void anEmptyFlowIsStartAndEnd();
    void changingTheThemeKeepsThePicture();
    void theGraphStaysInSightUntilSomebodyLooksElsewhere();
    void whatIsInTheMiddleStaysThere();
    void aChangeIsPaintedWhateverIsPaintedMeanwhile();

private:
    void show(const client::FlowSummary &flow);
    QPoint middleOf(const std::string &step) const;
    void turnWheel(int delta, Qt::KeyboardModifiers keys, const QPoint &at);

    Theme m_theme;
    std::unique_ptr<FlowView> m_view;
};

void TestFlowView::init()
{
    m_view = std::make_unique<FlowView>();
    m_view->resize(800, 500);
    m_view->show();
    show(tests::flowOf(kDiamond));
}

void TestFlowView::show(const client::FlowSummary &flow)
{
    QSignalSpy done(m_view.get(), &FlowView::laidOut);
    m_view->setFlow(flow);
    QTRY_COMPARE(done.size(), 1);
}

QPoint TestFlowView::middleOf(const std::string &step) const
{
    const FlowScene &scene = m_view->flowScene();
    return m_view->mapFromScene(scene.boxOf(scene.graph().find(step)).center());
}

void TestFlowView::turnWheel(int delta, Qt::KeyboardModifiers keys, const QPoint &at)
{
    QWheelEvent event(at, m_view->viewport()->mapToGlobal(at), {}, {0, delta}, Qt::NoButton, keys,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(m_view->viewport(), &event);
}

void TestFlowView::aClickSelectsAStepAndTheGroundDropsIt()
{
    QSignalSpy changed(m_view.get(), &FlowView::selectionChanged);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, middleOf("b"));
    QCOMPARE(m_view->selected(), std::string("b"));
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, QPoint(4, 4));
    QCOMPARE(m_view->selected(), std::string());
    QCOMPARE(changed.size(), 2);
}

void TestFlowView::arrowsWalkAlongTheEdges()
{
    QString path;
    for (const Qt::Key key : {Qt::Key_Right, Qt::Key_Right, Qt::Key_Down, Qt::Key_Right, Qt::Key_Right,
                              Qt::Key_Left, Qt::Key_Home, Qt::Key_End}) {
        QTest::keyClick(m_view.get(), key);
        path += QString::fromStdString(m_view->selected());
    }
    QCOMPARE(path, "abcddbad"); // the fifth has nowhere to go
}

void TestFlowView::escapeDropsTheSelection()
{
    m_view->select("c");
    QTest::keyClick(m_view.get(), Qt::Key_Escape);
    QCOMPARE(m_view->selected(), std::string());
}

void TestFlowView::theWheelScrollsAndWithControlZooms()
{
    const int before = m_view->verticalScrollBar()->value();
    turnWheel(-120, {}, {400, 250});
    QVERIFY(m_view->verticalScrollBar()->value() > before);
    QCOMPARE(m_view->zoom(), 1.0);
    turnWheel(-120, Qt::ControlModifier, {400, 250});
    QVERIFY(m_view->zoom() < 1);
}

void TestFlowView::zoomStaysWithinBounds()
{
    for (int i = 0; i < 30; ++i)
        turnWheel(120, Qt::ControlModifier, {400, 250});
    QCOMPARE(m_view->zoom(), FlowView::kLargestZoom);
    for (int i = 0; i < 60; ++i)
        turnWheel(-120, Qt::ControlModifier, {400, 250});
    QCOMPARE(m_view->zoom(), FlowView::kSmallestZoom);
    m_view->setZoom(77);
    QCOMPARE(m_view->zoom(), FlowView::kLargestZoom);
    m_view->setZoom(0);
    QCOMPARE(m_view->zoom(), FlowView::kSmallestZoom);
}

void TestFlowView::theWheelKeepsThePointUnderThePointer()
{
    const QPoint at(200, 300);
    const QPointF before = m_view->mapToScene(at);
    turnWheel(240, Qt::ControlModifier, at);
    const QPointF way = m_view->mapToScene(at) - before;
    QVERIFY2(qAbs(way.x()) <= 1 && qAbs(way.y()) <= 1, "it moved");
}

void TestFlowView::keysFitAndZoom()
{
    show(tests::randomFlow(200, 1));
    QTest::keyClick(m_view.get(), Qt::Key_F);
    const QRectF seen = m_view->mapToScene(m_view->viewport()->rect()).boundingRect();
    QVERIFY(seen.contains(m_view->flowScene().layout().bounds));
    QTest::keyClick(m_view.get(), Qt::Key_0);
    QCOMPARE(m_view->zoom(), 1.0);
    QTest::keyClick(m_view.get(), Qt::Key_Minus);
    QVERIFY(m_view->zoom() < 1);
    QTest::keyClick(m_view.get(), Qt::Key_Plus);
    QCOMPARE(m_view->zoom(), 1.0);
    m_view->select("step_150");
    QTest::keyClick(m_view.get(), Qt::Key_F, Qt::ShiftModifier);
    QVERIFY(m_view->viewport()->rect().contains(middleOf("step_150")));
}

void TestFlowView::middleButtonAndSpacePan()
{
    const auto drag = [this](Qt::MouseButton button) {
        const int before = m_view->horizontalScrollBar()->value();
        QTest::mousePress(m_view->viewport(), button, {}, {400, 250});
        QTest::mouseMove(m_view->viewport(), {360, 240});
        QTest::mouseRelease(m_view->viewport(), button, {}, {360, 240});
        return m_view->horizontalScrollBar()->value() - before;
    };
    QCOMPARE(drag(Qt::MiddleButton), 40);
    QCOMPARE(drag(Qt::LeftButton), 0);
    QTest::keyPress(m_view.get(), Qt::Key_Space);
    QCOMPARE(drag(Qt::LeftButton), 40);
    QTest::keyRelease(m_view.get(), Qt::Key_Space);
    QCOMPARE(drag(Qt::LeftButton), 0);
}

void TestFlowView::theCameraComesBack()
{
    m_view->setZoom(1.5);
    m_view->centerOn(300, 100);
    const Camera kept = m_view->camera();
    show(tests::flowOf({"x"}));
    QSignalSpy done(m_view.get(), &FlowView::laidOut);
    m_view->setFlow(tests::flowOf(kDiamond), kept);
    QTRY_COMPARE(done.size(), 1);
    QCOMPARE(m_view->zoom(), 1.5);
    QVERIFY((m_view->camera().centre - kept.centre).manhattanLength() < 3);
}

void TestFlowView::anotherFlowDropsTheSelectionAndANewVersionKeepsIt()
{
    m_view->select("d");
    client::FlowSummary flow = tests::flowOf({"a", "b: a", "c: a", "d: b c", "e: d"});
    show(flow);
    QCOMPARE(m_view->selected(), std::string("d"));
    flow.name = FlowName("other");
    show(flow);
    QCOMPARE(m_view->selected(), std::string());
}

void TestFlowView::statesArePainted()
{
    const QImage before = m_view->grab().toImage();
    m_view->setStatuses({{"a", views::Status::Success}, {"b", views::Status::Running}});
    const QImage after = m_view->grab().toImage();
    QVERIFY(before != after);
    m_view->setStatuses({});
    QCOMPARE(m_view->grab().toImage(), before);
}

void TestFlowView::edgesAreSeenFromNearAndFar()
{
    const FlowScene &scene = m_view->flowScene();
    m_view->setStatuses({});
    for (const char *selected : {"", "b"})
        for (const double zoom : {1.5, 1.0, 0.5, 0.3, 0.25}) {
            m_view->select(selected);
            m_view->setZoom(zoom);
            m_view->centerOn(scene.layout().bounds.center());
            const QImage picture = m_view->viewport()->grab().toImage();
            const QRgb ground = picture.pixel(1, 1);
            for (const QPolygonF &route : scene.layout().routes) {
                const QPoint middle = m_view->mapFromScene((route[0] + route[1]) / 2);
                bool isSeen = false;
                for (int y = -2; y <= 2; ++y)
                    isSeen = isSeen || picture.pixel(middle + QPoint(0, y)) != ground;
                QVERIFY2(isSeen, qPrintable(QString("an edge at %1, %2 selected").arg(zoom).arg(selected)));
            }
        }
}

void TestFlowView::paintsEveryDetailOf2000Steps()
{
    show(tests::randomFlow(2000, 1));
    m_view->select("step_1000");
    m_view->fit();
    QVERIFY(m_view->zoom() < 0.25);
    QVERIFY(!m_view->grab().isNull());
    QImage last;
    for (const qreal zoom : {0.25, 0.3, 0.45, 0.7, 1.0, 2.0}) {
        m_view->setZoom(zoom);
        m_view->centerOn(m_view->flowScene().boxOf(m_view->flowScene().graph().find("step_1000")).center());
        const QImage picture = m_view->grab().toImage();
        QVERIFY(picture != last);
        last = picture;
    }
}

void TestFlowView::theMinimapFollowsAndPans()
{
    Minimap map(*m_view);
    map.resize(map.sizeHint());
    show(tests::randomFlow(200, 1));
    m_view->resetZoom();
    m_view->centerOn(m_view->flowScene().layout().bounds.center());
    QVERIFY(map.isVisible());
    const QRectF before = map.frame();
    QTest::mousePress(&map, Qt::LeftButton, {}, before.center().toPoint());
    QTest::mouseMove(&map, before.center().toPoint() + QPoint(20, 10));
    QTest::mouseRelease(&map, Qt::LeftButton, {}, before.center().toPoint() + QPoint(20, 10));
    const QPointF way = map.frame().center() - before.center();
    QVERIFY2(qAbs(way.x() - 20) < 2 && qAbs(way.y() - 10) < 2, "the frame follows the pointer");
}

void TestFlowView::anEmptyFlowIsStartAndEnd()
{
    show(tests::flowOf({}));
    QCOMPARE(m_view->flowScene().graph().size(), 2);
    QCOMPARE(m_view->flowScene().layout().routes.size(), 1U);
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    QCOMPARE(m_view->selected(), std::string());
}

void TestFlowView::changingTheThemeKeepsThePicture()
{
    m_view->select("b");
    const QImage before = m_view->grab().toImage();
    QSignalSpy done(m_view.get(), &FlowView::laidOut);
    m_theme.setMode(m_theme.isDark() ? ThemeMode::Light : ThemeMode::Dark);
    QTRY_COMPARE(done.size(), 1);
    QCOMPARE(m_view->selected(), std::string("b"));
    QVERIFY(m_view->grab().toImage() != before);
    m_theme.setMode(ThemeMode::System);
    QTRY_COMPARE(done.size(), 2);
    QCOMPARE(m_view->grab().toImage(), before);
}

void TestFlowView::theGraphStaysInSightUntilSomebodyLooksElsewhere()
{
    const auto isSeen = [this] {
        return m_view->viewport()->rect().contains(
            m_view->mapFromScene(m_view->flowScene().layout().bounds).boundingRect());
    };
    m_view->resize(900, 500);
    show(tests::flowOf({}));
    QVERIFY(isSeen());
    std::vector<std::string> chain;
    for (const char *step : {"a", "b", "c", "d", "e"}) {
        chain.push_back(chain.empty() ? step : step + std::string(": ") + chain.back().substr(0, 1));
        show(tests::flowOf(chain));
        QVERIFY2(isSeen(), step);
    }
    m_view->hide();
    m_view->resize(700, 200);
    m_view->show();
    QVERIFY(isSeen());
    const qreal zoom = m_view->zoom();
    m_view->zoomIn();
    m_view->resize(900, 500);
    QVERIFY(m_view->zoom() > zoom); // it stays as a person has wanted it
}

void TestFlowView::whatIsInTheMiddleStaysThere()
{
    m_view->resize(900, 500);
    show(tests::randomFlow(200, 1));
    m_view->resetZoom();
    m_view->centerOn(m_view->flowScene().boxOf(50).center());
    const QPointF middle = m_view->camera().centre;
    for (const QSize size : {QSize(900, 300), QSize(700, 640), QSize(1000, 500)}) {
        m_view->hide(); // as when only the YAML is shown
        m_view->resize(size);
        m_view->show();
        const QPointF way = m_view->camera().centre - middle;
        QVERIFY2(std::abs(way.x()) < 3 && std::abs(way.y()) < 3,
                 qPrintable(QString("%1, %2 away").arg(way.x()).arg(way.y())));
    }
}

/// All that was painted since.
class PaintSpy final : public QObject
{
public:
    explicit PaintSpy(QWidget *widget)
        : m_widget(widget)
    {
        widget->installEventFilter(this);
    }
    bool hasAll() const { return (QRegion(m_widget->rect()) - m_painted).isEmpty(); }
    bool has(const QRect &rect) const { return (QRegion(rect) - m_painted).isEmpty(); }
    void forget() { m_painted = {}; }

private:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            m_painted += static_cast<QPaintEvent *>(event)->region();
        return false;
    }

    QWidget *m_widget;
    QRegion m_painted;
};

/// A window that goes from above it makes a part of the view be painted at once; and it may be scrolled.
void TestFlowView::aChangeIsPaintedWhateverIsPaintedMeanwhile()
{
    QWidget *const viewport = m_view->viewport();
    viewport->repaint();
    PaintSpy spy(viewport);
    m_view->setPlaces({}); // nothing moves: only the scene asks to be painted
    viewport->repaint(0, 0, 4, 4);
    QTRY_VERIFY(spy.hasAll());
    spy.forget();
    m_view->select("c");
    m_view->verticalScrollBar()->setValue(m_view->verticalScrollBar()->value() + 40);
    viewport->repaint(0, 0, 4, 4);
    const FlowScene &scene = m_view->flowScene();
    const QRectF box = scene.boxOf(scene.graph().find("c"));
    QTRY_VERIFY(spy.has(m_view->mapFromScene(box).boundingRect() & viewport->rect()));
}

QTEST_MAIN(TestFlowView)
#include "tst_flow_view.moc"
