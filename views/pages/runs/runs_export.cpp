// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/runs/runs_export.h"

#include "views/widgets/words.h"

#include "engine/client/codec.h"
#include "engine/json/json.h"

namespace batuta::views {
namespace {

constexpr int kPage = 1'000;

QByteArray field(const std::string &text)
{
    QByteArray value = QByteArray::fromStdString(text);
    if (!value.isEmpty() && QByteArray("=+-@\t\r").contains(value.front()))
        value.prepend('\'');
    if (!value.contains(',') && !value.contains('"') && !value.contains('\n') && !value.contains('\r'))
        return value;
    return '"' + value.replace('"', "\"\"") + '"';
}

} // namespace

QByteArray csvHeading()
{
    return "execution_id,status,flow,flow_version,revision,environment,trigger,started_at,ended_at,"
           "duration_ms,user_id,session_id,correlation_id,error";
}

QByteArray csvLine(const client::ExecutionRecord &record)
{
    const QByteArrayList fields{field(record.id),
                                field(record.status),
                                field(record.flow),
                                field(record.flowVersion),
                                field(record.revision),
                                field(record.environment),
                                field(record.trigger),
                                field(isoTime(record.startedAt)),
                                field(record.endedAt == WallTime{} ? "" : isoTime(record.endedAt)),
                                QByteArray::number(record.duration.count() / 1'000),
                                field(record.userId),
                                field(record.sessionId),
                                field(record.correlationId),
                                field(record.error)};
    return fields.join(',');
}

RunsExport::RunsExport(EngineLink &link, QString file, Format format, QObject *parent)
    : QObject(parent)
    , m_link(link)
    , m_file(std::move(file))
    , m_format(format)
{
}

void RunsExport::start(const RunFilter &filter)
{
    if (!m_file.open(QIODevice::WriteOnly))
        return end(m_file.errorString());
    if (m_format == Format::Csv)
        m_file.write(csvHeading() + "\r\n");
    m_query = filter.executions(SystemClock().wall());
    if (client::isByDuration(m_query.order)) // that order leaves out what still runs
        m_query.order = client::Order::Newest;
    m_query.limit = kPage;
    ask();
}

void RunsExport::ask()
{
    m_link.executions(m_query, this, [this](auto page) { came(std::move(page)); });
}

void RunsExport::came(Result<client::ExecutionPage> page)
{
    if (!page)
        return end(errorSentence(page.error()));
    for (const client::ExecutionRecord &record : page->items) {
        m_file.write(m_format == Format::Csv
                         ? csvLine(record) + "\r\n"
                         : QByteArray::fromStdString(json::write(client::summaryJson(record))) + '\n');
        ++m_written;
    }
    if (!page->next.empty()) {
        m_query.cursor = page->next;
        return ask();
    }
    end(m_file.commit() ? QString() : m_file.errorString());
}

void RunsExport::end(const QString &problem)
{
    if (!problem.isEmpty())
        m_file.cancelWriting();
    emit finished(m_written, problem);
    deleteLater();
}

} // namespace batuta::views
