// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// A flow that is published while the engine runs: the next execution takes it, and those that run keep
// theirs.
#include "engine/versions/version_book.h"
#include "tests/host/acting.h"
#include "tests/support/verify.h"

#include <QFile>
#include <QTest>

using namespace batuta;
using tests::act;
using tests::begin;
using tests::resuming;

namespace {

Result<json::Value> reload(tests::House &house)
{
    client::Act wanted;
    wanted.verb = "reload";
    return act(house, wanted);
}

std::string textOf(const std::string &name, const std::string &rest)
{
    return "batuta: 1\nname: " + name + "\n" + rest;
}

versions::Published publish(const tests::House &house, const std::string &name, const std::string &rest)
{
    const std::string file = house.folder() + "/flows/test/" + name + ".yaml";
    auto book = versions::VersionBook::open({house.folder(), name, file});
    const auto published = book->publish({textOf(name, rest), "ana", "", house.clock.wall(), {}});
    return published.value();
}

QString namesOf(const json::Value &list, const char *key)
{
    QStringList names;
    for (const json::Value &item : list.asArray())
        names << QString::fromStdString(item[key].asString());
    return names.join(' ');
}

constexpr const char *kHeld = R"(steps: {a: {http: {url: "${{ env.SLOW }}"}}, b: {needs: [a], set: {n: 1}}}
output: "${{ steps.b.output.n }}"
)";
constexpr const char *kNew = "steps: {b: {set: {n: 2}}}\noutput: \"${{ steps.b.output.n }}\"\n";

} // namespace

class TstReload : public QObject
{
    Q_OBJECT
private slots:
    void aPublishedFlowRunsAtOnceAndWhatRunsKeepsItsVersion()
    {
        net::Loop loop;
        tests::House house(loop);
        house.function("SLOW", "/slow");
        house.functions.hold("/slow");
        const auto first = publish(house, "ship", kHeld);
        house.open(resuming());
        const auto running = begin(house, "ship", json::Object{});
        QVERIFY(house.until([&] { return house.functions.held() == 1; }));
        const auto second = publish(house, "ship", kNew);
        QCOMPARE(second.entry.number, 2);
        const auto done = reload(house);
        BATUTA_VERIFY_OK(done);
        QCOMPARE(namesOf((*done)["changed"], "flow"), "ship");
        QCOMPARE(namesOf((*done)["changed"], "version"), QString::fromStdString(second.entry.version));
        const auto next = house.run("ship");
        QCOMPARE(next->flowVersion, second.entry.version);
        QCOMPARE(next->output.asInteger(), 2);
        house.functions.release();
        const auto before = house.end(running->id);
        QCOMPARE(before->flowVersion, first.entry.version);
        QCOMPARE(before->output.asInteger(), 1);
        QCOMPARE(tests::statusesOf(before), "a=success b=success");
        // The first version can still be repeated.
        client::Act again;
        again.verb = "rerun";
        again.subject = running->id.value;
        again.step = "b";
        const auto repeated = act(house, again);
        BATUTA_VERIFY_OK(repeated);
        QCOMPARE((*repeated)["flow_version"].asString(), first.entry.version);
        std::optional<store::AuditPage> audit;
        house.engine->audit({0, 10}, [&](auto page) { audit = std::move(*page); });
        QVERIFY(house.until([&] { return audit.has_value(); }));
        QCOMPARE(audit->items.back().verb, std::string("reload"));
        QCOMPARE(audit->items.back().who, std::string("ana"));
    }

