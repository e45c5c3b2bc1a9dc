// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
//
// A process that tests kill: `history_helper write STORE` keeps executions until it is killed and prints the
// id of each one that the history has acknowledged; `history_helper begin STORE COUNT` begins so many, writes
// two entries for each, prints their ids, and waits for the end of its input, after which it leaves without
// finishing them.
#include "engine/base/uuid.h"
#include "engine/store/history.h"

#include <unistd.h>

#include <cstdlib>
#include <iostream>
#include <semaphore>

namespace {

using namespace batuta;

/// Straight to the descriptor: an acknowledgement that is still in a buffer when the process dies was not
/// given.
void say(const std::string &id)
{
    const std::string line = id + "\n";
    if (::write(STDOUT_FILENO, line.data(), line.size()) != static_cast<ssize_t>(line.size()))
        std::abort();
}

store::ExecutionRecord record()
{
    store::ExecutionRecord record;
    record.id = newUuid();
    record.flow = "helper";
    record.status = "running";
    record.startedAt = SystemClock().wall();
    record.input = json::Value(std::string(300, 'x'));
    return record;
}

void writeForEver(store::History &history)
{
    std::counting_semaphore<> slots(64);
    for (;;) {
        slots.acquire();
        store::ExecutionRecord first = record();
        store::ExecutionRecord last = first;
        last.status = "success";
        last.endedAt = last.startedAt + std::chrono::milliseconds(1);
        const std::string id = first.id;
        history.begin(std::move(first), "resume " + id, nullptr);
        history.journal(id, "entry", nullptr);
        history.finish(std::move(last), {}, [&slots, id](Status status) {
            if (!status)
                std::abort();
            say(id);
            slots.release();
        });
    }
}

void beginOnly(store::History &history, int count)
{
    for (int i = 0; i < count; ++i) {
        store::ExecutionRecord one = record();
        const std::string id = one.id;
        history.begin(std::move(one), "resume " + id, nullptr);
        history.journal(id, "first", nullptr);
        history.journal(id, "second", [id](Status status) {
            if (!status)
                std::abort();
            say(id);
        });
    }
    std::string line;
    while (std::getline(std::cin, line)) {
    }
}

} // namespace

int main(int argc, char **argv)
{
    if (argc < 3)
        return 2;
    Result<std::unique_ptr<store::History>> history = store::openHistory({.store = argv[2]});
    if (!history) {
        std::cerr << errorText(history.error()) << "\n";
        return 1;
    }
    if (std::string(argv[1]) == "write")
        writeForEver(**history);
    else
        beginOnly(**history, argc > 3 ? std::atoi(argv[3]) : 1);
    return 0;
}
