// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/secrets/secret_store.h"

#include "engine/base/text.h"
#include "engine/secrets/keyring.h"
#include "engine/secrets/secret_file.h"

#include <cstdlib>
#include <filesystem>

namespace batuta::secrets {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kLongestPassphrase = 4096;

fs::path fileOf(const std::string &workspace, StoreKind kind)
{
    return fs::path(workspace) / ".batuta" / "secrets" /
           (kind == StoreKind::File ? "sealed.json" : "keyring.json");
}

std::optional<StoreKind> kindOf(const std::string &workspace)
{
    std::error_code failure;
    for (const StoreKind kind : {StoreKind::File, StoreKind::Keyring})
        if (fs::exists(fileOf(workspace, kind), failure))
            return kind;
    return std::nullopt;
}

std::string passphraseIn(const std::string &file)
{
    const Result<std::string> text = readFile(file, kLongestPassphrase);
    return text ? std::string(trimmed(*text)) : std::string();
}

} // namespace

std::string_view storeName(StoreKind kind)
{
    return kind == StoreKind::File ? "file" : "keyring";
}

Result<std::unique_ptr<SecretStore>> makeStore(const std::string &workspace, StoreKind kind,
                                               const StoreAccess &access)
{
    const std::string path = fileOf(workspace, kind).string();
    return kind == StoreKind::File ? SecretFile::open(path, access.passphrase)
                                   : Keyring::open(path, access.keyringProgram);
}

Result<StoreList> listStore(const std::string &workspace)
{
    StoreList list{kindOf(workspace), {}};
    if (!list.kind)
        return list;
    const std::string path = fileOf(workspace, *list.kind).string();
    if (*list.kind == StoreKind::File) {
        Result<std::vector<SecretName>> names = SecretFile::list(path);
        if (!names)
            return names.error();
        list.names = std::move(*names);
        return list;
    }
    const Result<std::unique_ptr<SecretStore>> keyring = Keyring::open(path, "");
    if (!keyring)
        return keyring.error();
    list.names = (*keyring)->names();
    return list;
}

Result<std::unique_ptr<SecretStore>> openStore(const std::string &workspace, const StoreAccess &access)
{
    const std::optional<StoreKind> kind = kindOf(workspace);
    return kind ? makeStore(workspace, *kind, access) : std::unique_ptr<SecretStore>();
}

Result<std::size_t> moveStore(const std::string &workspace, StoreKind to, const StoreAccess &access)
{
    const std::optional<StoreKind> from = kindOf(workspace);
    if (!from || *from == to)
        return Error{ErrorCode::ActRefused, workspace, "there is nothing to move", {}, ""};
    const auto here = makeStore(workspace, *from, access), there = makeStore(workspace, to, access);
    if (!here || !there)
        return here ? there.error() : here.error();
    const std::vector<SecretName> names = (*here)->names();
    const auto values = (*here)->values(names);
    if (!values)
        return values.error();
    for (std::size_t i = 0; i < names.size(); ++i)
        if ((*values)[i])
            if (Status set = (*there)->set(names[i], *(*values)[i]); !set) {
                std::error_code failure;
                fs::remove(fileOf(workspace, to), failure); // half a store would hide the whole one
                return set.error();
            }
    for (const SecretName &name : names)
        if (Status gone = (*here)->remove(name); !gone)
            return gone.error();
    std::error_code failure;
    fs::remove(fileOf(workspace, *from), failure);
    return names.size();
}

StoreAccess accessOf(const std::string &program, const Passphrase *typed)
{
    StoreAccess access;
    std::error_code failure;
    const fs::path beside = fs::path(program).parent_path() / "batuta-keyring";
    access.keyringProgram =
        !program.empty() && fs::exists(beside, failure) ? beside.string() : "batuta-keyring";
    if (typed)
        access.passphrase = typed->text();
    if (!access.passphrase.empty())
        return access;
    if (const char *file = std::getenv("BATUTA_PASSPHRASE_FILE"))
        access.passphrase = passphraseIn(file);
    else if (const char *folder = std::getenv("CREDENTIALS_DIRECTORY"))
        access.passphrase = passphraseIn((fs::path(folder) / "batuta-passphrase").string());
    return access;
}

Status checkPassphrase(const std::string &workspace, const std::string &passphrase)
{
    const auto store = SecretFile::open(fileOf(workspace, StoreKind::File).string(), passphrase);
    return store ? Status() : Status(store.error());
}

LoadedSecrets loadSecrets(const std::string &workspace, const std::string &environment,
                          const StoreAccess &access)
{
    LoadedSecrets out;
    const auto store = openStore(workspace, access);
    if (!store) {
        out.problems.push_back(store.error());
        return out;
    }
    if (!*store)
        return out;
    std::vector<SecretName> names = (*store)->names();
    std::erase_if(names, [&](const SecretName &name) { return name.environment != environment; });
    const auto values = (*store)->values(names);
    if (!values) {
        out.problems.push_back(values.error());
        return out;
    }
    for (std::size_t i = 0; i < names.size(); ++i)
        if ((*values)[i] && env::isValidKey(names[i].name))
            out.entries.push_back({names[i].name,
                                   *(*values)[i],
                                   env::Source::DotenvFile,
                                   {std::string((*store)->kind()), 0, 0}});
    return out;
}

} // namespace batuta::secrets
