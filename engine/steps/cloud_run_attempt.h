// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/releases/traffic.h"
#include "engine/steps/taken_over.h"
#include "engine/steps/wall_timer.h"

namespace batuta::steps {

/// What an attempt of a `cloud_run` step begins with. The references outlive the attempt.
struct CloudJob
{
    const Attempt &attempt;
    const Services &services;
    json::Value with; ///< the step's keys, evaluated
    CloudPlace place;
    cloud::ServiceName name;
    Report report;
};

/// What the actions of `cloud_run` have in common: one report, a timeout, a question asked again and again,
/// and a change that is never left half told. On the loop's thread.
class CloudRunAttempt : public RunningAttempt
{
public:
    explicit CloudRunAttempt(CloudJob job);
    ~CloudRunAttempt() override = default;

    virtual void begin() = 0;
    /// A change that is on its way is waited for: what really happened is told.
    void cancel() override;

protected:
    using Traffic = releases::Traffic;

    /// Takes the answer, as long as this lives; an error ends the attempt.
    template <class T> cloud::Reply<T> taking(std::function<void(T)> take)
    {
        return [this, life = std::weak_ptr(m_life), take = std::move(take)](Result<T> answer) {
            if (life.expired())
                return;
            if (answer)
                take(std::move(*answer));
            else
                refuse(answer.error());
        };
    }
    /// Takes both ends, as long as this lives.
    template <class T> std::function<void(T)> alive(std::function<void(T)> take)
    {
        return [life = std::weak_ptr(m_life), take = std::move(take)](T answer) {
            if (!life.expired())
                take(std::move(answer));
        };
    }

    // Each of these is the last thing that a function does: it may destroy this.
    void finish(json::Value output);
    void fail(std::string reason, json::Value output = {});
    void refuse(const Error &error);

    /// Later, once: `work` replaces what waited before.
    void later(Duration wait, std::function<void()> work);
    Duration pace() const; ///< between two questions

    using Change = std::function<void(cloud::Reply<cloud::Operation> reply)>;
    /// The entry of the audit, then the change, then `then`. What is refused is an entry, too.
    void change(CloudEntry entry, Change send, std::function<void()> then);
    /// Moves the traffic unless it is there already; `then` when it has arrived.
    void move(const cloud::Service &read, const Traffic &wanted, const std::string &verb,
              std::function<void(cloud::Service)> then);
    CloudEntry entryOf(const char *verb, json::Object data) const;
    /// Somebody else has the traffic of the revision: finds out who, for the audit and for `then`.
    void takeOver(const cloud::Service &service, const std::string &revision,
                  std::function<void(const TakenOver &)> then);

    std::string text(const char *key) const;
    /// A share as the file or an expression gives it.
    std::optional<int> percent() const;
    Result<Duration> length(const char *key, Duration fallback) const;
    bool isCancelled() const { return m_isCancelled; }
    WallTime begun() const { return m_begun; }
    WallTime now() const { return m_services.clock.wall(); }

    const Services &m_services;
    const json::Value m_with;
    const CloudPlace m_place;
    const cloud::ServiceName m_name;
    const std::string m_execution;
    const std::string m_step;

private:
    void arrived(const Traffic &wanted, std::function<void(cloud::Service)> then);
    void tell(AttemptReport what);

    WallTime m_begun;
    std::string m_who;
    Report m_report;
    WallTimer m_limit;
    WallTimer m_next;
    bool m_isChanging = false;
    bool m_isCancelled = false;
    std::shared_ptr<int> m_life = std::make_shared<int>(0);
};

/// The traffic with names in place of "whatever was ready last", and the share of a revision in it.
releases::Traffic namedTraffic(const cloud::Service &service);
/// Whether both give the same shares and tags.
bool isSameTraffic(const releases::Traffic &one, const releases::Traffic &other);
/// Where one revision alone answers: at its tag, or at the service when it has all of the traffic.
std::string addressOf(const cloud::Service &service, const std::string &revision);
int shareOf(const cloud::Service &service, const std::string &revision);
json::Value trafficValue(const releases::Traffic &traffic);

// One for each action.
std::unique_ptr<CloudRunAttempt> makeDeploy(CloudJob job);
std::unique_ptr<CloudRunAttempt> makeTraffic(CloudJob job);
std::unique_ptr<CloudRunAttempt> makeRollback(CloudJob job);
std::unique_ptr<CloudRunAttempt> makeCloudWait(CloudJob job);
std::unique_ptr<CloudRunAttempt> makeGate(CloudJob job);
std::unique_ptr<CloudRunAttempt> makeExport(CloudJob job);

} // namespace batuta::steps
