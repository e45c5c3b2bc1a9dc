// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// Secret Manager's access to a version: each secret of the file has one, 1, which is the latest, too.
#include "engine/base/text.h"
#include "engine/cloud_local/cloud.h"
#include "engine/cloud_local/names.h"
#include "engine/env/dotenv.h"

namespace batuta::cloud_local {
namespace {

using json::Object;

/// `DB_PASSWORD` for the secret `db-password`: a key of such a file has no hyphens.
std::string secretKey(const std::string &secret)
{
    std::string key;
    for (const char c : secret)
        key += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c == '-' ? '_' : c;
    return key;
}

Answer access(Call &call)
{
    const std::string &version = call["v"];
    const std::string name =
        "projects/" + projectNumber(call.project()) + "/secrets/" + call["s"] + "/versions/";
    const auto value = version == "latest" || version == "1" ? secretOf(call.cloud, call["s"]) : std::nullopt;
    if (!value)
        return answerOf(missing("Secret [" + name + version + "] not found or has no versions.").value());
    return ok(Object{{"name", name + "1"}, {"payload", Object{{"data", base64(*value)}}}});
}

} // namespace

std::optional<std::string> secretOf(const Cloud &cloud, const std::string &name)
{
    const std::string &file = cloud.options.secretsFile;
    const auto text = file.empty() ? Result<std::string>(Error{}) : readFile(file, env::kEnvFileLimit);
    if (!text)
        return std::nullopt;
    std::optional<std::string> value;
    for (const env::Entry &entry : env::parseDotenv(*text, file).entries)
        if (entry.key == name || entry.key == secretKey(name))
            value = entry.value;
    return value;
}

void addSecrets(Routes &routes)
{
    routes.push_back({Api::SecretManager, "GET", "/v1/projects/{p}/secrets/{s}/versions/{v}:access", access});
}

} // namespace batuta::cloud_local
