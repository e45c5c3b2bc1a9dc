// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace batuta::tests {

/// A flow that has every mapping of the format somewhere; what is in them is not complete.
inline const std::string kWholeFlow = R"(batuta: 1
name: shop
title: {en: Shop}
concurrency: {limit: 1}
idempotency: {key: k}
defaults: {timeout: 9s, retry: {attempts: 2, backoff: {first: 1s}}}
triggers:
  - schedule: {cron: "0 1 * * *"}
  - webhook: {path: /hooks/a, secret: s}
  - message: {queue: q}
steps:
  http:
    http: {url: "http://x", auth: {bearer: t}}
    title: {en: Call}
    skip: [{if: "false", reason: no}]
    retry: {attempts: 3, backoff: {first: 1s}}
    breaker: {failures: 5}
    rate_limit: {limit: 10}
    foreach: {items: "${{ input.items }}"}
    compensate: {http: {url: "http://undo"}, retry: {attempts: 2}, breaker: {failures: 5}, rate_limit: {limit: 9}}
  set: {set: {a: 1}}
  wait: {wait: {for: 5s}}
  flow: {flow: {name: other}}
  log: {log: {message: hi}}
  check: {check: {gate: {if: "true"}}}
  process: {process: {command: [ls]}}
  approval: {approval: {role: boss, traffic: {revision: r, percent: 5}}}
  jq: {jq: {program: .a}}
  notify: {notify: {text: hi}}
  slack: {slack: {webhook: w, text: t}}
  webhook: {webhook: {url: "http://h"}}
  cloud_run: {cloud_run: {action: wait}}
finally:
  last: {log: bye}
)";

} // namespace batuta::tests
