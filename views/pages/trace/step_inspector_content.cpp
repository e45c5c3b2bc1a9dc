// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// The part of StepInspector that says what stands below its tabs.
#include "views/pages/trace/step_inspector.h"

#include "engine/json/json.h"
#include "views/models/text.h"
#include "views/pages/trace/attempt_table.h"
#include "views/pages/trace/exchange_text.h"
#include "views/pages/trace/history_pane.h"
#include "views/pages/trace/phase_bar.h"
#include "views/pages/trace/trace_words.h"
#include "views/widgets/button.h"
#include "views/widgets/choice.h"
#include "views/widgets/label.h"
#include "views/widgets/words.h"

#include <QApplication>
#include <QClipboard>

namespace batuta::views {
namespace {

constexpr std::size_t kBrief = 4096; // bytes of a response below which its request stands

/// Its value when it is JSON, else the text itself.
json::Value valueOf(const std::string &output)
{
    const Result<json::Value> parsed = json::parse(output);
    return parsed ? *parsed : json::Value(output);
}

void addFact(json::Object &to, const char *name, const std::string &value)
{
    if (!value.empty())
        to.append(name, value);
}

} // namespace

/// While a run goes on this is asked four times a second: only what differs is built anew.
StepInspector::Shown StepInspector::wanted(const TraceAttempt *attempt) const
{
    const TraceRun &run = m_model.run();
    const void *source = nullptr;
    std::size_t size = run.steps().size();
    if (m_step < 0) {
        const json::Value &shown = tab() == Tab::Output ? run.record().output : run.record().input;
        source = shown.isObject() ? static_cast<const void *>(&shown.asObject()) : nullptr;
    } else if (tab() == Tab::Context) {
        source = run.step(m_step).output.data();
        size = run.step(m_step).output.size();
        for (const int need : run.step(m_step).needs)
            size += run.step(need).output.size() + run.step(need).status.size();
    } else if (attempt) {
        const json::Value &response = attempt->detail["response"]["body"];
        source = response.isString() ? response.asString().data() : nullptr;
        size = attempt->detail.isNull() ? 0 : attempt->detail.asObject().size() + 1;
    }
    const bool isOpen = m_step < 0 ? !run.hasEnded() : run.step(m_step).isOpen();
    return {m_step, m_table->attempt(), tab(), m_message->value(), source, size, isOpen};
}

void StepInspector::updateCode()
{
    const Tab shown = tab();
    const TraceAttempt *attempt = chosen();
    const bool isHttp = m_step >= 0 && (m_model.run().step(m_step).kind == "http" ||
                                        (attempt && attempt->detail["request"].isObject()));
    m_table->setVisible(shown == Tab::Attempts && attempt);
    m_messageBar->setVisible(shown == Tab::Attempts && isHttp && attempt);
    m_phases->setPhases(shown == Tab::Attempts && attempt ? phasesOf(*attempt) : std::nullopt);
    const bool isCall = attempt && attempt->detail["request"].isObject();
    m_curl->setEnabled(isCall);
    m_curl->setToolTip(isCall ? QString() : tr("There is no recorded call."));
    m_history->setVisible(shown == Tab::History);
    m_payload->setVisible(shown != Tab::History);
    if (shown == Tab::History) {
        setNote({});
        return m_history->setHistory(m_past.historyOf(m_model.run().step(m_step).id), m_past);
    }
    if (const Shown next = wanted(attempt); std::exchange(m_shown, next) == next)
        return;
    if (m_step < 0)
        return showRun(shown);
    if (shown == Tab::Context || !isHttp)
        return showContext();
    showMessage(attempt, shown);
}

void StepInspector::setNote(const QString &note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

void StepInspector::setPayload(std::string body, const QString &name)
{
    m_payload->setPayload({{}, std::move(body), {}, name, false});
}

/// `update_profile-9b1f6e0c-response-2`.
QString StepInspector::payloadName(const char *what) const
{
    const TraceRun &run = m_model.run();
    QStringList parts{m_step < 0 ? textOf(run.record().flow) : textOf(run.step(m_step).id),
                      shortId(run.record().id), what};
    if (const TraceAttempt *attempt = chosen())
        parts << QString::number(attempt->number);
    return parts.join('-');
}

void StepInspector::showRun(Tab shown)
{
    const client::ExecutionRecord &record = m_model.run().record();
    const json::Value &value = shown == Tab::Input ? record.input : record.output;
    setNote(shown == Tab::Output && value.isNull() ? tr("The run has no output.") : QString());
    setPayload(value.isNull() ? std::string() : json::write(value),
               payloadName(shown == Tab::Input ? "input" : "output"));
}

void StepInspector::showMessage(const TraceAttempt *attempt, Tab shown)
{
    setNote({});
    if (!attempt) {
        setNote(tr("The step has made no call."));
        return setPayload({}, {});
    }
    const MessageText request = requestOf(*attempt), response = responseOf(*attempt);
    if (shown == Tab::Attempts)
        m_size->setText(response.isThere ? sizeWord(response.bytes) + ", " + lengthWord(attempt->duration)
                                         : lengthWord(attempt->duration));
    const QString part = shown == Tab::Request    ? QStringLiteral("request")
                         : shown == Tab::Response ? QStringLiteral("response")
                                                  : m_message->value();
    if (attempt->detail.isNull()) {
        setNote(attempt->isOpen ? tr("The call is under way.") : tr("The record of the call is on its way."));
        return setPayload({}, {});
    }
    if (part == "headers")
        return m_payload->setPayload(
            {request.headAndHeaders() + '\n' + response.headAndHeaders(), {}, {}, {}, false});
    if (part == "request") {
        setNote(request.note());
        return m_payload->setPayload({shown == Tab::Request ? request.headAndHeaders() : request.head,
                                      request.body,
                                      {},
                                      payloadName("request"),
                                      request.isCut});
    }
    if (!response.isThere) {
        setNote(attempt->isOpen          ? tr("The call is under way.")
                : attempt->error.empty() ? tr("No answer came.")
                                         : tr("No answer came: %1.").arg(textOf(attempt->error)));
        return m_payload->setPayload(
            {shown == Tab::Response ? std::string() : request.brief(), {}, {}, {}, false});
    }
    setNote(response.note());
    const bool both =
        shown == Tab::Attempts && response.body.size() <= kBrief && request.body.size() <= kBrief;
    m_payload->setPayload({shown == Tab::Response ? response.headAndHeaders() : response.head, response.body,
                           both ? request.brief() : std::string(), payloadName("response"), response.isCut});
}

/// What the step gave, what it needed, what the execution was given and where it ran: as resolved, with
/// secrets masked by the engine.
void StepInspector::showContext()
{
    setNote({});
    const TraceRun &run = m_model.run();
    const client::ExecutionRecord &record = run.record();
    const TraceStep &step = run.step(m_step);
    json::Object context;
    json::Object needs;
    for (const int need : step.needs)
        needs.append(run.step(need).id, run.step(need).output.empty() ? json::Value(run.step(need).status)
                                                                      : valueOf(run.step(need).output));
    if (!step.output.empty())
        context.append("output", valueOf(step.output));
    if (run.hasFlow())
        context.append("needs", std::move(needs));
    context.append("input", record.input);
    json::Object where;
    addFact(where, "flow", record.flow);
    addFact(where, "flow_version", record.flowVersion);
    addFact(where, "environment", record.environment);
    addFact(where, "environment_fingerprint", record.environmentFingerprint);
    addFact(where, "revision", record.revision);
    addFact(where, "trigger", record.trigger);
    addFact(where, "route_rule", record.routeRule);
    addFact(where, "origin", record.origin);
    addFact(where, "parent", record.parent);
    context.append("ran_in", std::move(where));
    setPayload(json::write(json::Value(std::move(context))), payloadName("context"));
}

void StepInspector::copyCurl()
{
    const TraceAttempt *attempt = chosen();
    const QString line = attempt ? curlOf(*attempt) : QString();
    if (line.isEmpty())
        return emit told(tr("There is no recorded call."));
    QApplication::clipboard()->setText(line);
    emit told(tr("The call was copied as cURL; secrets are variables of the shell."));
}

} // namespace batuta::views
