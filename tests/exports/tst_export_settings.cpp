// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/exports/settings.h"
#include "tests/support/verify.h"

#include <map>

using namespace batuta;
using batuta::test::shown;

namespace {

env::Environment environmentOf(const std::map<std::string, std::string> &values)
{
    std::vector<env::Entry> entries;
    for (const auto &[key, value] : values)
        entries.push_back({key, value, env::Source::Process, {}});
    return env::Environment(std::move(entries));
}

Result<exports::Settings> read(const std::map<std::string, std::string> &values, const std::string &otlp = {},
                               const std::string &events = {})
{
    return exports::readSettings({true, otlp, events}, environmentOf(values));
}

} // namespace

class TstExportSettings : public QObject
{
    Q_OBJECT

private slots:
    void nothingIsExportedUnlessSomebodyAsks()
    {
        BATUTA_VERIFY_OK(read({}));
        QVERIFY(!read({})->isOn());
        const auto off = exports::readSettings({}, environmentOf({{"OTEL_EXPORTER_OTLP_ENDPOINT", "http://a"},
                                                                  {"BATUTA_CLOUD_EVENTS_URL", "http://b"}}));
        QVERIFY(!off->isOn());
        QVERIFY(!read({{"OTEL_EXPORTER_OTLP_ENDPOINT", "http://a"}, {"OTEL_SDK_DISABLED", "true"}})->isOn());
    }

    void addresses_data()
    {
        QTest::addColumn<QString>("option");
        QTest::addColumn<QString>("base");
        QTest::addColumn<QString>("traces");
        QTest::addColumn<QString>("expected");
        QTest::newRow("base") << ""
                              << "http://c:4318"
                              << ""
                              << "http://c:4318/v1/traces";
        QTest::newRow("base with a slash") << ""
                                           << "http://c:4318/"
                                           << ""
                                           << "http://c:4318/v1/traces";
        QTest::newRow("base with a path") << ""
                                          << "https://c/otlp"
                                          << ""
                                          << "https://c/otlp/v1/traces";
        QTest::newRow("its own address is taken as it is") << ""
                                                           << "http://c:4318"
                                                           << "http://d/in"
                                                           << "http://d/in";
        QTest::newRow("the option wins") << "http://e:1"
                                         << "http://c"
                                         << "http://d"
                                         << "http://e:1/v1/traces";
        QTest::newRow("a whole address as the option") << "http://e:1/v1/traces"
                                                       << ""
                                                       << ""
                                                       << "http://e:1/v1/traces";
    }
    void addresses()
    {
        QFETCH(QString, option);
        QFETCH(QString, base);
        QFETCH(QString, traces);
        QFETCH(QString, expected);
        const auto settings = read({{"OTEL_EXPORTER_OTLP_ENDPOINT", base.toStdString()},
                                    {"OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", traces.toStdString()}},
                                   option.toStdString());
        BATUTA_VERIFY_OK(settings);
        QCOMPARE(shown(settings->traces->url), expected);
    }

    void readsTheStandardNames()
    {
        const auto settings =
            read({{"OTEL_EXPORTER_OTLP_ENDPOINT", "http://c"},
                  {"OTEL_EXPORTER_OTLP_HEADERS", "Authorization=Bearer%20k%3Dey, x-team = a%2Cb"},
                  {"OTEL_EXPORTER_OTLP_COMPRESSION", "gzip"},
                  {"OTEL_EXPORTER_OTLP_TIMEOUT", "2500"},
                  {"OTEL_SERVICE_NAME", "orders"},
                  {"OTEL_RESOURCE_ATTRIBUTES", "service.name=other,service.namespace=shop"},
                  {"OTEL_TRACES_SAMPLER_ARG", "0.25"}});
        BATUTA_VERIFY_OK(settings);
        const exports::TraceSettings &traces = *settings->traces;
        QCOMPARE(traces.headers.size(), std::size_t(2));
        QCOMPARE(shown(traces.headers[0].first + ": " + traces.headers[0].second),
                 QString("Authorization: Bearer k=ey"));
        QCOMPARE(shown(traces.headers[1].first + ": " + traces.headers[1].second), QString("x-team: a,b"));
        QVERIFY(traces.packs);
        QVERIFY(traces.timeout == std::chrono::milliseconds(2500));
        QCOMPARE(shown(traces.service), QString("orders"));
        QCOMPARE(traces.resource.size(), std::size_t(1));
        QCOMPARE(shown(traces.resource[0].first), QString("service.namespace"));
        QCOMPARE(settings->share, 0.25);
        const std::vector<std::string> secrets = settings->secrets();
        QVERIFY(std::find(secrets.begin(), secrets.end(), "k=ey") != secrets.end());
    }

