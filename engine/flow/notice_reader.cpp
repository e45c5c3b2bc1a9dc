// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/flow/http_reader.h"
#include "engine/flow/kinds_reader.h"

#include "engine/base/text.h"

namespace batuta::flow {
namespace {

expr::TemplateTree emptyObject()
{
    auto tree = expr::TemplateTree::compile(json::Object{});
    return tree ? std::move(*tree) : expr::TemplateTree();
}

} // namespace

void readWebhook(Reading &reading, const Field &field, WebhookStep &webhook)
{
    if (!reading.hasKeys(field, keys::webhook()))
        return;
    if (const Field url = field["url"])
        webhook.url = readUrl(reading, url);
    const Field headers = field["headers"];
    if (headers)
        webhook.headers = readHeaders(reading, headers);
    const Field json = field["json"];
    webhook.json = json ? reading.tree(json).value_or(emptyObject()) : emptyObject();
    if (const Field secret = field["secret"])
        webhook.secret = reading.textTemplate(secret);
    for (const auto &header : webhook.headers)
        if (lowered(header.first).rfind("x-batuta-", 0) == 0)
            reading.addAtKey(ErrorCode::FlowBadValue, headers[header.first],
                             header.first + " is written by the client", "Remove the header.");
}

void readSlack(Reading &reading, const Field &field, SlackStep &slack)
{
    if (!reading.hasKeys(field, keys::slack()))
        return;
    if (const Field webhook = field["webhook"])
        slack.webhook = readUrl(reading, webhook);
    if (const Field text = field["text"])
        slack.text = reading.textTemplate(text).value_or(expr::Template());
    const Field blocks = field["blocks"];
    if (!blocks)
        return;
    if (blocks.node->isSequence() || blocks.node->text.find("${{") != std::string::npos)
        slack.blocks = reading.tree(blocks);
    else
        (void)reading.isSequence(blocks);
}

void readNotify(Reading &reading, const Field &field, NotifyStep &notify)
{
    const std::vector<std::string> levels{"INFO", "WARNING", "ERROR"};
    if (field.node->isScalar()) {
        notify.text = reading.textTemplate(field).value_or(expr::Template());
        return;
    }
    if (!reading.hasKeys(field, keys::notify()))
        return;
    if (const Field text = field["text"])
        notify.text = reading.textTemplate(text).value_or(expr::Template());
    if (const Field title = field["title"])
        notify.title = reading.textTemplate(title);
    if (const Field level = field["level"])
        notify.level = levels.at(reading.choice(level, levels).value_or(0));
}

} // namespace batuta::flow
