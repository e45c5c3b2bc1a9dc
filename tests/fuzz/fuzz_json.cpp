// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/json/json.h"
#include "engine/json/redact.h"
#include "engine/json/schema.h"
#include "engine/json/strict_reader.h"

#include <cstdint>
#include <cstdlib>
#include <string_view>

using namespace batuta;

namespace {

void expect(bool holds)
{
    if (!holds)
        std::abort();
}

} // namespace

/// Both readers agree, what was read is written and read back the same, and any value may be a schema.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    const Result<json::Value> value = json::parse(text);
    const Result<json::Value> strict = json::detail::readStrictly(text, {});
    expect(value.has_value() == strict.has_value());
    expect(json::check(text).has_value() == value.has_value());
    if (!value) {
        expect(value.error().place.line > 0 && value.error().place.column > 0);
        return 0;
    }
    expect(*value == *strict);
    for (const std::string &written : {json::write(*value), json::writePretty(*value)}) {
        const Result<json::Value> back = json::parse(written);
        expect(back && *back == *value);
    }
    (void)json::Redactor({"secret", "\"x\\"}).value(*value);
    if (const Result<json::Schema> schema = json::Schema::compile(*value)) {
        (void)schema->validate(*value);
        (void)schema->withDefaults(*value);
    }
    return 0;
}
