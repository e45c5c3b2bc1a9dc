// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <functional>

namespace batuta::views {

/// Reads a `text/event-stream` as it comes, in pieces of any size. Only what has ended with an empty line is
/// told.
class EventReader
{
public:
    struct Message
    {
        QByteArray id; ///< as the stream last said
        QByteArray kind;
        QByteArray data;
    };
    using Sink = std::function<void(const Message &)>;

    /// `most`: bytes of one message.
    explicit EventReader(qsizetype most = 16 << 20)
        : m_most(most)
    {
    }

    /// False when a message is too long: nothing more can be read.
    bool feed(QByteArrayView bytes, const Sink &sink);
    /// A new stream begins: what was not ended is dropped, the last id stays.
    void restart();
    const QByteArray &lastId() const { return m_lastId; }

private:
    void line(QByteArrayView text, const Sink &sink);

    qsizetype m_most;
    QByteArray m_rest; ///< a line that has not ended
    QByteArray m_id, m_kind, m_data;
    QByteArray m_lastId; ///< of the last message that was told
    bool m_hasData = false;
};

} // namespace batuta::views
