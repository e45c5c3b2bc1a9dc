// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/support/seed.h"
#include "views/models/document/flow_document.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <random>

using namespace batuta;
using namespace batuta::views;

namespace {

/// A flow whose steps hang together as a tree.
std::string largeFlow(int steps)
{
    std::string text = "batuta: 1\nname: large\nsteps:\n";
    for (int i = 0; i < steps; ++i) {
        const std::string number = std::to_string(i);
        text += "  step_" + number + ":\n";
        if (i > 0)
            text += "    needs: [step_" + std::to_string((i - 1) / 3) + "]\n";
        text += "    http: {method: POST, url: \"https://service.example/v1/items/" + number +
                "\", json: {id: \"${{ execution.id }}\"}}\n    timeout: 30s\n";
    }
    return text;
}

/// What a person feels: how long each change held the window up, and when the answer to the last one came.
struct Felt
{
    std::vector<qint64> changesUs;
    qint64 longestGapMs = 0; ///< between two turns of the window
    qint64 answeredMs = 0;   ///< after the last change
};

Felt type(FlowDocument &document, std::size_t at, int keys)
{
    Felt felt;
    QElapsedTimer turn, sinceLast;
    turn.start();
    QTimer turns;
    QObject::connect(&turns, &QTimer::timeout, &turns,
                     [&] { felt.longestGapMs = std::max(felt.longestGapMs, turn.restart()); });
    QTimer typing;
    QObject::connect(&typing, &QTimer::timeout, &typing, [&] {
        QElapsedTimer change;
        change.start();
        document.change("type", edit::TextEdits{{{at, at}, "x"}}, "typing");
        felt.changesUs.push_back(change.nsecsElapsed() / 1'000);
        ++at;
        sinceLast.start();
        if (static_cast<int>(felt.changesUs.size()) == keys)
            typing.stop();
    });
    turns.start(0);
    typing.start(30);
    [&] {
        QTRY_VERIFY_WITH_TIMEOUT(!typing.isActive() && !document.isChecking(), 30'000);
        felt.answeredMs = sinceLast.elapsed();
    }();
    std::sort(felt.changesUs.begin(), felt.changesUs.end());
    return felt;
}

std::string flowFile(const QString &name)
{
    QFile file(QString(BATUTA_SOURCE_DIR "/flows/ml_orchestrator/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

/// Random changes of a document: of the text as typed, of the flow, of places; with undo and redo between.
class Hand
{
public:
    Hand(FlowDocument &document, unsigned seed)
        : m_document(document)
        , m_random(seed)
    {
    }

    void act()
    {
        switch (upTo(9)) {
        case 0:
        case 1:
            typeSomewhere();
            break;
        case 2:
            m_document.undoStack().undo();
            break;
        case 3:
            m_document.undoStack().redo();
            break;
        case 4:
            m_document.setPlaces("move", {{anyStep(), QPointF(upTo(900), upTo(900))}}, upTo(1) ? "move" : "");
            break;
        case 5:
            m_document.select({anyStep(), anyStep()});
            break;
        default:
            changeTheFlow();
        }
    }

private:
    std::size_t upTo(std::size_t most)
    {
        return std::uniform_int_distribution<std::size_t>(0, most)(m_random);
    }

    std::string anyStep()
    {
        const edit::FlowText *text = m_document.flowText();
        const std::vector<std::string> steps = text ? text->steps() : std::vector<std::string>();
        return steps.empty() ? "nobody" : steps[upTo(steps.size() - 1)];
    }

    void typeSomewhere()
    {
        static const std::vector<std::string> words{"", "x", "\n", " ", "#", "steps:", "é", "\r\n"};
        const std::size_t size = m_document.text().size();
        const std::size_t from = upTo(size);
        const std::size_t to = upTo(4) ? from : std::min(size, from + upTo(20));
        const std::string &word = words[upTo(words.size() - 1)];
        if (from != to || !word.empty())
            m_document.change("type", edit::TextEdits{{{from, to}, word}}, upTo(2) ? "typing" : "");
    }

    /// Refusals are answers, too.
    void changeTheFlow()
    {
        const std::string step = anyStep(), other = anyStep();
        const std::size_t kind = upTo(7);
        const Status status = m_document.change("change", [&](const edit::FlowText &text) {
            switch (kind) {
            case 0:
                return text.addStep({"new_step", "log: {message: x}\n", {step}, {}, other});
            case 1:
                return text.removeSteps({step}, upTo(1) == 1);
            case 2:
                return text.renameStep(step, step + "_2");
            case 3:
                return text.connect(step, other);
            case 4:
                return text.disconnect(step, other);
            case 5:
                return text.duplicateSteps({step});
            case 6:
                return text.setValue({"steps", step, "timeout"}, "9s");
            default:
                return text.pasteSteps(text.copySteps({step, other}), step);
            }
        });
        m_changes += status ? 1 : 0;
    }

    FlowDocument &m_document;
    std::mt19937 m_random;

public:
    int m_changes = 0;
};

} // namespace

class TestFlowUndo : public QObject
{
    Q_OBJECT

private slots:
    void undoingAllGivesTheFirstBytes_data();
    void undoingAllGivesTheFirstBytes();
    void typingIsNeverHeldUp_data();
    void typingIsNeverHeldUp();
};

void TestFlowUndo::undoingAllGivesTheFirstBytes_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : QDir(BATUTA_SOURCE_DIR "/flows/ml_orchestrator").entryList({"*.yaml"}))
        if (name != "routes.yaml" && !name.startsWith("env"))
            QTest::newRow(qPrintable(name)) << name;
}

void TestFlowUndo::undoingAllGivesTheFirstBytes()
{
    QFETCH(QString, name);
    const std::string original = flowFile(name);
    QVERIFY(!original.empty());
    const unsigned first = test::seed();
    int changes = 0;
    for (unsigned seed = first; seed < first + 8; ++seed) {
        FlowDocument document("x.yaml", original, {{"a", {1, 2}}});
        std::string mirror = original;
        connect(&document, &FlowDocument::textChanged, this,
                [&](const edit::TextEdits &edits) { mirror = edit::applied(mirror, edits); });
        Hand hand(document, seed);
        for (int i = 0; i < 60; ++i)
            hand.act();
        changes += hand.m_changes;
        const std::string last = document.text();
        const StepPlaces places = document.places();
        QVERIFY2(mirror == last, qPrintable(QString("seed %1").arg(seed)));
        document.undoStack().setIndex(0);
        QVERIFY2(document.text() == original, qPrintable(QString("seed %1").arg(seed)));
        QVERIFY(!document.isChanged());
        document.undoStack().setIndex(document.undoStack().count());
        QVERIFY2(document.undoStack().count() == 0 || !document.undoStack().canRedo(), "redo");
        document.undoStack().setIndex(0);
        QVERIFY2(document.text() == original, qPrintable(QString("seed %1, again").arg(seed)));
    }
    QVERIFY2(changes > 20, qPrintable(QString("%1 changes, seed %2").arg(changes).arg(first)));
}

void TestFlowUndo::typingIsNeverHeldUp_data()
{
    QTest::addColumn<std::string>("text");
    QTest::newRow("1,000 steps, all that a flow may have") << largeFlow(1'000);
    QTest::newRow("2,000 steps") << largeFlow(2'000);
    QTest::newRow("5 MB") << largeFlow(5'000'000 / 190);
}

void TestFlowUndo::typingIsNeverHeldUp()
{
    QFETCH(std::string, text);
    FlowDocument document("large.yaml", text);
    QTRY_VERIFY_WITH_TIMEOUT(!document.isChecking(), 30'000);
    const Felt felt = type(document, text.find("items/900\"") + 6, 40);
    QVERIFY(!felt.changesUs.empty());
    const qint64 usual = felt.changesUs[felt.changesUs.size() / 2];
    qInfo("%zu bytes: a key %lld us (at most %lld), longest turn %lld ms, answer after %lld ms", text.size(),
          static_cast<long long>(usual), static_cast<long long>(felt.changesUs.back()),
          static_cast<long long>(felt.longestGapMs), static_cast<long long>(felt.answeredMs));
    QVERIFY2(usual < 16'000, qPrintable(QString("%1 us").arg(usual)));
    QCOMPARE(document.undoStack().count(), 1);
    document.undoStack().undo();
    QVERIFY(document.text() == text);
}

QTEST_GUILESS_MAIN(TestFlowUndo)
#include "tst_flow_undo.moc"
