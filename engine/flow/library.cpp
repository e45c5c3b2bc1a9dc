// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/flow/library.h"

#include "engine/base/text.h"
#include "engine/flow/reading.h"

#include <algorithm>
#include <filesystem>
#include <set>

namespace batuta::flow {
namespace {

namespace fs = std::filesystem;

/// The name of the folder that the file is in. Asked for every execution: without a path's many parts.
std::string systemOf(const std::string &file)
{
    const std::size_t end = file.rfind('/');
    std::string_view folder = std::string_view(file).substr(0, end == std::string::npos ? 0 : end);
    folder = folder.substr(0, folder.find_last_not_of('/') + 1);
    return std::string(folder.substr(folder.rfind('/') + 1));
}

bool isYaml(const fs::path &path)
{
    return path.extension() == ".yaml" || path.extension() == ".yml";
}

/// Environment files live beside the flows and are read by another room.
bool isEnvironment(const fs::path &path)
{
    return path.filename().string().rfind("env-vars", 0) == 0 || path.filename().string().front() == '.';
}

/// The files `<workspace>/flows/<system>/*.yaml`, sorted so that every run reports the same.
std::vector<std::string> filesOf(const std::string &workspace, Errors &errors)
{
    const fs::path root = (fs::path(workspace.empty() ? "." : workspace) / "flows").lexically_normal();
    std::vector<std::string> files;
    std::error_code failure;
    fs::directory_iterator systems(root, failure);
    for (; !failure && systems != fs::directory_iterator(); systems.increment(failure)) {
        std::error_code none;
        if (!systems->is_directory(none))
            continue;
        fs::directory_iterator entries(systems->path(), failure);
        for (; !failure && entries != fs::directory_iterator(); entries.increment(failure))
            if (isYaml(entries->path()) && !isEnvironment(entries->path()) && entries->is_regular_file(none))
                files.push_back(entries->path().string());
    }
    if (failure)
        errors.push_back(
            {ErrorCode::FileUnreadable, root.string(), failure.message(), {root.string(), 0, 0}, ""});
    std::sort(files.begin(), files.end());
    return files;
}

/// Reads the files of a workspace and checks them against each other.
class LibraryReader
{
public:
    explicit LibraryReader(const YamlLimits &limits)
        : m_limits(limits)
    {
    }

    Library read(const std::string &workspace)
    {
        for (const std::string &file : filesOf(workspace, m_library.errors))
            readFile(file);
        while (removeUnknownSubflows()) {
        }
        removeCircles();
        while (removeUnknownSubflows()) {
        }
        checkRoutes();
        return std::move(m_library);
    }

    Errors checkDraft(const Library &library, const FlowPtr &draft)
    {
        m_library.flows = library.flows;
        m_library.flows.insert_or_assign(draft->name.value, draft);
        while (removeUnknownSubflows()) {
        }
        removeCircles();
        std::erase_if(m_library.errors,
                      [&](const Error &error) { return error.subject != draft->name.value; });
        return std::move(m_library.errors);
    }

private:
    void readFile(const std::string &file)
    {
        const Result<std::string> text = batuta::readFile(file, m_limits.bytes);
        const std::string stem = fs::path(file).stem().string();
        if (!text) {
            m_library.errors.push_back(text.error());
            m_broken.insert(stem);
        } else if (stem == "routes") {
            RoutesReading reading = readRoutes(*text, file, m_limits);
            append(std::move(reading.errors));
            if (reading.routes)
                m_library.routes.emplace(reading.routes->system, std::move(*reading.routes));
        } else {
            FlowReading reading = readFlow(*text, file, m_limits);
            append(std::move(reading.errors));
            if (reading.flow)
                add(std::move(reading.flow));
            else
                m_broken.insert(stem);
        }
    }

    void append(Errors errors)
    {
        m_library.errors.insert(m_library.errors.end(), std::make_move_iterator(errors.begin()),
                                std::make_move_iterator(errors.end()));
    }

    void add(FlowPtr flow)
    {
        const auto [first, isNew] = m_library.flows.emplace(flow->name.value, flow);
        if (!isNew)
            m_library.errors.push_back({ErrorCode::FlowDuplicate, flow->name.value,
                                        "also in " + placeText(first->second->place), flow->place, ""});
    }

    std::vector<std::string> names() const
    {
        std::vector<std::string> names;
        for (const auto &entry : m_library.flows)
            names.push_back(entry.first);
        return names;
    }

