// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "app/sandbox/service.h"

#include "app/sandbox/resources.h"
#include "engine/base/text.h"
#include "engine/json/json.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace batuta::sandbox {
namespace {

constexpr std::string_view kHealthEnd = "/health";

int statusOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::HttpNotFound:
        return 404;
    case ErrorCode::HttpUnauthorized:
        return 401;
    case ErrorCode::HttpMethod:
        return 405;
    case ErrorCode::JsonTooLarge:
    case ErrorCode::HttpTooLarge:
        return 413;
    case ErrorCode::Internal:
        return 500;
    default:
        return 400;
    }
}

/// The bytes of a shipped file; empty when there is none of that name.
std::string_view catalogueFile(std::string_view kind)
{
    using File = std::pair<std::string_view, std::string_view>;
    const std::array files{
        File("skills", resources::sandbox_skills),   File("professions", resources::sandbox_professions),
        File("careers", resources::sandbox_careers), File("vacancies", resources::sandbox_vacancies),
        File("courses", resources::sandbox_courses), File("profiles", resources::sandbox_profiles)};
    for (const auto &[name, text] : files)
        if (name == kind)
            return text;
    return {};
}

net::ServerResponse indexPage(const std::string &baseUrl)
{
    json::Array functions;
    for (const Endpoint &endpoint : endpoints()) {
        const std::string url = baseUrl + "/" + std::string(endpoint.function);
        functions.push_back(json::Object{{"step", endpoint.step},
                                         {"function", endpoint.function},
                                         {"env", endpoint.envKey},
                                         {"url", url},
                                         {"health", url + "/health"}});
    }
    json::Array others;
    for (const std::string_view other :
         {"GET /health", "GET /env", "GET /catalogue/{skills,professions,careers,vacancies,courses,profiles}",
          "POST /webhook", "GET /webhook", "DELETE /webhook", "GET /control/calls?limit=50",
          "GET /control/faults", "PUT /control/faults", "PUT /control/faults/{function,step,*}",
          "DELETE /control/faults", "DELETE /control/faults/{function,step,*}"})
        others.push_back(other);
    return jsonAnswer(json::Object{{"service", "batuta-sandbox"},
                                   {"version", BATUTA_VERSION},
                                   {"functions", std::move(functions)},
                                   {"webhook", baseUrl + "/webhook"},
                                   {"endpoints", std::move(others)}});
}

/// A Host header that may stand in a URL: what follows is written into files.
bool isUsableHost(std::string_view host)
{
    return !host.empty() && host.size() <= 255 && std::all_of(host.begin(), host.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               std::string_view(".:-_[]").find(c) != std::string_view::npos;
    });
}

/// Takes the same time whatever the place of the first difference.
bool equalSecret(std::string_view given, std::string_view secret)
{
    unsigned difference = given.size() == secret.size() ? 0 : 1;
    for (std::size_t i = 0; i < given.size(); ++i)
        difference |= static_cast<unsigned char>(given[i] ^ secret[i % secret.size()]);
    return difference == 0;
}

} // namespace

net::ServerResponse errorAnswer(const Error &error)
{
    return net::errorResponse(statusOf(error.code), error);
}

net::ServerResponse jsonAnswer(json::Value value, int status)
{
    net::ServerResponse response;
    response.status = status;
    response.body = json::write(value);
    return response;
}

net::ServerResponse methodAnswer(std::string_view method, std::string_view allowed)
{
    net::ServerResponse response = errorAnswer({ErrorCode::HttpMethod,
                                                std::string(method.substr(0, 40)),
                                                "",
                                                {},
                                                "Use " + std::string(allowed) + "."});
    response.headers.emplace_back("Allow", std::string(allowed));
    return response;
}

void Server::Service::handle(net::ServerRequest request, net::Responder responder)
{
    if (request.method == "HEAD")
        request.method = "GET";
    if (request.path.size() > 1 && request.path.back() == '/')
        request.path.pop_back();
    const Endpoint *endpoint = findEndpoint(std::string_view(request.path).substr(1));
    if (endpoint != nullptr && request.method == "POST")
        return startCall(*endpoint, std::move(request), std::move(responder));
    if (endpoint != nullptr)
        return responder.send(methodAnswer(request.method, "POST"));
    for (const auto &route : {&Service::webhook, &Service::control})
        if (Reply reply = (this->*route)(request))
            return responder.send(std::move(*reply));
    if (Reply reply = page(request))
        return responder.send(std::move(*reply));
    const std::string meant = nearestEndpoint(std::string_view(request.path).substr(1));
    responder.send(
        errorAnswer({ErrorCode::HttpNotFound,
                     request.path.substr(0, 200),
                     "",
                     {},
                     meant.empty() ? "GET / lists what is here." : "Did you mean /" + meant + "?"}));
}

