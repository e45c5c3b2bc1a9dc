// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// batuta release backup and batuta release restore: all services of an environment in a dated folder, and
// back.
#include "app/cli/release_files.h"

#include "app/cli/output.h"
#include "app/cli/patch.h"
#include "app/cli/releases.h"
#include "engine/base/text.h"
#include "engine/host/backup_shelf.h"
#include "engine/json/json.h"
#include "engine/releases/backup.h"

#include <filesystem>
#include <iostream>

namespace batuta::cli {
namespace {

/// One service of a backup, before it is brought back.
struct Restoring
{
    cloud::ServiceName name;
    std::string yaml;
    std::string patch; ///< from now to then, secrets masked; "" when nothing would change
};

Result<Restoring> look(CloudDesk &desk, const releases::BackupFile &file)
{
    Restoring one{
        {desk.settings.project, desk.settings.region, file.name.substr(0, file.name.size() - 5)}, {}, {}};
    const Result<std::string> yaml = host::restorableYaml(file.text, one.name);
    const Result<std::string> then = yaml ? host::maskedYaml(*yaml, one.name) : yaml.error();
    if (!then)
        return then.error();
    one.yaml = *yaml;
    const auto current =
        desk.ask<std::string>([&](cloud::Cloud &cloud, auto answer) { cloud.exportYaml(one.name, answer); });
    if (!current && current.error().code != ErrorCode::HttpNotFound)
        return current.error();
    const Result<std::string> plain = current ? host::restorableYaml(*current, one.name) : std::string();
    const Result<std::string> now = current && plain ? host::maskedYaml(*plain, one.name) : std::string();
    one.patch = patchText(now.value_or(std::string()), *then);
    return one;
}

Status bringBack(CloudDesk &desk, const Restoring &one)
{
    const CloudChange change{"restore_service", one.name,
                             "Restore " + placeOf(desk, one.name) + "\n" + one.patch,
                             json::Object{{"method", "PUT"},
                                          {"name", one.name.path()},
                                          {"backup", desk.options.cloud.file},
                                          {"sha256", releases::sha256Of(one.yaml)}}};
    const Result<std::string> why = confirm(desk, change);
    if (!why)
        return why.error();
    if (Status kept = record(desk, change, *why); !kept)
        return kept;
    const auto sent = desk.ask<cloud::Operation>([&](cloud::Cloud &cloud, auto answer) {
        cloud.replace(one.name, one.yaml, cloud::CloudPort::Check::Apply, answer);
    });
    const auto settled = sent ? settle(desk, *sent, one.name.service) : sent;
    return settled ? Status() : recordRefusal(desk, change, settled.error());
}

void tell(const CloudDesk &desk, const Restoring &one, bool isDone)
{
    if (desk.options.json)
        std::cout << json::write(json::Object{{"service", one.name.service},
                                              {"changes", !one.patch.empty()},
                                              {"restored", isDone}})
                  << '\n';
    else if (isDone)
        std::cout << "Restored: " << placeOf(desk, one.name) << '\n';
    else
        std::cout << placeOf(desk, one.name)
                  << (one.patch.empty() ? ": nothing would change\n" : "\n" + one.patch);
}

/// The folder as it was named, or below the workspace's own backups.
std::string folderOf(const CloudDesk &desk)
{
    const std::string &named = desk.options.cloud.file;
    std::error_code failure;
    return std::filesystem::exists(named, failure)
               ? named
               : (std::filesystem::path(backupFolder(desk)) / named).string();
}

} // namespace

int restoreBackup(CloudDesk &desk)
{
    const Result<std::vector<releases::BackupFile>> files = releases::readBackup(folderOf(desk));
    if (!files)
        return fail(files.error());
    const std::string &wanted = desk.options.cloud.service;
    int found = 0;
    for (const releases::BackupFile &file : *files) {
        if (!file.name.ends_with(".yaml") || (!wanted.empty() && file.name != wanted + ".yaml"))
            continue;
        ++found;
        const Result<Restoring> one = look(desk, file);
        if (!one)
            return fail(one.error());
        const bool isTold = desk.options.act.dryRun || one->patch.empty();
        if (!isTold)
            if (const Status done = bringBack(desk, *one); !done)
                return fail(done.error());
        tell(desk, *one, !isTold);
    }
    if (found > 0)
        return kSuccess;
    return fail({ErrorCode::FileUnreadable, wanted, "the backup does not have it", {}, {}});
}

} // namespace batuta::cli
