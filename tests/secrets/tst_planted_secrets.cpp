// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/json/json.h"
#include "engine/secrets/secret_store.h"
#include "tests/kill/serve_process.h"
#include "tests/support/net/servers.h"
#include "tests/support/verify.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cstring>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <sstream>

using namespace batuta;

namespace {

// Each secret has a heart that no spelling changes: not JSON's, not that of a URL.
constexpr const char *kPlain = "visible-zq81"; ///< no secret: proves that the search finds things
const std::vector<std::string> kHearts{"plantAEnvToken71",   "plantBPassword72",   "plantCClientToken73",
                                       "plantDHookSecret74", "plantESlackUrl75",   "plantFDatabase76",
                                       "plantGServeToken77", "plantHOtlpHeader78", "plantIEventSecret79",
                                       "plantJComment80",    "plantKOwnEnv81",     "plantLPin82",
                                       "plantMStored83",     "plantNPassphrase84", "plantOChat85"};

constexpr const char *kEverything = R"yaml(batuta: 1
name: everything
input:
  type: object
  properties:
    user_id: {type: string}
    password: {type: string}
    client_token: {type: string}
    pin: {type: string, writeOnly: true}
triggers:
  - webhook: {path: /hooks/everything, secret: "${{ secrets.HOOK_SECRET }}"}
defaults: {on_failure: continue}
steps:
  calls:
    http:
      method: POST
      url: "${{ env.ECHO }}/calls"
      query: {key: "${{ input.client_token }}", again: "${{ secrets.DB_PASSWORD }}"}
      headers: {X-Thing: "${{ secrets.DB_PASSWORD }}"}
      auth: {bearer: "${{ secrets.API_TOKEN }}"}
      json: {a: "${{ input.password }}", b: "${{ secrets.DB_PASSWORD }}", c: "visible-zq81", d: "${{ input.pin }}"}
  derives:
    needs: [calls]
    set: {copied: "${{ steps.calls.output.echo }}", text: "before ${{ input.password }} after", all: "${{ toJSON(input) }}"}
  logs:
    log: {message: "it is ${{ input.password }} and ${{ secrets.API_TOKEN }}", level: ERROR, fields: {pin: "${{ input.pin }}"}}
  runs:
    process: {command: [sh, -c, "env; echo $GIVEN; echo $GIVEN >&2"], env: {GIVEN: "${{ secrets.DB_PASSWORD }}"}}
  sleeps:
    process: {command: [sleep, "3"], env: {GIVEN: "${{ secrets.DB_PASSWORD }}"}}
  hook:
    webhook: {url: "${{ env.ECHO }}/hook", json: {p: "${{ input.password }}"}, secret: "${{ secrets.HOOK_SECRET }}"}
  stored:
    http: {method: POST, url: "${{ env.ECHO }}/stored", auth: {bearer: "${{ secrets.STORED }}"}, json: {s: "${{ secrets.STORED }}"}}
  chats:
    slack: {webhook: "${{ secrets.CHAT }}", text: "it is ${{ secrets.STORED }}"}
  tells:
    slack: {webhook: "${{ secrets.SLACK_WEBHOOK_URL }}", text: "it is ${{ input.password }}"}
  notice:
    notify: {text: "it is ${{ input.password }}", title: "${{ secrets.API_TOKEN }}"}
  fails:
    http: {method: POST, url: "${{ env.ECHO }}/fail", json: {p: "${{ secrets.DB_PASSWORD }}"}}
    retry: {attempts: 2, on: [5xx], backoff: {first: 1ms, max: 2ms}}
  each:
    foreach: {items: ["${{ input.password }}", "${{ secrets.API_TOKEN }}", "${{ input.pin }}"], as: it}
    http: {method: POST, url: "${{ env.ECHO }}/each", json: {it: "${{ it }}"}}
  jq:
    jq: {program: ".", input: {p: "${{ input.password }}", s: "${{ secrets.API_TOKEN }}"}}
  jqfails:
    jq: {program: "error(.p)", input: {p: "${{ input.password }}"}}
  child:
    flow: {name: child, input: {renamed: "${{ input.password }}", other: "${{ secrets.API_TOKEN }}", third: "${{ input.pin }}"}}
  gate:
    check: {same: {value: "${{ input.password }}", equals: "${{ secrets.DB_PASSWORD }}"}}
  asks:
    needs: [derives]
    approval: {message: "May ${{ input.password }} go on?"}
  waits:
    needs: [asks]
    wait: {event: "go-${{ input.password }}"}
output: {p: "${{ input.password }}", c: "${{ steps.derives.output }}", plain: "visible-zq81"}
finally:
  last: {http: {method: POST, url: "${{ env.ECHO }}/last", json: {all: "${{ toJSON(steps.derives.output) }}"}}}
)yaml";

