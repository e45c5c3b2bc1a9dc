// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/edit/actions_job.h"

#include "engine/edit/actions_matrix.h"
#include "engine/json/json.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace batuta::edit {
namespace {

using flow::YamlNode;

/// One step on its way into the flow.
struct Draft
{
    std::string id, title, condition, script, shell = "bash", directory, timeout;
    std::map<std::string, std::string> env;
    std::vector<std::string> needs, comments;
    std::string matrix; ///< the YAML of `foreach`
    bool goesOn = false;
    bool isOff = false; ///< something in it could not be mapped
};

class Job
{
public:
    Job(ActionsImport &import, const std::string &name, const YamlNode &node)
        : m_import(import)
        , m_name(name)
        , m_node(node)
    {
        m_scope.env = import.env;
        m_scope.jobs = import.ends;
        m_matrix = matrixOf(import, memberOf(node, "strategy"));
        m_scope.hasMatrix = !m_matrix.empty();
        for (auto &[key, value] : mappedEnv(import, memberOf(node, "env"), m_scope))
            m_scope.env[key] = value;
    }

    void write()
    {
        noteJobKeys();
        std::vector<Draft> drafts = steps();
        if (!m_matrix.empty() && drafts.size() > 1)
            drafts = {together(std::move(drafts))};
        if (drafts.empty())
            drafts.push_back(placeholder());
        drafts.front().comments.insert(drafts.front().comments.begin(), m_comments.begin(), m_comments.end());
        drafts.front().needs = needs();
        if (const YamlNode *condition = memberOf(m_node, "if"))
            setCondition(drafts.front(), *condition);
        for (std::size_t i = 0; i < drafts.size(); ++i) {
            drafts[i].matrix = m_matrix;
            if (i > 0)
                drafts[i].needs = {drafts[i - 1].id};
            setJobPolicies(drafts[i]);
            append(drafts[i]);
        }
        m_import.ends[m_name] = drafts.back().id;
    }

private:
    void noteJobKeys();
    std::vector<Draft> steps();
    std::optional<Draft> stepOf(const YamlNode &node, std::size_t position);
    void noteStepKeys(Draft &draft, const YamlNode &node);
    Draft together(std::vector<Draft> drafts);
    Draft placeholder();
    std::vector<std::string> needs();
    void setCondition(Draft &draft, const YamlNode &node);
    void setJobPolicies(Draft &draft);
    void setTimeout(Draft &draft, const YamlNode *node);
    std::string mapped(Draft &draft, const YamlNode &node, const ActionsScope &scope);
    void noteUnmapped(Draft &draft, const YamlNode &node, const std::vector<std::string> &names);
    void comment(std::vector<std::string> &comments, const YamlNode &node, const std::string &what,
                 const std::string &why);
    void append(const Draft &draft);

