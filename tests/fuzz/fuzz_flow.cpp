// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/flow/routes.h"

#include <cstdint>
#include <cstdlib>
#include <string_view>

using namespace batuta;

namespace {

/// A reading gives a value or errors with places inside the text, never both and never neither.
void expect(bool isWhole, const Errors &errors, std::string_view text)
{
    int lines = 2;
    for (const char c : text)
        lines += c == '\n' ? 1 : 0;
    if (isWhole != errors.empty())
        std::abort();
    for (const Error &error : errors)
        if (error.place.line < 0 || error.place.line > lines || error.place.column < 0)
            std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

/// Any bytes as a flow and as routes.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    const flow::FlowReading reading = flow::readFlow(text, "f.yaml");
    expect(reading.flow != nullptr, reading.errors, text);
    const flow::RoutesReading routes = flow::readRoutes(text, "routes.yaml");
    expect(routes.routes.has_value(), routes.errors, text);
    if (routes.routes && reading.flow) {
        const Result<flow::Routing> routing = flow::chooseFlow(*routes.routes, json::Object{});
        (void)routing;
    }
    return 0;
}
