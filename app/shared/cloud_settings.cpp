// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "app/shared/cloud_settings.h"

#include "app/shared/workspace.h"

#include <algorithm>
#include <filesystem>

namespace batuta::app {
namespace {

constexpr std::size_t kLongest = 300;
constexpr const char *kLocal = "local";

Error wrongCloud(const std::string &file, const flow::YamlMark &mark, const std::string &key, std::string why)
{
    return {ErrorCode::FlowBadValue,
            "cloud." + key,
            std::move(why),
            {file, mark.line, mark.column},
            "Known keys: project, region, service, server, credentials, impersonate, billing_account, proxy, "
            "no_proxy, ca, guard, environments."};
}

std::string *fieldOf(const std::string &key, cloud::Settings &settings)
{
    return key == "project"           ? &settings.project
           : key == "region"          ? &settings.region
           : key == "service"         ? &settings.service
           : key == "server"          ? &settings.server
           : key == "credentials"     ? &settings.credentials
           : key == "impersonate"     ? &settings.impersonate
           : key == "billing_account" ? &settings.billingAccount
           : key == "proxy"           ? &settings.proxy
           : key == "no_proxy"        ? &settings.noProxy
           : key == "ca"              ? &settings.caFile
                                      : nullptr;
}

/// Files are named from the workspace on.
std::string inWorkspace(const std::string &workspace, const std::string &file)
{
    return (std::filesystem::path(workspace) / file).lexically_normal().string();
}

Status readOne(const flow::YamlNode::Member &member, const std::string &file, const std::string &workspace,
               cloud::Settings &settings)
{
    if (!member.value.isScalar() || member.value.text.size() > kLongest)
        return wrongCloud(file, member.value.mark, member.key, "a text is wanted");
    const std::string &text = member.value.text;
    if (member.key == "guard") {
        if (text != "true" && text != "false")
            return wrongCloud(file, member.value.mark, member.key, "true or false is wanted");
        settings.isGuarded = text == "true";
        return {};
    }
    std::string *field = fieldOf(member.key, settings);
    if (field == nullptr)
        return wrongCloud(file, member.keyMark, member.key, "nobody reads this key");
    const bool isFile = member.key == "credentials" || member.key == "ca";
    *field = isFile && !text.empty() ? inWorkspace(workspace, text) : text;
    return {};
}

bool isProduction(const std::string &environment)
{
    return environment == "production" || environment == "prod";
}

} // namespace

Result<CloudPlaces> CloudPlaces::read(const flow::YamlNode &node, const std::string &file,
                                      const std::string &workspace)
{
    if (!node.isMapping())
        return wrongCloud(file, node.mark, "", "a mapping is wanted");
    CloudPlaces places;
    places.m_workspace = workspace;
    const flow::YamlNode::Member *environments = node.member("environments");
    for (const flow::YamlNode::Member &member : node.members)
        if (member.key != "environments")
            if (Status read = readOne(member, file, workspace, places.m_common); !read)
                return read.error();
    if (environments == nullptr)
        return places;
    if (!environments->value.isMapping())
        return wrongCloud(file, environments->value.mark, "environments",
                          "a mapping by environment is wanted");
    for (const flow::YamlNode::Member &environment : environments->value.members) {
        if (!environment.value.isMapping())
            return wrongCloud(file, environment.value.mark, environment.key, "a mapping is wanted");
        cloud::Settings own = places.m_common;
        own.isGuarded = own.isGuarded || isProduction(environment.key);
        for (const flow::YamlNode::Member &member : environment.value.members)
            if (Status read = readOne(member, file, workspace, own); !read)
                return read.error();
        places.m_own[environment.key] = std::move(own);
    }
    return places;
}

CloudPlaces::Instead CloudPlaces::local() const
{
    const auto first =
        std::find_if(m_own.begin(), m_own.end(), [](const auto &own) { return own.second.server == kLocal; });
    const cloud::Settings &found =
        m_common.server == kLocal || first == m_own.end() ? m_common : first->second;
    return {found.project, found.region};
}

bool CloudPlaces::wantsLocal() const
{
    return m_common.server == kLocal || std::any_of(m_own.begin(), m_own.end(), [](const auto &own) {
               return own.second.server == kLocal;
           });
}

Result<cloud::Settings> CloudPlaces::of(const std::string &environment, const Instead &instead) const
{
    const auto own = m_own.find(environment);
    cloud::Settings settings = own == m_own.end() ? m_common : own->second;
    if (own == m_own.end())
        settings.isGuarded = settings.isGuarded || isProduction(environment);
    if (!instead.project.empty())
        settings.project = instead.project;
    if (!instead.region.empty())
        settings.region = instead.region;
    if (settings.server == kLocal) {
        settings.server = localCloudAddress(m_workspace);
        if (settings.server.empty())
            return Error{
                ErrorCode::EngineUnreachable,
                "cloud.server",
                "the local Cloud Run of this workspace does not run",
                {},
                "Open the workspace in the console, or start `batuta serve` or `batuta cloud-local`."};
    }
    if (!settings.project.empty() && !settings.region.empty())
        return settings;
    return Error{ErrorCode::FlowBadValue,
                 "cloud",
                 "batuta.yaml does not say which project and region " + environment + " is",
                 {},
                 "Write `cloud: {project: …, region: …}` into batuta.yaml, or pass --project and --region."};
}

} // namespace batuta::app
