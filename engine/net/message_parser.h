// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/text.h"
#include "engine/net/http_client.h"

#include <boost/beast/http/basic_parser.hpp>
#include <boost/beast/http/error.hpp>

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

namespace batuta::net {

namespace beast = boost::beast;
using ErrorCodeOf = boost::system::error_code;

inline constexpr std::size_t kSmallBody = 16u << 10; ///< copied behind the head: one buffer, one system call

inline std::string_view toStd(beast::string_view text)
{
    return {text.data(), text.size()};
}

/// One HTTP/1 message, taken from Beast's parser straight into our own values. It adds what Beast leaves
/// open: trailers are not mixed with headers, the size of a whole header is bounded, and only `chunked` is
/// known as a transfer coding.
template <bool isRequest> class MessageParser final : public beast::http::basic_parser<isRequest>
{
public:
    MessageParser(std::size_t headerBytes, std::uint64_t bodyBytes)
        : m_headerBytes(headerBytes)
    {
        this->header_limit(static_cast<std::uint32_t>(headerBytes));
        this->body_limit(bodyBytes);
        this->eager(true);
        headers.reserve(8);
    }

    /// Like put(), with the bound on the whole header. `need_more` is not an error.
    std::size_t feed(std::string_view data, ErrorCodeOf &error)
    {
        std::size_t used = 0;
        if (!this->is_done() && !data.empty())
            used = this->put(boost::asio::const_buffer(data.data(), data.size()), error);
        if (error == beast::http::error::need_more)
            error = {};
        // What Beast leaves of a body are unfinished chunk headers and trailers only.
        const std::size_t rest = data.size() - used;
        if (!error && !this->is_header_done() && m_headerUsed + rest > m_headerBytes)
            error = beast::http::error::header_limit;
        if (!error && this->is_header_done() && !this->is_done() && rest > m_headerBytes)
            error = beast::http::error::bad_chunk;
        return used;
    }

    std::string method;
    std::string target;
    int status = 0;
    int version = 11;
    Headers headers;
    std::string body;
    bool unknownCoding = false; ///< a Transfer-Encoding that is not just `chunked`

private:
    using Text = beast::string_view;

    void count(std::size_t bytes, ErrorCodeOf &error)
    {
        m_headerUsed += bytes;
        if (m_headerUsed > m_headerBytes)
            error = beast::http::error::header_limit;
    }

    void on_request_impl(beast::http::verb, Text name, Text where, int number, ErrorCodeOf &error) override
    {
        count(name.size() + where.size(), error);
        method = toStd(name);
        target = toStd(where);
        version = number;
    }

    void on_response_impl(int code, Text, int number, ErrorCodeOf &) override
    {
        status = code;
        version = number;
    }

    void on_field_impl(beast::http::field field, Text name, Text value, ErrorCodeOf &error) override
    {
        if (m_headerSeen)
            return;
        if (field == beast::http::field::transfer_encoding) {
            // HTTP/1.0 knows no transfer coding: what follows cannot be framed safely (RFC 9112 §6.1).
            if (version < 11)
                error = beast::http::error::bad_transfer_encoding;
            if (!equalIgnoringCase(trimmed(toStd(value)), "chunked")) {
                unknownCoding = true;
                error = beast::http::error::bad_transfer_encoding;
            }
        }
        count(name.size() + value.size() + 4, error);
        headers.emplace_back(toStd(name), toStd(value));
    }

    void on_header_impl(ErrorCodeOf &) override { m_headerSeen = true; }

    void on_body_init_impl(const boost::optional<std::uint64_t> &length, ErrorCodeOf &) override
    {
        // No more than what a peer may make us allocate by only announcing it.
        body.reserve(static_cast<std::size_t>(std::min<std::uint64_t>(length.value_or(0), 256u << 10)));
    }

    std::size_t on_body_impl(Text data, ErrorCodeOf &) override
    {
        body.append(data.data(), data.size());
        return data.size();
    }

    void on_chunk_header_impl(std::uint64_t, Text, ErrorCodeOf &) override {}

    std::size_t on_chunk_body_impl(std::uint64_t, Text data, ErrorCodeOf &) override
    {
        body.append(data.data(), data.size());
        return data.size();
    }

    void on_finish_impl(ErrorCodeOf &) override {}

    std::size_t m_headerBytes;
    std::size_t m_headerUsed = 0;
    bool m_headerSeen = false;
};

using RequestParser = MessageParser<true>;
using ResponseParser = MessageParser<false>;

} // namespace batuta::net
