// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/edit/text_edit.h"

#include <QTest>

#include <random>

using namespace batuta::edit;

class TestTextEdit : public QObject
{
    Q_OBJECT

private slots:
    void applies();
    void theInverseLeadsBack();
    void differenceIsTheSmallest_data();
    void differenceIsTheSmallest();
    void differenceCutsNoCharacter();
    void placesCountFromOne();
};

void TestTextEdit::applies()
{
    QCOMPARE(applied("abcdef", {{{0, 0}, ">"}, {{1, 3}, "X"}, {{6, 6}, "<"}}), std::string(">aXdef<"));
    QCOMPARE(applied("abc", {}), std::string("abc"));
    QCOMPARE(applied("abc", {{{1, 1}, "1"}, {{1, 1}, "2"}, {{1, 2}, ""}}), std::string("a12c"));
}

void TestTextEdit::theInverseLeadsBack()
{
    std::mt19937 random(7);
    for (int round = 0; round < 500; ++round) {
        std::string text(random() % 60, 'a');
        for (char &c : text)
            c = static_cast<char>('a' + random() % 26);
        TextEdits edits;
        std::size_t at = 0;
        while (at <= text.size() && edits.size() < 6) {
            const std::size_t from = at + random() % 10;
            const std::size_t to = from + random() % 5;
            if (to > text.size())
                break;
            edits.push_back({{from, to}, std::string(random() % 6, 'X')});
            at = to;
        }
        const std::string after = applied(text, edits);
        QCOMPARE(applied(after, inverseOf(text, edits)), text);
    }
}

void TestTextEdit::differenceIsTheSmallest_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::addColumn<QString>("text");
    QTest::newRow("middle") << "a: 1\nb: 2\n"
                            << "a: 1\nb: 3\n"
                            << 8 << 9 << "3";
    QTest::newRow("added") << "aa"
                           << "aaa" << 2 << 2 << "a";
    QTest::newRow("removed") << "aaa"
                             << "aa" << 2 << 3 << "";
    QTest::newRow("all") << "x"
                         << "y" << 0 << 1 << "y";
}

void TestTextEdit::differenceIsTheSmallest()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    QFETCH(int, from);
    QFETCH(int, to);
    QFETCH(QString, text);
    const TextEdits edits = difference(before.toStdString(), after.toStdString());
    QCOMPARE(edits.size(), 1U);
    QCOMPARE(static_cast<int>(edits[0].range.from), from);
    QCOMPARE(static_cast<int>(edits[0].range.to), to);
    QCOMPARE(QString::fromStdString(edits[0].text), text);
    QVERIFY(difference("same", "same").empty());
}

void TestTextEdit::differenceCutsNoCharacter()
{
    // é is C3 A9, è is C3 A8, and ã is C3 A3: the first byte is the same.
    const TextEdits edits = difference("caf\xC3\xA9", "caf\xC3\xA8");
    QCOMPARE(edits, (TextEdits{{{3, 5}, "\xC3\xA8"}}));
    // ĩ (C4 A9) and é (C3 A9): the last byte is the same.
    QCOMPARE(difference("x\xC4\xA9y", "x\xC3\xA9y"), (TextEdits{{{1, 3}, "\xC3\xA9"}}));
}

void TestTextEdit::placesCountFromOne()
{
    const auto place = [](std::string_view text, std::size_t at) {
        const LineColumn found = lineColumn(text, at);
        return std::pair(found.line, found.column);
    };
    QCOMPARE(place("", 0), std::pair(1, 1));
    QCOMPARE(place("ab\ncd", 0), std::pair(1, 1));
    QCOMPARE(place("ab\ncd", 2), std::pair(1, 3));
    QCOMPARE(place("ab\ncd", 3), std::pair(2, 1));
    QCOMPARE(place("ab\ncd", 99), std::pair(2, 3));
}

QTEST_APPLESS_MAIN(TestTextEdit)
#include "tst_text_edit.moc"
