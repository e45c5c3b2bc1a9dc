// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// Commands that read the workspace and run nothing: flows, eval, route, plan.
#include "app/cli/commands.h"
#include "app/cli/files.h"
#include "app/cli/output.h"
#include "app/shared/workspace.h"
#include "engine/base/text.h"
#include "engine/client/codec.h"
#include "engine/client/summary.h"
#include "engine/expr/template.h"
#include "engine/host/preview.h"

#include <iostream>

namespace batuta::cli {
namespace {

/// The expression as it is, or a text with `${{ }}` parts in it.
Result<json::Value> evaluated(const std::string &text, const expr::Context &context)
{
    if (text.find("${{") != std::string::npos) {
        const Result<expr::Template> parts = expr::Template::parse(text);
        return parts ? parts->evaluate(context) : parts.error();
    }
    const Result<expr::Expression> expression = expr::Expression::parse(text);
    return expression ? expression->evaluate(context) : expression.error();
}

} // namespace

int flows(const Options &options)
{
    const Result<std::string> workspace = app::findWorkspace(options.workspace);
    if (!workspace)
        return fail(workspace.error());
    const flow::Library library = flow::loadLibrary(*workspace);
    std::vector<client::FlowSummary> summaries;
    for (const auto &[name, flow] : library.flows)
        summaries.push_back(client::summaryOf(flow));
    if (options.json)
        for (const client::FlowSummary &flow : summaries)
            std::cout << json::write(client::toJson(flow)) << '\n';
    else
        std::cout << flowsText(summaries);
    for (const Error &problem : library.errors)
        std::cerr << errorText(problem) << '\n';
    return library.errors.empty() ? kSuccess : kInvalid;
}

int eval(const Options &options)
{
    const Result<json::Value> context = readJson(options.context);
    if (!context)
        return fail(context.error());
    const Result<json::Value> value = evaluated(options.expression, expr::ObjectContext(*context));
    if (!value)
        return fail(value.error());
    std::cout << json::write(*value) << '\n';
    return kSuccess;
}

int route(const Options &options)
{
    Result<json::Value> input = readJson(options.input);
    if (!input)
        return fail(input.error());
    const Result<host::EngineOptions> engine = engineOptions(options);
    if (!engine)
        return fail(engine.error());
    flow::Library library = flow::loadLibrary(engine->workspace);
    for (auto &[system, rules] : library.routes)
        rules.correctedFilter = rules.correctedFilter || options.correctedFilter;
    const env::Loaded environment =
        env::load({engine->workspace, engine->environment, engine->overrides, engine->process});
    if (!engine->environment.empty() && !environment.problems.empty())
        return fail(environment.problems.front());
    client::StartExecution command;
    command.flow = FlowName(options.command == Command::Plan ? options.flow : "");
    command.system = library.routes.empty() ? "" : library.routes.begin()->first;
    command.input = std::move(*input);
    const Result<client::FlowPreview> preview = host::previewOf(library, environment.environment, command);
    if (!preview)
        return fail(preview.error());
    std::cout << (options.json ? json::writePretty(client::toJson(*preview)) + "\n" : previewText(*preview));
    return kSuccess;
}

} // namespace batuta::cli
