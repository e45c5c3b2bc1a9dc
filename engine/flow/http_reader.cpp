// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/flow/http_reader.h"

#include "engine/base/text.h"

#include <algorithm>
#include <set>

namespace batuta::flow {
namespace {

constexpr std::size_t kMostHeaders = 100;
constexpr std::uint64_t kLargestResponse = 1ULL << 30;

bool isHeaderName(std::string_view name)
{
    constexpr std::string_view kMarks = "!#$%&'*+-.^_`|~";
    return !name.empty() && std::all_of(name.begin(), name.end(), [&](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               kMarks.find(c) != kMarks.npos;
    });
}

/// Headers that frame the message: the client alone may write them.
bool isFraming(const std::string &lowerName)
{
    static const std::set<std::string> names{"connection", "content-length",    "expect", "host", "te",
                                             "trailer",    "transfer-encoding", "upgrade"};
    return names.count(lowerName) > 0;
}

bool hasControl(std::string_view text)
{
    return std::any_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\t'; });
}

void readHeader(Reading &reading, const Field &field, const std::string &name, NamedTemplates &headers)
{
    if (!isHeaderName(name))
        reading.addAtKey(ErrorCode::FlowBadName, field, name,
                         "A header is named with letters, digits and hyphens.");
    else if (isFraming(lowered(name)))
        reading.addAtKey(ErrorCode::FlowBadValue, field, name + " is written by the client",
                         "Remove the header.");
    else if (std::any_of(headers.begin(), headers.end(),
                         [&](const auto &header) { return equalIgnoringCase(header.first, name); }))
        reading.addAtKey(ErrorCode::FlowBadValue, field, name + " is there twice", "Remove one of the two.");
    auto value = reading.textTemplate(field);
    if (!value)
        return;
    if (hasControl(value->text()) && value->isLiteral())
        reading.add(ErrorCode::FlowBadValue, field, "a line break or control character",
                    "Write the value on one line.");
    headers.emplace_back(name, std::move(*value));
}

/// `google_id_token` alone, or a mapping with one of the two ways.
void readAuth(Reading &reading, const Field &field, HttpStep &http)
{
    if (field.node->isScalar() && field.node->text == "google_id_token") {
        http.idToken.emplace();
    } else {
        if (!reading.hasKeys(field, keys::auth()))
            return;
        const Field bearer = field["bearer"], idToken = field["google_id_token"];
        if (!bearer && !idToken)
            reading.add(ErrorCode::FlowMissingKey, field, "bearer",
                        "Write `bearer: TOKEN`, or `auth: google_id_token`.");
        if (bearer && idToken)
            reading.add(ErrorCode::FlowContradiction, field, "two ways to prove who calls",
                        "Keep one of the two.");
        if (bearer)
            http.bearer = reading.textTemplate(bearer);
        if (idToken)
            http.idToken = GoogleIdToken{reading.textTemplate(idToken)};
    }
    for (const auto &header : http.headers)
        if (equalIgnoringCase(header.first, "Authorization"))
            reading.addAtKey(ErrorCode::FlowContradiction, field, "auth beside an Authorization header",
                             "Keep one of the two.");
}

void readBody(Reading &reading, const Field &field, HttpStep &http)
{
    const std::vector<std::string> methods{"GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"};
    const Field method = field["method"];
    if (method)
        if (const auto choice = reading.choice(method, methods))
            http.method = methods[*choice];
    const Field json = field["json"];
    if (!json)
        return;
    if (http.method == "GET" || http.method == "HEAD")
        reading.addAtKey(ErrorCode::FlowContradiction, json, http.method + " sends no body",
                         "Write `method: POST`, or use query.");
    http.json = reading.tree(json);
}

} // namespace

expr::Template readUrl(Reading &reading, const Field &field)
{
    auto url = reading.textTemplate(field);
    if (!url)
        return {};
    const std::string start = lowered(std::string_view(url->text()).substr(0, 8));
    if (url->isLiteral() && start.rfind("http://", 0) != 0 && start.rfind("https://", 0) != 0)
        reading.add(ErrorCode::FlowBadValue, field, url->text(), "Write http:// or https:// with a host.");
    return std::move(*url);
}

NamedTemplates readHeaders(Reading &reading, const Field &field)
{
    NamedTemplates headers;
    if (!reading.isMapping(field))
        return headers;
    if (field.node->members.size() > kMostHeaders) {
        reading.add(ErrorCode::FlowBadValue, field, "more than " + std::to_string(kMostHeaders) + " headers",
                    "Send fewer headers.");
        return headers;
    }
    for (const YamlNode::Member &member : field.node->members)
        readHeader(reading, field.member(member), member.key, headers);
    return headers;
}

void readHttp(Reading &reading, const Field &field, HttpStep &http)
{
    if (!reading.hasKeys(field, keys::http()))
        return;
    if (const Field url = field["url"])
        http.url = readUrl(reading, url);
    if (const Field headers = field["headers"])
        http.headers = readHeaders(reading, headers);
    const Field query = field["query"];
    if (query && reading.isMapping(query))
        for (const YamlNode::Member &member : query.node->members)
            if (auto value = reading.textTemplate(query.member(member)))
                http.query.emplace_back(member.key, std::move(*value));
    readBody(reading, field, http);
    if (const Field auth = field["auth"])
        readAuth(reading, auth, http);
    if (const Field connect = field["connect_timeout"])
        http.connectTimeout = reading.duration(connect);
    const Field max = field["max_response"];
    if (const auto size = max ? reading.size(max) : std::nullopt) {
        http.maxResponseBytes = *size;
        if (*size == 0 || *size > kLargestResponse)
            reading.add(ErrorCode::FlowBadValue, max, max.node->text, "Write a size from 1 to 1GiB.");
    }
}

} // namespace batuta::flow
