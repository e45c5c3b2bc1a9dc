// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/flows/policy_facts.h"

#include "engine/json/json.h"
#include "views/widgets/words.h"

#include <QCoreApplication>
#include <QLocale>

namespace batuta::views {
namespace {

struct Say
{
    Q_DECLARE_TR_FUNCTIONS(batuta::views::FlowInspector)
};

QString fromUtf8(const std::string &text)
{
    return QString::fromStdString(text);
}

InspectorSection itemsOf(const flow::Foreach &each)
{
    InspectorSection section{Say::tr("For each item")};
    section.facts << InspectorFact{Say::tr("Called"), fromUtf8(each.as), true};
    section.facts << InspectorFact{Say::tr("Items at once"), QLocale().toString(each.maxParallel)};
    section.facts << InspectorFact{Say::tr("If one fails"), each.stopsOnFailure
                                                                ? Say::tr("The others are stopped")
                                                                : Say::tr("The others go on")};
    const json::Value &items = each.items.source();
    section.code = fromUtf8(items.isString() ? items.asString() : json::write(items));
    return section;
}

InspectorSection breakerOf(const flow::BreakerPolicy &breaker)
{
    InspectorSection section{Say::tr("Circuit breaker")};
    section.facts << InspectorFact{Say::tr("Name"), fromUtf8(breaker.name), true};
    section.facts << InspectorFact{Say::tr("Opens after"),
                                   Say::tr("%n failure(s) in a row", nullptr, breaker.failures)};
    section.facts << InspectorFact{Say::tr("Stays open"), durationWord(breaker.open)};
    section.facts << InspectorFact{Say::tr("Forgets after"), durationWord(breaker.forgetAfter)};
    return section;
}

InspectorSection rateOf(const flow::RateLimitPolicy &limit)
{
    InspectorSection section{Say::tr("Rate limit")};
    section.facts << InspectorFact{Say::tr("Name"), fromUtf8(limit.name), true};
    section.facts << InspectorFact{
        Say::tr("Calls"), Say::tr("%1 in %2").arg(QLocale().toString(limit.limit), durationWord(limit.per))};
    return section;
}

QString whenFullWord(flow::Concurrency::WhenFull whenFull)
{
    switch (whenFull) {
    case flow::Concurrency::WhenFull::Queue:
        return Say::tr("Others wait");
    case flow::Concurrency::WhenFull::Reject:
        return Say::tr("Others are refused");
    case flow::Concurrency::WhenFull::CancelOldest:
        return Say::tr("The oldest is cancelled");
    }
    return {};
}

QString missedWord(flow::ScheduleTrigger::Missed missed)
{
    switch (missed) {
    case flow::ScheduleTrigger::Missed::Skip:
        return Say::tr("Missed times are left out");
    case flow::ScheduleTrigger::Missed::RunOnce:
        return Say::tr("Missed times run once");
    case flow::ScheduleTrigger::Missed::RunAll:
        return Say::tr("Missed times all run");
    }
    return {};
}

/// One fact for each trigger.
struct TriggerFacts
{
    InspectorSection &section;

    void operator()(const flow::ScheduleTrigger &schedule) const
    {
        section.facts << InspectorFact{
            Say::tr("Schedule"),
            fromUtf8(schedule.cron + "  " + schedule.timezone) + '\n' + missedWord(schedule.missed), true};
    }
    void operator()(const flow::WebhookTrigger &webhook) const
    {
        section.facts << InspectorFact{webhook.isUnsigned ? Say::tr("Webhook, open to anybody")
                                                          : Say::tr("Signed webhook"),
                                       fromUtf8(webhook.path), true};
    }
    void operator()(const flow::MessageTrigger &message) const
    {
        section.facts << InspectorFact{Say::tr("Messages of"), fromUtf8(message.queue), true};
    }
};

} // namespace

QList<InspectorSection> sharedSections(const flow::Step &step)
{
    QList<InspectorSection> sections;
    if (step.forEach)
        sections << itemsOf(*step.forEach);
    if (step.breaker)
        sections << breakerOf(*step.breaker);
    if (step.rateLimit)
        sections << rateOf(*step.rateLimit);
    if (step.compensate) {
        InspectorSection undo{Say::tr("Undone by")};
        undo.facts << InspectorFact{kindWord(flow::kindName(step.compensate->action)),
                                    fromUtf8(step.compensate->id.value), true};
        sections << undo;
    }
    return sections;
}

QList<InspectorSection> startSections(const flow::Flow &flow)
{
    InspectorSection starts{Say::tr("Starts by itself")};
    for (const flow::Trigger &trigger : flow.triggers)
        std::visit(TriggerFacts{starts}, trigger);
    InspectorSection places{Say::tr("Runs at a time")};
    if (const auto &limit = flow.concurrency) {
        places.facts << InspectorFact{Say::tr("At most"), QLocale().toString(limit->limit)};
        places.facts << InspectorFact{Say::tr("When full"), whenFullWord(limit->whenFull)};
        if (limit->key)
            places.code = fromUtf8(limit->key->text());
    }
    return {starts, places};
}

} // namespace batuta::views
