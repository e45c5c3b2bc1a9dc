// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/host/house.h"
#include "tests/support/verify.h"

#include <QTest>

#include <optional>

using namespace batuta;

namespace {

using Lines = Result<std::vector<client::LogLineRecord>>;

constexpr auto kId = "9b1f6e0c-4d27-4a8e-b1c3-52f07ad9e816";

/// What the engine answers, once its loop has brought it.
Lines ask(tests::House &house, client::LogQuery query)
{
    std::optional<Lines> answer;
    house.engine->logLines(std::move(query), [&](Lines lines) { answer = std::move(lines); });
    if (!house.until([&] { return answer.has_value(); }))
        return Error{ErrorCode::Internal, "no answer", {}, {}, {}};
    return std::move(*answer);
}

std::string lineOf(const std::string &step, const std::string &event)
{
    return R"({"severity":"WARNING","timestamp":"2026-11-21T14:21:07.000001Z","logger":"step_executor","event":")" +
           event + R"(","message":"m","execution_id":")" + kId + R"(","step_name":")" + step + "\"}\n";
}

} // namespace

class TstLogLines : public QObject
{
    Q_OBJECT

private slots:
    void withoutALogFileItSaysSo();
    void findsTheLinesOfAStep();
    void anUnknownExecutionHasNoLines();
    void aQuestionOnTheWayOutlivesNoEngine();
};

void TstLogLines::withoutALogFileItSaysSo()
{
    net::Loop loop;
    tests::House house(loop);
    house.open();
    BATUTA_VERIFY_ERROR(ask(house, {kId, "", 10}), ErrorCode::FileUnreadable);
}

void TstLogLines::findsTheLinesOfAStep()
{
    net::Loop loop;
    tests::House house(loop);
    house.file("engine.log", lineOf("a", "first") + lineOf("b", "other") + lineOf("a", "second"));
    host::EngineOptions options;
    options.logFile = house.folder() + "/engine.log";
    house.open(options);
    const Lines lines = ask(house, {kId, "a", 10});
    BATUTA_VERIFY_OK(lines);
    QCOMPARE(lines->size(), std::size_t(2));
    QCOMPARE(test::shown(lines->at(0).event), "first");
    QCOMPARE(test::shown(lines->at(1).event), "second");
    QCOMPARE(test::shown(lines->at(1).level), "WARNING");
    const Lines all = ask(house, {kId, "", 10});
    BATUTA_VERIFY_OK(all);
    QCOMPARE(all->size(), std::size_t(3));
}

void TstLogLines::anUnknownExecutionHasNoLines()
{
    net::Loop loop;
    tests::House house(loop);
    house.file("engine.log", lineOf("a", "first"));
    host::EngineOptions options;
    options.logFile = house.folder() + "/engine.log";
    house.open(options);
    const Lines lines = ask(house, {"00000000-0000-4000-8000-000000000000", "", 10});
    BATUTA_VERIFY_OK(lines);
    QVERIFY(lines->empty());
}

void TstLogLines::aQuestionOnTheWayOutlivesNoEngine()
{
    net::Loop loop;
    tests::House house(loop);
    house.file("engine.log", lineOf("a", "first"));
    host::EngineOptions options;
    options.logFile = house.folder() + "/engine.log";
    house.open(options);
    bool answered = false;
    house.engine->logLines({kId, "", 10}, [&](const Lines &) { answered = true; });
    house.close();
    bool passed = false;
    loop.post([&] { passed = true; });
    QVERIFY(house.until([&] { return passed; }));
    QVERIFY(!answered);
}

QTEST_GUILESS_MAIN(TstLogLines)
#include "tst_log_lines.moc"
