// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/pages/logs/logs_house.h"
#include "tests/support/seed.h"
#include "tests/support/verify.h"
#include "views/pages/logs/log_desk.h"

#include <QDeadlineTimer>

#include <random>

using namespace batuta;
using namespace batuta::tests;
using namespace batuta::views;

/// The desk of the logs: whatever is asked of it in whatever moment, the last wish gets its picture.
class TestLogDesk : public QObject
{
    Q_OBJECT

private slots:
    void theLastWishIsDrawn();
    void filesThatGrowAreDrawnAfterManyWishes();
};

namespace {

/// The last picture that came, and the last facets.
struct Seen
{
    explicit Seen(LogDesk &desk)
    {
        QObject::connect(&desk, &LogDesk::pictureCame, &guard,
                         [this](const LogPicture &came) { picture = came; });
        QObject::connect(&desk, &LogDesk::facetsCame, &guard,
                         [this](quint64 wish, const LogFacets &) { facets = wish; });
    }
    std::uint64_t lines(const LogDesk &desk) const
    {
        return picture.rows && picture.wish == desk.wish() ? picture.rows->count() : 0;
    }

    QObject guard;
    LogPicture picture;
    quint64 facets = 0;
};

/// Some microseconds, so that the desk's thread is met in any of its moments.
void dawdle(std::mt19937_64 &random)
{
    const auto until = std::chrono::steady_clock::now() + std::chrono::microseconds(random() % 120);
    while (std::chrono::steady_clock::now() < until)
        std::this_thread::yield();
}

/// Without the pauses of QTRY_VERIFY, for hundreds of rounds.
template <class Holds> bool comes(Holds holds)
{
    const QDeadlineTimer deadline(5000);
    while (!holds() && !deadline.hasExpired())
        QCoreApplication::processEvents(QEventLoop::AllEvents);
    return holds();
}

LogWish wishFor(const char *query)
{
    LogWish wish;
    wish.query = *logs::LogQuery::read(query);
    return wish;
}

} // namespace

void TestLogDesk::theLastWishIsDrawn()
{
    LogsHouse house;
    std::mt19937_64 random(test::seed());
    const QString one = house.write("one.log", 0, 30);
    const QString other = house.write("other.log", 0, 70);
    for (int round = 0; round < 200; ++round) {
        LogDesk desk;
        Seen seen(desk);
        const bool isOther = random() % 2 == 0;
        desk.setWish(wishFor(""));
        dawdle(random);
        desk.setSource({(isOther ? one : other).toStdString()});
        dawdle(random);
        desk.setSource({(isOther ? other : one).toStdString()});
        QVERIFY(comes([&] { return seen.lines(desk) == (isOther ? 70U : 30U); }));
        QVERIFY(comes([&] { return seen.facets == desk.wish(); }));
    }
}

void TestLogDesk::filesThatGrowAreDrawnAfterManyWishes()
{
    LogsHouse house;
    std::mt19937_64 random(test::seed());
    const QString file = house.write("app.log", 0, 10);
    LogDesk desk;
    Seen seen(desk);
    desk.setSource({file.toStdString()});
    for (int round = 1; round <= 100; ++round) {
        desk.setWish(wishFor("status=503"));
        dawdle(random);
        desk.setWish(wishFor("severity>=INFO"));
        dawdle(random);
        house.write("app.log", 0, 10, true);
        desk.look();
        const auto lines = static_cast<std::uint64_t>(10 + 10 * round);
        QVERIFY(comes([&] { return seen.lines(desk) == lines; }));
    }
}

QTEST_MAIN(TestLogDesk)
#include "tst_log_desk.moc"
