// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
//
// probe_engine PORT FUNCTIONS-PORT LOG: what this machine itself asks for the work of tests/bench/throughput,
// so that Batuta's figures can be read as a multiple of it. A loop over epoll and raw sockets takes a POST,
// does ten calls in levels of 1-2-4-2-1 (or one, when the body has no "create_user_embedding"), appends 300
// bytes for each result to a preallocated log that one thread syncs for all, waits for that before the next
// level and before the answer. It knows no flows, no retries, no timeouts, and reads no JSON: it is no
// product, it is the floor.
#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <iostream>
#include <memory>
#include <mutex>
#include <netinet/tcp.h>
#include <string>
#include <string_view>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>
#include <utility>
#include <vector>

namespace {

constexpr std::size_t kRecordBytes = 300;
constexpr off_t kLogBytes = 256 << 20;
constexpr std::array<int, 5> kTenCalls{1, 2, 4, 2, 1};
constexpr std::string_view kCallBody =
    R"({"user_id":"ana-souza","session_id":"sessao-ana-1","text":")"
    R"(Pessoa analista de dados com experiencia em projetos de educacao"})";

[[noreturn]] void fail(const char *what)
{
    std::cerr << "probe_engine: " << what << ": " << std::strerror(errno) << "\n";
    std::_Exit(1);
}

/// A loopback socket with one peer, and what it has sent of its next message.
struct Peer
{
    int fd = -1;
    bool isFunction = false;
    std::string in;
    struct Execution *execution = nullptr; ///< that a function works for
};

struct Execution
{
    Peer *client = nullptr;
    std::vector<int> levels;
    std::size_t level = 0;
    int running = 0; ///< calls without an answer
    int unsynced = 0;
};

/// Appends for the loop, syncs on its own thread, and tells the loop what is on the disk.
class SyncedLog
{
public:
    explicit SyncedLog(const char *path)
        : m_file(::open(path, O_CREAT | O_TRUNC | O_WRONLY, 0600))
        , m_wish(::eventfd(0, 0))
        , m_done(::eventfd(0, EFD_NONBLOCK))
    {
        const std::string zeros(1 << 20, '\0');
        if (m_file < 0)
            fail(path);
        for (off_t at = 0; at < kLogBytes; at += static_cast<off_t>(zeros.size()))
            if (::pwrite(m_file, zeros.data(), zeros.size(), at) < 0)
                fail(path);
        ::fsync(m_file);
        std::thread([this] { syncForEver(); }).detach();
    }

    int doneEvent() const { return m_done; }

    void append(Execution *execution)
    {
        bool wasEmpty = false;
        {
            const std::lock_guard lock(m_mutex);
            wasEmpty = m_waiting.empty();
            m_waiting.push_back(execution);
            m_bytes.append(kRecordBytes, 'r');
        }
        if (wasEmpty)
            ring(m_wish);
    }

    std::vector<Execution *> synced()
    {
        std::uint64_t count = 0;
        if (::read(m_done, &count, sizeof count) < 0)
            return {};
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_synced, {});
    }

private:
    static void ring(int event)
    {
        const std::uint64_t one = 1;
        if (::write(event, &one, sizeof one) < 0)
            fail("eventfd");
    }

    void syncForEver()
    {
        off_t at = 0;
        for (;;) {
            std::uint64_t count = 0;
            if (::read(m_wish, &count, sizeof count) < 0)
                fail("eventfd");
            std::vector<Execution *> executions;
            std::string bytes;
            {
                const std::lock_guard lock(m_mutex);
                executions.swap(m_waiting);
                bytes.swap(m_bytes);
            }
            at = at + static_cast<off_t>(bytes.size()) > kLogBytes ? 0 : at;
            if (::pwrite(m_file, bytes.data(), bytes.size(), at) < 0 || ::fdatasync(m_file) < 0)
                fail("the log");
            at += static_cast<off_t>(bytes.size());
            {
                const std::lock_guard lock(m_mutex);
                m_synced.insert(m_synced.end(), executions.begin(), executions.end());
            }
            ring(m_done);
        }
    }

    const int m_file;
    const int m_wish;
    const int m_done;
    std::mutex m_mutex;
    std::string m_bytes;
    std::vector<Execution *> m_waiting;
    std::vector<Execution *> m_synced;
};

/// The whole message at the front of `in`, or 0 bytes.
std::size_t messageBytes(const std::string &in)
{
    const std::size_t head = in.find("\r\n\r\n");
    if (head == std::string::npos)
        return 0;
    const std::size_t field = in.find("ontent-Length: ");
    const std::size_t body =
        field < head ? std::strtoul(in.c_str() + field + 15, nullptr, 10)
                     : (in.find("ontent-length: ") < head
                            ? std::strtoul(in.c_str() + in.find("ontent-length: ") + 15, nullptr, 10)
                            : 0);
    return in.size() >= head + 4 + body ? head + 4 + body : 0;
}

