// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/fleet/http_head.h"
#include "tests/support/verify.h"

using namespace batuta::fleet;
using batuta::test::shown;

/// What the ingress takes for HTTP, and where it sees the end of a body.
class TstFleetHttpHead : public QObject
{
    Q_OBJECT

private slots:
    void readsRequests_data();
    void readsRequests();
    void readsAnswers_data();
    void readsAnswers();
    void followsBodies_data();
    void followsBodies();
};

void TstFleetHttpHead::readsRequests_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<int>("problem");
    QTest::addColumn<int>("framing");
    QTest::addColumn<bool>("keepAlive");
    const auto row = [](const char *name, const char *head, int problem, Framing framing = Framing::None,
                        bool keepAlive = true) {
        QTest::newRow(name) << QByteArray(head) + "\r\n\r\n"
                            << problem << static_cast<int>(framing) << keepAlive;
    };
    row("plain", "GET / HTTP/1.1\r\nHost: a", 0);
    row("close", "GET / HTTP/1.1\r\nHost: a\r\nConnection: x, Close", 0, Framing::None, false);
    row("1.0", "GET / HTTP/1.0", 0, Framing::None, false);
    row("1.0 stays", "GET / HTTP/1.0\r\nConnection: keep-alive", 0);
    row("length", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 12", 0, Framing::Length);
    row("no body", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0", 0);
    row("chunks", "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked", 0, Framing::Chunked);
    row("both", "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 3", 400);
    row("two lengths", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 3", 400);
    row("length of letters", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3x", 400);
    row("signed length", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: +3", 400);
    row("other coding", "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked", 501);
    row("chunks in 1.0", "POST / HTTP/1.0\r\nTransfer-Encoding: chunked", 400);
    row("no host", "GET / HTTP/1.1", 400);
    row("two hosts", "GET / HTTP/1.1\r\nHost: a\r\nHost: b", 400);
    row("folded", "GET / HTTP/1.1\r\nHost: a\r\n b", 400);
    row("blank before colon", "GET / HTTP/1.1\r\nHost : a", 400);
    row("bare line feed", "GET / HTTP/1.1\r\nHost: a\nX: b", 400);
    row("blank in the target", "GET /a b HTTP/1.1\r\nHost: a", 400);
    row("http 2", "GET / HTTP/2.0\r\nHost: a", 505);
    row("no http", "HELO", 400);
}

void TstFleetHttpHead::readsRequests()
{
    QFETCH(QByteArray, head);
    const std::string bytes = head.toStdString();
    QCOMPARE(headEnd(bytes), bytes.size());
    MessageHead message;
    const int problem = readRequestHead(bytes, message);
    QTEST(problem, "problem");
    if (problem != 0)
        return;
    QTEST(static_cast<int>(message.framing), "framing");
    QTEST(message.keepAlive, "keepAlive");
}

void TstFleetHttpHead::readsAnswers_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<bool>("toHead");
    QTest::addColumn<bool>("readable");
    QTest::addColumn<int>("framing");
    const auto row = [](const char *name, const char *head, Framing framing, bool toHead = false,
                        bool readable = true) {
        QTest::newRow(name) << QByteArray(head) + "\r\n\r\n"
                            << toHead << readable << static_cast<int>(framing);
    };
    row("length", "HTTP/1.1 200 OK\r\nContent-Length: 3", Framing::Length);
    row("empty", "HTTP/1.1 200 OK\r\nContent-Length: 0", Framing::None);
    row("until close", "HTTP/1.1 200 OK", Framing::UntilClose);
    row("chunks", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked", Framing::Chunked);
    row("no content", "HTTP/1.1 204 No Content", Framing::None);
    row("to HEAD", "HTTP/1.1 200 OK\r\nContent-Length: 3", Framing::None, true);
    row("without a reason", "HTTP/1.1 200", Framing::UntilClose);
    row("no status", "HTTP/1.1 abc OK", Framing::None, false, false);
    row("not http", "SSH-2.0-OpenSSH", Framing::None, false, false);
}

void TstFleetHttpHead::readsAnswers()
{
    QFETCH(QByteArray, head);
    QFETCH(bool, toHead);
    MessageHead message;
    const bool readable = readResponseHead(head.toStdString(), toHead, message);
    QTEST(readable, "readable");
    if (readable)
        QTEST(static_cast<int>(message.framing), "framing");
}

void TstFleetHttpHead::followsBodies_data()
{
    QTest::addColumn<int>("framing");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("used");
    QTest::addColumn<QString>("end"); // done, open, broken
    QTest::addColumn<QString>("payload");
    const int length = static_cast<int>(Framing::Length);
    const int chunked = static_cast<int>(Framing::Chunked);
    QTest::newRow("length") << length << QByteArray("hellomore") << 5 << "done"
                            << "hello";
    QTest::newRow("part of a length") << length << QByteArray("hel") << 3 << "open"
                                      << "hel";
    QTest::newRow("chunks") << chunked << QByteArray("3\r\nabc\r\nA;x=1\r\n0123456789\r\n0\r\n\r\nGET") << 32
                            << "done"
                            << "abc0123456789";
    QTest::newRow("trailers") << chunked << QByteArray("1\r\na\r\n0\r\nX: y\r\n\r\n") << 17 << "done"
                              << "a";
    QTest::newRow("no size") << chunked << QByteArray("\r\nabc") << 2 << "broken"
                             << "";
    QTest::newRow("size of letters") << chunked << QByteArray("xyz\r\n") << 1 << "broken"
                                     << "";
    QTest::newRow("longer than said") << chunked << QByteArray("1\r\nab\r\n") << 5 << "broken"
                                      << "a";
    QTest::newRow("huge") << chunked << QByteArray("ffffffffffff\r\n") << 11 << "broken"
                          << "";
    QTest::newRow("bare line feed") << chunked << QByteArray("1\na\r\n") << 2 << "broken"
                                    << "";
}

void TstFleetHttpHead::followsBodies()
{
    QFETCH(int, framing);
    QFETCH(QByteArray, bytes);
    const std::string text = bytes.toStdString();
    // Whole, and byte by byte: where a read ends must make no difference.
    for (const std::size_t step : {text.size(), std::size_t{1}}) {
        BodyTrack track;
        track.begin(static_cast<Framing>(framing), 5);
        std::string payload;
        std::size_t used = 0;
        while (used < text.size()) {
            const std::size_t count = track.take(std::string_view(text).substr(used, step), &payload);
            used += count;
            if (count == 0 || track.isDone() || track.isBroken())
                break;
        }
        QTEST(static_cast<int>(used), "used");
        QTEST(QString(track.isDone() ? "done" : track.isBroken() ? "broken" : "open"), "end");
        QTEST(shown(payload), "payload");
        QCOMPARE(track.payload(), payload.size());
    }
}

QTEST_APPLESS_MAIN(TstFleetHttpHead)
#include "tst_fleet_http_head.moc"
