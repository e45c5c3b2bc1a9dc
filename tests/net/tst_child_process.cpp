// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/net/child_process.h"
#include "tests/support/net/client_run.h"
#include "tests/support/verify.h"

#include <QFile>
#include <QTemporaryDir>

#include <csignal>
#include <fcntl.h>
#include <optional>
#include <sys/wait.h>
#include <unistd.h>

using namespace batuta;
using batuta::test::shown;

namespace {

/// A child on a loop that runs only inside end().
struct Child
{
    Child() = default;
    explicit Child(const std::string &script, net::ChildCommand command = {})
    {
        start(script, std::move(command));
    }

    void start(const std::string &script, net::ChildCommand command)
    {
        command.words = {"sh", "-c", script};
        command.environment.emplace_back("PATH=/usr/bin:/bin");
        begin(std::move(command));
    }
    void begin(net::ChildCommand command)
    {
        auto started = net::ChildProcess::start(run.loop, std::move(command),
                                                [this](net::ChildEnd what) { end = std::move(what); });
        if (started)
            process = std::move(*started);
        else
            problem = started.error();
    }
    bool ended()
    {
        return run.runUntil([this] { return end.has_value(); });
    }

    tests::ClientRun run;
    std::unique_ptr<net::ChildProcess> process;
    std::optional<net::ChildEnd> end;
    std::optional<Error> problem;
};

bool isAlive(int id)
{
    QFile file(QString("/proc/%1/stat").arg(id));
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray text = file.readAll();
    return text.mid(text.lastIndexOf(')') + 2, 1) != "Z"; // nobody may have reaped an orphan yet
}

int numberIn(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed().toInt() : 0;
}

} // namespace

class TstChildProcess : public QObject
{
    Q_OBJECT

private slots:
    void tellsHowItEnded_data();
    void tellsHowItEnded();
    void readsAllOfAnOutputThatFitsExactly();
    void anOutputAboveTheLimitEndsTheGroup();
    void handsALargeInputWhole();
    void seesNothingOfTheParent();
    void aGroupThatIgnoresTheRequestIsKilled();
    void whatTheChildLeavesBehindIsKilled();
    void aForgottenChildIsKilledAndReaped();
    void diesWithTheThreadThatStartedIt();
    void tellsWhyItCannotStart_data();
    void tellsWhyItCannotStart();
    void memoryIsBounded();
};

void TstChildProcess::tellsHowItEnded_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("signal");
    QTest::addColumn<QString>("output");
    QTest::addColumn<QString>("errors");
    QTest::newRow("done") << "echo hello" << 0 << 0 << "hello\n"
                          << "";
    QTest::newRow("status") << "echo no >&2; exit 3" << 3 << 0 << ""
                            << "no\n";
    QTest::newRow("signal") << "kill -9 $$" << 0 << 9 << ""
                            << "";
    QTest::newRow("last 4 KiB of errors") << "head -c 100000 /dev/zero | tr '\\0' x >&2; printf end >&2" << 0
                                          << 0 << "" << QString(4093, 'x') + "end";
    QTest::newRow("closes its streams first") << "echo a; exec >&- 2>&-; exit 7" << 7 << 0 << "a\n"
                                              << "";
    QTest::newRow("its own group") << "ps -o pgid= -p $$ | tr -d ' ' | sed \"s/^$$\\$/own/\"" << 0 << 0
                                   << "own\n"
                                   << "";
}

void TstChildProcess::tellsHowItEnded()
{
    QFETCH(QString, script);
    Child child(script.toStdString());
    QVERIFY(child.ended());
    QTEST(child.end->status, "status");
    QTEST(child.end->signal, "signal");
    QTEST(shown(child.end->output), "output");
    QTEST(shown(child.end->errors), "errors");
    QVERIFY(!child.end->outputTooLong);
    QCOMPARE(::waitpid(-1, nullptr, WNOHANG), -1); // nothing is left to reap
}

