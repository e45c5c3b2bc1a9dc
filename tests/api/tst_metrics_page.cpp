// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/json/json.h"
#include "tests/api/api_house.h"
#include "tests/support/verify.h"

#include <QRegularExpression>

#include <cmath>
#include <map>
#include <set>

using namespace batuta;
using batuta::test::shown;

namespace {

/// The page read as strictly as Prometheus' format 0.0.4 allows. `problem` is the first thing that is wrong.
struct Page
{
    std::map<QString, QString> types;  ///< family → counter, gauge, histogram
    std::map<QString, double> samples; ///< name{labels} → value
    QString problem;

    explicit Page(const QString &text)
    {
        if (!text.endsWith('\n'))
            problem = "the last line has no end";
        for (const QString &line : text.split('\n', Qt::SkipEmptyParts))
            if (problem.isEmpty() && !read(line))
                problem = "cannot be read: " + line;
        checkHistograms();
    }

    double value(const QString &sample) const
    {
        const auto found = samples.find(sample);
        return found == samples.end() ? std::nan("") : found->second;
    }

private:
    bool read(const QString &line)
    {
        static const QRegularExpression kComment("^# (HELP|TYPE) ([a-zA-Z_:][a-zA-Z0-9_:]*) (.+)$");
        static const QRegularExpression kSample("^([a-zA-Z_:][a-zA-Z0-9_:]*)(\\{(?:[a-zA-Z_]\\w*=\"(?:[^"
                                                "\"\\\\\n]|\\\\[\\\\\"n])*\",?)+\\})? (\\S+)$");
        if (const auto comment = kComment.match(line); comment.hasMatch()) {
            if (comment.captured(1) == "HELP")
                return m_helped.insert(comment.captured(2)).second;
            static const QStringList kTypes{"counter", "gauge", "histogram"};
            return kTypes.contains(comment.captured(3)) && m_helped.contains(comment.captured(2)) &&
                   types.emplace(comment.captured(2), comment.captured(3)).second;
        }
        const auto sample = kSample.match(line);
        bool isNumber = sample.captured(3) == "+Inf";
        const double value = isNumber ? HUGE_VAL : sample.captured(3).toDouble(&isNumber);
        const QString family = familyOf(sample.captured(1));
        return sample.hasMatch() && isNumber && !family.isEmpty() &&
               (types[family] != "counter" || value >= 0) &&
               samples.emplace(sample.captured(1) + sample.captured(2), value).second;
    }

    QString familyOf(const QString &name) const
    {
        if (types.contains(name))
            return types.at(name) == "histogram" ? QString() : name;
        for (const char *end : {"_bucket", "_sum", "_count"}) {
            const QString family = name.endsWith(end) ? name.chopped(QString(end).size()) : QString();
            if (types.contains(family) && types.at(family) == "histogram")
                return family;
        }
        return {};
    }

    /// Buckets only grow, the last is +Inf and equals the count.
    void checkHistograms()
    {
        static const QRegularExpression kBucket("^(\\w+)_bucket\\{(.*?),?le=\"([^\"]+)\"\\}$");
        std::map<QString, std::map<double, double>> buckets;
        for (const auto &[name, value] : samples)
            if (const auto bucket = kBucket.match(name); bucket.hasMatch())
                buckets[bucket.captured(1) + "_count" +
                        (bucket.captured(2).isEmpty() ? "" : "{" + bucket.captured(2) + "}")]
                       [bucket.captured(3) == "+Inf" ? HUGE_VAL : bucket.captured(3).toDouble()] = value;
        for (const auto &[count, bounds] : buckets) {
            double before = 0;
            for (const auto &[bound, value] : bounds) {
                if (value < before)
                    problem = count + " shrinks";
                before = value;
            }
            if (bounds.rbegin()->first != HUGE_VAL || before != value(count))
                problem = count + " does not equal its last bucket";
        }
    }

    std::set<QString> m_helped;
};

} // namespace

/// GET /metrics, read by a small strict parser.
class TstMetricsPage : public QObject
{
    Q_OBJECT

private slots:
    void isPrometheusText();
    void countsWhatHappened();
    void theParserIsStrict_data();
    void theParserIsStrict();
};

