// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// batuta release export and batuta release replace: services of Cloud Run as YAML.
#include "app/cli/release_files.h"

#include "app/cli/commands.h"
#include "app/cli/files.h"
#include "app/cli/jobs.h"
#include "app/cli/output.h"
#include "app/cli/rehearse.h"
#include "app/cli/releases.h"
#include "engine/base/text.h"
#include "engine/flow/yaml_node.h"
#include "engine/json/json.h"
#include "engine/releases/backup.h"

#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

namespace batuta::cli {
namespace {

constexpr std::uint64_t kLargestFile = 1ULL << 20;

Result<std::string> yamlOf(CloudDesk &desk, const cloud::ServiceName &name)
{
    return desk.ask<std::string>([&](cloud::Cloud &cloud, auto answer) { cloud.exportYaml(name, answer); });
}

int exportOne(CloudDesk &desk)
{
    const auto name = desk.service(desk.options.cloud.service);
    const Result<std::string> yaml = name ? yamlOf(desk, *name) : name.error();
    if (!yaml)
        return fail(yaml.error());
    const std::string &output = desk.options.cloud.output;
    if (output.empty() || output == "-") {
        std::cout << *yaml;
        return kSuccess;
    }
    std::ofstream file(output, std::ios::binary);
    file << *yaml;
    file.close();
    if (!file.good())
        return fail({ErrorCode::FileUnwritable, output, {}, {}, {}});
    std::error_code failure; // it may hold values of keys that are nobody else's business
    std::filesystem::permissions(
        output, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write, failure);
    if (desk.options.json)
        std::cout << json::write(json::Object{
                         {"service", name->service}, {"file", output}, {"sha256", releases::sha256Of(*yaml)}})
                  << '\n';
    return kSuccess;
}

int exportAll(CloudDesk &desk)
{
    const auto services = desk.ask<std::vector<cloud::Service>>([&](cloud::Cloud &cloud, auto answer) {
        cloud.services(desk.settings.project, desk.settings.region, answer);
    });
    if (!services)
        return fail(services.error());
    std::vector<releases::BackupFile> files;
    for (const cloud::Service &service : *services) {
        Result<std::string> yaml = yamlOf(desk, service.name);
        if (!yaml)
            return fail(yaml.error());
        files.push_back({service.name.service + ".yaml", std::move(*yaml)});
    }
    std::string folder = desk.options.cloud.output;
    if (folder.empty())
        folder = backupFolder(desk);
    const Result<std::string> written =
        releases::writeBackup(folder, desk.environment, SystemClock().wall(), files);
    if (!written)
        return fail(written.error());
    const auto count = static_cast<std::int64_t>(files.size());
    if (desk.options.json)
        std::cout << json::write(json::Object{{"folder", *written}, {"services", count}}) << '\n';
    else
        std::cout << counted(count, "service is", "services are") << " in " << *written << '\n';
    return kSuccess;
}

Result<std::string> readText(const std::string &file)
{
    if (file != "-")
        return readFile(file, kLargestFile);
    return std::string((std::istreambuf_iterator<char>(std::cin)), std::istreambuf_iterator<char>());
}

/// The service that the file is about.
std::string nameIn(const std::string &yaml)
{
    const flow::YamlReading read = flow::readYaml(yaml, {});
    return read.root ? flow::toJson(*read.root)["metadata"]["name"].asString() : std::string();
}

int replaceOne(CloudDesk &desk)
{
    const Result<std::string> yaml = readText(desk.options.cloud.file);
    if (!yaml)
        return fail(yaml.error());
    const cloud::ServiceName name{desk.settings.project, desk.settings.region, nameIn(*yaml)};
    if (name.service.empty())
        return fail({ErrorCode::FlowBadValue,
                     desk.options.cloud.file,
                     "metadata.name is missing, or it is no YAML",
                     {},
                     "Begin with what `batuta release export` writes."});
    const auto send = [&](cloud::CloudPort::Check check) {
        return desk.ask<cloud::Operation>(
            [&](cloud::Cloud &cloud, auto answer) { cloud.replace(name, *yaml, check, answer); });
    };
    if (const auto checked = send(cloud::CloudPort::Check::Only); !checked || desk.options.act.dryRun) {
        if (!checked)
            return fail(checked.error());
        std::cout << "Possible: " << placeOf(desk, name) << '\n';
        return kSuccess;
    }
    const CloudChange change{"replace_service", name,
                             "Replace " + placeOf(desk, name) + " by " + desk.options.cloud.file + "\n",
                             json::Object{{"method", "PUT"},
                                          {"name", name.path()},
                                          {"file", desk.options.cloud.file},
                                          {"sha256", releases::sha256Of(*yaml)}}};
    const Result<std::string> why = confirm(desk, change);
    if (!why)
        return fail(why.error());
    if (Status kept = record(desk, change, *why); !kept)
        return fail(kept.error());
    const auto sent = send(cloud::CloudPort::Check::Apply);
    const auto settled = sent ? settle(desk, *sent, name.service) : sent;
    if (!settled)
        return fail(recordRefusal(desk, change, settled.error()));
    if (desk.options.json)
        std::cout << json::write(json::Object{{"service", name.service}, {"operation", sent->name}}) << '\n';
    else
        std::cout << "Replaced: " << placeOf(desk, name) << '\n';
    return kSuccess;
}

} // namespace

std::string backupFolder(const CloudDesk &desk)
{
    return (std::filesystem::path(desk.workspace) / ".batuta" / "releases").string();
}

int releaseFiles(const Options &options)
{
    const auto desk = CloudDesk::open(options);
    if (!desk)
        return fail(desk.error());
    if (options.cloud.verb == "replace")
        return replaceOne(**desk);
    if (options.cloud.verb.starts_with("jobs"))
        return jobs(**desk);
    if (options.cloud.verb == "rehearse")
        return rehearse(**desk);
    if (options.cloud.verb == "restore")
        return restoreBackup(**desk);
    return options.cloud.all ? exportAll(**desk) : exportOne(**desk);
}

} // namespace batuta::cli