class Loop
{
public:
    Loop(std::uint16_t port, std::uint16_t functions, const char *log)
        : m_functions(functions)
        , m_log(log)
        , m_poll(::epoll_create1(0))
        , m_listener(::socket(AF_INET, SOCK_STREAM, 0))
    {
        const sockaddr_in address = loopback(port);
        const int one = 1;
        ::setsockopt(m_listener, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
        if (::bind(m_listener, reinterpret_cast<const sockaddr *>(&address), sizeof address) < 0 ||
            ::listen(m_listener, 1024) < 0)
            fail("listen");
        watch(m_listener, &m_listenerMark);
        watch(m_log.doneEvent(), &m_logMark);
    }

    void run()
    {
        std::array<epoll_event, 128> events{};
        for (;;) {
            const int count = ::epoll_wait(m_poll, events.data(), static_cast<int>(events.size()), -1);
            for (int i = 0; i < count; ++i) {
                void *mark = events[static_cast<std::size_t>(i)].data.ptr;
                if (mark == &m_listenerMark)
                    accept();
                else if (mark == &m_logMark)
                    goOn();
                else
                    read(*static_cast<Peer *>(mark));
            }
        }
    }

private:
    static sockaddr_in loopback(std::uint16_t port)
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        return address;
    }

    void watch(int fd, void *mark) const
    {
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.ptr = mark;
        if (::epoll_ctl(m_poll, EPOLL_CTL_ADD, fd, &event) < 0)
            fail("epoll");
    }

    Peer &added(int fd, bool isFunction)
    {
        const int one = 1;
        ::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
        m_peers.push_back(std::make_unique<Peer>(Peer{fd, isFunction, {}, nullptr}));
        watch(fd, m_peers.back().get());
        return *m_peers.back();
    }

    void accept() { added(::accept(m_listener, nullptr, nullptr), false); }

    Peer &idleFunction()
    {
        if (!m_idle.empty()) {
            Peer &peer = *m_idle.back();
            m_idle.pop_back();
            return peer;
        }
        const int fd = ::socket(AF_INET, SOCK_STREAM, 0);
        const sockaddr_in address = loopback(m_functions);
        if (::connect(fd, reinterpret_cast<const sockaddr *>(&address), sizeof address) < 0)
            fail("connect");
        return added(fd, true);
    }

    static void send(const Peer &peer, const std::string &text)
    {
        const bool isThere = peer.fd >= 0; // the load generator goes when its time is over
        if (isThere && ::send(peer.fd, text.data(), text.size(), MSG_NOSIGNAL) < 0 && peer.isFunction)
            fail("send");
    }

    void read(Peer &peer)
    {
        std::array<char, 16384> buffer{};
        const ssize_t count = ::recv(peer.fd, buffer.data(), buffer.size(), 0);
        if (count <= 0) {
            ::epoll_ctl(m_poll, EPOLL_CTL_DEL, peer.fd, nullptr);
            ::close(std::exchange(peer.fd, -1));
            return;
        }
        peer.in.append(buffer.data(), static_cast<std::size_t>(count));
        const std::size_t bytes = messageBytes(peer.in);
        if (bytes == 0)
            return;
        const bool isTen = peer.in.find("create_user_embedding\":true") < bytes;
        peer.in.erase(0, bytes);
        if (peer.isFunction)
            answered(peer);
        else
            start(peer, isTen);
    }

    void start(Peer &client, bool isTen)
    {
        m_executions.push_back(std::make_unique<Execution>());
        Execution &execution = *m_executions.back();
        execution.client = &client;
        execution.levels = isTen ? std::vector<int>(kTenCalls.begin(), kTenCalls.end()) : std::vector<int>{1};
        execution.unsynced = 1;
        m_log.append(&execution);
    }

    void answered(Peer &function)
    {
        Execution &execution = *std::exchange(function.execution, nullptr);
        m_idle.push_back(&function);
        --execution.running;
        ++execution.unsynced;
        m_log.append(&execution);
    }

    void goOn()
    {
        for (Execution *execution : m_log.synced())
            if (--execution->unsynced == 0 && execution->running == 0)
                next(*execution);
    }

    void next(Execution &execution)
    {
        if (execution.level > execution.levels.size()) {
            send(*execution.client, m_answer);
            const auto same = [&](const auto &one) { return one.get() == &execution; };
            const auto found = std::find_if(m_executions.begin(), m_executions.end(), same);
            std::swap(*found, m_executions.back());
            m_executions.pop_back();
            return;
        }
        if (execution.level == execution.levels.size()) {
            ++execution.level;
            execution.unsynced = 1;
            m_log.append(&execution); // its end
            return;
        }
        execution.running = execution.levels[execution.level++];
        for (int i = execution.running; i > 0; --i) {
            Peer &function = idleFunction();
            function.execution = &execution;
            send(function, m_call);
        }
    }

    const std::uint16_t m_functions;
    SyncedLog m_log;
    const int m_poll;
    const int m_listener;
    char m_listenerMark = 0;
    char m_logMark = 0;
    std::vector<std::unique_ptr<Peer>> m_peers;
    std::vector<Peer *> m_idle;
    std::vector<std::unique_ptr<Execution>> m_executions;
    const std::string m_call = "POST /call HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
                               "Content-Length: " +
                               std::to_string(kCallBody.size()) + "\r\n\r\n" + std::string(kCallBody);
    const std::string m_answer =
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}";
};

} // namespace

int main(int argc, char **argv)
{
    if (argc != 4) {
        std::cerr << "usage: probe_engine PORT FUNCTIONS-PORT LOG\n";
        return 2;
    }
    const auto port = static_cast<std::uint16_t>(std::atoi(argv[1]));
    Loop loop(port, static_cast<std::uint16_t>(std::atoi(argv[2])), argv[3]);
    std::cout << "listening on http://127.0.0.1:" << port << std::endl;
    loop.run();
}
