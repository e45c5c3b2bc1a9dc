// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/expr/template.h"
#include "engine/json/json.h"

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

void checkReferences(std::string_view text, const std::vector<expr::Reference> &references)
{
    for (const expr::Reference &reference : references) {
        expect(reference.offset + reference.length <= text.size() && reference.length > 0);
        expect(!reference.path.empty() && reference.place.line > 0 && reference.place.column > 0);
    }
}

const expr::ObjectContext &context()
{
    static const expr::ObjectContext shared(*json::parse(
        R"({"input":{"a":1,"b":"x","c":[1,[2,"é"],{"d":null}],"e":{"f":true,"G":-1.5}},"env":{"URL":"u"},
            "steps":{"s":{"output":{"id":"7"}}},"item":[],"vars":{},"secrets":{"T":"tttt"}})"));
    return shared;
}

} // namespace

/// Whatever the text: an error with a place, or the same value each time; references lie inside the text.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    if (const Result<expr::Expression> expression = expr::Expression::parse(text)) {
        checkReferences(text, expression->references());
        const Result<json::Value> first = expression->evaluate(context());
        const Result<json::Value> second = expression->evaluate(context());
        expect(first.has_value() == second.has_value());
        expect(!first || json::write(*first) == json::write(*second));
    } else {
        expect(expression.error().place.line > 0 || text.size() > 20'000 ||
               !expression.error().detail.empty());
    }
    if (const Result<expr::Template> part = expr::Template::parse(text)) {
        checkReferences(text, part->references());
        (void)part->evaluateText(context());
    }
    if (const Result<expr::Template> condition = expr::Template::parseCondition(text))
        checkReferences(text, condition->references());
    if (const Result<json::Value> value = json::parse(text))
        if (const Result<expr::TemplateTree> tree = expr::TemplateTree::compile(*value))
            (void)tree->evaluate(context());
    return 0;
}
