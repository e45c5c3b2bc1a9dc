// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/host/postbox.h"

#include <QTest>

#include <array>
#include <functional>
#include <string>
#include <thread>
#include <utility>

using batuta::host::Postbox;
using batuta::net::Loop;

/// Work comes to the loop in order, and what a thread gathers comes at once.
class TstPostbox : public QObject
{
    Q_OBJECT

private slots:
    void bringsWhatIsPutInOrder();
    void keepsWhatIsGatheredUntilItIsDelivered();
    void othersTakeAlongWhatIsGathered();
    void wakesTheLoopOnceForWhatIsGathered();
    void losesNothingAmongThreads();

private:
    /// Everything the loop has been woken for until now.
    void runWhatIsPosted()
    {
        m_loop.post([this] { m_loop.stop(); });
        m_loop.run();
    }
    void put(const char *name)
    {
        m_box.put([this, name] { m_seen += name; });
    }
    static void onAnotherThread(const std::function<void()> &work) { std::thread(work).join(); }

    Loop m_loop;
    Postbox m_box{m_loop};
    std::string m_seen;
};

void TstPostbox::bringsWhatIsPutInOrder()
{
    m_seen.clear();
    put("a");
    onAnotherThread([this] { put("b"); });
    put("c");
    QCOMPARE(m_seen, std::string());
    runWhatIsPosted();
    QCOMPARE(m_seen, std::string("abc"));
}

void TstPostbox::keepsWhatIsGatheredUntilItIsDelivered()
{
    m_seen.clear();
    onAnotherThread([this] {
        m_box.slot().gather();
        put("a");
        put("b");
        // The loop was not woken for them.
        onAnotherThread([this] { runWhatIsPosted(); });
        QCOMPARE(m_seen, std::string());
        m_box.slot().deliver();
    });
    runWhatIsPosted();
    QCOMPARE(m_seen, std::string("ab"));
    put("c");
    runWhatIsPosted();
    QCOMPARE(m_seen, std::string("abc"));
}

void TstPostbox::othersTakeAlongWhatIsGathered()
{
    m_seen.clear();
    onAnotherThread([this] {
        m_box.slot().gather();
        put("a");
        onAnotherThread([this] { put("b"); });
        onAnotherThread([this] { runWhatIsPosted(); });
        QCOMPARE(m_seen, std::string("ab"));
        put("c");
        m_box.slot().deliver();
    });
    runWhatIsPosted();
    QCOMPARE(m_seen, std::string("abc"));
}

/// What is posted between the two comes before them: they woke the loop at the end only.
void TstPostbox::wakesTheLoopOnceForWhatIsGathered()
{
    m_seen.clear();
    m_box.slot().gather();
    put("a");
    m_loop.post([this] { m_seen += "between"; });
    put("b");
    m_box.slot().deliver();
    m_box.slot().deliver(); // nothing more is there to wake for
    runWhatIsPosted();
    QCOMPARE(m_seen, std::string("betweenab"));
}

void TstPostbox::losesNothingAmongThreads()
{
    constexpr int kEach = 20'000;
    constexpr int kAtOnce = 7;
    std::array<int, 3> last{}; // of each thread; on the loop's
    int outOfOrder = 0;
    int left = 3 * kEach;
    const auto arrived = [&](std::size_t thread, int number) {
        outOfOrder += std::exchange(last[thread], number) + 1 == number ? 0 : 1;
        if (--left == 0)
            m_loop.stop();
    };
    const auto putAll = [&, post = m_box.slot()](std::size_t thread, bool gathers) {
        for (int number = 1; number <= kEach; ++number) {
            if (gathers && number % kAtOnce == 1)
                post.gather();
            post([&arrived, thread, number] { arrived(thread, number); });
            if (gathers && (number % kAtOnce == 0 || number == kEach))
                post.deliver();
        }
    };
    std::thread first(putAll, 0, true);
    std::thread second(putAll, 1, false);
    std::thread third(putAll, 2, false);
    m_loop.run();
    first.join();
    second.join();
    third.join();
    QCOMPARE(left, 0);
    QCOMPARE(outOfOrder, 0);
}

QTEST_GUILESS_MAIN(TstPostbox)
#include "tst_postbox.moc"
