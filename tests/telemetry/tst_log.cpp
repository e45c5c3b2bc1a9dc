// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/json/json.h"
#include "engine/telemetry/log.h"
#include "engine/telemetry/log_line.h"
#include "tests/support/verify.h"

#include <QRegularExpression>

#include <atomic>
#include <thread>

using namespace batuta;
using namespace batuta::telemetry;
using batuta::test::shown;

namespace {

/// The lines that a logger writes, as its listener hears them.
class Lines
{
public:
    explicit Lines(Logger &logger)
    {
        logger.setListener([this](const LogLine &line) { m_lines << shown(line.json); });
    }
    /// The last line without its timestamp, which must stand in its place.
    QString last() const
    {
        static const QRegularExpression timestamp(R"(,"timestamp":"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z")");
        QString line = m_lines.isEmpty() ? QString() : m_lines.back();
        return line.contains(timestamp) ? line.remove(timestamp) : "no timestamp: " + line;
    }
    const QStringList &all() const { return m_lines; }

private:
    QStringList m_lines;
};

/// JSON written with ' for ", to be read in a string literal.
QString quoted(const char *text)
{
    return QString(text).replace('\'', '"');
}

const char *const kExecution = "6f1c2a3b-4d5e-4f60-8a7b-000000000001";
const char *const kTrace = "0af7651916cd43dd8448eb211c80319c";

} // namespace

class TestLog : public QObject
{
    Q_OBJECT

private slots:
    void writesOneObjectALine();
    void aFieldCalledMessageIsTheMessage();
    void keepsTheTypesOfFields();
    void escapesWhatItWrites();
    void neverWritesANameTwice();
    void linesOfAnExecutionCarryItsId();
    void linksToTheTraceWhenTheProjectIsKnown();
    void masksFieldsWithSecretNames();
    void masksSecretValuesWhereverTheyStand();
    void writesOnlyFromItsLevelUp();
    void readsLevels_data();
    void readsLevels();
    void tellsItsListenerWhatTheLineIsAbout();
    void aListenerMayLog();
    void aRemovedListenerHearsNothing();
    void aDefaultExecutionLogWritesNothing();
    void stampsTimesAsIsoTimeDoes();
    void writesFromManyThreads();
};

void TestLog::writesOneObjectALine()
{
    Logger logger;
    Lines lines(logger);
    logger.info("flow_router", "flow_selected", {{"flow", "update_profile"}, {"reason", "default"}});
    QCOMPARE(lines.last(), quoted("{'severity':'INFO','logger':'flow_router','event':'flow_selected',"
                                  "'message':'flow_selected','flow':'update_profile','reason':'default'}"));
    logger.error("store", "store_failed");
    QCOMPARE(lines.last(),
             quoted("{'severity':'ERROR','logger':'store','event':'store_failed','message':'store_failed'}"));
}

void TestLog::aFieldCalledMessageIsTheMessage()
{
    Logger logger;
    Lines lines(logger);
    logger.warning("main", "slow", {{"a", 1}, {"message", "It is slow"}, {"b", 2}});
    QCOMPARE(
        lines.last(),
        quoted("{'severity':'WARNING','logger':'main','event':'slow','message':'It is slow','a':1,'b':2}"));
}

void TestLog::keepsTheTypesOfFields()
{
    Logger logger;
    Lines lines(logger);
    logger.info("main", "types",
                {{"i", std::int64_t{9007199254740993}},
                 {"d", 1.5},
                 {"t", true},
                 {"n", nullptr},
                 {"l", json::Array{1, "x"}}});
    QVERIFY(lines.last().endsWith(quoted("'i':9007199254740993,'d':1.5,'t':true,'n':null,'l':[1,'x']}")));
}

