// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/json/json.h"
#include "engine/steps/http_call.h"
#include "tests/steps/workbench.h"
#include "tests/support/net/servers.h"
#include "tests/support/verify.h"

#include <QMessageAuthenticationCode>

using namespace batuta;
using namespace std::chrono_literals;
using batuta::test::shown;
using batuta::tests::text;
using batuta::tests::tree;

/// Steps that tell others: webhook, slack, notify; and what Retry-After does to any call.
class TstTellingSteps : public QObject
{
    Q_OBJECT

private slots:
    void aWebhookIsSigned();
    void aWebhookWithoutASecretIsNot();
    void anEmptySecretIsRefused();
    void slackKeepsItsAddressToItself();
    void slackFailuresKeepItToo_data();
    void slackFailuresKeepItToo();
    void redirectsAreNotFollowed();
    void aWebhookHasATimeoutOfItsOwn();
    void notifies();
    void hearsRetryAfter_data();
    void hearsRetryAfter();
    void readsRetryAfter_data();
    void readsRetryAfter();
};

void TstTellingSteps::aWebhookIsSigned()
{
    tests::Workbench bench;
    tests::Receiver receiver(bench.run.loop);
    bench.roots.set("secrets", json::Object{{"HOOK", "s3cret ç"}});
    bench.roots.set("input", json::Object{{"id", 7}});
    flow::WebhookStep step;
    step.url = text(receiver.url("/hook?a=${{ input.id }}"));
    step.headers = {{"X-Mine", text("${{ input.id }}")}};
    step.json = tree(json::Object{{"id", "${{ input.id }}"}, {"word", "maçã"}});
    step.secret = text("${{ secrets.HOOK }}");
    const auto before = std::chrono::system_clock::now().time_since_epoch() / 1s;
    QVERIFY(bench.does(std::move(step)));
    QCOMPARE(bench.outcome(), "done");
    QCOMPARE(receiver.requests.size(), std::size_t{1});
    const net::ServerRequest &request = receiver.requests.front();
    QCOMPARE(shown(request.method + " " + request.path), "POST /hook");
    QCOMPARE(shown(request.body), R"({"id":7,"word":"maçã"})");
    QCOMPARE(shown(request.header("Content-Type")), "application/json");
    QCOMPARE(shown(request.header("X-Mine")), "7");
    QCOMPARE(shown(request.header("Idempotency-Key")), "e1/step");
    QCOMPARE(shown(request.header("X-Batuta-Attempt")), "2");
    QCOMPARE(shown(request.header("traceparent")), "00-trace-01");
    const QByteArray timestamp = shown(request.header("X-Batuta-Timestamp")).toUtf8();
    QVERIFY(timestamp.toLongLong() >= before && timestamp.toLongLong() <= before + 10);
    // Computed by another library than the one under test.
    const QByteArray signature =
        QMessageAuthenticationCode::hash(timestamp + "." + QByteArray::fromStdString(request.body),
                                         "s3cret ç", QCryptographicHash::Sha256)
            .toHex();
    QCOMPARE(shown(request.header("X-Batuta-Signature")), "sha256=" + signature);
    QVERIFY(bench.report->exchange);
    QCOMPARE(shown(bench.report->exchange->url), shown(receiver.url("/hook?a=7")));
    QCOMPARE(bench.report->exchange->status, 200);
}

void TstTellingSteps::aWebhookWithoutASecretIsNot()
{
    tests::Workbench bench;
    tests::Receiver receiver(bench.run.loop);
    flow::WebhookStep step;
    step.url = text(receiver.url("/hook"));
    QVERIFY(bench.does(std::move(step)));
    QCOMPARE(bench.outcome(), "done");
    QVERIFY(receiver.requests.front().header("X-Batuta-Signature").empty());
    QVERIFY(receiver.requests.front().header("X-Batuta-Timestamp").empty());
}

void TstTellingSteps::anEmptySecretIsRefused()
{
    tests::Workbench bench;
    tests::Receiver receiver(bench.run.loop);
    flow::WebhookStep step;
    step.url = text(receiver.url("/hook"));
    step.secret = text("${{ input.none }}");
    QVERIFY(bench.does(std::move(step)));
    QVERIFY2(bench.outcome().startsWith("critical: "), qPrintable(bench.outcome()));
    QVERIFY2(bench.outcome().contains("the secret is empty"), qPrintable(bench.outcome()));
    QVERIFY(receiver.requests.empty());
}

