// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/base/text.h"
#include "engine/edit/checks.h"

namespace batuta::edit {
namespace {

/// What the input requires, gives no default for, and `given` does not name.
std::vector<std::string> missingOf(const flow::Flow &flow, const json::Value &given)
{
    std::vector<std::string> missing;
    const json::Value &schema = flow.input.source();
    for (const json::Value &name : schema["required"].asArray()) {
        const json::Value &property = schema["properties"][name.asString()];
        const bool hasDefault = property.isObject() && property.asObject().contains("default");
        if (!hasDefault && !given.asObject().contains(name.asString()))
            missing.push_back(name.asString());
    }
    return missing;
}

/// A trigger that writes the input itself: what it leaves out nobody adds.
void checkInput(Checking &checking, const std::optional<expr::TemplateTree> &input, bool isWritten,
                const FieldPath &path)
{
    const json::Value nothing = json::Object{};
    if (!isWritten || (input && !input->source().isObject()))
        return;
    const std::vector<std::string> missing = missingOf(checking.flow, input ? input->source() : nothing);
    if (missing.empty())
        return;
    const bool isThere = checking.text.keyRange(under(path, {"input"})).has_value();
    checking.add(Severity::Warning, "check.trigger_input", isThere ? under(path, {"input"}) : path,
                 "It always starts without " + join(missing, ", ") + ", and is refused",
                 "Write it in the trigger's `input`, or give it a default.");
}

void checkTriggers(Checking &checking)
{
    // Those that cannot be read are not in the list: then it does not say which trigger is which.
    if (checking.text.valueRange({"triggers", std::to_string(checking.flow.triggers.size())}))
        return;
    for (std::size_t i = 0; i < checking.flow.triggers.size(); ++i) {
        const flow::Trigger &trigger = checking.flow.triggers[i];
        const FieldPath path{"triggers", std::to_string(i)};
        if (const auto *schedule = std::get_if<flow::ScheduleTrigger>(&trigger)) {
            checkInput(checking, schedule->input, true, under(path, {"schedule"}));
        } else if (const auto *message = std::get_if<flow::MessageTrigger>(&trigger)) {
            checkInput(checking, message->input, message->input.has_value(), under(path, {"message"}));
        } else if (const auto *webhook = std::get_if<flow::WebhookTrigger>(&trigger)) {
            checkInput(checking, webhook->input, webhook->input.has_value(), under(path, {"webhook"}));
            if (webhook->isUnsigned)
                checking.add(Severity::Note, "check.unsigned_webhook", under(path, {"webhook", "unsigned"}),
                             "Everybody who can reach the engine can start the flow",
                             "Write `secret`, so that calls are signed.");
        }
    }
}

/// A key without an expression is the same for every execution.
void checkKeysOfFlow(Checking &checking)
{
    const auto &idempotency = checking.flow.idempotency;
    if (idempotency && !idempotency->key.text().empty() && idempotency->key.references().empty())
        checking.add(Severity::Warning, "check.constant_key", {"idempotency", "key"},
                     "Every execution has the same key: each is a repetition of the one before",
                     "Make the key of what tells requests apart, as in ${{ input.id }}.");
    const auto &concurrency = checking.flow.concurrency;
    if (!concurrency || !concurrency->key || !concurrency->key->references().empty())
        return;
    Problem &problem = checking.add(Severity::Note, "check.constant_key", {"concurrency", "key"},
                                    "Every execution has the same key: the limit is of all of them anyway",
                                    "Remove the key, or make it of the input.");
    offer(problem, "Remove key", checking.text.removeField({"concurrency", "key"}));
}

/// A list that comes with the request is as long as the caller likes.
void checkItemsOf(Checking &checking, const flow::Step &step, const FieldPath &path)
{
    const json::Value &items = step.forEach->items.source();
    const std::vector<expr::Reference> uses = step.forEach->items.references();
    if (!items.isString() || uses.size() != 1 || uses[0].path.size() != 2 ||
        !equalIgnoringCase(uses[0].path[0], "input"))
        return;
    const std::string &name = uses[0].path[1];
    const json::Value &property = checking.flow.input.source()["properties"][name];
    if (!property.isObject() || property.asObject().contains("maxItems"))
        return;
    constexpr std::int64_t kEnough = 1000;
    Problem &problem =
        checking.add(Severity::Note, "check.items_without_limit", under(path, {"foreach", "items"}),
                     "As many items as the request has: input." + name + " has no maxItems",
                     "Write maxItems in its schema.");
    offer(problem, "Allow at most " + std::to_string(kEnough),
          checking.text.setValue({"input", "properties", name, "maxItems"}, kEnough));
}

} // namespace

void checkStarts(Checking &checking)
{
    checkTriggers(checking);
    checkKeysOfFlow(checking);
    checking.eachStep([&](const flow::Step &step, const FieldPath &path) {
        if (step.forEach)
            checkItemsOf(checking, step, path);
    });
}

} // namespace batuta::edit
