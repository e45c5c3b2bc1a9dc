// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/base/text.h"
#include "engine/flow/keys.h"
#include "engine/flow/reader.h"
#include "engine/json/json.h"
#include "engine/json/schema.h"
#include "tests/flow/error_list.h"

#include <QDir>
#include <QTest>

#include <set>

using namespace batuta;
using namespace batuta::flow;

namespace {

const std::string kSource = BATUTA_SOURCE_DIR;

json::Value schemaText()
{
    const Result<std::string> text = readFile(kSource + "/resources/schema/flow.schema.json", 1u << 20);
    const Result<json::Value> value = text ? json::parse(*text) : Result<json::Value>(text.error());
    return value ? *value : json::Value();
}

/// Why the schema refuses the YAML text; empty when it does not.
QString refusals(const json::Schema &schema, const std::string &text)
{
    const YamlReading reading = readYaml(text, "f");
    if (!reading.root)
        return "not YAML";
    QString all;
    for (const json::Violation &violation : schema.validate(toJson(*reading.root)))
        all += QString::fromStdString(violation.pointer + ": " + violation.message + "\n");
    return all;
}

QString sorted(const std::set<std::string> &names)
{
    QString text;
    for (const std::string &name : names)
        text += QString::fromStdString(name) + " ";
    return text;
}

} // namespace

/// Holds resources/schema/flow.schema.json, from which editors complete, to what the reader really accepts.
class TestFlowSchema : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void listsTheKeysThatTheReaderKnows();
    void acceptsEveryShippedFlow();
    void judgesLikeTheReader_data();
    void judgesLikeTheReader();

private:
    json::Value m_text;
    json::Schema m_schema;
};

void TestFlowSchema::initTestCase()
{
    m_text = schemaText();
    const Result<json::Schema> schema = json::Schema::compile(m_text);
    QVERIFY2(schema.has_value(), schema ? "" : errorText(schema.error()).c_str());
    m_schema = *schema;
}

void TestFlowSchema::listsTheKeysThatTheReaderKnows()
{
    for (const KeyTable *table : keys::ofFlowFiles()) {
        if (table == &keys::kinds())
            continue; // part of the step
        const json::Value &definition = table == &keys::flow() ? m_text : m_text["definitions"][table->name];
        std::set<std::string> known;
        std::set<std::string> required;
        std::vector<Key> all = table->keys;
        if (table == &keys::step() || table == &keys::compensate())
            all.insert(all.end(), keys::kinds().keys.begin(), keys::kinds().keys.end());
        for (const Key &key : all) {
            known.emplace(key.name);
            if (key.required)
                required.emplace(key.name);
            const bool isLater =
                definition["properties"][key.name]["$ref"] == json::Value("#/definitions/later");
            QVERIFY2(isLater != key.supported, std::string(key.name).c_str());
        }
        std::set<std::string> inSchema;
        std::set<std::string> requiredInSchema;
        for (const auto &property : definition["properties"].asObject())
            inSchema.insert(property.first);
        for (const json::Value &name : definition["required"].asArray())
            requiredInSchema.insert(name.asString());
        QCOMPARE(sorted(inSchema), sorted(known));
        QCOMPARE(sorted(requiredInSchema), sorted(required));
    }
}

void TestFlowSchema::acceptsEveryShippedFlow()
{
    int count = 0;
    const QDir root(QString::fromStdString(kSource) + "/flows");
    for (const QFileInfo &system : root.entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        for (const QFileInfo &file : QDir(system.filePath()).entryInfoList({"*.yaml"}, QDir::Files)) {
            if (file.fileName() == "routes.yaml" || file.fileName().startsWith("env-vars"))
                continue;
            const Result<std::string> text = readFile(file.filePath().toStdString(), 1u << 20);
            QVERIFY(text.has_value());
            QCOMPARE(refusals(m_schema, *text), QString());
            QCOMPARE(test::listed(readFlow(*text, file.fileName().toStdString()).errors), QString());
            ++count;
        }
    }
    QVERIFY(count >= 6);
}