    void aBrokenFileLeavesTheFlowAsItWas()
    {
        net::Loop loop;
        tests::House house(loop);
        house.flow("ship", kNew);
        house.flow("parent", "steps: {call: {flow: {name: ship}}}\n");
        house.flow("other", kNew);
        house.file("flows/test/routes.yaml", "batuta: 1\nroutes: []\ndefault: ship\n");
        house.open(resuming());
        QCOMPARE(house.engine->library().flows.size(), std::size_t(3));
        house.file("flows/test/ship.yaml", "batuta: 1\nname: ship\nsteps: {");
        house.file("flows/test/routes.yaml", "batuta: 1\nroutes: [");
        QVERIFY(QFile::remove(QString::fromStdString(house.folder() + "/flows/test/other.yaml")));
        house.flow("fresh", kNew);
        const auto done = reload(house);
        BATUTA_VERIFY_OK(done);
        QVERIFY(!(*done)["problems"].asArray().empty());
        QCOMPARE((*done)["removed"].asArray().size(), std::size_t(1));
        QCOMPARE(namesOf((*done)["changed"], "flow"), "fresh");
        QVERIFY(house.engine->library().routes.contains("test"));
        QVERIFY(!house.engine->problems().empty());
        QCOMPARE(tests::statusesOf(house.run("parent")), "call=success");
        QCOMPARE(tests::statusesOf(house.run("fresh")), "b=success");
        QVERIFY(!house.run("other"));
        house.flow("ship", kNew);
        house.file("flows/test/routes.yaml", "batuta: 1\nroutes: []\ndefault: ship\n");
        BATUTA_VERIFY_OK(reload(house));
        QVERIFY(house.engine->problems().empty());
    }

    void aRenamedFlowIsNotThereTwice()
    {
        net::Loop loop;
        tests::House house(loop);
        house.flow("ship", kNew);
        house.open(resuming());
        house.file("flows/test/ship.yaml", textOf("boat", kNew));
        BATUTA_VERIFY_OK(reload(house));
        QCOMPARE(house.engine->library().flows.size(), std::size_t(1));
        QVERIFY(house.engine->library().flows.contains("boat"));
    }

    void schedulesAndWebhooksAreTheNewOnes()
    {
        net::Loop loop;
        tests::House house(loop);
        const std::string hook = "triggers: [{webhook: {path: /hooks/old, unsigned: true}}]\n";
        house.flow("ship", hook + kNew);
        house.open(resuming());
        QCOMPARE(house.engine->triggers().schedules().asArray().size(), std::size_t(0));
        house.flow("ship", "triggers:\n  - schedule: {cron: \"0 2 * * *\", timezone: UTC}\n"
                           "  - webhook: {path: /hooks/new, unsigned: true}\n" +
                               std::string(kNew));
        BATUTA_VERIFY_OK(reload(house));
        QCOMPARE(house.engine->triggers().schedules().asArray().size(), std::size_t(1));
        client::Act pause;
        pause.verb = "pause_schedule";
        pause.subject = "ship";
        BATUTA_VERIFY_OK(act(house, pause));
        BATUTA_VERIFY_OK(reload(house));
        QVERIFY(
            house.until([&] { return house.engine->triggers().schedules().at(0)["paused"].asBoolean(); }));
        const auto call = [&](const std::string &path) {
            std::optional<Result<client::Started>> started;
            house.engine->triggers().receive({path, {}, "{}"},
                                             [&](auto reply) { started = std::move(reply); });
            static_cast<void>(house.until([&] { return started.has_value(); }));
            return started.value_or(Error{});
        };
        QCOMPARE(call("/hooks/old").error().code, ErrorCode::HttpNotFound);
        const auto started = call("/hooks/new");
        BATUTA_VERIFY_OK(started);
        QCOMPARE(tests::statusesOf(house.end(started->id)), "b=success");
    }

    void aBackfillThatIsUnderWayIsAnswered()
    {
        net::Loop loop;
        tests::House house(loop);
        house.flow("ship",
                   "triggers:\n  - schedule: {cron: \"0 * * * *\", timezone: UTC}\n" + std::string(kNew));
        house.open(resuming());
        client::Act wanted;
        wanted.verb = "backfill";
        wanted.subject = "ship";
        const WallTime now = house.clock.wall();
        wanted.data = json::Object{{"since", isoTime(now - std::chrono::hours(6))}, {"until", isoTime(now)}};
        wanted.actor = {"ana", {"*"}};
        std::optional<Result<json::Value>> filled, reloaded;
        house.engine->act(wanted, [&](auto reply) { filled = std::move(reply); });
        wanted.verb = "reload";
        house.engine->act(wanted, [&](auto reply) { reloaded = std::move(reply); });
        QVERIFY(house.until([&] { return filled && reloaded; }));
        BATUTA_VERIFY_OK(*filled);
        QCOMPARE((**filled)["started"].asArray().size(), std::size_t(6));
    }
};

QTEST_GUILESS_MAIN(TstReload)
#include "tst_reload.moc"
