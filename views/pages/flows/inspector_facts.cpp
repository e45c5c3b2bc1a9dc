// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/flows/inspector_facts.h"

#include "engine/json/json.h"
#include "views/graph/flow_graph.h"
#include "views/models/text.h"
#include "views/pages/flows/policy_facts.h"
#include "views/widgets/words.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace batuta::views {
namespace {

using Kind = InspectorPair::Kind;

struct Say
{
    Q_DECLARE_TR_FUNCTIONS(batuta::views::FlowInspector)
};

/// A text of the file: an expression without its braces, or what it says.
InspectorPair pairOf(const QString &key, const std::string &text)
{
    const std::string bare = bareExpression(text);
    const bool isExpression = text.find("${{") != std::string::npos;
    return {key, textOf(bare), isExpression ? Kind::Expression : Kind::Literal, textOf(text)};
}

InspectorPair pairOf(const QString &key, const json::Value &value)
{
    if (value.isString())
        return pairOf(key, value.asString());
    const QString text = textOf(json::write(value));
    return {key, text, text.contains("${{") ? Kind::Expression : Kind::Literal, text};
}

void addPairs(QList<InspectorPair> &pairs, const json::Value &tree)
{
    if (!tree.isObject()) {
        pairs << pairOf(Say::tr("body"), tree);
        return;
    }
    for (const auto &[name, value] : tree.asObject())
        pairs << pairOf(textOf(name), value);
}

void addPairs(QList<InspectorPair> &pairs, const flow::NamedTemplates &templates)
{
    for (const auto &[name, value] : templates)
        pairs << pairOf(textOf(name), value.text());
}

InspectorSection codeSection(const QString &title, const std::string &code)
{
    InspectorSection section{title};
    section.code = textOf(code);
    return section;
}

/// The parts of the inspector that depend on the kind of the step.
struct ActionSections
{
    QList<InspectorSection> &sections;