void TestFlowSchema::judgesLikeTheReader_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("good");
    const QByteArray head = "batuta: 1\nname: x\nsteps:\n  a: {log: hi}\n";
    const auto row = [&](const QByteArray &text, bool good) {
        QTest::newRow(text.constData()) << QByteArray(head + text) << good;
    };
    for (const char *text :
         {"title: Hi",
          "title: {en: Hi, pt_BR: Oi}",
          "labels: {a: b}",
          "deadline: 1.5h",
          "max_parallel: 1000",
          "idempotency: {key: a, window: 5m, on_repeat: reject}",
          "idempotency: {key: a, on_repeat: reuse}",
          "concurrency: {limit: 2}",
          "concurrency: {limit: 2, key: '${{ input.x }}', when_full: cancel_oldest}",
          "input: {}",
          "output: [1]",
          "triggers: []",
          "triggers: [{schedule: {cron: 0 2 * * 0}}]",
          "triggers: [{schedule: {cron: '@daily', timezone: America/Sao_Paulo, missed: "
          "run_all, input: {a: '${{ trigger.time }}'}}}]",
          "triggers: [{webhook: {path: /hooks/a, unsigned: true}}]",
          "triggers: [{webhook: {path: /hooks/a.b-c, secret: s, tolerance: 1m, input: "
          "'${{ trigger.body }}'}}]",
          "triggers: [{message: {queue: q, if: 'true', input: {}}}]",
          "finally: {}",
          "defaults: {timeout: 250ms, total_timeout: 1s, on_failure: abort, retry: {attempts: 2}}",
          "  b: {log: 12}",
          "  b: {needs: [a], if: true, skip: [{if: input.x, reason: y}], set: {}}",
          "  b: {wait: {for: 5s}}",
          "  b: {wait: {until: '2026-11-21T02:00:00Z'}}",
          "  b: {wait: {event: paid}, timeout: 1h}",
          "  b: {flow: {name: y, input: {a: 1}}}",
          "  b: {log: {message: hi, level: DEBUG, fields: {}}}",
          "  b: {check: {g: {if: 'true'}}}",
          "  b: {check: {g: {value: 1, min: 0, max: 2}, h: {value: x, equals: y}}}",
          "  b: {http: {url: 'http://a', method: POST, json: [], query: {a: 1}, headers: "
          "{A: b}, auth: {bearer: x}}}",
          "  b: {http: {url: 'http://a', max_response: 1024, connect_timeout: 1s}}",
          "  b: {http: {url: 'http://a'}, retry: {attempts: 2, on: [429, 5xx, timeout], "
          "backoff: {first: 1s, factor: 1.5, "
          "max: 1m, jitter: none}}}"})
        row(text, true);
    for (const char *text :
         {"  b: {http: {url: 'http://a'}, breaker: {}}",
          "  b: {http: {url: 'http://a'}, breaker: {name: n, failures: 1, open: 1s, forget_after: 1m, "
          "probes: 2}}",
          "  b: {flow: {name: y}, rate_limit: {limit: 2, per: 1m, name: n}}",
          "  b: {log: hi, foreach: {items: [1]}}",
          "  b: {log: hi, foreach: {items: '${{ input.x }}', as: x, max_parallel: 1, on_failure: stop}}",
          "  b: {log: hi, compensate: {log: no, title: T, labels: {a: b}, on_failure: continue}}",
          "  b: {log: hi, compensate: {http: {url: 'http://a'}, timeout: 1s, retry: {attempts: 2}, breaker: "
          "{}, rate_limit: {limit: 1}}}",
          "  b: {log: hi, compensate: {jq: {program: .a}, total_timeout: 1s}}",
          "  b: {process: {command: [ls]}, total_timeout: 1s}",
          "  b: {process: {command: [ls, 1], env: {A: b}, pass: [C], directory: d, input: {}, output: json, "
          "max_output: 1KiB, grace: 1s}}",
          "  b: {approval: {}}",
          "  b: {approval: {role: r, form: {}, message: m, expires: 1h, on_expiry: approve}}",
          "  b: {approval: {traffic: {environment: e, service: s, revision: r, percent: 5}}}",
          "  b: {jq: {program: .a, input: [1]}}",
          "  b: {webhook: {url: 'http://a', headers: {A: b}, json: {}, secret: s}}",
          "  b: {slack: {webhook: 'http://a', text: hi, blocks: []}}",
          "  b: {notify: hi}",
          "  b: {notify: {text: hi, title: t, level: ERROR}}",
          "  b: {cloud_run: {action: deploy, service: s, image: i, percent: 0, tag: t, settings: {memory: "
          "2Gi}, "
          "env: {A: b}, unset: [C], reason: r, confirm: '${{ input.x }}'}}",
          "  b: {cloud_run: {action: traffic, revision: r, percent: '${{ input.x }}', among: [5]}}",
          "  b: {cloud_run: {action: traffic, traffic: [{revision: r, percent: 100}]}}",
          "  b: {cloud_run: {action: rollback}}",
          "  b: {cloud_run: {action: wait, path: /health, for: 1m}}",
          "  b: {cloud_run: {action: gate, for: 1m, every: 1s, late: 1m, gates: ['p95 <= 1s'], on_break: "
          "tell}}",
          "  b: {cloud_run: {action: export, environment: staging}}"})
        row(text, true);
    for (const char *text : {"extra: 1",
                             "title: 12",
                             "title: {pt_BR: Oi}",
                             "labels: {a: 1}",
                             "labels: {A: b}",
                             "deadline: soon",
                             "deadline: 5",
                             "max_parallel: 0",
                             "max_parallel: x",
                             "idempotency: {}",
                             "idempotency: {key: a, on_repeat: twice}",
                             "input: 12",
                             "concurrency: {}",
                             "concurrency: {limit: 0}",
                             "concurrency: {limit: 1, when_full: wait}",
                             "triggers: {}",
                             "triggers: [{}]",
                             "triggers: [{schedule: {}}]",
                             "triggers: [{schedule: {cron: ''}}]",
                             "triggers: [{schedule: {cron: 0 2 * * 0, missed: never}}]",
                             "triggers: [{webhook: {path: /hooks/a}}]",
                             "triggers: [{webhook: {path: /a, unsigned: true}}]",
                             "triggers: [{webhook: {path: /hooks/a, unsigned: false}}]",
                             "triggers: [{message: {}}]",
                             "defaults: {needs: [a]}",
                             "finally: []",
                             "  B: {log: hi}",
                             "  b: {}",
                             "  b: {log: hi, set: {}}",
                             "  b: {log: []}",
                             "  b: {log: {}}",
                             "  b: {log: {message: hi, level: X}}",
                             "  b: {celery: {}}",
                             "  b: {log: hi, foreach: {}}",
                             "  b: {log: hi, foreach: {items: 3}}",
                             "  b: {log: hi, foreach: {items: [], as: X}}",
                             "  b: {log: hi, foreach: {items: [], max_parallel: 0}}",
                             "  b: {log: hi, foreach: {items: [], on_failure: abort}}",
                             "  b: {log: hi, compensate: {}}",
                             "  b: {log: hi, compensate: {log: no, if: 'true'}}",
                             "  b: {log: hi, compensate: {log: no, set: {}}}",
                             "  b: {http: {url: 'http://a'}, breaker: {failures: 0}}",
                             "  b: {http: {url: 'http://a'}, breaker: {probes: 1001}}",
                             "  b: {http: {url: 'http://a'}, rate_limit: {}}",
                             "  b: {http: {url: 'http://a'}, rate_limit: {limit: 1, name: a.b}}",
                             "  b: {process: {}}",
                             "  b: {process: {command: ls}}",
                             "  b: {process: {command: []}}",
                             "  b: {process: {command: [ls], env: {A-B: c}}}",
                             "  b: {process: {command: [ls], pass: A}}",
                             "  b: {process: {command: [ls], output: xml}}",
                             "  b: {approval: {form: text}}",
                             "  b: {approval: {on_expiry: fail}}",
                             "  b: {approval: {traffic: {service: s, percent: 5}}}",
                             "  b: {approval: {traffic: {revision: r}}}",
                             "  b: {approval: {traffic: 5}}",
                             "  b: {approval: {expires: 1h, on_expiry: no}}",
                             "  b: {jq: .a}",
                             "  b: {jq: {program: ' '}}",
                             "  b: {webhook: {json: {}}}",
                             "  b: {slack: {webhook: 'http://a'}}",
                             "  b: {slack: {webhook: 'http://a', text: hi, blocks: {}}}",
                             "  b: {notify: {title: t}}",
                             "  b: {notify: {text: t, level: DEBUG}}",
                             "  b: {cloud_run: {}}",
                             "  b: {cloud_run: {action: launch}}",
                             "  b: {cloud_run: {action: wait, service: [s]}}",
                             "  b: {cloud_run: {action: wait, colour: red}}",
                             "  b: {cloud_run: {action: gate, gates: 3}}",
                             "  b: {cloud_run: {action: gate, gates: [], on_break: shout}}",
                             "  b: {cloud_run: {action: deploy, settings: []}}",
                             "  b: {cloud_run: {action: deploy, unset: {}}}",
                             "  b: {log: hi, needs: a}",
                             "  b: {log: hi, needs: [a, a]}",
                             "  b: {log: hi, skip: [{if: 'true'}]}",
                             "  b: {log: hi, if: []}",
                             "  b: {log: hi, timeout: 5}",
                             "  b: {jq: {program: .a}, total_timeout: 5}",
                             "  b: {log: hi, on_failure: stop}",
                             "  b: {http: {}}",
                             "  b: {http: {url: 'http://a', method: get}}",
                             "  b: {http: {url: 'http://a', headers: [x]}}",
                             "  b: {http: {url: 'http://a', query: {a: {}}}}",
                             "  b: {http: {url: 'http://a', auth: {}}}",
                             "  b: {http: {url: 'http://a', max_response: big}}",
                             "  b: {http: {url: 'http://a'}, retry: {}}",
                             "  b: {http: {url: 'http://a'}, retry: {attempts: 0}}",
                             "  b: {http: {url: 'http://a'}, retry: {attempts: 2, on: [200]}}",
                             "  b: {http: {url: 'http://a'}, retry: {attempts: 2, backoff: {factor: 0}}}",
                             "  b: {set: []}",
                             "  b: {wait: {}}",
                             "  b: {wait: {for: 1s, until: '2026-11-21T02:00:00Z'}}",
                             "  b: {wait: {event: x, for: 1s}}",
                             "  b: {flow: {}}",
                             "  b: {flow: {name: Y}}",
                             "  b: {flow: {name: y, input: []}}",
                             "  b: {check: {}}",
                             "  b: {check: {g: {}}}",
                             "  b: {check: {g: {value: 1}}}",
                             "  b: {check: {g: {if: 'true', value: 1, min: 1}}}"})
        row(text, false);
}

void TestFlowSchema::judgesLikeTheReader()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, good);
    const QString found = test::listed(readFlow(text.toStdString(), "f").errors);
    QVERIFY2(found.isEmpty() == good, qPrintable("reader: " + found));
    const QString refused = refusals(m_schema, text.toStdString());
    QVERIFY2(refused.isEmpty() == good, qPrintable("schema: " + refused));
}

QTEST_APPLESS_MAIN(TestFlowSchema)
#include "tst_flow_schema.moc"