void TstTellingSteps::slackKeepsItsAddressToItself()
{
    tests::Workbench bench;
    tests::Receiver receiver(bench.run.loop);
    receiver.answer = {200, "text/plain", "ok", {}};
    flow::SlackStep step;
    step.webhook = text(receiver.url("/services/T0/B0/tokentoken?x=tokentoken"));
    step.text = text("Done");
    step.blocks = tree(json::Array{json::Object{{"type", "divider"}}});
    QVERIFY(bench.does(std::move(step)));
    QCOMPARE(bench.outcome(), "done");
    QCOMPARE(bench.output(), R"("ok")");
    const net::ServerRequest &request = receiver.requests.front();
    QCOMPARE(shown(request.method + " " + request.path), "POST /services/T0/B0/tokentoken");
    QCOMPARE(shown(request.body), R"({"text":"Done","blocks":[{"type":"divider"}]})");
    QCOMPARE(shown(request.header("Idempotency-Key")), "e1/step");
    QCOMPARE(shown(request.header("traceparent")), "00-trace-01");
    QCOMPARE(shown(bench.report->exchange->url), shown(receiver.url("")));
    QVERIFY(!bench.lines.empty());
    for (const std::string &line : bench.lines)
        QVERIFY2(line.find("tokentoken") == std::string::npos, line.c_str());
}

void TstTellingSteps::slackFailuresKeepItToo_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("shownUrl");
    QTest::newRow("refused") << "http://127.0.0.1:1/tokentoken"
                             << "http://127.0.0.1:1";
    QTest::newRow("no URL") << "hooks.slack.com/tokentoken"
                            << "(not a URL)";
    QTest::newRow("blank") << "https://hooks.slack.com/token token"
                           << "(not a URL)";
}

void TstTellingSteps::slackFailuresKeepItToo()
{
    QFETCH(QString, url);
    tests::Workbench bench;
    flow::SlackStep step;
    step.webhook = text(url.toStdString());
    step.text = text("Done");
    QVERIFY(bench.does(std::move(step)));
    QVERIFY2(bench.outcome().startsWith("failed: "), qPrintable(bench.outcome()));
    QVERIFY2(!bench.outcome().contains("token"), qPrintable(bench.outcome()));
    QTEST(shown(bench.report->exchange->url), "shownUrl");
}

void TstTellingSteps::redirectsAreNotFollowed()
{
    tests::Workbench bench;
    tests::Receiver receiver(bench.run.loop);
    receiver.answer.status = 307;
    receiver.answer.headers = {{"Location", receiver.url("/elsewhere")}};
    flow::WebhookStep step;
    step.url = text(receiver.url("/hook"));
    QVERIFY(bench.does(std::move(step)));
    QCOMPARE(bench.outcome(), "failed: HTTP 307");
    QCOMPARE(receiver.requests.size(), std::size_t{1});
}

void TstTellingSteps::aWebhookHasATimeoutOfItsOwn()
{
    tests::RawServer silent([](tests::RawSocket &peer, int) { peer.readToEnd(); });
    tests::Workbench bench;
    bench.timeout = 60ms;
    flow::WebhookStep step;
    step.url = text(silent.url("/hook"));
    QVERIFY(bench.does(std::move(step)));
    QCOMPARE(bench.outcome(), "failed: Request timeout after 0.06s");
    QCOMPARE(bench.report->outcome.cause, plan::Outcome::Cause::Timeout);
}

void TstTellingSteps::notifies()
{
    tests::Workbench bench;
    bench.roots.set("input", json::Object{{"who", "Ana"}});
    flow::NotifyStep step;
    step.text = text("Hello ${{ input.who }}");
    step.title = text("News");
    step.level = "WARNING";
    bench.start(std::move(step));
    QCOMPARE(bench.outcome(), "done");
    QCOMPARE(bench.output(), "null");
    QCOMPARE(bench.notices.size(), std::size_t{1});
    QCOMPARE(shown(bench.notices[0].level + "|" + bench.notices[0].title + "|" + bench.notices[0].text),
             "WARNING|News|Hello Ana");
    flow::NotifyStep broken;
    broken.text = text("${{ fromJSON('{') }}");
    bench.start(std::move(broken));
    QVERIFY(bench.outcome().startsWith("critical: "));
    QCOMPARE(bench.notices.size(), std::size_t{1});
}

