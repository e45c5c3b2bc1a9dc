// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/edit/broken_flows.h"

namespace batuta::test {
namespace {

const std::string kHead = "# a comment\nbatuta: 1\nname: x\n";

/// A flow with these steps, at the indent of steps.
BrokenFlow steps(const char *name, const std::string &text)
{
    return {name, kHead + "steps:\n" + text};
}

BrokenFlow head(const char *name, const std::string &text)
{
    return {name, kHead + text + "steps:\n  a: {log: hi} # stays\n  b:\n    needs: [a]\n    log: there\n"};
}

std::vector<BrokenFlow> ofNames()
{
    return {
        {"version", "batuta: 2\nname: x\nsteps: {a: {log: hi}}\n"},
        {"no version", "name: x\nsteps:\n  a: {log: hi}\n"},
        {"no name, no steps", "batuta: 1\n"},
        {"a key twice",
         "batuta: 1\nname: x\nsteps:\n  a: {log: hi}\n  b:\n    log: one\n  a:\n    log: two\n"},
        {"tabs", "batuta: 1\nname: x\nsteps:\n\ta:\n\t\tlog: hi\n"},
        {"bad name", "batuta: 1\nname: My-Flow\nsteps: {a: {log: hi}}\n"},
        head("unknown key", "descripton: words\n"),
        head("nothing like it", "zzz: 1\n"),
        head("label", "labels: {My Label: x}\n"),
        steps("bad step",
              "  My-Step: {log: hi}\n  b: {needs: [My-Step], log: \"${{ steps.My-Step.output }}\"}\n"),
        steps("unknown step", "  match: {log: hi}\n  b:\n    needs: [matsh] # near\n    log: hi\n"),
        steps("unknown step alone", "  match: {log: hi}\n  b:\n    needs:\n      - other\n    log: hi\n"),
        steps("unknown step in words",
              "  match: {set: {v: 1}}\n  b: {needs: [match], log: \"${{ steps.matsh.output.v }}\"}\n"),
        steps("circle", "  a: {needs: [c], log: hi}\n  b: {needs: [a], log: hi}\n  c:\n    needs:\n      - "
                        "b\n    log: hi\n"),
        steps("itself", "  a: {log: hi}\n  b: {needs: [b, a], log: hi}\n"),
        steps("needs twice", "  a: {log: hi}\n  b: {needs: [a, a], log: hi}\n"),
        steps("two kinds", "  a:\n    log: hi\n    wait: {for: 5s}\n"),
        steps("later kind", "  a: {log: hi}\n  b:\n    log: hi\n    message: {queue: x}\n"),
        {"same name", kHead + "steps:\n  a: {log: hi}\nfinally:\n  a: {log: bye}\n"},
        steps("unknown function", "  a: {log: \"${{ lenght(input.x) }}\"}\n"),
        steps("unknown context", "  a: {log: \"${{ inputs.x }}\"}\n"),
        {"closed input",
         kHead + "input:\n  type: object\n  additionalProperties: false\n  properties:\n"
                 "    user: {type: string}\nsteps:\n  a: {log: \"${{ input.usr }} ${{ input.user }}\"}\n"},
        steps("text around a condition", "  a:\n    if: \"${{ input.x }} == 'y'\"\n    log: hi\n"),
    };
}

std::vector<BrokenFlow> ofValues()
{
    return {
        head("number as text", "description: 12\n"),
        head("text as number", "max_parallel: \"4\"\n"),
        head("too many", "max_parallel: 5000\n"),
        head("nothing", "description:\n"),
        head("time without unit", "deadline: 90\n"),
        head("choice", "idempotency: {key: \"${{ input.a }}\", on_repeat: wern}\n"),
        head("no such choice", "idempotency: {key: \"${{ input.a }}\", on_repeat: zz}\n"),
        head("no key", "idempotency: {window: 5s}\n"),
        head("title without en", "title: {pt_BR: Oi}\n"),
        steps("needs as text", "  a: {log: hi}\n  b: {needs: a, log: hi}\n"),
        steps("no url", "  a:\n    http:\n      method: POST\n"),
        steps("no attempts", "  a:\n    http: {url: https://example.com/}\n    retry: {on: [timeout]}\n"),
        steps("no program", "  a: {jq: {input: 1}}\n  b: {jq: {program: \"\"}}\n"),
        steps("boolean", "  a: {process: {command: [\"true\"], output: jsn}, timeout: 5s}\n"),
        steps("no words", "  a: {slack: {webhook: \"${{ env.URL }}\"}}\n"),
        head("cron", "triggers:\n  - schedule: {timezone: UTC}\n"),
        head("hook", "triggers:\n  - webhook: {unsigned: true}\n"),
        head("no queue", "triggers:\n  - message: {if: message.x}\n"),
    };
}

std::vector<BrokenFlow> ofContradictions()
{
    return {
        {"timeout",
         kHead +
             "deadline: 60s\nsteps:\n  a:\n    http: {url: https://example.com/}\n    timeout: 90s # long\n"},
        {"wait", kHead + "deadline: 60s\nsteps:\n  a: {wait: {for: 2m}}\n"},
        steps("wait and timeout", "  a: {wait: {for: 2m}, timeout: 1m}\n"),
        steps("connect", "  a: {http: {url: https://e.com/, connect_timeout: 9s}, timeout: 5s}\n"),
        steps("total", "  a: {jq: {program: .a}, timeout: 9s, total_timeout: 5s}\n"),
        {"default total", kHead + "defaults: {timeout: 9s, total_timeout: 5s}\nsteps:\n  a: {log: hi}\n"},
        {"timeout above the default total",
         kHead + "defaults: {total_timeout: 5s}\nsteps:\n  a: {jq: {program: .a}, timeout: 9s}\n"},
        {"total and deadline", kHead + "deadline: 60s\nsteps:\n  a:\n    jq: {program: .a}\n    "
                                       "total_timeout: 90s # long\n"},
        steps("total of one attempt", "  a: {log: hi, total_timeout: 9s}\n"),
        steps("total of an approval", "  a:\n    approval: {role: boss}\n    total_timeout: 1h\n"),
        steps("backoff", "  a:\n    http: {url: https://e.com/}\n    retry: {attempts: 2, backoff: {first: "
                         "9s, max: 5s}}\n"),
        steps("retry", "  a:\n    log: hi\n    retry: {attempts: 3}\n    breaker: {failures: 3}\n"),
        steps("body", "  a: {http: {url: https://e.com/, json: {a: 1}}}\n"),
        steps("two tokens", "  a:\n    http:\n      url: https://e.com/\n      headers: {Authorization: x}\n "
                            "     auth: {bearer: y}\n"),
        steps("approval", "  a:\n    approval: {role: boss}\n    timeout: 1h\n"),
        steps("on_expiry", "  a:\n    approval: {role: boss, on_expiry: approve}\n"),
        steps("order", "  a: {set: {v: 1}}\n  b: {log: \"${{ steps.a.output.v }}\"}\n"),
        {"undo", kHead + "steps:\n  a: {log: hi}\nfinally:\n  b:\n    log: hi\n    compensate: {log: bye}\n"},
        head("tolerance", "triggers:\n  - webhook: {path: /hooks/x, unsigned: true, tolerance: 5m}\n"),
    };
}

std::vector<BrokenFlow> ofChecks()
{
    const std::string http = "http: {url: https://example.com/}";
    return {
        {"worst case", kHead + "deadline: 100s\nsteps:\n  a:\n    " + http +
                           "\n    timeout: 60s\n  b:\n    needs: [a]\n    " + http + "\n    timeout: 50s\n"},
        {"tries", kHead + "deadline: 100s\nsteps:\n  a:\n    " + http +
                      "\n    timeout: 60s\n    retry: {attempts: 5, on: [timeout]}\n"},
        steps("total without retry", "  a:\n    " + http + "\n    total_timeout: 9s # why\n"),
        steps("total and timeout", "  a: {" + http + ", timeout: 9s, total_timeout: 9s}\n"),
        steps("waits for ever",
              "  a: {approval: {role: boss}}\n  b: {wait: {event: paid}}\n  c: {process: {command: [ls]}}\n"),
        steps("never again", "  a:\n    " + http + "\n    retry: {attempts: 1, on: [5xx]}\n  b:\n    " +
                                 http + "\n    retry: {attempts: 2, on: []}\n"),
        steps("never runs", "  a: {if: false, log: hi}\n  b: {needs: [a], log: hi}\n  c: {skip: [{if: "
                            "\"true\", reason: no}], log: hi}\n"),
        steps(
            "always",
            "  a:\n    if: true\n    log: hi\n  b: {skip: [{if: \"${{ false }}\", reason: no}], log: hi}\n"),
        {"unused", kHead + "input:\n  type: object\n  required: [a, b]\n  properties:\n    a: {type: "
                           "string}\n    b: {type: string} # no\n"
                           "    c: {type: string}\nsteps:\n  one: {set: {v: \"${{ input.a }}\"}}\n  two: "
                           "{needs: [one], log: hi}\n"},
        steps("same call key",
              "  a:\n    http:\n      url: https://e.com/\n      headers:\n        idempotency-key: one\n"),
        steps("token in the clear",
              "  a: {http: {url: http://example.com/x, auth: {bearer: \"${{ secrets.TOKEN }}\"}}}\n"),
        head("same key", "concurrency: {limit: 3, key: all}\n"),
        {"items", kHead + "input:\n  type: object\n  properties:\n    list: {type: array}\nsteps:\n"
                          "  a: {foreach: {items: \"${{ input.list }}\"}, log: \"${{ item }}\"}\n"},
    };
}

} // namespace

const std::vector<BrokenFlow> &brokenFlows()
{
    static const std::vector<BrokenFlow> all = [] {
        std::vector<BrokenFlow> list;
        for (const auto &part : {ofNames(), ofValues(), ofContradictions(), ofChecks()})
            list.insert(list.end(), part.begin(), part.end());
        return list;
    }();
    return all;
}

} // namespace batuta::test