Server::Service::Reply Server::Service::page(const net::ServerRequest &request) const
{
    const std::string_view path = request.path;
    const auto health = [](std::string_view name) {
        return jsonAnswer(json::Object{{"status", "healthy"}, {"service", name}});
    };
    Reply reply;
    if (path == "/") {
        reply = indexPage(baseUrlFor(request));
    } else if (path == kHealthEnd) {
        reply = health("batuta-sandbox");
    } else if (path == "/env") {
        reply = net::ServerResponse{200, "text/plain; charset=utf-8", envText(baseUrlFor(request)), {}};
    } else if (path.rfind("/catalogue/", 0) == 0) {
        const std::string_view file = catalogueFile(path.substr(11));
        if (!file.empty())
            reply = net::ServerResponse{200, "application/json", std::string(file), {}};
    } else if (path.size() > kHealthEnd.size() &&
               path.substr(path.size() - kHealthEnd.size()) == kHealthEnd) {
        if (const Endpoint *endpoint = findEndpoint(path.substr(1, path.size() - kHealthEnd.size() - 1)))
            reply = health(endpoint->function);
    }
    if (reply && request.method != "GET")
        return methodAnswer(request.method, "GET");
    return reply;
}

// The sender of the webhook has no way to give a token, so only reading it asks for one.
Server::Service::Reply Server::Service::webhook(const net::ServerRequest &request)
{
    if (request.path != "/webhook")
        return std::nullopt;
    if (request.method == "POST") {
        m_inbox.add(m_clock.wall(), request.header("Content-Type"), request.body);
        return jsonAnswer(json::Object{{"status", "received"}});
    }
    if (request.method != "GET" && request.method != "DELETE")
        return methodAnswer(request.method, "GET, POST, DELETE");
    if (!isAuthorised(request))
        return errorAnswer({ErrorCode::HttpUnauthorized, request.path, "", {}, ""});
    if (request.method == "DELETE")
        m_inbox.clear();
    return jsonAnswer(m_inbox.list());
}

Server::Service::Reply Server::Service::control(const net::ServerRequest &request)
{
    constexpr std::string_view kFaults = "/control/faults";
    const std::string_view path = request.path;
    const bool isFaults = path == kFaults || path.rfind("/control/faults/", 0) == 0;
    if (!isFaults && path != "/control/calls")
        return std::nullopt;
    if (!isAuthorised(request))
        return errorAnswer({ErrorCode::HttpUnauthorized, request.path.substr(0, 200), "", {}, ""});
    if (!isFaults)
        return callsControl(request);
    return faultsControl(request, path.size() > kFaults.size() ? path.substr(kFaults.size() + 1) : "");
}

net::ServerResponse Server::Service::faultsControl(const net::ServerRequest &request, std::string_view name)
{
    Status status;
    if (request.method == "PUT") {
        const Result<json::Value> rule = json::parse(request.body);
        if (!rule)
            return errorAnswer(rule.error());
        status = name.empty() ? m_faults.setAll(*rule) : m_faults.set(name, *rule);
    } else if (request.method == "DELETE") {
        if (name.empty())
            m_faults.clearAll();
        else
            status = m_faults.clear(name);
    } else if (request.method != "GET" || !name.empty()) {
        return methodAnswer(request.method, name.empty() ? "GET, PUT, DELETE" : "PUT, DELETE");
    }
    if (!status)
        return errorAnswer(status.error());
    return jsonAnswer(json::Object{{"faults", m_faults.list()}});
}

net::ServerResponse Server::Service::callsControl(const net::ServerRequest &request) const
{
    if (request.method != "GET")
        return methodAnswer(request.method, "GET");
    std::size_t limit = 50;
    if (const std::string_view text = request.queryValue("limit"); !text.empty()) {
        const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), limit);
        if (code != std::errc() || end != text.data() + text.size())
            return errorAnswer(
                {ErrorCode::HttpBadRequest, "limit", "a whole number is needed", {}, "Send ?limit=50."});
    }
    json::Object calls = m_calls.list(limit);
    calls.set("open", m_server->openRequests() - 1); // this one does not count
    calls.set("hung", static_cast<std::int64_t>(m_held.size()));
    return jsonAnswer(std::move(calls));
}

// Inside a container or behind a forwarded port, only the caller knows the name that leads here.
std::string Server::Service::baseUrlFor(const net::ServerRequest &request) const
{
    const std::string_view host = request.header("Host");
    return isUsableHost(host) ? "http://" + std::string(host) : baseUrl();
}

bool Server::Service::isAuthorised(const net::ServerRequest &request) const
{
    constexpr std::string_view kScheme = "Bearer ";
    const std::string_view given = request.header("Authorization");
    return m_options.token.empty() ||
           (given.size() > kScheme.size() && equalIgnoringCase(given.substr(0, kScheme.size()), kScheme) &&
            equalSecret(trimmed(given.substr(kScheme.size())), m_options.token));
}

} // namespace batuta::sandbox
