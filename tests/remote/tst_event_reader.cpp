// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/remote/backoff.h"
#include "views/remote/event_reader.h"

#include <QTest>

using batuta::views::Backoff;
using batuta::views::EventReader;

/// `text/event-stream`, in pieces of any size, and the pauses between two connections.
class TestEventReader : public QObject
{
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
    void whatIsNotEndedIsNotTold();
    void theLastIdOutlivesAConnection();
    void aMessageThatIsTooLongIsRefused();
    void pausesGrowAreNeverTheSameAndEnd();

private:
    static QStringList read(EventReader &reader, const QByteArray &text, qsizetype piece);
};

QStringList TestEventReader::read(EventReader &reader, const QByteArray &text, qsizetype piece)
{
    QStringList told;
    for (qsizetype at = 0; at < text.size(); at += piece)
        if (!reader.feed(text.mid(at, piece), [&](const EventReader::Message &message) {
                told << QString("%1|%2|%3").arg(message.id, message.kind, message.data);
            }))
            told << "too long";
    return told;
}

void TestEventReader::reads_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("messages");
    QTest::newRow("one") << QByteArray("id: 1\nevent: a\ndata: x\n\n") << QStringList{"1|a|x"};
    QTest::newRow("two") << QByteArray("id: 1\nevent: a\ndata: x\n\nid: 2\nevent: b\ndata: y\n\n")
                         << QStringList{"1|a|x", "2|b|y"};
    QTest::newRow("carriage returns")
        << QByteArray("id: 1\r\nevent: a\r\ndata: x\r\n\r\n") << QStringList{"1|a|x"};
    QTest::newRow("lines of data") << QByteArray("data: x\ndata\ndata: y\n\n") << QStringList{"||x\n\ny"};
    QTest::newRow("no space") << QByteArray("id:1\nevent:a\ndata:x\n\n") << QStringList{"1|a|x"};
    QTest::newRow("only one space goes") << QByteArray("data:  x\n\n") << QStringList{"|| x"};
    QTest::newRow("comments") << QByteArray(": alive\n\n: alive\n\ndata: x\n\n") << QStringList{"||x"};
    QTest::newRow("no data") << QByteArray("id: 1\nevent: a\n\ndata: x\n\n") << QStringList{"1||x"};
    QTest::newRow("unknown fields") << QByteArray("retry: 5\nhello\ndata: x\n\n") << QStringList{"||x"};
    QTest::newRow("the id stays") << QByteArray("id: 1\ndata: x\n\ndata: y\n\n")
                                  << QStringList{"1||x", "1||y"};
    QTest::newRow("colons") << QByteArray("data: {\"a\":\"b: c\"}\n\n") << QStringList{"||{\"a\":\"b: c\"}"};
}

void TestEventReader::reads()
{
    QFETCH(QByteArray, text);
    QFETCH(QStringList, messages);
    for (const qsizetype piece : {qsizetype(1), qsizetype(2), qsizetype(7), text.size()}) {
        EventReader reader;
        QCOMPARE(read(reader, text, piece), messages);
    }
}

void TestEventReader::whatIsNotEndedIsNotTold()
{
    EventReader reader;
    QCOMPARE(read(reader, "id: 7\nevent: a\ndata: x\n", 100), QStringList());
    QVERIFY(reader.lastId().isEmpty()); // it must come again
    reader.restart();
    QCOMPARE(read(reader, "data: y\n\n", 100), QStringList{"||y"});
}

void TestEventReader::theLastIdOutlivesAConnection()
{
    EventReader reader;
    read(reader, "id: a-4\ndata: x\n\nid: a-5\ndata: half", 100);
    QCOMPARE(reader.lastId(), QByteArray("a-4"));
    reader.restart();
    QCOMPARE(reader.lastId(), QByteArray("a-4"));
    QCOMPARE(read(reader, "data: z\n\n", 100), QStringList{"a-4||z"});
}

void TestEventReader::aMessageThatIsTooLongIsRefused()
{
    for (const QByteArray &text : {QByteArray(200, 'x'), "data: " + QByteArray(120, 'x'),
                                   QByteArray("data: 0123456789012345\n").repeated(8)}) {
        EventReader reader(100);
        QVERIFY2(read(reader, text, 10).contains("too long"), text);
    }
}

void TestEventReader::pausesGrowAreNeverTheSameAndEnd()
{
    using namespace std::chrono_literals;
    QSet<qint64> first;
    for (int i = 0; i < 50; ++i) {
        Backoff backoff(500ms, 15s);
        auto most = 500ms;
        for (int failure = 0; failure < 40; ++failure) {
            const auto wait = backoff.next();
            QVERIFY(wait >= most / 2 && wait <= most);
            if (failure == 0)
                first.insert(wait.count());
            most = std::min<std::chrono::milliseconds>(most * 2, 15s);
        }
        backoff.succeeded();
        QVERIFY(backoff.next() <= 500ms);
    }
    QVERIFY(first.size() > 5);
}

QTEST_GUILESS_MAIN(TestEventReader)
#include "tst_event_reader.moc"