    void operator()(const flow::HttpStep &step)
    {
        InspectorSection call{Say::tr("Call")};
        call.facts << InspectorFact{Say::tr("Method"), textOf(step.method), true};
        if (step.connectTimeout)
            call.facts << InspectorFact{Say::tr("Connects within"), durationWord(*step.connectTimeout)};
        call.code = textOf(bareExpression(step.url.text()));
        sections << call;
        InspectorSection inputs{Say::tr("Inputs")};
        if (step.json)
            addPairs(inputs.pairs, step.json->source());
        sections << inputs;
        InspectorSection query{Say::tr("Query")};
        addPairs(query.pairs, step.query);
        sections << query;
        InspectorSection headers{Say::tr("Headers")};
        addPairs(headers.pairs, step.headers);
        if (step.bearer)
            headers.pairs << pairOf("Authorization", step.bearer->text());
        sections << headers;
    }
    void operator()(const flow::SetStep &step)
    {
        InspectorSection values{Say::tr("Values")};
        addPairs(values.pairs, step.values.source());
        sections << values;
    }
    void operator()(const flow::WaitStep &step)
    {
        InspectorSection wait{Say::tr("Wait")};
        if (step.duration)
            wait.pairs << pairOf(Say::tr("for"), step.duration->text());
        if (step.until)
            wait.pairs << pairOf(Say::tr("until"), step.until->text());
        sections << wait;
    }
    void operator()(const flow::FlowStep &step)
    {
        InspectorSection call{Say::tr("Sub-flow")};
        call.facts << InspectorFact{Say::tr("Flow"), textOf(step.flow.value), true};
        sections << call;
        InspectorSection inputs{Say::tr("Inputs")};
        addPairs(inputs.pairs, step.input.source());
        sections << inputs;
    }
    void operator()(const flow::LogStep &step)
    {
        InspectorSection log{Say::tr("Log line")};
        log.facts << InspectorFact{Say::tr("Level"), textOf(step.level), true};
        log.code = textOf(step.message.text());
        if (step.fields.source().isObject())
            addPairs(log.pairs, step.fields.source());
        sections << log;
    }
    void operator()(const flow::ProcessStep &step)
    {
        InspectorSection command{Say::tr("Command")};
        QStringList words;
        for (const auto &word : step.command)
            words << textOf(word.text());
        command.code = words.join(' ');
        sections << command;
    }
    void operator()(const flow::ApprovalStep &step)
    {
        InspectorSection approval{Say::tr("Approval")};
        approval.facts << InspectorFact{Say::tr("Role"), textOf(step.role), true};
        if (step.expires)
            approval.facts << InspectorFact{Say::tr("Expires after"), durationWord(*step.expires)};
        if (step.message)
            approval.code = textOf(step.message->text());
        sections << approval;
    }
    void operator()(const flow::JqStep &step) { sections << codeSection("jq", step.program); }
    void operator()(const flow::WebhookStep &step)
    {
        sections << codeSection("POST", bareExpression(step.url.text()));
        InspectorSection inputs{Say::tr("Inputs")};
        addPairs(inputs.pairs, step.json.source());
        sections << inputs;
    }
    void operator()(const flow::SlackStep &step) { sections << codeSection("Slack", step.text.text()); }
    void operator()(const flow::NotifyStep &step)
    {
        sections << codeSection(Say::tr("Message"), step.text.text());
    }
    void operator()(const flow::CloudRunStep &step)
    {
        InspectorSection inputs{Say::tr("Inputs")};
        addPairs(inputs.pairs, step.with.source());
        sections << inputs;
    }
    void operator()(const flow::CheckStep &step)
    {
        InspectorSection check{Say::tr("Gates")};
        for (const flow::Gate &gate : step.gates) {
            QStringList parts;
            if (gate.condition)
                parts << textOf(bareExpression(gate.condition->text()));
            if (gate.value)
                parts << textOf(bareExpression(gate.value->text()));
            if (gate.min)
                parts << ">= " + textOf(bareExpression(gate.min->text()));
            if (gate.max)
                parts << "<= " + textOf(bareExpression(gate.max->text()));
            if (gate.equals)
                parts << "== " + textOf(bareExpression(gate.equals->text()));
            check.pairs << InspectorPair{textOf(gate.name), parts.join(' '), Kind::Expression};
        }
        sections << check;
    }
};

QString onFailureWord(flow::OnFailure onFailure)
{
    switch (onFailure) {
    case flow::OnFailure::Continue:
        return Say::tr("Continue");
    case flow::OnFailure::Abort:
        return Say::tr("Stop the run");
    case flow::OnFailure::SkipDependents:
        break;
    }
    return Say::tr("Skip what needs it");
}

QString statusRanges(const std::vector<std::pair<int, int>> &ranges)
{
    QStringList words;
    for (const auto &[first, last] : ranges)
        words << (first == last ? QString::number(first) : QString("%1–%2").arg(first).arg(last));
    return words.join(", ");
}

QString retryCauses(const flow::RetryPolicy &retry)
{
    QStringList causes;
    if (retry.onConnection)
        causes << Say::tr("no connection");
    if (retry.onTimeout)
        causes << Say::tr("timeout");
    if (!retry.onStatus.empty())
        causes << statusRanges(retry.onStatus);
    return causes.join(", ");
}

InspectorSection policyOf(const flow::Step &step)
{
    InspectorSection policy{Say::tr("Policy")};
    policy.facts << InspectorFact{Say::tr("Timeout"),
                                  step.timeout ? durationWord(*step.timeout) : Say::tr("None")};
    if (step.totalTimeout)
        policy.facts << InspectorFact{Say::tr("Total timeout"), durationWord(*step.totalTimeout)};
    policy.facts << InspectorFact{Say::tr("On failure"), onFailureWord(step.onFailure)};
    if (!step.retry || step.retry->attempts <= 1) {
        policy.facts << InspectorFact{Say::tr("Attempts"), Say::tr("1, no retry")};
        return policy;
    }
    const flow::RetryPolicy &retry = *step.retry;
    policy.facts << InspectorFact{Say::tr("Attempts"), QLocale().toString(retry.attempts)};
    policy.facts << InspectorFact{Say::tr("First wait"), durationWord(retry.backoff.first)};
    policy.facts << InspectorFact{Say::tr("Grows by"), QLocale().toString(retry.backoff.factor, 'g', 4)};
    policy.facts << InspectorFact{Say::tr("Longest wait"), durationWord(retry.backoff.max)};
    policy.facts << InspectorFact{Say::tr("Jitter"),
                                  retry.backoff.fullJitter ? Say::tr("Full") : Say::tr("None", "jitter")};
    policy.facts << InspectorFact{Say::tr("Retried on"), retryCauses(retry)};
    return policy;
}

InspectorSection conditionsOf(const flow::Step &step)
{
    InspectorSection conditions{Say::tr("Conditions")};
    if (step.condition) {
        InspectorPair pair = pairOf(Say::tr("runs if"), step.condition->text());
        pair.kind = Kind::Expression;
        conditions.pairs << pair;
    }
    for (const flow::SkipRule &rule : step.skip) {
        InspectorPair pair = pairOf(Say::tr("skipped if"), rule.condition.text());
        pair.kind = Kind::Expression;
        pair.hint = Say::tr("The reason given is: %1").arg(textOf(rule.reason));
        conditions.pairs << pair;
    }
    for (const flow::NeededKey &key : step.neededKeys)
        conditions.pairs << InspectorPair{
            Say::tr("needs key"), textOf(key.key), Kind::Literal,
            Say::tr("The step is skipped when the environment does not have it.")};
    return conditions;
}

QString typeWord(const json::Value &schema)
{
    const json::Value &type = schema["type"];
    if (type.isString())
        return textOf(type.asString());
    QStringList types;
    for (const json::Value &one : type.asArray())
        if (one.asString() != "null")
            types << textOf(one.asString());
    return types.join(", ");
}

InspectorSection inputOf(const json::Value &schema)
{
    InspectorSection input{Say::tr("Input")};
    QStringList required;
    for (const json::Value &name : schema["required"].asArray())
        required << textOf(name.asString());
    for (const auto &[name, property] : schema["properties"].asObject()) {
        const QString key = textOf(name);
        QStringList traits{typeWord(property)};
        if (required.contains(key))
            traits << Say::tr("required");
        if (property["writeOnly"].asBoolean())
            traits << Say::tr("secret");
        input.pairs << InspectorPair{key, traits.join(", "), Kind::Plain,
                                     textOf(property["description"].asString())};
    }
    return input;
}

QString repeatWord(flow::OnRepeat onRepeat)
{
    switch (onRepeat) {
    case flow::OnRepeat::Warn:
        return Say::tr("Logged, runs all the same");
    case flow::OnRepeat::Reject:
        return Say::tr("Refused");
    case flow::OnRepeat::Reuse:
        return Say::tr("Answered with the run that is there");
    }
    return {};
}

void dropEmpty(QList<InspectorSection> &sections)
{
    sections.removeIf([](const InspectorSection &section) {
        return section.text.isEmpty() && section.facts.isEmpty() && section.pairs.isEmpty() &&
               section.code.isEmpty();
    });
}

} // namespace

