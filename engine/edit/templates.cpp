// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/edit/templates.h"

#include "engine/edit/flow_text.h"
#include "engine/flow/reading.h"

namespace batuta::resources {

extern const std::string_view template_empty, template_http_chain, template_fan_out, template_approval,
    template_message_saga, template_scheduled;

} // namespace batuta::resources

namespace batuta::edit {
namespace {

Error badName(const char *subject, const std::string &name)
{
    return {
        ErrorCode::FlowBadName, subject, name, {}, "Begin with a letter; then a-z, 0-9 and _, at most 63."};
}

/// The head of a template names its licence; what is made of it belongs to who made it.
std::string_view withoutHead(std::string_view text)
{
    while (text.starts_with('#')) {
        const std::size_t end = text.find('\n');
        const std::string_view line = text.substr(0, end);
        if (line != "#" && line.find("SPDX-") == std::string_view::npos)
            break;
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return text;
}

Status set(std::string &text, const FieldPath &path, const json::Value &value)
{
    const Result<FlowText> read = FlowText::read(text, "template");
    if (!read)
        return read.error();
    const Result<TextEdits> edits = read->setValue(path, value);
    if (!edits)
        return edits.error();
    text = applied(text, *edits);
    return {};
}

} // namespace

const std::vector<FlowTemplate> &flowTemplates()
{
    static const std::vector<FlowTemplate> all{
        {"empty", resources::template_empty},
        {"http_chain", resources::template_http_chain},
        {"fan_out", resources::template_fan_out},
        {"approval", resources::template_approval},
        {"message_saga", resources::template_message_saga},
        {"scheduled", resources::template_scheduled},
    };
    return all;
}

std::string_view templateText(std::string_view id)
{
    for (const FlowTemplate &each : flowTemplates())
        if (each.id == id)
            return each.text;
    return {};
}

Result<std::string> newFlowText(const NewFlow &wanted)
{
    if (!flow::isName(wanted.name))
        return badName("name", wanted.name);
    if (!flow::isName(wanted.system))
        return badName("labels.system", wanted.system);
    std::string text(withoutHead(wanted.text));
    const std::string &en = wanted.title.en.empty() ? wanted.name : wanted.title.en;
    json::Object title{{"en", en}};
    if (!wanted.title.ptBr.empty())
        title.set("pt_BR", wanted.title.ptBr);
    const std::vector<std::pair<FieldPath, json::Value>> fields{
        {{"name"}, wanted.name},
        {{"title"}, wanted.title.ptBr.empty() ? json::Value(en) : json::Value(std::move(title))},
        {{"labels", "system"}, wanted.system},
    };
    for (const auto &[path, value] : fields)
        if (Status done = set(text, path, value); !done)
            return done.error();
    return text;
}

} // namespace batuta::edit
