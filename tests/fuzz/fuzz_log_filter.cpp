// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// Filters of Cloud Logging, as clients of the local cloud send them, against one entry.
#include "engine/cloud_local/log_filter.h"
#include "engine/json/json.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    using namespace batuta;
    static const json::Value kEntry = *json::parse(
        R"({"logName":"projects/p/logs/a","severity":"ERROR","timestamp":"2026-11-22T10:00:00Z",
            "labels":{"a.b":"c"},"jsonPayload":{"message":"x","n":1,"list":[1,{"y":2}]}})");
    const auto filter = cloud_local::LogFilter::parse({reinterpret_cast<const char *>(data), size});
    if (filter) {
        static_cast<void>(filter->matches(kEntry));
        static_cast<void>(filter->from());
        static_cast<void>(filter->demanded("metric.type"));
    }
    return 0;
}