QList<InspectorSection> stepSections(const flow::Flow &flow, const flow::Step &step)
{
    const bool isFinally =
        !flow.steps.empty() && (&step < flow.steps.data() || &step >= flow.steps.data() + flow.steps.size());
    const auto &siblings = isFinally ? flow.finallySteps : flow.steps;
    InspectorSection first{{}};
    if (isFinally)
        first.text = Say::tr("Runs after all other steps, whatever happened.");
    QStringList needs;
    for (const int need : step.needs)
        needs << textOf(siblings[static_cast<std::size_t>(need)].id.value);
    if (!needs.isEmpty())
        first.facts << InspectorFact{Say::tr("Needs"), needs.join('\n'), true};
    QList<InspectorSection> sections{first};
    std::visit(ActionSections{sections}, step.action);
    sections << conditionsOf(step) << sharedSections(step) << policyOf(step);
    dropEmpty(sections);
    return sections;
}

QList<InspectorSection> flowSections(const client::FlowSummary &flow)
{
    InspectorSection first{{}, textOf(flow.description)};
    if (!flow.definition)
        return {first, inputOf(flow.input)};
    const flow::Flow &definition = *flow.definition;
    InspectorSection policy{Say::tr("Policy")};
    policy.facts << InspectorFact{Say::tr("Deadline"),
                                  definition.deadline ? durationWord(*definition.deadline) : Say::tr("None")};
    policy.facts << InspectorFact{Say::tr("Steps at once"), QLocale().toString(definition.maxParallel)};
    InspectorSection repeats{Say::tr("Repeated requests")};
    if (const auto &idempotency = definition.idempotency) {
        repeats.facts << InspectorFact{Say::tr("Within"), durationWord(idempotency->window)};
        repeats.facts << InspectorFact{Say::tr("What happens"), repeatWord(idempotency->onRepeat)};
        repeats.code = textOf(idempotency->key.text());
    }
    InspectorSection output{Say::tr("Output")};
    if (definition.output)
        addPairs(output.pairs, definition.output->source());
    QList<InspectorSection> sections{first, policy};
    sections << startSections(definition) << repeats << inputOf(flow.input) << output;
    dropEmpty(sections);
    return sections;
}

const flow::Step *stepOf(const client::FlowSummary &flow, const std::string &step)
{
    if (!flow.definition)
        return nullptr;
    for (const auto *steps : {&flow.definition->steps, &flow.definition->finallySteps})
        for (const flow::Step &one : *steps)
            if (one.id.value == step)
                return &one;
    return nullptr;
}

} // namespace batuta::views
