// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/host/deploy_look.h"

#include "engine/releases/draft.h"

#include <algorithm>
#include <map>

namespace batuta::host {
namespace {

using State = client::DeployFinding::State;

/// Which check a finding belongs to.
std::string checkOf(const std::string &code)
{
    static const std::map<std::string, std::string> kChecks{
        {"image", "image"}, {"name", "names"},     {"revision", "names"},     {"env", "keys"},
        {"mask", "keys"},   {"reference", "keys"}, {"empty", "keys"},         {"plain_secret", "keys"},
        {"quota", "quota"}, {"pinned", "traffic"}, {"reconciling", "traffic"}};
    const auto found = kChecks.find(code);
    return found == kChecks.end() ? "limits" : found->second;
}

client::DeployChange changeOf(const releases::KeyChange &change)
{
    return {static_cast<client::DeployChange::Kind>(change.kind), change.key, change.before, change.after};
}

/// One look; lives as long as somebody has still to answer.
class Look : public std::enable_shared_from_this<Look>
{
public:
    Look(DeployLook look, client::Reply<client::DeployCheck> reply)
        : m_look(std::move(look))
        , m_reply(std::move(reply))
    {
        m_check.at = m_look.at;
    }

    void begin()
    {
        m_look.cloud->service(m_look.name, [self = shared_from_this()](Result<cloud::Service> service) {
            if (!service && service.error().code != ErrorCode::HttpNotFound)
                return self->m_reply(service.error());
            self->m_check.isNew = !service;
            if (!service)
                return self->lookAround();
            self->m_now = std::move(*service);
            self->m_check.etag = self->m_now->etag;
            self->m_look.cloud->revisions(self->m_look.name,
                                          [self](Result<std::vector<cloud::Revision>> revisions) {
                                              if (!revisions)
                                                  return self->m_reply(revisions.error());
                                              self->m_revisions = std::move(*revisions);
                                              self->lookAround();
                                          });
        });
    }

private:
    const cloud::Service *now() const { return m_now ? &*m_now : nullptr; }
    bool goesOn() const { return m_look.request.stages.empty() && m_look.request.isPromoted; }

    void lookAround()
    {
        m_look.cloud->services(
            m_look.name.project, m_look.name.region,
            [self = shared_from_this()](const Result<std::vector<cloud::Service>> &services) {
                if (const Status drawn = self->draw(); !drawn)
                    return self->m_reply(drawn.error());
                self->judge(services ? *services : std::vector<cloud::Service>());
                self->m_open = 3;
                self->askImage();
                self->askHealth();
                self->askCloud();
            });
    }

    /// The draft as the rollout would send it, and what it means at the end.
    Status draw()
    {
        const client::RolloutRequest &request = m_look.request;
        const client::RolloutDraft &wish = request.draft;
        const cloud::ServiceConfig *base = m_now ? &m_now->config : nullptr;
        if (!wish.from.empty()) {
            const auto copied =
                std::find_if(m_revisions.begin(), m_revisions.end(),
                             [&](const cloud::Revision &one) { return one.name == wish.from; });
            if (copied == m_revisions.end())
                return Error{ErrorCode::HttpNotFound, wish.from, "the service has no such revision", {}, {}};
            base = &copied->config;
        }
        Result<cloud::ServiceConfig> config =
            releases::configOf({wish.image, wish.settings, wish.env, wish.unset}, base);
        if (!config)
            return Error{ErrorCode::InputInvalid,
                         config.error().subject,
                         config.error().detail,
                         {},
                         config.error().mend};
        m_draft.config = std::move(*config);
        if (!wish.suffix.empty())
            m_draft.revision = m_look.name.service + "-" + wish.suffix;
        const int share = goesOn() ? 100 : request.stages.empty() ? 0 : request.stages.front().percent;
        Result<releases::Traffic> first = releases::trafficOf(now(), 0, request.tag);
        Result<releases::Traffic> then = releases::trafficOf(now(), share, request.tag);
        if (!first || !then)
            return first ? then.error() : first.error();
        m_draft.traffic = std::move(*first);
        m_then = std::move(*then);
        return {};
    }

    void judge(const std::vector<cloud::Service> &services)
    {
        cloud::CloudPort::Draft meant = m_draft;
        meant.traffic = m_then;
        std::vector<releases::Finding> findings =
            releases::findingsOf(m_look.name.service, meant, now(), m_revisions);
        const releases::Room room{!m_now, !m_look.request.tag.empty(), m_revisions.size()};
        for (const auto &more :
             {releases::checkKeys(m_draft.config.env), releases::checkQuota(services, room)})
            findings.insert(findings.end(), more.begin(), more.end());
        m_fails = releases::fails(findings);
        for (const char *check : {"image", "limits", "names", "keys", "traffic", "quota"})
            addCheck(check, findings);
        const cloud::ServiceConfig before = m_now ? m_now->config : cloud::ServiceConfig();
        for (const releases::KeyChange &change : releases::changesBetween(before, m_draft.config))
            m_check.changes.push_back(changeOf(change));
        m_check.command = command();
    }

    void addCheck(const std::string &check, const std::vector<releases::Finding> &findings)
    {
        const std::size_t before = m_check.findings.size();
        for (const releases::Finding &one : findings)
            if (checkOf(one.code) == check)
                m_check.findings.push_back(
                    {check, one.weight == releases::Finding::Weight::Fails ? State::Fails : State::Warns,
                     one.code, one.text, one.mend});
        if (m_check.findings.size() == before)
            m_check.findings.push_back({check, State::Passes, {}, {}, {}});
    }

