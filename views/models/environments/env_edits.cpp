// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/models/environments/env_edits.h"

#include "engine/base/text.h"
#include "engine/versions/durable_file.h"

#include <algorithm>
#include <filesystem>
#include <unistd.h>

namespace batuta::views {
namespace {

namespace fs = std::filesystem;
using environments::EnvFile;
using environments::EnvFormat;
using environments::EnvironmentFiles;
using environments::EnvText;
using environments::WorkspaceFiles;

/// Keys as the templates have them.
std::vector<std::string> templateOrder(const WorkspaceFiles &files)
{
    std::vector<std::string> order;
    for (const environments::EnvTemplate &one : files.templates)
        for (const environments::TemplateKey &key : one.keys)
            if (std::find(order.begin(), order.end(), key.key) == order.end())
                order.push_back(key.key);
    return order;
}

/// Works on the files of one environment.
class Planner
{
public:
    Planner(const WorkspaceFiles &files, std::size_t environment, std::string workspace)
        : m_own(files.environments[environment])
        , m_environment(environment)
        , m_workspace(std::move(workspace))
        , m_order(templateOrder(files))
    {
    }

    /// In the order of the template, so that new keys find those before them.
    std::vector<EnvPlan> plans(std::vector<std::pair<std::string, EnvEdit>> edits)
    {
        std::stable_sort(edits.begin(), edits.end(),
                         [this](const auto &a, const auto &b) { return rank(a.first) < rank(b.first); });
        for (const auto &[key, edit] : edits)
            if (edit.value)
                set(key, *edit.value);
            else
                unset(key);
        std::erase_if(m_plans,
                      [](const EnvPlan &plan) { return plan.before == plan.after && plan.refused.empty(); });
        return std::move(m_plans);
    }

private:
    std::ptrdiff_t rank(const std::string &key) const
    {
        return std::find(m_order.begin(), m_order.end(), key) - m_order.begin();
    }

    EnvPlan &planOf(const EnvFile &file)
    {
        const auto found = std::find_if(m_plans.begin(), m_plans.end(),
                                        [&](const EnvPlan &plan) { return plan.path == file.path; });
        if (found != m_plans.end())
            return *found;
        EnvPlan plan;
        plan.environment = m_environment;
        plan.path = file.path;
        plan.shown = fs::path(file.path).lexically_relative(m_workspace).string();
        plan.format = file.format;
        plan.isWritable = file.isWritable;
        if (file.text)
            plan.before = plan.after = file.text->text();
        else
            plan.refused.push_back(file.text.error());
        m_plans.push_back(std::move(plan));
        return m_plans.back();
    }

    EnvPlan &newPlan()
    {
        const fs::path path =
            fs::path(m_workspace) / (m_own.suffix.empty() ? ".env" : ".env." + m_own.suffix);
        EnvPlan &plan = planOf(EnvFile{path.string(), EnvFormat::Dotenv, EnvText::read("", {}, ""), true});
        plan.isNew = true;
        return plan;
    }

    /// Where a key that is nowhere yet goes.
    EnvPlan &strongest()
    {
        for (auto file = m_own.files.rbegin(); file != m_own.files.rend(); ++file)
            if (file->text)
                return planOf(*file);
        return m_own.files.empty() ? newPlan() : planOf(m_own.files.back());
    }

    std::string before(const std::string &key, const EnvText &text) const
    {
        for (std::ptrdiff_t at = rank(key) - 1; at >= 0 && rank(key) < std::ssize(m_order); --at)
            if (text.find(m_order[static_cast<std::size_t>(at)]) != nullptr)
                return m_order[static_cast<std::size_t>(at)];
        return {};
    }

    void set(const std::string &key, const std::string &value)
    {
        const EnvFile *file = nullptr;
        const env::Entry *entry = m_own.find(key, &file);
        if (entry != nullptr && entry->value == value)
            return;
        EnvPlan &plan = entry != nullptr ? planOf(*file) : strongest();
        change(plan, key, value,
               [&](const EnvText &text) { return text.set(key, value, before(key, text)); });
    }

    void unset(const std::string &key)
    {
        for (const EnvFile &file : m_own.files)
            if (file.text && file.text->find(key) != nullptr)
                change(planOf(file), key, std::nullopt,
                       [&](const EnvText &text) { return text.remove(key); });
    }

    template <class Make>
    void change(EnvPlan &plan, const std::string &key, const std::optional<std::string> &after,
                const Make &make)
    {
        const Result<EnvText> text = EnvText::read(plan.after, plan.format, plan.shown);
        if (!text)
            return plan.refused.push_back(text.error());
        const env::Entry *was = text->find(key);
        const std::optional<std::string> before = was ? std::optional(was->value) : std::nullopt;
        const Result<edit::TextEdits> edits = make(*text);
        if (!edits)
            return plan.refused.push_back(edits.error());
        plan.after = edit::applied(plan.after, *edits);
        plan.changes.push_back({key, before, after});
    }

    const EnvironmentFiles &m_own;
    const std::size_t m_environment;
    const std::string m_workspace;
    const std::vector<std::string> m_order;
    std::vector<EnvPlan> m_plans;
};

} // namespace

std::optional<std::string> valueIn(const EnvironmentFiles &environment, std::string_view key)
{
    const env::Entry *entry = environment.find(key);
    return entry ? std::optional(entry->value) : std::nullopt;
}

std::vector<EnvPlan> plansOf(const WorkspaceFiles &files, const EnvEdits &edits, const std::string &workspace)
{
    std::vector<EnvPlan> all;
    for (std::size_t i = 0; i < files.environments.size(); ++i) {
        std::vector<std::pair<std::string, EnvEdit>> own;
        for (const auto &[cell, edit] : edits)
            if (cell.suffix == files.environments[i].suffix)
                own.emplace_back(cell.key, edit);
        for (EnvPlan &plan : Planner(files, i, workspace).plans(std::move(own)))
            all.push_back(std::move(plan));
    }
    return all;
}

WorkspaceFiles withPlans(WorkspaceFiles files, const std::vector<EnvPlan> &plans)
{
    for (const EnvPlan &plan : plans) {
        std::vector<EnvFile> &own = files.environments[plan.environment].files;
        Result<EnvText> text = EnvText::read(plan.after, plan.format, plan.path);
        const auto found =
            std::find_if(own.begin(), own.end(), [&](const EnvFile &file) { return file.path == plan.path; });
        if (found == own.end())
            own.push_back({plan.path, plan.format, std::move(text), plan.isWritable});
        else if (found->text)
            found->text = std::move(text);
    }
    return files;
}

Result<void> writePlan(const EnvPlan &plan)
{
    std::error_code failure;
    const bool isThere = fs::exists(fs::symlink_status(plan.path, failure));
    const Result<std::string> now =
        isThere ? readFile(plan.path, env::kEnvFileLimit) : Result<std::string>("");
    if (!now)
        return now.error();
    if (isThere == plan.isNew || *now != plan.before)
        return Error{ErrorCode::ActRefused,
                     plan.shown,
                     "it has changed on the disk since it was read",
                     {plan.shown, 0, 0},
                     "Look at what has changed, and apply again."};
    if (isThere && ::access(plan.path.c_str(), W_OK) != 0)
        return Error{ErrorCode::FileUnwritable,
                     plan.shown,
                     "it is read only",
                     {plan.shown, 0, 0},
                     "Let those who own it give you the right to write it."};
    return versions::replaceFile(plan.path, plan.after, versions::Readers::Owner);
}

} // namespace batuta::views
