// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/net/server_request.h"

#include "engine/base/text.h"
#include "engine/json/json.h"
#include "engine/net/http_text.h"

#include <boost/asio/ip/address.hpp>

#include <algorithm>
#include <utility>

namespace batuta::net {
namespace {

Error badRequest(std::string detail)
{
    return {ErrorCode::HttpBadRequest, {}, std::move(detail), {}, {}};
}

} // namespace

std::string_view ServerRequest::header(std::string_view name) const
{
    const std::string *value = findHeader(headers, name);
    return value ? std::string_view(*value) : std::string_view();
}

std::string_view ServerRequest::queryValue(std::string_view name) const
{
    const auto found =
        std::find_if(query.begin(), query.end(), [name](const auto &item) { return item.first == name; });
    return found == query.end() ? std::string_view() : std::string_view(found->second);
}

Status readRequestTarget(std::string_view target, ServerRequest &request)
{
    if (target.substr(0, 7) == "http://" || target.substr(0, 8) == "https://") {
        target.remove_prefix(target.find("//") + 2);
        target.remove_prefix(std::min(target.find_first_of("/?"), target.size()));
    } else if (target.empty() || target.front() != '/') {
        return badRequest("the request target is not a path");
    }
    if (target.find('#') != std::string_view::npos)
        return badRequest("a fragment (#) does not belong in a request");
    const std::size_t mark = std::min(target.find('?'), target.size());
    auto path = percentDecoded(target.substr(0, mark));
    if (!path)
        return path.error();
    request.path = path->empty() ? "/" : std::move(*path);
    bool readable = isValidUtf8(request.path);
    if (mark < target.size()) {
        auto query = parseQuery(target.substr(mark + 1));
        if (!query)
            return query.error();
        request.query = std::move(*query);
        for (const auto &[name, value] : request.query)
            readable = readable && isValidUtf8(name) && isValidUtf8(value);
    }
    if (!readable)
        return badRequest("the request target is not valid UTF-8");
    return {};
}

std::string_view targetAuthority(std::string_view target)
{
    if (target.substr(0, 7) != "http://" && target.substr(0, 8) != "https://")
        return {};
    target.remove_prefix(target.find("//") + 2);
    return target.substr(0, target.find_first_of("/?"));
}

void setHost(std::string_view authority, Headers &headers)
{
    const auto host = std::find_if(headers.begin(), headers.end(), [](const auto &header) {
        return equalIgnoringCase(header.first, "Host");
    });
    if (host == headers.end())
        headers.emplace_back("Host", authority);
    else
        host->second = authority;
}

Status checkHost(const Headers &headers, int version)
{
    const auto count = std::count_if(headers.begin(), headers.end(), [](const auto &header) {
        return equalIgnoringCase(header.first, "Host");
    });
    if (count > 1 || (count == 0 && version >= 11))
        return badRequest(count > 1 ? "there is more than one Host header" : "the Host header is missing");
    return {};
}

ServerResponse errorResponse(int status, const Error &error)
{
    json::Object about;
    about.set("code", codeName(error.code));
    about.set("message", error.subject.empty() ? std::string(codeTitle(error.code))
                                               : std::string(codeTitle(error.code)) + ": " + error.subject);
    about.set("detail", error.detail);
    about.set("mend", mendText(error));
    json::Object root;
    root.set("error", std::move(about));
    ServerResponse response;
    response.status = status;
    response.body = json::write(std::move(root));
    return response;
}

bool isLoopback(const std::string &address)
{
    if (equalIgnoringCase(address, "localhost"))
        return true;
    boost::system::error_code error;
    const auto ip = boost::asio::ip::make_address(address, error);
    if (error)
        return false;
    if (ip.is_v6() && ip.to_v6().is_v4_mapped())
        return boost::asio::ip::make_address_v4(boost::asio::ip::v4_mapped, ip.to_v6()).is_loopback();
    return ip.is_loopback();
}

} // namespace batuta::net
