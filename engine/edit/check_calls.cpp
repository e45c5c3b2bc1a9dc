// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/base/text.h"
#include "engine/edit/checks.h"

namespace batuta::edit {
namespace {

using flow::Step;

/// The engine gives each step of each execution a key of its own, the same for all its attempts. A header
/// that is always the same makes every execution look like a repetition of the first.
void checkCallKey(Checking &checking, const flow::NamedTemplates &headers, const FieldPath &kind)
{
    for (const auto &[name, value] : headers) {
        if (!equalIgnoringCase(name, "Idempotency-Key") || !value.references().empty())
            continue;
        const FieldPath path = under(kind, {"headers", name});
        Problem &problem =
            checking.add(Severity::Warning, "check.constant_call_key", path,
                         "Every execution sends the same Idempotency-Key",
                         "Remove the header: the engine sends a key of its own, the same for all attempts.");
        offer(problem, "Remove " + name, checking.text.removeField(path));
    }
}

/// Whether the host of a literal `http://` address is one of the open network.
bool isOpenHost(std::string_view url)
{
    constexpr std::string_view kScheme = "http://";
    if (lowered(url.substr(0, kScheme.size())) != kScheme)
        return false;
    const std::string_view rest = url.substr(kScheme.size());
    const std::string host = lowered(rest.substr(0, rest.find_first_of(":/?#")));
    if (host.find("${{") != std::string::npos || host.find('.') == std::string::npos)
        return false;
    for (const std::string_view own : {"127.", "10.", "192.168.", "172.", "169.254."})
        if (host.rfind(own, 0) == 0)
            return false;
    for (const std::string_view own : {".localhost", ".local", ".internal", ".svc", ".lan", ".test"})
        if (host.size() > own.size() && std::string_view(host).substr(host.size() - own.size()) == own)
            return false;
    return true;
}

void checkToken(Checking &checking, const flow::HttpStep &http, const FieldPath &kind)
{
    bool isToken = http.bearer.has_value() || http.idToken.has_value();
    for (const auto &[name, value] : http.headers)
        isToken = isToken || equalIgnoringCase(name, "Authorization");
    if (!isToken || !isOpenHost(http.url.text()))
        return;
    const FieldPath path = under(kind, {"url"});
    Problem &problem =
        checking.add(Severity::Warning, "check.token_in_the_clear", path,
                     "The token is sent without TLS: everybody on the way can read it", "Write https://.");
    offer(problem, "Use https", checking.text.setValue(path, "https" + http.url.text().substr(4)));
}

void checkTold(Checking &checking, const flow::Use &use)
{
    const auto name = nameUnder(use, "secrets");
    if (!name)
        return;
    const FieldPath path = pathOfSubject(checking.text.root(), use.subject);
    if (path.size() < 3)
        return;
    const std::size_t at = path[2] == "compensate" ? 3 : 2;
    const std::string kind = path.size() > at ? path[at] : "";
    const std::string part = path.size() > at + 1 ? path[at + 1] : "";
    if (kind == "slack" && (part == "text" || part == "blocks"))
        checking.add(Severity::Warning, "check.secret_is_told", use,
                     "The message sends secrets." + *name + " to everybody in the channel",
                     "Take it out of the message.");
    else if (kind == "process" && part == "command")
        checking.add(Severity::Warning, "check.secret_is_told", use,
                     "Every process of the machine can read secrets." + *name + " among the arguments",
                     "Hand it over in `env` of the process.");
    else if (kind == "log" || kind == "notify" || (kind == "approval" && part == "message"))
        checking.add(Severity::Note, "check.secret_is_told", use,
                     "The text shows a mask in place of secrets." + *name, "Take it out of the text.");
}

} // namespace

void checkCalls(Checking &checking)
{
    checking.eachStep([&](const Step &step, const FieldPath &path) {
        if (const auto *http = std::get_if<flow::HttpStep>(&step.action)) {
            checkCallKey(checking, http->headers, under(path, {"http"}));
            checkToken(checking, *http, under(path, {"http"}));
        } else if (const auto *webhook = std::get_if<flow::WebhookStep>(&step.action)) {
            checkCallKey(checking, webhook->headers, under(path, {"webhook"}));
        }
    });
    for (const flow::Use &use : checking.uses)
        checkTold(checking, use);
}

} // namespace batuta::edit
