// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/net/loop.h"
#include "engine/series/evaluation.h"
#include "engine/series/sampler.h"
#include "engine/store/job_thread.h"
#include "engine/telemetry/log.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace batuta::series {

template <class T> using Reply = std::function<void(Result<T>)>;

/// Samples a registry every five seconds into a file, and answers questions about it. Lives on the loop's
/// thread, replies come there; the file has a thread of its own. A file that cannot be opened is told once in
/// the log and in every answer: nothing else suffers from it.
class Keeper
{
public:
    struct Ports
    {
        net::Loop &loop;
        telemetry::Logger &log;
        const telemetry::Metrics &metrics;
        const Clock &clock;
        std::function<void()> refresh; ///< brings the registry's gauges up to date, before each sample
    };

    static constexpr Duration kEvery = std::chrono::seconds(5);

    Keeper(Ports ports, std::string path);
    /// Takes a last sample.
    ~Keeper();

    /// From now on, every five seconds.
    void begin();
    void sampleNow();
    void ask(Question question, Reply<Answer> reply);
    void catalogue(Reply<Catalogue> reply);
    /// Work with the file on its thread; its result is handed to `reply` on the loop.
    template <class T> void with(std::function<Result<T>(SeriesFile &)> work, Reply<T> reply)
    {
        m_thread.post([this, work = std::move(work), put = slot<T>(std::move(reply))] {
            put(m_file ? work(*m_file) : Result<T>(m_problem));
        });
    }
    /// Called on the loop after each sample, with the time that it was taken.
    std::function<void(WallTime)> sampled;

private:
    template <class T> std::function<void(Result<T>)> slot(Reply<T> reply)
    {
        return [&loop = m_ports.loop, alive = m_alive, reply = std::move(reply)](Result<T> result) {
            loop.post([alive, reply, result = std::move(result)]() mutable {
                if (*alive)
                    reply(std::move(result));
            });
        };
    }
    void arm();
    void store(WallTime now);

    Ports m_ports;
    std::string m_path;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
    net::Loop::TimerId m_timer = 0;
    // On the file's thread from here on.
    std::optional<SeriesFile> m_file;
    Error m_problem;
    Sampler m_sampler;
    WallTime m_last{};
    WallTime m_tidied{};
    bool m_hasFailed = false;
    store::JobThread m_thread; ///< last: it uses the rest
};

} // namespace batuta::series
