// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/flow/kinds_reader.h"

#include "engine/base/text.h"

#include <algorithm>

namespace batuta::flow {
namespace {

constexpr std::uint64_t kLargestOutput = 1ULL << 30;

bool isVariableName(std::string_view name)
{
    const auto isLetter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; };
    return !name.empty() && isLetter(name.front()) && std::all_of(name.begin(), name.end(), [&](char c) {
        return isLetter(c) || (c >= '0' && c <= '9');
    });
}

void readCommand(Reading &reading, const Field &field, ProcessStep &process)
{
    if (!reading.isSequence(field))
        return;
    if (field.node->items.empty())
        reading.add(ErrorCode::FlowBadValue, field, "no program", "Write the program and its arguments.");
    for (std::size_t i = 0; i < field.node->items.size(); ++i) {
        const Field item = field.item(i);
        auto argument = reading.textTemplate(item);
        if (i == 0 && argument && argument->isLiteral() && trimmed(argument->text()).empty())
            reading.add(ErrorCode::FlowBadValue, item, "an empty text", "Write the program first.");
        if (argument)
            process.command.push_back(std::move(*argument));
    }
}

void readEnvironment(Reading &reading, const Field &field, ProcessStep &process)
{
    const std::string mend = "A variable is named with letters, digits and underscores.";
    const Field own = field["env"];
    if (own && reading.isMapping(own)) {
        for (const YamlNode::Member &member : own.node->members) {
            const Field variable = own.member(member);
            if (!isVariableName(member.key))
                reading.addAtKey(ErrorCode::FlowBadName, variable, member.key, mend);
            if (auto value = reading.textTemplate(variable))
                process.environment.emplace_back(member.key, std::move(*value));
        }
    }
    const Field pass = field["pass"];
    if (!pass)
        return;
    process.pass = reading.textList(pass);
    for (const std::string &name : process.pass) {
        if (!isVariableName(name))
            reading.add(ErrorCode::FlowBadName, pass, name, mend);
        else if (own && own.node->member(name))
            reading.add(ErrorCode::FlowContradiction, pass, name + " is in env as well",
                        "Keep one of the two.");
    }
}

/// Whether a literal stays below the workspace.
bool isBelow(std::string_view directory)
{
    if (directory.empty() || directory.front() == '/')
        return false;
    const auto parts = split(directory, '/');
    return std::find(parts.begin(), parts.end(), "..") == parts.end();
}

void readDirectory(Reading &reading, const Field &field, ProcessStep &process)
{
    process.directory = reading.textTemplate(field);
    if (process.directory && process.directory->isLiteral() && !isBelow(process.directory->text()))
        reading.add(ErrorCode::FlowBadValue, field, process.directory->text(),
                    "Write a folder below the workspace, as in tools/reports.");
}

/// Texts all of them; the share may be an expression.
void readAskedTraffic(Reading &reading, const Field &traffic, ApprovalStep &approval)
{
    if (!reading.hasKeys(traffic, keys::askedTraffic()))
        return;
    for (const YamlNode::Member &member : traffic.node->members) {
        const Field value = traffic.member(member);
        const bool isExpression = value.node->isScalar() && value.node->text.find("${{") != std::string::npos;
        if (member.key == "percent" && !isExpression)
            (void)reading.integer(value, 0, 100);
        else if (!value.node->isScalar())
            (void)reading.text(value);
    }
    approval.traffic = reading.tree(traffic);
}

} // namespace

void readProcess(Reading &reading, const Field &field, ProcessStep &process)
{
    if (!reading.hasKeys(field, keys::process()))
        return;
    if (const Field command = field["command"])
        readCommand(reading, command, process);
    readEnvironment(reading, field, process);
    if (const Field directory = field["directory"])
        readDirectory(reading, directory, process);
    if (const Field input = field["input"])
        process.input = reading.tree(input);
    if (const Field output = field["output"])
        process.jsonOutput = reading.choice(output, {"text", "json"}).value_or(0) == 1;
    const Field most = field["max_output"];
    if (const auto size = most ? reading.size(most) : std::nullopt) {
        process.maxOutputBytes = *size;
        if (*size == 0 || *size > kLargestOutput)
            reading.add(ErrorCode::FlowBadValue, most, most.node->text, "Write a size from 1 to 1GiB.");
    }
    if (const Field grace = field["grace"])
        process.grace = reading.duration(grace).value_or(process.grace);
}

void readApproval(Reading &reading, const Field &field, ApprovalStep &approval)
{
    if (!reading.hasKeys(field, keys::approval()))
        return;
    if (const Field role = field["role"])
        approval.role = reading.text(role).value_or("");
    const Field form = field["form"];
    if (form && reading.isMapping(form))
        approval.form = reading.schema(form);
    if (const Field message = field["message"])
        approval.message = reading.textTemplate(message);
    const Field expires = field["expires"];
    if (expires)
        approval.expires = reading.duration(expires);
    if (const Field traffic = field["traffic"])
        readAskedTraffic(reading, traffic, approval);
    const Field onExpiry = field["on_expiry"];
    if (!onExpiry)
        return;
    if (reading.choice(onExpiry, {"fail", "approve"}).value_or(0) == 1)
        approval.onExpiry = ApprovalStep::OnExpiry::Approve;
    if (!expires)
        reading.addAtKey(ErrorCode::FlowContradiction, onExpiry, "on_expiry without expires",
                         "Write `expires`, or remove on_expiry.");
}

void readJq(Reading &reading, const Field &field, JqStep &jq)
{
    if (!reading.hasKeys(field, keys::jq()))
        return;
    if (const Field program = field["program"]) {
        jq.program = reading.text(program).value_or(".");
        if (trimmed(jq.program).empty())
            reading.add(ErrorCode::FlowBadValue, program, "an empty program", "Write `.` for the input.");
        else if (jq.program.find("${{") != std::string::npos)
            reading.add(ErrorCode::FlowBadValue, program, "${{ }} is not evaluated in a program",
                        "Hand the value over with input.");
    }
    if (const Field input = field["input"])
        jq.input = reading.tree(input).value_or(expr::TemplateTree());
}

} // namespace batuta::flow
