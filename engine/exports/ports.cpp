// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/exports/ports.h"

#include "engine/base/text.h"
#include "engine/net/http_text.h"

#include <charconv>

namespace batuta::exports {

Figures::Figures(telemetry::Metrics &metrics, const std::string &exporter)
    : sent(metrics.counter("batuta_export_items_sent_total", "Spans or events that their receiver took",
                           {{"exporter", exporter}}))
    , dropped(metrics.counter("batuta_export_items_dropped_total",
                              "Spans or events given up: no room to wait, or refused by their receiver",
                              {{"exporter", exporter}}))
    , retries(metrics.counter("batuta_export_retries_total", "Requests of exporters that had to be repeated",
                              {{"exporter", exporter}}))
    , waiting(metrics.gauge("batuta_export_items_waiting", "Spans or events that wait to be sent",
                            {{"exporter", exporter}}))
{
}

std::optional<Duration> retryAfter(const net::HttpResponse &response)
{
    const std::string *header = net::findHeader(response.headers, "Retry-After");
    if (header == nullptr)
        return std::nullopt;
    const std::string_view text = trimmed(*header);
    int seconds = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    constexpr int kDay = 86'400;
    if (problem != std::errc{} || end != text.data() + text.size() || seconds < 0 || seconds > kDay)
        return std::nullopt; // a date is left to the backoff
    return std::chrono::seconds(seconds);
}

} // namespace batuta::exports
