// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/host/awake.h"
#include "tests/host/house.h"
#include "tests/support/verify.h"

#include <QFile>
#include <QTest>

#include <functional>

using namespace batuta;

/// Processors stay awake while executions go on. A plain file stands for the kernel's: what is asked stands
/// in its first four bytes, as microseconds.
class TstAwake : public QObject
{
    Q_OBJECT
private slots:
    void asksFromTheFirstEventUntilItIsCalm()
    {
        net::Loop loop;
        tests::House house(loop);
        house.file("device", "");
        const std::string device = house.folder() + "/device";
        const auto awake = host::Awake::open(loop, house.clock, device);
        BATUTA_VERIFY_OK(awake);
        QCOMPARE(asked(device), kNoWish);

        const SteadyTime began = house.clock.steady();
        (*awake)->stir();
        QCOMPARE(asked(device), 0);
        // Events that go on coming keep it up.
        SteadyTime last = began;
        const std::function<void()> again = [&] {
            last = house.clock.steady();
            (*awake)->stir();
            if (last < began + 2 * host::Awake::kCalm)
                loop.startTimer(last + host::Awake::kCalm / 4, again);
        };
        again();
        QVERIFY(house.until([&] { return asked(device) != 0; }));
        QVERIFY(house.clock.steady() >= last + host::Awake::kCalm);
        QVERIFY(last >= began + 2 * host::Awake::kCalm);
        QCOMPARE(asked(device), kNoWish);

        (*awake)->stir();
        QCOMPARE(asked(device), 0);
    }

    void saysWhoMayNotAsk()
    {
        net::Loop loop;
        tests::House house(loop);
        const auto awake = host::Awake::open(loop, house.clock, house.folder() + "/nothing");
        QVERIFY(!awake);
        QVERIFY(awake.error().code == ErrorCode::FileUnwritable);
        QVERIFY(awake.error().mend.find("cpu_dma_latency") != std::string::npos);
    }

    void anEngineAsksWhileAnExecutionGoesOn()
    {
        net::Loop loop;
        tests::House house(loop);
        house.function("A_URL", "/a");
        house.flow("one", "steps:\n  a: {http: {url: \"${{ env.A_URL }}\"}}\n");
        house.file("device", "");
        host::EngineOptions options;
        options.wakeDevice = house.folder() + "/device";
        const std::string device = options.wakeDevice;
        house.open(std::move(options));
        house.functions.hold("/a");
        QCOMPARE(asked(device), kNoWish);

        bool wasAsked = false;
        const auto started = house.start("one");
        BATUTA_VERIFY_OK(started);
        QVERIFY(house.until([&] {
            wasAsked = wasAsked || asked(device) == 0;
            return wasAsked && house.functions.held() == 1;
        }));
        // A call that takes long lets them sleep, and its answer wakes them before it is written.
        QVERIFY(house.until([&] { return asked(device) == kNoWish; }));
        house.functions.release();
        QVERIFY(house.until([&] { return asked(device) == 0; }));
        BATUTA_VERIFY_OK(house.end(started->id));
        QVERIFY(house.until([&] { return asked(device) == kNoWish; }));
        QVERIFY(!house.logged("processors_sleep"));
    }

    void anEngineThatMayNotAskSaysSoAndRuns()
    {
        net::Loop loop;
        tests::House house(loop);
        house.function("A_URL", "/a");
        house.flow("one", "steps:\n  a: {http: {url: \"${{ env.A_URL }}\"}}\n");
        host::EngineOptions options;
        options.wakeDevice = house.folder() + "/nothing";
        house.open(std::move(options));
        QVERIFY(house.logged("processors_sleep"));
        const auto record = house.run("one");
        BATUTA_VERIFY_OK(record);
        QCOMPARE(record->status, std::string("success"));
    }

private:
    static constexpr std::int32_t kNoWish = 2'000'000'000;

    static std::int32_t asked(const std::string &device)
    {
        QFile file(QString::fromStdString(device));
        std::int32_t microseconds = -1;
        if (file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
            file.read(reinterpret_cast<char *>(&microseconds), sizeof microseconds);
        return microseconds;
    }
};

QTEST_GUILESS_MAIN(TstAwake)
#include "tst_awake.moc"