    ActionsImport &m_import;
    std::string m_name;
    const YamlNode &m_node;
    ActionsScope m_scope;
    std::string m_matrix;
    std::vector<std::string> m_comments;
};

void Job::comment(std::vector<std::string> &comments, const YamlNode &node, const std::string &what,
                  const std::string &why)
{
    m_import.note(node.mark, what, why);
    comments.push_back("not imported, line " + std::to_string(node.mark.line) + ": " + what + " (" + why +
                       ")");
}

void Job::noteJobKeys()
{
    static const std::map<std::string, std::string, std::less<>> why{
        {"runs-on", "processes run where the engine runs"},
        {"permissions", "there is no token of GitHub"},
        {"environment", "an approval step can hold the flow instead"},
        {"concurrency", "limits are of a whole flow here"},
        {"outputs", "a step's output is what its process prints"},
        {"defaults", "write shell and directory at each step"},
        {"container", "a process runs without a container"},
        {"services", "start services outside the flow"},
        {"snapshot", "there is no image of a runner"},
    };
    static const std::set<std::string, std::less<>> known{
        "name", "needs", "if",     "env", "strategy", "steps", "timeout-minutes", "continue-on-error",
        "uses", "with",  "secrets"};
    for (const YamlNode::Member &member : m_node.members) {
        const auto found = why.find(member.key);
        if (found != why.end())
            comment(m_comments, member.value, member.key + ": " + oneLine(member.value), found->second);
        else if (!known.contains(member.key))
            comment(m_comments, member.value, member.key + ": " + oneLine(member.value),
                    "there is no such key");
    }
}

std::vector<Draft> Job::steps()
{
    std::vector<Draft> drafts;
    const YamlNode *list = memberOf(m_node, "steps");
    for (std::size_t i = 0; list != nullptr && i < list->items.size(); ++i)
        if (auto draft = stepOf(list->items[i], i))
            drafts.push_back(std::move(*draft));
    if (const YamlNode *uses = memberOf(m_node, "uses"))
        comment(m_comments, *uses, "uses: " + oneLine(*uses),
                "a workflow elsewhere; make it a flow of its own");
    return drafts;
}

std::optional<Draft> Job::stepOf(const YamlNode &node, std::size_t position)
{
    const YamlNode *run = memberOf(node, "run");
    if (run == nullptr) {
        const YamlNode *uses = memberOf(node, "uses");
        comment(m_comments, node, uses ? "uses: " + oneLine(*uses) : oneLine(node),
                uses ? "actions of GitHub do not run here" : "the step runs nothing");
        return std::nullopt;
    }
    Draft draft;
    const std::string name = textOf(memberOf(node, "name"));
    const std::string own = textOf(memberOf(node, "id"));
    const std::string base = !own.empty() ? own : !name.empty() ? name : std::to_string(position + 1);
    const bool isOnly = memberOf(m_node, "steps")->items.size() == 1;
    draft.id = m_import.newId(isOnly ? idOf(m_name, "job") : idOf(m_name + "_" + base, "step"));
    draft.title = name;
    ActionsScope scope = m_scope;
    for (auto &[key, value] : mappedEnv(m_import, memberOf(node, "env"), scope))
        scope.env[key] = value;
    draft.env = scope.env;
    draft.script = mapped(draft, *run, scope);
    if (const YamlNode *directory = memberOf(node, "working-directory"))
        draft.directory = mapped(draft, *directory, scope);
    if (const YamlNode *condition = memberOf(node, "if"))
        setCondition(draft, *condition);
    draft.goesOn = textOf(memberOf(node, "continue-on-error")) == "true";
    setTimeout(draft, memberOf(node, "timeout-minutes"));
    noteStepKeys(draft, node);
    if (!own.empty())
        m_scope.steps[own] = draft.id;
    return draft;
}

void Job::noteStepKeys(Draft &draft, const YamlNode &node)
{
    static const std::set<std::string, std::less<>> known{
        "run", "name", "id", "env", "if", "working-directory", "timeout-minutes", "shell"};
    static const std::set<std::string, std::less<>> shells{"bash", "sh", "python"};
    if (const YamlNode *shell = memberOf(node, "shell")) {
        draft.shell = shell->text;
        if (!shells.contains(shell->text)) {
            comment(draft.comments, *shell, "shell: " + oneLine(*shell),
                    "bash stands in its place; switched off");
            draft.shell = "bash";
            draft.isOff = true;
        }
    }
    for (const YamlNode::Member &member : node.members) {
        const bool isPlain = member.key == "continue-on-error" &&
                             (member.value.text == "true" || member.value.text == "false");
        if (!known.contains(member.key) && !isPlain)
            comment(draft.comments, member.value, member.key + ": " + oneLine(member.value),
                    "there is no counterpart");
    }
    for (const char *file : {"GITHUB_OUTPUT", "GITHUB_ENV", "GITHUB_PATH", "GITHUB_STEP_SUMMARY"})
        if (draft.script.find(file) != std::string::npos)
            comment(draft.comments, *memberOf(node, "run"), file,
                    "there is no such file; print the value: it is the step's output");
}

/// The scripts of a job one after the other, for a job that runs once for each combination of its matrix.
Draft Job::together(std::vector<Draft> drafts)
{
    Draft all = std::move(drafts.front());
    m_import.ids.erase(all.id);
    for (std::size_t i = 1; i < drafts.size(); ++i) {
        Draft &each = drafts[i];
        m_import.ids.erase(each.id);
        all.script += (all.script.ends_with('\n') ? "" : "\n") + each.script;
        all.env.insert(each.env.begin(), each.env.end());
        all.comments.insert(all.comments.end(), each.comments.begin(), each.comments.end());
        all.isOff = all.isOff || each.isOff || each.shell != all.shell || each.directory != all.directory;
        if (!each.condition.empty() || each.goesOn || !each.timeout.empty() || each.shell != all.shell ||
            each.directory != all.directory)
            comment(all.comments, m_node, "the settings of step " + each.id,
                    "the steps of a job with a matrix are one process here");
    }
    all.id = m_import.newId(idOf(m_name, "job"));
    all.title.clear();
    return all;
}

/// Keeps the job's place in the graph.
Draft Job::placeholder()
{
    Draft draft;
    draft.id = m_import.newId(idOf(m_name, "job"));
    return draft;
}

std::vector<std::string> Job::needs()
{
    std::vector<std::string> ids;
    const YamlNode *needs = memberOf(m_node, "needs");
    if (needs == nullptr)
        return ids;
    std::vector<std::string> jobs;
    if (needs->isScalar())
        jobs.push_back(needs->text);
    for (const YamlNode &item : needs->items)
        jobs.push_back(item.text);
    for (const std::string &job : jobs) {
        const auto found = m_import.ends.find(job);
        if (found != m_import.ends.end() && std::find(ids.begin(), ids.end(), found->second) == ids.end())
            ids.push_back(found->second);
    }
    return ids;
}

std::string Job::mapped(Draft &draft, const YamlNode &node, const ActionsScope &scope)
{
    MappedText text = mapTemplate(node.text, scope);
    noteUnmapped(draft, node, text.unmapped);
    return std::move(text.text);
}

void Job::noteUnmapped(Draft &draft, const YamlNode &node, const std::vector<std::string> &names)
{
    for (const std::string &name : names) {
        comment(draft.comments, node, name, "it is not known here; the step is switched off");
        draft.isOff = true;
    }
}

void Job::setCondition(Draft &draft, const YamlNode &node)
{
    const MappedText text = mapCondition(node.text, m_scope);
    noteUnmapped(draft, node, text.unmapped);
    if (draft.condition.empty())
        draft.condition = text.text;
    else // of the step; now comes that of its job
        draft.condition = "${{ (" + text.text.substr(4, text.text.size() - 7) + ") && (" +
                          draft.condition.substr(4, draft.condition.size() - 7) + ") }}";
}

void Job::setTimeout(Draft &draft, const YamlNode *node)
{
    if (node == nullptr)
        return;
    int minutes = 0;
    const char *end = node->text.data() + node->text.size();
    const auto [at, code] = std::from_chars(node->text.data(), end, minutes);
    if (code == std::errc() && at == end && minutes > 0)
        draft.timeout = std::to_string(minutes) + "m";
    else
        comment(draft.comments, *node, "timeout-minutes: " + oneLine(*node), "write the minutes as a number");
}

void Job::setJobPolicies(Draft &draft)
{
    if (draft.timeout.empty())
        setTimeout(draft, memberOf(m_node, "timeout-minutes"));
    const YamlNode *goesOn = memberOf(m_node, "continue-on-error");
    draft.goesOn = draft.goesOn || textOf(goesOn) == "true";
    if (goesOn && goesOn->text != "true" && goesOn->text != "false")
        comment(draft.comments, *goesOn, "continue-on-error: " + oneLine(*goesOn), "write true or false");
}

/// `|` with its lines, at the indent; quoted when a block would lose something.
std::string block(const std::string &text, const std::string &indent)
{
    if (text.find('\n') == std::string::npos || text.front() == ' ' || text.front() == '\n' ||
        text.find('\r') != std::string::npos || text.find('\t') != std::string::npos)
        return scalar(text) + "\n";
    std::string out = text.ends_with('\n') ? "|\n" : "|-\n";
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        out += end == at ? "\n" : indent + text.substr(at, end - at) + "\n";
        at = end + 1;
    }
    return out;
}

