// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/capsule/capsule.h"

#include "engine/base/text.h"
#include "engine/base/uuid.h"
#include "engine/capsule/capsule_file.h"
#include "engine/capsule/signing_key.h"
#include "engine/client/codec.h"
#include "engine/json/json.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>

namespace batuta::capsule {
namespace {

constexpr std::size_t kPartsOfOne = 3;
constexpr const char *kPartNames[kPartsOfOne] = {"execution", "logs", "environment"};

std::string partName(std::size_t execution, std::size_t part)
{
    return std::to_string(execution + 1) + "/" + kPartNames[part];
}

std::string environmentText(const EnvironmentKeys &environment)
{
    json::Array keys;
    for (const EnvironmentKeys::Key &key : environment.keys)
        keys.push_back(json::Object{{"key", key.name}, {"source", key.source}, {"secret", key.isSecret}});
    return json::write(json::Object{
        {"name", environment.name}, {"fingerprint", environment.fingerprint}, {"keys", std::move(keys)}});
}

Result<EnvironmentKeys> environmentOf(const std::string &text)
{
    const Result<json::Value> value = json::parse(text);
    if (!value)
        return value.error();
    EnvironmentKeys environment{(*value)["name"].asString(), (*value)["fingerprint"].asString(), {}};
    for (const json::Value &key : (*value)["keys"].asArray())
        environment.keys.push_back(
            {key["key"].asString(), key["source"].asString(), key["secret"].asBoolean()});
    return environment;
}

/// A line of its own for each: however many there are, only one is looked into at a time.
std::string logsText(const std::vector<client::LogLineRecord> &lines)
{
    std::string text;
    for (const client::LogLineRecord &line : lines)
        text += json::write(client::toJson(line)) + '\n';
    return text;
}

Result<std::vector<client::LogLineRecord>> logsOf(std::string_view text)
{
    std::vector<client::LogLineRecord> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const Result<json::Value> line = json::parse(text.substr(0, end));
        if (!line)
            return line.error();
        lines.push_back(client::logLineFromJson(*line));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

Result<CapsuleExecution> executionOf(const Parts &parts, std::size_t first)
{
    Result<ExecutionLine> line = readLine(parts[first].second);
    if (!line)
        return line.error();
    Result<std::vector<client::LogLineRecord>> logs = logsOf(parts[first + 1].second);
    if (!logs)
        return logs.error();
    Result<EnvironmentKeys> environment = environmentOf(parts[first + 2].second);
    if (!environment)
        return environment.error();
    return CapsuleExecution{std::move(*line), std::move(*logs), std::move(*environment)};
}

} // namespace

Result<std::string> pack(const Capsule &capsule, const SigningKey &key)
{
    if (capsule.executions.empty() || capsule.executions.size() > kMostExecutions)
        return Error{ErrorCode::InputInvalid, "capsule", "it holds 1 to 100 executions", {}, {}};
    SignedParts all{{}, capsule.madeBy, isoTime(capsule.madeAt)};
    std::uint64_t bytes = 0;
    for (std::size_t i = 0; i < capsule.executions.size(); ++i) {
        const CapsuleExecution &one = capsule.executions[i];
        std::string texts[kPartsOfOne] = {writeLine(one.line), logsText(one.logs),
                                          environmentText(one.environment)};
        for (std::size_t part = 0; part < kPartsOfOne; ++part) {
            bytes += texts[part].size();
            all.parts.emplace_back(partName(i, part), std::move(texts[part]));
        }
        if (bytes > kMostBytes) // before the next one is written out
            return Error{ErrorCode::FileTooLarge,
                         one.line.record.id,
                         "a capsule may have 256 MiB",
                         {},
                         "Put fewer executions into it."};
    }
    return sealParts(all, key);
}

Result<OpenedCapsule> unpack(std::string_view bytes, const std::string &file)
{
    const Result<SignedParts> opened = openParts(bytes, file);
    if (!opened)
        return opened.error();
    const Parts &parts = opened->parts;
    OpenedCapsule result{{opened->madeBy, {}, {}}, opened->publicKey, opened->fingerprint};
    const Error unknown{
        ErrorCode::SchemaViolation, file, "the parts of its manifest are no capsule's", {}, {}};
    if (parts.empty() || parts.size() % kPartsOfOne != 0 || parts.size() > kMostExecutions * kPartsOfOne ||
        !parseIsoTime(opened->madeAt, result.capsule.madeAt))
        return unknown;
    for (std::size_t i = 0; i < parts.size(); ++i)
        if (parts[i].first != partName(i / kPartsOfOne, i % kPartsOfOne))
            return unknown;
    for (std::size_t first = 0; first < parts.size(); first += kPartsOfOne) {
        Result<CapsuleExecution> one = executionOf(parts, first);
        if (!one) {
            Error error = one.error();
            error.place = {file, 0, 0};
            error.subject = parts[first].first + (error.subject.empty() ? "" : " " + error.subject);
            return error;
        }
        result.capsule.executions.push_back(std::move(*one));
    }
    return result;
}

Result<OpenedCapsule> readCapsule(const std::string &file)
{
    const Result<std::string> bytes = readFile(file, kMostBytes);
    return bytes ? unpack(*bytes, file) : bytes.error();
}

Status writeFile(const std::string &file, std::string_view bytes)
{
    const std::string draft = file + "." + randomHex(4);
    const int made = ::open(draft.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
    bool isWritten = made >= 0;
    while (isWritten && !bytes.empty()) {
        const ssize_t count = ::write(made, bytes.data(), bytes.size());
        isWritten = count > 0;
        if (isWritten)
            bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    isWritten = isWritten && ::fsync(made) == 0 && std::rename(draft.c_str(), file.c_str()) == 0;
    const int reason = errno;
    if (made >= 0)
        ::close(made);
    if (isWritten)
        return {};
    ::unlink(draft.c_str());
    return Error{ErrorCode::FileUnwritable, file, std::strerror(reason), {}, {}};
}

} // namespace batuta::capsule