void TestLog::escapesWhatItWrites()
{
    Logger logger;
    Lines lines(logger);
    logger.info("main", "a\"b\n", {{"k\"\n", "{\"x\"}\n\x01"}, {"p", "%v {} %d"}});
    const QString line = lines.last();
    QVERIFY(!line.contains('\n'));
    const Result<json::Value> value = json::parse(lines.all().back().toStdString());
    BATUTA_VERIFY_OK(value);
    QCOMPARE(shown((*value)["event"].asString()), QString("a\"b\n"));
    QCOMPARE(shown((*value)["k\"\n"].asString()), QString("{\"x\"}\n\x01"));
    QCOMPARE(shown((*value)["p"].asString()), QString("%v {} %d"));
}

void TestLog::neverWritesANameTwice()
{
    Logger logger;
    Lines lines(logger);
    const ExecutionLog log(logger, {kExecution, "", {}});
    log.info("main", "e",
             {{"severity", "x"}, {"execution_id", "y"}, {"timestamp", 1}, {"event", 2}, {"logger", 3}});
    BATUTA_VERIFY_OK(json::check(lines.all().back().toStdString()));
    QVERIFY(lines.last().endsWith(
        quoted("'severity_':'x','execution_id_':'y','timestamp_':1,'event_':2,'logger_':3}")));
}

void TestLog::linesOfAnExecutionCarryItsId()
{
    Logger logger;
    Lines lines(logger);
    const ExecutionLog log(logger, {kExecution, kTrace, {}});
    log.info("flow_executor", "execution_start", {{"steps", 10}});
    QCOMPARE(lines.last(), quoted("{'severity':'INFO','logger':'flow_executor','event':'execution_start',"
                                  "'message':'execution_start','execution_id':'%1','steps':10}")
                               .arg(kExecution));
}

void TestLog::linksToTheTraceWhenTheProjectIsKnown()
{
    Logger::Options options;
    options.projectId = "my-project";
    const Result<std::unique_ptr<Logger>> logger = Logger::open(options);
    BATUTA_VERIFY_OK(logger);
    Lines lines(**logger);
    ExecutionLog(**logger, {kExecution, kTrace, {}}).info("main", "e");
    QVERIFY(lines.last().contains(
        quoted("'logging.googleapis.com/trace':'projects/my-project/traces/%1'").arg(kTrace)));
    ExecutionLog(**logger, {kExecution, "", {}}).info("main", "e");
    QVERIFY(!lines.last().contains("googleapis"));
}

void TestLog::masksFieldsWithSecretNames()
{
    Logger logger;
    Lines lines(logger);
    json::Object headers;
    headers.set("Authorization", "Bearer hunter2");
    headers.set("Accept", "text/plain");
    logger.info("http_client", "http_request",
                {{"password", "hunter2"}, {"match_candidato_token", 12345}, {"headers", std::move(headers)}});
    QVERIFY(!lines.last().contains("hunter2"));
    QVERIFY(lines.last().endsWith(quoted("'password':'***','match_candidato_token':'***',"
                                         "'headers':{'Authorization':'***','Accept':'text/plain'}}")));
}

void TestLog::masksSecretValuesWhereverTheyStand()
{
    Logger logger;
    Lines lines(logger);
    const ExecutionLog log(logger, {kExecution, "", json::Redactor({"hunter2"})});
    json::Object nested;
    nested.set("deep", json::Array{"x hunter2 y"});
    log.error("http_client", "http_request_error",
              {{"message", "hunter2 refused"}, {"url", "https://h/?k=hunter2"}, {"body", std::move(nested)}});
    QVERIFY(!lines.last().contains("hunter2"));
    QVERIFY(lines.last().contains(quoted("'message':'*** refused'")));
    QVERIFY(lines.last().endsWith(quoted("'url':'https://h/?k=***','body':{'deep':['x *** y']}}")));
}

