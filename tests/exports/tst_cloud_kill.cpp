// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// `batuta serve`, killed while its webhook is in trouble: the next one sends what nobody had heard.
#include "engine/json/json.h"
#include "tests/exports/receiver.h"
#include "tests/kill/serve_process.h"
#include "tests/support/verify.h"

#include <map>
#include <set>

using namespace batuta;
using batuta::test::shown;

namespace {

constexpr int kExecutions = 12;

} // namespace

class TstCloudKill : public QObject
{
    Q_OBJECT

private slots:
    void nothingThatWasNotHeardIsLost()
    {
        net::Loop loop;
        tests::House house(loop);
        tests::Receiver webhook(house.functions, "/events");
        house.flow("quick", "steps:\n  a: {set: {x: 1}}\n");
        house.flow("long", "steps:\n  a: {wait: {for: 3s}}\n");
        kill::ServeProcess serve(loop, BATUTA_BIN_DIR "/batuta", house.folder());
        serve.setEnvironment({"BATUTA_CLOUD_EVENTS_URL=" + house.functions.url("/events"),
                              "BATUTA_CLOUD_EVENTS_SECRET=shared"});
        BATUTA_VERIFY_OK(serve.start());
        QVERIFY(serve.waitUntilReady());
        std::set<std::string> wanted;
        const auto begin = [&](const std::string &flow) {
            const auto reply = serve.postNow("/flows/" + flow + "/executions", json::Object{});
            for (const char *number : {"/1", "/2"}) // started, finished
                wanted.insert(reply.body["execution_id"].asString() + number);
            return reply.status;
        };
        QCOMPARE(begin("quick"), 202);
        QVERIFY(house.until([&] { return webhook.requests.size() >= 2; }));
        webhook.answers.assign(1'000, tests::Receiver::status(503));
        for (int i = 0; i < kExecutions; ++i)
            QCOMPARE(begin(i % 3 == 0 ? "long" : "quick"), 202);
        kill::runFor(loop, std::chrono::milliseconds(1'500)); // some are over, some are not, none is heard
        serve.kill();
        webhook.answers.clear();
        BATUTA_VERIFY_OK(serve.start());
        QVERIFY(serve.waitUntilReady());
        const auto heard = [&] {
            std::set<std::string> ids;
            for (const json::Value &body : webhook.bodies())
                ids.insert(body["id"].asString());
            return ids;
        };
        QVERIFY(house.until([&] { return heard() == wanted; }));
        std::map<std::string, std::string> types; // an id is always the same event
        for (const json::Value &body : webhook.bodies()) {
            const std::string what = body["type"].asString();
            QCOMPARE(shown(types.emplace(body["id"].asString(), what).first->second), shown(what));
        }
        QCOMPARE(serve.stop(), 0);
    }
};

QTEST_APPLESS_MAIN(TstCloudKill)
#include "tst_cloud_kill.moc"
