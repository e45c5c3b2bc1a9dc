// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/policy/hmac.h"
#include "tests/support/verify.h"

using namespace batuta;
using namespace batuta::policy;
using namespace std::chrono_literals;
using test::shown;

class TestHmac : public QObject
{
    Q_OBJECT

private slots:
    void checksBatutasSignature_data();
    void checksBatutasSignature();
    void checksGitHubsSignature_data();
    void checksGitHubsSignature();
    void acceptsWhatItSigns();
    void refusesReplays();
    void remembersAsLongAsASignatureIsRight();
    void letsTheSenderTryAgain();
    void refusesRatherThanForgets();
};

namespace {

constexpr std::int64_t kSeconds = 1'795'271'400;
const WallTime kNow{std::chrono::seconds(kSeconds)};
constexpr const char *kBody = R"({"a":1})";
// Both reckoned by another program; GitHub's is the example of its own documentation.
constexpr const char *kOurs = "sha256=69063f2b5de398061716308ee49425bdfe65f007b54c15c937bfa7131be0fe44";
constexpr const char *kGitHubs = "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";

Verified rightUntil(const std::string &digest, WallTime until)
{
    return {digest, until};
}

} // namespace

void TestHmac::checksBatutasSignature_data()
{
    QTest::addColumn<QByteArray>("signature");
    QTest::addColumn<QByteArray>("timestamp");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<int>("secondsLater");
    QTest::addColumn<QString>("says");
    const QByteArray ours(kOurs);
    const QByteArray time = QByteArray::number(qint64{kSeconds});
    QTest::newRow("right") << ours << time << QByteArray(kBody) << QByteArray("s3cret") << 0 << "";
    QTest::newRow("capitals") << "sha256=" + ours.mid(7).toUpper() << time << QByteArray(kBody)
                              << QByteArray("s3cret") << 0 << "";
    QTest::newRow("as old as allowed")
        << ours << time << QByteArray(kBody) << QByteArray("s3cret") << 300 << "";
    QTest::newRow("too old") << ours << time << QByteArray(kBody) << QByteArray("s3cret") << 301
                             << "of another time";
    QTest::newRow("as far ahead as allowed")
        << ours << time << QByteArray(kBody) << QByteArray("s3cret") << -300 << "";
    QTest::newRow("too far ahead") << ours << time << QByteArray(kBody) << QByteArray("s3cret") << -301
                                   << "of another time";
    QTest::newRow("another time") << ours << time + "0" << QByteArray(kBody) << QByteArray("s3cret") << 0
                                  << "does not match";
    QTest::newRow("no time") << ours << QByteArray() << QByteArray(kBody) << QByteArray("s3cret") << 0
                             << "does not match";
    QTest::newRow("another body") << ours << time << QByteArray("{\"a\":2}") << QByteArray("s3cret") << 0
                                  << "does not match";
    QTest::newRow("another secret") << ours << time << QByteArray(kBody) << QByteArray("s3creT") << 0
                                    << "does not match";
    QTest::newRow("no secret") << ours << time << QByteArray(kBody) << QByteArray() << 0
                               << "secret of this webhook is empty";
    QTest::newRow("last digit") << ours.chopped(1) + (ours.endsWith('0') ? "1" : "0") << time
                                << QByteArray(kBody) << QByteArray("s3cret") << 0 << "does not match";
    QTest::newRow("too short") << ours.chopped(2) << time << QByteArray(kBody) << QByteArray("s3cret") << 0
                               << "does not match";
    QTest::newRow("too long") << ours + "00" << time << QByteArray(kBody) << QByteArray("s3cret") << 0
                              << "does not match";
    QTest::newRow("no scheme") << ours.mid(7) << time << QByteArray(kBody) << QByteArray("s3cret") << 0
                               << "does not match";
    QTest::newRow("another scheme") << "sha512=" + ours.mid(7) << time << QByteArray(kBody)
                                    << QByteArray("s3cret") << 0 << "does not match";
    QTest::newRow("not hexadecimal") << ours.chopped(1) + "g" << time << QByteArray(kBody)
                                     << QByteArray("s3cret") << 0 << "does not match";
}

void TestHmac::checksBatutasSignature()
{
    QFETCH(QByteArray, signature);
    QFETCH(QByteArray, timestamp);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, secret);
    QFETCH(int, secondsLater);
    QFETCH(QString, says);
    const std::string givenSignature = signature.toStdString();
    const std::string givenTime = timestamp.toStdString();
    const std::string givenBody = body.toStdString();
    const Result<Verified> result =
        verifySignature({givenSignature, givenTime, "", givenBody}, secret.toStdString(),
                        kNow + std::chrono::seconds(secondsLater), 5min);
    if (says.isEmpty()) {
        BATUTA_VERIFY_OK(result);
        QCOMPARE(result->digest.size(), std::size_t{32});
        QVERIFY(result->until == kNow + 5min);
    } else {
        BATUTA_VERIFY_ERROR(result, ErrorCode::HttpUnauthorized);
        QVERIFY2(shown(result.error().detail).contains(says), result.error().detail.c_str());
    }
}

