// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/client/receipts.h"

#include <algorithm>
#include <array>

namespace batuta::client {
namespace {

constexpr std::array<std::string_view, 9> kReaching{"http",    "webhook", "slack",     "process", "flow",
                                                    "message", "celery",  "cloud_run", "model"};

const json::Value &lastAttempt(const StepRecord &step)
{
    static const json::Value nothing;
    const json::Array &attempts = step.attemptsDetail.asArray();
    return attempts.empty() ? nothing : attempts.back();
}

/// Something outside may be different because of it.
bool hasEffects(const StepRecord &step)
{
    if (std::find(kReaching.begin(), kReaching.end(), step.kind) == kReaching.end())
        return false;
    const std::string &method = lastAttempt(step)["request"]["method"].asString();
    return method != "GET" && method != "HEAD" && method != "OPTIONS";
}

bool wasUndone(const ExecutionRecord &record, const StepRecord &step)
{
    return std::any_of(record.steps.begin(), record.steps.end(), [&](const StepRecord &other) {
        return other.isUndo && other.step == step.step + "_undo" && other.status == "success";
    });
}

json::Value receiptOf(const ExecutionRecord &record, const StepRecord &step)
{
    json::Object receipt{{"step", step.step}, {"kind", step.kind}};
    const json::Value &asked = lastAttempt(step)["cancel"];
    if (!asked.isNull()) {
        receipt.append("receipt", asked["receipt"]);
        receipt.append("asked_at", asked["asked_at"]);
        receipt.append("acknowledged_at", asked["acknowledged_at"]);
        return receipt;
    }
    if (step.status != "success" || !hasEffects(step))
        return {};
    receipt.append("receipt", wasUndone(record, step) ? "undone" : "not_undone");
    return receipt;
}

} // namespace

json::Value receiptsOf(const ExecutionRecord &record)
{
    const bool wasAsked = record.status == "cancelled" ||
                          std::any_of(record.steps.begin(), record.steps.end(), [](const StepRecord &step) {
                              return !lastAttempt(step)["cancel"].isNull();
                          });
    json::Array receipts;
    for (const StepRecord &step : record.steps) {
        if (!wasAsked || step.isFinally || step.isUndo)
            continue;
        if (json::Value receipt = receiptOf(record, step); !receipt.isNull())
            receipts.push_back(std::move(receipt));
    }
    return receipts;
}

} // namespace batuta::client
