// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/flows/policy_facts.h"

#include "engine/json/json.h"
#include "views/models/text.h"
#include "views/widgets/words.h"

#include <QCoreApplication>
#include <QLocale>

namespace batuta::views {
namespace {

struct SayPolicy
{
    Q_DECLARE_TR_FUNCTIONS(batuta::views::FlowInspector)
};

InspectorSection itemsOf(const flow::Foreach &each)
{
    InspectorSection section{SayPolicy::tr("For each item")};
    section.facts << InspectorFact{SayPolicy::tr("Called"), textOf(each.as), true};
    section.facts << InspectorFact{SayPolicy::tr("Items at once"), QLocale().toString(each.maxParallel)};
    section.facts << InspectorFact{SayPolicy::tr("If one fails"),
                                   each.stopsOnFailure ? SayPolicy::tr("The others are stopped")
                                                       : SayPolicy::tr("The others go on")};
    const json::Value &items = each.items.source();
    section.code = textOf(items.isString() ? items.asString() : json::write(items));
    return section;
}

InspectorSection breakerOf(const flow::BreakerPolicy &breaker)
{
    InspectorSection section{SayPolicy::tr("Circuit breaker")};
    section.facts << InspectorFact{SayPolicy::tr("Name"), textOf(breaker.name), true};
    section.facts << InspectorFact{SayPolicy::tr("Opens after"),
                                   SayPolicy::tr("%n failure(s) in a row", nullptr, breaker.failures)};
    section.facts << InspectorFact{SayPolicy::tr("Stays open"), durationWord(breaker.open)};
    section.facts << InspectorFact{SayPolicy::tr("Forgets after"), durationWord(breaker.forgetAfter)};
    return section;
}

InspectorSection rateOf(const flow::RateLimitPolicy &limit)
{
    InspectorSection section{SayPolicy::tr("Rate limit")};
    section.facts << InspectorFact{SayPolicy::tr("Name"), textOf(limit.name), true};
    section.facts << InspectorFact{
        SayPolicy::tr("Calls"),
        SayPolicy::tr("%1 in %2").arg(QLocale().toString(limit.limit), durationWord(limit.per))};
    return section;
}

QString whenFullWord(flow::Concurrency::WhenFull whenFull)
{
    switch (whenFull) {
    case flow::Concurrency::WhenFull::Queue:
        return SayPolicy::tr("Others wait");
    case flow::Concurrency::WhenFull::Reject:
        return SayPolicy::tr("Others are refused");
    case flow::Concurrency::WhenFull::CancelOldest:
        return SayPolicy::tr("The oldest is cancelled");
    }
    return {};
}

QString missedWord(flow::ScheduleTrigger::Missed missed)
{
    switch (missed) {
    case flow::ScheduleTrigger::Missed::Skip:
        return SayPolicy::tr("Missed times are left out");
    case flow::ScheduleTrigger::Missed::RunOnce:
        return SayPolicy::tr("Missed times run once");
    case flow::ScheduleTrigger::Missed::RunAll:
        return SayPolicy::tr("Missed times all run");
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
            SayPolicy::tr("Schedule"),
            textOf(schedule.cron + "  " + schedule.timezone) + '\n' + missedWord(schedule.missed), true};
    }
    void operator()(const flow::WebhookTrigger &webhook) const
    {
        section.facts << InspectorFact{webhook.isUnsigned ? SayPolicy::tr("Webhook, open to anybody")
                                                          : SayPolicy::tr("Signed webhook"),
                                       textOf(webhook.path), true};
    }
    void operator()(const flow::MessageTrigger &message) const
    {
        section.facts << InspectorFact{SayPolicy::tr("Messages of"), textOf(message.queue), true};
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
        InspectorSection undo{SayPolicy::tr("Undone by")};
        undo.facts << InspectorFact{kindWord(flow::kindName(step.compensate->action)),
                                    textOf(step.compensate->id.value), true};
        sections << undo;
    }
    return sections;
}

QList<InspectorSection> startSections(const flow::Flow &flow)
{
    InspectorSection starts{SayPolicy::tr("Starts by itself")};
    for (const flow::Trigger &trigger : flow.triggers)
        std::visit(TriggerFacts{starts}, trigger);
    InspectorSection places{SayPolicy::tr("Runs at a time")};
    if (const auto &limit = flow.concurrency) {
        places.facts << InspectorFact{SayPolicy::tr("At most"), QLocale().toString(limit->limit)};
        places.facts << InspectorFact{SayPolicy::tr("When full"), whenFullWord(limit->whenFull)};
        if (limit->key)
            places.code = textOf(limit->key->text());
    }
    return {starts, places};
}

} // namespace batuta::views
