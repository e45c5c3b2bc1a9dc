// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/net/exchange.h"
#include "engine/net/server_connection.h"

#include <utility>

namespace batuta::net {
namespace {

// A line break inside would begin another field, and so let data pass for an event.
std::string oneLine(std::string_view text)
{
    std::string line(text);
    for (char &c : line) {
        if (c == '\r' || c == '\n' || c == '\0')
            c = ' ';
    }
    return line;
}

void appendData(std::string_view data, std::string &out)
{
    for (;;) {
        const std::size_t end = data.find_first_of("\r\n");
        out.append("data: ").append(data.substr(0, end)).append("\n");
        if (end == std::string_view::npos)
            return;
        const bool pair = data[end] == '\r' && end + 1 < data.size() && data[end + 1] == '\n';
        data.remove_prefix(end + (pair ? 2 : 1));
    }
}

} // namespace

EventStream::State::~State()
{
    if (const auto owner = connection.lock(); owner && open)
        owner->endStream();
}

EventStream::EventStream(std::shared_ptr<State> state)
    : m_state(std::move(state))
{
}

bool EventStream::send(std::string_view id, std::string_view event, std::string_view data)
{
    const auto owner = m_state->open ? m_state->connection.lock() : nullptr;
    if (!owner)
        return false;
    std::string text;
    text.reserve(id.size() + event.size() + data.size() + 40);
    if (!id.empty())
        text.append("id: ").append(oneLine(id)).append("\n");
    if (!event.empty())
        text.append("event: ").append(oneLine(event)).append("\n");
    if (!data.empty())
        appendData(data, text);
    text.append("\n");
    return owner->sendEvent(text);
}

bool EventStream::comment(std::string_view text)
{
    const auto owner = m_state->open ? m_state->connection.lock() : nullptr;
    return owner && owner->sendEvent(": " + oneLine(text) + "\n\n");
}

void EventStream::close()
{
    const auto owner = m_state->connection.lock();
    if (m_state->open && owner)
        owner->endStream();
    m_state->open = false;
    m_state->closed = nullptr;
}

bool EventStream::isOpen() const
{
    return m_state->open;
}

std::size_t EventStream::backlog() const
{
    const auto owner = m_state->open ? m_state->connection.lock() : nullptr;
    return owner ? owner->streamBacklog() : 0;
}

void EventStream::onClosed(std::function<void()> work)
{
    if (m_state->open)
        m_state->closed = std::move(work);
}

Responder::State::State(std::weak_ptr<ServerConnection> owner)
    : connection(std::move(owner))
{
}

Responder::State::~State()
{
    if (const auto owner = connection.lock(); owner && open) {
        open = false;
        owner->answer(errorResponse(500, {ErrorCode::Internal, {}, "the request was not answered", {}, {}}));
    }
}

Responder::Responder(std::shared_ptr<State> state)
    : m_state(std::move(state))
{
}

void Responder::send(ServerResponse response)
{
    const auto owner = m_state->connection.lock();
    if (!m_state->open || !owner)
        return;
    m_state->open = false;
    m_state->closed = nullptr;
    owner->answer(std::move(response));
}

void Responder::abort()
{
    const auto owner = m_state->connection.lock();
    if (!m_state->open || !owner)
        return;
    m_state->open = false;
    m_state->closed = nullptr;
    owner->close();
}

EventStream Responder::stream(Headers headers)
{
    auto stream = std::make_shared<EventStream::State>();
    const auto owner = m_state->connection.lock();
    if (m_state->open && owner) {
        m_state->open = false;
        m_state->closed = nullptr;
        stream->connection = owner;
        stream->open = owner->startStream(stream, headers);
    }
    return EventStream(std::move(stream));
}

void Responder::onClosed(std::function<void()> work)
{
    if (m_state->open)
        m_state->closed = std::move(work);
}

bool Responder::isOpen() const
{
    return m_state->open;
}

} // namespace batuta::net
