// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/environments/env_history.h"
#include "views/models/compare/env_difference.h"
#include "views/models/runs/change_book.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace batuta;
using namespace batuta::views;

namespace {

constexpr auto kHour = std::chrono::hours(1);
const WallTime kStart = WallTime(std::chrono::hours(400'000));

} // namespace

/// What people changed between two runs.
class TestEnvDifference : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        const auto history = environments::EnvHistory::open(workspace());
        QVERIFY(history);
        const auto add = [&](int hour, const char *environment, std::vector<environments::KeyChange> keys,
                             const char *file = ".env") {
            QVERIFY(history->add({kStart + hour * kHour, "ana", environment, "", file, std::move(keys)}));
        };
        add(1, "", {{"GAP_URL", "http://one", "http://two"}});
        add(2, "staging", {{"GAP_URL", "http://s1", "http://s2"}});
        add(3, "dev",
            {{"GAP_URL", "http://two", "http://three"}, {"API_TOKEN", "first-t0ken", "other-t0ken"}});
        add(4, "dev", {{"NEW_KEY", std::nullopt, "1"}, {"GONE_KEY", "2", std::nullopt}});
        add(5, "dev", {{"API_TOKEN", "other-t0ken", "other-t0ken"}}, ""); // somebody looked at it
    }

    void betweenTwoRunsOnlyWhatTheyDoNotShare()
    {
        const auto found = between(0, 6);
        QCOMPARE(found.size(), std::size_t{4});
        QCOMPARE(found[0].key, std::string("API_TOKEN"));
        QVERIFY2(found[0].a && found[0].b && *found[0].a != *found[0].b, "masks can be told apart");
        for (const auto &value : {*found[0].a, *found[0].b})
            QVERIFY2(value.find("t0ken") == std::string::npos, value.c_str());
        QCOMPARE(found[1], (EnvKeyDifference{"GAP_URL", "http://one", "http://three"}));
        QCOMPARE(found[2], (EnvKeyDifference{"GONE_KEY", "2", std::nullopt}));
        QCOMPARE(found[3], (EnvKeyDifference{"NEW_KEY", std::nullopt, "1"}));
    }

    void theOlderRunMayBeB()
    {
        const auto found = between(2, 0);
        QCOMPARE(found.size(), std::size_t{1});
        QCOMPARE(found[0], (EnvKeyDifference{"GAP_URL", "http://two", "http://one"}));
    }

    void whatWasTakenBackIsNoDifference()
    {
        const auto history = environments::EnvHistory::open(workspace());
        QVERIFY(history->add({kStart + 7 * kHour, "ana", "dev", "", ".env", {{"K", "1", "2"}}}));
        QVERIFY(history->add({kStart + 8 * kHour, "ana", "dev", "", ".env", {{"K", "2", "1"}}}));
        QCOMPARE(between(6, 9).size(), std::size_t{0});
    }

    void twoEnvironmentsAreComparedByTheirFiles()
    {
        write(".env", "SAME=1\nURL=http://dev\nONLY_DEV=1\n");
        write(".env.staging", "SAME=1\nURL=http://staging\n");
        const auto found = envDifferences(workspace(), {"default", kStart}, {"staging", kStart});
        QCOMPARE(found.size(), std::size_t{2});
        QCOMPARE(found[0], (EnvKeyDifference{"ONLY_DEV", "1", std::nullopt}));
        QCOMPARE(found[1], (EnvKeyDifference{"URL", "http://dev", "http://staging"}));
    }

    void aWorkspaceWithoutHistoryGetsNone()
    {
        QTemporaryDir other;
        QVERIFY(envDifferences(other.path().toStdString(), {"", kStart}, {"", kStart + kHour}).empty());
        QVERIFY(!QDir(other.path()).exists(".batuta"));
        QVERIFY(envDifferences({}, {"", kStart}, {"staging", kStart}).empty());
    }

    void theBookOfChangesKnowsKeysAndPublishesButNoValues()
    {
        QVERIFY(QDir(m_folder->path()).mkpath(".batuta/versions/pay"));
        write(".batuta/versions/pay/index.jsonl", {});
        ChangeBook book;
        QSignalSpy changed(&book, &ChangeBook::changed);
        book.read(workspace(), "pay");
        QTRY_VERIFY(changed.size() >= 1);
        const auto found = book.between("pay", "default", kStart, kStart + 6 * kHour);
        QCOMPARE(found.size(), std::size_t{3});
        QCOMPARE(found[0].keys, (QStringList{"NEW_KEY", "GONE_KEY"}));
        QVERIFY(found[0].at > found[1].at);
        QCOMPARE(book.between("pay", "staging", kStart, kStart + 6 * kHour).size(), std::size_t{1});
        QCOMPARE(book.between("pay", "default", kStart + 4 * kHour, kStart + 6 * kHour).size(),
                 std::size_t{0});
    }

private:
    std::string workspace() const { return m_folder->path().toStdString(); }
    std::vector<EnvKeyDifference> between(int a, int b) const
    {
        return envDifferences(workspace(), {"default", kStart + a * kHour}, {"dev", kStart + b * kHour});
    }
    void write(const QString &name, const QByteArray &text)
    {
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestEnvDifference)
#include "tst_env_difference.moc"
