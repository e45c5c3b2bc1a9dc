// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// The commands that act on executions of a running engine: one, several, or all that a filter finds.
#include "app/cli/commands.h"
#include "app/cli/files.h"
#include "app/cli/output.h"
#include "app/cli/records.h"
#include "app/cli/remote.h"
#include "app/cli/usage.h"
#include "engine/base/text.h"
#include "engine/client/codec.h"
#include "engine/net/url.h"

#include <iostream>
#include <unordered_set>

namespace batuta::cli {
namespace {

constexpr std::size_t kMostTargets = 1'000'000;

/// `STEP` or `STEP=rest`; the rest is "" when there is none.
std::pair<std::string, std::string> stepAndRest(const std::string &text)
{
    const std::size_t at = text.find('=');
    return {text.substr(0, at), at == std::string::npos ? "" : text.substr(at + 1)};
}

/// The JSON of a file as a member; no file, no member.
Status addFile(json::Object &data, const char *name, const std::string &file)
{
    if (file.empty())
        return {};
    Result<json::Value> value = readJson(file);
    if (!value)
        return value.error();
    data.set(name, std::move(*value));
    return {};
}

Status addRerun(json::Object &data, const Options &options)
{
    const ActWords &act = options.act;
    for (const auto &[name, value] :
         {std::pair{"version", &act.version}, {"only", &act.only}, {"until", &act.upTo}})
        if (!value->empty())
            data.set(name, *value);
    json::Object pins;
    for (const std::string &pin : act.pins) {
        const auto [step, file] = stepAndRest(pin);
        pins.set(step, nullptr);
        if (Status added = addFile(pins, step.c_str(), file); !added)
            return added;
    }
    if (!pins.empty())
        data.set("pins", std::move(pins));
    return addFile(data, "input", options.input);
}

Status addAnswer(json::Object &data, const ActWords &act)
{
    if (act.approve == act.reject)
        return usage("answer", "yes or no?", "Pass --approve or --reject.");
    data.set("approved", act.approve);
    if (!act.comment.empty())
        data.set("comment", act.comment);
    return addFile(data, "form", act.form);
}

void addBreakpoints(json::Object &data, const ActWords &act)
{
    json::Object steps;
    for (const std::string &breakpoint : act.breakpoints) {
        const auto [step, condition] = stepAndRest(breakpoint);
        steps.set(step, condition.empty() ? json::Value() : json::Value(condition));
    }
    data.set("steps", std::move(steps));
    data.set("stepping", act.stepping);
}

/// What is sent along with the verb, as acts.h describes it.
Result<std::string> bodyOf(const Options &options)
{
    const ActWords &act = options.act;
    json::Object data;
    Status added;
    if (act.verb == "rerun") {
        added = addRerun(data, options);
    } else if (act.verb == "answer") {
        added = addAnswer(data, act);
    } else if (act.verb == "breakpoints") {
        addBreakpoints(data, act);
    } else if (act.verb == "cancel") {
        data.set("compensate", act.compensate);
    } else if (act.verb == "release") {
        data.set("stepping", act.stepping);
        added = addFile(data, "input", options.input);
    } else if (act.verb == "signal") {
        data.set("name", act.name);
        added = addFile(data, "data", act.data);
    }
    if (!added)
        return added.error();
    return json::write(json::Object{{"step", act.step}, {"data", std::move(data)}, {"why", act.why}});
}

/// What a filter without --status means: what can be cancelled, what is worth repeating.
std::vector<std::string> statusesOf(const Options &options)
{
    if (!options.filter.status.empty())
        return {options.filter.status};
    if (options.act.verb == "rerun")
        return {"failed"};
    return {"queued", "running", "paused"};
}

using Records = std::vector<client::ExecutionRecord>;

/// Everything that the filter finds now, so that what the acts begin is not found, too. An execution that
/// another one of them has started follows from it, and is left out.
Result<Records> findTargets(const Options &options)
{
    Result<client::ExecutionQuery> query = queryOf(options.filter);
    if (!query)
        return query.error();
    query->limit = 1'000;
    Records found;
    std::unordered_set<std::string> ids;
    for (const std::string &status : statusesOf(options)) {
        query->status = status;
        query->cursor.clear();
        do {
            Result<client::ExecutionPage> page = listRemote(options, *query);
            if (!page)
                return page.error();
            for (client::ExecutionRecord &record : page->items) {
                ids.insert(record.id);
                found.push_back(std::move(record));
            }
            query->cursor = page->next;
        } while (!query->cursor.empty() && found.size() < kMostTargets);
    }
    std::erase_if(found, [&](const auto &record) { return ids.contains(record.parent); });
    return found;
}

std::string stepNames(const json::Value &steps)
{
    std::vector<std::string> names;
    for (const json::Value &step : steps.asArray())
        names.push_back(step.isString() ? step.asString() : step["step"].asString());
    return join(names, ", ");
}

/// What became of the act, in the words of the engine's answer: a cancel has been asked for, not more.
std::string outcomeText(const std::string &verb, const json::Value &answer)
{
    if (verb == "cancel") {
        const std::string steps = stepNames(answer["receipts"]);
        return "asked to stop" + (steps.empty() ? "" : ": " + steps);
    }
    if (verb == "rerun") {
        const std::string pinned = stepNames(answer["pinned"]);
        return "runs again as " + answer["execution_id"].asString() +
               (pinned.empty() ? "" : ", with what these gave: " + pinned);
    }
    return verb + " accepted";
}

/// Tells each act as it is done, and the sum at the end.
class Report
{
public:
    Report(const Options &options, std::size_t all)
        : m_verb(options.act.verb)
        , m_json(options.json)
        , m_all(all)
    {
    }

