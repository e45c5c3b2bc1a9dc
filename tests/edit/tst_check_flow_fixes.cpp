// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/flow/yaml_node.h"
#include "tests/edit/broken_flows.h"
#include "tests/support/seed.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace batuta;
using namespace batuta::edit;
using namespace batuta::test;

namespace {

bool isSame(const Problem &a, const Problem &b)
{
    return a.code == b.code && a.subject == b.subject && a.detail == b.detail;
}

int countOf(const Problems &problems, const Problem &wanted)
{
    return static_cast<int>(std::count_if(problems.begin(), problems.end(),
                                          [&](const Problem &one) { return isSame(one, wanted); }));
}

std::string told(const std::string &text, const Fix &fix, const Problem &problem)
{
    return fix.title + " for " + problem.code + " " + problem.subject + "\n" + text;
}

/// Every fix of every problem: it is gone afterwards (of several that are equal, one is), the text can still
/// be read, and undoing gives the same bytes. Answers how many fixes there were, or what went wrong.
struct Tried
{
    std::size_t fixes = 0;
    std::string wrong;
};

Tried tryFixes(const std::string &text, const Surroundings &around)
{
    Tried tried;
    const Checked before = checkFlow(text, "flows/x/my_flow.yaml", around);
    const bool couldBeRead = flow::readYaml(text, "x").root.has_value();
    for (const Problem &problem : before.problems) {
        for (const Fix &fix : problem.fixes) {
            ++tried.fixes;
            const std::string after = applied(text, fix.edits);
            const Checked mended = checkFlow(after, "flows/x/my_flow.yaml", around);
            const bool isGone = countOf(mended.problems, problem) < countOf(before.problems, problem);
            const bool isRead = !couldBeRead || flow::readYaml(after, "x").root;
            if (fix.edits.empty() || !isGone || !isRead || applied(after, inverseOf(text, fix.edits)) != text)
                tried.wrong = told(after, fix, problem);
        }
    }
    return tried;
}

/// A line that is gone, is there twice or stands elsewhere, or a word with a letter too few.
std::string broken(std::string text, QRandomGenerator &random)
{
    const auto pick = [&](std::size_t count) { return random.bounded(static_cast<quint32>(count)); };
    const std::size_t at = pick(text.size());
    const std::size_t from = at == 0 ? 0 : text.rfind('\n', at - 1) + 1;
    const std::size_t to = std::min(text.find('\n', at), text.size() - 1) + 1;
    const std::string line = text.substr(from, to - from);
    switch (pick(4)) {
    case 0:
        return text.erase(from, to - from);
    case 1:
        return text.insert(from, line);
    case 2:
        return text.erase(from, to - from).insert(text.rfind('\n', pick(text.size())) + 1, line);
    default:
        return text.erase(at, 1);
    }
}

} // namespace

class TestCheckFlowFixes : public QObject
{
    Q_OBJECT

private slots:
    void everyFixMends_data();
    void everyFixMends();
    void fixesOneAfterTheOtherEndSomewhere_data();
    void fixesOneAfterTheOtherEndSomewhere();
    void keepsWhatItDoesNotMend();
    void fixesMendWhateverIsBrokenInTheShippedFlows();
};

void TestCheckFlowFixes::everyFixMends_data()
{
    QTest::addColumn<std::string>("text");
    for (const BrokenFlow &broken : brokenFlows())
        QTest::newRow(broken.name) << broken.text;
}

void TestCheckFlowFixes::everyFixMends()
{
    QFETCH(std::string, text);
    const Tried tried = tryFixes(text, surroundingsOfTests());
    QVERIFY2(tried.wrong.empty(), tried.wrong.c_str());
    QVERIFY2(tried.fixes > 0, "nothing to try");
}

void TestCheckFlowFixes::fixesOneAfterTheOtherEndSomewhere_data()
{
    everyFixMends_data();
}

/// First fixes only, as somebody does who presses Ctrl+. until nothing is left to press it for.
void TestCheckFlowFixes::fixesOneAfterTheOtherEndSomewhere()
{
    QFETCH(std::string, text);
    const Surroundings around = surroundingsOfTests();
    for (int round = 0; round < 20; ++round) {
        const Checked checked = checkFlow(text, "flows/x/my_flow.yaml", around);
        const auto next = std::find_if(checked.problems.begin(), checked.problems.end(),
                                       [](const Problem &one) { return !one.fixes.empty(); });
        if (next == checked.problems.end())
            return;
        text = applied(text, next->fixes.front().edits);
    }
    QFAIL(("it goes on and on:\n" + text).c_str());
}

void TestCheckFlowFixes::keepsWhatItDoesNotMend()
{
    const std::string text =
        "batuta: 1\nname: x # the name\nsteps:\n  match: {log: 'a  b'}\n\n  # before\n  b:\n"
        "    needs: [ matsh ]   # near\n    log: >-\n      folded\n      words\n";
    const Checked checked = checkFlow(text, "x.yaml", {});
    QCOMPARE(listed(checked.problems), std::string("E flow.unknown_step steps.b.needs[0]\n"));
    const Fix fix = checked.problems.front().fixes.front();
    QCOMPARE(fix.title, std::string("Use match"));
    std::string expected = text;
    expected.replace(expected.find("matsh"), 5, "match");
    QCOMPARE(applied(text, fix.edits), expected);
}

void TestCheckFlowFixes::fixesMendWhateverIsBrokenInTheShippedFlows()
{
    QRandomGenerator random(test::seed());
    const QString root = QStringLiteral(BATUTA_SOURCE_DIR "/");
    std::size_t fixes = 0;
    for (const char *name : {"flows/ml_orchestrator/first_login.yaml", "resources/templates/approval.yaml",
                             "resources/templates/fan_out.yaml", "resources/templates/message_saga.yaml",
                             "resources/templates/scheduled.yaml"}) {
        QFile file(root + name);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const std::string whole = file.readAll().toStdString();
        for (int round = 0; round < 40; ++round) {
            const Tried tried = tryFixes(broken(whole, random), surroundingsOfTests());
            QVERIFY2(tried.wrong.empty(), tried.wrong.c_str());
            fixes += tried.fixes;
        }
    }
    QVERIFY(fixes > 50);
}

QTEST_APPLESS_MAIN(TestCheckFlowFixes)
#include "tst_check_flow_fixes.moc"
