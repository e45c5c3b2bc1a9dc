// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/flow/reading.h"

namespace batuta::flow {

// Each reads the value of the key that it is named after.
void readProcess(Reading &reading, const Field &field, ProcessStep &process);
void readApproval(Reading &reading, const Field &field, ApprovalStep &approval);
void readJq(Reading &reading, const Field &field, JqStep &jq);
void readWebhook(Reading &reading, const Field &field, WebhookStep &webhook);
void readSlack(Reading &reading, const Field &field, SlackStep &slack);
void readNotify(Reading &reading, const Field &field, NotifyStep &notify);
void readCloudRun(Reading &reading, const Field &field, CloudRunStep &step);

} // namespace batuta::flow
