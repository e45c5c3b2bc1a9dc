// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/edit/import_actions.h"

#include "engine/base/text.h"
#include "engine/edit/actions_job.h"
#include "engine/flow/reader.h"
#include "engine/flow/reading.h"
#include "engine/json/json.h"

#include <algorithm>

namespace batuta::edit {
namespace {

using flow::YamlNode;

constexpr std::size_t kLongestId = 63;
constexpr std::size_t kLongestWhat = 120;

/// A value of an input as our schema wants it; `choice` becomes an enum.
json::Value propertyOf(ActionsImport &import, const YamlNode &input)
{
    json::Object property;
    const std::string type = textOf(memberOf(input, "type"));
    const bool isPlain = type == "boolean" || type == "number";
    property.set("type", isPlain ? type : std::string("string"));
    if (const std::string text = textOf(memberOf(input, "description")); !text.empty())
        property.set("description", text);
    if (const YamlNode *options = memberOf(input, "options"); options && type == "choice")
        property.set("enum", toJson(*options));
    if (const YamlNode *value = memberOf(input, "default")) {
        if (value->text.find("${{") != std::string::npos)
            import.note(value->mark, "default: " + oneLine(*value), "a default is a fixed value here");
        else
            property.set("default", isPlain ? toJson(*value) : json::Value(value->text));
    }
    if (type == "environment")
        import.note(input.mark, "type: environment", "the environment is chosen where the engine starts");
    return property;
}

json::Value schemaOf(ActionsImport &import, const YamlNode *inputs)
{
    json::Object properties;
    json::Array required;
    for (std::size_t i = 0; inputs != nullptr && i < inputs->members.size(); ++i) {
        const YamlNode::Member &input = inputs->members[i];
        properties.set(input.key, propertyOf(import, input.value));
        if (textOf(memberOf(input.value, "required")) == "true")
            required.emplace_back(input.key);
    }
    json::Object schema{{"type", "object"}};
    if (!required.empty())
        schema.set("required", std::move(required));
    schema.set("properties", std::move(properties));
    return schema;
}

/// What `on` says: schedules become triggers, inputs the schema, the rest is listed.
class Events
{
public:
    Events(ActionsImport &import, const YamlNode *on)
        : m_import(import)
    {
        if (on == nullptr)
            return;
        if (on->isScalar())
            take(on->text, *on);
        for (const YamlNode &item : on->items)
            take(item.text, item);
        for (const YamlNode::Member &member : on->members)
            take(member.key, member.value);
    }

    std::string triggers;
    json::Value schema = json::Object{{"type", "object"}, {"properties", json::Object{}}};
    std::vector<std::string> comments;

private:
    void take(const std::string &event, const YamlNode &node)
    {
        if (event == "workflow_dispatch" || event == "workflow_call") {
            if (const YamlNode *inputs = memberOf(node, "inputs"))
                schema = schemaOf(m_import, inputs);
            return;
        }
        if (event == "schedule") {
            for (const YamlNode &item : node.items)
                if (const std::string cron = textOf(memberOf(item, "cron")); !cron.empty())
                    triggers += "  - schedule: {cron: " + scalar(cron) + ", timezone: UTC}\n";
            return;
        }
        m_import.note(node.mark, "on: " + event, "a webhook or a schedule can start the flow instead");
        comments.push_back("not imported, line " + std::to_string(node.mark.line) + ": on: " + event);
    }

