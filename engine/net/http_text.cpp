// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/net/http_text.h"

#include "engine/base/text.h"

#include <algorithm>
#include <array>
#include <ctime>
#include <utility>

namespace batuta::net {
namespace {

constexpr auto makeTokenTable()
{
    std::array<bool, 256> table{};
    for (unsigned c = '0'; c <= '9'; ++c)
        table[c] = true;
    for (unsigned c = 'a'; c <= 'z'; ++c)
        table[c] = table[c - 'a' + 'A'] = true;
    for (char c : std::string_view("!#$%&'*+-.^_`|~"))
        table[static_cast<unsigned char>(c)] = true;
    return table;
}

constexpr auto kToken = makeTokenTable();

constexpr auto makeFieldTable()
{
    std::array<bool, 256> table{};
    for (unsigned byte = 0x20; byte < table.size(); ++byte)
        table[byte] = byte != 0x7f;
    table['\t'] = true;
    return table;
}

constexpr auto kFieldByte = makeFieldTable();

constexpr std::array kReasons{
    std::pair{200, std::string_view("OK")},
    std::pair{201, std::string_view("Created")},
    std::pair{202, std::string_view("Accepted")},
    std::pair{204, std::string_view("No Content")},
    std::pair{206, std::string_view("Partial Content")},
    std::pair{301, std::string_view("Moved Permanently")},
    std::pair{302, std::string_view("Found")},
    std::pair{303, std::string_view("See Other")},
    std::pair{304, std::string_view("Not Modified")},
    std::pair{307, std::string_view("Temporary Redirect")},
    std::pair{308, std::string_view("Permanent Redirect")},
    std::pair{400, std::string_view("Bad Request")},
    std::pair{401, std::string_view("Unauthorized")},
    std::pair{403, std::string_view("Forbidden")},
    std::pair{404, std::string_view("Not Found")},
    std::pair{405, std::string_view("Method Not Allowed")},
    std::pair{406, std::string_view("Not Acceptable")},
    std::pair{408, std::string_view("Request Timeout")},
    std::pair{409, std::string_view("Conflict")},
    std::pair{410, std::string_view("Gone")},
    std::pair{413, std::string_view("Content Too Large")},
    std::pair{415, std::string_view("Unsupported Media Type")},
    std::pair{417, std::string_view("Expectation Failed")},
    std::pair{422, std::string_view("Unprocessable Content")},
    std::pair{429, std::string_view("Too Many Requests")},
    std::pair{431, std::string_view("Request Header Fields Too Large")},
    std::pair{500, std::string_view("Internal Server Error")},
    std::pair{501, std::string_view("Not Implemented")},
    std::pair{502, std::string_view("Bad Gateway")},
    std::pair{503, std::string_view("Service Unavailable")},
    std::pair{504, std::string_view("Gateway Timeout")},
    std::pair{505, std::string_view("HTTP Version Not Supported")},
};

} // namespace

bool isToken(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(),
                                        [](char c) { return kToken[static_cast<unsigned char>(c)]; });
}

bool isFieldValue(std::string_view text)
{
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return kFieldByte[static_cast<unsigned char>(c)]; });
}

std::string headerProblem(const Headers &headers)
{
    for (const auto &[name, value] : headers) {
        if (!isToken(name))
            return "a header's name is empty or holds a character that is not allowed";
        if (!isFieldValue(value))
            return "the header " + name + " holds a line break or another control character";
    }
    return {};
}

const std::string *findHeader(const Headers &headers, std::string_view name)
{
    for (const auto &[key, value] : headers) {
        if (equalIgnoringCase(key, name))
            return &value;
    }
    return nullptr;
}

bool isFramingHeader(std::string_view name)
{
    return equalIgnoringCase(name, "Content-Length") || equalIgnoringCase(name, "Transfer-Encoding") ||
           equalIgnoringCase(name, "Connection") || equalIgnoringCase(name, "Keep-Alive");
}

std::string_view reasonPhrase(int status)
{
    const auto found =
        std::find_if(kReasons.begin(), kReasons.end(), [status](auto &r) { return r.first == status; });
    return found == kReasons.end() ? std::string_view("Unknown") : found->second;
}

void appendHeader(std::string_view name, std::string_view value, std::string &out)
{
    // In one piece: a call has a dozen of them.
    constexpr std::size_t kAround = 4;
    const std::size_t start = out.size();
    out.resize(start + name.size() + value.size() + kAround);
    char *at = out.data() + start;
    at += name.copy(at, name.size());
    *at++ = ':';
    *at++ = ' ';
    at += value.copy(at, value.size());
    *at++ = '\r';
    *at = '\n';
}

std::string_view HttpDate::text()
{
    const std::time_t now = std::time(nullptr);
    if (now != m_second) {
        m_second = now;
        std::tm parts{};
        gmtime_r(&now, &parts);
        std::array<char, 40> text{};
        const std::size_t size = std::strftime(text.data(), text.size(), "%a, %d %b %Y %H:%M:%S GMT", &parts);
        m_text.assign(text.data(), size);
    }
    return m_text;
}

} // namespace batuta::net
