// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/base/clock.h"
#include "engine/logs/field.h"
#include "engine/logs/line_head.h"
#include "engine/logs/members.h"
#include "engine/logs/needle.h"
#include "tests/support/seed.h"
#include "tests/support/verify.h"

using namespace batuta;
using namespace batuta::logs;

/// Lines of many programs: when, how bad, and what their fields are.
class TestLineHead : public QObject
{
    Q_OBJECT

private slots:
    void aLineSaysWhenAndHowBad_data();
    void aLineSaysWhenAndHowBad();
    void aFieldIsFound_data();
    void aFieldIsFound();
    void aTornLineStillHasItsFields();
    void theNeedleIsWhereItIs();
};

void TestLineHead::aLineSaysWhenAndHowBad_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("time");
    QTest::addColumn<QString>("severity");
    const auto row = [](const char *name, const char *line, const char *time, const char *severity) {
        QTest::newRow(name) << line << time << severity;
    };
    const char *noon = "2026-11-21T12:00:00.500000Z";
    row("ours", R"({"severity":"WARNING","timestamp":"2026-11-21T12:00:00.500000Z","event":"x"})", noon,
        "WARN");
    row("a zone", R"({"time":"2026-11-21T09:00:00.5-03:00","level":"error"})", noon, "ERROR");
    row("seconds", R"({"ts":1795262400.5,"level":"info"})", noon, "INFO");
    row("milliseconds", R"({"time":1795262400500,"level":50})", noon, "ERROR");
    row("behind a nested one", R"({"http":{"time":1,"level":"x"},"t":1795262400500,"lvl":"D"})", noon,
        "DEBUG");
    row("python", "2026-11-21 12:00:00,500 ERROR root: failed", noon, "ERROR");
    row("bracketed", "[2026-11-21T12:00:00.5Z] [warn] no error here", noon, "WARN");
    row("go", "2026/11/21 12:00:00.5 hello", noon, "");
    row("logfmt", "ts=2026-11-21T12:00:00.5Z level=error msg=x", noon, "ERROR");
    row("access log", R"(10.0.0.1 - - [21/Nov/2026:14:00:00 +0200] "GET / HTTP/1.1" 200)",
        "2026-11-21T12:00:00.000000Z", "");
    row("syslog", "Nov  1 12:00:00 host app[1]: started", "2026-11-01T12:00:00.000000Z", "");
    row("a word that is none", "no error found", "", "");
    row("a wrong date", "2026-13-41 12:00:00 INFO x", "", "INFO");
    row("torn", R"({"severity":"ERROR","timestamp":"2026-11-21T12:00:00.5Z","mess)", noon, "ERROR");
    row("empty", "", "", "");
    row("an object alone", "{", "", "");
    row("binary", "\x01\xff\xfe\x7f{\"", "", "");
}

void TestLineHead::aLineSaysWhenAndHowBad()
{
    QFETCH(QString, line);
    QFETCH(QString, time);
    QFETCH(QString, severity);
    const LineHead head = HeadReader(2026).read(line.toStdString());
    QCOMPARE(head.time == kNoTime ? QString()
                                  : test::shown(isoTime(WallTime(std::chrono::microseconds(head.time)))),
             time);
    QCOMPARE(test::shown(severityName(head.severity)), severity);
}

void TestLineHead::aFieldIsFound_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    const QString json =
        R"({"message":"a \"status\":1 \u00e9","status":503,"http":{"status":200,"path":"/x"},"no":null,"last":"z"})";
    QTest::newRow("not within a string") << json << "status"
                                         << "503";
    QTest::newRow("nested") << json << "http.status"
                            << "200";
    QTest::newRow("behind a nested one") << json << "last"
                                         << "z";
    QTest::newRow("escapes") << json << "message"
                             << "a \"status\":1 é";
    QTest::newRow("null") << json << "no"
                          << "null";
    QTest::newRow("missing") << json << "path" << QString();
    QTest::newRow("the message under another name") << R"({"event":"e","msg":"m"})"
                                                    << "message"
                                                    << "m";
    QTest::newRow("logfmt") << "level=info status=503, msg=\"two words\""
                            << "status"
                            << "503";
    QTest::newRow("logfmt quoted") << "level=info status=503 msg=\"two words\""
                                   << "msg"
                                   << "two words";
    QTest::newRow("part of a name") << "xstatus=1"
                                    << "status" << QString();
    QTest::newRow("text is its message") << "plain text"
                                         << "message"
                                         << "plain text";
    QTest::newRow("a dotted name") << R"({"log.level":"warn"})"
                                   << "log.level"
                                   << "warn";
}

void TestLineHead::aFieldIsFound()
{
    QFETCH(QString, line);
    QFETCH(QString, field);
    QFETCH(QString, value);
    std::string scratch;
    const std::string bytes = line.toStdString();
    const auto found = Field(field.toStdString()).text(bytes, scratch);
    QCOMPARE(found.has_value(), !value.isNull());
    QCOMPARE(test::shown(found.value_or("")), value.isNull() ? QString("") : value);
}

void TestLineHead::aTornLineStillHasItsFields()
{
    const std::string whole = R"({"a":"one \\\" two","b":{"c":[1,"}"]},"d":12})";
    for (std::size_t cut = 0; cut <= whole.size(); ++cut) {
        const std::string torn = whole.substr(0, cut);
        Members members(torn);
        RawMember member;
        int count = 0;
        while (members.next(member))
            ++count;
        QCOMPARE(members.isWhole(), cut == whole.size());
        QVERIFY(count <= 3);
        QVERIFY(cut < 19 || count >= 1);
    }
}

void TestLineHead::theNeedleIsWhereItIs()
{
    std::mt19937 random(test::seed());
    for (int i = 0; i < 3000; ++i) {
        std::string text(random() % 200, ' ');
        for (char &byte : text)
            byte = "abAB\"_"[random() % 6];
        std::string part(random() % 5, ' ');
        for (char &byte : part)
            byte = "abAB\"_"[random() % 6];
        const std::size_t from = random() % (text.size() + 1);
        QCOMPARE(Needle(part).find(text, from), text.find(part, from));
        const QString folded = QString::fromStdString(text).toLower();
        const auto at = folded.indexOf(QString::fromStdString(part).toLower(), static_cast<qsizetype>(from));
        QCOMPARE(Needle(part, true).find(text, from), at < 0 ? Needle::npos : static_cast<std::size_t>(at));
    }
}

QTEST_GUILESS_MAIN(TestLineHead)
#include "tst_line_head.moc"
