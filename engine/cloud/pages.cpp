// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/cloud/pages.h"

#include "engine/net/url.h"

namespace batuta::cloud {
namespace {

constexpr int kMostPages = 1'000; ///< of empty ones, too

struct Walk
{
    ApiCall call;
    std::string key;
    std::size_t most = 0;
    Reply<json::Array> reply;
    json::Array items{};
    int pages = 0;
};

void next(Api &api, const std::shared_ptr<Walk> &walk, const std::string &token)
{
    ApiCall call = walk->call;
    if (!token.empty())
        call.url += (call.url.find('?') == std::string::npos ? "?pageToken=" : "&pageToken=") +
                    net::percentEncoded(token);
    api.json(std::move(call), [&api, walk](Result<json::Value> page) {
        if (!page)
            return walk->reply(page.error());
        for (const json::Value &item : (*page)[walk->key].asArray())
            if (walk->items.size() < walk->most)
                walk->items.push_back(item);
        const std::string &following = (*page)["nextPageToken"].asString();
        if (following.empty() || walk->items.size() >= walk->most || ++walk->pages == kMostPages)
            return walk->reply(std::move(walk->items));
        next(api, walk, following);
    });
}

} // namespace

void readPages(Api &api, ApiCall call, std::string key, std::size_t most, Reply<json::Array> reply)
{
    next(api, std::make_shared<Walk>(Walk{std::move(call), std::move(key), most, std::move(reply)}), {});
}

} // namespace batuta::cloud
