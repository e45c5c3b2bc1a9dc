// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/flow/kinds_reader.h"

#include "engine/base/text.h"

#include <algorithm>
#include <map>
#include <set>

namespace batuta::flow {
namespace {

using Action = CloudRunStep::Action;

/// In the order of CloudRunStep::Action.
const std::vector<std::string> &actionWords()
{
    static const std::vector<std::string> words{"deploy", "traffic", "rollback", "wait", "gate", "export"};
    return words;
}

/// What an action takes besides environment and service.
const std::set<std::string_view> &keysOf(Action action)
{
    static const std::map<Action, std::set<std::string_view>> keys{
        {Action::Deploy,
         {"image", "from", "suffix", "tag", "settings", "env", "unset", "percent", "for", "reason",
          "confirm"}},
        {Action::Traffic, {"revision", "percent", "tag", "traffic", "among", "reason", "confirm"}},
        {Action::Rollback, {"revision", "reason", "confirm"}},
        {Action::Wait, {"revision", "path", "for"}},
        {Action::Gate, {"revision", "percent", "for", "every", "late", "gates", "on_break"}},
        {Action::Export, {}}};
    return keys.at(action);
}

bool isExpression(const YamlNode &node)
{
    return node.isScalar() && node.text.find("${{") != std::string::npos;
}

void refuseForeignKeys(Reading &reading, const Field &field, Action action)
{
    const std::string &word = actionWords().at(static_cast<std::size_t>(action));
    for (const YamlNode::Member &member : field.node->members) {
        const bool isForAll =
            member.key == "action" || member.key == "environment" || member.key == "service";
        if (!isForAll && keys::cloudRun().find(member.key) && keysOf(action).count(member.key) == 0)
            reading.addAtKey(ErrorCode::FlowContradiction, field.member(member),
                             "the action " + word + " does not take it", "Remove it.");
    }
}

/// Texts are texts, mappings mappings and lists lists; an expression may become any of them.
void refuseShapes(Reading &reading, const Field &field)
{
    for (const YamlNode::Member &member : field.node->members) {
        const Field value = field.member(member);
        if (isExpression(*value.node))
            continue;
        const std::string &key = member.key;
        if (key == "settings" || key == "env")
            (void)reading.isMapping(value);
        else if (key == "unset" || key == "traffic" || key == "among" || key == "gates")
            (void)reading.isSequence(value);
        else if (!value.node->isScalar())
            (void)reading.text(value);
    }
}

void readBound(Reading &reading, const Field &percent)
{
    if (percent && !isExpression(*percent.node))
        (void)reading.integer(percent, 0, 100);
}

/// What a person types into the question: a file must not type it for them.
void refuseTypedName(Reading &reading, const Field &confirm)
{
    if (confirm && confirm.node->isScalar() && !isExpression(*confirm.node))
        reading.add(ErrorCode::FlowBadValue, confirm, "the name is typed by a person, not by the file",
                    "Take it from the input or from the form of an approval: ${{ input.confirm }}.");
}

void readGates(Reading &reading, const Field &field)
{
    const Field gates = field["gates"];
    if (!gates)
        return reading.add(ErrorCode::FlowMissingKey, field, "gates",
                           "Write `gates: [\"error_rate <= 1%\"]`.");
    if (!isExpression(*gates.node) && reading.isSequence(gates) && gates.node->items.empty() && !field["for"])
        reading.add(ErrorCode::FlowBadValue, gates, "no gate and no time", "Write a gate, or `for`.");
    if (const Field onBreak = field["on_break"])
        (void)reading.choice(onBreak, {"fail", "tell"});
}

void readOfTraffic(Reading &reading, const Field &field)
{
    const Field whole = field["traffic"];
    const bool hasShare = field["percent"] || field["tag"];
    if (whole && hasShare)
        reading.addAtKey(ErrorCode::FlowContradiction, whole, "traffic beside percent or tag",
                         "Keep one of the two.");
    else if (!whole && (!field["revision"] || !hasShare))
        reading.add(ErrorCode::FlowMissingKey, field, "revision with percent or tag, or traffic",
                    "Write `revision` and `percent`.");
}

} // namespace

void readCloudRun(Reading &reading, const Field &field, CloudRunStep &step)
{
    if (!reading.hasKeys(field, keys::cloudRun()) || !field["action"])
        return;
    const auto action = reading.choice(field["action"], actionWords());
    if (!action)
        return;
    step.action = static_cast<Action>(*action);
    refuseForeignKeys(reading, field, step.action);
    refuseShapes(reading, field);
    for (const char *time : {"for", "every", "late"})
        if (const Field length = field[time]; length && !isExpression(*length.node))
            (void)reading.duration(length);
    readBound(reading, field["percent"]);
    refuseTypedName(reading, field["confirm"]);
    if (step.action == Action::Gate)
        readGates(reading, field);
    if (step.action == Action::Traffic)
        readOfTraffic(reading, field);
    step.with = reading.tree(field).value_or(expr::TemplateTree());
}

} // namespace batuta::flow
