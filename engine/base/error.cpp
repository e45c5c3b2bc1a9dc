// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/base/error.h"

#include <array>

namespace batuta {
namespace {

struct CodeText
{
    std::string_view name;
    std::string_view title;
    std::string_view mend;
};

// In the order of ErrorCode; the test walks both.
constexpr std::array kTexts{
    CodeText{"internal", "Internal error", "Please report it with the lines of the log around it."},
    CodeText{"usage.invalid", "The command line is not understood", "Run the command with --help."},
    CodeText{"file.unreadable", "The file cannot be read", "Check the path and its permissions."},
    CodeText{"file.too_large", "The file is too large", "Split it, or remove what is not needed."},
    CodeText{"file.unwritable", "The file cannot be written",
             "Check the folder, its permissions and the free space."},
    CodeText{"json.syntax", "The text is not valid JSON", "Mend the JSON at the place given."},
    CodeText{"json.too_deep", "The JSON is nested too deeply", "Flatten it."},
    CodeText{"json.too_large", "The JSON is too large", "Send less, or raise the limit."},
    CodeText{"schema.invalid", "The JSON Schema is not valid",
             "Use draft-07 keywords with values of the right type."},
    CodeText{"schema.violation", "A value does not fit its schema", "Change the value as the rule says."},
    CodeText{"expr.syntax", "The expression cannot be read", "Mend the expression at the column given."},
    CodeText{"expr.unknown_name", "The expression uses an unknown name", "Use a known context or function."},
    CodeText{"expr.arguments", "The function was given the wrong number of arguments",
             "See the function's signature."},
    CodeText{"expr.evaluation", "The expression cannot be evaluated", "Check the values it works on."},
    CodeText{"expr.limit", "The expression is beyond a limit", "Make it shorter or less deep."},
    CodeText{"yaml.syntax", "The text is not valid YAML", "Mend the YAML at the place given."},
    CodeText{"yaml.limit", "The YAML is beyond a limit",
             "Make the file smaller, flatter, or with fewer aliases."},
    CodeText{"yaml.duplicate_key", "A key appears twice", "Remove one of the two."},
    CodeText{"flow.version", "The format version is not known", "Write `batuta: 1` as the first key."},
    CodeText{"flow.unknown_key", "The key is not part of the format", "Remove it or mend its spelling."},
    CodeText{"flow.missing_key", "A required key is missing", "Add the key."},
    CodeText{"flow.wrong_type", "The value has the wrong type", "Write a value of the type named."},
    CodeText{"flow.bad_name", "The name is not allowed", "Names match [a-z][a-z0-9_]{0,62}."},
    CodeText{"flow.bad_value", "The value is not allowed", "Write one of the values named."},
    CodeText{"flow.unknown_step", "A step needs one that is not there",
             "Name an existing step, or remove it from needs."},
    CodeText{"flow.cycle", "The steps need each other in a circle",
             "Remove one of the needs on the path shown."},
    CodeText{"flow.kind_count", "A step has exactly one kind", "Write one kind, such as http, set or wait."},
    CodeText{"flow.not_supported", "This version of Batuta does not run it",
             "Remove it, or use a version that does."},
    CodeText{"flow.contradiction", "Two settings contradict each other", "Change one of the two."},
    CodeText{"flow.duplicate", "Two files define the same flow", "Rename one of them."},
    CodeText{"flow.unknown", "There is no such flow", "Run `batuta flows` for the list."},
    CodeText{"route.invalid", "The routes cannot be used", "Mend routes.yaml at the place given."},
    CodeText{"env.syntax", "A line of the environment file cannot be read", "Write KEY=value, one a line."},
    CodeText{"env.bad_key", "The environment key is not allowed", "Keys match [A-Za-z_][A-Za-z0-9_]*."},
    CodeText{"input.invalid", "The input does not fit the flow", "Change the fields named."},
    CodeText{"execution.unknown", "There is no such execution",
             "Check the id; `batuta executions` lists them."},
    CodeText{"execution.ended", "The execution has already ended", "Nothing is left to do."},
    CodeText{"request.duplicate", "The same request is already there",
             "Wait for the window to pass, or change the key."},
    CodeText{"flow.full", "As many executions of the flow run as it allows",
             "Try again later, or let them queue."},
    CodeText{"flow.text_missing", "The flow's version is not kept any more",
             "Choose the newest version of the flow."},
    CodeText{"act.unknown", "There is no such act", "See the list of acts in the documentation."},
    CodeText{"act.refused", "The act does not fit what is going on",
             "Look at the execution again, then choose."},
    CodeText{"act.forbidden", "The role for this act is missing", "Ask somebody who has the role."},
    CodeText{"schedule.unknown", "The flow has no schedule", "Write a schedule among its triggers."},
    CodeText{"queue.unknown", "No flow takes messages of this queue",
             "Name the queue in a message trigger of a flow."},
    CodeText{"secret.missing", "A secret is not configured", "Set it in the environment, then start again."},
    CodeText{"seal.unreadable", "The encrypted values cannot be read",
             "Put the key file back beside the history."},
    CodeText{"engine.stopping", "The engine is stopping", "Try again when it is back."},
    CodeText{"engine.unreachable", "The engine cannot be reached",
             "Start it with `batuta serve`, or check the address."},
    CodeText{"net.url", "The URL is not usable", "Write http:// or https:// with a host."},
    CodeText{"net.resolve", "The host name cannot be resolved", "Check the name and the network."},
    CodeText{"net.connect", "The connection failed", "Check that the server runs and the address is right."},
    CodeText{"net.tls", "The TLS connection failed", "Check the certificate, its host name and the clock."},
    CodeText{"net.timeout", "The time ran out", "Raise the timeout, or find out why the server is slow."},
    CodeText{"net.too_large", "The answer is too large", "Raise the limit, or ask for less."},
    CodeText{"net.protocol", "The answer is not valid HTTP", "Check what listens at that address."},
    CodeText{"net.cancelled", "The call was cancelled", "Nothing to mend."},
    CodeText{"net.listen", "The address cannot be listened on", "Choose a free port and a local address."},
    CodeText{"http.bad_request", "The request is not valid", "Mend the request as the detail says."},
    CodeText{"http.unauthorized", "The request does not prove who sent it",
             "Send `Authorization: Bearer <token>`."},
    CodeText{"http.not_found", "There is nothing at this address", "See /docs for the addresses."},
    CodeText{"http.method", "The method is not allowed here", "Use one of the methods in the Allow header."},
    CodeText{"http.media_type", "The media type is not supported", "Send `Content-Type: application/json`."},
    CodeText{"http.too_large", "The request is too large", "Send less, or raise the limit."},
    CodeText{"http.busy", "The server has too many connections", "Try again later."},
    CodeText{"store.open", "The history cannot be opened",
             "Check the path, its permissions and the free space."},
    CodeText{"store.corrupt", "The history is damaged", "Move the file away and restore a copy."},
    CodeText{"store.write", "The history cannot be written", "Check the free space and the permissions."},
    CodeText{"store.read", "The history cannot be read", "Check the file."},
    CodeText{"store.full", "There is no space left for the history",
             "Free some space; nothing that was acknowledged is lost."},
    CodeText{"store.busy", "The history is locked or out of reach",
             "Close the program that holds it or see that its server runs, then try again."},
    CodeText{"store.version", "The history was written by a newer version",
             "Use that version, or another file."},
    CodeText{"cloud.sign_in", "The sign-in to the cloud failed",
             "Name a key file in `cloud.credentials` of batuta.yaml, or run `gcloud auth application-default "
             "login`."},
    CodeText{"cloud.refused", "The cloud refuses the request", "Change the request as its answer says."},
    CodeText{"cloud.conflict", "Somebody changed it meanwhile",
             "Look at what changed, then do it again on the newest state."},
};

const CodeText &textOf(ErrorCode code)
{
    return kTexts.at(static_cast<std::size_t>(code));
}

} // namespace

static_assert(kTexts.size() == static_cast<std::size_t>(kLastErrorCode) + 1, "one text per code");

std::string_view codeName(ErrorCode code)
{
    return textOf(code).name;
}

std::string_view codeTitle(ErrorCode code)
{
    return textOf(code).title;
}

std::string mendText(const Error &error)
{
    return error.mend.empty() ? std::string(textOf(error.code).mend) : error.mend;
}

std::string placeText(const Place &place)
{
    std::string text = place.file;
    if (place.line > 0) {
        text += (text.empty() ? "line " : ":") + std::to_string(place.line);
        if (place.column > 0)
            text += ":" + std::to_string(place.column);
    }
    return text;
}

std::string errorText(const Error &error)
{
    std::string text = placeText(error.place);
    if (!text.empty())
        text += ": ";
    text += codeTitle(error.code);
    if (!error.subject.empty())
        text.append(": ").append(error.subject);
    if (!error.detail.empty())
        text.append(error.subject.empty() ? ": " : ", ").append(error.detail);
    return text.append(" [").append(codeName(error.code)).append("]");
}

} // namespace batuta
