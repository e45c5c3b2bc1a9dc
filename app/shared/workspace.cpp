// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "app/shared/workspace.h"

#include "engine/store/history.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace batuta::app {
namespace fs = std::filesystem;
namespace {

std::string ownFile(const std::string &workspace, const fs::path &name)
{
    const fs::path file = fs::path(workspace) / ".batuta" / name;
    std::error_code failure; // whoever opens the file reports it
    fs::create_directories(file.parent_path(), failure);
    fs::permissions(fs::path(workspace) / ".batuta", fs::perms::owner_all, failure);
    return file.string();
}

} // namespace

Result<std::string> findWorkspace(const std::string &named)
{
    std::error_code failure;
    if (!named.empty()) {
        const fs::path folder = fs::absolute(named, failure);
        if (fs::is_directory(folder / "flows", failure))
            return folder.lexically_normal().string();
        return Error{ErrorCode::FileUnreadable,
                     named,
                     "it has no `flows` folder",
                     {},
                     "Name a workspace: a folder with flows/<system>/<flow>.yaml."};
    }
    for (fs::path folder = fs::current_path(failure); !folder.empty(); folder = folder.parent_path()) {
        if (fs::is_directory(folder / "flows", failure))
            return folder.string();
        if (folder == folder.root_path())
            break;
    }
    return Error{ErrorCode::FileUnreadable,
                 "workspace",
                 "neither this folder nor one above it has a `flows` folder",
                 {},
                 "Pass --workspace DIR."};
}

std::string historyFile(const std::string &workspace)
{
    return ownFile(workspace, "history.db");
}

Result<std::string> readStore(const std::string &named)
{
    if (named.empty()) {
        const char *store = std::getenv("BATUTA_STORE");
        return std::string(store == nullptr ? "" : store);
    }
    if (store::hasPassword(named))
        return Error{
            ErrorCode::InputInvalid,
            "--store",
            "it has a password in it, or is no address",
            {},
            "Put the password into PGPASSWORD or ~/.pgpass, or the whole address into BATUTA_STORE."};
    return named;
}

std::string logFile(const std::string &workspace)
{
    return ownFile(workspace, fs::path("logs") / "batuta.log");
}

std::string localCloudFolder(const std::string &workspace)
{
    return ownFile(workspace, "cloud");
}

std::string localCloudAddress(const std::string &workspace)
{
    std::ifstream file(fs::path(localCloudFolder(workspace)) / "address");
    std::string address;
    std::getline(file, address);
    return address.starts_with("http://127.0.0.1:") && address.size() < 30 ? address : std::string();
}

} // namespace batuta::app
