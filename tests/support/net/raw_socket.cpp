// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/support/net/raw_socket.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <utility>

namespace batuta::tests {
RawSocket::RawSocket(int descriptor)
    : m_descriptor(descriptor)
{
}

RawSocket::RawSocket(RawSocket &&other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
    , m_patience(other.m_patience)
    , m_buffer(std::move(other.m_buffer))
{
}

RawSocket &RawSocket::operator=(RawSocket &&other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    std::swap(m_patience, other.m_patience);
    std::swap(m_buffer, other.m_buffer);
    return *this;
}

RawSocket::~RawSocket()
{
    close();
}

RawSocket RawSocket::connectTo(std::uint16_t port)
{
    RawSocket result(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(result.m_descriptor, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0)
        result.close();
    return result;
}

bool RawSocket::send(std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t count = ::send(m_descriptor, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (count <= 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
}

void RawSocket::endSending()
{
    ::shutdown(m_descriptor, SHUT_WR);
}

void RawSocket::close()
{
    if (m_descriptor >= 0)
        ::close(std::exchange(m_descriptor, -1));
}

void RawSocket::abort()
{
    const linger now{1, 0};
    ::setsockopt(m_descriptor, SOL_SOCKET, SO_LINGER, &now, sizeof now);
    close();
}

void RawSocket::setReceiveBuffer(int bytes)
{
    ::setsockopt(m_descriptor, SOL_SOCKET, SO_RCVBUF, &bytes, sizeof bytes);
}

bool RawSocket::fill()
{
    pollfd wait{m_descriptor, POLLIN, 0};
    if (m_descriptor < 0 || ::poll(&wait, 1, m_patience) != 1)
        return false;
    std::array<char, 16384> piece{};
    const ssize_t count = ::recv(m_descriptor, piece.data(), piece.size(), 0);
    if (count <= 0)
        return false;
    m_buffer.append(piece.data(), static_cast<std::size_t>(count));
    return true;
}

std::string RawSocket::readUntil(std::string_view text)
{
    std::size_t found = m_buffer.find(text);
    while (found == std::string::npos && fill())
        found = m_buffer.find(text);
    if (found == std::string::npos)
        return std::exchange(m_buffer, {});
    std::string result = m_buffer.substr(0, found + text.size());
    m_buffer.erase(0, result.size());
    return result;
}

std::string RawSocket::readToEnd()
{
    while (fill()) {
    }
    return std::exchange(m_buffer, {});
}

std::string RawSocket::readSome()
{
    if (m_buffer.empty())
        fill();
    return std::exchange(m_buffer, {});
}

bool RawSocket::isAtEnd()
{
    if (!m_buffer.empty())
        return false;
    pollfd wait{m_descriptor, POLLIN, 0};
    char byte = 0;
    return ::poll(&wait, 1, m_patience) == 1 && ::recv(m_descriptor, &byte, 1, 0) <= 0;
}

RawAnswer RawSocket::readAnswer(bool withBody)
{
    RawAnswer answer;
    answer.head = readUntil("\r\n\r\n");
    if (answer.head.size() < 16 || answer.head.compare(0, 9, "HTTP/1.1 ") != 0)
        return answer;
    answer.status = std::atoi(answer.head.c_str() + 9);
    const std::string_view name = "\r\nContent-Length: ";
    const std::size_t place = answer.head.find(name);
    std::size_t size = 0;
    if (withBody && place != std::string::npos)
        size = static_cast<std::size_t>(std::atoll(answer.head.c_str() + place + name.size()));
    while (m_buffer.size() < size && fill()) {
    }
    if (m_buffer.size() < size)
        answer.status = 0;
    answer.body = m_buffer.substr(0, size);
    m_buffer.erase(0, answer.body.size());
    return answer;
}

} // namespace batuta::tests
