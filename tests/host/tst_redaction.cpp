// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/host/answer.h"
#include "engine/json/json.h"
#include "tests/host/house.h"
#include "tests/support/verify.h"

#include <filesystem>
#include <fstream>
#include <iterator>

using namespace batuta;
using batuta::test::shown;

/// Secrets go to the functions and nowhere else: not into the record, the events, the log or the file.
class TstRedaction : public QObject
{
    Q_OBJECT

private slots:
    void hidesASecret_data();
    void hidesASecret();
    void hidesSecretsOfTheEnvironment();
    void hidesSecretNamesInAnswers();
    void hidesASecretAtTheCutOfALongBody();
    void cutsALongBodyBetweenCharacters();

private:
    /// Everything that an execution leaves behind, as one text.
    static std::string tracesOf(tests::House &house, const client::ExecutionRecord &record);
};

std::string TstRedaction::tracesOf(tests::House &house, const client::ExecutionRecord &record)
{
    std::string all = house.log() + json::write(record.input) + json::write(record.output) + record.error +
                      json::write(host::answerBody(record));
    for (const client::StepRecord &step : record.steps)
        all += step.reason + step.output + json::write(step.attemptsDetail);
    for (const client::EventRecord &event : house.events(ExecutionId(record.id)))
        all += event.step + json::write(event.data);
    house.close();
    for (const auto &entry : std::filesystem::recursive_directory_iterator(house.folder() + "/.batuta")) {
        std::ifstream file(entry.path(), std::ios::binary);
        all.append(std::istreambuf_iterator<char>(file), {});
    }
    return all;
}

void TstRedaction::hidesASecret_data()
{
    QTest::addColumn<QString>("secret");
    QTest::newRow("plain") << "tok-1234567890";
    QTest::newRow("quotes and slashes") << "a\"b\\c/d e+f&g";
    QTest::newRow("letters beyond ASCII") << "segredo-ção-9";
    QTest::newRow("long") << QString(3000, 'k') + "end";
}

void TstRedaction::hidesASecret()
{
    QFETCH(QString, secret);
    const std::string token = secret.toStdString();
    net::Loop loop;
    tests::House house(loop);
    house.function("CALL_URL", "/call");
    house.function("FAIL_URL", "/fail");
    house.functions.answer("/call", 200, json::write(json::Object{{"echo", "you sent " + token}, {"n", 1}}));
    house.functions.answer("/fail", 500, "plain text with " + token);
    house.flow("one", R"(defaults: {on_failure: continue}
input:
  type: object
  properties:
    user_id: {type: string}
    call_token: {type: string, writeOnly: true}
steps:
  call:
    http: {method: POST, url: "${{ env.CALL_URL }}", json: {value: "${{ input.call_token }}"},
           query: {q: "${{ input.call_token }}"}, auth: {bearer: "${{ input.call_token }}"}}
  fail: {needs: [call], http: {url: "${{ env.FAIL_URL }}"}}
  say: {needs: [call], log: {message: "the token is ${{ input.call_token }}", fields: {echo: "${{ steps.call.output }}"}}}
  kept: {needs: [call], set: {echo: "${{ steps.call.output.echo }}", mine: "${{ input.call_token }}"}}
  gate: {needs: [call], check: {same: {value: "${{ input.call_token }}", equals: other}}}
  broken: {needs: [gate], set: {x: "${{ fromJSON(input.call_token) }}"}}
output: {echo: "${{ steps.call.output }}"}
)");
    house.open();
    const auto record = house.run("one", json::Object{{"user_id", "u-1"}, {"call_token", token}});
    BATUTA_VERIFY_OK(record);
    // The function itself gets it whole.
    QCOMPARE(shown(json::parse(house.functions.last("/call").body)->operator[]("value").asString()), secret);
    QCOMPARE(shown(house.functions.last("/call").queryValue("q")), secret);
    const std::string traces = tracesOf(house, *record);
    QVERIFY(traces.find("you sent ***") != std::string::npos);
    const std::string escaped = json::write(json::Value(token));
    for (const std::string &form : {token, escaped.substr(1, escaped.size() - 2), net::percentEncoded(token)})
        QVERIFY2(traces.find(form) == std::string::npos, form.c_str());
}

