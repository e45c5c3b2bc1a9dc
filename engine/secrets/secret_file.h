// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/env/seal.h"
#include "engine/json/value.h"
#include "engine/secrets/secret_store.h"

namespace batuta::secrets {

/// Secrets in one file, for machines without a keyring. The key comes from a passphrase by scrypt (RFC 7914,
/// N = 2^15, r = 8, p = 1: about 80 ms and 32 MiB) with a salt of the file's own; each value is sealed with
/// AES-256-GCM together with its names, so that none can be put in another's place. Names can be read without
/// the passphrase. The file is replaced as a whole, and is its owner's only.
class SecretFile final : public SecretStore
{
public:
    /// Of the file, or of a new one that is not written before the first set(). SealUnreadable: another
    /// passphrase.
    static Result<std::unique_ptr<SecretStore>> open(const std::string &path, const std::string &passphrase);

    /// The names in it, which need no passphrase.
    static Result<std::vector<SecretName>> list(const std::string &path);

    std::string_view kind() const override { return "file"; }
    std::vector<SecretName> names() const override;
    Result<std::vector<std::optional<std::string>>> values(const std::vector<SecretName> &names) override;
    Status set(const SecretName &name, const std::string &value) override;
    Status remove(const SecretName &name) override;

private:
    SecretFile(std::string path, json::Value content, env::Seal seal);

    Status write();

    const std::string m_path;
    json::Value m_content;
    const env::Seal m_seal;
};

} // namespace batuta::secrets
