// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// The command validate: the same checks as the editor's.
#include "app/cli/commands.h"
#include "app/cli/files.h"
#include "app/cli/output.h"
#include "app/shared/workspace.h"
#include "engine/base/text.h"
#include "engine/edit/check_flow.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <iostream>
#include <set>

namespace batuta::cli {
namespace {

constexpr std::array<std::string_view, 3> kSeverities{"error", "warning", "note"};

/// A problem and the file it is in.
struct Finding
{
    std::string file;
    edit::Problem problem;
};

/// All that was looked at, and what was found.
struct Findings
{
    std::vector<Finding> list;
    std::size_t files = 0;

    std::size_t count(edit::Severity severity) const
    {
        return static_cast<std::size_t>(std::count_if(
            list.begin(), list.end(), [&](const Finding &one) { return one.problem.severity == severity; }));
    }
    void add(const std::string &file, edit::Problems problems)
    {
        for (edit::Problem &problem : problems)
            list.push_back({file, std::move(problem)});
    }
    void add(const Errors &errors)
    {
        for (const Error &error : errors) {
            edit::Problem problem;
            problem.code = codeName(error.code);
            problem.subject = error.subject;
            problem.detail = error.detail;
            problem.mend = mendText(error);
            problem.place = {error.place.line, error.place.column};
            list.push_back({error.place.file, std::move(problem)});
        }
    }
};

bool isRoutes(const std::string &file)
{
    return std::filesystem::path(file).stem() == "routes";
}

void checkFile(const std::string &file, const edit::Surroundings &surroundings, Findings &findings)
{
    ++findings.files;
    const Result<std::string> text = readFile(file, flow::YamlLimits{}.bytes);
    if (!text)
        findings.add(Errors{text.error()});
    else if (isRoutes(file))
        findings.add(flow::readRoutes(*text, file).errors);
    else
        findings.add(file, edit::checkFlow(*text, file, surroundings).problems);
}

/// Every flow against all others. What the library says of a file that is checked here is said again by its
/// check, with more; the rest (routes, what cannot be read) is taken from it.
void checkWorkspace(const std::string &workspace, Findings &findings)
{
    const auto library = std::make_shared<const flow::Library>(flow::loadLibrary(workspace));
    edit::Surroundings surroundings;
    surroundings.library = library;
    std::set<std::string> files;
    for (const auto &[name, flow] : library->flows)
        files.insert(flow->file);
    for (const Error &error : library->errors)
        if (!error.place.file.empty() && !isRoutes(error.place.file) &&
            std::filesystem::is_regular_file(error.place.file))
            files.insert(error.place.file);
    for (const std::string &file : files)
        checkFile(file, surroundings, findings);
    for (const Error &error : library->errors)
        if (files.count(error.place.file) == 0)
            findings.add(Errors{error});
    findings.files += library->routes.size();
}

/// What a problem is called: the title of its code for what reading refuses, else its own words.
std::string titleOf(const edit::Problem &problem)
{
    for (int i = 0; i <= static_cast<int>(kLastErrorCode); ++i)
        if (codeName(static_cast<ErrorCode>(i)) == problem.code)
            return std::string(codeTitle(static_cast<ErrorCode>(i)));
    return {};
}

std::string lineOf(const Finding &finding)
{
    const edit::Problem &problem = finding.problem;
    std::string text = placeText({finding.file, problem.place.line, problem.place.column});
    text += (text.empty() ? "" : ": ") + std::string(kSeverities[static_cast<std::size_t>(problem.severity)]);
    const std::string title = titleOf(problem);
    std::vector<std::string> parts;
    for (const std::string &part : {title, title.empty() ? std::string() : problem.subject, problem.detail})
        if (!part.empty())
            parts.push_back(part);
    text += ": " + join(parts, ": ") + " [" + problem.code + "]\n";
    if (!problem.mend.empty())
        text += "  " + problem.mend + "\n";
    return text;
}

json::Value jsonOf(const Finding &finding)
{
    const edit::Problem &problem = finding.problem;
    json::Array fixes;
    for (const edit::Fix &fix : problem.fixes)
        fixes.push_back(fix.title);
    const std::string title = titleOf(problem);
    return json::Object{{"severity", kSeverities[static_cast<std::size_t>(problem.severity)]},
                        {"code", problem.code},
                        {"message", title.empty() ? problem.detail : title},
                        {"subject", problem.subject},
                        {"detail", problem.detail},
                        {"mend", problem.mend},
                        {"step", problem.step},
                        {"place", json::Object{{"file", finding.file},
                                               {"line", problem.place.line},
                                               {"column", problem.place.column}}},
                        {"fixes", std::move(fixes)}};
}

/// `7 files checked, 1 error, 2 warnings`, or `0 problems`
std::string summaryOf(const Findings &findings)
{
    std::string text =
        std::to_string(findings.files) + (findings.files == 1 ? " file" : " files") + " checked";
    if (findings.list.empty())
        return text + ", 0 problems";
    for (std::size_t i = 0; i < kSeverities.size(); ++i)
        if (const std::size_t count = findings.count(static_cast<edit::Severity>(i)); count > 0)
            text +=
                ", " + std::to_string(count) + " " + std::string(kSeverities[i]) + (count == 1 ? "" : "s");
    return text;
}

/// Tells all problems at once: on standard error for people, as one JSON document with --json.
int tell(const Options &options, const Findings &findings)
{
    if (options.json) {
        json::Array list;
        for (const Finding &finding : findings.list)
            list.push_back(jsonOf(finding));
        std::cout << json::writePretty(json::Object{{"checked", static_cast<std::int64_t>(findings.files)},
                                                    {"problems", std::move(list)}})
                  << '\n';
    } else {
        for (const Finding &finding : findings.list)
            std::cerr << lineOf(finding);
        std::cout << summaryOf(findings) << '\n';
    }
    const bool isStrictlyGood = !options.strict || (findings.count(edit::Severity::Warning) == 0);
    return findings.count(edit::Severity::Error) == 0 && isStrictlyGood ? kSuccess : kInvalid;
}

} // namespace

int validate(const Options &options)
{
    Findings findings;
    if (!options.files.empty()) {
        for (const std::string &file : options.files)
            checkFile(file, {}, findings);
        return tell(options, findings);
    }
    const Result<std::string> workspace = app::findWorkspace(options.workspace);
    if (!workspace)
        return fail(workspace.error());
    checkWorkspace(*workspace, findings);
    return tell(options, findings);
}

} // namespace batuta::cli
