// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/editor/inspector/field_words.h"

#include <QCoreApplication>

#include <iterator>

namespace batuta::views {

namespace {

const char *const kTexts[] = {
    QT_TRANSLATE_NOOP("FlowSchema", "Version of the format."),
    QT_TRANSLATE_NOOP("FlowSchema", "Unique in the workspace."),
    QT_TRANSLATE_NOOP("FlowSchema", "Of the whole execution; the rest is cancelled."),
    QT_TRANSLATE_NOOP("FlowSchema", "Steps that run at the same time; 1 gives the order of the file."),
    QT_TRANSLATE_NOOP("FlowSchema", "JSON Schema (draft-07) of the input."),
    QT_TRANSLATE_NOOP("FlowSchema", "What starts the flow by itself."),
    QT_TRANSLATE_NOOP("FlowSchema", "The order is the display order and the tie-break of the scheduler."),
    QT_TRANSLATE_NOOP("FlowSchema", "What the execution answers; texts may hold ${{ }}."),
    QT_TRANSLATE_NOOP("FlowSchema", "Steps that run after all others, whatever happened."),
    QT_TRANSLATE_NOOP("FlowSchema", "Known to the format, not run by this version of Batuta."),
    QT_TRANSLATE_NOOP("FlowSchema", "A text; ${{ }} parts are evaluated."),
    QT_TRANSLATE_NOOP("FlowSchema", "An expression; ${{ }} may be left out."),
    QT_TRANSLATE_NOOP("FlowSchema", "For people: one text, or one for each language."),
    QT_TRANSLATE_NOOP("FlowSchema", "What happens when the same request comes again within the window."),
    QT_TRANSLATE_NOOP(
        "FlowSchema",
        "For all steps that say nothing else; timeout, total_timeout and retry are for http, flow, process "
        "and jq."),
    QT_TRANSLATE_NOOP("FlowSchema", "`group` frames steps on the canvas; without one, `domain` does."),
    QT_TRANSLATE_NOOP("FlowSchema",
                      "An id token of Google for this audience. `auth: google_id_token` takes the "
                      "address that is called."),
    QT_TRANSLATE_NOOP("FlowSchema", "Steps that end before this one starts."),
    QT_TRANSLATE_NOOP("FlowSchema", "Of one attempt."),
    QT_TRANSLATE_NOOP("FlowSchema",
                      "Of all attempts and items of a step together, with the waits between them."),
    QT_TRANSLATE_NOOP("FlowSchema",
                      "Undoes the step when the execution fails, or is cancelled with compensation."),
    QT_TRANSLATE_NOOP("FlowSchema", "Calls that keep failing are not made for a while. Shared by name."),
    QT_TRANSLATE_NOOP("FlowSchema", "<flow>.<step> without it."),
    QT_TRANSLATE_NOOP("FlowSchema", "In a row."),
    QT_TRANSLATE_NOOP("FlowSchema", "Older failures do not count."),
    QT_TRANSLATE_NOOP("FlowSchema", "Calls let through when half-open; that many successes close it."),
    QT_TRANSLATE_NOOP("FlowSchema", "At most `limit` calls in any `per`; more of them wait. Shared by name."),
    QT_TRANSLATE_NOOP("FlowSchema", "The step is done once for each item; its output is the list of theirs."),
    QT_TRANSLATE_NOOP("FlowSchema", "A list, or an expression that gives one."),
    QT_TRANSLATE_NOOP("FlowSchema", "The name of the item beside `item`."),
    QT_TRANSLATE_NOOP("FlowSchema", "In all, the first one included."),
    QT_TRANSLATE_NOOP("FlowSchema", "What is tried again; without it connection and timeout are."),
    QT_TRANSLATE_NOOP("FlowSchema", "Wait before attempt n+1: first x factor^(n-1), at most max."),
    QT_TRANSLATE_NOOP("FlowSchema", "The body; texts may hold ${{ }}."),
    QT_TRANSLATE_NOOP("FlowSchema", "An empty value sends no Authorization header."),
    QT_TRANSLATE_NOOP("FlowSchema", "A duration, or an expression that gives one."),
    QT_TRANSLATE_NOOP("FlowSchema", "A time like 2026-11-21T02:00:00Z, or an expression that gives one."),
    QT_TRANSLATE_NOOP("FlowSchema", "A signal of that name ends the wait."),
    QT_TRANSLATE_NOOP("FlowSchema", "Values; they are the step's output."),
    QT_TRANSLATE_NOOP("FlowSchema", "Named gates; all of them must hold."),
    QT_TRANSLATE_NOOP("FlowSchema", "A command, never through a shell."),
    QT_TRANSLATE_NOOP("FlowSchema", "The program and its arguments."),
    QT_TRANSLATE_NOOP("FlowSchema", "Variables of the engine that reach it, beside PATH, HOME, LANG and TZ."),
    QT_TRANSLATE_NOOP("FlowSchema", "Below the workspace."),
    QT_TRANSLATE_NOOP("FlowSchema", "Written to its standard input: a text as it is, else as JSON."),
    QT_TRANSLATE_NOOP("FlowSchema", "From being asked to stop to being stopped."),
    QT_TRANSLATE_NOOP("FlowSchema", "A person decides."),
    QT_TRANSLATE_NOOP("FlowSchema", "Who may answer; everybody without it."),
    QT_TRANSLATE_NOOP("FlowSchema",
                      "Asked only while the revision has this share; moved by somebody else, the "
                      "question is withdrawn."),
    QT_TRANSLATE_NOOP("FlowSchema", "JSON Schema (draft-07) of what is filled in."),
    QT_TRANSLATE_NOOP("FlowSchema", "No ${{ }} in it."),
    QT_TRANSLATE_NOOP("FlowSchema", "The data; texts may hold ${{ }}."),
    QT_TRANSLATE_NOOP("FlowSchema", "A signed POST; 15 s and three attempts unless the step says otherwise."),
    QT_TRANSLATE_NOOP("FlowSchema", "Of the signature."),
    QT_TRANSLATE_NOOP("FlowSchema", "15 s and three attempts unless the step says otherwise."),
    QT_TRANSLATE_NOOP("FlowSchema", "A message for whoever watches the engine."),
    QT_TRANSLATE_NOOP("FlowSchema", "How many executions (with the same key) run at a time."),
    QT_TRANSLATE_NOOP("FlowSchema", "One thing that starts the flow."),
    QT_TRANSLATE_NOOP("FlowSchema",
                      "Minute, hour, day of month, month, day of week; or @hourly, @daily, @weekly …"),
    QT_TRANSLATE_NOOP("FlowSchema", "What becomes of times that passed while no engine ran."),
    QT_TRANSLATE_NOOP("FlowSchema", "Of the HMAC-SHA256 that signs a request."),
    QT_TRANSLATE_NOOP("FlowSchema", "true: anybody may call it."),
    QT_TRANSLATE_NOOP("FlowSchema", "A condition, or a measured value with a bound."),
    QT_TRANSLATE_NOOP(
        "FlowSchema",
        "Something with a service of Cloud Run, in the place that batuta.yaml names for the environment."),
    QT_TRANSLATE_NOOP("FlowSchema", "The engine's own without it."),
    QT_TRANSLATE_NOOP("FlowSchema", "The one of batuta.yaml without it."),
    QT_TRANSLATE_NOOP("FlowSchema", "The newest without it; a rollback chooses the last good one."),
    QT_TRANSLATE_NOOP("FlowSchema", "Of a deployment; the newest revision's without it."),
    QT_TRANSLATE_NOOP(
        "FlowSchema",
        "The revision whose configuration a deployment begins with; what the service has without it."),
    QT_TRANSLATE_NOOP("FlowSchema", "Of the new revision's name; made of the execution without it."),
    QT_TRANSLATE_NOOP("FlowSchema", "Gives the revision an address of its own."),
    QT_TRANSLATE_NOOP("FlowSchema", "memory, cpu, timeout, concurrency, min, max, port, service-account."),
    QT_TRANSLATE_NOOP("FlowSchema",
                      "Keys to add or change: a text, or {secret, version} of the secret manager."),
    QT_TRANSLATE_NOOP("FlowSchema", "Keys to take away."),
    QT_TRANSLATE_NOOP("FlowSchema", "0 to 100: share of the revision; others keep the rest in proportion."),
    QT_TRANSLATE_NOOP("FlowSchema", "The whole split: a list of {revision, percent, tag}."),
    QT_TRANSLATE_NOOP("FlowSchema", "Shares of the revision to act on; with any other somebody else has "
                                    "moved the traffic, and it stays."),
    QT_TRANSLATE_NOOP("FlowSchema", "Asked of the revision until it answers 2xx."),
    QT_TRANSLATE_NOOP("FlowSchema", "How long a gate watches, or a wait waits at most."),
    QT_TRANSLATE_NOOP("FlowSchema", "How often a gate looks."),
    QT_TRANSLATE_NOOP("FlowSchema", "How long a gate waits for figures that come late."),
    QT_TRANSLATE_NOOP("FlowSchema", "Bounds like error_rate <= 1%, p95 <= 800ms, memory <= 85%, flow = "
                                    "smoke, rehearsal = order: id; or mappings."),
    QT_TRANSLATE_NOOP("FlowSchema", "When a bound is broken; told in the output as `passed: false`."),
    QT_TRANSLATE_NOOP("FlowSchema", "For the audit."),
    QT_TRANSLATE_NOOP("FlowSchema", "The service's name as a person typed it; production wants it."),
};

} // namespace

const std::vector<const char *> &schemaTexts()
{
    static const std::vector<const char *> texts(std::begin(kTexts), std::end(kTexts));
    return texts;
}

} // namespace batuta::views
