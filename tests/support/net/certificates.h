// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/support/net/raw_socket.h"

#include <functional>
#include <memory>
#include <string>

namespace batuta::tests {

/// A key and its certificate, made on the spot.
class Certificate
{
public:
    struct Options
    {
        std::string name;           ///< CN
        std::string subjectAltName; ///< `DNS:localhost,IP:127.0.0.1`; "" for a root
        bool expired = false;
    };

    /// Signed by `issuer`, or by itself when there is none.
    explicit Certificate(const Options &options, const Certificate *issuer = nullptr);
    ~Certificate();

    bool writePem(const std::string &path) const;

private:
    friend class TlsPeer;
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

/// The server's side of one TLS connection over a RawSocket, blocking.
class TlsPeer
{
public:
    TlsPeer(RawSocket &socket, const Certificate &certificate);
    ~TlsPeer();

    bool isOpen() const { return m_open; }
    /// The name the client asked for (SNI).
    std::string serverName() const;
    std::string readUntil(const std::string &text);
    bool send(const std::string &bytes);
    void closeProperly(); ///< with close_notify

private:
    struct Session;
    std::unique_ptr<Session> m_session;
    bool m_open = false;
};

} // namespace batuta::tests
