// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/secrets/keyring.h"

#include "engine/base/text.h"
#include "engine/base/uuid.h"
#include "engine/json/json.h"
#include "engine/net/child_process.h"
#include "engine/versions/durable_file.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>

namespace batuta::secrets {
namespace {

constexpr std::uint64_t kMostKeyringBytes = 4 << 20;
constexpr Duration kPatience = std::chrono::minutes(2); // somebody may have to type a password

json::Object shown(const SecretName &name)
{
    return json::Object{{"environment", name.environment}, {"name", name.name}};
}

/// What a program needs to find the session's bus, and nothing else of ours.
std::vector<std::string> environmentOfSession()
{
    std::vector<std::string> out;
    for (const char *name : {"PATH", "HOME", "USER", "DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR",
                             "XDG_DATA_HOME", "DISPLAY", "WAYLAND_DISPLAY", "LANG"})
        if (const char *value = std::getenv(name))
            out.push_back(std::string(name) + "=" + value);
    return out;
}

Error unavailable(std::string detail)
{
    return {ErrorCode::SealUnreadable,
            "keyring",
            std::move(detail),
            {},
            "Start a Secret Service in this session (gnome-keyring, KeePassXC), or keep the secrets in a "
            "sealed file: "
            "batuta secrets move file."};
}

} // namespace

Keyring::Keyring(std::string path, std::string program, json::Value content)
    : m_path(std::move(path))
    , m_program(std::move(program))
    , m_content(std::move(content))
{
}

Result<std::unique_ptr<SecretStore>> Keyring::open(const std::string &path, const std::string &program)
{
    std::error_code failure;
    json::Value content = json::Object{{"format", 1}, {"workspace", newUuid()}, {"names", json::Object()}};
    if (std::filesystem::exists(path, failure)) {
        const Result<std::string> text = readFile(path, kMostKeyringBytes);
        const Result<json::Value> read = text ? json::parse(*text) : text.error();
        if (!read || (*read)["format"].asInteger() != 1 || !(*read)["workspace"].isString())
            return Error{
                ErrorCode::SealUnreadable, path, "it is no list of a keyring's secrets", {path, 0, 0}, ""};
        content = *read;
    }
    return std::unique_ptr<SecretStore>(new Keyring(path, program, std::move(content)));
}

std::vector<SecretName> Keyring::names() const
{
    std::vector<SecretName> names;
    for (const auto &[environment, list] : m_content["names"].asObject())
        for (const json::Value &name : list.asArray())
            names.push_back({environment, name.asString()});
    std::sort(names.begin(), names.end());
    return names;
}

Result<json::Value> Keyring::ask(const char *act, json::Array secrets) const
{
    net::ChildCommand command;
    command.words = {m_program};
    command.environment = environmentOfSession();
    command.input = json::write(json::Object{
        {"act", act}, {"workspace", m_content["workspace"]}, {"secrets", json::Value(std::move(secrets))}});
    command.maxOutputBytes = kMostKeyringBytes;
    net::Loop loop;
    std::optional<net::ChildEnd> ended;
    const auto child = net::ChildProcess::start(loop, std::move(command), [&](net::ChildEnd end) {
        ended = std::move(end);
        loop.stop();
    });
    if (!child)
        return unavailable(m_program + ": " + child.error().detail);
    loop.startTimer(SystemClock().steady() + kPatience, [&] { loop.stop(); });
    loop.run();
    if (!ended)
        return unavailable("no answer within " + durationForPeople(kPatience));
    const Result<json::Value> answer = json::parse(ended->output);
    if (ended->status != 0 || !answer)
        return unavailable(std::string(trimmed(ended->errors)));
    return answer;
}

Result<std::vector<std::optional<std::string>>> Keyring::values(const std::vector<SecretName> &names)
{
    std::vector<std::optional<std::string>> values(names.size());
    if (names.empty())
        return values;
    json::Array wanted;
    for (const SecretName &name : names)
        wanted.emplace_back(shown(name));
    const Result<json::Value> answer = ask("get", std::move(wanted));
    if (!answer)
        return answer.error();
    for (std::size_t i = 0; i < names.size(); ++i)
        if (const json::Value &value = (*answer)["values"].at(i); value.isString())
            values[i] = value.asString();
    return values;
}

/// The name first: a value whose name is lost could never be taken away again.
Status Keyring::set(const SecretName &name, const std::string &value)
{
    const std::vector<SecretName> known = names();
    if (!std::binary_search(known.begin(), known.end(), name)) {
        json::Value &list = m_content.object()["names"].object()[name.environment];
        if (!list.isArray())
            list = json::Array();
        list.array().emplace_back(name.name);
        if (Status status = write(); !status)
            return status;
    }
    json::Object secret = shown(name);
    secret.append("value", value);
    const Result<json::Value> answer = ask("set", {json::Value(std::move(secret))});
    return answer ? Status() : Status(answer.error());
}

Status Keyring::remove(const SecretName &name)
{
    const std::vector<SecretName> known = names();
    if (!std::binary_search(known.begin(), known.end(), name))
        return {};
    if (const Result<json::Value> answer = ask("remove", {json::Value(shown(name))}); !answer)
        return answer.error();
    json::Array &list = m_content.object()["names"].object()[name.environment].array();
    std::erase_if(list, [&](const json::Value &one) { return one.asString() == name.name; });
    return write();
}

Status Keyring::write()
{
    if (Status status = versions::makeFolder(std::filesystem::path(m_path).parent_path().string()); !status)
        return status;
    return versions::replaceFile(m_path, json::writePretty(m_content) + "\n");
}

} // namespace batuta::secrets
