// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/kill/counting_functions.h"

#include "engine/base/text.h"

#include <charconv>
#include <functional>

namespace batuta::kill {
namespace {

int numberOf(std::string_view text)
{
    int number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

/// The same for the same text in every process (FNV-1a).
std::uint64_t digestOf(std::string_view text)
{
    std::uint64_t digest = 0xCBF29CE484222325ULL;
    for (const char c : text)
        digest = (digest ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
    return digest;
}

} // namespace

CountingFunctions::CountingFunctions(net::Loop &loop, const std::vector<RandomFlow> &flows)
    : m_loop(loop)
    , m_server(loop, {}, [this](const net::ServerRequest &request, net::Responder responder) {
        handle(request, std::move(responder));
    })
{
    for (const RandomFlow &flow : flows)
        m_flows.emplace(flow.name, &flow);
    m_port = m_server.listen("127.0.0.1", 0).value_or(0);
}

std::optional<CountingFunctions::Asked> CountingFunctions::askedBy(const net::ServerRequest &request)
{
    const auto key = split(request.header("Idempotency-Key"), '/');
    const auto path = split(std::string_view(request.path).substr(1), '/');
    if (key.size() < 2 || key.size() > 3 || path.size() != 2)
        return std::nullopt;
    const auto flow = m_flows.find(std::string(path[0]));
    Asked asked;
    asked.execution = key[0];
    asked.step = key[1];
    asked.isItem = key.size() == 3;
    asked.key = asked.step + (asked.isItem ? "/" + std::string(key[2]) : "");
    asked.attempt = numberOf(request.header("X-Batuta-Attempt"));
    if (flow == m_flows.end() || asked.step != path[1] || asked.attempt < 1)
        return std::nullopt;
    asked.flow = flow->second;
    return asked;
}

void CountingFunctions::handle(const net::ServerRequest &request, net::Responder responder)
{
    ++m_calls;
    const std::optional<Asked> asked = askedBy(request);
    if (!asked) {
        m_violations.push_back("a call without a key, an attempt or a place: " + request.path + " " +
                               std::string(request.header("Idempotency-Key")));
        return responder.send({400, "application/json", "{}", {}});
    }
    check(*asked, request.body);
    const int delay = numberOf(request.queryValue("delay"));
    if (delay == 0)
        return answer(request, *asked, std::move(responder));
    m_loop.startTimer(std::chrono::steady_clock::now() + std::chrono::milliseconds(delay),
                      [this, request, asked = *asked, responder] { answer(request, asked, responder); });
}

void CountingFunctions::check(const Asked &asked, const std::string &body)
{
    Execution &execution = m_executions[asked.execution];
    if (execution.ended.contains(asked.step))
        violation(asked, "was called although its end was in the journal");
    for (const std::string &before : asked.flow->before.at(asked.step))
        execution.ended.insert(before);
    const auto [at, isNew] = execution.keys.try_emplace(asked.key);
    Key &key = at->second;
    if (isNew) {
        key.body = body;
    } else {
        if (key.body != body)
            violation(asked, "was called with another body: " + body + " after " + key.body);
        if (asked.attempt == key.attempt && m_process == key.process && !key.wasDropped)
            violation(asked, "was called twice by the same process");
        if (asked.attempt == key.attempt)
            ++m_repeats;
        if (asked.attempt < key.attempt && asked.isItem)
            ++m_itemsAgain;
        if (asked.attempt < key.attempt && !asked.isItem)
            violation(asked, "was called after attempt " + std::to_string(key.attempt));
    }
    key.attempt = asked.attempt;
    key.process = m_process;
    key.wasDropped = false;
}

void CountingFunctions::answer(const net::ServerRequest &request, const Asked &asked,
                               net::Responder responder)
{
    const std::string_view how = request.queryValue("how");
    if (asked.attempt <= numberOf(request.queryValue("fail"))) {
        if (how == "drop") {
            m_executions[asked.execution].keys[asked.key].wasDropped = true; // a client may send it once more
            return responder.abort();
        }
        return responder.send({numberOf(how), "application/json", R"({"error":"as asked"})", {}});
    }
    succeed(asked);
    const std::string value = std::to_string(digestOf(request.path + request.body));
    std::string body = R"({"v":")" + value + "\"";
    if (!request.queryValue("token").empty())
        body += R"(,"token":"sealed-)" + value + "\"";
    if (const int big = numberOf(request.queryValue("big")); big > 0)
        body += R"(,"filling":")" + std::string(static_cast<std::size_t>(big), 'x') + "\"";
    responder.send({200, "application/json", body + "}", {}});
}

void CountingFunctions::succeed(const Asked &asked)
{
    Key &key = m_executions[asked.execution].keys[asked.key];
    if (key.succeeded.empty())
        ++m_effects;
    key.succeeded.insert(asked.attempt);
}

void CountingFunctions::sawEnd(const std::string &execution, const std::string &step)
{
    m_executions[execution].ended.insert(step);
}

std::set<std::string> CountingFunctions::executions() const
{
    std::set<std::string> ids;
    for (const auto &[id, execution] : m_executions)
        if (!execution.keys.empty())
            ids.insert(id);
    return ids;
}

std::map<std::string, int> CountingFunctions::attempts(const std::string &execution) const
{
    std::map<std::string, int> attempts;
    const auto found = m_executions.find(execution);
    if (found != m_executions.end())
        for (const auto &[name, key] : found->second.keys) {
            int &most = attempts[name.substr(0, name.find('/'))];
            most = std::max(most, key.attempt);
        }
    return attempts;
}

bool CountingFunctions::hasSucceeded(const std::string &execution, const std::string &step, int attempt) const
{
    const auto found = m_executions.find(execution);
    if (found == m_executions.end())
        return false;
    const auto key = found->second.keys.find(step);
    return key != found->second.keys.end() && key->second.succeeded.contains(attempt);
}

bool CountingFunctions::isList(const std::string &flow, const std::string &step) const
{
    const auto found = m_flows.find(flow);
    return found != m_flows.end() && found->second->lists.contains(step);
}

void CountingFunctions::violation(const Asked &asked, const std::string &what)
{
    m_violations.push_back(asked.flow->name + " " + asked.execution + "/" + asked.key + " attempt " +
                           std::to_string(asked.attempt) + " in process " + std::to_string(m_process) + ": " +
                           what);
}

} // namespace batuta::kill
