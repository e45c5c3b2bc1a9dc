// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// batuta secrets: names, new values, and where they are kept. No value is ever printed, or an argument.
#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "app/shared/text_table.h"
#include "app/shared/workspace.h"
#include "engine/base/text.h"
#include "engine/environments/key_uses.h"
#include "engine/json/json.h"
#include "engine/secrets/secret_store.h"

#include <filesystem>
#include <iostream>
#include <iterator>

namespace batuta::cli {
namespace {

using secrets::SecretName;
using secrets::SecretStore;
using secrets::StoreKind;

struct SecretDesk
{
    std::string workspace;
    secrets::StoreAccess access;
    std::unique_ptr<SecretStore> store; ///< null: there is none yet
};

Result<SecretDesk> secretDeskOf(const Options &options)
{
    const Result<std::string> workspace = app::findWorkspace(options.workspace);
    if (!workspace)
        return workspace.error();
    std::error_code failure;
    SecretDesk desk{
        *workspace, secrets::accessOf(std::filesystem::read_symlink("/proc/self/exe", failure).string()), {}};
    Result<std::unique_ptr<SecretStore>> store = secrets::openStore(*workspace, desk.access);
    if (!store)
        return store.error();
    desk.store = std::move(*store);
    return desk;
}

/// `step a of update_profile, …`
std::string usersOf(const std::vector<environments::KeyUse> &uses, const std::string &name)
{
    std::vector<std::string> users;
    for (const environments::KeyUse &use : uses)
        if (equalIgnoringCase(use.key, name))
            users.push_back(use.step.empty() ? use.flow : use.flow + "." + use.step);
    return join(users, ", ");
}

/// Names want no passphrase.
int listNames(const Options &options)
{
    const Result<std::string> workspace = app::findWorkspace(options.workspace);
    const Result<secrets::StoreList> list = workspace ? secrets::listStore(*workspace) : workspace.error();
    if (!list)
        return fail(list.error());
    const std::vector<environments::KeyUse> uses = environments::keyUsesOf(*workspace);
    app::TextTable table({"NAME", "ENVIRONMENT", "KEPT IN", "USED BY"});
    for (const SecretName &name : list->names) {
        const std::string users = usersOf(uses, name.name), store(secrets::storeName(*list->kind));
        if (options.json)
            std::cout << json::write(json::Object{{"name", name.name},
                                                  {"environment", name.environment},
                                                  {"store", store},
                                                  {"used_by", users}})
                      << '\n';
        table.add({name.name, name.environment, store, users});
    }
    if (!options.json)
        std::cout << (list->names.empty() ? "There are no secrets yet.\n" : table.text());
    return kSuccess;
}

/// A sealed file when a passphrase is at hand, else the keyring.
Status makeStore(SecretDesk &desk)
{
    if (desk.store)
        return {};
    const StoreKind kind = desk.access.passphrase.empty() ? StoreKind::Keyring : StoreKind::File;
    Result<std::unique_ptr<SecretStore>> made = secrets::makeStore(desk.workspace, kind, desk.access);
    if (!made)
        return made.error();
    desk.store = std::move(*made);
    return {};
}

int setValue(SecretDesk &desk, const SecretName &name)
{
    std::string value((std::istreambuf_iterator<char>(std::cin)), std::istreambuf_iterator<char>());
    if (value.ends_with('\n'))
        value.pop_back();
    if (value.empty())
        return fail({ErrorCode::UsageInvalid, name.name, "there is no value on standard input", {}, ""});
    if (!env::isValidKey(name.name))
        return fail({ErrorCode::EnvBadKey, name.name, "", {}, ""});
    if (Status made = makeStore(desk); !made)
        return fail(made.error());
    if (Status set = desk.store->set(name, value); !set)
        return fail(set.error());
    const std::string users = usersOf(environments::keyUsesOf(desk.workspace), name.name);
    std::cout << name.name << " is set for " << name.environment << ", in the " << desk.store->kind()
              << (users.empty() ? ". No flow uses it.\n" : ". Used by " + users + ".\n");
    return kSuccess;
}

int moveAll(const Options &options, const SecretDesk &desk)
{
    const StoreKind kind = options.to == "file" ? StoreKind::File : StoreKind::Keyring;
    const Result<std::size_t> moved = secrets::moveStore(desk.workspace, kind, desk.access);
    if (!moved)
        return fail(moved.error());
    std::cout << counted(static_cast<std::int64_t>(*moved), "secret is", "secrets are") << " in the "
              << options.to << " now\n";
    return kSuccess;
}

} // namespace

int keepSecrets(const Options &options)
{
    if (options.act.verb == "list")
        return listNames(options);
    Result<SecretDesk> desk = secretDeskOf(options);
    if (!desk)
        return fail(desk.error());
    const SecretName name{options.environment.empty() ? std::string(env::kOwnName) : options.environment,
                          options.env.key};
    if (options.act.verb == "set")
        return setValue(*desk, name);
    if (options.act.verb == "move")
        return moveAll(options, *desk);
    const Status gone = desk->store ? desk->store->remove(name) : Status();
    if (!gone)
        return fail(gone.error());
    std::cout << name.name << " is gone from " << name.environment << '\n';
    return kSuccess;
}

} // namespace batuta::cli
