// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/client/acts.h"
#include "engine/client/cloud_values.h"
#include "engine/client/engine_client.h"
#include "engine/client/release_values.h"
#include "engine/cloud/cloud_port.h"
#include "engine/cloud/settings.h"
#include "engine/host/rehearsals.h"
#include "engine/host/release_kit.h"
#include "engine/steps/cloud_access.h"
#include "engine/store/records.h"

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace batuta::host {

/// The engine's part in releases: which cloud an environment lives in, what runs there, and the acts that
/// move traffic. Owns a connection for each environment that was asked about. On the loop's thread; replies
/// come there, and none after it is gone.
class ReleaseDesk
{
public:
    /// Environments and their clouds, in the order of the workspace's file.
    using Places = std::vector<std::pair<std::string, cloud::Settings>>;
    struct Ports
    {
        const Clock &clock;
        std::string ownEnvironment; ///< of the engine
        std::function<Result<Places>()> places;
        std::function<Result<std::unique_ptr<cloud::CloudPort>>(const cloud::Settings &)> open;
        /// The record of acts, newest first, below a number.
        std::function<void(std::int64_t below, int limit, client::Reply<store::AuditPage>)> audit;
        /// One more entry of it; `then` once it is there, or could not be.
        std::function<void(store::AuditEntry, std::function<void()> then)> note;
        /// Flows that call one of these addresses.
        std::function<std::vector<std::string>(const std::vector<std::string> &urls)> callers;
        /// Starts a flow that is none of the workspace's; the reply comes when that is durable.
        std::function<void(flow::FlowPtr, client::StartExecution, client::Reply<client::Started>)> start;
        /// What a Prometheus server of the workspace answers to a question of PromQL.
        decltype(steps::CloudAccess::measure) measure;
        /// What the kit needs besides.
        ReleaseKit::Ports kit;
        /// Recorded executions, to be found and run once more; null where there is no history.
        std::shared_ptr<Rehearsals> rehearsals{};
    };

    explicit ReleaseDesk(Ports ports);
    ~ReleaseDesk();

    void board(const client::ReleaseQuery &query, client::Reply<client::ReleaseBoard> reply);
    void service(const client::ServiceQuery &query, client::Reply<client::ServiceBoard> reply);
    void check(const client::RouteQuery &query, client::Reply<client::RouteCheck> reply);
    void lookUp(const client::ReleaseLookup &lookup, client::Reply<json::Value> reply);
    // release_watch.cpp
    void clouds(const client::Reply<std::vector<client::CloudPlace>> &reply);
    void logs(const client::CloudLogQuery &query, client::Reply<client::CloudLogPage> reply);
    /// Of a question whose source is a cloud.
    void figures(const series::Question &question, client::Reply<series::Answer> reply);
    /// All but what was published, which the engine's figures tell.
    void marks(const client::MarkQuery &query, client::Reply<client::ReleaseMarks> reply);

    static bool isAct(const std::string &verb);
    /// ActForbidden without the role, ActRefused without a reason where the environment is guarded,
    /// InputInvalid for what is no traffic.
    Status check(const client::Act &act);
    /// One request to the cloud. The answer has {operation, done}; a refusal is noted in the audit.
    void perform(const client::Act &act, client::Reply<json::Value> reply);
    /// What the `cloud_run` steps of the engine's executions stand on.
    std::shared_ptr<const steps::CloudAccess> access() const { return m_access; }
    /// The workspace's file may say something else now.
    void forget();

private:
    struct Gathering;
    struct Marking;
    struct Figures
    {
        std::vector<client::RevisionFigures> list;
        std::optional<Error> problem;
        WallTime at{};
    };

    Result<const Places *> places();
    Result<const std::pair<std::string, cloud::Settings> *> place(const std::string &environment);
    Result<cloud::CloudPort *> portOf(const std::string &environment);
    Result<ReleaseKit::Place> placeOfKit(const std::string &environment);
    void gatherFigures(const std::shared_ptr<Gathering> &gathering, cloud::CloudPort &port);
    void gatherEntries(const std::shared_ptr<Gathering> &gathering, std::int64_t below, int pages);
    void finish(const std::shared_ptr<Gathering> &gathering);
    void lookForImage(const std::string &environment, const client::RouteQuery &query,
                      client::RouteCheck check, const client::Reply<client::RouteCheck> &reply);
    static client::CloudPlace shownPlace(const std::pair<std::string, cloud::Settings> &place);
    void markActs(const std::shared_ptr<Marking> &marking, std::int64_t below, int pages);
    void markRevisions(const std::shared_ptr<Marking> &marking, cloud::CloudPort &port,
                       const std::vector<cloud::ServiceName> &services);
    Result<steps::CloudPlace> placeOfStep(const std::string &environment);
    static Status checkRollout(const client::Act &act, bool isGuarded);
    void rollOut(const client::Act &act, client::Reply<json::Value> reply);
    void rehearse(const client::Act &act, client::Reply<json::Value> reply);
    void startFlow(const std::string &text, client::StartExecution command, const std::string &verb,
                   client::Reply<json::Value> reply);
    std::shared_ptr<const steps::CloudAccess> makeAccess();
    void findMover(const steps::MovedQuery &query, std::function<void(std::string)> reply);
    client::Reply<json::Value> untilRefused(const client::Act &act, client::Reply<json::Value> reply);
    void refused(const client::Act &act, const Error &error, client::Reply<json::Value> reply);

    Ports m_ports;
    std::optional<Places> m_places;
    std::map<std::string, std::shared_ptr<cloud::CloudPort>> m_open; ///< by environment
    std::map<std::string, Figures> m_figures;                        ///< by `environment/service`
    std::shared_ptr<int> m_life = std::make_shared<int>(0);
    std::shared_ptr<const steps::CloudAccess> m_access;
    ReleaseKit m_kit;
};

/// The part of a revision's name behind its service's: `00042-kex`.
std::string shortRevision(const std::string &revision, const std::string &service);

} // namespace batuta::host
