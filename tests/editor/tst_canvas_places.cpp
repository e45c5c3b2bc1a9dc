// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/editor/canvas_fixture.h"
#include "views/pages/editor/canvas/canvas_search.h"

#include <QLabel>
#include <QLineEdit>

using namespace batuta;
using namespace batuta::views;
using batuta::tests::CanvasWindow;

namespace {

const std::string kFlow = R"(batuta: 1
name: sample
steps:
  a:
    log: one
  b:
    title: Second
    needs: [a]
    log: two
  c:
    needs: [a]
    log: three
  d:
    needs: [b, c]
    log: four
)";

QString shownText(const QWidget &widget)
{
    QStringList texts;
    for (const QLabel *label : widget.findChildren<QLabel *>())
        if (label->isVisible())
            texts << label->text();
    return texts.join('|');
}

} // namespace

class TestCanvasPlaces : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_theme.install(); }
    void init() { show(kFlow); }
    void cleanup() { m_window.reset(); }
    void movingMarksNothingAsChanged();
    void nudgesMerge();
    void alignsAndDistributes();
    void autoLayoutOfTheSelectionAndOfAll();
    void selectionIsOneSet();
    void searchFindsByIdAndTitle();
    void whatCannotBeDoneSaysWhy();
    void everyCommandIsInThePalette();
    void readOnlySaysWhy();
    void aBrokenTextKeepsTheGraph();
    void anInvalidFlowIsDrawn();
    void anEmptyFlowSaysWhatToDo();
    void marksFollowTheDocument();
    void layersOfTheOwnerAreShown();
    void aSecondCanvasTakesTheCommandsOver();

private:
    void show(const std::string &text);
    void key(Qt::Key key, Qt::KeyboardModifiers keys = {}) { QTest::keyClick(&m_window->view(), key, keys); }
    FlowDocument &document() { return m_window->document; }
    QRectF boxOf(const std::string &step) { return m_window->view().boxOfStep(step); }
    void run(const char *id) { m_window->commands.action(QString("canvas.") + id)->trigger(); }
    QString whyNot(const char *id)
    {
        m_window->commands.update();
        return CommandRegistry::whyNot(m_window->commands.action(QString("canvas.") + id));
    }

    Theme m_theme;
    std::unique_ptr<CanvasWindow> m_window;
};

void TestCanvasPlaces::show(const std::string &text)
{
    m_window.reset();
    m_window = std::make_unique<CanvasWindow>(text);
    QVERIFY(QTest::qWaitForWindowActive(&m_window->window));
    m_window->view().setFocus();
    QTRY_VERIFY(m_window->view().isLaidOut());
    m_window->view().resetZoom();
    m_window->view().centerOn(m_window->view().flowScene().layout().bounds.center());
}

void TestCanvasPlaces::movingMarksNothingAsChanged()
{
    const QRectF before = boxOf("b");
    m_window->drag(m_window->middleOf("b"), m_window->middleOf("b") + QPoint(64, -48));
    QCOMPARE(document().places().size(), std::size_t{1});
    QCOMPARE(document().places().at("b"), boxOf("b").topLeft());
    QVERIFY(boxOf("b") != before);
    QCOMPARE(document().text(), kFlow);
    QVERIFY(!document().isChanged());
    document().undoStack().undo();
    QVERIFY(document().places().empty());
    QCOMPARE(boxOf("b"), before);
}

void TestCanvasPlaces::nudgesMerge()
{
    document().select({"b"});
    const QRectF before = boxOf("b");
    for (int i = 0; i < 3; ++i)
        key(Qt::Key_Right, Qt::ControlModifier);
    key(Qt::Key_Down, Qt::ControlModifier);
    QVERIFY(boxOf("b").left() > before.left() + 2 * kGrid);
    QCOMPARE(document().undoStack().count(), 1);
    document().undoStack().undo();
    QCOMPARE(boxOf("b"), before);
}

void TestCanvasPlaces::alignsAndDistributes()
{
    document().setPlaces("test", {{"a", {0, 0}}, {"b", {200, 90}}, {"c", {300, 400}}});
    document().select({"a", "b", "c"});
    run("alignLeft");
    QCOMPARE(boxOf("b").left() + boxOf("c").left(), 0.0);
    document().undoStack().undo();
    run("alignTop");
    QCOMPARE(boxOf("c").top(), 0.0);
    document().undoStack().undo();
    run("alignCentres");
    QCOMPARE(boxOf("a").center().x(), boxOf("c").center().x());
    document().undoStack().undo();
    run("spreadDown");
    QCOMPARE(boxOf("b").top() - boxOf("a").bottom(), boxOf("c").top() - boxOf("b").bottom());
    QCOMPARE(boxOf("c").top(), 400.0);
    document().undoStack().undo();
    run("spreadAcross");
    QVERIFY(std::abs(boxOf("b").left() - boxOf("a").right() - (boxOf("c").left() - boxOf("b").right())) <= 1);
    QCOMPARE(document().text(), kFlow);
}