void TstRedaction::hidesSecretsOfTheEnvironment()
{
    net::Loop loop;
    tests::House house(loop);
    house.function("CALL_URL", "/call");
    house.env["STORE_PASSWORD"] = "hunter2-and-more";
    house.functions.answer("/call", 200, "your password is hunter2-and-more");
    house.flow("one",
               "steps:\n  call: {http: {method: POST, url: \"${{ env.CALL_URL }}\", headers: {X-Pass: \"${{ "
               "env.STORE_PASSWORD }}\"}, json: {p: \"${{ env.STORE_PASSWORD }}\"}}}\n");
    house.open();
    const auto record = house.run("one");
    QCOMPARE(tests::statusesOf(record), "call=success");
    QCOMPARE(shown(house.functions.last("/call").header("X-Pass")), "hunter2-and-more");
    QVERIFY(tracesOf(house, *record).find("hunter2") == std::string::npos);
}

void TstRedaction::hidesSecretNamesInAnswers()
{
    net::Loop loop;
    tests::House house(loop);
    house.function("CALL_URL", "/call");
    house.functions.answer("/call", [](const net::ServerRequest &) {
        net::ServerResponse response;
        response.body = R"({"access_token":"fresh-991","deep":[{"senha":"xyz-992"}],"jwt":"jjj-993","ok":1})";
        response.headers = {{"Set-Cookie", "sid=ccc-994"}, {"X-Api-Key", "kkk-995"}};
        return response;
    });
    house.flow(
        "one",
        "steps:\n  call: {http: {url: \"${{ env.CALL_URL }}\"}}\n  kept: {needs: [call], set: {all: \"${{ "
        "steps.call.output }}\"}}\n");
    house.open();
    const auto record = house.run("one");
    QCOMPARE(tests::statusesOf(record), "call=success kept=success");
    const std::string traces = tracesOf(house, *record);
    for (const char *secret : {"fresh-991", "xyz-992", "jjj-993", "ccc-994", "kkk-995"})
        QVERIFY2(traces.find(secret) == std::string::npos, secret);
}

void TstRedaction::hidesASecretAtTheCutOfALongBody()
{
    net::Loop loop;
    tests::House house(loop);
    house.function("CALL_URL", "/call");
    constexpr std::size_t kKept = 1u << 20;
    // The secret stands astride the end of what is kept.
    house.functions.answer("/call", 200,
                           std::string(kKept - 6, 'x') + "hidden-123456" + std::string(200'000, 'y'));
    house.flow(
        "one",
        "input: {type: object, properties: {call_token: {type: string}}}\nsteps:\n  call: {http: {url: "
        "\"${{ env.CALL_URL }}\"}}\n");
    house.open();
    const auto record = house.run("one", json::Object{{"call_token", "hidden-123456"}});
    QCOMPARE(tests::statusesOf(record), "call=success");
    const json::Value &response = record->steps.front().attemptsDetail.at(0)["response"];
    QVERIFY(response["truncated"].asBoolean());
    QCOMPARE(response["bytes"].asInteger(), static_cast<std::int64_t>(kKept + 200'007));
    QVERIFY(response["body"].asString().size() <= kKept);
    QVERIFY(tracesOf(house, *record).find("hidden") == std::string::npos);
}

void TstRedaction::cutsALongBodyBetweenCharacters()
{
    net::Loop loop;
    tests::House house(loop);
    house.function("CALL_URL", "/call");
    std::string body = "x";
    while (body.size() < (3u << 20))
        body += "ç";
    house.functions.answer("/call", 200, body);
    house.flow("one", "steps:\n  call: {http: {url: \"${{ env.CALL_URL }}\"}}\n");
    house.open();
    const auto record = house.run("one");
    QCOMPARE(tests::statusesOf(record), "call=success");
    const std::string &kept = record->steps.front().attemptsDetail.at(0)["response"]["body"].asString();
    QCOMPARE(kept.size(), std::size_t{(1u << 20) - 1});
    QVERIFY(kept.ends_with("ç"));
}

QTEST_APPLESS_MAIN(TstRedaction)
#include "tst_redaction.moc"
