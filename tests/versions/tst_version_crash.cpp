// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// A program that publishes dies after each stage: what the next one finds.
#include "tests/support/verify.h"
#include "tests/versions/shelf.h"

#include <QTest>

#include <sys/wait.h>
#include <unistd.h>

using namespace batuta;
using namespace batuta::versions;
using tests::minute;
using tests::Shelf;
using tests::shown;
using Stage = VersionBook::Stage;

namespace {

constexpr int kDied = 9;

/// Publishes in another process, which ends without a word when it has reached the stage. Its exit code.
int publishAndDie(const Shelf &shelf, const PublishOrder &order, Stage last)
{
    const pid_t child = ::fork();
    if (child == 0) {
        auto book = VersionBook::open(shelf.where());
        const auto published = book->publish(order, [last](Stage stage) {
            if (stage == last)
                ::_exit(kDied);
        });
        ::_exit(published ? 0 : 1);
    }
    int status = 0;
    return ::waitpid(child, &status, 0) == child && WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

} // namespace

class TstVersionCrash : public QObject
{
    Q_OBJECT
private slots:
    void theNextOpenMendsIt_data()
    {
        QTest::addColumn<int>("stage");
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("entries");
        QTest::addColumn<int>("next");
        const QString before = "1 ana", after = "1 ana|2 ben new";
        QTest::newRow("text kept") << int(Stage::TextKept) << QByteArray("one") << before << 3;
        QTest::newRow("promised") << int(Stage::Promised) << QByteArray("one") << before << 3;
        QTest::newRow("file replaced") << int(Stage::FileReplaced) << QByteArray("two") << after << 3;
        QTest::newRow("indexed") << int(Stage::Indexed) << QByteArray("two") << after << 3;
    }
    void theNextOpenMendsIt()
    {
        QFETCH(int, stage);
        QFETCH(QByteArray, file);
        QFETCH(QString, entries);
        QFETCH(int, next);
        Shelf shelf;
        BATUTA_VERIFY_OK(shelf.open()->publish({"one", "ana", "", minute(1), {}}));
        const PublishOrder order{"two", "ben", "new", minute(2), {}};
        QCOMPARE(publishAndDie(shelf, order, Stage(stage)), kDied);
        QCOMPARE(shelf.flow(), file);
        auto mended = shelf.open();
        BATUTA_VERIFY_OK(mended);
        QCOMPARE(shown(*mended), entries);
        QVERIFY(mended->problems().empty());
        QVERIFY(!QFile::exists(shelf.bookFile("publishing.json")));
        QCOMPARE(mended->fileState()->kind, FileState::Newest);
        if (const VersionEntry *second = mended->find(2))
            QCOMPARE(second->at, minute(2));
        for (const VersionEntry &entry : mended->entries())
            BATUTA_VERIFY_OK(mended->text(entry.number));
        QCOMPARE(mended->publish({"three", "ana", "", minute(3), {}})->entry.number, next);
    }

    void aFileThatWasChangedAfterTheCrashIsNotCalledPublished()
    {
        Shelf shelf;
        BATUTA_VERIFY_OK(shelf.open()->publish({"one", "ana", "", minute(1), {}}));
        QCOMPARE(publishAndDie(shelf, {"two", "ben", "", minute(2), {}}, Stage::FileReplaced), kDied);
        shelf.flow("by hand");
        const auto book = shelf.open();
        QCOMPARE(shown(*book), "1 ana");
        QCOMPARE(book->fileState()->kind, FileState::Outside);
    }

    void whoeverPublishesWhileAnotherOneDoesIsRefused()
    {
        Shelf shelf;
        auto book = shelf.open();
        int refused = 0;
        const auto published = book->publish({"one", "ana", "", minute(1), {}}, [&](Stage) {
            const auto other = shelf.open()->publish({"other", "ben", "", minute(1), {}});
            refused += !other && other.error().code == ErrorCode::FileUnwritable;
        });
        BATUTA_VERIFY_OK(published);
        QCOMPARE(refused, 4);
        QCOMPARE(shown(*shelf.open()), "1 ana");
    }

    /// Many readers of a file that is replaced over and over see whole texts only.
    void theFileIsNeverHalf()
    {
        Shelf shelf;
        const std::string long1(300'000, 'a'), long2(200'000, 'b');
        BATUTA_VERIFY_OK(shelf.open()->publish({long1, "ana", "", minute(1), {}}));
        const pid_t child = ::fork();
        if (child == 0) {
            auto book = VersionBook::open(shelf.where());
            for (int i = 0; i < 40; ++i)
                static_cast<void>(book->publish({i % 2 ? long1 : long2, "ben", "", minute(i), {}}));
            ::_exit(0);
        }
        int status = 0, seen = 0;
        while (::waitpid(child, &status, WNOHANG) == 0) {
            const std::string text = shelf.flow().toStdString();
            QVERIFY(text == long1 || text == long2);
            ++seen;
        }
        QCOMPARE(WEXITSTATUS(status), 0);
        QVERIFY(seen > 0);
        QCOMPARE(shelf.open()->entries().size(), std::size_t(41));
    }
};

QTEST_APPLESS_MAIN(TstVersionCrash)
#include "tst_version_crash.moc"
