// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/json/value.h"
#include "engine/secrets/secret_store.h"

namespace batuta::secrets {

/// Secrets in the keyring of the person who is logged in (freedesktop.org Secret Service). Values pass
/// through batuta-keyring, a program of its own: no engine has a keyring's libraries in its memory, and no
/// value is ever an argument. The names are kept beside the workspace in a file without values, with an id
/// that tells this workspace's secrets from those of others.
class Keyring final : public SecretStore
{
public:
    static Result<std::unique_ptr<SecretStore>> open(const std::string &path, const std::string &program);

    std::string_view kind() const override { return "keyring"; }
    std::vector<SecretName> names() const override;
    Result<std::vector<std::optional<std::string>>> values(const std::vector<SecretName> &names) override;
    Status set(const SecretName &name, const std::string &value) override;
    Status remove(const SecretName &name) override;

private:
    Keyring(std::string path, std::string program, json::Value content);

    Result<json::Value> ask(const char *act, json::Array secrets) const;
    Status write();

    const std::string m_path;
    const std::string m_program;
    json::Value m_content;
};

} // namespace batuta::secrets
