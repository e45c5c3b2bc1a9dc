// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace batuta::tests {

/// One answer as it came over the wire.
struct RawAnswer
{
    int status = 0; ///< 0: no whole answer came
    std::string head;
    std::string body;

    bool has(std::string_view text) const { return head.find(text) != std::string::npos; }
};

/// A blocking TCP socket that sends exactly the bytes it is given: what no HTTP library would send. Each wait
/// ends after five seconds.
class RawSocket
{
public:
    RawSocket() = default;
    explicit RawSocket(int descriptor);
    RawSocket(RawSocket &&other) noexcept;
    RawSocket &operator=(RawSocket &&other) noexcept;
    ~RawSocket();

    static RawSocket connectTo(std::uint16_t port);

    bool isOpen() const { return m_descriptor >= 0; }
    int descriptor() const { return m_descriptor; }
    bool send(std::string_view bytes);
    void endSending();
    void close();
    /// Closes so that the peer gets a reset.
    void abort();
    void setReceiveBuffer(int bytes);
    /// How long a read waits for the next byte; 5 s unless told.
    void setPatience(int milliseconds) { m_patience = milliseconds; }
    /// Everything up to and with `text`; what came so far when the peer closes or the wait is over.
    std::string readUntil(std::string_view text);
    std::string readToEnd();
    std::string readSome();
    bool isAtEnd(); ///< waits until the peer has closed; false when it sends or the wait is over
    /// Reads one answer with a Content-Length; `withBody` is false after a HEAD request.
    RawAnswer readAnswer(bool withBody = true);

private:
    bool fill();

    int m_descriptor = -1;
    int m_patience = 5000;
    std::string m_buffer;
};

} // namespace batuta::tests
