// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/base/text.h"
#include "tests/support/verify.h"

#include <QTemporaryDir>

using namespace batuta;
using test::shown;

class TestText : public QObject
{
    Q_OBJECT

private slots:
    void trimsBlanksOfBothEnds();
    void splitsAndJoinsBack();
    void comparesLettersOfAsciiOnly();
    void findsTheNearestWord_data();
    void findsTheNearestWord();
    void countsColumnsInCharacters_data();
    void countsColumnsInCharacters();
    void tellsValidUtf8_data();
    void tellsValidUtf8();
    void readsAWholeFile();
    void refusesAFileAboveTheLimit();
    void refusesWhatIsNotAFile();
};

void TestText::trimsBlanksOfBothEnds()
{
    QCOMPARE(shown(trimmed("  a b\t\r\n")), QString("a b"));
    QCOMPARE(shown(trimmed(" \t\n")), QString());
    QCOMPARE(shown(trimmed("")), QString());
}

void TestText::splitsAndJoinsBack()
{
    const auto parts = split(",a,,b,", ',');
    QCOMPARE(parts.size(), std::size_t{5});
    QCOMPARE(shown(parts[1]), QString("a"));
    QCOMPARE(shown(join({parts.begin(), parts.end()}, ",")), QString(",a,,b,"));
    QCOMPARE(split("", ',').size(), std::size_t{1});
    QCOMPARE(shown(join({}, ", ")), QString());
    QCOMPARE(shown(join({"", "x"}, ", ")), QString(", x"));
}

void TestText::comparesLettersOfAsciiOnly()
{
    QVERIFY(equalIgnoringCase("Steps", "sTEPS"));
    QVERIFY(!equalIgnoringCase("step", "steps"));
    QVERIFY(!equalIgnoringCase("@", "`"));
    QCOMPARE(shown(lowered("ÁB-C")), QString("Áb-c"));
}

void TestText::findsTheNearestWord_data()
{
    QTest::addColumn<QByteArray>("word");
    QTest::addColumn<QString>("found");
    QTest::newRow("exact") << QByteArray("timeout") << "timeout";
    QTest::newRow("one letter off") << QByteArray("timout") << "timeout";
    QTest::newRow("other case") << QByteArray("RETRY") << "retry";
    QTest::newRow("two letters swapped") << QByteArray("retyr") << "retry";
    QTest::newRow("nothing like it") << QByteArray("webhook") << "";
    QTest::newRow("empty") << QByteArray("") << "";
}

void TestText::findsTheNearestWord()
{
    QFETCH(QByteArray, word);
    QTEST(shown(nearest(word.toStdString(), {"needs", "timeout", "retry"})), "found");
}

void TestText::countsColumnsInCharacters_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("offset");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::newRow("start") << QByteArray("abc") << 0 << 1 << 1;
    QTest::newRow("second line") << QByteArray("a\nbc") << 3 << 2 << 2;
    QTest::newRow("after two-byte letter") << QByteArray("é=x") << 2 << 1 << 2;
    QTest::newRow("after four-byte letter") << QByteArray("\xF0\x9F\x8E\xBCx") << 4 << 1 << 2;
    QTest::newRow("beyond the end") << QByteArray("ab") << 99 << 1 << 3;
}

void TestText::countsColumnsInCharacters()
{
    QFETCH(QByteArray, text);
    QFETCH(int, offset);
    const auto [line, column] = lineAndColumn(text.toStdString(), static_cast<std::size_t>(offset));
    QTEST(line, "line");
    QTEST(column, "column");
}

void TestText::tellsValidUtf8_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("valid");
    QTest::newRow("empty") << QByteArray() << true;
    QTest::newRow("ascii") << QByteArray("a~") << true;
    QTest::newRow("accents") << QByteArray("coração") << true;
    QTest::newRow("last code point") << QByteArray("\xF4\x8F\xBF\xBF") << true;
    QTest::newRow("beyond the last") << QByteArray("\xF4\x90\x80\x80") << false;
    QTest::newRow("lone continuation") << QByteArray("\x80") << false;
    QTest::newRow("cut short") << QByteArray("a\xC3") << false;
    QTest::newRow("overlong slash") << QByteArray("\xC0\xAF") << false;
    QTest::newRow("overlong three") << QByteArray("\xE0\x80\xAF") << false;
    QTest::newRow("surrogate") << QByteArray("\xED\xA0\x80") << false;
    QTest::newRow("byte 255") << QByteArray("\xFF") << false;
}

void TestText::tellsValidUtf8()
{
    QFETCH(QByteArray, text);
    QTEST(isValidUtf8(text.toStdString()), "valid");
}

void TestText::readsAWholeFile()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath("a.bin"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QByteArray bytes = QByteArray(200'000, 'x') + QByteArray("\0\r\n", 3);
    QCOMPARE(file.write(bytes), bytes.size());
    file.close();
    const Result<std::string> read = readFile(file.fileName().toStdString(), 1U << 20);
    BATUTA_VERIFY_OK(read);
    QCOMPARE(QByteArray::fromStdString(*read), bytes);
}

void TestText::refusesAFileAboveTheLimit()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath("a.txt"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("12345");
    file.close();
    const std::string path = file.fileName().toStdString();
    BATUTA_VERIFY_OK(readFile(path, 5));
    BATUTA_VERIFY_ERROR(readFile(path, 4), ErrorCode::FileTooLarge);
}

void TestText::refusesWhatIsNotAFile()
{
    const QTemporaryDir folder;
    BATUTA_VERIFY_ERROR(readFile(folder.path().toStdString(), 10), ErrorCode::FileUnreadable);
    BATUTA_VERIFY_ERROR(readFile(folder.filePath("none").toStdString(), 10), ErrorCode::FileUnreadable);
}

QTEST_APPLESS_MAIN(TestText)
#include "tst_text.moc"
