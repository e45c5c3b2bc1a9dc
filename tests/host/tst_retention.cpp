// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/host/retention.h"
#include "engine/json/json.h"
#include "tests/host/house.h"
#include "tests/support/verify.h"

#include <QTest>

using namespace batuta;
using batuta::test::shown;

/// What the history keeps: at the start of an engine, again and again, and what the act takes.
class TstRetention : public QObject
{
    Q_OBJECT
private slots:
    void appliesAtTheStartAndAgain()
    {
        net::Loop loop;
        tests::House house(loop);
        auto history = store::openSqlite({":memory:", false, {}});
        BATUTA_VERIFY_OK(history);
        write(**history, 0, 5);
        const host::Retention::Ports ports{loop, house.logger, house.clock, **history};
        {
            const host::Retention retention(ports, {Duration{}, 2, 0}, std::chrono::milliseconds(20));
            QVERIFY(house.until([&] { return left(**history) == 2; }));
            write(**history, 5, 9);
            QVERIFY(house.until([&] { return left(**history) == 2; }));
            QVERIFY(house.until([&] { return house.logged("history_pruned"); }));
        }
        write(**history, 20, 4);
        bool isOver = false;
        loop.startTimer(house.clock.steady() + std::chrono::milliseconds(100), [&] { isOver = true; });
        QVERIFY(house.until([&] { return isOver; }));
        QCOMPARE(left(**history), 6); // nobody removes anything any more
    }

    void withoutLimitsEverythingStays()
    {
        net::Loop loop;
        tests::House house(loop);
        auto history = store::openSqlite({":memory:", false, {}});
        BATUTA_VERIFY_OK(history);
        write(**history, 0, 5);
        const host::Retention retention({loop, house.logger, house.clock, **history}, {},
                                        std::chrono::milliseconds(1));
        bool isOver = false;
        loop.startTimer(house.clock.steady() + std::chrono::milliseconds(50), [&] { isOver = true; });
        QVERIFY(house.until([&] { return isOver; }));
        QCOMPARE(left(**history), 5);
    }

    void readsTheAct_data()
    {
        QTest::addColumn<QString>("data");
        QTest::addColumn<QString>("error"); // its subject; "" when it reads
        QTest::newRow("all") << R"({"age":"36h","count":7,"bytes":4096})"
                             << "";
        QTest::newRow("nothing") << "{}"
                                 << "prune";
        QTest::newRow("no object") << "[]"
                                   << "prune";
        QTest::newRow("nulls") << R"({"age":null,"count":null})"
                               << "prune";
        QTest::newRow("age of nothing") << R"({"age":"0s"})"
                                        << "age";
        QTest::newRow("age as number") << R"({"age":30})"
                                       << "age";
        QTest::newRow("count as text") << R"({"count":"7"})"
                                       << "count";
        QTest::newRow("negative") << R"({"bytes":-1})"
                                  << "bytes";
        QTest::newRow("unknown") << R"({"size":1})"
                                 << "size";
    }
    void readsTheAct()
    {
        QFETCH(QString, data);
        QFETCH(QString, error);
        const auto read = host::readRetention(*json::parse(data.toStdString()));
        QCOMPARE(read ? QString() : shown(read.error().subject), error);
        if (!read)
            return;
        QVERIFY(read->age == std::chrono::hours(36));
        QCOMPARE(read->count, 7);
        QCOMPARE(read->bytes, 4096);
    }

private:
    static void write(store::History &history, int first, int count)
    {
        for (int i = first; i < first + count; ++i) {
            store::ExecutionRecord record;
            record.id = QString("00000000-0000-4000-8000-%1").arg(i, 12, 10, QChar('0')).toStdString();
            record.flow = "f";
            record.status = "success";
            record.startedAt = record.endedAt = WallTime(std::chrono::seconds(1'000'000 + i));
            history.finish(record, {}, nullptr);
        }
    }
    static std::size_t left(store::History &history)
    {
        const auto page = history.listNow({});
        return page ? page->items.size() : 0;
    }
};

QTEST_GUILESS_MAIN(TstRetention)
#include "tst_retention.moc"
