// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/trace/exchange_text.h"

#include "engine/json/json.h"
#include "views/models/input/launch_text.h"
#include "views/pages/trace/trace_words.h"
#include "views/widgets/words.h"

namespace batuta::views {
namespace {

constexpr std::size_t kMostIndented = 512u << 10; // bytes of a body that are worth reading anew

QString text(const std::string &from)
{
    return QString::fromStdString(from);
}

void readBody(MessageText &message, const json::Value &value)
{
    message.bytes = value["bytes"].asInteger();
    message.isCut = value["truncated"].asBoolean();
    message.isBinary = value["binary"].asBoolean();
    const std::string &body = value["body"].asString();
    if (!message.isCut && body.size() <= kMostIndented)
        if (const Result<json::Value> parsed = json::parse(body)) {
            message.body = text(json::writePretty(*parsed)).trimmed();
            return;
        }
    message.body = text(body);
}

QString headerLines(const json::Value &headers)
{
    QStringList lines;
    for (const auto &[name, value] : headers.asObject())
        lines << text(name) + ": " + text(value.asString());
    return lines.join('\n');
}

QString joined(const QStringList &parts)
{
    QStringList shown;
    for (const QString &part : parts)
        if (!part.isEmpty())
            shown << part;
    return shown.join('\n');
}

} // namespace

QString MessageText::note() const
{
    if (isBinary)
        return TraceText::tr("The body is not text: %1 are not shown.").arg(sizeWord(bytes));
    if (isCut)
        return TraceText::tr("The body is cut: the record keeps %1 of %2.")
            .arg(sizeWord(body.toUtf8().size()), sizeWord(bytes));
    return {};
}

QString MessageText::whole() const
{
    return joined({head, headers, body.isEmpty() ? QString() : '\n' + body});
}

QString MessageText::brief() const
{
    return joined({head, body});
}

MessageText requestOf(const TraceAttempt &attempt)
{
    const json::Value &request = attempt.detail["request"];
    MessageText message;
    message.isThere = request.isObject();
    if (!message.isThere)
        return message;
    message.head = text(request["method"].asString()) + ' ' + text(request["url"].asString());
    message.headers = headerLines(request["headers"]);
    readBody(message, request);
    return message;
}

MessageText responseOf(const TraceAttempt &attempt)
{
    const json::Value &response = attempt.detail["response"];
    MessageText message;
    message.isThere = response.isObject();
    if (!message.isThere)
        return message;
    message.head = "HTTP/1.1 " + QString::number(response["status"].asInteger());
    message.headers = headerLines(response["headers"]);
    readBody(message, response);
    return message;
}

QString curlOf(const TraceAttempt &attempt)
{
    const json::Value &request = attempt.detail["request"];
    if (!request.isObject())
        return {};
    QList<QPair<QString, QString>> headers;
    for (const auto &[name, value] : request["headers"].asObject())
        headers.append({text(name), text(value.asString())});
    return curlOfRequest(text(request["method"].asString()), text(request["url"].asString()), headers,
                         text(request["body"].asString()));
}

} // namespace batuta::views
