// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "app/console/single_instance.h"

#include <QDir>
#include <QFile>
#include <QLocalSocket>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using batuta::console::SingleInstance;

class TestSingleInstance : public QObject
{
    Q_OBJECT

private slots:
    void theSecondHandsOverAndTheFirstHears()
    {
        QTemporaryDir folder;
        SingleInstance first(folder.path()), second(folder.path()), other(folder.path() + "/other");
        QVERIFY(first.claim("one"));
        QSignalSpy raised(&first, &SingleInstance::raised);
        QVERIFY(!second.claim("batuta://run/9b1f6e0c"));
        QVERIFY(raised.wait(5000));
        QCOMPARE(raised.at(0).at(0).toString(), QString("batuta://run/9b1f6e0c"));
        QVERIFY(other.claim({})); // another workspace has a window of its own
    }

    void aKilledConsoleDoesNotBlockTheNextOne()
    {
        QTemporaryDir folder;
        qputenv("XDG_RUNTIME_DIR", folder.path().toUtf8());
        QString socket;
        {
            SingleInstance probe(folder.path());
            QVERIFY(probe.claim({}));
            for (const QFileInfo &info : QDir(folder.path()).entryInfoList(QDir::System | QDir::Files))
                if (info.suffix() != "lock")
                    socket = info.filePath();
            QVERIFY(!socket.isEmpty());
        }
        QFile left(socket); // as kill -9 leaves it: a file that nobody listens on
        QVERIFY(left.open(QIODevice::WriteOnly));
        left.close();
        SingleInstance next(folder.path());
        QVERIFY(next.claim({}));
        qunsetenv("XDG_RUNTIME_DIR");
    }

    void aLongMessageIsCut()
    {
        QTemporaryDir folder;
        SingleInstance first(folder.path()), second(folder.path());
        QVERIFY(first.claim({}));
        QSignalSpy raised(&first, &SingleInstance::raised);
        QVERIFY(!second.claim(QString(100'000, 'a')));
        QVERIFY(raised.wait(5000));
        QVERIFY(raised.at(0).at(0).toString().size() <= 4096);
    }
};

QTEST_GUILESS_MAIN(TestSingleInstance)
#include "tst_single_instance.moc"
