// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/host/backup_shelf.h"

#include "engine/base/text.h"
#include "engine/cloud/knative.h"
#include "engine/host/release_gathering.h"
#include "engine/json/redact.h"
#include "engine/releases/backup.h"

#include <algorithm>
#include <filesystem>

namespace batuta::host {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kStamp = 20; ///< 2026-11-22T03-15-00Z

/// Of the name of a folder: `production-2026-11-22T03-15-00Z`.
WallTime timeOf(const std::string &name)
{
    WallTime at{};
    if (name.size() < kStamp)
        return at;
    std::string stamp = name.substr(name.size() - kStamp);
    stamp[13] = stamp[16] = ':';
    (void)parseIsoTime(stamp, at);
    return at;
}

client::Backup backupIn(const fs::path &folder)
{
    client::Backup backup{folder.filename().string(), timeOf(folder.filename().string()), {}, {}};
    const Result<std::vector<releases::BackupFile>> files = releases::readBackup(folder.string());
    if (!files) {
        backup.problem = files.error();
        return backup;
    }
    for (const releases::BackupFile &file : *files)
        if (file.name.ends_with(".yaml"))
            backup.services.push_back(file.name.substr(0, file.name.size() - 5));
    return backup;
}

client::BackupList backupsIn(const std::string &folder, const std::string &environment)
{
    constexpr std::size_t kMost = 200;
    client::BackupList list{folder, {}};
    std::vector<fs::path> found;
    std::error_code failure;
    for (const fs::directory_entry &entry : fs::directory_iterator(folder, failure)) {
        const std::string name = entry.path().filename().string();
        const bool isOurs = name.size() == environment.size() + 1 + kStamp &&
                            name.starts_with(environment + "-") && timeOf(name) != WallTime{};
        if (entry.is_directory(failure) && isOurs)
            found.push_back(entry.path());
    }
    std::sort(found.begin(), found.end(), std::greater<>());
    for (const fs::path &path : found)
        if (list.backups.size() < kMost)
            list.backups.push_back(backupIn(path));
    return list;
}

Result<std::string> textIn(const std::string &folder, const std::string &backup, const std::string &service)
{
    if (backup.empty() || backup.front() == '.' || backup.find('/') != std::string::npos)
        return Error{ErrorCode::InputInvalid, "backup", "it is no name of a backup", {}, {}};
    const Result<std::vector<releases::BackupFile>> files =
        releases::readBackup((fs::path(folder) / backup).string());
    if (!files)
        return files.error();
    for (const releases::BackupFile &file : *files)
        if (file.name == service + ".yaml")
            return file.text;
    return Error{ErrorCode::HttpNotFound, service, "the backup does not have it", {}, {}};
}

} // namespace

Result<std::string> maskedYaml(const std::string &yaml, const cloud::ServiceName &name)
{
    Result<json::Value> read = cloud::readKnative(yaml, name.service + ".yaml", name);
    if (!read)
        return read.error();
    json::Value &containers =
        read->object()["spec"].object()["template"].object()["spec"].object()["containers"];
    for (json::Value &container : containers.array())
        for (json::Value &one : container.object()["env"].array()) {
            std::vector<cloud::EnvVar> env{{one["name"].asString(), one["value"].asString(), {}, {}}};
            maskSecrets(env);
            if (one["value"].isString())
                one.object().set("value", env.front().value);
        }
    return cloud::knativeYaml(*read);
}

Result<std::string> restorableYaml(const std::string &yaml, const cloud::ServiceName &name)
{
    Result<json::Value> read = cloud::readKnative(yaml, name.service + ".yaml", name);
    if (!read)
        return read.error();
    read->object()["spec"].object()["template"].object()["metadata"].object().erase("name");
    return cloud::knativeYaml(*read);
}

BackupShelf::BackupShelf(Ports ports)
    : m_ports(std::move(ports))
{
}

/// Services are exported one after the other: a backup hurries nobody.
struct BackupShelf::Writing
{
    Place place;
    std::vector<std::string> services;
    std::vector<releases::BackupFile> files;
    client::Reply<json::Value> reply;
};