    ActionsImport &m_import;
};

/// Jobs so that each comes after those it needs, else in the order of the file.
std::vector<const YamlNode::Member *> ordered(const YamlNode &jobs)
{
    std::vector<const YamlNode::Member *> order;
    std::set<std::string> done;
    for (std::size_t round = 0; round < jobs.members.size() && order.size() < jobs.members.size(); ++round)
        for (const YamlNode::Member &job : jobs.members) {
            if (done.contains(job.key))
                continue;
            const YamlNode *needs = memberOf(job.value, "needs");
            const bool isReady =
                needs == nullptr ||
                (needs->isScalar()
                     ? done.contains(needs->text)
                     : std::all_of(needs->items.begin(), needs->items.end(),
                                   [&](const YamlNode &each) { return done.contains(each.text); }));
            if (isReady) {
                done.insert(job.key);
                order.push_back(&job);
            }
        }
    return order;
}

void noteKeys(ActionsImport &import, const YamlNode &root, std::vector<std::string> &comments)
{
    static const std::set<std::string, std::less<>> known{"name", "on", "env", "jobs"};
    for (const YamlNode::Member &member : root.members) {
        if (known.contains(member.key))
            continue;
        import.note(member.value.mark, member.key + ": " + oneLine(member.value), "there is no counterpart");
        comments.push_back("not imported, line " + std::to_string(member.keyMark.line) + ": " + member.key +
                           ": " + oneLine(member.value));
    }
}

Error notAWorkflow(const std::string &file, const std::string &why)
{
    return {ErrorCode::FlowWrongType, file, why, Place{file, 1, 1},
            "Choose a workflow of GitHub Actions: a file of .github/workflows."};
}

} // namespace

std::string ActionsImport::newId(const std::string &wanted)
{
    std::string id = wanted;
    for (int number = 2; ids.contains(id); ++number) {
        const std::string tail = "_" + std::to_string(number);
        id = wanted.substr(0, kLongestId - tail.size()) + tail;
    }
    ids.insert(id);
    return id;
}

void ActionsImport::note(const flow::YamlMark &mark, const std::string &what, const std::string &why)
{
    unmapped.push_back({mark.line, what, why});
}

std::string idOf(const std::string &text, const std::string &otherwise)
{
    std::string id;
    for (const char c : text) {
        const char low = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        const bool isPlain = (low >= 'a' && low <= 'z') || (low >= '0' && low <= '9');
        if (isPlain)
            id += low;
        else if (!id.empty() && id.back() != '_')
            id += '_';
    }
    while (!id.empty() && id.back() == '_')
        id.pop_back();
    if (id.empty() || id[0] < 'a')
        id = otherwise + (id.empty() ? "" : "_" + id);
    return id.substr(0, kLongestId);
}

std::string scalar(const std::string &text)
{
    return json::write(json::Value(text));
}

std::string oneLine(const YamlNode &node)
{
    std::string line = node.isScalar() ? node.text : json::write(toJson(node));
    std::replace_if(
        line.begin(), line.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
    if (line.size() <= kLongestWhat)
        return line;
    line.resize(kLongestWhat);
    while (!line.empty() && (static_cast<unsigned char>(line.back()) & 0xC0) == 0x80)
        line.pop_back(); // a character that is not whole
    if (!line.empty() && static_cast<unsigned char>(line.back()) >= 0xC0)
        line.pop_back();
    return line + "…";
}

const YamlNode *memberOf(const YamlNode &node, std::string_view key)
{
    const YamlNode::Member *member = node.isMapping() ? node.member(key) : nullptr;
    return member ? &member->value : nullptr;
}

std::string textOf(const YamlNode *node)
{
    return node && node->isScalar() ? node->text : std::string();
}

std::map<std::string, std::string> mappedEnv(ActionsImport &import, const YamlNode *env,
                                             const ActionsScope &scope)
{
    std::map<std::string, std::string> mapped;
    for (std::size_t i = 0; env != nullptr && i < env->members.size(); ++i) {
        const YamlNode::Member &member = env->members[i];
        const MappedText text = mapTemplate(member.value.text, scope);
        for (const std::string &name : text.unmapped)
            import.note(member.value.mark, "env: " + member.key + ": " + name, "it is not known here: empty");
        mapped[member.key] = text.text;
    }
    return mapped;
}

Result<ImportedFlow> importActions(std::string_view workflow, const std::string &file,
                                   const std::string &system)
{
    const flow::YamlReading reading = flow::readYaml(workflow, file);
    if (!reading.root)
        return reading.errors.front();
    const YamlNode *jobs = memberOf(*reading.root, "jobs");
    if (jobs == nullptr || !jobs->isMapping() || jobs->members.empty())
        return notAWorkflow(file, "there are no jobs in it");
    const std::vector<const YamlNode::Member *> order = ordered(*jobs);
    if (order.size() != jobs->members.size())
        return notAWorkflow(file, "its jobs need each other in a circle, or a job that is not there");
    ActionsImport import;
    std::vector<std::string> comments;
    noteKeys(import, *reading.root, comments);
    const Events events(import, memberOf(*reading.root, "on"));
    comments.insert(comments.end(), events.comments.begin(), events.comments.end());
    import.env = mappedEnv(import, memberOf(*reading.root, "env"), {});
    for (const YamlNode::Member *job : order)
        importJob(import, job->key, job->value);
    const std::string title = textOf(memberOf(*reading.root, "name"));
    ImportedFlow flow;
    flow.name = idOf(title.empty() ? file.substr(file.find_last_of('/') + 1) : title, "workflow");
    for (const std::string &comment : comments)
        flow.text += "# " + comment + "\n";
    flow.text += "batuta: 1\nname: " + flow.name + "\n";
    flow.text += "title: " + scalar(title.empty() ? flow.name : title) + "\n";
    flow.text += "labels: {system: " + system + "}\n";
    if (!events.triggers.empty())
        flow.text += "triggers:\n" + events.triggers;
    flow.text += "input: " + json::write(events.schema) + "\nsteps:\n" + import.steps;
    std::stable_sort(import.unmapped.begin(), import.unmapped.end(),
                     [](const Unmapped &a, const Unmapped &b) { return a.line < b.line; });
    flow.unmapped = std::move(import.unmapped);
    const flow::FlowReading check = flow::readFlow(flow.text, flow.name + ".yaml");
    for (const Error &error : check.errors) // a limit of ours that the workflow goes beyond
        flow.unmapped.push_back({0, error.subject, errorText(error)});
    return flow;
}

} // namespace batuta::edit