std::string processOf(const Draft &draft)
{
    std::string out = "    process:\n      command:\n";
    const std::vector<std::string> shell =
        draft.shell == "python" ? std::vector<std::string>{"python3", "-c"}
        : draft.shell == "sh"   ? std::vector<std::string>{"sh", "-e", "-c"}
                                : std::vector<std::string>{"bash", "-e", "-o", "pipefail", "-c"};
    for (const std::string &word : shell)
        out += "        - " + word + "\n";
    out += "        - " + block(draft.script, "          ");
    if (!draft.env.empty())
        out += "      env:\n";
    for (const auto &[key, value] : draft.env)
        out += "        " + key + ": " + scalar(value) + "\n";
    if (!draft.directory.empty())
        out += "      directory: " + scalar(draft.directory) + "\n";
    return out;
}

void Job::append(const Draft &draft)
{
    std::string &out = m_import.steps;
    for (const std::string &line : draft.comments)
        out += "  # " + line + "\n";
    out += "  " + draft.id + ":\n";
    const std::string title = !draft.title.empty() ? draft.title : textOf(memberOf(m_node, "name"));
    if (!title.empty() && title.find("${{") == std::string::npos)
        out += "    title: " + scalar(title) + "\n";
    if (!draft.needs.empty()) {
        out += "    needs: [";
        for (std::size_t i = 0; i < draft.needs.size(); ++i)
            out += (i ? ", " : "") + draft.needs[i];
        out += "]\n";
    }
    if (draft.isOff)
        out += "    if: \"${{ false }}\" # mend what is named above first\n";
    else if (!draft.condition.empty())
        out += "    if: " + scalar(draft.condition) + "\n";
    out += draft.matrix;
    out += draft.script.empty()
               ? "    log: {message: " + scalar("the job " + m_name + " runs nothing here") + "}\n"
               : processOf(draft);
    if (!draft.timeout.empty() && !draft.script.empty())
        out += "    timeout: " + draft.timeout + "\n";
    if (draft.goesOn)
        out += "    on_failure: continue\n";
}

} // namespace

void importJob(ActionsImport &import, const std::string &job, const YamlNode &node)
{
    Job(import, job, node).write();
}

} // namespace batuta::edit
