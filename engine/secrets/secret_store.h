// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/result.h"
#include "engine/env/environment.h"
#include "engine/secrets/passphrase.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace batuta::secrets {

struct SecretName
{
    std::string environment; ///< `dev` for the workspace's own files
    std::string name;        ///< as flows say it: `secrets.NAME`

    auto operator<=>(const SecretName &) const = default;
};

/// Port: where the values of a workspace's secrets are. Calls block, some for as long as a person takes to
/// unlock a keyring: call them on a worker. One thread at a time.
class SecretStore
{
public:
    virtual ~SecretStore() = default;

    /// `keyring` or `file`
    virtual std::string_view kind() const = 0;
    /// All names, sorted. Needs no key.
    virtual std::vector<SecretName> names() const = 0;
    /// The values in the order of the names; nothing for one that is not there any more.
    virtual Result<std::vector<std::optional<std::string>>> values(const std::vector<SecretName> &names) = 0;
    /// Lost by no crash once it has returned.
    virtual Status set(const SecretName &name, const std::string &value) = 0;
    /// What is not there need not go: no error.
    virtual Status remove(const SecretName &name) = 0;
};

/// How to get at the values.
struct StoreAccess
{
    std::string keyringProgram; ///< batuta-keyring
    std::string passphrase;     ///< of the sealed file
};

enum class StoreKind { Keyring, File };
/// `keyring` or `file`
std::string_view storeName(StoreKind kind);

/// What a workspace keeps, as far as it can be known without any key.
struct StoreList
{
    std::optional<StoreKind> kind; ///< nothing: it has no store
    std::vector<SecretName> names; ///< sorted
};

/// Reads a file of names; wants no passphrase and no keyring.
Result<StoreList> listStore(const std::string &workspace);

/// The store that the workspace has: `.batuta/secrets/sealed.json` or `.batuta/secrets/keyring.json`; null
/// when it has none.
Result<std::unique_ptr<SecretStore>> openStore(const std::string &workspace, const StoreAccess &access);
/// The same, or a new one of this kind.
Result<std::unique_ptr<SecretStore>> makeStore(const std::string &workspace, StoreKind kind,
                                               const StoreAccess &access);

/// Moves all secrets to the other kind of store: everything is there before anything goes from here. How
/// many. ActRefused when there is nothing to move.
Result<std::size_t> moveStore(const std::string &workspace, StoreKind to, const StoreAccess &access);

/// What a program knows by itself: batuta-keyring beside it or on the PATH, and the passphrase that was typed
/// into it, or that in the file that BATUTA_PASSPHRASE_FILE names, or `batuta-passphrase` among the
/// credentials of systemd.
StoreAccess accessOf(const std::string &program, const Passphrase *typed = nullptr);

/// Whether the passphrase opens the sealed file of the workspace, or makes one when there is none. Writes
/// nothing. SealUnreadable.
Status checkPassphrase(const std::string &workspace, const std::string &passphrase);

struct LoadedSecrets
{
    std::vector<env::Entry> entries;
    Errors problems; ///< a store that cannot be opened: what needs its secrets is skipped
};

/// The secrets of one environment, as an environment takes them.
LoadedSecrets loadSecrets(const std::string &workspace, const std::string &environment,
                          const StoreAccess &access);

} // namespace batuta::secrets
