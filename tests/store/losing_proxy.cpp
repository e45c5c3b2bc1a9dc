// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/store/losing_proxy.h"

#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <cstring>
#include <string_view>
#include <vector>

namespace batuta::test {
namespace {

sockaddr_un addressOf(const std::string &path)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    path.copy(address.sun_path, sizeof address.sun_path - 1);
    return address;
}

} // namespace

LosingProxy::LosingProxy(std::string server)
    : m_server(std::move(server))
{
    const sockaddr_un address = addressOf(m_folder.filePath(".s.PGSQL.5432").toStdString());
    m_listener = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (::bind(m_listener, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0 ||
        ::listen(m_listener, 16) != 0 || ::pipe(m_stop) != 0)
        std::terminate();
    m_thread = std::thread([this] { loop(); });
}

LosingProxy::~LosingProxy()
{
    ::close(m_stop[1]);
    m_thread.join();
    ::close(m_stop[0]);
    ::close(m_listener);
    for (const Pair &pair : m_pairs) {
        ::close(pair.client);
        ::close(pair.server);
    }
}

std::string LosingProxy::address(const std::string &database) const
{
    return "postgresql://batuta@" + m_folder.path().toUtf8().toPercentEncoding().toStdString() + "/" +
           database;
}

void LosingProxy::accept()
{
    const sockaddr_un address = addressOf(m_server);
    const Pair pair{::accept(m_listener, nullptr, nullptr), ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)};
    if (::connect(pair.server, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0) {
        m_pairs.push_back(pair);
    } else {
        ::close(pair.client);
        ::close(pair.server);
    }
}

bool LosingProxy::pass(int from, int to, bool isAnswer)
{
    std::array<char, 65'536> bytes{};
    const ssize_t size = ::read(from, bytes.data(), bytes.size());
    if (size <= 0)
        return false;
    const std::string_view text(bytes.data(), static_cast<std::size_t>(size));
    if (isAnswer && text.find(std::string_view("COMMIT\0", 7)) != std::string_view::npos &&
        m_wantsLoss.exchange(false)) {
        ++m_losses;
        return false;
    }
    for (std::size_t sent = 0; sent < text.size();) {
        const ssize_t now = ::send(to, text.data() + sent, text.size() - sent, MSG_NOSIGNAL);
        if (now <= 0)
            return false;
        sent += static_cast<std::size_t>(now);
    }
    return true;
}

void LosingProxy::loop()
{
    for (;;) {
        std::vector<pollfd> sockets{{m_stop[0], POLLIN, 0}, {m_listener, POLLIN, 0}};
        for (const Pair &pair : m_pairs) {
            sockets.push_back({pair.client, POLLIN, 0});
            sockets.push_back({pair.server, POLLIN, 0});
        }
        if (::poll(sockets.data(), sockets.size(), -1) < 0 || sockets[0].revents != 0)
            return;
        for (std::size_t i = m_pairs.size(); i-- > 0;) {
            const Pair pair = m_pairs[i];
            const bool goesOn = (sockets[2 + 2 * i].revents == 0 || pass(pair.client, pair.server, false)) &&
                                (sockets[3 + 2 * i].revents == 0 || pass(pair.server, pair.client, true));
            if (goesOn)
                continue;
            ::close(pair.client);
            ::close(pair.server);
            m_pairs.erase(m_pairs.begin() + static_cast<std::ptrdiff_t>(i));
        }
        if (sockets[1].revents != 0)
            accept();
    }
}

} // namespace batuta::test