void TstChildProcess::readsAllOfAnOutputThatFitsExactly()
{
    net::ChildCommand command;
    command.maxOutputBytes = 300'000;
    Child child("head -c 300000 /dev/zero", command);
    QVERIFY(child.ended());
    QCOMPARE(child.end->output.size(), std::size_t{300'000});
    QVERIFY(!child.end->outputTooLong);
    QCOMPARE(child.end->status, 0);
}

void TstChildProcess::anOutputAboveTheLimitEndsTheGroup()
{
    net::ChildCommand command;
    command.maxOutputBytes = 1000;
    Child child("yes", command);
    QVERIFY(child.ended());
    QVERIFY(child.end->outputTooLong);
    QCOMPARE(child.end->output.size(), std::size_t{1000});
    QCOMPARE(child.end->signal, SIGKILL);
}

void TstChildProcess::handsALargeInputWhole()
{
    net::ChildCommand command;
    command.input = std::string(3'000'000, 'i') + "\n";
    command.maxOutputBytes = 4'000'000;
    const std::string input = command.input;
    Child whole("cat", command);
    QVERIFY(whole.ended());
    QVERIFY(whole.end->output == input);
    Child indifferent("exit 0", command);
    QVERIFY(indifferent.ended());
    QCOMPARE(indifferent.end->status, 0);
    Child empty("cat");
    QVERIFY(empty.ended());
    QCOMPARE(shown(empty.end->output), "");
}

void TstChildProcess::seesNothingOfTheParent()
{
    ::setenv("BATUTA_TEST_SECRET", "s", 1);
    const int open = ::open("/dev/null", O_RDONLY); // without O_CLOEXEC
    net::ChildCommand command;
    command.environment = {"GIVEN=a b"};
    Child child("env | grep -v -e ^PWD -e ^SHLVL -e ^_ -e ^OLDPWD | sort; ls /proc/self/fd | wc -l", command);
    QVERIFY(child.ended());
    ::close(open);
    // The three streams, and the folder that ls reads.
    QCOMPARE(shown(child.end->output), "GIVEN=a b\nPATH=/usr/bin:/bin\n4\n");
}

void TstChildProcess::aGroupThatIgnoresTheRequestIsKilled()
{
    QTemporaryDir folder;
    net::ChildCommand command;
    command.grace = std::chrono::milliseconds(50);
    command.directory = folder.path().toStdString();
    Child child("trap '' TERM; sh -c 'echo $$ > inner; exec tail -f /dev/null' & echo go; wait; wait",
                command);
    QVERIFY(child.run.runUntil([&] { return numberIn(folder.filePath("inner")) > 0; }));
    const int inner = numberIn(folder.filePath("inner"));
    QVERIFY(isAlive(inner));
    const auto asked = std::chrono::steady_clock::now();
    child.process->terminate();
    child.process->terminate();
    QVERIFY(child.ended());
    QCOMPARE(child.end->signal, SIGKILL);
    QVERIFY(std::chrono::steady_clock::now() - asked >= std::chrono::milliseconds(50));
    QVERIFY(child.run.runUntil([&] { return !isAlive(inner); }));
}

void TstChildProcess::whatTheChildLeavesBehindIsKilled()
{
    QTemporaryDir folder;
    net::ChildCommand command;
    command.directory = folder.path().toStdString();
    Child child("tail -f /dev/null & echo $! > left; echo done", command);
    QVERIFY(child.ended());
    QCOMPARE(shown(child.end->output), "done\n");
    const int left = numberIn(folder.filePath("left"));
    QVERIFY(left > 0);
    QVERIFY(child.run.runUntil([&] { return !isAlive(left); }));
}

void TstChildProcess::aForgottenChildIsKilledAndReaped()
{
    int id = 0;
    {
        Child child("exec tail -f /dev/null");
        id = child.process->id();
        QVERIFY(isAlive(id));
        child.process.reset();
        QVERIFY(child.run.runUntil([&] { return ::kill(id, 0) != 0; })); // gone, not even a zombie
        QVERIFY(!child.end);
    }
    {
        Child child("exec tail -f /dev/null");
        id = child.process->id();
        child.process.reset();
    } // and its loop at once
    QVERIFY(::kill(id, 0) != 0);
}

void TstChildProcess::diesWithTheThreadThatStartedIt()
{
    QTemporaryDir folder;
    const QByteArray path = folder.filePath("id").toUtf8();
    const pid_t engine = ::fork();
    if (engine == 0) { // stands for an engine that is killed
        net::Loop loop;
        net::ChildCommand command;
        command.words = {"/bin/sh", "-c",
                         "echo $$ > " + path.toStdString() + "; exec /usr/bin/tail -f /dev/null"};
        const auto child = net::ChildProcess::start(loop, std::move(command), [](const net::ChildEnd &) {});
        loop.run();
        ::_exit(child ? 0 : 1);
    }
    tests::ClientRun run;
    QVERIFY(run.runUntil([&] { return numberIn(path) > 0; }));
    const int id = numberIn(path);
    QVERIFY(isAlive(id));
    ::kill(engine, SIGKILL);
    ::waitpid(engine, nullptr, 0);
    QVERIFY(run.runUntil([&] { return !isAlive(id); }));
}

void TstChildProcess::tellsWhyItCannotStart_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QString>("directory");
    QTest::addColumn<QString>("words");
    QTest::newRow("not in PATH") << "no-such-program"
                                 << ""
                                 << "No such file or directory";
    QTest::newRow("no name") << ""
                             << ""
                             << "No such file or directory";
    QTest::newRow("not there") << "/no/such/program"
                               << ""
                               << "No such file or directory";
    QTest::newRow("not a program") << "/etc/passwd"
                                   << ""
                                   << "Permission denied";
    QTest::newRow("no directory") << "/bin/true"
                                  << "/no/such/folder"
                                  << "No such file or directory";
}

void TstChildProcess::tellsWhyItCannotStart()
{
    QFETCH(QString, program);
    QFETCH(QString, directory);
    Child child;
    net::ChildCommand command;
    command.words = {program.toStdString()};
    command.environment = {"PATH=/usr/bin:/bin"};
    command.directory = directory.toStdString();
    child.begin(std::move(command));
    QVERIFY(child.problem.has_value());
    QTEST(shown(child.problem->detail), "words");
    QCOMPARE(shown(child.problem->subject), program);
    QCOMPARE(::waitpid(-1, nullptr, WNOHANG), -1);
}

void TstChildProcess::memoryIsBounded()
{
    net::ChildCommand command;
    command.maxMemoryBytes = 64ULL << 20;
    Child child("head -c 200000000 /dev/zero | tail -c 150000000 | wc -c", command);
    QVERIFY(child.ended());
    QVERIFY2(child.end->output != "150000000\n", child.end->output.c_str());
}

QTEST_APPLESS_MAIN(TstChildProcess)
#include "tst_child_process.moc"
