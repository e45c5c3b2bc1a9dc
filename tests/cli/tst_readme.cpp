// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/cli/programs.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace batuta;
using test::Finished;

namespace {

QString contentOf(const QString &name)
{
    QFile file(QStringLiteral(BATUTA_SOURCE_DIR) + "/" + name);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// The lines of all ```sh blocks, in order.
QStringList commandsOf(const QString &readme)
{
    static const QRegularExpression kBlock("```sh\\n(.*?)```",
                                           QRegularExpression::DotMatchesEverythingOption);
    QStringList commands;
    for (auto blocks = kBlock.globalMatch(readme); blocks.hasNext();)
        commands += blocks.next().captured(1).split('\n', Qt::SkipEmptyParts);
    return commands;
}

} // namespace

/// Every command of the READMEs works as it stands there, but for the two fixed ports.
class TestReadme : public QObject
{
    Q_OBJECT
private slots:
    void everyCommandWorks_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("English") << "README.md";
        QTest::newRow("Portuguese") << "README.pt-BR.md";
    }
    void everyCommandWorks()
    {
        QFETCH(QString, file);
        test::Programs programs; // its own sandbox is the one that the README starts
        QVERIFY(programs.isReady());
        const QString engine = programs.serve();
        QVERIFY(!engine.isEmpty());
        test::Programs triggers; // for the second engine that the README starts
        QString second;
        QString local;
        int executed = 0;
        for (QString command : commandsOf(contentOf(file))) {
            if (command == "installer/test" || command.startsWith("export PATH"))
                continue; // this test is part of the one; Programs has done the other
            if (command.startsWith(
                    "HOOK_SECRET=change-me batuta serve --port 8082 --workspace build/triggers")) {
                qputenv("HOOK_SECRET", "change-me");
                second = triggers.serve({"--workspace", programs.folder() + "/build/triggers"});
                QVERIFY(!second.isEmpty());
                continue;
            }
            if (command.startsWith("batuta cloud-local --port 8791 ")) {
                local = programs.localCloud("build/releases");
                QVERIFY(!local.isEmpty());
                continue;
            }
            if (command.endsWith('&')) { // started above, on ports that are free
                QVERIFY(command.startsWith("batuta-sandbox --port 8090 ") ||
                        command.startsWith("batuta serve --port 8080 "));
                continue;
            }
            if (command.contains("installer/")) {
                runInstaller(command);
                ++executed;
                continue;
            }
            command.replace("http://127.0.0.1:8080", engine)
                .replace("http://127.0.0.1:8082", second)
                .replace("http://127.0.0.1:8791", local)
                .replace("http://127.0.0.1:8090", programs.sandboxUrl());
            const Finished end = programs.shell(command.replace("curl -s ", "curl -sf "));
            QVERIFY2(end.exitCode == 0, (command.toUtf8() + "\n" + end.out + end.err).constData());
            QVERIFY2(!end.out.isEmpty(), command.toUtf8());
            ++executed;
        }
        QVERIFY(executed >= 33);
    }

    void bothLanguagesShowTheSameCommands()
    {
        static const QRegularExpression kWords("nome|name|Olá|Hello");
        const auto neutral = [](QString text) { return text.remove(kWords); };
        const QStringList english = commandsOf(contentOf("README.md"));
        const QStringList portuguese = commandsOf(contentOf("README.pt-BR.md"));
        QCOMPARE(portuguese.size(), english.size());
        for (int i = 0; i < english.size(); ++i)
            QCOMPARE(neutral(portuguese[i]), neutral(english[i]));
    }

private:
    /// The installer's command, with the programs of this build instead of building them again.
    void runInstaller(const QString &command)
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("BATUTA_PROGRAMS", QStringLiteral(BATUTA_BIN_DIR));
        environment.remove("DISPLAY"); // a window would wait for a person
        environment.remove("WAYLAND_DISPLAY");
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(QStringLiteral(BATUTA_SOURCE_DIR));
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start("/bin/bash", {"-c", command});
        QVERIFY(process.waitForFinished(100000));
        const QByteArray said = process.readAll();
        QVERIFY2(process.exitCode() == 0, said);
        if (command.contains("installer/run"))
            QCOMPARE(said.count("✓ success"), 11);
    }
};

QTEST_GUILESS_MAIN(TestReadme)
#include "tst_readme.moc"