constexpr const char *kChild = R"yaml(batuta: 1
name: child
input: {type: object}
steps:
  says: {set: {it: "${{ input.renamed }} ${{ input.other }} ${{ input.third }}"}}
  calls: {needs: [says], http: {method: POST, url: "${{ env.ECHO }}/child", json: "${{ steps.says.output }}"}}
output: "${{ steps.calls.output }}"
)yaml";

constexpr const char *kBreaks = R"yaml(batuta: 1
name: breaks
steps:
  broken: {set: {v: "${{ fromJSON(secrets.DB_PASSWORD) }}"}}
)yaml";

} // namespace

/// Everything is on: sealed journal, log, traces and events to other programs, child processes, a crash in
/// the middle. Afterwards no planted secret stands in anything that the engine wrote, answered or sent.
class TestPlantedSecrets : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        std::filesystem::create_directories(workspace() + "/flows/test");
        write("flows/test/everything.yaml", kEverything);
        write("flows/test/child.yaml", kChild);
        write("flows/test/breaks.yaml", kBreaks);
        write("token", "plantGServeToken77\n");
        write(".env.other", "ECHO=x\n");
        write("passphrase", "plantNPassphrase84\n");
        const auto store =
            secrets::makeStore(workspace(), secrets::StoreKind::File, {"", "plantNPassphrase84"});
        BATUTA_VERIFY_OK(store);
        BATUTA_VERIFY_OK((*store)->set({"dev", "STORED"}, "plantMStored83+/= y"));
        const std::string echo = m_echo.url("");
        write(".env", "ECHO=" + echo +
                          "\nAPI_TOKEN=\"plantAEnvToken71+/= x\"\nDB_PASSWORD='a\"plantFDatabase76&b'\n" +
                          "HOOK_SECRET=plantDHookSecret74\nSLACK_WEBHOOK_URL=" + echo +
                          "/services/plantESlackUrl75\nCHAT=" + echo +
                          "/plantOChat85\nBATUTA_CLOUD_EVENTS_URL=" + echo +
                          "/events\nBATUTA_CLOUD_EVENTS_SECRET=plantIEventSecret79\n" +
                          "OTEL_EXPORTER_OTLP_ENDPOINT=" + echo +
                          "/otlp\nOTEL_EXPORTER_OTLP_HEADERS=authorization=Bearer%20plantHOtlpHeader78\n" +
                          "OTEL_EXPORTER_OTLP_COMPRESSION=none\n");
        m_serve.setArguments({"--log-level", "DEBUG", "--token-file", workspace() + "/token"});
        m_serve.setToken("plantGServeToken77");
        m_serve.setEnvironment(
            {"PLANTED_OWN=plantKOwnEnv81", "BATUTA_PASSPHRASE_FILE=" + workspace() + "/passphrase"});
        BATUTA_VERIFY_OK(m_serve.start());
        QVERIFY(m_serve.waitUntilReady());
    }

    void everythingRuns()
    {
        const json::Value input = json::Object{{"user_id", "ana"},
                                               {"password", "p\"plantBPassword72 é"},
                                               {"client_token", "plantCClientToken73"},
                                               {"pin", "plantLPin82"}};
        m_id = idOf(m_serve.postNow("/flows/everything/executions", input));
        idOf(m_serve.postNow("/flows/breaks/executions", json::Object{}));
        QVERIFY(until([this] { return statusOf("asks") == "running" && statusOf("sleeps") == "running"; }));
        keepProcesses();
        m_serve.kill(); // with all of it in the journal
        m_said += m_serve.output();
        BATUTA_VERIFY_OK(m_serve.start());
        QVERIFY(m_serve.waitUntilReady());
        QVERIFY(until([this] { return statusOf("asks") == "running"; }));
        const json::Value yes = json::Object{{"approved", true}, {"comment", "it is p\"plantBPassword72 é"}};
        keep(
            m_serve.postNow("/executions/" + m_id + "/acts/answer",
                            json::Object{{"step", "asks"}, {"data", yes}, {"why", "plantAEnvToken71+/= x"}}));
        const json::Value signal = json::Object{{"name", "go-p\"plantBPassword72 é"},
                                                {"data", json::Object{{"token", "plantJComment80"}}}};
        keep(m_serve.postNow("/executions/" + m_id + "/acts/signal", json::Object{{"data", signal}}));
        keep(m_serve.postNow("/hooks/everything",
                             json::Object{{"password", "plantBPassword72"}})); // not signed
        keep(m_serve.postNow("/executions/" + m_id + "/acts/dance", json::Object{}));
        QVERIFY(until(
            [this] { return !m_record["ended_at"].isNull() && m_record["status"].asString() != "running"; }));
        qInfo().noquote() << QString::fromStdString(json::write(m_record["status"])) << shownSteps();
        QVERIFY(shownSteps().contains("derives=success") && shownSteps().contains("runs=success") &&
                shownSteps().contains("child=success") && shownSteps().contains("waits=success") &&
                shownSteps().contains("stored=success") && shownSteps().contains("chats=success"));
    }

    void askForEverything()
    {
        std::vector<std::string> paths = offered();
        QVERIFY(paths.size() > 20);
        paths.insert(paths.end(), {"/executions/nothing", "/nowhere?password=x", "/find?text=" + m_id,
                                   "/executions/" + m_id + "/log?limit=1000"});
        for (const std::string &path : paths) {
            std::optional<std::string> body;
            net::HttpRequest request;
            request.url = path;
            m_serve.fetch(std::move(request),
                          [&](const auto &response) { body = response ? response->body : ""; });
            QVERIFY2(kill::runUntil(m_loop, std::chrono::seconds(20), [&] { return body.has_value(); }),
                     path.c_str());
            m_said += "\nGET " + path + "\n" + *body;
        }
        keep(m_serve.postNow("/preview",
                             json::Object{{"flow", "everything"},
                                          {"input", json::Object{{"password", "p\"plantBPassword72 é"},
                                                                 {"pin", "plantLPin82"}}}}));
        const json::Value list = m_serve.getNow("/executions").body;
        for (const json::Value &execution : list["executions"].asArray())
            keep(m_serve.getNow("/executions/" + execution["execution_id"].asString()));
        QCOMPARE(m_serve.stop(), 0); // and whatever it exports is sent
        m_said += m_serve.output();
        const QString id = QString::fromStdString(m_id);
        for (const char *words :
             {"export", "executions --json", "audit", "trace ID", "trace ID --json", "failures --json",
              "find ID --json", "logs --limit 0", "logs --limit 0 --json", "flows", "env list",
              "env list --json", "env check", "env diff dev other --json", "secrets list",
              "secrets list --json", "plan everything", "capsule export -o one.batuta-capsule ID",
              "capsule show one.batuta-capsule --json"})
            m_said += "\n" + commandOutput(QString(words).replace("ID", id).split(' '));
        QVERIFY(m_said.find("\"STORED\"") != std::string::npos); // its name may be known
    }

    /// What a person hands on to others, unpacked.
    void noSecretIsInACapsule()
    {
        QProcess unpack;
        unpack.start("gzip", {"-dc", m_folder.filePath("one.batuta-capsule")});
        QVERIFY(unpack.waitForFinished());
        const std::string text = unpack.readAllStandardOutput().toStdString();
        QVERIFY2(text.find(kPlain) != std::string::npos, text.substr(0, 300).c_str());
        for (const std::string &heart : kHearts)
            QVERIFY2(text.find(heart) == std::string::npos, around(text, heart).c_str());
    }

    void noSecretCameOut()
    {
        QVERIFY(m_said.find(kPlain) !=
                std::string::npos); // what is searched holds what was there to be found
        QVERIFY(m_said.find("\"export\"") != std::string::npos || m_said.find("steps") != std::string::npos);
        for (const std::string &heart : kHearts)
            QVERIFY2(m_said.find(heart) == std::string::npos, around(m_said, heart).c_str());
    }

    void noSecretIsInAFile()
    {
        QVERIFY(!m_files.empty());
        for (const auto &entry : std::filesystem::recursive_directory_iterator(workspace() + "/.batuta"))
            if (entry.is_regular_file())
                m_files +=
                    "\nFILE " + entry.path().filename().string() + "\n" + bytesOf(entry.path().string());
        QVERIFY(m_files.find(kPlain) != std::string::npos);
        for (const std::string &heart : kHearts)
            QVERIFY2(m_files.find(heart) == std::string::npos, around(m_files, heart).c_str());
    }

    void noSecretWasExported()
    {
        const std::lock_guard lock(m_mutex);
        qInfo("%d bytes of events and traces were sent", static_cast<int>(m_exported.size()));
        QVERIFY(m_exported.find("everything") != std::string::npos);
        for (const std::string &heart : kHearts)
            QVERIFY2(m_exported.find(heart) == std::string::npos, around(m_exported, heart).c_str());
    }

    /// A crash leaves no memory on the disk.
    void noCoreIsWritten()
    {
        QVERIFY2(m_limits.find("Max core file size        0 ") != std::string::npos, m_limits.c_str());
    }

    void processesShowNoSecret()
    {
        QVERIFY(m_commandLines.find("serve") != std::string::npos);
        QVERIFY(m_commandLines.find("sleep") != std::string::npos);
        for (const std::string &heart : kHearts)
            QVERIFY2(m_commandLines.find(heart) == std::string::npos, m_commandLines.c_str());
        // The child has what its step gives it, and nothing of the engine's own.
        QVERIFY2(m_childEnvironment.find("GIVEN=a\"plantFDatabase76&b") != std::string::npos,
                 m_childEnvironment.c_str());
        QString names;
        for (const QString &entry :
             QString::fromStdString(m_childEnvironment).split(QChar(0), Qt::SkipEmptyParts))
            names += entry.section('=', 0, 0) + " ";
        QVERIFY2(m_childEnvironment.find("plantKOwnEnv81") == std::string::npos, qPrintable(names));
        for (const char *name : {"API_TOKEN", "HOOK_SECRET", "DB_PASSWORD", "PLANTED_OWN", "BATUTA_TOKEN"})
            QVERIFY2(!names.contains(name), qPrintable(names));
    }

