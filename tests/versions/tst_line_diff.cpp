// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/versions/line_diff.h"
#include "tests/support/seed.h"

#include <QElapsedTimer>
#include <QTest>

#include <random>

using namespace batuta::versions;

namespace {

/// `=2 -1+3`: two same pieces, then one that became three.
QString shown(const PieceDiff &diff)
{
    QStringList all;
    for (const Stretch &stretch : diff.stretches)
        all << (stretch.isSame ? QString("=%1").arg(stretch.before)
                               : QString("-%1+%2").arg(stretch.before).arg(stretch.after));
    return all.join(' ');
}

/// The shortest difference by the slow and simple way.
std::size_t shortest(const Pieces &before, const Pieces &after)
{
    std::vector<std::size_t> common(after.size() + 1, 0);
    for (const std::string_view piece : before) {
        std::size_t corner = 0;
        for (std::size_t i = 0; i < after.size(); ++i) {
            const std::size_t above = common[i + 1];
            common[i + 1] = piece == after[i] ? corner + 1 : std::max(above, common[i]);
            corner = above;
        }
    }
    return before.size() + after.size() - 2 * common.back();
}

/// What the stretches say is in order, whole, and true.
bool holds(const PieceDiff &diff, const Pieces &before, const Pieces &after)
{
    std::size_t x = 0, y = 0;
    bool wasSame = false;
    for (const Stretch &stretch : diff.stretches) {
        const bool isPlaced = stretch.beforeAt == x && stretch.afterAt == y;
        const bool takesTurns = x + y == 0 || stretch.isSame != wasSame;
        if (!isPlaced || !takesTurns || stretch.before + stretch.after == 0)
            return false;
        for (std::size_t i = 0; stretch.isSame && i < stretch.before; ++i)
            if (before[x + i] != after[y + i])
                return false;
        x += stretch.before;
        y += stretch.after;
        wasSame = stretch.isSame;
    }
    return x == before.size() && y == after.size();
}

} // namespace

class TstLineDiff : public QObject
{
    Q_OBJECT
private slots:
    void textsAreComparedLineByLine_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("diff");
        QTest::newRow("both empty") << ""
                                    << ""
                                    << "";
        QTest::newRow("same") << "a\nb\n"
                              << "a\nb\n"
                              << "=2";
        QTest::newRow("new") << ""
                             << "a\nb\n"
                             << "-0+2";
        QTest::newRow("gone") << "a\nb\n"
                              << ""
                              << "-2+0";
        QTest::newRow("changed") << "a\nb\nc\n"
                                 << "a\nB\nc\n"
                                 << "=1 -1+1 =1";
        QTest::newRow("added in between") << "a\nc\n"
                                          << "a\nb\nc\n"
                                          << "=1 -0+1 =1";
        QTest::newRow("removed at the end") << "a\nb"
                                            << "a"
                                            << "=1 -1+0";
        QTest::newRow("everything") << "a\nb\n"
                                    << "x\ny\nz\n"
                                    << "-2+3";
        QTest::newRow("Myers' own") << "a\nb\nc\na\nb\nb\na"
                                    << "c\nb\na\nb\na\nc"
                                    << "";
        QTest::newRow("a blank line") << "a\n\nb"
                                      << "a\nb"
                                      << "=1 -1+0 =1";
    }
    void textsAreComparedLineByLine()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QFETCH(QString, diff);
        const std::string left = before.toStdString(), right = after.toStdString();
        const Pieces a = linesOf(left), b = linesOf(right);
        const PieceDiff found = diffOf(a, b);
        QVERIFY(holds(found, a, b));
        QVERIFY(!found.isCoarse);
        QCOMPARE(found.removed() + found.added(), shortest(a, b));
        if (!diff.isEmpty())
            QCOMPARE(shown(found), diff);
    }

    void everyDifferenceIsTrueAndShortest()
    {
        const auto seed = batuta::test::seed();
        std::mt19937 random(seed);
        const std::vector<std::string> letters{"a", "b", "c", "d", "e"};
        const auto some = [&](std::size_t most, std::size_t kinds) {
            Pieces pieces(random() % (most + 1));
            for (std::string_view &piece : pieces)
                piece = letters[random() % kinds];
            return pieces;
        };
        for (int i = 0; i < 20'000; ++i) {
            const std::size_t kinds = 1 + random() % letters.size();
            const Pieces before = some(24, kinds), after = some(24, kinds);
            const PieceDiff diff = diffOf(before, after);
            const bool isRight =
                holds(diff, before, after) && diff.removed() + diff.added() == shortest(before, after);
            QVERIFY2(isRight, qPrintable(QString("seed %1, round %2").arg(seed).arg(i)));
        }
    }

    void textsThatHaveNothingInCommonAreComparedCoarselyAndSaySo()
    {
        std::string left, right;
        for (int i = 0; i < 60'000; ++i) {
            left += "left " + std::to_string(i) + "\n";
            right += "right " + std::to_string(i) + "\n";
        }
        left = "head\n" + left + "tail\n";
        right = "head\n" + right + "tail\n";
        QElapsedTimer timer;
        timer.start();
        const Pieces a = linesOf(left), b = linesOf(right);
        const PieceDiff diff = diffOf(a, b);
        qInfo("120,000 lines that differ: %lld ms", timer.elapsed());
        QVERIFY(diff.isCoarse);
        QVERIFY(holds(diff, a, b));
        QCOMPARE(shown(diff), "=1 -60000+60000 =1");
    }

    void aFewChangesInALargeTextAreFoundExactly()
    {
        std::string left, right;
        for (int i = 0; i < 100'000; ++i) {
            const std::string line = "line " + std::to_string(i % 997) + "\n";
            left += line;
            right += i % 1'000 == 500 ? "changed\n" : line;
        }
        QElapsedTimer timer;
        timer.start();
        const PieceDiff diff = diffOf(linesOf(left), linesOf(right));
        qInfo("100 changes in 100,000 lines: %lld ms", timer.elapsed());
        QVERIFY(!diff.isCoarse);
        QCOMPARE(diff.differences(), std::size_t(100));
        QCOMPARE(diff.removed(), std::size_t(100));
    }

    void linesAreCutIntoWords_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QStringList>("words");
        QTest::newRow("yaml") << "  timeout: 60s" << QStringList{"  ", "timeout", ":", " ", "60s"};
        QTest::newRow("signs") << "${{a.b}}" << QStringList{"$", "{", "{", "a", ".", "b", "}", "}"};
        QTest::newRow("accents") << "ação x" << QStringList{"ação", " ", "x"};
        QTest::newRow("nothing") << "" << QStringList{};
    }
    void linesAreCutIntoWords()
    {
        QFETCH(QString, line);
        QFETCH(QStringList, words);
        const std::string text = line.toStdString();
        QStringList found;
        for (const std::string_view word : wordsOf(text))
            found << QString::fromUtf8(word.data(), static_cast<qsizetype>(word.size()));
        QCOMPARE(found, words);
    }
};

QTEST_APPLESS_MAIN(TstLineDiff)
#include "tst_line_diff.moc"
