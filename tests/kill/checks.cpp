// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/kill/checks.h"

#include "engine/base/answer_of.h"
#include "engine/base/text.h"
#include "engine/json/json.h"
#include "engine/store/history.h"

#include <sqlite3.h>

namespace batuta::kill {
namespace {

constexpr int kAtATime = 32;
constexpr auto kPatience = std::chrono::seconds(60);

/// The first column of the first row as text.
std::string ask(sqlite3 *database, const char *question)
{
    sqlite3_stmt *statement = nullptr;
    std::string answer = "no answer";
    if (sqlite3_prepare_v2(database, question, -1, &statement, nullptr) == SQLITE_OK &&
        sqlite3_step(statement) == SQLITE_ROW)
        answer = reinterpret_cast<const char *>(sqlite3_column_text(statement, 0));
    else
        answer = sqlite3_errmsg(database);
    sqlite3_finalize(statement);
    return answer;
}

} // namespace

Checks::Checks(net::Loop &loop, ServeProcess &serve, const CountingFunctions &functions, const Driver &driver,
               const References &references)
    : m_loop(loop)
    , m_serve(serve)
    , m_functions(functions)
    , m_driver(driver)
    , m_references(references)
{
}

void Checks::executions()
{
    std::set<std::string> ids = m_functions.executions();
    for (const auto &[id, known] : m_driver.known())
        ids.insert(id);
    for (const std::string &id : ids) {
        m_asking += 2;
        m_serve.get("/executions/" + id, [this, id](int status, const json::Value &record) {
            --m_asking;
            if (status == 200)
                ended(id, record);
            else
                violation(id + " is lost: " + std::to_string(status) + " " + json::write(record));
        });
        net::HttpRequest request;
        request.url = "/executions/" + id + "/events";
        m_serve.fetch(std::move(request), [this, id](const auto &response) {
            --m_asking;
            story(id, response ? response->body : std::string());
        });
        if (!runUntil(m_loop, kPatience, [this] { return m_asking < kAtATime; }))
            return violation("no answers about executions after a minute");
    }
    if (!runUntil(m_loop, kPatience, [this] { return m_asking == 0; }))
        violation("no answers about executions after a minute");
}

void Checks::ended(const std::string &id, const json::Value &record)
{
    const std::string &status = record["status"].asString();
    if (!isEnd(status) || status == "interrupted")
        violation(record["flow"].asString() + " " + id + " is " + status + ": " + record["error"].asString());
    effects(id, record);
    const auto found = m_driver.known().find(id);
    if (found != m_driver.known().end())
        reference(id, record, found->second);
}

/// Each step that calls a function was called as often as the record says, and succeeded once.
void Checks::effects(const std::string &id, const json::Value &record)
{
    const std::map<std::string, int> called = m_functions.attempts(id);
    for (const json::Value &step : record["steps"].asArray()) {
        const std::string &name = step["step"].asString();
        const std::string &status = step["status"].asString();
        const int attempts = static_cast<int>(step["attempts"].asInteger());
        if (step["kind"].asString() != "http" || m_functions.isList(record["flow"].asString(), name))
            continue;
        const std::string where = record["flow"].asString() + " " + id + "/" + name;
        const auto call = called.find(name);
        const int most = call == called.end() ? 0 : call->second;
        const bool hasEnded = status == "success" || status == "failed";
        if (hasEnded ? most != attempts : most > attempts)
            violation(where + ": " + std::to_string(attempts) + " attempts, the functions know of " +
                      std::to_string(most));
        if (status == "success" && attempts > 0 && !m_functions.hasSucceeded(id, name, attempts))
            violation(where + " is a success that the functions do not know of");
    }
}

void Checks::reference(const std::string &id, const json::Value &record, const Known &known)
{
    if (known.hasEnded && !(known.shown == record))
        violation(known.flow->name + " " + id + " is not what was shown of it before:\n  " +
                  json::write(record) + "\n  " + json::write(known.shown));
    // A cancel that was answered is no promise: it may have come when nothing was left to stop.
    if (known.mayBeCancelled && record["status"].asString() == "cancelled")
        return;
    if (known.isRerun || record["origin"].isString())
        return;
    const auto wanted = m_references.find({known.flow->name, record["input"]["n"].asInteger()});
    if (wanted == m_references.end())
        return;
    ++m_compared;
    const json::Value is = comparable(record, *known.flow);
    if (!(is == wanted->second))
        violation(known.flow->name + " " + id + " ended otherwise than without kills (" +
                  record["error"].asString() + "):\n  " + json::write(is) + "\n  " +
                  json::write(wanted->second));
}

/// The events as they were sent: without a gap, every step ends once, and the end comes last and once.
void Checks::story(const std::string &id, const std::string &text)
{
    std::int64_t last = 0;
    std::map<std::string, int> ends;
    int ended = 0;
    for (const std::string_view line : split(text, '\n')) {
        if (!line.starts_with("data: "))
            continue;
        const json::Value event = json::parse(line.substr(6)).value_or(json::Value());
        if (event["sequence"].asInteger() != ++last || ended > 0)
            return violation(id + ": event " + json::write(event) + " is number " + std::to_string(last));
        ended += event["kind"].asString() == "execution_ended" ? 1 : 0;
        if (event["kind"].asString() == "step_ended" && ++ends[event["step"].asString()] > 1)
            violation(id + "/" + event["step"].asString() + " ended twice");
    }
    m_events += static_cast<std::size_t>(last);
    if (ended != 1)
        violation(id + " has " + std::to_string(last) + " events and " + std::to_string(ended) + " ends");
}

void Checks::history(const std::string &file)
{
    sqlite3 *database = nullptr;
    if (sqlite3_open_v2(file.c_str(), &database, SQLITE_OPEN_READWRITE, nullptr) != SQLITE_OK)
        violation("the history cannot be opened");
    const std::pair<const char *, const char *> questions[]{
        {"PRAGMA integrity_check", "ok"},
        {"SELECT count(*) FROM journal", "0"},
        {"SELECT count(*) FROM starts", "0"},
        {"SELECT count(*) FROM executions WHERE status IN ('running', 'queued', 'paused')", "0"},
        {"SELECT count(*) FROM (SELECT id FROM executions GROUP BY id HAVING count(*) > 1)", "0"},
    };
    for (const auto &[question, wanted] : questions)
        if (const std::string answer = ask(database, question); answer != wanted)
            violation(std::string(question) + " is " + answer);
    sqlite3_close(database);
    audit(file);
}

void Checks::audit(const std::string &file)
{
    auto history = store::openSqlite({file, true});
    if (!history)
        return violation(errorText(history.error()));
    const auto verdict =
        answerOf<Result<store::AuditVerdict>>([&](auto told) { (*history)->verifyAudit(std::move(told)); });
    if (!verdict)
        return violation(errorText(verdict.error()));
    if (verdict->firstBroken != 0)
        violation("the audit is broken at " + std::to_string(verdict->firstBroken) + ": " + verdict->problem);
    if (verdict->entries < m_driver.acts())
        violation("the audit has " + std::to_string(verdict->entries) + " entries, " +
                  std::to_string(m_driver.acts()) + " acts were answered");
    (*history)->close();
}

} // namespace batuta::kill