private:
    std::string workspace() const { return m_folder.path().toStdString(); }
    void write(const std::string &name, const std::string &text) const
    {
        std::ofstream(workspace() + "/" + name) << text;
    }
    /// Every address that can be asked without changing anything, by the engine's own description.
    std::vector<std::string> offered() const
    {
        const auto description = json::parse(bytesOf(BATUTA_SOURCE_DIR "/resources/api/openapi.json"));
        std::vector<std::string> paths;
        for (const auto &[path, acts] : (*description)["paths"].asObject()) {
            if (acts["get"].isNull() || path == "/events") // which does not end
                continue;
            std::string asked = path;
            for (const auto &[name, value] : {std::pair("{id}", m_id), {"{name}", std::string("everything")}})
                if (const std::size_t at = asked.find(name); at != std::string::npos)
                    asked.replace(at, std::strlen(name), value);
            paths.push_back(asked);
        }
        return paths;
    }
    static std::string bytesOf(const std::string &path)
    {
        std::ifstream file(path, std::ios::binary);
        std::ostringstream bytes;
        bytes << file.rdbuf(); // a folder, or what has just gone, has none
        return bytes.str();
    }
    static std::string around(const std::string &text, const std::string &heart)
    {
        const std::size_t at = text.find(heart);
        if (at == std::string::npos) // QVERIFY2 asks for its words beforehand
            return {};
        return text.substr(at < 300 ? 0 : at - 300, 600);
    }

    /// What a function answers: everything that it was told, and whoever exports to it is remembered.
    void answer(const net::ServerRequest &request, net::Responder responder)
    {
        if (request.path == "/events" || request.path.starts_with("/otlp")) {
            const std::lock_guard lock(m_mutex);
            m_exported += request.body + "\n";
            return responder.send({200, "application/json", "{}", {}});
        }
        json::Array headers;
        for (const auto &[name, value] : request.headers)
            headers.emplace_back(name + ": " + value);
        json::Array query;
        for (const auto &[name, value] : request.query)
            query.emplace_back(value);
        net::ServerResponse response;
        response.status = request.path == "/fail" ? 500 : 200;
        response.headers.emplace_back("X-Echo", request.header("X-Thing"));
        response.body =
            json::write(json::Object{{"echo", request.body},
                                     {"headers", headers},
                                     {"query", query},
                                     {"told", json::parse(request.body).value_or(json::Value())}});
        responder.send(std::move(response));
    }

    void keep(const kill::ServeProcess::Reply &reply) { m_said += "\n" + json::write(reply.body); }
    std::string idOf(const kill::ServeProcess::Reply &reply)
    {
        keep(reply);
        return reply.body["execution_id"].asString();
    }
    bool until(const std::function<bool()> &condition)
    {
        for (int i = 0; i < 400; ++i) {
            const auto reply = m_serve.getNow("/executions/" + m_id);
            m_record = reply.body;
            keep(reply);
            if (condition())
                return true;
            kill::runFor(m_loop, std::chrono::milliseconds(25));
        }
        return false;
    }
    std::string statusOf(const std::string &step) const
    {
        for (const json::Value &one : m_record["steps"].asArray())
            if (one["step"].asString() == step)
                return one["status"].asString();
        return {};
    }
    QString shownSteps() const
    {
        QString text;
        for (const json::Value &step : m_record["steps"].asArray())
            text += QString::fromStdString(step["step"].asString() + "=" + step["status"].asString() + " ");
        return text;
    }
    /// What ps would show of the engine and its children, what the children were given, and the files as
    /// they are in the middle.
    void keepProcesses()
    {
        m_commandLines += bytesOf("/proc/" + std::to_string(m_serve.id()) + "/cmdline");
        m_limits = bytesOf("/proc/" + std::to_string(m_serve.id()) + "/limits");
        for (const auto &entry : std::filesystem::directory_iterator("/proc")) {
            const std::string id = entry.path().filename().string();
            const std::string stat = bytesOf("/proc/" + id + "/stat");
            const std::size_t end = stat.rfind(')');
            if (end == std::string::npos || std::atoi(stat.c_str() + end + 4) != m_serve.id())
                continue;
            m_commandLines += " " + bytesOf("/proc/" + id + "/cmdline");
            m_childEnvironment += bytesOf("/proc/" + id + "/environ");
        }
        for (const auto &entry : std::filesystem::recursive_directory_iterator(workspace() + "/.batuta"))
            if (entry.is_regular_file())
                m_files +=
                    "\nFILE " + entry.path().filename().string() + "\n" + bytesOf(entry.path().string());
    }
    std::string commandOutput(const QStringList &words) const
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.setWorkingDirectory(m_folder.path());
        process.start(BATUTA_BIN_DIR "/batuta", words);
        process.waitForFinished(30'000);
        return process.readAll().toStdString();
    }

    QTemporaryDir m_folder;
    net::Loop m_loop;
    std::mutex m_mutex;
    std::string m_exported;
    tests::TestServer m_echo{[this](const net::ServerRequest &request, net::Responder responder) {
        answer(request, std::move(responder));
    }};
    kill::ServeProcess m_serve{m_loop, BATUTA_BIN_DIR "/batuta", workspace()};
    std::string m_id;
    json::Value m_record;
    std::string m_said; ///< all that was answered, printed and logged
    std::string m_files;
    std::string m_commandLines;
    std::string m_limits;
    std::string m_childEnvironment;
};

QTEST_GUILESS_MAIN(TestPlantedSecrets)
#include "tst_planted_secrets.moc"
