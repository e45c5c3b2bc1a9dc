// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/net/message_parser.h"
#include "engine/net/server_core.h"

#include <memory>
#include <optional>
#include <string>

namespace batuta::net {

/// One accepted connection: reads requests, hands them to the handler one after the other, writes the answers
/// in order, and closes when a deadline passes (see ServerCore::sweep). While a request is being handled it
/// goes on reading, within bounds, so that it notices a peer that leaves. Lives on the loop's thread; owned
/// by ServerCore and its own operations.
class ServerConnection : public std::enable_shared_from_this<ServerConnection>
{
public:
    ServerConnection(ServerCore &core, Socket socket);

    void start();
    void refuseBusy();
    void close();
    void closeWhenIdle();
    bool isOverdue(SteadyTime now) const { return now >= m_deadline; }
    void timedOut();

    void answer(ServerResponse response);
    /// Writes as much of the answer as the socket takes, and the rest when it takes more.
    void writeMore();
    bool startStream(const std::shared_ptr<EventStream::State> &stream, const Headers &headers);
    bool sendEvent(std::string_view text);
    void endStream();
    std::size_t streamBacklog() const { return m_writing ? unwritten() + m_queue.size() : 0; }

    std::size_t index() const { return m_index; }
    void setIndex(std::size_t index) { m_index = index; }
    bool isRefused() const { return m_refused; }

private:
    /// Idle: nothing of a request has come. Handling: the handler has it. Draining: the last answer was sent,
    /// and what the peer still sends is thrown away for a moment (closing at once could destroy the answer on
    /// its way).
    enum class Phase { Idle, Header, Body, Handling, Writing, Streaming, Draining, Closed };

    void enter(Phase phase, Duration limit);
    void process();
    bool parseSome();
    bool headerRead();
    void dispatch();
    void becomeTunnel();
    void handle(ServerRequest request);
    void refuse(int status, ErrorCode code, std::string detail);
    void refuseUnreadable(const ErrorCodeOf &error);
    void readMore();
    void readDone(const ErrorCodeOf &error, std::size_t count);
    void peerLeft(bool broken);
    void waitWritable();
    void writeDone();
    void answerWritten();
    void drain();
    void closeRequest();
    void notifyLeft(bool open);
    void appendHead(const ServerResponse &response, std::string_view framing);
    void appendEvent(std::string_view text, std::string &out) const;
    std::size_t unwritten() const { return m_head.size() + m_body.size() - m_sent; }

    std::shared_ptr<ServerCore> m_core;
    Socket m_socket;
    std::string m_remote;
    ReadBuffer m_in;
    std::optional<RequestParser> m_parser;
    std::string m_head;     ///< being written: the head, and small bodies
    std::string m_body;     ///< being written after m_head: a large body
    std::string m_queue;    ///< events that wait for m_head to be written
    std::size_t m_sent = 0; ///< of m_head and m_body together
    std::size_t m_drained = 0;
    std::weak_ptr<Responder::State> m_exchange;
    std::weak_ptr<EventStream::State> m_stream;
    SteadyTime m_deadline = SteadyTime::max();
    std::size_t m_index = 0;
    Phase m_phase = Phase::Idle;
    int m_version = 11;
    bool m_isHead = false;
    bool m_keepAlive = true;
    bool m_chunked = false;
    bool m_reading = false;
    bool m_writing = false;
    bool m_processing = false;
    bool m_requestOpen = false;
    bool m_peerLeft = false;
    bool m_streamEnded = false;
    bool m_refused = false;
};

} // namespace batuta::net
