// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/models/runs/run_repeater.h"

#include "engine/json/json.h"
#include "engine/json/redact.h"

namespace batuta::views {

RunRepeater::RunRepeater(EngineLink &link, json::Value change, std::string why, QObject *parent)
    : QObject(parent)
    , m_link(link)
    , m_change(std::move(change))
    , m_why(std::move(why))
{
}

void RunRepeater::start(client::ExecutionQuery query)
{
    query.limit = kMost;
    m_link.executions(std::move(query), this, [this](Result<client::ExecutionPage> page) {
        if (!page)
            refused(page.error());
        else
            for (const client::ExecutionRecord &record : page->items)
                m_ids.append(QString::fromStdString(record.id));
        m_all = static_cast<int>(m_ids.size());
        next();
    });
}

void RunRepeater::next()
{
    emit progressed(m_repeated + m_refused, m_all);
    if (m_ids.isEmpty()) {
        emit finished(m_repeated, m_refused,
                      m_refused > 0 ? QString::fromStdString(errorText(m_firstRefusal)) : QString());
        return deleteLater();
    }
    const QString id = m_ids.takeFirst();
    if (m_change.isNull())
        return repeat(id.toStdString(), json::Object{});
    m_link.execution(id, this, [this, id](const Result<client::ExecutionRecord> &record) {
        repeatWith(id.toStdString(), record);
    });
}

void RunRepeater::repeatWith(const std::string &id, const Result<client::ExecutionRecord> &record)
{
    if (!record) {
        refused(record.error());
        return next();
    }
    json::Value input = record->input.isObject() ? record->input : json::Value(json::Object{});
    for (const auto &[name, value] : m_change.asObject())
        input.object().set(name, value);
    if (json::write(input).find(json::kMask) != std::string::npos) {
        refused({ErrorCode::ActRefused, id, "its input holds masked secrets", {}, "Repeat it by itself."});
        return next();
    }
    repeat(id, json::Object{{"input", std::move(input)}});
}

void RunRepeater::repeat(const std::string &id, json::Value data)
{
    client::Act act;
    act.verb = "rerun";
    act.subject = id;
    act.data = std::move(data);
    act.why = m_why;
    m_link.act(std::move(act), this, [this](const Result<json::Value> &done) {
        if (done)
            ++m_repeated;
        else
            refused(done.error());
        next();
    });
}

void RunRepeater::refused(const Error &error)
{
    if (m_refused++ == 0)
        m_firstRefusal = error;
}

} // namespace batuta::views
