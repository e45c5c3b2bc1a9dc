// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/fleet/http_head.h"
#include "engine/fleet/ingress.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace batuta::fleet {

inline constexpr std::size_t kHeadBytes = 64u << 10;
inline constexpr std::size_t kBuffer = 16u << 10;
inline constexpr auto kHeadTime = std::chrono::seconds(20);

/// What is known of the request that a connection handles: for its log line, and to send it again.
struct Exchange
{
    std::string method;
    std::string url;
    std::string userAgent;
    std::string referer;
    std::string trace;
    std::string span;
    std::string problem; ///< one sentence in the log line, when it went wrong
    std::string wishedInstance;
    WallTime time{};
    SteadyTime begun{};
    std::uint64_t requestBytes = 0;
    std::uint64_t responseBytes = 0;
    int status = 0;
    int minor = 1;
    int tries = 0;
    bool isSampled = false;
    bool isHead = false;
    bool isReplayable = false; ///< all of it is in the buffer that is sent
    bool wasSent = false;      ///< some of it, to some instance
    bool hasResponse = false;  ///< the head of the answer has been read
    bool responseDone = false;
    bool upstreamStays = false;
    bool encodes = false; ///< the answer has no end of its own: chunks are put around it
    bool decodes = false; ///< the client knows no chunks
};

/// One client: reads its requests one after the other, has an instance found for each, and carries bytes in
/// both directions as they come. Owned by Ingress and by its own operations. On the loop's thread.
class IngressConnection final : public Waiter, public std::enable_shared_from_this<IngressConnection>
{
public:
    IngressConnection(Ingress &ingress, std::shared_ptr<Door> door, net::Socket socket);
    ~IngressConnection() override;

    void start();
    void close();
    void closeWhenIdle();
    bool isOverdue(SteadyTime now) const { return now >= m_deadline; }
    void timedOut();
    std::size_t index() const { return m_index; }
    void setIndex(std::size_t index) { m_index = index; }

private:
    /// Answering: an answer of our own is being written. Draining: it was the last, and what the client still
    /// sends is thrown away for a moment, for closing at once could destroy the answer on its way.
    enum class Phase { Idle, Head, Waiting, Relaying, Answering, Draining, Closed };

    // Waiter
    void granted(std::shared_ptr<Instance> instance) override;
    void refused(int status) override;
    bool isWaiting() const override { return m_phase == Phase::Waiting; }

    // The client's side: ingress_request.cpp
    void readClient();
    void clientRead(const boost::system::error_code &error, std::size_t count);
    void process();
    bool parseSome();
    void begin(const MessageHead &head);
    bool findService(const MessageHead &head, std::string &tag);
    void chooseRevision(const MessageHead &head, const std::string &tag);
    bool isAdmitted(const MessageHead &head);
    void makeUpstreamHead(const MessageHead &head);
    void readTracing(const MessageHead &head);
    void answer(int status, std::string_view text, std::string problem = {});
    void drain();

    // The instance's side: ingress_upstream.cpp
    void seek();
    void connect();
    void connected(const boost::system::error_code &error);
    void send();
    bool fillUpstream();
    int bodyProblem() const; ///< the status that refuses it, or 0
    void waitToSend();
    void upstreamBroke();
    void seekLater();
    void readUpstream();
    void upstreamRead(const boost::system::error_code &error, std::size_t count);
    void letGo();

    // The answer: ingress_answer.cpp
    bool takeHead();
    void makeClientHead(const MessageHead &head, std::string_view statusLine);
    bool takeBody();
    void endOfUpstream();
    void flush();
    void flushed();
    void finish();
    void leave(int status, std::string problem);
    void writeLog();
    void nextRequest();

    std::shared_ptr<Ingress> m_ingress;
    std::shared_ptr<Door> m_door;
    net::Socket m_client;
    std::string m_remoteIp;
    net::ReadBuffer m_in;
    LiveRoutePtr m_route;
    std::shared_ptr<Revision> m_revision;
    std::shared_ptr<Instance> m_instance;
    std::unique_ptr<Upstream> m_upstream;
    Exchange m_exchange;
    BodyTrack m_requestBody;
    BodyTrack m_responseBody;
    std::string m_out;   ///< for the instance
    std::string m_reply; ///< for the client
    std::size_t m_outSent = 0;
    std::size_t m_replySent = 0;
    std::size_t m_searched = 0; ///< of the head's end, in m_in
    std::size_t m_drained = 0;
    std::size_t m_index = 0;
    std::uint64_t m_serial = 0; ///< of the instance's connection: older operations are stale
    SteadyTime m_deadline = SteadyTime::max();
    Phase m_phase = Phase::Idle;
    bool m_keepAlive = true;
    bool m_isReading = false;
    bool m_isSending = false; ///< waits to send to the instance
    bool m_isWriting = false; ///< waits to write to the client
    bool m_isProcessing = false;
    bool m_wantsBody = false; ///< more of the request's body is to come
    bool m_isCounted = false;
};

} // namespace batuta::fleet
