// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/base/text.h"
#include "engine/cloud_local/cloud.h"
#include "engine/cloud_local/names.h"
#include "engine/json/json.h"

#include <charconv>

namespace batuta::cloud_local {
namespace {

using Parameters = std::map<std::string, std::string, std::less<>>;

/// One segment against `{name}`, `{name}:verb` or a word.
bool takes(std::string_view pattern, std::string_view segment, Parameters &parameters)
{
    if (!pattern.starts_with('{'))
        return pattern == segment;
    const std::size_t end = pattern.find('}');
    const std::string_view verb = pattern.substr(end + 1);
    if (segment.size() <= verb.size() || !segment.ends_with(verb))
        return false;
    segment.remove_suffix(verb.size());
    if (verb.empty() && pattern.substr(1, end - 1) != "o" && segment.find(':') != std::string_view::npos)
        return false;
    parameters.insert_or_assign(std::string(pattern.substr(1, end - 1)), std::string(segment));
    return true;
}

bool matches(std::string_view pattern, std::string_view path, Parameters &parameters)
{
    parameters.clear();
    while (!pattern.empty()) {
        pattern.remove_prefix(1);
        if (path.empty())
            return false;
        path.remove_prefix(1);
        const std::string_view wanted = pattern.substr(0, pattern.find('/'));
        if (wanted.ends_with("*}")) {
            parameters.insert_or_assign(std::string(wanted.substr(1, wanted.size() - 3)), std::string(path));
            return !path.empty();
        }
        const std::string_view segment = path.substr(0, path.find('/'));
        if (!takes(wanted, segment, parameters))
            return false;
        pattern.remove_prefix(wanted.size());
        path.remove_prefix(segment.size());
    }
    return path.empty();
}

Answer notHere(const net::ServerRequest &request)
{
    return answerOf(
        Refusal{404, "NOT_FOUND", "The requested URL " + request.path + " was not found on this server."});
}

/// What is refused before any route is looked for.
std::optional<Refusal> refusal(const net::ServerRequest &request, const std::optional<Place> &place)
{
    if (!place)
        return Refusal{
            403, "PERMISSION_DENIED",
            "This is Batuta's local cloud: it answers for *.googleapis.com and loopback names only, and "
            "forwards nowhere."};
    if (!request.header("Origin").empty())
        return Refusal{403, "PERMISSION_DENIED", "A web page may not call the local cloud."};
    return std::nullopt;
}

/// Who calls, or 401.
Outcome<std::string> caller(const Cloud &cloud, const net::ServerRequest &request, Api api)
{
    const std::string_view token = bearer(request.header("Authorization"));
    if (const auto identity = cloud.tokens.read(token); identity && identity->audience.empty())
        return identity->email;
    const bool isOpen = api == Api::OAuth || api == Api::Metadata; // where tokens come from
    if (!isOpen && (cloud.options.wantsToken || cloud.tokens.isOurs(token)))
        return refused(
            401, "UNAUTHENTICATED",
            "Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie "
            "or other valid authentication credential. See "
            "https://developers.google.com/identity/sign-in/web/devconsole-project.");
    return cloud.options.account;
}

/// An API that was switched off, or a project without billing.
std::optional<Refusal> shut(const Call &call, Api api)
{
    const std::string_view host = hostOf(api);
    if (host.empty() || api == Api::ServiceUsage || api == Api::Billing || api == Api::ResourceManager ||
        !call.parameters.contains("p"))
        return std::nullopt;
    const std::string project = call.project();
    const json::Value *state = call.cloud.documents->find("api", project + "/" + std::string(host));
    if (state && (*state)["state"].asString() == "DISABLED")
        return denied(std::string(host) + " has not been used in project " + projectNumber(project) +
                          " before or it is disabled. Enable it and then retry.",
                      "SERVICE_DISABLED",
                      json::Object{{"service", std::string(host)},
                                   {"consumer", "projects/" + projectNumber(project)}})
            .value();
    const json::Value *billing = call.cloud.documents->find("billing", project);
    if (billing && !(*billing)["billingEnabled"].asBoolean() && (api == Api::Run || api == Api::Build))
        return denied("This API method requires billing to be enabled. Please enable billing on project #" +
                          projectNumber(project) + " and then retry.",
                      "BILLING_DISABLED",
                      json::Object{{"service", std::string(host)},
                                   {"consumer", "projects/" + projectNumber(project)}})
            .value();
    return std::nullopt;
}

Answer answered(Call &call, const Route &route)
{
    if (call.parameters.contains("p") && !isProjectId(call["p"]))
        return answerOf(Refusal{400, "INVALID_ARGUMENT", "'" + call["p"] + "' is not the id of a project."});
    if (const auto closed = shut(call, route.api))
        return answerOf(*closed);
    if (!route.isRaw && !call.request.body.empty()) {
        auto body = json::parse(call.request.body);
        if (!body)
            return answerOf(Refusal{400, "INVALID_ARGUMENT",
                                    "Invalid JSON payload received. " + errorText(body.error())});
        call.body = std::move(*body);
    }
    return route.handler(call);
}

} // namespace

const Routes &routes()
{
    static const Routes kRoutes = [] {
        Routes all;
        for (const auto add :
             {addRunV1, addRunV2, addRunIam, addJobs, addJobsV1, addOperations, addLogging, addMonitoring,
              addPolicies, addProjects, addTokens, addBuilds, addSecrets, addStorage})
            add(all);
        return all;
    }();
    return kRoutes;
}

void send(net::Responder &responder, Answer answer)
{
    net::ServerResponse response;
    response.status = answer.status;
    response.contentType = std::move(answer.contentType);
    response.headers = std::move(answer.headers);
    if (answer.text)
        response.body = std::move(*answer.text);
    else
        json::write(answer.body, response.body);
    responder.send(std::move(response));
}

void dispatch(Cloud &cloud, net::ServerRequest request, net::Responder responder)
{
    const auto place = placeOf(request.header("Host"));
    if (const auto no = refusal(request, place))
        return send(responder, answerOf(*no));
    Parameters parameters;
    const Route *found = nullptr;
    for (const Route &route : routes()) {
        const bool isHere = place->api == Api::Any || place->api == route.api;
        if (isHere && route.method == request.method && matches(route.path, request.path, parameters)) {
            found = &route;
            break;
        }
    }
    if (!found)
        return send(responder, notHere(request));
    const auto who = caller(cloud, request, found->api);
    if (!who)
        return send(responder, answerOf(who.error()));
    Call call{cloud, std::move(request), responder, *place, std::move(parameters), {}, *who};
    Answer answer = answered(call, *found);
    if (const Status written = cloud.documents->commit(); !written)
        answer = answerOf(
            Refusal{503, "UNAVAILABLE", "The state cannot be written: " + errorText(written.error())});
    if (!answer.isLater || answer.status == 503)
        send(responder, std::move(answer));
}

const std::string &Call::operator[](std::string_view name) const
{
    static const std::string kNone;
    const auto found = parameters.find(name);
    return found == parameters.end() ? kNone : found->second;
}

std::string Call::project() const
{
    const std::string &given = (*this)["p"];
    const json::Value *known = cloud.documents->find("project-number", given);
    if (known)
        return (*known)["id"].asString();
    const std::string number = projectNumber(given);
    if (number != given && !cloud.documents->find("project-number", number))
        cloud.documents->put("project-number", number, json::Object{{"id", given}});
    return given == projectNumber(cloud.options.project) ? cloud.options.project : given;
}

std::string Call::region() const
{
    if (const std::string &given = (*this)["r"]; !given.empty())
        return given == "-" ? std::string() : given;
    return place.region.empty() ? cloud.options.region : place.region;
}

int Call::number(std::string_view name, int fallback, int most) const
{
    const std::string_view text = query(name);
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return text.empty() || error != std::errc() || value <= 0 ? fallback : std::min(value, most);
}

Page pageOf(const Call &call, std::size_t count, int most, bool isV1)
{
    const std::string_view token = call.query(isV1 ? "continue" : "pageToken");
    const auto text = fromBase64(token).value_or(std::string());
    std::size_t from = 0;
    std::from_chars(text.data(), text.data() + text.size(), from);
    Page page;
    page.from = std::min(from, count);
    const int size = call.number(isV1 ? "limit" : "pageSize", most, most);
    page.to = std::min(count, page.from + static_cast<std::size_t>(size));
    if (page.to < count)
        page.next = base64(std::to_string(page.to), true);
    return page;
}

} // namespace batuta::cloud_local
