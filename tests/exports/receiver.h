// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/json/value.h"
#include "tests/host/house.h"

#include <deque>
#include <string>
#include <vector>

namespace batuta::tests {

/// Plays a webhook or a collector at a path of the functions: keeps what comes, and answers as it is told.
class Receiver
{
public:
    Receiver(Functions &functions, std::string path);

    /// How the next requests are answered, one after the other; later ones get 200.
    std::deque<net::ServerResponse> answers;
    std::vector<net::ServerRequest> requests;
    std::vector<WallTime> times; ///< of the requests

    static net::ServerResponse status(int status, net::Headers headers = {}, std::string body = "{}");
    /// The bodies of the requests, unpacked when they are packed.
    std::vector<json::Value> bodies() const;
    std::string text() const; ///< all of them as one text

    /// `started step.failed finished`: the types of the events, without `batuta.` and `execution.`.
    QString types() const;
    /// All spans of all requests.
    std::vector<json::Value> spans() const;
};

/// Of an attribute of a span: its text, also when it is a number; "" when it is not there.
QString attribute(const json::Value &span, std::string_view key);
/// The value of a counter or gauge in the text of the metrics, or -1.
double figure(const telemetry::Metrics &metrics, const std::string &series);

} // namespace batuta::tests
