// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/trace/exchange_text.h"

#include "views/models/input/launch_text.h"
#include "views/models/payload/json_skim.h"
#include "views/models/text.h"
#include "views/pages/trace/trace_words.h"
#include "views/widgets/words.h"

namespace batuta::views {
namespace {

MessageText messageOf(const json::Value &value, std::string head)
{
    MessageText message;
    message.isThere = value.isObject();
    if (!message.isThere)
        return message;
    message.head = std::move(head);
    for (const auto &[name, header] : value["headers"].asObject())
        message.headers += (message.headers.empty() ? "" : "\n") + name + ": " + header.asString();
    message.bytes = value["bytes"].asInteger();
    message.isCut = value["truncated"].asBoolean();
    message.isBinary = value["binary"].asBoolean();
    message.body = value["body"].asString();
    return message;
}

} // namespace

QString MessageText::note() const
{
    if (isBinary)
        return TraceText::tr("The body is not text: %1 are not shown.").arg(sizeWord(bytes));
    if (isCut)
        return TraceText::tr("The body is cut: the record keeps %1 of %2.")
            .arg(sizeWord(static_cast<qint64>(body.size())), sizeWord(bytes));
    return {};
}

std::string MessageText::headAndHeaders() const
{
    return headers.empty() ? head : head + '\n' + headers + '\n';
}

std::string MessageText::brief() const
{
    return body.empty() ? head : head + '\n' + indentedJson(body, isCut).value_or(body);
}

MessageText requestOf(const TraceAttempt &attempt)
{
    const json::Value &request = attempt.detail["request"];
    return messageOf(request, request["method"].asString() + ' ' + request["url"].asString());
}

MessageText responseOf(const TraceAttempt &attempt)
{
    const json::Value &response = attempt.detail["response"];
    return messageOf(response, "HTTP/1.1 " + std::to_string(response["status"].asInteger()));
}

QString curlOf(const TraceAttempt &attempt)
{
    const json::Value &request = attempt.detail["request"];
    if (!request.isObject())
        return {};
    QList<QPair<QString, QString>> headers;
    for (const auto &[name, value] : request["headers"].asObject())
        headers.append({textOf(name), textOf(value.asString())});
    return curlOfRequest(textOf(request["method"].asString()), textOf(request["url"].asString()), headers,
                         textOf(request["body"].asString()));
}

} // namespace batuta::views
