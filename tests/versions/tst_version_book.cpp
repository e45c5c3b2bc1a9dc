// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/support/verify.h"
#include "tests/versions/shelf.h"

#include "engine/flow/reader.h"

#include <QTest>

#include <sys/stat.h>

using namespace batuta;
using namespace batuta::versions;
using tests::minute;
using tests::Shelf;
using tests::shown;

class TstVersionBook : public QObject
{
    Q_OBJECT
private slots:
    void aPublishIsTheFileAndAVersion()
    {
        Shelf shelf;
        QVERIFY(QDir(shelf.path("flows")).removeRecursively()); // the first flow of a new system
        auto book = shelf.open();
        BATUTA_VERIFY_OK(book);
        QVERIFY(book->entries().empty());
        const auto published = book->publish({"name: ship\n", "ana", "first", minute(1), {}});
        BATUTA_VERIFY_OK(published);
        QVERIFY(published->isNew);
        QCOMPARE(shelf.flow(), QByteArray("name: ship\n"));
        const auto again = shelf.open();
        BATUTA_VERIFY_OK(again);
        QCOMPARE(again->entries().size(), std::size_t(1));
        const VersionEntry &entry = again->entries().front();
        QCOMPARE(entry.number, 1);
        QCOMPARE(entry.version, flow::versionOf("name: ship\n"));
        QCOMPARE(entry.author, std::string("ana"));
        QCOMPARE(entry.note, std::string("first"));
        QCOMPARE(entry.at, minute(1));
        QCOMPARE(entry.size, std::uint64_t(11));
        QCOMPARE(again->numberOf(entry.version), std::optional<int>(1));
        QCOMPARE(again->numberOf("000000000000"), std::optional<int>());
        QCOMPARE(*again->text(1), std::string("name: ship\n"));
        QCOMPARE(again->fileState()->kind, FileState::Newest);
        QVERIFY(!QFile::exists(shelf.bookFile("publishing.json")));
    }

    void theSameTextInARowIsOneVersion()
    {
        Shelf shelf;
        auto book = shelf.open();
        BATUTA_VERIFY_OK(book->publish({"a", "ana", "", minute(1), {}}));
        const auto same = book->publish({"a", "ben", "again", minute(2), {}});
        BATUTA_VERIFY_OK(same);
        QVERIFY(!same->isNew);
        QCOMPARE(same->entry.number, 1);
        BATUTA_VERIFY_OK(book->publish({"b", "ben", "", minute(3), {}}));
        BATUTA_VERIFY_OK(book->publish({"a", "cid", "back", minute(4), {}}));
        QCOMPARE(shown(*shelf.open()), "1 ana|2 ben|3 cid back");
        QCOMPARE(book->numberOf(flow::versionOf("a")), std::optional<int>(3));
    }

    void aFileThatWasThereBeforeBecomesAVersionOfNobody()
    {
        Shelf shelf;
        shelf.flow("by hand");
        auto book = shelf.open();
        QCOMPARE(book->fileState()->kind, FileState::Outside);
        BATUTA_VERIFY_OK(book->publish({"edited", "ana", "n", minute(1), {}}));
        QCOMPARE(shown(*shelf.open()), "1 -|2 ana n");
        QCOMPARE(*book->text(1), std::string("by hand"));
    }

    void aFileChangedOutsideIsToldAndCanBeAdopted()
    {
        Shelf shelf;
        auto book = shelf.open();
        BATUTA_VERIFY_OK(book->publish({"one", "ana", "", minute(1), {}}));
        shelf.flow("two");
        const auto state = book->fileState();
        QCOMPARE(state->kind, FileState::Outside);
        QCOMPARE(state->number, 0);
        QCOMPARE(state->version, flow::versionOf("two"));
        const auto adopted = book->adopt("ben", "from git", minute(2));
        BATUTA_VERIFY_OK(adopted);
        QCOMPARE(adopted->entry.number, 2);
        QCOMPARE(shelf.flow(), QByteArray("two"));
        QCOMPARE(shelf.open()->fileState()->kind, FileState::Newest);
        shelf.flow("one");
        QCOMPARE(book->fileState()->kind, FileState::Earlier);
        QCOMPARE(book->fileState()->number, 1);
        QVERIFY(QFile::remove(shelf.flowFile()));
        QCOMPARE(book->fileState()->kind, FileState::Missing);
    }