    /// All at once is one line; a canary moves the traffic with a second one.
    std::string command() const
    {
        cloud::CloudPort::Draft shown = m_draft;
        if (goesOn())
            shown.traffic = m_then;
        std::string lines = releases::gcloudLine(m_look.name, shown, now());
        const bool isSticky = goesOn() && m_now && releases::isPinned(m_now->traffic);
        if ((!m_look.request.stages.empty() || isSticky) && m_now)
            lines += "\n" + releases::gcloudLine(m_look.name, m_then);
        return lines;
    }

    void askImage()
    {
        const std::string &image = m_draft.config.image;
        const std::size_t at = image.find('@');
        const std::string digest = at == std::string::npos ? std::string() : image.substr(at + 1);
        findImage(*m_look.cloud, image, digest,
                  [self = shared_from_this()](std::optional<bool> found, std::string text) {
                      auto &findings = self->m_check.findings;
                      const auto line = std::find_if(findings.begin(), findings.end(), [](const auto &one) {
                          return one.check == "image" && one.state == State::Passes;
                      });
                      if (line != findings.end() && found && !*found)
                          *line = {"image", State::Fails, "missing_image", text + " is not in its registry",
                                   "Push it, or build it first."};
                      else if (line != findings.end())
                          *line = {"image", found ? State::Passes : State::Unknown, {}, text, {}};
                      self->came();
                  });
    }

    void askHealth()
    {
        const std::string &path = m_look.request.healthPath;
        const auto tell = [self = shared_from_this()](State state, const char *code, std::string text) {
            self->m_check.findings.push_back({"health", state, code, std::move(text), {}});
            self->came();
        };
        if (path.empty())
            return tell(State::Unknown, "no_path", {});
        if (!path.starts_with('/'))
            return tell(State::Fails, "health_path", path.substr(0, 200) + " does not begin with /");
        if (!m_now || m_now->url.empty())
            return tell(State::Unknown, "nothing_serves", {});
        m_look.knock(m_now->url + path, [path, tell](int status, const std::string &problem) {
            if (status >= 200 && status < 300)
                return tell(State::Passes, "", path + ": " + std::to_string(status));
            if (status == 401 || status == 403)
                return tell(State::Unknown, "health_locked", path + ": " + std::to_string(status));
            tell(State::Warns, "health_now", path + ": " + (status == 0 ? problem : std::to_string(status)));
        });
    }

    void askCloud()
    {
        if (m_fails) {
            m_check.findings.push_back({"cloud", State::Unknown, "not_asked", {}, {}});
            return came();
        }
        const auto took = [self = shared_from_this()](const Result<cloud::Operation> &operation) {
            const bool isGood = operation && !operation->error;
            const Error error = isGood ? Error() : operation ? *operation->error : operation.error();
            if (isGood)
                self->m_check.findings.push_back({"cloud", State::Passes, {}, {}, {}});
            else
                self->m_check.findings.push_back(
                    {"cloud", State::Fails, std::string(codeName(error.code)),
                     error.detail.empty() ? std::string(codeTitle(error.code)) : error.detail, error.mend});
            self->came();
        };
        using Check = cloud::CloudPort::Check;
        if (m_now)
            m_look.cloud->update(*m_now, m_draft, Check::Only, took);
        else
            m_look.cloud->create(m_look.name, m_draft, Check::Only, took);
    }

    void came()
    {
        if (--m_open > 0)
            return;
        // Health and cloud answer in any order, and are told in one.
        std::stable_sort(m_check.findings.begin(), m_check.findings.end(),
                         [](const auto &a, const auto &b) { return rank(a.check) < rank(b.check); });
        m_reply(std::move(m_check));
    }
    static std::size_t rank(const std::string &check)
    {
        static const std::vector<std::string> kOrder{"image",   "limits", "names",  "keys",
                                                     "traffic", "quota",  "health", "cloud"};
        return static_cast<std::size_t>(std::find(kOrder.begin(), kOrder.end(), check) - kOrder.begin());
    }

    DeployLook m_look;
    client::Reply<client::DeployCheck> m_reply;
    std::optional<cloud::Service> m_now;
    std::vector<cloud::Revision> m_revisions;
    cloud::CloudPort::Draft m_draft;
    releases::Traffic m_then;
    client::DeployCheck m_check;
    bool m_fails = false;
    int m_open = 0;
};

} // namespace

void lookAtDeploy(DeployLook look, client::Reply<client::DeployCheck> reply)
{
    std::make_shared<Look>(std::move(look), std::move(reply))->begin();
}

void findImage(cloud::CloudPort &port, const std::string &image, const std::string &digest,
               std::function<void(std::optional<bool>, std::string)> reply)
{
    if (image.find("-docker.pkg.dev/") == std::string::npos)
        return reply(std::nullopt, image);
    const std::string repository = image.substr(0, image.find_first_of("@:", image.find('/')));
    port.images(repository, [image, digest, reply](const Result<std::vector<cloud::Image>> &images) {
        if (!images)
            return reply(std::nullopt, images.error().detail);
        const std::size_t colon = image.find(':', image.find('/'));
        const std::string tag = colon == std::string::npos ? "latest" : image.substr(colon + 1);
        const bool isThere = std::any_of(images->begin(), images->end(), [&](const cloud::Image &each) {
            return digest.empty() ? std::find(each.tags.begin(), each.tags.end(), tag) != each.tags.end()
                                  : each.digest == digest;
        });
        reply(isThere, digest.empty() ? image : digest);
    });
}

} // namespace batuta::host