void TstTellingSteps::hearsRetryAfter_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("asDate");
    QTest::addColumn<bool>("heard");
    QTest::newRow("429") << 429 << false << true;
    QTest::newRow("503") << 503 << false << true;
    QTest::newRow("429 with a date") << 429 << true << true;
    QTest::newRow("503 with a date") << 503 << true << true;
    QTest::newRow("500") << 500 << false << false;
    QTest::newRow("200") << 200 << false << false;
}

void TstTellingSteps::hearsRetryAfter()
{
    QFETCH(int, status);
    QFETCH(bool, asDate);
    QFETCH(bool, heard);
    tests::Workbench bench;
    tests::Receiver receiver(bench.run.loop);
    receiver.answer.status = status;
    const QDateTime then = QDateTime::currentDateTimeUtc().addSecs(120);
    const QString date = QLocale::c().toString(then, "ddd, dd MMM yyyy HH:mm:ss") + " GMT";
    receiver.answer.headers = {{"retry-after", asDate ? date.toStdString() : "120"}};
    flow::HttpStep step;
    step.url = text(receiver.url("/call"));
    QVERIFY(bench.does(std::move(step)));
    const std::optional<Duration> after = bench.report->outcome.retryAfter;
    QCOMPARE(after.has_value(), heard);
    if (heard)
        QVERIFY2(*after <= 120s && *after >= (asDate ? 110s : 120s), durationText(*after).c_str());
}

void TstTellingSteps::readsRetryAfter_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<int>("seconds"); // -1: nothing
    QTest::newRow("zero") << "0" << 0;
    QTest::newRow("seconds") << " 7 " << 7;
    QTest::newRow("a year at most") << "9999999999" << 365 * 24 * 3600;
    QTest::newRow("beyond numbers") << "99999999999999999999999" << -1;
    QTest::newRow("negative") << "-5" << -1;
    QTest::newRow("fraction") << "1.5" << -1;
    QTest::newRow("words") << "soon" << -1;
    QTest::newRow("empty") << "" << -1;
    QTest::newRow("date") << "Sat, 21 Nov 2026 12:01:30 GMT" << 90;
    QTest::newRow("leap second") << "Sat, 21 Nov 2026 12:00:60 GMT" << 60;
    QTest::newRow("next year") << "Fri, 01 Jan 2027 00:00:00 GMT" << 40 * 24 * 3600 + 12 * 3600;
    QTest::newRow("past") << "Sun, 06 Nov 1994 08:49:37 GMT" << 0;
    QTest::newRow("far") << "Fri, 31 Dec 9999 23:59:59 GMT" << 365 * 24 * 3600;
    QTest::newRow("no such day") << "Mon, 30 Feb 2026 12:00:00 GMT" << -1;
    QTest::newRow("no such month") << "Mon, 20 Fab 2026 12:00:00 GMT" << -1;
    QTest::newRow("between two months") << "Mon, 20 anF 2026 12:00:00 GMT" << -1;
    QTest::newRow("no such hour") << "Sat, 21 Nov 2026 24:00:00 GMT" << -1;
    QTest::newRow("another zone") << "Sat, 21 Nov 2026 12:01:30 CET" << -1;
    QTest::newRow("sign in a number") << "Sat, 21 Nov 2026 12:+1:30 GMT" << -1;
}

void TstTellingSteps::readsRetryAfter()
{
    QFETCH(QString, value);
    QFETCH(int, seconds);
    WallTime now;
    QVERIFY(parseIsoTime("2026-11-21T12:00:00Z", now));
    const std::optional<Duration> after = steps::parseRetryAfter(value.toStdString(), now);
    QCOMPARE(after ? static_cast<int>(*after / 1s) : -1, seconds);
}

QTEST_APPLESS_MAIN(TstTellingSteps)
#include "tst_telling_steps.moc"
