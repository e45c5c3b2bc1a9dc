// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/exports/receiver.h"

#include "engine/json/json.h"
#include "engine/net/inflate.h"

#include <QStringList>

namespace batuta::tests {

Receiver::Receiver(Functions &functions, std::string path)
{
    functions.answer(std::move(path), [this](const net::ServerRequest &request) {
        requests.push_back(request);
        times.push_back(SystemClock().wall());
        if (answers.empty())
            return status(200);
        net::ServerResponse answer = std::move(answers.front());
        answers.pop_front();
        return answer;
    });
}

net::ServerResponse Receiver::status(int status, net::Headers headers, std::string body)
{
    net::ServerResponse response;
    response.status = status;
    response.headers = std::move(headers);
    response.body = std::move(body);
    return response;
}

std::vector<json::Value> Receiver::bodies() const
{
    std::vector<json::Value> bodies;
    for (const net::ServerRequest &request : requests) {
        const bool isPacked = request.header("Content-Encoding") == "gzip";
        const auto text =
            isPacked ? net::inflated(request.body, 64u << 20) : Result<std::string>(request.body);
        const auto value = json::parse(text.value_or("a damaged body"));
        bodies.push_back(value ? *value : json::Value(errorText(value.error())));
    }
    return bodies;
}

std::string Receiver::text() const
{
    std::string all;
    for (const json::Value &body : bodies())
        all += json::write(body) + "\n";
    return all;
}

QString Receiver::types() const
{
    QStringList types;
    for (const json::Value &body : bodies())
        types += QString::fromStdString(body["type"].asString()).remove("batuta.").remove("execution.");
    return types.join(' ');
}

std::vector<json::Value> Receiver::spans() const
{
    std::vector<json::Value> all;
    for (const json::Value &body : bodies())
        for (const json::Value &resource : body["resourceSpans"].asArray())
            for (const json::Value &scope : resource["scopeSpans"].asArray())
                for (const json::Value &span : scope["spans"].asArray())
                    all.push_back(span);
    return all;
}

QString attribute(const json::Value &span, std::string_view key)
{
    for (const json::Value &one : span["attributes"].asArray()) {
        if (one["key"].asString() != key)
            continue;
        const json::Value &value = one["value"];
        return QString::fromStdString(value["stringValue"].isNull() ? value["intValue"].asString()
                                                                    : value["stringValue"].asString());
    }
    return {};
}

double figure(const telemetry::Metrics &metrics, const std::string &series)
{
    const std::string text = '\n' + metrics.prometheusText();
    const std::size_t at = text.find('\n' + series + ' ');
    return at == std::string::npos ? -1 : std::atof(text.c_str() + at + series.size() + 2);
}

} // namespace batuta::tests
