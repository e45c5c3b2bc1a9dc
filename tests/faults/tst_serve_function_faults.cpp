// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/kill/serve_process.h"
#include "tests/support/net/servers.h"
#include "tests/support/verify.h"

#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <fstream>

using namespace batuta;

namespace {

constexpr std::int64_t kGiB = 1LL << 30;
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr std::int64_t kMostMemory = kGiB; // with all that the sanitizer keeps
#else
constexpr std::int64_t kMostMemory = 200LL << 20;
#endif

/// What each function does to whoever calls it.
void hang(tests::RawSocket &peer, int)
{
    peer.readUntil("\r\n\r\n");
    peer.isAtEnd();
}

void drop(tests::RawSocket &peer, int)
{
    peer.readUntil("\r\n\r\n");
    peer.abort();
}

void garbage(tests::RawSocket &peer, int)
{
    peer.readUntil("\r\n\r\n");
    peer.send(std::string("\0\x01\xffSSH-2.0 what?\r\n\r\n{]", 22));
}

void cut(tests::RawSocket &peer, int)
{
    peer.readUntil("\r\n\r\n");
    peer.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"half\":");
}

void announceGiB(tests::RawSocket &peer, int)
{
    peer.readUntil("\r\n\r\n");
    peer.send("HTTP/1.1 200 OK\r\nContent-Length: " + std::to_string(kGiB) + "\r\n\r\n");
    peer.send(std::string(64 << 10, 'x'));
}

/// A GiB that nobody announced: until the caller has had enough of it.
void pourGiB(tests::RawSocket &peer, int)
{
    peer.readUntil("\r\n\r\n");
    peer.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
    const std::string chunk = "100000\r\n" + std::string(1 << 20, 'x') + "\r\n";
    for (int i = 0; i < 1024 && peer.send(chunk); ++i) {
    }
}

void drip(tests::RawSocket &peer, int)
{
    peer.readUntil("\r\n\r\n");
    peer.send("HTTP/1.1 200 OK\r\nContent-Le");
    peer.isAtEnd();
}

constexpr const char *kFlow = R"(batuta: 1
name: suffers
defaults: {on_failure: continue}
steps:
  hangs: {http: {url: "${{ env.HANGS }}"}, timeout: 300ms}
  drips: {http: {url: "${{ env.DRIPS }}"}, timeout: 300ms}
  drops: {http: {url: "${{ env.DROPS }}"}}
  garbage: {http: {url: "${{ env.GARBAGE }}"}}
  cut: {http: {url: "${{ env.CUT }}"}}
  announces: {http: {url: "${{ env.ANNOUNCES }}"}}
  pours: {http: {url: "${{ env.POURS }}"}}
  nobody: {http: {url: "${{ env.NOBODY }}"}}
  after: {needs: [hangs, drips, drops, garbage, cut, announces, pours, nobody], if: "${{ always() }}", set: {done: true}}
)";

} // namespace

/// Functions at their worst: each step ends with its reason, the others and the engine are none the worse.
class TestServeFunctionFaults : public QObject
{
    Q_OBJECT
private slots:
    void everyStepSaysWhatHappened()
    {
        tests::RawServer hangs(hang), drips(drip), drops(drop), nonsense(garbage), cuts(cut),
            announces(announceGiB), pours(pourGiB);
        QTemporaryDir folder;
        const std::string workspace = folder.path().toStdString();
        std::filesystem::create_directories(workspace + "/flows/test");
        std::ofstream(workspace + "/flows/test/suffers.yaml") << kFlow;
        std::ofstream(workspace + "/.env")
            << "HANGS=" << hangs.url() << "\nDRIPS=" << drips.url() << "\nDROPS=" << drops.url()
            << "\nGARBAGE=" << nonsense.url() << "\nCUT=" << cuts.url() << "\nANNOUNCES=" << announces.url()
            << "\nNOBODY=http://127.0.0.1:1/\nPOURS=" << pours.url() << "\n";
        net::Loop loop;
        kill::ServeProcess serve(loop, BATUTA_BIN_DIR "/batuta", workspace);
        serve.setArguments({"--log-level", "ERROR"});
        BATUTA_VERIFY_OK(serve.start());
        QVERIFY(serve.waitUntilReady());
        const auto reply = serve.postNow("/flows/suffers/executions?wait=true", json::Object{});
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.body["status"].asString(), std::string("failed"));
        QString told;
        for (const json::Value &step : reply.body["steps"].asArray())
            told += QString::fromStdString(step["step"].asString() + "=" + step["status"].asString() + ": " +
                                           step["reason"].asString() + "\n");
        qInfo().noquote() << told;
        QCOMPARE(told.count("=failed: "), 8);
        QVERIFY2(told.contains("hangs=failed: Request timeout") &&
                     told.contains("drips=failed: Request timeout"),
                 qPrintable(told));
        QVERIFY2(told.contains("nobody=failed: Connection error"), qPrintable(told));
        QVERIFY2(!told.contains("failed: \n"), qPrintable(told)); // each says why
        QVERIFY2(told.contains("after=success"), qPrintable(told));
        QCOMPARE(serve.getNow("/health").status, 200);
        const std::int64_t memory = serve.residentBytes();
        qInfo("memory afterwards: %lld KiB", static_cast<long long>(memory >> 10));
        QVERIFY(memory > 0 && memory < kMostMemory);
        QCOMPARE(serve.stop(), 0);
    }
};

QTEST_GUILESS_MAIN(TestServeFunctionFaults)
#include "tst_serve_function_faults.moc"