    void aFileThatChangedMeanwhileIsNotOverwritten()
    {
        Shelf shelf;
        shelf.flow("one");
        auto book = shelf.open();
        const std::string read = book->fileState()->version;
        shelf.flow("changed by git");
        const auto refused = book->publish({"mine", "ana", "", minute(1), read});
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::ActRefused);
        QCOMPARE(shelf.flow(), QByteArray("changed by git"));
        QVERIFY(shelf.open()->entries().empty());
        // Whoever means it keeps both.
        BATUTA_VERIFY_OK(book->publish({"mine", "ana", "", minute(1), {}}));
        QCOMPARE(*shelf.open()->text(1), std::string("changed by git"));
        QCOMPARE(shelf.flow(), QByteArray("mine"));
    }

    void twoBooksOfOneFlowNeverGiveANumberTwice()
    {
        Shelf shelf;
        auto mine = shelf.open(), theirs = shelf.open();
        QCOMPARE(mine->publish({"a", "ana", "", minute(1), {}})->entry.number, 1);
        QCOMPARE(theirs->publish({"b", "ben", "", minute(2), {}})->entry.number, 2);
        QCOMPARE(mine->publish({"c", "ana", "", minute(3), {}})->entry.number, 3);
        QCOMPARE(shown(*mine), "1 ana|2 ben|3 ana");
    }

    void aTornTailIsToldAndItsNumberIsNotUsedAgain()
    {
        Shelf shelf;
        auto book = shelf.open();
        BATUTA_VERIFY_OK(book->publish({"a", "ana", "", minute(1), {}}));
        BATUTA_VERIFY_OK(book->publish({"b", "ana", "", minute(2), {}}));
        QFile index(shelf.bookFile("index.jsonl"));
        QVERIFY(index.resize(index.size() - 20));
        auto torn = shelf.open();
        BATUTA_VERIFY_OK(torn);
        QCOMPARE(shown(*torn), "1 ana");
        QCOMPARE(torn->problems().size(), std::size_t(1));
        QCOMPARE(torn->problems().front().code, ErrorCode::StoreCorrupt);
        QCOMPARE(torn->problems().front().place.line, 2);
        QCOMPARE(torn->publish({"c", "ana", "", minute(3), {}})->entry.number, 4); // 3: what the file held
        QCOMPARE(shown(*shelf.open()), "1 ana|3 -|4 ana");
    }

    void oddLinesOfAnIndexAreLeftOut_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("no JSON") << QByteArray("hello");
        QTest::newRow("no object") << QByteArray("[1]");
        QTest::newRow("number of before")
            << QByteArray(R"({"number":1,"version":"0123456789ab","at":"2026-11-21T10:00:00Z"})");
        QTest::newRow("no number") << QByteArray(R"({"version":"0123456789ab","at":"2026-11-21T10:00:00Z"})");
        QTest::newRow("no hash") << QByteArray(R"({"number":7,"at":"2026-11-21T10:00:00Z"})");
        QTest::newRow("no time") << QByteArray(R"({"number":7,"version":"0123456789ab","at":"noon"})");
    }
    void oddLinesOfAnIndexAreLeftOut()
    {
        QFETCH(QByteArray, line);
        Shelf shelf;
        auto book = shelf.open();
        BATUTA_VERIFY_OK(book->publish({"a", "ana", "", minute(1), {}}));
        Shelf::write(shelf.bookFile("index.jsonl"), line + "\n\n", QFile::Append);
        const auto read = shelf.open();
        BATUTA_VERIFY_OK(read);
        QCOMPARE(shown(*read), "1 ana");
        QCOMPARE(read->problems().size(), std::size_t(1));
    }

    void aTextThatIsNotTheOnePublishedIsRefused()
    {
        Shelf shelf;
        auto book = shelf.open();
        BATUTA_VERIFY_OK(book->publish({"a", "ana", "", minute(1), {}}));
        Shelf::write(shelf.bookFile("1.yaml"), "b");
        QCOMPARE(book->text(1).error().code, ErrorCode::StoreCorrupt);
        QVERIFY(QFile::remove(shelf.bookFile("1.yaml")));
        QCOMPARE(book->text(1).error().code, ErrorCode::FileUnreadable);
        QCOMPARE(book->text(9).error().code, ErrorCode::FlowTextMissing);
    }

    void aFileThatMayNotBeWrittenStaysAndNothingIsEntered()
    {
        Shelf shelf;
        shelf.flow("one");
        auto book = shelf.open();
        BATUTA_VERIFY_OK(book->adopt("ana", "", minute(1)));
        // A folder in its place cannot be written by anybody, root included.
        QVERIFY(QFile::remove(shelf.flowFile()));
        QVERIFY(QDir().mkpath(shelf.flowFile()));
        const auto refused = book->publish({"two", "ana", "", minute(2), {}});
        QVERIFY(!refused);
        QVERIFY(QDir(shelf.flowFile()).removeRecursively());
        shelf.flow("one");
        QCOMPARE(shown(*shelf.open()), "1 ana");
        QCOMPARE(book->publish({"three", "ana", "", minute(3), {}})->entry.number, 2);
    }

    void linksAndPermissionsOfTheFileStay()
    {
        Shelf shelf;
        Shelf::write(shelf.path("real.yaml"), "one");
        QVERIFY(::chmod(shelf.path("real.yaml").toUtf8().constData(), 0640) == 0);
        QVERIFY(QFile::link(shelf.path("real.yaml"), shelf.flowFile()));
        BATUTA_VERIFY_OK(shelf.open()->publish({"two", "ana", "", minute(1), {}}));
        QVERIFY(QFileInfo(shelf.flowFile()).isSymLink());
        QCOMPARE(Shelf::read(shelf.path("real.yaml")), QByteArray("two"));
        struct stat found
        {
        };
        QVERIFY(::stat(shelf.path("real.yaml").toUtf8().constData(), &found) == 0);
        QCOMPARE(found.st_mode & 0777, 0640u);
        QCOMPARE(QDir(shelf.path("flows/a")).entryList(QDir::Files | QDir::Hidden), {"ship.yaml"});
    }

    void onlyNamesOfFlowsHaveABook_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"", "../etc", "a/b", "Ship", "1st", "ship.yaml"})
            QTest::newRow(name) << name;
    }
    void onlyNamesOfFlowsHaveABook()
    {
        QFETCH(QString, name);
        const auto book = VersionBook::open({"/nowhere", name.toStdString(), "/nowhere/x.yaml"});
        QVERIFY(!book);
        QCOMPARE(book.error().code, ErrorCode::FlowBadName);
    }

    void aLongNoteIsCutBetweenCharacters()
    {
        Shelf shelf;
        auto book = shelf.open();
        const std::string note(QString(3'000, QChar(u'ã')).toStdString() + "x");
        BATUTA_VERIFY_OK(book->publish({"a", "ana", "x" + note, minute(1), {}}));
        const std::string kept = shelf.open()->entries().front().note;
        QCOMPARE(kept.size(), std::size_t(3'999));
        QCOMPARE(QString::fromStdString(kept), "x" + QString(1'999, QChar(u'ã')));
    }
};

QTEST_APPLESS_MAIN(TstVersionBook)
#include "tst_version_book.moc"
