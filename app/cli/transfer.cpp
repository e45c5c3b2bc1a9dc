// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// batuta export and batuta import: executions as JSON lines, one at a time, never all in memory.
#include "app/cli/commands.h"
#include "app/cli/history.h"
#include "app/cli/line_reader.h"
#include "app/cli/output.h"
#include "app/cli/records.h"
#include "engine/base/text.h"
#include "engine/capsule/execution_line.h"
#include "engine/capsule/gather.h"
#include "engine/json/json.h"

#include <iostream>
#include <set>

namespace batuta::cli {
namespace {

using capsule::ExecutionLine;

constexpr std::size_t kInFlight = 200; // imports that share a sync

/// Writes executions to standard output; each text of a flow goes out once.
class Exporter
{
public:
    explicit Exporter(store::History &history)
        : m_history(history)
    {
    }

    Status write(const std::string &id)
    {
        Result<std::optional<client::ExecutionRecord>> record = m_history.findNow(id);
        if (!record)
            return record.error();
        if (!*record)
            return Error{ErrorCode::ExecutionUnknown, id, {}, {}, {}};
        if (!hasEnded(**record)) {
            ++m_unfinished;
            return {};
        }
        ExecutionLine line{std::move(**record), {}, {}};
        if (Status read = readRest(line); !read)
            return read;
        std::cout << capsule::writeLine(line) << '\n';
        if (!std::cout)
            return Error{ErrorCode::FileUnwritable, "standard output", {}, {}, {}};
        ++m_written;
        return {};
    }

    void tell() const
    {
        std::cerr << counted(m_written, "execution", "executions") << " exported";
        if (m_unfinished > 0)
            std::cerr << ", " << m_unfinished << " that have not ended left out";
        std::cerr << '\n';
    }

private:
    Status readRest(ExecutionLine &line)
    {
        Result<std::vector<client::EventRecord>> events = capsule::eventsOf(m_history, line.record.id);
        if (!events)
            return events.error();
        line.events = std::move(*events);
        if (!m_texts.emplace(line.record.flow, line.record.flowVersion).second)
            return {};
        Result<std::optional<store::FlowText>> text = capsule::flowTextOf(m_history, line.record);
        if (!text)
            return text.error();
        line.flow = std::move(*text);
        return {};
    }

    store::History &m_history;
    std::set<std::pair<std::string, std::string>> m_texts; ///< flow and version
    std::int64_t m_written = 0;
    std::int64_t m_unfinished = 0;
};

Status exportFound(store::History &history, const Filter &filter, Exporter &exporter)
{
    Result<client::ExecutionQuery> query = queryOf(filter);
    if (!query)
        return query.error();
    query->order = store::Order::Oldest;
    query->limit = 500;
    do {
        const Result<client::ExecutionPage> page = history.listNow(*query);
        if (!page)
            return page.error();
        for (const client::ExecutionRecord &record : page->items)
            if (Status written = exporter.write(record.id); !written)
                return written;
        query->cursor = page->next;
    } while (!query->cursor.empty());
    return {};
}

/// Writes lines to a history, many with one sync, and tells which line went wrong.
class Importer
{
public:
    Importer(store::History &history, std::string file)
        : m_history(history)
        , m_file(std::move(file))
    {
    }

    /// Only a history that fails ends the import; a line that is wrong is told, and left out.
    Status take(const LineReader::Line &line)
    {
        Result<ExecutionLine> read = line.isTooLong ? tooLong() : capsule::readLine(line.text);
        if (!read) {
            complain(read.error(), line.number);
            return {};
        }
        if (m_waiting.size() >= kInFlight || m_ids.contains(read->record.id))
            if (Status done = finish(); !done)
                return done;
        const auto found = m_history.findNow(read->record.id);
        if (!found)
            return found.error();
        if (*found) {
            ++m_there;
            return {};
        }
        if (read->flow)
            m_history.keepFlow(std::move(*read->flow));
        m_ids.insert(read->record.id);
        auto done = std::make_shared<std::promise<Status>>();
        m_waiting.emplace_back(line.number, done->get_future());
        m_history.import(std::move(read->record), std::move(read->events),
                         [done](Status status) { done->set_value(std::move(status)); });
        return {};
    }

    Status finish()
    {
        Status failure;
        for (auto &[number, future] : m_waiting) {
            const Status status = future.get();
            ++(status ? m_imported : m_wrong);
            if (!status)
                failure = status;
        }
        m_waiting.clear();
        m_ids.clear();
        return failure;
    }

    json::Value report() const
    {
        return json::Object{{"imported", m_imported}, {"there_already", m_there}, {"wrong", m_wrong}};
    }
    bool isWhole() const { return m_wrong == 0; }

private:
    static Error tooLong() { return {ErrorCode::FileTooLarge, "line", "above 64 MiB", {}, {}}; }
    void complain(Error error, int number)
    {
        ++m_wrong;
        error.place = {m_file, number, error.place.column};
        fail(error);
    }

    store::History &m_history;
    std::string m_file;
    std::vector<std::pair<int, std::future<Status>>> m_waiting;
    std::set<std::string> m_ids; ///< of those that wait
    std::int64_t m_imported = 0;
    std::int64_t m_there = 0;
    std::int64_t m_wrong = 0;
};

} // namespace

int exportExecutions(const Options &options)
{
    if (!options.ids.empty() && !options.filter.isEmpty())
        return fail(
            {ErrorCode::UsageInvalid, "export", "ids and filters at once", {}, "Give one or the other."});
    const auto history = openHistory(options, HistoryUse::Reading);
    if (!history)
        return fail(history.error());
    std::ios::sync_with_stdio(false);
    Exporter exporter(**history);
    Status done;
    if (options.ids.empty())
        done = exportFound(**history, options.filter, exporter);
    for (std::size_t i = 0; done && i < options.ids.size(); ++i)
        done = exporter.write(lowered(options.ids[i]));
    std::cout.flush();
    exporter.tell();
    return done ? kSuccess : fail(done.error());
}

int importExecutions(const Options &options)
{
    Result<LineReader> lines = LineReader::open(options.input);
    if (!lines)
        return fail(lines.error());
    const auto history = openHistory(options, HistoryUse::Writing);
    if (!history)
        return fail(history.error());
    Importer importer(**history, options.input == "-" ? "standard input" : options.input);
    Status done;
    while (done) {
        const Result<std::optional<LineReader::Line>> line = lines->next();
        if (!line || !*line) {
            done = line ? Status() : line.error();
            break;
        }
        done = importer.take(**line);
    }
    if (Status finished = importer.finish(); done)
        done = finished;
    const json::Value report = importer.report();
    if (options.json)
        std::cout << json::write(report) << '\n';
    else
        std::cout << counted(report["imported"].asInteger(), "execution", "executions") << " imported, "
                  << report["there_already"].asInteger() << " there already, " << report["wrong"].asInteger()
                  << " wrong\n";
    if (!done)
        return fail(done.error());
    return importer.isWhole() ? kSuccess : kInvalid;
}

} // namespace batuta::cli