void TestCanvasPlaces::autoLayoutOfTheSelectionAndOfAll()
{
    const QRectF b = boxOf("b"), c = boxOf("c");
    document().setPlaces("test", {{"b", {400, 300}}, {"c", {600, -200}}});
    document().select({"b"});
    key(Qt::Key_L, Qt::ControlModifier);
    QCOMPARE(boxOf("b"), b);
    QCOMPARE(boxOf("c").topLeft(), QPointF(600, -200));
    document().select({});
    key(Qt::Key_L, Qt::ControlModifier);
    QCOMPARE(boxOf("c"), c);
    document().undoStack().undo();
    QCOMPARE(boxOf("c").topLeft(), QPointF(600, -200));
}

void TestCanvasPlaces::selectionIsOneSet()
{
    m_window->click("b");
    m_window->click("c", Qt::ControlModifier);
    QVERIFY(document().selection() == (std::vector<std::string>{"b", "c"}));
    document().selectPlace({document().text().find("four"), document().text().find("four")});
    QVERIFY(m_window->view().selection() == std::vector<std::string>{"d"});
    key(Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(document().selection().size(), std::size_t{4});
    key(Qt::Key_Escape);
    QVERIFY(document().selection().empty());
    QSignalSpy wanted(m_window->canvas, &EditCanvas::inspectorRequested);
    QTest::mouseDClick(m_window->view().viewport(), Qt::LeftButton, {}, m_window->middleOf("b"));
    QCOMPARE(wanted.size(), 1);
}

void TestCanvasPlaces::searchFindsByIdAndTitle()
{
    key(Qt::Key_F, Qt::ControlModifier);
    CanvasSearch &search = m_window->canvas->search();
    QVERIFY(search.isVisible());
    QTest::keyClicks(&search.field(), "seco");
    QVERIFY(document().selection() == std::vector<std::string>{"b"});
    QCOMPARE(search.countText(), "1 of 1");
    search.field().clear();
    QTest::keyClicks(&search.field(), "C");
    QCOMPARE(search.countText(), "1 of 2"); // b by its title, c by its id
    QTest::keyClick(&search.field(), Qt::Key_F3);
    QVERIFY(document().selection() == std::vector<std::string>{"c"});
    QTest::keyClick(&search.field(), Qt::Key_F3, Qt::ShiftModifier);
    QVERIFY(document().selection() == std::vector<std::string>{"b"});
    QTest::keyClick(&search.field(), Qt::Key_Escape);
    QVERIFY(search.isHidden());
}

void TestCanvasPlaces::whatCannotBeDoneSaysWhy()
{
    QCOMPARE(whyNot("delete"), "No step and no edge is selected");
    QCOMPARE(whyNot("duplicate"), "No step is selected");
    QVERIFY(!m_window->commands.action("canvas.duplicate")->isEnabled());
    document().select({"b"});
    QTRY_VERIFY(m_window->commands.action("canvas.duplicate")->isEnabled());
    QVERIFY(!whyNot("alignLeft").isEmpty());
    QVERIFY(!whyNot("group").isEmpty());
    QVERIFY(!whyNot("layout").isEmpty());
    QCOMPARE(whyNot("ungroup"), "No selected step is in a group");
    document().replaceText("break", "steps: [");
    QVERIFY(whyNot("add").contains("keeps the flow from being read"));
}

void TestCanvasPlaces::everyCommandIsInThePalette()
{
    int count = 0;
    for (const QAction *action : m_window->commands.commandsOf(&m_window->page)) {
        ++count;
        QVERIFY(!action->text().isEmpty());
    }
    QVERIFY2(count >= 25, qPrintable(QString::number(count)));
}

void TestCanvasPlaces::readOnlySaysWhy()
{
    m_window->canvas->setReadOnly("The engine runs elsewhere");
    document().select({"b"});
    QCOMPARE(whyNot("delete"), "The engine runs elsewhere");
    QCOMPARE(whyNot("copy"), "");
    key(Qt::Key_Delete);
    m_window->drag(m_window->middleOf("b"), m_window->middleOf("b") + QPoint(64, 64));
    QCOMPARE(document().text(), kFlow);
    QVERIFY(document().places().empty());
    QVERIFY(shownText(*m_window->canvas).contains("The engine runs elsewhere"));
}

void TestCanvasPlaces::aBrokenTextKeepsTheGraph()
{
    std::string broken = kFlow;
    broken.insert(broken.find("    needs: [b, c]"), "    x: [\n");
    document().replaceText("break", broken);
    QTRY_VERIFY(document().brokenLine() > 0);
    const QString line = QString::number(document().brokenLine());
    QTRY_VERIFY(shownText(*m_window->canvas).contains("Graph follows line " + line + " once it parses"));
    QVERIFY(m_window->shows("d"));
    document().undoStack().undo();
    QTRY_VERIFY(!shownText(*m_window->canvas).contains("once it parses"));
}

void TestCanvasPlaces::anInvalidFlowIsDrawn()
{
    show("batuta: 1\nname: x\nsteps:\n  a:\n    needs: [gone]\n  b:\n    needs: [a]\n    http: {}\n");
    QVERIFY(m_window->shows("a") && m_window->shows("b"));
    QTRY_VERIFY(m_window->view().flowScene().marksOf(m_window->graph().find("b")).errors > 0);
    QVERIFY(!shownText(*m_window->canvas).contains("once it parses"));
}

void TestCanvasPlaces::anEmptyFlowSaysWhatToDo()
{
    show("batuta: 1\nname: x\nsteps: {}\n");
    QTRY_VERIFY(shownText(*m_window->canvas).contains("Press Tab or drag a step here"));
    QCOMPARE(m_window->graph().size(), 2);
    key(Qt::Key_Tab);
    QTest::keyClicks(QApplication::focusWidget(), "log");
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_VERIFY(m_window->shows("log"));
    QVERIFY(!shownText(*m_window->canvas).contains("Press Tab"));
}

void TestCanvasPlaces::marksFollowTheDocument()
{
    const auto sentence = [this](const char *step) {
        return m_window->view().sentenceOf(m_window->graph().find(step));
    };
    QVERIFY(!sentence("b").contains("edited"));
    QVERIFY(document().change("test", [](const edit::FlowText &text) {
        return text.setValue({"steps", "b", "log"}, json::Value("new"));
    }));
    QTRY_VERIFY(sentence("b").contains("edited"));
    QVERIFY(!sentence("c").contains("edited"));
    document().setBase(document().text());
    QTRY_VERIFY(!sentence("b").contains("edited"));
}

void TestCanvasPlaces::layersOfTheOwnerAreShown()
{
    using namespace std::chrono_literals;
    EditCanvas &canvas = *m_window->canvas;
    StepFigures figures;
    figures.p50 = 2400ms;
    figures.p95 = 8400ms;
    figures.errorRate = 0.125;
    figures.last = views::Status::Failed;
    canvas.setFigures({{"b", figures}}, "production");
    canvas.setBreakpoints({"c"});
    canvas.setPinned({"c"});
    canvas.setFaults({{"d", "429"}});
    const FlowScene &scene = m_window->view().flowScene();
    const auto marks = [&](const char *step) { return scene.marksOf(scene.graph().find(step)); };
    QVERIFY(marks("c").hasBreakpoint && marks("c").isPinned && !marks("b").isPinned);
    QCOMPARE(marks("d").fault, "429");
    QCOMPARE(marks("b").figure, "");
    canvas.setOverlay(CanvasOverlay::P95);
    QCOMPARE(marks("b").figure, QString("8.4") + QChar(0x2009) + 's');
    canvas.setOverlay(CanvasOverlay::ErrorRate);
    QCOMPARE(marks("b").figure, QString("12.5") + QChar(0x2009) + '%');
    canvas.setOverlay(CanvasOverlay::LastStatus);
    QCOMPARE(scene.statusOf(scene.graph().find("b")), std::optional(views::Status::Failed));
}

void TestCanvasPlaces::aSecondCanvasTakesTheCommandsOver()
{
    QVERIFY(m_window->commands.action("canvas.add"));
    std::unique_ptr<EditCanvas>(std::exchange(m_window->canvas, nullptr)).reset();
    QVERIFY(!m_window->commands.action("canvas.add"));
    m_window->canvas = new EditCanvas(document(), m_window->commands, &m_window->page, &m_window->page);
    QVERIFY(m_window->commands.action("canvas.add"));
}

QTEST_MAIN(TestCanvasPlaces)
#include "tst_canvas_places.moc"