    void tell(const std::string &id, const Result<json::Value> &answer)
    {
        ++(answer ? m_done : m_refused);
        if (!answer && m_exit == kSuccess)
            m_exit = exitCodeOf(answer.error());
        if (m_json) {
            json::Object line{{"execution_id", id}, {"act", m_verb}, {"done", answer.has_value()}};
            line.set(answer ? "answer" : "error", answer ? *answer : client::toJson(answer.error()));
            std::cout << json::write(json::Value(std::move(line))) << std::endl;
        } else if (answer) {
            std::cout << "✓ " << id << "  " << outcomeText(m_verb, *answer) << std::endl;
        } else if (m_all == 1) {
            fail(answer.error());
        } else {
            std::cout << "✗ " << id << "  " << errorText(answer.error()) << std::endl;
        }
    }

    int end() const
    {
        const std::size_t left = m_all - m_done - m_refused;
        if (m_json && m_all != 1)
            std::cout << json::write(json::Object{{"kind", "report"},
                                                  {"act", m_verb},
                                                  {"done", static_cast<std::int64_t>(m_done)},
                                                  {"refused", static_cast<std::int64_t>(m_refused)},
                                                  {"not_tried", static_cast<std::int64_t>(left)}})
                      << '\n';
        else if (m_all != 1)
            std::cout << m_verb << ": " << m_done << " done, " << m_refused << " refused"
                      << (left == 0 ? "" : ", " + std::to_string(left) + " not tried") << '\n';
        return m_exit;
    }

private:
    std::string m_verb;
    bool m_json;
    std::size_t m_all;
    std::size_t m_done = 0;
    std::size_t m_refused = 0;
    int m_exit = kSuccess;
};

int actOn(const Options &options, const std::vector<std::string> &ids)
{
    const Result<std::string> body = bodyOf(options);
    if (!body)
        return fail(body.error());
    Report report(options, ids.size());
    for (const std::string &id : ids) {
        const std::string path = "/executions/" + net::percentEncoded(id) + "/acts/" + options.act.verb;
        const Result<json::Value> answer = callEngine(options, {"POST", path, *body, {}});
        report.tell(id, answer);
        if (!answer && exitCodeOf(answer.error()) == kUnreachable)
            break; // nor will it answer for the others
    }
    return report.end();
}

void list(const Options &options, const Records &records)
{
    if (options.json) {
        for (const client::ExecutionRecord &record : records)
            std::cout << json::write(client::summaryJson(record)) << '\n';
        return;
    }
    client::ExecutionPage page;
    page.items = records;
    std::cout << executionsText(page);
}

/// Many at once only with a filter, and with somebody's explicit word.
int actOnFound(const Options &options)
{
    if (options.filter.isEmpty())
        return fail(usage(options.act.verb, "on which executions?",
                          "Give execution ids, or filter with --flow, --status, --since …"));
    const Result<Records> found = findTargets(options);
    if (!found)
        return fail(found.error());
    if (options.act.dryRun) {
        list(options, *found);
        return kSuccess;
    }
    if (!options.act.yes)
        return fail(
            usage(options.act.verb,
                  "on " + counted(static_cast<std::int64_t>(found->size()), "execution", "executions") + "?",
                  "Pass --yes to do it, or --dry-run to see them."));
    std::vector<std::string> ids;
    for (const client::ExecutionRecord &record : *found)
        ids.push_back(record.id);
    return actOn(options, ids);
}

} // namespace

int act(const Options &options)
{
    if (!options.id.empty())
        return actOn(options, {lowered(options.id)});
    if (options.ids.empty())
        return actOnFound(options);
    if (!options.filter.isEmpty())
        return fail(usage(options.act.verb, "ids and filters at once", "Give one or the other."));
    std::vector<std::string> ids;
    for (const std::string &id : options.ids)
        ids.push_back(lowered(id));
    if (!options.act.dryRun)
        return actOn(options, ids);
    for (const std::string &id : ids)
        std::cout << id << '\n';
    return kSuccess;
}

} // namespace batuta::cli
