// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/releases/last_good.h"
#include "tests/support/verify.h"

using namespace batuta;
using namespace batuta::releases;
using namespace std::chrono_literals;
using batuta::test::shown;

namespace {

cloud::Revision revision(const std::string &name, int day, bool isReady = true)
{
    cloud::Revision made;
    made.name = name;
    made.created = WallTime(24h * day);
    cloud::Condition ready;
    ready.type = "Ready";
    ready.state = isReady ? cloud::ConditionState::Succeeded : cloud::ConditionState::Failed;
    ready.message = isReady ? "" : "The container failed to start.";
    made.conditions = {ready};
    return made;
}

cloud::Service serving(const std::string &name)
{
    cloud::Service service;
    service.latestReady = name;
    service.routed = {{name, 100, {}, {}}};
    return service;
}

const std::vector<cloud::Revision> kRevisions{revision("r4", 4), revision("r3", 3), revision("r2", 2),
                                              revision("r1", 1)};

QString chosen(const std::vector<Record> &records, const std::string &now = "r4",
               const std::vector<cloud::Revision> &revisions = kRevisions)
{
    return shown(lastKnownGood(serving(now), revisions, records).revision);
}

} // namespace

class TestLastGood : public QObject
{
    Q_OBJECT

private slots:
    void theOneThatFailedLeastAndServedLongestIsChosen();
    void oneThatFailedMuchIsTheLastResort();
    void oneThatIsNotReadyIsNeverChosen();
    void whatIsLeftIsNeverChosenEvenWhenItIsNamedLatest();
    void withoutFiguresItIsTheNewestBefore();
    void theChoiceIsExplained();
    void recordsAreAddedUpFromTheSeries();
    void thereMayBeNone();
};

void TestLastGood::theOneThatFailedLeastAndServedLongestIsChosen()
{
    QCOMPARE(chosen({{"r3", 2h, 900, 0}, {"r2", 72h, 90'000, 100}, {"r1", 40h, 50'000, 40}}), QString("r2"));
    QCOMPARE(chosen({{"r3", 2h, 900, 0}, {"r2", 72h, 90'000, 1'000}, {"r1", 40h, 50'000, 40}}),
             QString("r1"));
}

void TestLastGood::oneThatFailedMuchIsTheLastResort()
{
    // Nobody knows how r2 does; that is better than knowing that r3 and r1 fail.
    QCOMPARE(chosen({{"r3", 90h, 9'000, 2'000}, {"r1", 90h, 9'000, 900}}), QString("r2"));
    QCOMPARE(chosen({{"r3", 2h, 10, 5}, {"r2", 1h, 900, 1}}), QString("r2"));
}

void TestLastGood::oneThatIsNotReadyIsNeverChosen()
{
    const std::vector<cloud::Revision> revisions{revision("r3", 3), revision("r2", 2, false),
                                                 revision("r1", 1)};
    QCOMPARE(chosen({{"r2", 90h, 90'000, 0}}, "r3", revisions), QString("r1"));
}

void TestLastGood::whatIsLeftIsNeverChosenEvenWhenItIsNamedLatest()
{
    cloud::Service service = serving("r4");
    service.routed = {{"", 100, {}, {}}};
    QCOMPARE(shown(lastKnownGood(service, kRevisions, {{"r4", 99h, 99'999, 0}}).revision), QString("r3"));
    for (const int share : {1, 50, 99}) { // of a canary: back is to what it was to replace
        service.routed = {{"r4", share, {}, {}}, {"r3", 100 - share, {}, {}}};
        QCOMPARE(shown(lastKnownGood(service, kRevisions, {}).revision), QString("r3"));
    }
}

void TestLastGood::withoutFiguresItIsTheNewestBefore()
{
    const LastGood good = lastKnownGood(serving("r3"), kRevisions, {});
    QCOMPARE(shown(good.revision), QString("r2")); // r4 came later and was left already
    QCOMPARE(shown(good.why), QString("no figures tell of any: it is the newest that was ready before"));
}

void TestLastGood::theChoiceIsExplained()
{
    const LastGood good = lastKnownGood(serving("r4"), kRevisions, {{"r2", 72h, 90'000, 18}});
    QCOMPARE(shown(good.why),
             QString("served for ") + shown(durationForPeople(72h)) + ", 90,000 requests, 0.02 % with 5xx");
    QCOMPARE(shown(good.candidates.back().revision), QString("r4"));
    QCOMPARE(shown(good.candidates.back().why), QString("it is what serves now; no requests are on record"));
}

void TestLastGood::recordsAreAddedUpFromTheSeries()
{
    const auto at = [](int hour) { return WallTime(std::chrono::hours(hour)); };
    const std::vector<cloud::Series> counts{
        {{{"revision_name", "r1"}, {"response_code_class", "2xx"}},
         "1",
         {{at(1), 90}, {at(2), 0}, {at(3), 10}}},
        {{{"revision_name", "r1"}, {"response_code_class", "5xx"}}, "1", {{at(3), 4}, {at(4), 1}}}};
    const std::vector<Record> records = recordsOf(counts, 1h);
    QCOMPARE(records.size(), std::size_t{1});
    QCOMPARE(records[0].requests, 105.0);
    QCOMPARE(records[0].failures, 5.0);
    QVERIFY(records[0].served == 3h);
    QCOMPARE(records[0].windows.size(), std::size_t{2}); // hour 1, and hours 3 and 4
    QVERIFY(records[0].windows[0] == (Window{at(0), at(1), 90, 0}));
    QVERIFY(records[0].windows[1] == (Window{at(2), at(4), 15, 5}));
}

void TestLastGood::thereMayBeNone()
{
    const LastGood good = lastKnownGood(serving("r1"), {revision("r1", 1)}, {});
    QCOMPARE(shown(good.revision), QString());
    QCOMPARE(shown(good.why), QString("no other revision is ready"));
}

QTEST_APPLESS_MAIN(TestLastGood)
#include "tst_last_good.moc"
