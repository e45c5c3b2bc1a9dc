// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/versions/git_state.h"
#include "tests/versions/shelf.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace batuta;
using namespace batuta::versions;
using tests::Shelf;

namespace {

/// A repository in a temporary folder. Nothing of this machine's settings counts.
class Repository
{
public:
    Repository() { git({"init", "-q", "-b", "main"}); }

    QString git(const QStringList &words) const
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char *name : {"GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME"})
            environment.insert(name, "Test");
        for (const char *name : {"GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL"})
            environment.insert(name, "test@example.com");
        environment.insert("GIT_CONFIG_GLOBAL", "/dev/null");
        environment.insert("GIT_CONFIG_NOSYSTEM", "1");
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(shelf.path("."));
        process.start("git", words);
        if (!process.waitForFinished(20'000) || process.exitCode() != 0)
            qFatal("git: %s", process.readAllStandardError().constData());
        return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
    }
    void commit(const QString &note) const
    {
        git({"add", "-A"});
        git({"commit", "-q", "-m", note});
    }
    GitState state() const { return gitStateOf({shelf.flowFile().toStdString()}); }

    Shelf shelf;
};

} // namespace

class TstGitState : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable("git").isEmpty())
            QSKIP("git is not installed");
    }

    void aFileGoesFromUntrackedToClean()
    {
        const Repository repository;
        repository.shelf.flow("one");
        GitState state = repository.state();
        QCOMPARE(state.kind, GitState::Known);
        QCOMPARE(state.file, GitState::Untracked);
        QCOMPARE(state.branch, std::string("main"));
        QVERIFY(state.commit.empty());
        QVERIFY(!state.hasUpstream);
        repository.git({"add", "-A"});
        QCOMPARE(repository.state().file, GitState::Staged);
        repository.commit("first");
        state = repository.state();
        QCOMPARE(state.file, GitState::Clean);
        QCOMPARE(QString::fromStdString(state.commit), repository.git({"rev-parse", "HEAD"}).left(12));
        repository.shelf.flow("two");
        QCOMPARE(repository.state().file, GitState::Modified);
        repository.git({"add", "-A"});
        QCOMPARE(repository.state().file, GitState::Staged);
        repository.shelf.flow("three");
        QCOMPARE(repository.state().file, GitState::Modified);
        Shelf::write(repository.shelf.path(".gitignore"), "flows/b/\n");
        repository.commit("second");
        QVERIFY(QDir().mkpath(repository.shelf.path("flows/b")));
        Shelf::write(repository.shelf.path("flows/b/x.yaml"), "x");
        QCOMPARE(gitStateOf({repository.shelf.path("flows/b/x.yaml").toStdString()}).file, GitState::Ignored);
    }

    void otherFilesDoNotCount()
    {
        const Repository repository;
        repository.shelf.flow("one");
        repository.commit("first");
        Shelf::write(repository.shelf.path("flows/a/other.yaml"), "x");
        QCOMPARE(repository.state().file, GitState::Clean);
    }

    void commitsAheadAndBehindAreCounted()
    {
        const Repository repository;
        repository.shelf.flow("one");
        repository.commit("first");
        repository.git({"branch", "theirs"});
        repository.git({"branch", "-q", "--set-upstream-to=theirs", "main"});
        repository.shelf.flow("two");
        repository.commit("second");
        repository.shelf.flow("three");
        repository.commit("third");
        repository.git({"checkout", "-q", "theirs"});
        repository.shelf.flow("four");
        repository.commit("fourth");
        repository.git({"checkout", "-q", "main"});
        const GitState state = repository.state();
        QVERIFY(state.hasUpstream);
        QCOMPARE(state.ahead, 2);
        QCOMPARE(state.behind, 1);
        repository.git({"checkout", "-q", "--detach"});
        QVERIFY(repository.state().branch.empty());
    }

    /// No lock, no refreshed index: nothing of the repository is written.
    void nothingIsWritten()
    {
        const Repository repository;
        repository.shelf.flow("one");
        repository.commit("first");
        repository.shelf.flow("one"); // the same text with another time: git would like to note that
        const QByteArray index = Shelf::read(repository.shelf.path(".git/index"));
        QFile hook(repository.shelf.path("hook"));
        Shelf::write(hook.fileName(), "#!/bin/sh\ntouch \"" + repository.shelf.path("ran").toUtf8() + "\"\n");
        QVERIFY(hook.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        repository.git({"config", "core.fsmonitor", hook.fileName()});
        QCOMPARE(repository.state().kind, GitState::Known);
        QCOMPARE(Shelf::read(repository.shelf.path(".git/index")), index);
        QVERIFY(!QFile::exists(repository.shelf.path("ran")));
    }

    void withoutARepositoryOrGitItSaysSo()
    {
        const Shelf shelf;
        shelf.flow("one");
        QCOMPARE(gitStateOf({shelf.flowFile().toStdString()}).kind, GitState::NoRepository);
        GitQuestion question{shelf.flowFile().toStdString()};
        question.searchPath = shelf.path(".").toStdString();
        QCOMPARE(gitStateOf(question).kind, GitState::NoGit);
    }

    void aGitThatDoesNotAnswerIsGivenUp()
    {
        const Shelf shelf;
        shelf.flow("one");
        QFile slow(shelf.path("git"));
        Shelf::write(slow.fileName(), "#!/bin/sh\nread line < /dev/zero\n");
        QVERIFY(slow.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        GitQuestion question{shelf.flowFile().toStdString(), std::chrono::milliseconds(200)};
        question.searchPath = shelf.path(".").toStdString();
        QElapsedTimer timer;
        timer.start();
        const GitState state = gitStateOf(question);
        QCOMPARE(state.kind, GitState::Failed);
        QVERIFY(state.trouble.find("no answer") != std::string::npos);
        QVERIFY(timer.elapsed() < 5'000);
    }

    void aConflictIsRead()
    {
        GitState state =
            readGitStatus(std::string("# branch.oid 1234567890abcdef\0# branch.head main\0", 49) +
                          "u UU N... 1 2 3 4 5 6 7 ship.yaml");
        QCOMPARE(state.file, GitState::Conflicted);
        QCOMPARE(state.branch, std::string("main"));
        QCOMPARE(state.commit, std::string("1234567890ab"));
        state = readGitStatus("1 M");
        QCOMPARE(state.kind, GitState::Known);
    }
};

QTEST_APPLESS_MAIN(TstGitState)
#include "tst_git_state.moc"
