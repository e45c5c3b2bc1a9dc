// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/net/http_client.h"

#include "engine/net/client_core.h"

#include <utility>

namespace batuta::net {

struct HttpClient::State final : ClientCore
{
    using ClientCore::ClientCore;
};

HttpClient::HttpClient(Loop &loop, HttpClientOptions options)
    : m_state(std::make_shared<State>(loop, std::move(options)))
{
}

HttpClient::~HttpClient()
{
    m_state->shutDown();
}

HttpClient::CallId HttpClient::send(HttpRequest request, Done done)
{
    return m_state->send(std::move(request), std::move(done));
}

void HttpClient::cancel(CallId id)
{
    m_state->cancel(id);
}

} // namespace batuta::net
