// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/secrets/secret_file.h"

#include "engine/base/text.h"
#include "engine/json/json.h"
#include "engine/versions/durable_file.h"

#include <algorithm>
#include <filesystem>

namespace batuta::secrets {
namespace {

constexpr std::uint64_t kMostSecretBytes = 4 << 20;
constexpr std::string_view kCheck = "batuta";

/// What is sealed: a value with the names it belongs to.
std::string bound(const SecretName &name, const std::string &value)
{
    return name.environment + '\0' + name.name + '\0' + value;
}

Error damaged(const std::string &path)
{
    return {ErrorCode::SealUnreadable, path, "it is no file of sealed secrets", {path, 0, 0}, ""};
}

Result<json::Value> contentOf(const std::string &path)
{
    std::error_code failure;
    if (!std::filesystem::exists(path, failure)) {
        Result<std::string> salt = env::Seal::newSalt();
        if (!salt)
            return salt.error();
        return json::Value(json::Object{
            {"format", 1}, {"salt", std::move(*salt)}, {"environments", json::Value(json::Object())}});
    }
    const Result<std::string> text = readFile(path, kMostSecretBytes);
    if (!text)
        return text.error();
    Result<json::Value> content = json::parse(*text);
    if (!content || (*content)["format"].asInteger() != 1 || !(*content)["environments"].isObject())
        return damaged(path);
    return content;
}

std::vector<SecretName> namesIn(const json::Value &content)
{
    std::vector<SecretName> names;
    for (const auto &[environment, secrets] : content["environments"].asObject())
        for (const auto &[name, sealed] : secrets.asObject())
            names.push_back({environment, name});
    std::sort(names.begin(), names.end());
    return names;
}

} // namespace

SecretFile::SecretFile(std::string path, json::Value content, env::Seal seal)
    : m_path(std::move(path))
    , m_content(std::move(content))
    , m_seal(std::move(seal))
{
}

Result<std::unique_ptr<SecretStore>> SecretFile::open(const std::string &path, const std::string &passphrase)
{
    Result<json::Value> content = contentOf(path);
    if (!content)
        return content.error();
    if (passphrase.empty())
        return Error{ErrorCode::SealUnreadable,
                     path,
                     "it wants a passphrase",
                     {path, 0, 0},
                     "Write it into a file that only you can read, and name that in BATUTA_PASSPHRASE_FILE."};
    Result<env::Seal> seal = env::Seal::fromPassphrase(passphrase, (*content)["salt"].asString());
    if (!seal)
        return seal.error();
    const json::Value &check = (*content)["check"];
    if (check.isString()) {
        const Result<std::string> opened = seal->unseal(check.asString());
        if (!opened || *opened != kCheck)
            return Error{ErrorCode::SealUnreadable, path, "the passphrase is another", {path, 0, 0}, ""};
    } else {
        content->object().set("check", seal->seal(kCheck));
    }
    return std::unique_ptr<SecretStore>(new SecretFile(path, std::move(*content), std::move(*seal)));
}

Result<std::vector<SecretName>> SecretFile::list(const std::string &path)
{
    const Result<json::Value> content = contentOf(path);
    if (!content)
        return content.error();
    return namesIn(*content);
}

std::vector<SecretName> SecretFile::names() const
{
    return namesIn(m_content);
}

Result<std::vector<std::optional<std::string>>> SecretFile::values(const std::vector<SecretName> &names)
{
    std::vector<std::optional<std::string>> values;
    for (const SecretName &name : names) {
        const json::Value &sealed = m_content["environments"][name.environment][name.name];
        if (!sealed.isString()) {
            values.emplace_back();
            continue;
        }
        const Result<std::string> opened = m_seal.unseal(sealed.asString());
        const std::string head = bound(name, "");
        if (!opened || !opened->starts_with(head))
            return Error{ErrorCode::SealUnreadable, name.name, "its value was changed", {m_path, 0, 0}, ""};
        values.emplace_back(opened->substr(head.size()));
    }
    return values;
}

Status SecretFile::set(const SecretName &name, const std::string &value)
{
    json::Value &secrets = m_content.object()["environments"].object()[name.environment];
    if (!secrets.isObject())
        secrets = json::Object();
    secrets.object().set(name.name, m_seal.seal(bound(name, value)));
    return write();
}

Status SecretFile::remove(const SecretName &name)
{
    if (!m_content["environments"][name.environment][name.name].isString())
        return {};
    m_content.object()["environments"].object()[name.environment].object().erase(name.name);
    return write();
}

Status SecretFile::write()
{
    if (Status status = versions::makeFolder(std::filesystem::path(m_path).parent_path().string()); !status)
        return status;
    return versions::replaceFile(m_path, json::writePretty(m_content) + "\n", versions::Readers::Owner);
}

} // namespace batuta::secrets
