// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/trace/inspector_facts.h"

#include "views/models/text.h"
#include "views/pages/trace/trace_words.h"
#include "views/widgets/words.h"

#include <QLocale>

namespace batuta::views {
QList<InspectorFact> factsOfStep(const TraceModel &model, int at)
{
    const TraceRun &run = model.run();
    const TraceStep &step = run.step(at);
    const QString none(QChar(0x2013));
    const auto attempts = static_cast<int>(step.attempts.size());
    const auto length = std::chrono::duration_cast<Duration>(step.end(model.now()) - step.startedAt);
    const double whole = secondsOf(run.length(model.now()));
    const bool isFailed = step.picture() == Status::Failed;
    return {
        {TraceText::tr("Duration"), step.hasRun() ? lengthWord(length) : none},
        {TraceText::tr("Attempts"),
         step.maxAttempts > 1 ? TraceText::tr("%1 of %2").arg(attempts).arg(step.maxAttempts)
                              : QString::number(attempts),
         isFailed && attempts > 1},
        {TraceText::tr("Last result"),
         step.statusCode != 0 ? "HTTP " + QString::number(step.statusCode) : statusWord(step.status),
         isFailed},
        {TraceText::tr("Share of run"),
         step.hasRun() && whole > 0
             ? QLocale().toString(100 * secondsOf(length) / whole, 'f', 1) + QChar(0x2009) + '%'
             : none},
        {TraceText::tr("Waited"), attempts > 1 ? lengthWord(step.waited()) : none},
        step.onFailure.empty() ? InspectorFact{TraceText::tr("Kind"), kindWord(step.kind)}
                               : InspectorFact{TraceText::tr("On failure"), textOf(step.onFailure)},
    };
}

QList<InspectorFact> factsOfRun(const TraceModel &model)
{
    const TraceRun &run = model.run();
    if (run.isEmpty())
        return {};
    return {{TraceText::tr("Duration"), lengthWord(run.length(model.now()))},
            {TraceText::tr("Critical path"), lengthWord(run.pathTime())},
            {TraceText::tr("Steps"), QString::number(run.steps().size())},
            {TraceText::tr("Environment"), environmentWord(run.record().environment)},
            {TraceText::tr("Trigger"), textOf(run.record().trigger)},
            {TraceText::tr("Route rule"),
             run.record().routeRule.empty() ? QString(QChar(0x2013)) : textOf(run.record().routeRule)}};
}

QList<FactStrip::Fact> stripFacts(const TraceModel &model, bool utc, int number)
{
    const TraceRun &run = model.run();
    const client::ExecutionRecord &record = run.record();
    QList<FactStrip::Fact> facts;
    const auto add = [&](const QString &caption, const QString &value, bool isCritical = false) {
        if (!value.isEmpty())
            facts.append({caption, value, isCritical});
    };
    const QString version = textOf(record.flowVersion);
    add(TraceText::tr("Flow version"),
        number > 0 ? TraceText::tr("v%1 · %2", "number and hash").arg(QString::number(number), version)
                   : version);
    add(TraceText::tr("Environment"), environmentWord(record.environment));
    add("user_id", textOf(record.userId));
    add("session_id", textOf(record.sessionId));
    add(TraceText::tr("Started"), dayAndTime(record.startedAt, utc));
    add(TraceText::tr("Duration"), lengthWord(run.length(model.now())));
    if (!run.path().empty())
        add(TraceText::tr("Critical path"), lengthWord(run.pathTime()), true);
    add(TraceText::tr("Steps"), countsWord(run));
    add(TraceText::tr("Trigger"), textOf(record.trigger));
    add(TraceText::tr("Route rule"), textOf(record.routeRule));
    add("correlation_id", textOf(record.correlationId));
    add(TraceText::tr("Parent run"), textOf(record.parent));
    return facts;
}

} // namespace batuta::views
