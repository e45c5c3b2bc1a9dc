// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/series/keeper.h"

#include <algorithm>
#include <map>

namespace batuta::series {
namespace {

constexpr Duration kTidyEvery = std::chrono::minutes(1);

} // namespace

Keeper::Keeper(Ports ports, std::string path)
    : m_ports(std::move(ports))
    , m_path(std::move(path))
    , m_sampler(m_ports.metrics)
    , m_last(m_ports.clock.wall())
{
    m_thread.post([this] {
        Result<SeriesFile> file = SeriesFile::open(m_path);
        if (file)
            m_file.emplace(std::move(*file));
        else {
            m_problem = file.error();
            m_ports.log.error("series", "series_not_kept", {{"message", errorText(m_problem)}});
        }
    });
}

Keeper::~Keeper()
{
    *m_alive = false;
    m_ports.loop.cancelTimer(m_timer);
    if (m_timer != 0)
        m_thread.post([this, now = m_ports.clock.wall()] { store(now); });
    m_thread.close();
}

void Keeper::begin()
{
    arm();
}

/// At the round seconds of the clock, so that samples of several engines stand beside each other.
void Keeper::arm()
{
    const WallTime now = m_ports.clock.wall();
    const Duration wait = floorTo(now, kEvery) + kEvery - now;
    m_timer = m_ports.loop.startTimer(m_ports.clock.steady() + wait, [this] {
        sampleNow();
        arm();
    });
}

void Keeper::sampleNow()
{
    m_ports.refresh();
    const WallTime now = m_ports.clock.wall();
    m_thread.post([this, now, told = slot<WallTime>([this](const Result<WallTime> &at) {
                                  if (sampled && at)
                                      sampled(*at);
                              })] {
        store(now);
        told(now);
    });
}

void Keeper::store(WallTime now)
{
    if (!m_file)
        return;
    // A machine that slept was not looked at meanwhile.
    const Duration covered = std::clamp<Duration>(now - m_last, Duration(0), 2 * kEvery);
    m_last = now;
    Result<Slot> slot = m_sampler.take(*m_file);
    Status done = slot ? m_file->append(floorTo(now - covered / 2, tiers()[0].step), covered, *slot)
                       : Status(slot.error());
    if (done && now - m_tidied >= kTidyEvery) {
        m_tidied = now;
        done = m_file->tidy(now);
    }
    if (!done && !std::exchange(m_hasFailed, true))
        m_ports.log.error("series", "series_write_failed", {{"message", errorText(done.error())}});
    m_hasFailed = m_hasFailed && !done;
}

void Keeper::ask(Question question, Reply<Answer> reply)
{
    with<Answer>(
        [question = std::move(question)](SeriesFile &file) { return Evaluation(file, question).answer(); },
        std::move(reply));
}

void Keeper::catalogue(Reply<Catalogue> reply)
{
    with<Catalogue>(
        [](SeriesFile &file) {
            std::map<std::string, Metric> metrics;
            for (const SeriesInfo &info : file.series()) {
                Metric &metric = metrics[info.name];
                metric.name = info.name;
                metric.kind = info.kind;
                metric.series.push_back(info.labels);
            }
            Catalogue catalogue;
            for (auto &[name, metric] : metrics)
                catalogue.metrics.push_back(std::move(metric));
            catalogue.left = file.left();
            return Result<Catalogue>(std::move(catalogue));
        },
        std::move(reply));
}

} // namespace batuta::series
