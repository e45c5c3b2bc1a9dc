// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/pages/runs/stored_runs.h"

#include "engine/base/uuid.h"

#include <array>

namespace batuta::tests {
namespace {

constexpr std::array kSteps{"create_embeddings", "match_usuario_profissao",
                            "match_profession",  "match_usuario_vaga",
                            "match_candidato",   "match_user_course",
                            "course_suggestion", "gap_analysis_user_vacancy",
                            "webhook",           "notify"};

struct Kind
{
    const char *flow;
    int steps;
    int skipped; ///< of them, at the beginning
};
constexpr std::array kKinds{Kind{"update_profile", 10, 0}, Kind{"first_login", 10, 1},
                            Kind{"course_to_vacancy", 9, 7}, Kind{"analysis_to_vacancy", 9, 4}};

const char *statusOf(int age)
{
    return age % 7 == 3 ? "failed" : age % 19 == 11 ? "cancelled" : "success";
}

} // namespace

store::ExecutionRecord storedRun(int age)
{
    const Kind &kind = kKinds[static_cast<std::size_t>(age * 5 / 3) % kKinds.size()];
    store::ExecutionRecord record;
    record.id = newUuid();
    record.flow = kind.flow;
    record.flowVersion = "9f86d081884c";
    record.status = statusOf(age);
    record.trigger = age % 5 == 4 ? "schedule" : "api";
    record.environment = "staging";
    record.userId = "usr_" + std::to_string(50'000 - age * 37 % 30'000);
    record.sessionId = "ses_" + std::to_string(age % 900);
    record.correlationId = "cor_" + std::to_string(age);
    record.duration = std::chrono::milliseconds(700 + age * 7919 % 24'000);
    record.startedAt = SystemClock().wall() - std::chrono::seconds(40 + 7 * age);
    record.endedAt = record.startedAt + record.duration;
    record.input = json::Object{{"user_id", record.userId}, {"session_id", record.sessionId}};
    for (int i = 0; i < kind.steps; ++i) {
        store::StepRecord &step = record.steps.emplace_back();
        step.step = kSteps[static_cast<std::size_t>(i)];
        step.kind = "http";
        step.status = i < kind.skipped ? "skipped" : "success";
        step.attempts = i < kind.skipped ? 0 : 1;
        step.startedAt = record.startedAt + std::chrono::milliseconds(100 * i);
        step.endedAt = step.startedAt + std::chrono::milliseconds(90);
        step.duration = std::chrono::milliseconds(90);
    }
    if (record.status != "success") {
        store::StepRecord &step = record.steps[static_cast<std::size_t>(kind.steps) - 2];
        step.status = record.status;
        step.attempts = record.status == "failed" ? 4 : 1;
        record.error = record.status == "failed" ? step.step + ": HTTP 503" : "";
        record.steps.back().status = record.status == "failed" ? "skipped" : "not_run";
    }
    return record;
}

std::vector<std::string> storeRuns(const std::string &workspace, int count)
{
    std::vector<std::string> ids;
    auto history = store::openSqlite(
        {.path = workspace + "/.batuta/history.db", .durability = store::Durability::Normal});
    if (!history)
        return ids;
    for (int age = 0; age < count; ++age) {
        store::ExecutionRecord record = storedRun(age);
        ids.push_back(record.id);
        (*history)->finish(std::move(record), {}, {});
    }
    (*history)->close();
    return ids;
}

} // namespace batuta::tests
