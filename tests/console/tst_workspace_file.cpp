// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "app/shared/workspace_file.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace batuta;

class TestWorkspaceFile : public QObject
{
    Q_OBJECT

private slots:
    void reads_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("error"); // "" when it reads
        QTest::newRow("whole") << QByteArray("name: plataforma\nenvironment: staging\nsandbox: true\n") << "";
        QTest::newRow("name only") << QByteArray("name: plataforma\n") << "";
        QTest::newRow("unknown key") << QByteArray("nmae: x\n") << "nmae";
        QTest::newRow("not a switch") << QByteArray("sandbox: maybe\n") << "sandbox";
        QTest::newRow("a list") << QByteArray("- a\n") << "batuta.yaml";
        QTest::newRow("broken") << QByteArray("name: [\n") << "batuta.yaml";
        QTest::newRow("twice") << QByteArray("name: a\nname: b\n") << "name";
        QTest::newRow("too long") << QByteArray("name: ") + QByteArray(500, 'x') << "name";
        QTest::newRow("huge") << QByteArray(70'000, '#') << "batuta.yaml";
    }

    void reads()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, error);
        QTemporaryDir folder;
        QFile file(folder.filePath("batuta.yaml"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
        file.close();
        const auto read = app::readWorkspaceFile(folder.path().toStdString());
        QCOMPARE(bool(read), error.isEmpty());
        if (read)
            QCOMPARE(read->name, std::string("plataforma"));
        else
            QVERIFY2(errorText(read.error()).find(error.toStdString()) != std::string::npos,
                     errorText(read.error()).c_str());
    }

    void withoutTheFileTheFolderGivesTheName()
    {
        QTemporaryDir folder;
        const auto read = app::readWorkspaceFile(folder.path().toStdString());
        QVERIFY(read);
        QCOMPARE(QString::fromStdString(read->name), folder.path().section('/', -1));
        QVERIFY(!read->sandbox);
    }
};

QTEST_GUILESS_MAIN(TestWorkspaceFile)
#include "tst_workspace_file.moc"
