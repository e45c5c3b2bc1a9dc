// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/logs/field.h"
#include "engine/logs/line_head.h"
#include "engine/logs/log_block.h"
#include "engine/logs/log_query.h"
#include "engine/logs/members.h"

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

using namespace batuta;
using namespace batuta::logs;

namespace {

void expect(bool holds)
{
    if (!holds)
        std::abort();
}

/// Whatever the query: a problem with a place within it, or one that is written and read again as the same.
void asQuery(std::string_view text)
{
    queryTokens(text);
    const auto query = LogQuery::read(text);
    if (!query) {
        const QueryProblem &problem = query.error();
        expect(problem.begin + problem.length <= text.size() && !problemText(problem).empty());
        return;
    }
    const std::string written = query->text();
    if (written.size() > LogQuery::kLongest)
        return;
    const auto again = LogQuery::read(written);
    expect(again.has_value() && *again == *query);
    expect(query->withChosen("service", {"a", "b"}).chosen("service").size() == 2);
}

/// Whatever the line: members within it, and a time and severity or none.
void asLine(std::string_view line)
{
    HeadReader(2026).read(line);
    Members members(line);
    RawMember member;
    std::string scratch;
    while (members.next(member))
        expect(plainText(member.value, scratch).size() <= member.value.size());
    for (const char *name : {"status", "http.status", "message", "line"})
        (void)Field(name).text(line, scratch);
    (void)messageOf(line, scratch);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    asQuery(text);
    asLine(text);
    HeadReader heads;
    const LogBlock block(0, text, size % 2 == 0, heads);
    for (std::size_t line = 0; line < block.lines(); ++line) {
        expect(block.start(line) < size);
        (void)block.time(line);
    }
    return 0;
}
