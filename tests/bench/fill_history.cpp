// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
//
// fill_history FILE COUNT: adds COUNT finished executions of one step each to a history, through the store,
// for tests/bench/scaling. Prints the id and the user of one in the middle.
#include "engine/base/uuid.h"
#include "engine/store/history.h"

#include <charconv>
#include <iostream>
#include <semaphore>
#include <string>
#include <string_view>

using namespace batuta;

namespace {

constexpr int kInFlight = 20'000;

store::ExecutionRecord sample(int number)
{
    store::ExecutionRecord record;
    record.id = newUuid();
    record.flow = "course_to_vacancy";
    record.flowVersion = "9f86d081884c";
    record.status = number % 50 == 0 ? "failed" : "success";
    record.trigger = "http";
    record.userId = "user-" + std::to_string(number / 20);
    record.sessionId = "session-" + std::to_string(number / 4);
    record.startedAt = SystemClock().wall();
    record.endedAt = record.startedAt + std::chrono::milliseconds(5);
    record.duration = std::chrono::milliseconds(5);
    record.input = json::Object{{"user_id", record.userId}, {"session_id", record.sessionId}};
    store::StepRecord step;
    step.step = "suggest_course";
    step.kind = "http";
    step.status = record.status;
    step.statusCode = 200;
    step.attempts = 1;
    step.startedAt = record.startedAt;
    step.endedAt = record.endedAt;
    step.duration = record.duration;
    step.output = R"({"courses":[{"id":"c-001","score":0.91},{"id":"c-017","score":0.88}],"count":2})";
    record.steps.push_back(std::move(step));
    return record;
}

int numberIn(std::string_view text)
{
    int number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    return read.ec == std::errc() && read.ptr == text.data() + text.size() ? number : -1;
}

} // namespace

int main(int argc, char **argv)
{
    const int count = argc == 3 ? numberIn(argv[2]) : -1;
    if (count < 1) {
        std::cerr << "usage: fill_history FILE COUNT\n";
        return 2;
    }
    const auto history = store::openSqlite({.path = argv[1], .durability = store::Durability::Normal});
    if (!history) {
        std::cerr << errorText(history.error()) << '\n';
        return 1;
    }
    std::counting_semaphore<> slots(kInFlight);
    std::string middle;
    for (int i = 0; i < count; ++i) {
        slots.acquire();
        store::ExecutionRecord record = sample(i);
        if (i == count / 2)
            middle = record.id + " " + record.userId;
        (*history)->finish(std::move(record), {}, [&slots](const Status &) { slots.release(); });
    }
    (*history)->close();
    const auto written = (*history)->stats().executions;
    std::cout << middle << '\n';
    return written == static_cast<std::uint64_t>(count) ? 0 : 1;
}