void TestLog::writesOnlyFromItsLevelUp()
{
    Logger logger;
    Lines lines(logger);
    logger.debug("main", "quiet");
    QVERIFY(lines.all().isEmpty());
    QVERIFY(!logger.isEnabled(Level::Debug) && logger.isEnabled(Level::Info));
    logger.setLevel(Level::Error);
    logger.warning("main", "quiet");
    QVERIFY(lines.all().isEmpty());
    logger.setLevel(Level::Debug);
    logger.debug("main", "loud");
    logger.write(Level::Critical, "main", "loudest");
    QCOMPARE(lines.all().size(), 2);
    QVERIFY(lines.all()[0].startsWith(quoted("{'severity':'DEBUG'")));
    QVERIFY(lines.all()[1].startsWith(quoted("{'severity':'CRITICAL'")));
}

void TestLog::readsLevels_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("level");
    for (const char *level : {"DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"}) {
        QTest::newRow(level) << QString(level) << QString(level);
        QTest::addRow("%s in lower case", level) << QString(level).toLower() << QString(level);
    }
    for (const char *word : {"", "INFOS", "TRACE", " INFO", "1"})
        QTest::addRow("'%s'", word) << QString(word) << QString("none");
}

void TestLog::readsLevels()
{
    QFETCH(QString, text);
    const std::optional<Level> level = parseLevel(text.toStdString());
    QTEST(level ? shown(levelName(*level)) : QString("none"), "level");
}

void TestLog::tellsItsListenerWhatTheLineIsAbout()
{
    Logger logger;
    QString heard;
    logger.setListener([&heard](const LogLine &line) {
        heard = shown(levelName(line.level)) + " " + shown(line.logger) + " " + shown(line.event) + " " +
                shown(line.executionId) + (line.at > WallTime{} ? " now" : " never");
    });
    ExecutionLog(logger, {kExecution, "", {}}).warning("main", "e");
    QCOMPARE(heard, QString("WARNING main e %1 now").arg(kExecution));
}

void TestLog::aListenerMayLog()
{
    Logger logger;
    QStringList heard;
    logger.setListener([&](const LogLine &line) {
        if (heard.isEmpty()) {
            heard << "first";
            logger.info("main", "inner");
        }
        heard << shown(line.json).section(quoted("'event':"), 1).section(',', 0, 0);
    });
    logger.info("main", "outer");
    QCOMPARE(heard, QStringList({"first", "\"inner\"", "\"outer\""}));
}

void TestLog::aRemovedListenerHearsNothing()
{
    Logger logger;
    Lines lines(logger);
    logger.setListener({});
    logger.error("main", "e");
    QVERIFY(lines.all().isEmpty());
    QVERIFY(!logger.isEnabled(Level::Error));
}

void TestLog::aDefaultExecutionLogWritesNothing()
{
    const ExecutionLog log;
    log.error("main", "e", {{"a", 1}}); // must not crash
    Logger logger;
    Lines lines(logger);
    ExecutionLog copy = ExecutionLog(logger, {kExecution, "", {}});
    copy.info("main", "e");
    copy = log;
    copy.info("main", "e");
    QCOMPARE(lines.all().size(), 1);
}

void TestLog::stampsTimesAsIsoTimeDoes()
{
    using namespace std::chrono_literals;
    const WallTime start =
        WallTime(std::chrono::sys_days(std::chrono::year(2026) / 12 / 31)) + 23h + 59min + 58s;
    for (int i = 0; i < 5'000; ++i) {
        const WallTime time = start + i * 1'000'003us;
        QCOMPARE(shown(timestampOf(time)), shown(isoTime(time)));
    }
    QCOMPARE(shown(timestampOf(WallTime(-1us))), shown(isoTime(WallTime(-1us))));
}

void TestLog::writesFromManyThreads()
{
    Logger logger;
    std::atomic<int> good{0};
    logger.setListener([&good](const LogLine &line) { good += json::check(line.json) ? 1 : 0; });
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t)
        threads.emplace_back([&logger] {
            for (int i = 0; i < 500; ++i) {
                logger.info("main", "e", {{"text", "x"}, {"number", i}});
                logger.setLevel(i % 2 == 0 ? Level::Debug : Level::Info);
            }
        });
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(good.load(), 2000);
}

QTEST_APPLESS_MAIN(TestLog)
#include "tst_log.moc"