void TestHmac::checksGitHubsSignature_data()
{
    QTest::addColumn<QByteArray>("ours");
    QTest::addColumn<QByteArray>("gitHubs");
    QTest::addColumn<bool>("right");
    QTest::newRow("right") << QByteArray() << QByteArray(kGitHubs) << true;
    QTest::newRow("wrong") << QByteArray() << QByteArray(kGitHubs).replace('7', '8') << false;
    QTest::newRow("none at all") << QByteArray() << QByteArray() << false;
    QTest::newRow("a wrong one of ours beside it") << QByteArray(kOurs) << QByteArray(kGitHubs) << false;
    QTest::newRow("in the place of ours") << QByteArray(kGitHubs) << QByteArray() << false;
}

void TestHmac::checksGitHubsSignature()
{
    QFETCH(QByteArray, ours);
    QFETCH(QByteArray, gitHubs);
    QFETCH(bool, right);
    const std::string first = ours.toStdString();
    const std::string second = gitHubs.toStdString();
    const Result<Verified> result =
        verifySignature({first, "", second, "Hello, World!"}, "It's a Secret to Everybody", kNow, 5min);
    QCOMPARE(result.has_value(), right);
    if (!right)
        BATUTA_VERIFY_ERROR(result, ErrorCode::HttpUnauthorized);
}

void TestHmac::acceptsWhatItSigns()
{
    const std::string time = std::to_string(kSeconds);
    QCOMPARE(shown(signatureOf("s3cret", time, kBody)), QString(kOurs));
    const std::string body("\0binary\xff", 8);
    const std::string signature = signatureOf("k", time, body);
    BATUTA_VERIFY_OK(verifySignature({signature, time, "", body}, "k", kNow, 1s));
}

void TestHmac::refusesReplays()
{
    ReplayWindow window;
    const std::string upper = "sha256=" + QByteArray(kOurs).mid(7).toUpper().toStdString();
    const std::string time = std::to_string(kSeconds);
    const auto first = verifySignature({kOurs, time, "", kBody}, "s3cret", kNow, 5min);
    const auto second = verifySignature({upper, time, "", kBody}, "s3cret", kNow + 10s, 5min);
    BATUTA_VERIFY_OK(first);
    BATUTA_VERIFY_OK(second);
    BATUTA_VERIFY_OK(window.admit("/hooks/a", *first, kNow));
    BATUTA_VERIFY_ERROR(window.admit("/hooks/a", *first, kNow), ErrorCode::DuplicateRequest);
    BATUTA_VERIFY_ERROR(window.admit("/hooks/a", *second, kNow + 10s), ErrorCode::DuplicateRequest);
    BATUTA_VERIFY_OK(window.admit("/hooks/b", *first, kNow));
}

void TestHmac::remembersAsLongAsASignatureIsRight()
{
    ReplayWindow window;
    const Verified ahead = rightUntil("ahead", kNow + 10min);
    const Verified soon = rightUntil("soon", kNow + 1min);
    BATUTA_VERIFY_OK(window.admit("/a", ahead, kNow));
    BATUTA_VERIFY_OK(window.admit("/a", soon, kNow));
    BATUTA_VERIFY_ERROR(window.admit("/a", soon, kNow + 1min), ErrorCode::DuplicateRequest);
    BATUTA_VERIFY_OK(window.admit("/a", soon, kNow + 1min + 1us));
    BATUTA_VERIFY_ERROR(window.admit("/a", ahead, kNow + 10min), ErrorCode::DuplicateRequest);
}

void TestHmac::letsTheSenderTryAgain()
{
    ReplayWindow window;
    const Verified request = rightUntil("x", kNow + 5min);
    BATUTA_VERIFY_OK(window.admit("/a", request, kNow));
    window.forget("/b", request);
    BATUTA_VERIFY_ERROR(window.admit("/a", request, kNow), ErrorCode::DuplicateRequest);
    window.forget("/a", request);
    BATUTA_VERIFY_OK(window.admit("/a", request, kNow));
    BATUTA_VERIFY_ERROR(window.admit("/a", request, kNow), ErrorCode::DuplicateRequest);
}

void TestHmac::refusesRatherThanForgets()
{
    ReplayWindow window;
    for (std::size_t i = 0; i < ReplayWindow::kMost; ++i)
        QVERIFY(window.admit("/a", rightUntil(std::to_string(i), kNow + 5min), kNow));
    BATUTA_VERIFY_ERROR(window.admit("/a", rightUntil("new", kNow + 5min), kNow), ErrorCode::HttpBusy);
    BATUTA_VERIFY_ERROR(window.admit("/a", rightUntil("0", kNow + 5min), kNow), ErrorCode::DuplicateRequest);
    BATUTA_VERIFY_OK(window.admit("/a", rightUntil("new", kNow + 15min), kNow + 6min));
}

QTEST_APPLESS_MAIN(TestHmac)
#include "tst_hmac.moc"