    /// Notes a name that no flow has. True when it is there, or its file was reported already.
    bool isThere(const FlowName &name, const std::string &subject, const Place &place)
    {
        if (m_library.flows.count(name.value) > 0)
            return true;
        const bool isBroken = m_broken.count(name.value) > 0;
        m_library.errors.push_back(
            {ErrorCode::FlowUnknown, subject,
             isBroken ? name.value + " is left out, because it has problems" : name.value, place,
             isBroken ? "Mend that flow first." : didYouMean(name.value, names())});
        return isBroken;
    }

    static std::vector<const FlowStep *> subflows(const Flow &flow)
    {
        std::vector<const FlowStep *> found;
        for (const auto *list : {&flow.steps, &flow.finallySteps})
            for (const Step &one : *list)
                for (const Step *step = &one; step; step = step->compensate.get())
                    if (const auto *subflow = std::get_if<FlowStep>(&step->action))
                        found.push_back(subflow);
        return found;
    }

    bool removeUnknownSubflows()
    {
        std::vector<std::string> broken;
        for (const auto &[name, flow] : m_library.flows) {
            bool isWhole = true;
            for (const FlowStep *subflow : subflows(*flow)) {
                if (m_library.flows.count(subflow->flow.value) > 0)
                    continue;
                isThere(subflow->flow, name, subflow->place);
                isWhole = false;
            }
            if (!isWhole)
                broken.push_back(name);
        }
        for (const std::string &name : broken) {
            m_library.flows.erase(name);
            m_broken.insert(name);
        }
        return !broken.empty();
    }

    /// Whether a call leads from `from` back to `target`; `path` is then the way, last flow first.
    bool leadsTo(const std::string &from, const std::string &target, std::set<std::string> &seen,
                 std::vector<std::string> &path) const
    {
        for (const FlowStep *subflow : subflows(*m_library.flows.at(from))) {
            const std::string &next = subflow->flow.value;
            if (next == target || (seen.insert(next).second && leadsTo(next, target, seen, path))) {
                path.push_back(from);
                return true;
            }
        }
        return false;
    }

    void removeCircles()
    {
        std::vector<std::string> inCircle;
        for (const auto &[name, flow] : m_library.flows) {
            std::set<std::string> seen;
            std::vector<std::string> path;
            if (!leadsTo(name, name, seen, path))
                continue;
            inCircle.push_back(name);
            std::reverse(path.begin(), path.end());
            path.push_back(name);
            m_library.errors.push_back({ErrorCode::FlowCycle, name, join(path, " → "),
                                        firstCall(*flow, path[1]),
                                        "Remove one of the calls on the path shown."});
        }
        for (const std::string &name : inCircle) {
            m_library.flows.erase(name);
            m_broken.insert(name);
        }
    }

    static Place firstCall(const Flow &flow, const std::string &callee)
    {
        for (const FlowStep *subflow : subflows(flow))
            if (subflow->flow.value == callee)
                return subflow->place;
        return flow.place;
    }

    /// Routes to a broken flow stay, so that one bad file does not silence a system; routes to no flow at all
    /// go.
    void checkRoutes()
    {
        for (auto at = m_library.routes.begin(); at != m_library.routes.end();) {
            const Routes &routes = at->second;
            bool isWhole = isThere(routes.fallback, "default", routes.fallbackPlace);
            for (std::size_t i = 0; i < routes.routes.size(); ++i)
                isWhole &= isThere(routes.routes[i].flow, "routes[" + std::to_string(i) + "].flow",
                                   routes.routes[i].place);
            at = isWhole ? std::next(at) : m_library.routes.erase(at);
        }
    }

    YamlLimits m_limits;
    Library m_library;
    std::set<std::string> m_broken;
};

} // namespace

FlowPtr Library::find(const FlowName &name) const
{
    const auto found = flows.find(name.value);
    return found == flows.end() ? nullptr : found->second;
}

const Routes *Library::routesOf(const Flow &flow) const
{
    const auto found = routes.find(systemOf(flow.file));
    return found == routes.end() ? nullptr : &found->second;
}

Library loadLibrary(const std::string &workspace, const YamlLimits &limits)
{
    return LibraryReader(limits).read(workspace);
}

Errors checkDraft(const Library &library, const FlowPtr &draft)
{
    return LibraryReader({}).checkDraft(library, draft);
}

} // namespace batuta::flow
