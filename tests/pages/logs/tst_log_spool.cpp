// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/client/engine_client.h"
#include "engine/client/questions.h"
#include "tests/pages/logs/logs_house.h"
#include "tests/support/verify.h"
#include "views/widgets/label.h"

#include <QAccessible>

using namespace batuta;
using namespace batuta::tests;
using namespace batuta::views;

namespace {

/// An engine elsewhere that has nothing but a log. Answers at once.
class LogEngine final : public client::EngineClient
{
public:
    void start(client::StartExecution, client::Reply<client::Started>) override {}
    void waitForEnd(ExecutionId, client::Reply<client::ExecutionRecord>) override {}
    void act(client::Act, client::Reply<json::Value>) override {}
    void execution(ExecutionId, client::Reply<client::ExecutionRecord>) override {}
    void executions(client::ExecutionQuery, client::Reply<client::ExecutionPage>) override {}
    void flows(client::Reply<std::vector<client::FlowSummary>> reply) override { reply({}); }
    void preview(client::StartExecution, client::Reply<client::FlowPreview>) override {}
    void info(client::Reply<client::EngineInfo> reply) override { reply(client::EngineInfo()); }
    void logLines(client::LogQuery, client::Reply<std::vector<client::LogLineRecord>>) override {}
    void logChunk(client::LogChunkQuery query, client::Reply<client::LogChunk> reply) override
    {
        if (trouble)
            return reply(*trouble);
        const std::size_t from = query.after.empty() ? 0 : std::stoul(query.after);
        const std::size_t to = std::min(log.size(), from + 20'000);
        const std::size_t end = log.rfind('\n', to) + 1;
        reply(client::LogChunk{std::to_string(end), log.substr(from, end - from), false, end == log.size()});
    }
    std::unique_ptr<client::Subscription> subscribe(Listener) override
    {
        return std::make_unique<client::Subscription>();
    }

    std::string log;
    std::optional<Error> trouble;
};

} // namespace

/// The log of an engine in another process is read as a file is.
class TestLogSpool : public QObject
{
    Q_OBJECT

private slots:
    void linesComeOverAndGoOn();
};

void TestLogSpool::linesComeOverAndGoOn()
{
    LogsHouse house;
    LogEngine engine;
    for (int i = 0; i < 500; ++i)
        engine.log += LogsHouse::line(i).toStdString();
    house.link.attach(engine);
    NoEngine elsewhere(house.folder.path(), "engine.example:8443");
    {
        LogsPage page(house.context(), elsewhere);
        page.resize(1364, 800);
        page.open({"logs", {}, {}});
        page.show();
        auto *table = page.findChild<LogTable *>();
        QTRY_COMPARE(table->lines().count(), std::uint64_t{500});
        for (int i = 500; i < 600; ++i)
            engine.log += LogsHouse::line(i).toStdString();
        QTRY_COMPARE(table->lines().count(), std::uint64_t{600});
        QVERIFY(table->isFollowing());
        // A screen reader sees a table.
        QAccessibleInterface *own = QAccessible::queryAccessibleInterface(table);
        QVERIFY(own && own->tableInterface());
        QCOMPARE(own->tableInterface()->rowCount(), 600);
        QCOMPARE(own->tableInterface()->cellAt(7, 1)->text(QAccessible::Name), QString("ERROR"));
        QCOMPARE(own->tableInterface()->columnDescription(1), QString("Severity"));
        engine.trouble = Error{ErrorCode::EngineUnreachable, "engine.example", {}, {}, {}};
        QTRY_VERIFY([&] {
            for (const Label *label : page.findChildren<Label *>())
                if (label->isVisible() && label->text().contains("No new lines"))
                    return true;
            return false;
        }());
        QCOMPARE(table->lines().count(), std::uint64_t{600});
    }
    house.link.detach({ErrorCode::EngineStopping, {}, {}, {}, {}});
}

QTEST_MAIN(TestLogSpool)
#include "tst_log_spool.moc"
