// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/editor/versions/diff_view.h"
#include "views/theme/theme.h"

#include <QClipboard>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace batuta::views;

namespace {

/// `1=1 2~2 3-. .+3`: numbers of both sides, and how they stand.
QString shown(const DiffRows &rows)
{
    QStringList all;
    for (const DiffRow &row : rows.rows) {
        const auto number = [](const DiffLine &line) {
            return line.number > 0 ? QString::number(line.number) : QString(".");
        };
        const char *sign = row.isSame               ? "="
                           : row.before.number == 0 ? "+"
                           : row.after.number == 0  ? "-"
                                                    : "~";
        all << number(row.before) + sign + number(row.after);
    }
    return all.join(' ');
}

QString marked(const DiffLine &line)
{
    QStringList all;
    for (const DiffSpan &span : line.spans)
        all << line.text.mid(span.from, span.size);
    return all.join('|');
}

std::string lines(int count, int changed)
{
    std::string text;
    for (int i = 0; i < count; ++i)
        text += (i % 100 == changed ? "  changed: " : "  line: ") + std::to_string(i) + "\n";
    return text;
}

} // namespace

class TestDiffView : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { m_theme.install(); }

    void linesStandSideBySide_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("rows");
        QTest::newRow("nothing") << ""
                                 << ""
                                 << "";
        QTest::newRow("same") << "a\nb"
                              << "a\nb"
                              << "1=1 2=2";
        QTest::newRow("added") << "a\nc"
                               << "a\nb\nc"
                               << "1=1 .+2 2=3";
        QTest::newRow("removed") << "a\nb\nc"
                                 << "a\nc"
                                 << "1=1 2-. 3=2";
        QTest::newRow("changed, and one more") << "a\nb\nc"
                                               << "a\nx\ny\nc"
                                               << "1=1 2~2 .+3 3=4";
    }
    void linesStandSideBySide()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QFETCH(QString, rows);
        QCOMPARE(shown(diffRows(before.toStdString(), after.toStdString())), rows);
    }

    void theWordsThatDifferAreMarked_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("gone");
        QTest::addColumn<QString>("come");
        QTest::newRow("a value") << "  timeout: 60s"
                                 << "  timeout: 90s"
                                 << "60s"
                                 << "90s";
        QTest::newRow("accents") << "título: ação já"
                                 << "título: nação já"
                                 << "ação"
                                 << "nação";
        QTest::newRow("one more") << "needs: [a]"
                                  << "needs: [a, b]"
                                  << ""
                                  << ", b";
        QTest::newRow("another line altogether") << "http: {url: x}"
                                                 << "- jq"
                                                 << ""
                                                 << "";
    }
    void theWordsThatDifferAreMarked()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        const DiffRows rows = diffRows(before.toStdString(), after.toStdString());
        QCOMPARE(rows.rows.size(), std::size_t(1));
        QTEST(marked(rows.rows.front().before), "gone");
        QTEST(QString(marked(rows.rows.front().after)).remove("||"), "come");
    }

    void nAndShiftNGoFromDifferenceToDifference()
    {
        DiffView view;
        view.resize(900, 400);
        view.setSides("v1", "v2");
        view.show();
        view.setRows(diffRows(lines(500, -1), lines(500, 50)));
        QCOMPARE(view.rows().differences.size(), std::size_t(5));
        QCOMPARE(view.present(), 0);
        const int first = view.verticalScrollBar()->value();
        QVERIFY(first > 0);
        QTest::keyClick(&view, Qt::Key_N);
        QCOMPARE(view.present(), 1);
        QVERIFY(view.verticalScrollBar()->value() > first);
        QVERIFY(view.accessibleDescription().contains("Difference 2 of 5"));
        QVERIFY(view.accessibleDescription().contains("changed: 150"));
        QTest::keyClick(&view, Qt::Key_N, Qt::ShiftModifier);
        QTest::keyClick(&view, Qt::Key_N, Qt::ShiftModifier);
        QCOMPARE(view.present(), 4); // around the end
        QTest::keyClick(&view, Qt::Key_F3);
        QCOMPARE(view.present(), 0);
        QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), "-  line: 50\n+  changed: 50\n");
        view.setRows(diffRows("a", "a"));
        QCOMPARE(view.present(), -1);
        QTest::keyClick(&view, Qt::Key_N);
        QCOMPARE(view.present(), -1);
    }

    void aLargeFileIsShownAtOnce()
    {
        DiffView view;
        view.resize(1200, 800);
        view.show();
        const DiffRows rows = diffRows(lines(200'000, -1), lines(200'000, 50));
        QElapsedTimer timer;
        timer.start();
        view.setRows(rows);
        view.grab();
        qInfo("200,000 lines shown in %lld ms", timer.elapsed());
        timer.restart();
        for (int i = 0; i < 20; ++i) {
            view.next();
            view.grab();
        }
        qInfo("a difference further: %.1f ms", double(timer.elapsed()) / 20);
    }

private:
    Theme m_theme;
};

QTEST_MAIN(TestDiffView)
#include "tst_diff_view.moc"