void BackupShelf::backUp(const Place &place, client::Reply<json::Value> reply)
{
    auto writing = std::make_shared<Writing>(Writing{place, {}, {}, std::move(reply)});
    place.cloud->services(
        place.project, place.region,
        [this, writing, life = std::weak_ptr(m_life)](const Result<std::vector<cloud::Service>> &services) {
            if (life.expired())
                return;
            if (!services)
                return writing->reply(services.error());
            for (const cloud::Service &service : *services)
                writing->services.push_back(service.name.service);
            if (services->empty())
                return writing->reply(Error{
                    ErrorCode::HttpNotFound, writing->place.environment, "no service runs there", {}, {}});
            next(writing);
        });
}

void BackupShelf::next(const std::shared_ptr<Writing> &writing)
{
    if (writing->files.size() == writing->services.size())
        return write(writing);
    const std::string &service = writing->services[writing->files.size()];
    writing->place.cloud->exportYaml(
        {writing->place.project, writing->place.region, service},
        [this, writing, service, life = std::weak_ptr(m_life)](const Result<std::string> &yaml) {
            if (life.expired())
                return;
            if (!yaml)
                return writing->reply(yaml.error());
            writing->files.push_back({service + ".yaml", *yaml});
            next(writing);
        });
}

void BackupShelf::write(const std::shared_ptr<Writing> &writing)
{
    m_ports.aside([writing, folder = m_ports.folder, at = m_ports.clock.wall()] {
        const Result<std::string> written =
            releases::writeBackup(folder, writing->place.environment, at, writing->files);
        return [writing, written] {
            if (!written)
                return writing->reply(written.error());
            writing->reply(
                json::Value(json::Object{{"folder", *written},
                                         {"backup", fs::path(*written).filename().string()},
                                         {"services", static_cast<std::int64_t>(writing->files.size())}}));
        };
    });
}

void BackupShelf::list(const std::string &environment, client::Reply<client::BackupList> reply)
{
    m_ports.aside([environment, folder = m_ports.folder, reply = std::move(reply)] {
        client::BackupList list = backupsIn(folder, environment);
        return [list = std::move(list), reply] { reply(list); };
    });
}

void BackupShelf::read(const std::string &backup, const std::string &service,
                       client::Reply<std::string> reply)
{
    m_ports.aside([backup, service, folder = m_ports.folder, reply = std::move(reply)] {
        Result<std::string> text = textIn(folder, backup, service);
        return [text = std::move(text), reply] { reply(text); };
    });
}

void BackupShelf::compare(const Place &place, const std::string &backup, const std::string &service,
                          client::Reply<client::BackupSides> reply)
{
    const cloud::ServiceName name{place.project, place.region, service};
    read(backup, service,
         [place, name, reply = std::move(reply),
          life = std::weak_ptr(m_life)](const Result<std::string> &text) {
             const Result<std::string> then = text ? maskedYaml(*text, name) : text.error();
             if (!then)
                 return reply(then.error());
             if (life.expired())
                 return;
             place.cloud->exportYaml(name, [name, then = *then, reply](const Result<std::string> &yaml) {
                 if (!yaml && yaml.error().code == ErrorCode::HttpNotFound)
                     return reply(client::BackupSides{{}, then});
                 const Result<std::string> now = yaml ? maskedYaml(*yaml, name) : yaml.error();
                 reply(now ? Result<client::BackupSides>(client::BackupSides{*now, then}) : now.error());
             });
         });
}

void BackupShelf::restore(const Place &place, const std::string &backup, const std::string &service,
                          client::Reply<json::Value> reply)
{
    const cloud::ServiceName name{place.project, place.region, service};
    read(backup, service,
         [place, name, reply = std::move(reply),
          life = std::weak_ptr(m_life)](const Result<std::string> &text) {
             const Result<std::string> yaml = text ? restorableYaml(*text, name) : text.error();
             if (!yaml)
                 return reply(yaml.error());
             if (life.expired())
                 return;
             place.cloud->replace(name, *yaml, cloud::CloudPort::Check::Apply,
                                  [reply](const Result<cloud::Operation> &operation) {
                                      if (!operation || operation->error)
                                          return reply(operation ? *operation->error : operation.error());
                                      reply(json::Value(json::Object{{"operation", operation->name},
                                                                     {"done", operation->isDone}}));
                                  });
         });
}

} // namespace batuta::host