void TstMetricsPage::isPrometheusText()
{
    tests::ApiHouse house([](tests::House &inside) { inside.flow("one", "steps:\n  a: {set: {x: 1}}\n"); });
    house.ask("POST", "/flows/one/executions?wait=true", "{}");
    const tests::RawAnswer answer = house.ask("GET", "/metrics");
    QVERIFY2(answer.has("Content-Type: text/plain; version=0.0.4"), answer.head.c_str());
    const Page page(shown(answer.body));
    QCOMPARE(page.problem, QString());
    QCOMPARE(page.types.at("batuta_execution_duration_seconds"), "histogram");
    QCOMPARE(page.types.at("batuta_executions_running"), "gauge");
}

void TstMetricsPage::countsWhatHappened()
{
    tests::ApiHouse house([](tests::House &inside) {
        inside.function("BAD_URL", "/bad");
        inside.functions.answer("/bad", 500);
        inside.flow("good", "steps:\n  a: {set: {x: 1}}\n");
        inside.flow(
            "bad",
            "steps:\n  call: {http: {url: \"${{ env.BAD_URL }}\"}}\n  b: {needs: [call], set: {x: 1}}\n");
    });
    for (int i = 0; i < 3; ++i)
        house.ask("POST", "/flows/good/executions?wait=true", "{}");
    house.ask("POST", "/flows/bad/executions?wait=true", "{}");
    house.ask("GET", "/nothing");
    const Page page(shown(house.ask("GET", "/metrics").body));
    QCOMPARE(page.problem, QString());
    QCOMPARE(page.value("batuta_executions_total{flow=\"good\",status=\"success\"}"), 3.0);
    QCOMPARE(page.value("batuta_executions_total{flow=\"bad\",status=\"failed\"}"), 1.0);
    QCOMPARE(page.value("batuta_steps_total{flow=\"bad\",kind=\"http\",status=\"failed\",step=\"call\"}"),
             1.0);
    QCOMPARE(page.value("batuta_steps_total{flow=\"bad\",kind=\"set\",status=\"skipped\",step=\"b\"}"), 1.0);
    QCOMPARE(page.value("batuta_execution_duration_seconds_count{flow=\"good\"}"), 3.0);
    QVERIFY(page.value("batuta_execution_duration_seconds_sum{flow=\"good\"}") > 0);
    QCOMPARE(page.value("batuta_executions_running"), 0.0);
    QCOMPARE(page.value("batuta_http_requests_total"), 6.0);
    QCOMPARE(page.value("batuta_http_requests_refused_total"), 1.0);
}

void TstMetricsPage::theParserIsStrict_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("no end of line") << "# HELP a b\n# TYPE a counter\na 1";
    QTest::newRow("no type") << "a 1\n";
    QTest::newRow("type without help") << "# TYPE a counter\na 1\n";
    QTest::newRow("unknown type") << "# HELP a b\n# TYPE a number\na 1\n";
    QTest::newRow("no number") << "# HELP a b\n# TYPE a counter\na one\n";
    QTest::newRow("a series twice") << "# HELP a b\n# TYPE a counter\na 1\na 2\n";
    QTest::newRow("a family twice") << "# HELP a b\n# TYPE a counter\na 1\n# TYPE a counter\n";
    QTest::newRow("label without quotes") << "# HELP a b\n# TYPE a counter\na{x=1} 1\n";
    QTest::newRow("bad name") << "# HELP a b\n# TYPE a counter\na-b 1\n";
    QTest::newRow("negative counter") << "# HELP a b\n# TYPE a counter\na -1\n";
    QTest::newRow("shrinking buckets") << "# HELP h b\n# TYPE h histogram\nh_bucket{le=\"1\"} "
                                          "3\nh_bucket{le=\"+Inf\"} 2\nh_sum 1\nh_count 2\n";
    QTest::newRow("count unlike its buckets")
        << "# HELP h b\n# TYPE h histogram\nh_bucket{le=\"+Inf\"} 2\nh_sum 1\nh_count 3\n";
}

void TstMetricsPage::theParserIsStrict()
{
    QFETCH(QString, text);
    QVERIFY(!Page(text).problem.isEmpty());
}

QTEST_APPLESS_MAIN(TstMetricsPage)
#include "tst_metrics_page.moc"
