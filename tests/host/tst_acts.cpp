// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// What people do to executions: receipts of a cancel, answers, breakpoints, parts of a flow.
#include "tests/host/acting.h"
#include "tests/support/verify.h"

#include "engine/client/receipts.h"
#include "engine/json/json.h"

#include <QTest>

using namespace batuta;
using tests::act;
using tests::begin;
using tests::eventually;
using tests::recordOf;
using tests::resuming;

namespace {

QString receiptsOf(const client::ExecutionRecord &record)
{
    QStringList all;
    const json::Value receipts = client::receiptsOf(record);
    for (const json::Value &receipt : receipts.asArray())
        all << QString::fromStdString(receipt["step"].asString() + "=" + receipt["receipt"].asString());
    return all.join(' ');
}

constexpr const char *kTrip = R"(
steps:
  flight:
    http: {method: POST, url: "${{ env.FLIGHT }}"}
    compensate: {http: {method: POST, url: "${{ env.REFUND }}"}}
  seat: {needs: [flight], http: {method: POST, url: "${{ env.SEAT }}"}}
  price: {needs: [flight], http: {url: "${{ env.PRICE }}"}}
  hotel: {needs: [seat, price], http: {method: POST, url: "${{ env.HOTEL }}"}}
  pause: {needs: [seat, price], wait: {for: 1h}}
  mail: {needs: [hotel], http: {method: POST, url: "${{ env.MAIL }}"}}
)";

void trip(tests::House &house)
{
    for (const char *name : {"FLIGHT", "REFUND", "SEAT", "PRICE", "HOTEL", "MAIL"})
        house.function(name, "/" + QString(name).toLower().toStdString());
    house.functions.hold("/hotel");
    house.flow("trip", kTrip);
}

} // namespace

class TstActs : public QObject
{
    Q_OBJECT
private slots:
    void aCancelTellsWhatItCameTo()
    {
        net::Loop loop;
        tests::House house(loop);
        trip(house);
        house.open(resuming());
        const auto started = begin(house, "trip", json::Object{});
        QVERIFY(house.until([&] { return house.functions.held() == 1; }));
        QCOMPARE(receiptsOf(*recordOf(house, started->id)), QString());
        client::Act cancel = client::cancelOf(started->id, {});
        cancel.data = json::Object{{"compensate", true}};
        cancel.why = "wrong date";
        const auto answer = act(house, cancel);
        BATUTA_VERIFY_OK(answer);
        const auto record = house.end(started->id);
        QCOMPARE(tests::statusesOf(record), "flight=success seat=success price=success hotel=cancelled "
                                            "pause=cancelled mail=not_run flight_undo=success");
        // The seat stays taken; the price was only looked at; of the hotel nobody knows.
        QCOMPARE(receiptsOf(*record), "flight=undone seat=not_undone hotel=given_up pause=stopped");
        QVERIFY(record->error.find("wrong date") != std::string::npos);
    }

    void aFlowWithAnUndoIsShown()
    {
        net::Loop loop;
        tests::House house(loop);
        trip(house);
        house.open(resuming());
        std::vector<client::FlowSummary> flows;
        house.engine->flows([&](auto known) { flows = std::move(*known); });
        QCOMPARE(flows.size(), 1u);
        QStringList steps;
        for (const client::StepPreview &step : flows.front().steps)
            steps << QString::fromStdString(step.step);
        QCOMPARE(steps.join(' '), "flight seat price hotel pause mail");
        client::StartExecution command;
        command.flow = FlowName("trip");
        command.input = json::Object{};
        std::size_t planned = 0;
        house.engine->preview(command, [&](auto preview) { planned = preview->steps.size(); });
        QCOMPARE(planned, 6u);
    }

    void breakpointsThatCannotHoldAreRefused_data()
    {
        QTest::addColumn<QByteArray>("steps");
        QTest::newRow("unknown step") << QByteArray("nobody");
        QTest::newRow("bad condition") << QByteArray("seat");
    }
    void breakpointsThatCannotHoldAreRefused()
    {
        QFETCH(QByteArray, steps);
        net::Loop loop;
        tests::House house(loop);
        trip(house);
        house.open(resuming());
        const auto started = begin(house, "trip", json::Object{});
        const json::Value data =
            json::Object{{"steps", json::Object{{steps.toStdString(), "input.x =="}}}, {"stepping", false}};
        const auto refused = act(house, {"breakpoints", started->id.value, {}, data, {}, {}});
        BATUTA_VERIFY_ERROR(refused, ErrorCode::ActRefused);
        QCOMPARE(refused.error().subject, steps.toStdString());
    }

    void anActThatIsNoneIsToldTheOthers()
    {
        net::Loop loop;
        tests::House house(loop);
        house.open(resuming());
        const auto refused = act(house, {"dance", "", {}, {}, {}, {}});
        BATUTA_VERIFY_ERROR(refused, ErrorCode::ActUnknown);
        QVERIFY(refused.error().detail.starts_with("there are cancel, pause, resume, rerun, "));
    }

