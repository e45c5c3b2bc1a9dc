// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>

namespace batuta::net {

// The concrete executor: the polymorphic default of Asio costs an indirection on each operation.
using Socket = boost::asio::basic_stream_socket<boost::asio::ip::tcp, boost::asio::io_context::executor_type>;
using Acceptor =
    boost::asio::basic_socket_acceptor<boost::asio::ip::tcp, boost::asio::io_context::executor_type>;
using Resolver =
    boost::asio::ip::basic_resolver<boost::asio::ip::tcp, boost::asio::io_context::executor_type>;

/// The bytes of a connection that were read and not yet used.
class ReadBuffer
{
public:
    std::string_view data() const { return std::string_view(m_bytes).substr(m_begin, m_end - m_begin); }
    bool empty() const { return m_begin == m_end; }
    std::size_t size() const { return m_end - m_begin; }
    // Neither of the two moves bytes: a read may be under way behind them.
    void consume(std::size_t count) { m_begin += count; }
    void clear() { m_begin = m_end; }
    /// Room for what is read next, in a buffer of about `capacity` bytes. It grows only when what stays in it
    /// takes most of it: whoever reads bounds that.
    boost::asio::mutable_buffer prepare(std::size_t capacity)
    {
        if (m_begin > 0 && (empty() || m_bytes.size() - m_end < capacity / 2)) {
            std::memmove(m_bytes.data(), m_bytes.data() + m_begin, size());
            m_end -= m_begin;
            m_begin = 0;
        }
        if (m_end == 0 && m_bytes.size() > 4 * capacity)
            std::string().swap(m_bytes);
        if (m_bytes.size() < capacity || m_bytes.size() - m_end < capacity / 4)
            m_bytes.resize(std::max(capacity, m_end * 2));
        return {m_bytes.data() + m_end, m_bytes.size() - m_end};
    }
    void commit(std::size_t count) { m_end += count; }

private:
    std::string m_bytes;
    std::size_t m_begin = 0;
    std::size_t m_end = 0;
};

} // namespace batuta::net
