// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/env/seal.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <filesystem>

using batuta::env::Seal;

class TestSeal : public QObject
{
    Q_OBJECT
private slots:
    void whatWasSealedIsReadWithTheSameKey_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("one byte") << QByteArray("x");
        QTest::newRow("zeros") << QByteArray(5, '\0');
        QTest::newRow("long") << QByteArray(100'001, 'y');
    }
    void whatWasSealedIsReadWithTheSameKey()
    {
        QFETCH(QByteArray, text);
        const QTemporaryDir folder;
        const std::string file = folder.filePath("key").toStdString();
        const auto first = Seal::open(file);
        const auto second = Seal::open(file);
        QVERIFY(first && second);
        const std::string sealed = first->seal(text.toStdString());
        QVERIFY(text.size() < 4 || sealed.find(text.toStdString()) == std::string::npos);
        QVERIFY(sealed != first->seal(text.toStdString()));
        QCOMPARE(second->unseal(sealed).value_or("?"), text.toStdString());
    }

    void aKeyThatIsThereIsOnlyRead()
    {
        const QTemporaryDir folder;
        const std::string file = folder.filePath("key").toStdString();
        QVERIFY(Seal::open(file));
        const auto longAgo = std::filesystem::last_write_time(file) - std::chrono::hours(24);
        std::filesystem::last_write_time(folder.path().toStdString(), longAgo);
        QVERIFY(Seal::open(file));
        QVERIFY(std::filesystem::last_write_time(folder.path().toStdString()) == longAgo); // no draft
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{"key"});
    }

    void whatWasChangedIsRefused()
    {
        const auto seal = Seal::open("");
        const auto stranger = Seal::open("");
        QVERIFY(seal && stranger);
        const std::string sealed = seal->seal("secret");
        QCOMPARE(stranger->unseal(sealed).error().code, batuta::ErrorCode::SealUnreadable);
        for (std::size_t i = 0; i < sealed.size(); ++i) {
            std::string changed = sealed;
            for (const char other : {'A', 'B', 'Q', 'z', '/', '=', '\0'}) {
                changed[i] = other;
                QVERIFY2(changed == sealed || !seal->unseal(changed), changed.c_str());
            }
            QVERIFY(!seal->unseal(sealed.substr(0, i)));
        }
    }

    void theKeyIsForItsUserOnlyAndABrokenOneIsNamed()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath("key");
        QVERIFY(Seal::open(path.toStdString()));
        QCOMPARE(QFileInfo(path).permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup),
                 QFile::Permissions());
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
        QVERIFY(QFile::resize(path, 3));
        QCOMPARE(Seal::open(path.toStdString()).error().code, batuta::ErrorCode::SealUnreadable);
    }
};

QTEST_GUILESS_MAIN(TestSeal)
#include "tst_seal.moc"
