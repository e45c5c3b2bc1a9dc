// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "app/sandbox/options.h"

#include "app/sandbox/endpoints.h"
#include "engine/base/text.h"
#include "engine/json/json.h"

#include <csignal>
#include <filesystem>
#include <fstream>
#include <iostream>

namespace batuta::sandbox {
namespace {

constexpr std::uint64_t kFaultsBytes = 1ULL << 20;

int fail(const Error &error)
{
    std::cerr << "batuta-sandbox: " << errorText(error) << "\n" << mendText(error) << std::endl;
    return error.code == ErrorCode::UsageInvalid ? 2 : 1;
}

Status readFaults(Server &server, const std::string &path)
{
    const Result<std::string> text = readFile(path, kFaultsBytes);
    if (!text)
        return text.error();
    const Result<json::Value> rules = json::parse(*text);
    Status status = rules ? server.setFaults(*rules) : Status(rules.error());
    if (status)
        return {};
    Error error = status.error();
    error.place.file = path;
    return error;
}

/// Somebody's own file is never written over: one of ours begins with the same line.
Status mayReplace(const std::string &path, const std::string &text)
{
    std::error_code failure;
    if (!std::filesystem::exists(path, failure))
        return {};
    const Result<std::string> old = readFile(path, kFaultsBytes);
    if (old && old->starts_with(text.substr(0, text.find('\n'))))
        return {};
    return Error{ErrorCode::FileUnwritable,
                 path,
                 "it is there already, and was not written by the sandbox",
                 {path, 0, 0},
                 "Name another file, or move this one away."};
}

/// A reader sees the old file or the new one, never half of it.
Status writeEnv(const std::string &path, const std::string &text)
{
    if (Status status = mayReplace(path, text); !status)
        return status;
    const std::string fresh = path + ".new";
    {
        std::ofstream file(fresh, std::ios::binary | std::ios::trunc);
        file << text;
        if (!file.flush())
            return Error{ErrorCode::FileUnwritable, path, "", {path, 0, 0}, ""};
    }
    std::error_code failure;
    std::filesystem::rename(fresh, path, failure);
    if (failure)
        return Error{ErrorCode::FileUnwritable, path, failure.message(), {path, 0, 0}, ""};
    return {};
}

/// From a file, so that no list of processes shows it.
Status readToken(const std::string &path, std::string &token)
{
    const Result<std::string> text = readFile(path, 4096);
    if (!text)
        return text.error();
    token = trimmed(*text);
    if (token.empty())
        return Error{ErrorCode::FileUnreadable, path, "it holds no token", {path, 0, 0}, ""};
    return {};
}

int serve(Options options)
{
    if (!options.tokenFile.empty())
        if (const Status status = readToken(options.tokenFile, options.server.token); !status)
            return fail(status.error());
    Result<std::unique_ptr<Functions>> functions = Functions::create();
    if (!functions)
        return fail(functions.error());
    net::Loop loop;
    Server server(loop, std::move(*functions), options.server);
    if (!options.faultsFile.empty())
        if (const Status status = readFaults(server, options.faultsFile); !status)
            return fail(status.error());
    if (const Result<std::uint16_t> port = server.listen(); !port)
        return fail(port.error());
    if (!options.envFile.empty())
        if (const Status status = writeEnv(options.envFile, envText(server.baseUrl())); !status)
            return fail(status.error());
    loop.onSignals({SIGTERM, SIGINT}, [&](int) { server.stop([&loop] { loop.stop(); }); });
    std::cout << "batuta-sandbox listening on " << server.baseUrl() << std::endl;
    loop.run();
    return 0;
}

} // namespace

int runProgram(const std::vector<std::string> &words)
{
    const Result<Options> options = parseOptions(words);
    if (!options)
        return fail(options.error());
    if (options->help)
        std::cout << helpText();
    else if (options->version)
        std::cout << "batuta-sandbox " << BATUTA_VERSION << "\n";
    else
        return serve(*options);
    return 0;
}

} // namespace batuta::sandbox
