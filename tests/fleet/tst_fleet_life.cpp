// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/fleet/cgroup.h"
#include "tests/fleet/fleet_house.h"

#include <QDir>
#include <QFile>
#include <QProcess>

using namespace batuta;
using batuta::fleet::InstanceStage;
using batuta::test::shown;
using batuta::tests::FleetHouse;
using batuta::tests::isAlive;

namespace {

int processOf(FleetHouse &house, const std::string &revision)
{
    const auto instances = house.fleet->instances(FleetHouse::key(revision));
    return instances.empty() ? 0 : instances.front().process;
}

/// The child that the program of the behaviour `family` has.
int childOf(int process)
{
    const QStringList names = QDir("/proc").entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &name : names) {
        QFile file("/proc/" + name + "/stat");
        if (name.toInt() == 0 || !file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray text = file.readAll();
        if (text.mid(text.lastIndexOf(')') + 2).split(' ').value(1).toInt() == process)
            return name.toInt();
    }
    return 0;
}

QString textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

/// How instances end, by themselves and by others, and what comes after.
class TstFleetLife : public QObject
{
    Q_OBJECT

private slots:
    void aCrashedInstanceIsReplaced();
    void whatCrashesAgainAndAgainWaitsLongerEachTime();
    void anInstanceThatIsNotAliveIsReplaced();
    void tooMuchMemoryEndsTheInstance();
    void retiringAsksPolitelyFirst();
    void whoDoesNotHearIsKilled();
    void requestsEndBeforeTheInstance();
    void stopLeavesNothing();
    void theEndOfTheFleetIsTheEndOfAll();
    void killingTheFleetLeavesNoOrphans();
    void oneFleetPerFolder();
    void boundsOfAControlGroup();
};

void TstFleetLife::aCrashedInstanceIsReplaced()
{
    fleet::FleetOptions options;
    options.firstBackoff = std::chrono::milliseconds(50);
    FleetHouse house(options);
    fleet::RevisionSpec spec = FleetHouse::spec("one");
    spec.minInstances = 1;
    QVERIFY(house.serve(spec));
    const int first = processOf(house, "one");
    QCOMPARE(shown(house.get("/exit?code=7")), QString("503 Service Unavailable"));
    QVERIFY(house.until([&] { return house.instances("one") == 1 && processOf(house, "one") != first; }));
    QVERIFY(house.says("system", "Container called exit(7)."));
    QCOMPARE(shown(house.get("/")), QString("200 ok"));
    // One that comes while nothing runs waits for the next.
    house.get("/exit?code=0");
    QCOMPARE(shown(house.get("/")), QString("200 ok"));
}

void TstFleetLife::whatCrashesAgainAndAgainWaitsLongerEachTime()
{
    fleet::FleetOptions options;
    options.firstBackoff = std::chrono::milliseconds(40);
    options.maxBackoff = std::chrono::milliseconds(160);
    QStringList told;
    fleet::FleetHooks hooks;
    hooks.health = [&](const fleet::RevisionKey &key, bool isWell) {
        told.push_back(shown(key.revision) + (isWell ? " well" : " ill"));
    };
    FleetHouse house(options, hooks);
    // It starts as long as the file is there.
    const std::string file = house.folder() + "/well";
    QVERIFY(QFile(shown(file)).open(QIODevice::WriteOnly));
    fleet::RevisionSpec spec = FleetHouse::spec("moody");
    spec.launch.words = {"sh", "-c", "test -e " + file + " || exit 5; exec " + FLEET_PROGRAM};
    spec.minInstances = 1;
    QVERIFY(house.serve(spec));
    QVERIFY(QFile::remove(shown(file)));
    const auto begun = std::chrono::steady_clock::now();
    house.get("/exit?code=5");
    QVERIFY(house.until([&] { return house.fleet->revision(FleetHouse::key("moody"))->crashes >= 5; }));
    // 40 + 80 + 160 + 160 ms lie before the fifth.
    QVERIFY(std::chrono::steady_clock::now() - begun >= std::chrono::milliseconds(440));
    QCOMPARE(told.join(','), QString("moody ill"));
    QVERIFY(shown(house.get("/")).startsWith("503"));
    QVERIFY(QFile(shown(file)).open(QIODevice::WriteOnly));
    QVERIFY(house.until([&] { return house.instances("moody") == 1; }));
    QVERIFY(house.until([&] { return told.size() == 2; }));
    QCOMPARE(told.last(), QString("moody well"));
    QCOMPARE(shown(house.get("/")), QString("200 ok"));
}

void TstFleetLife::anInstanceThatIsNotAliveIsReplaced()
{
    fleet::FleetOptions options;
    options.firstBackoff = std::chrono::milliseconds(50);
    FleetHouse house(options);
    fleet::RevisionSpec spec = FleetHouse::spec("one");
    spec.minInstances = 1;
    spec.liveness = fleet::Probe();
    spec.liveness->kind = fleet::Probe::Kind::Http;
    spec.liveness->path = "/health";
    spec.liveness->period = std::chrono::milliseconds(50);
    QVERIFY(house.serve(spec));
    const int first = processOf(house, "one");
    QCOMPARE(shown(house.get("/sick")), QString("200 ok"));
    QVERIFY(house.until([&] { return house.instances("one") == 1 && processOf(house, "one") != first; }));
    QVERIFY(house.says("system",
                       "LIVENESS HTTP probe failed 3 times consecutively for container \"shop\" on path "
                       "\"/health\". The instance has been shut down."));
    QVERIFY(!isAlive(first));
}

void TstFleetLife::tooMuchMemoryEndsTheInstance()
{
    fleet::FleetOptions options;
    options.sampleTime = std::chrono::milliseconds(50);
    FleetHouse house(options);
    fleet::RevisionSpec spec = FleetHouse::spec("one");
    spec.memoryBytes = 128ULL << 20;
    QVERIFY(house.serve(spec));
    const int first = processOf(house, "one");
    house.get("/hog?mb=200");
    QVERIFY(house.until(
        [&] { return !isAlive(first) && house.says("system", "Memory limit of 128 MiB exceeded with "); }));
    QCOMPARE(shown(house.get("/")), QString("200 ok"));
}

void TstFleetLife::retiringAsksPolitelyFirst()
{
    FleetHouse house;
    QVERIFY(house.serve(FleetHouse::spec("one")));
    const int process = processOf(house, "one");
    QVERIFY(house.retire("one"));
    QVERIFY(!isAlive(process));
    QVERIFY(house.until([&] { return house.says("stdout", "asked to end"); })); // its last words
    QVERIFY(!house.says("system", "was killed"));
    QVERIFY(!house.fleet->revision(FleetHouse::key("one")));
}

void TstFleetLife::whoDoesNotHearIsKilled()
{
    fleet::FleetOptions options;
    options.grace = std::chrono::milliseconds(200);
    FleetHouse house(options);
    QVERIFY(house.serve(FleetHouse::spec("one", "stubborn")));
    const int process = processOf(house, "one");
    const auto begun = std::chrono::steady_clock::now();
    QVERIFY(house.retire("one"));
    QVERIFY(std::chrono::steady_clock::now() - begun >= std::chrono::milliseconds(200));
    QVERIFY(!isAlive(process));
    QVERIFY(house.says("system", "The container did not end within 200ms of SIGTERM and was killed."));
}

void TstFleetLife::requestsEndBeforeTheInstance()
{
    FleetHouse house;
    QVERIFY(house.serve(FleetHouse::spec("one")));
    QString answer;
    net::HttpRequest request;
    request.url = house.url("/?ms=300");
    house.run.http->send(std::move(request), [&](const tests::ClientRun::Outcome &outcome) {
        answer = shown(tests::outcomeText(outcome));
    });
    QVERIFY(house.until([&] { return house.fleet->instances(FleetHouse::key("one")).at(0).requests == 1; }));
    QVERIFY(house.retire("one"));
    QVERIFY(house.until([&] { return !answer.isEmpty(); }));
    QCOMPARE(answer, QString("200 ok"));
}

void TstFleetLife::stopLeavesNothing()
{
    FleetHouse house;
    QVERIFY(house.serve(FleetHouse::spec("one")));
    const int process = processOf(house, "one");
    QString answer;
    net::HttpRequest request;
    request.url = house.url("/?ms=200");
    house.run.http->send(std::move(request), [&](const tests::ClientRun::Outcome &outcome) {
        answer = shown(tests::outcomeText(outcome));
    });
    QVERIFY(house.until([&] { return house.fleet->instances(FleetHouse::key("one")).at(0).requests == 1; }));
    bool isStopped = false;
    house.fleet->stop([&] { isStopped = true; });
    QVERIFY(house.until([&] { return isStopped && !answer.isEmpty(); }));
    QCOMPARE(answer, QString("200 ok"));
    QVERIFY(!isAlive(process));
    house.fleet.reset();
}

void TstFleetLife::theEndOfTheFleetIsTheEndOfAll()
{
    FleetHouse house;
    QVERIFY(house.serve(FleetHouse::spec("one", "family")));
    const int process = processOf(house, "one");
    const int child = childOf(process);
    QVERIFY(isAlive(child));
    house.fleet.reset();
    QVERIFY(house.until([&] { return !isAlive(process) && !isAlive(child); }));
}

// The fleet dies without a word. Its instances die with it; the child of one, which nobody ties to the fleet,
// is ended by the next fleet of the folder.
void TstFleetLife::killingTheFleetLeavesNoOrphans()
{
    const QTemporaryDir folder;
    QProcess holder;
    holder.start(FLEET_HOLDER, {folder.path(), FLEET_PROGRAM});
    QTRY_VERIFY_WITH_TIMEOUT(holder.canReadLine() || holder.state() == QProcess::NotRunning, 10'000);
    const int process = holder.readLine().trimmed().toInt();
    const int child = childOf(process);
    QVERIFY(isAlive(process));
    QVERIFY(isAlive(child));
    holder.kill();
    QVERIFY(holder.waitForFinished());
    QTRY_VERIFY(!isAlive(process));
    tests::ClientRun run;
    SystemClock clock;
    fleet::FleetOptions options;
    options.directory = folder.path().toStdString();
    fleet::Fleet next(run.loop, clock, options);
    BATUTA_VERIFY_OK(next.open());
    QTRY_VERIFY(!isAlive(child));
}

void TstFleetLife::oneFleetPerFolder()
{
    FleetHouse house;
    BATUTA_VERIFY_OK(house.opened);
    SystemClock clock;
    fleet::FleetOptions options;
    options.directory = house.folder();
    fleet::Fleet second(house.run.loop, clock, options);
    BATUTA_VERIFY_ERROR(second.open(), ErrorCode::StoreBusy);
}

// The files of a cgroup are made by the kernel; here they are made before, and what is written is looked at.
void TstFleetLife::boundsOfAControlGroup()
{
    QTemporaryDir root;
    QVERIFY(QDir(root.path()).mkdir("one"));
    for (const char *name : {"memory.max", "memory.swap.max", "memory.oom.group", "cpu.max", "cgroup.procs"})
        QVERIFY(QFile(root.filePath(QString("one/") + name)).open(QIODevice::WriteOnly));
    const auto group = fleet::Cgroup::make(root.path().toStdString(), "one", {256ULL << 20, 0.5});
    QVERIFY(group != nullptr);
    QVERIFY(group->add(4711));
    QCOMPARE(textOf(root.filePath("one/memory.max")), QString("268435456"));
    QCOMPARE(textOf(root.filePath("one/cpu.max")), QString("50000 100000"));
    QCOMPARE(textOf(root.filePath("one/cgroup.procs")), QString("4711"));
    QFile events(root.filePath("one/memory.events"));
    QVERIFY(events.open(QIODevice::WriteOnly));
    events.write("low 0\nhigh 0\nmax 3\noom 2\noom_kill 1\n");
    events.close();
    QCOMPARE(group->memoryKills(), 1);
    QVERIFY(!fleet::Cgroup::make(root.path().toStdString(), "without files", {1, 1}));
    QVERIFY(fleet::Cgroup::usableRoot(root.path().toStdString()).empty());
}

QTEST_GUILESS_MAIN(TstFleetLife)
#include "tst_fleet_life.moc"
