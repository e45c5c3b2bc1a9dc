// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "app/sandbox/options.h"

#include "engine/base/text.h"
#include "engine/net/http_server.h"

#include <charconv>

namespace batuta::sandbox {
namespace {

Error usage(const std::string &word, std::string detail)
{
    return Error{ErrorCode::UsageInvalid, word, std::move(detail), {}, "See batuta-sandbox --help."};
}

Result<int> numberOf(const std::string &word, const std::string &text, int most)
{
    int number = -1;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (code != std::errc() || end != text.data() + text.size() || number < 0 || number > most)
        return usage(word,
                     "a whole number from 0 to " + std::to_string(most) + " is needed, not '" + text + "'");
    return number;
}

Status setOption(Options &options, const std::string &word, const std::string &value)
{
    if (word == "--port" || word == "--delay-ms") {
        const Result<int> number = numberOf(word, value, word == "--port" ? 65535 : 600'000);
        if (!number)
            return number.error();
        if (word == "--port")
            options.server.port = static_cast<std::uint16_t>(*number);
        else
            options.server.delayMs = *number;
        return {};
    }
    if (value.empty())
        return usage(word, "the value is empty");
    if (word == "--listen")
        options.server.address = value;
    else if (word == "--faults")
        options.faultsFile = value;
    else if (word == "--token-file")
        options.tokenFile = value;
    else
        options.envFile = value;
    return {};
}

bool takesValue(const std::string &word)
{
    for (const std::string_view known :
         {"--listen", "--port", "--faults", "--token-file", "--delay-ms", "--write-env"})
        if (word == known)
            return true;
    return false;
}

} // namespace

Result<Options> parseOptions(const std::vector<std::string> &words)
{
    Options options;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::size_t equals = words[i].rfind("--", 0) == 0 ? words[i].find('=') : std::string::npos;
        const std::string word = words[i].substr(0, equals);
        const bool hasValue = equals != std::string::npos;
        if (takesValue(word)) {
            if (!hasValue && i + 1 == words.size())
                return usage(word, "its value is missing");
            const std::string value = hasValue ? words[i].substr(equals + 1) : words[++i];
            if (Status status = setOption(options, word, value); !status)
                return status.error();
        } else if (word == "--help" && !hasValue) {
            options.help = true;
        } else if (word == "--version" && !hasValue) {
            options.version = true;
        } else if (word == "--allow-unauthenticated" && !hasValue) {
            options.server.allowUnauthenticated = true;
        } else {
            return usage(words[i], "there is no such option");
        }
    }
    if (!net::isLoopback(options.server.address) && !options.server.allowUnauthenticated)
        return Error{ErrorCode::UsageInvalid,
                     "--listen " + options.server.address,
                     "others could reach the sandbox",
                     {},
                     "Add --allow-unauthenticated if they may."};
    return options;
}

std::string_view helpText()
{
    return R"(Usage: batuta-sandbox [OPTIONS]

Serves the ten ML functions of the shipped flows on this machine, with a catalogue and
profiles of its own, so that flows run without a cloud account.

  --listen ADDRESS         address to listen on (127.0.0.1)
  --allow-unauthenticated  allow an address that others can reach
  --port N                 port (8090); 0 picks a free one
  --token-file FILE        functions and control ask for the token in FILE as a bearer
  --faults FILE            faults to begin with: JSON, {"<function, step or *>": {...}}
  --delay-ms N             delay every function's answer by N milliseconds
  --write-env FILE         write the URLs of the functions as a .env file
  --help                   show this text
  --version                show the version

A fault has latency_ms, spread_ms, error_rate (0 to 1), error_code, hang, drop, malformed,
seed and times (only the next N calls). PUT /control/faults/<function, step or *> sets one
while it runs, DELETE removes it. GET / lists all addresses, GET /env gives the .env file.

Exit codes: 0 stopped by SIGTERM or SIGINT, 1 cannot serve, 2 wrong command line.
)";
}

} // namespace batuta::sandbox