    void everyAnswerIsHeard()
    {
        net::Loop loop;
        tests::House house(loop);
        house.flow("gates", "steps:\n  a: {approval: {}}\n  b: {approval: {}}\n  c: {wait: {for: 1ms}}\n");
        house.open(resuming());
        const auto started = begin(house, "gates", json::Object{});
        std::vector<std::string> replies;
        const json::Value yes = json::Object{{"approved", true}};
        for (const char *step : {"a", "b", "a"})
            house.engine->act({"answer", started->id.value, step, yes, {}, {"ana", {"*"}}},
                              [&, step](const Result<json::Value> &done) {
                                  replies.push_back(std::string(step) + (done ? " taken" : " refused"));
                              });
        const auto record = house.end(started->id);
        QVERIFY(house.until([&] { return replies.size() == 3; }));
        std::sort(replies.begin(), replies.end());
        QCOMPARE(replies, (std::vector<std::string>{"a refused", "a taken", "b taken"}));
        QCOMPARE(tests::statusesOf(record), "a=success b=success c=success");
    }

    void whatIsShownIsStored()
    {
        net::Loop loop;
        tests::House house(loop);
        house.flow("quick", "steps:\n  a: {set: {x: 1}}\n  b: {needs: [a], approval: {}}\n");
        house.open(resuming());
        const auto started = house.start("quick"); // not durable yet
        BATUTA_VERIFY_OK(started);
        const auto shown = recordOf(house, started->id);
        BATUTA_VERIFY_OK(shown);
        const std::string early = tests::stepOf(*shown, "a").status; // a fast disk may have its end already
        QVERIFY2(early == "running" || early == "success", early.c_str());
        QVERIFY(eventually(
            house, [&] { return tests::stepOf(*recordOf(house, started->id), "a").status == "success"; }));
        const auto before = recordOf(house, started->id);
        house.close();
        house.open(resuming());
        const auto after = recordOf(house, started->id);
        BATUTA_VERIFY_OK(after);
        QCOMPARE(tests::stepOf(*after, "a").endedAt, tests::stepOf(*before, "a").endedAt);
    }

    void runsAPart_data()
    {
        QTest::addColumn<QByteArray>("part");
        QTest::addColumn<QString>("statuses");
        QTest::newRow("until") << QByteArray(R"({"until": "seat"})") << "flight=success seat=success";
        QTest::newRow("one step with given data")
            << QByteArray(R"({"only": "seat", "pins": {"flight": {"number": 7}}})")
            << "flight=success seat=success";
        QTest::newRow("all, one step given")
            << QByteArray(R"({"until": "mail", "pins": {"hotel": {"room": 3}}})")
            << "hotel=success mail=success";
    }
    void runsAPart()
    {
        QFETCH(QByteArray, part);
        QFETCH(QString, statuses);
        net::Loop loop;
        tests::House house(loop);
        trip(house);
        house.open(resuming());
        client::StartExecution command;
        command.flow = FlowName("trip");
        command.input = json::Object{};
        command.part = *json::parse(part.toStdString());
        const auto started = begin(house, command);
        BATUTA_VERIFY_OK(started);
        const auto record = house.end(started->id);
        QCOMPARE(tests::statusesOf(record).split(" flight_undo").front(), statuses);
        QCOMPARE(house.functions.calls("/hotel"), 0);
        QCOMPARE(house.functions.calls("/flight"), part.contains("flight") || part.contains("hotel") ? 0 : 1);
    }

    void aChildKeepsItsParentsSecretsAfterARestart()
    {
        net::Loop loop;
        tests::House house(loop);
        house.function("ECHO", "/echo");
        house.functions.hold("/echo");
        house.flow(
            "child",
            "input: {type: object, properties: {plain: {type: string}}}\nsteps:\n"
            "  a: {http: {method: POST, url: \"${{ env.ECHO }}\", json: {a: \"${{ input.plain }}\"}}}\n");
        house.flow("parent", "input: {type: object, properties: {token: {type: string}}}\nsteps:\n"
                             "  c: {flow: {name: child, input: {plain: \"${{ input.token }}\"}}}\n");
        house.open(resuming());
        const auto started = begin(house, "parent", json::Object{{"token", "tok-4711-secret"}});
        QVERIFY(house.until([&] { return house.functions.held() == 1; }));
        house.close();
        house.functions.answer("/echo", 200, R"({"said": "tok-4711-secret"})");
        house.open(resuming());
        QCOMPARE(tests::statusesOf(house.end(started->id)), "c=success");
        QVERIFY(house.functions.last("/echo").body.find("tok-4711-secret") != std::string::npos);
        client::ExecutionPage page;
        house.engine->executions({.flow = "child"}, [&](auto found) { page = std::move(*found); });
        QVERIFY(house.until([&] { return !page.items.empty(); }));
        const auto child = recordOf(house, ExecutionId(page.items.front().id));
        BATUTA_VERIFY_OK(child);
        const std::string all = json::write(tests::stepOf(*child, "a").attemptsDetail);
        QVERIFY2(all.find("4711") == std::string::npos, all.c_str());
        QVERIFY(all.find("said") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TstActs)
#include "tst_acts.moc"
