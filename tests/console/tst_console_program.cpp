// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// The real program as a process: under a virtual display, and as it makes pictures.
#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QImage>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

namespace {

const QString kConsole = QStringLiteral(BATUTA_BIN_DIR "/batuta-console");

void makeWorkspace(const QString &folder)
{
    const QString from = QStringLiteral(BATUTA_SOURCE_DIR "/flows");
    QDirIterator files(from, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString file = files.next(), target = folder + "/flows/" + QDir(from).relativeFilePath(file);
        QDir().mkpath(QFileInfo(target).path());
        QFile::copy(file, target);
    }
    QFile settings(folder + "/batuta.yaml");
    if (settings.open(QIODevice::WriteOnly))
        settings.write("name: sample\nsandbox: true\n");
}

/// A virtual display; its number is the one that Xvfb found free.
struct VirtualDisplay
{
    QProcess server;
    QString name;

    bool start()
    {
        server.start("Xvfb", {"-displayfd", "1", "-screen", "0", "1600x1000x24", "-nolisten", "tcp"});
        if (!server.waitForStarted(5000))
            return false;
        for (QElapsedTimer clock; name.isEmpty();) {
            if (!clock.isValid())
                clock.start();
            if (clock.elapsed() > 15000)
                return false;
            server.waitForReadyRead(200);
            const QByteArray line = server.readAllStandardOutput().trimmed();
            if (!line.isEmpty())
                name = ':' + QString::fromLatin1(line);
        }
        return true;
    }

    ~VirtualDisplay()
    {
        server.terminate();
        server.waitForFinished(5000);
    }
};

QProcessEnvironment environment(const QString &platform, const QString &display)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("QT_QPA_PLATFORM", platform);
    environment.remove("WAYLAND_DISPLAY");
    if (!display.isEmpty())
        environment.insert("DISPLAY", display);
    return environment;
}

int childrenOf(qint64 pid)
{
    QFile file(QString("/proc/%1/task/%1/children").arg(pid));
    return file.open(QIODevice::ReadOnly) ? static_cast<int>(file.readAll().split(' ').size()) - 1 : 0;
}

} // namespace

class TestConsoleProgram : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        makeWorkspace(m_folder->path());
    }

    void opensOnARealDisplayAndLeaves()
    {
        if (QStandardPaths::findExecutable("Xvfb").isEmpty())
            QSKIP("Xvfb is not installed");
        VirtualDisplay display;
        QVERIFY(display.start());
        QProcess console;
        console.setProcessEnvironment(environment("xcb", display.name));
        console.start(kConsole, {"--workspace", m_folder->path(), "--smoke", "--settings",
                                 m_folder->filePath("s.ini")});
        QVERIFY(console.waitForFinished(30000));
        const QByteArray out = console.readAllStandardOutput();
        QVERIFY2(console.exitStatus() == QProcess::NormalExit && console.exitCode() == 0,
                 console.readAllStandardError());
        QVERIFY2(out.contains("first frame after") && out.contains("engine with 6 flows"), out);
    }

    void theSandboxEndsWithTheConsoleHoweverItEnds()
    {
        QProcess console;
        console.setProcessEnvironment(environment("offscreen", {}));
        console.start(kConsole, {"--workspace", m_folder->path(), "--settings", m_folder->filePath("s.ini")});
        QVERIFY(console.waitForStarted(5000));
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(m_folder->filePath(".env")), 15000);
        QTRY_COMPARE_WITH_TIMEOUT(childrenOf(console.processId()), 1, 10000);
        QFile file(QString("/proc/%1/task/%1/children").arg(console.processId()));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const int sandbox = file.readAll().trimmed().toInt();
        QVERIFY(sandbox > 0);
        QFile limits(QString("/proc/%1/limits").arg(console.processId()));
        QVERIFY(limits.open(QIODevice::ReadOnly));
        QVERIFY(limits.readAll().contains("Max core file size        0 ")); // a crash leaves no secrets
        ::kill(static_cast<pid_t>(console.processId()), SIGKILL);
        QVERIFY(console.waitForFinished(5000));
        QTRY_VERIFY_WITH_TIMEOUT(::kill(sandbox, 0) != 0 || isZombie(sandbox), 10000);
    }

    void aSecondStartLeavesAtOnce()
    {
        QProcess first, second;
        first.setProcessEnvironment(environment("offscreen", {}));
        second.setProcessEnvironment(environment("offscreen", {}));
        const QStringList words{"--workspace", m_folder->path(), "--settings", m_folder->filePath("s.ini")};
        first.start(kConsole, words);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(m_folder->filePath(".env")), 15000);
        second.start(kConsole, words);
        QVERIFY(second.waitForFinished(10000));
        QCOMPARE(second.exitCode(), 0);
        QCOMPARE(first.state(), QProcess::Running);
        first.kill();
        first.waitForFinished(5000);
    }

    void savesAPictureOfEveryPage()
    {
        QProcess console;
        console.setProcessEnvironment(environment("offscreen", {}));
        const QString pictures = m_folder->filePath("pictures");
        console.start(kConsole, {"--workspace", m_folder->path(), "--screenshots", pictures, "--theme",
                                 "dark", "--lang", "pt_BR", "--size", "1120x680"});
        QVERIFY(console.waitForFinished(120000));
        QVERIFY2(console.exitCode() == 0, console.readAllStandardError());
        const QStringList names = QDir(pictures).entryList({"*.png"});
        QVERIFY2(names.size() >= 15, qPrintable(names.join(' ')));
        for (const QString &name : names)
            QCOMPARE(QImage(pictures + '/' + name).size(), QSize(1120, 680));
    }

    void refusesAFolderWithoutFlows()
    {
        QTemporaryDir empty;
        QProcess console;
        console.setProcessEnvironment(environment("offscreen", {}));
        console.start(kConsole, {"--workspace", empty.path()});
        QVERIFY(console.waitForFinished(10000));
        QCOMPARE(console.exitCode(), 2);
        const QByteArray said = console.readAllStandardError();
        QVERIFY2(said.contains("flows"), said);
    }

private:
    static bool isZombie(int pid)
    {
        QFile file(QString("/proc/%1/stat").arg(pid));
        return file.open(QIODevice::ReadOnly) && file.readAll().contains(") Z");
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestConsoleProgram)
#include "tst_console_program.moc"
