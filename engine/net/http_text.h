// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/clock.h"
#include "engine/net/http_client.h"

#include <string>
#include <string_view>

namespace batuta::net {

/// RFC 9110 §5.6.2: what methods and header names are made of.
bool isToken(std::string_view text);
/// Whether the text can be a header's value: no CR, LF, NUL or other control character but the tab.
bool isFieldValue(std::string_view text);
/// Why one of the headers cannot be sent, or "".
std::string headerProblem(const Headers &headers);
const std::string *findHeader(const Headers &headers, std::string_view name);
/// Content-Length, Transfer-Encoding, Connection and Keep-Alive: the framing belongs to this room.
bool isFramingHeader(std::string_view name);
std::string_view reasonPhrase(int status);
void appendHeader(std::string_view name, std::string_view value, std::string &out);

/// The Date header's value, formatted once a second.
class HttpDate
{
public:
    std::string_view text();

private:
    std::time_t m_second = 0;
    std::string m_text;
};

} // namespace batuta::net
