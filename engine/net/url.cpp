// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/net/url.h"

#include "engine/base/text.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace batuta::net {
namespace {

constexpr std::size_t kMaxUrl = 16u << 10;
constexpr std::string_view kHexDigits = "0123456789ABCDEF";

bool isAlnum(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// What stands in a target as it is; the rest is escaped, refused or, as %, looked at.
constexpr auto makePlainTable()
{
    std::array<bool, 256> table{};
    for (unsigned byte = 0x21; byte < 0x7f; ++byte)
        table[byte] = true;
    for (const char c : std::string_view("%\"<>\\^`{|}"))
        table[static_cast<unsigned char>(c)] = false;
    return table;
}

constexpr auto kPlain = makePlainTable();

bool isPlain(char c)
{
    return kPlain[static_cast<unsigned char>(c)];
}

bool isUnreserved(char c)
{
    return isAlnum(c) || c == '-' || c == '.' || c == '_' || c == '~';
}

int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

void appendEscaped(char c, std::string &out)
{
    const auto byte = static_cast<unsigned char>(c);
    out += '%';
    out += kHexDigits[byte >> 4];
    out += kHexDigits[byte & 15];
}

// The address never goes into the error with its query or its user part: both may hold secrets.
Error urlError(std::string_view text, std::string detail)
{
    Error error{ErrorCode::NetUrl, {}, std::move(detail), {}, {}};
    const std::string_view shown = text.substr(0, text.find_first_of("?#"));
    if (shown.find('@') == std::string_view::npos && shown.size() <= 200 && isValidUtf8(shown))
        error.subject = shown;
    return error;
}

std::optional<std::uint16_t> parsePort(std::string_view text)
{
    unsigned port = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), port);
    if (code != std::errc() || end != text.data() + text.size() || port == 0 || port > 65535)
        return std::nullopt;
    return static_cast<std::uint16_t>(port);
}

bool isIp6(const std::string &host)
{
    in6_addr address{};
    return inet_pton(AF_INET6, host.c_str(), &address) == 1;
}

bool isHostName(std::string_view host)
{
    if (host.empty() || host.size() > 253)
        return false;
    for (char c : host) {
        if (!isAlnum(c) && c != '-' && c != '.' && c != '_')
            return false;
    }
    return true;
}

/// Why the authority is refused, or "" when url.host and url.port were set.
std::string readAuthority(std::string_view text, Url &url)
{
    if (text.find('@') != std::string_view::npos)
        return "user names and passwords do not belong in a URL";
    std::string_view port;
    if (!text.empty() && text.front() == '[') {
        const std::size_t end = text.find(']');
        if (end == std::string_view::npos)
            return "the bracket of the IPv6 address is not closed";
        url.host = lowered(text.substr(1, end - 1));
        if (!isIp6(url.host))
            return "the IPv6 address is not valid";
        port = text.substr(end + 1);
        if (!port.empty() && port.front() != ':')
            return "only a port may follow the IPv6 address";
    } else {
        const std::size_t colon = text.find(':');
        url.host = lowered(text.substr(0, colon));
        if (!isHostName(url.host))
            return url.host.empty() ? "the host is missing" : "the host is not a valid name";
        port = colon == std::string_view::npos ? std::string_view() : text.substr(colon);
    }
    if (port.size() <= 1)
        return {};
    const auto number = parsePort(port.substr(1));
    if (!number)
        return "the port is not a number from 1 to 65535";
    url.port = *number;
    return {};
}

/// Why the path and query are refused, or "". Bytes that may not stand in a URL as they are become escapes.
std::string readTarget(std::string_view text, std::string &target)
{
    target = text.empty() || text.front() != '/' ? "/" : "";
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const auto byte = static_cast<unsigned char>(c);
        if (isPlain(c)) {
            const auto end =
                std::find_if_not(text.begin() + static_cast<std::ptrdiff_t>(i), text.end(), isPlain);
            const auto next = static_cast<std::size_t>(end - text.begin());
            target += text.substr(i, next - i);
            i = next - 1;
            continue;
        }
        if (byte <= 0x20 || byte == 0x7f)
            return "blanks and control characters must be escaped";
        if (c == '%' && (i + 2 >= text.size() || hexValue(text[i + 1]) < 0 || hexValue(text[i + 2]) < 0))
            return "a % is not followed by two hexadecimal digits";
        if (c == '%')
            target += c;
        else
            appendEscaped(c, target);
    }
    return {};
}

} // namespace

std::string Url::authority() const
{
    std::string text = host.find(':') == std::string::npos ? host : "[" + host + "]";
    if (port != (tls ? 443 : 80))
        text.append(":").append(std::to_string(port));
    return text;
}

Result<Url> parseUrl(std::string_view text)
{
    if (text.size() > kMaxUrl)
        return urlError({}, "the URL is longer than " + std::to_string(kMaxUrl) + " bytes");
    const std::size_t schemeEnd = text.find("://");
    const std::string scheme = schemeEnd == std::string_view::npos ? "" : lowered(text.substr(0, schemeEnd));
    if (scheme != "http" && scheme != "https")
        return urlError(text, "the URL does not begin with http:// or https://");
    Url url;
    url.tls = scheme == "https";
    url.port = url.tls ? 443 : 80;
    std::string_view rest = text.substr(schemeEnd + 3);
    rest = rest.substr(0, rest.find('#'));
    const auto end = std::find_if(rest.begin(), rest.end(), [](char c) { return c == '/' || c == '?'; });
    const auto authorityEnd = static_cast<std::size_t>(end - rest.begin());
    std::string problem = readAuthority(rest.substr(0, authorityEnd), url);
    if (problem.empty())
        problem = readTarget(rest.substr(authorityEnd), url.target);
    if (!problem.empty())
        return urlError(text, std::move(problem));
    return url;
}

std::string percentEncoded(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (char c : text) {
        if (isUnreserved(c))
            out += c;
        else
            appendEscaped(c, out);
    }
    return out;
}

Result<std::string> percentDecoded(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            out += text[i];
            continue;
        }
        const int high = i + 2 < text.size() ? hexValue(text[i + 1]) : -1;
        const int low = high < 0 ? -1 : hexValue(text[i + 2]);
        if (low < 0)
            return Error{
                ErrorCode::HttpBadRequest, {}, "a % is not followed by two hexadecimal digits", {}, {}};
        out += static_cast<char>(high * 16 + low);
        i += 2;
    }
    if (out.find('\0') != std::string::npos)
        return Error{ErrorCode::HttpBadRequest, {}, "NUL is not allowed", {}, {}};
    return out;
}

Result<QueryItems> parseQuery(std::string_view query)
{
    QueryItems items;
    while (!query.empty()) {
        const std::size_t end = std::min(query.find('&'), query.size());
        std::string part(query.substr(0, end));
        query.remove_prefix(std::min(end + 1, query.size()));
        if (part.empty())
            continue;
        for (char &c : part)
            c = c == '+' ? ' ' : c;
        const std::size_t equals = std::min(part.find('='), part.size());
        auto name = percentDecoded(std::string_view(part).substr(0, equals));
        auto value = percentDecoded(std::string_view(part).substr(std::min(equals + 1, part.size())));
        if (!name || !value)
            return name ? value.error() : name.error();
        items.emplace_back(std::move(*name), std::move(*value));
    }
    return items;
}

} // namespace batuta::net