    void samplers_data()
    {
        QTest::addColumn<QString>("sampler");
        QTest::addColumn<QString>("argument");
        QTest::addColumn<double>("share");
        QTest::newRow("none") << ""
                              << "" << 1.0;
        QTest::newRow("argument alone") << ""
                                        << "0.5" << 0.5;
        QTest::newRow("ratio") << "parentbased_traceidratio"
                               << "0" << 0.0;
        QTest::newRow("on") << "parentbased_always_on"
                            << "0.5" << 1.0;
        QTest::newRow("off") << "always_off"
                             << "" << 0.0;
    }
    void samplers()
    {
        QFETCH(QString, sampler);
        QFETCH(QString, argument);
        const auto settings = read({{"OTEL_EXPORTER_OTLP_ENDPOINT", "http://c"},
                                    {"OTEL_TRACES_SAMPLER", sampler.toStdString()},
                                    {"OTEL_TRACES_SAMPLER_ARG", argument.toStdString()}});
        BATUTA_VERIFY_OK(settings);
        QTEST(settings->share, "share");
    }

    void readsWhereEventsGo()
    {
        const auto settings = read({{"BATUTA_CLOUD_EVENTS_URL", "http://hook"},
                                    {"BATUTA_CLOUD_EVENTS_SECRET", "shared-secret"},
                                    {"BATUTA_CLOUD_EVENTS_SOURCE", "/orders"}});
        BATUTA_VERIFY_OK(settings);
        QVERIFY(!settings->traces);
        QCOMPARE(shown(settings->cloudEvents->url), QString("http://hook"));
        QCOMPARE(shown(settings->cloudEvents->secret), QString("shared-secret"));
        QCOMPARE(shown(settings->cloudEvents->source), QString("/orders"));
        QCOMPARE(shown(read({{"BATUTA_CLOUD_EVENTS_URL", "http://hook"}}, {}, "http://x")->cloudEvents->url),
                 QString("http://x"));
    }

    void refusesWhatCannotBeMeant_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        QTest::newRow("address") << "OTEL_EXPORTER_OTLP_ENDPOINT"
                                 << "collector:4318";
        QTest::newRow("headers") << "OTEL_EXPORTER_OTLP_HEADERS"
                                 << "planted-secret";
        QTest::newRow("escape") << "OTEL_EXPORTER_OTLP_HEADERS"
                                << "a=planted-secret%zz";
        QTest::newRow("packing") << "OTEL_EXPORTER_OTLP_COMPRESSION"
                                 << "lzma";
        QTest::newRow("time") << "OTEL_EXPORTER_OTLP_TIMEOUT"
                              << "soon";
        QTest::newRow("share") << "OTEL_TRACES_SAMPLER_ARG"
                               << "1.5";
        QTest::newRow("no number") << "OTEL_TRACES_SAMPLER_ARG"
                                   << "half";
        QTest::newRow("webhook") << "BATUTA_CLOUD_EVENTS_URL"
                                 << "ftp://x";
    }
    void refusesWhatCannotBeMeant()
    {
        QFETCH(QString, key);
        QFETCH(QString, value);
        std::map<std::string, std::string> values{{"OTEL_EXPORTER_OTLP_ENDPOINT", "http://c"}};
        values[key.toStdString()] = value.toStdString();
        const auto settings = read(values);
        BATUTA_VERIFY_ERROR(settings, ErrorCode::UsageInvalid);
        QVERIFY(!shown(errorText(settings.error())).contains("planted-secret"));
    }
};

QTEST_APPLESS_MAIN(TstExportSettings)
#include "tst_export_settings.moc"
