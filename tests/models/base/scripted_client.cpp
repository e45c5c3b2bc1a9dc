// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/models/base/scripted_client.h"

#include <thread>

namespace batuta::tests {
namespace {

class Ticket final : public client::Subscription
{
public:
    explicit Ticket(std::shared_ptr<bool> open)
        : m_open(std::move(open))
    {
        *m_open = true;
    }
    ~Ticket() override { *m_open = false; }

private:
    std::shared_ptr<bool> m_open;
};

client::ExecutionRecord recordOf(const ExecutionId &id)
{
    client::ExecutionRecord record;
    record.id = id.value;
    record.status = "success";
    return record;
}

} // namespace

int ScriptedClient::unanswered(const std::string &question) const
{
    const auto found = m_waiting.find(question);
    return found == m_waiting.end() ? 0 : static_cast<int>(found->second.size());
}

void ScriptedClient::answer(const std::string &question)
{
    std::thread([answers = std::exchange(m_waiting[question], {})] {
        for (const auto &answer : answers)
            answer();
    }).join();
}

void ScriptedClient::tell(client::EventBatch batch)
{
    std::thread([this, &batch] { m_listener(std::move(batch)); }).join();
}

void ScriptedClient::start(client::StartExecution command, client::Reply<client::Started> reply)
{
    m_waiting["start"].push_back([command, reply] {
        reply(client::Started{ExecutionId("9b1f6e0c-0000-4000-8000-000000000001"), command.flow, {}, false});
    });
}

void ScriptedClient::waitForEnd(ExecutionId id, client::Reply<client::ExecutionRecord> reply)
{
    m_waiting["waitForEnd"].push_back([id, reply] { reply(recordOf(id)); });
}

void ScriptedClient::act(client::Act act, client::Reply<json::Value> reply)
{
    m_waiting[act.verb].push_back([act, reply] {
        reply(Error{ErrorCode::ExecutionEnded, act.subject, "success", {}, {}});
    });
}

void ScriptedClient::execution(ExecutionId id, client::Reply<client::ExecutionRecord> reply)
{
    m_waiting["execution"].push_back([id, reply] { reply(recordOf(id)); });
}

void ScriptedClient::executions(client::ExecutionQuery query, client::Reply<client::ExecutionPage> reply)
{
    m_waiting["executions"].push_back([query, reply] {
        client::ExecutionPage page;
        page.total = query.limit;
        reply(page);
    });
}

void ScriptedClient::flows(client::Reply<std::vector<client::FlowSummary>> reply)
{
    m_waiting["flows"].push_back([this, reply] { reply(library); });
    if (isAlive)
        answer("flows");
}

void ScriptedClient::preview(client::StartExecution, client::Reply<client::FlowPreview> reply)
{
    m_waiting["preview"].push_back([reply] { reply(client::FlowPreview()); });
}

void ScriptedClient::info(client::Reply<client::EngineInfo> reply)
{
    m_waiting["info"].push_back(
        [this, reply] { reply(trouble ? Result<client::EngineInfo>(*trouble) : state); });
    if (isAlive)
        answer("info");
}

void ScriptedClient::logLines(client::LogQuery, client::Reply<std::vector<client::LogLineRecord>> reply)
{
    m_waiting["logLines"].push_back([reply] { reply(std::vector<client::LogLineRecord>()); });
}

std::unique_ptr<client::Subscription> ScriptedClient::subscribe(Listener listener)
{
    m_listener = std::move(listener);
    m_listening = std::make_shared<bool>();
    return std::make_unique<Ticket>(m_listening);
}

} // namespace batuta::tests
