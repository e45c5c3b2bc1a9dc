// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/remote/event_reader.h"

namespace batuta::views {

bool EventReader::feed(QByteArrayView bytes, const Sink &sink)
{
    while (!bytes.isEmpty()) {
        const qsizetype end = bytes.indexOf('\n');
        if (m_rest.size() + m_data.size() + (end < 0 ? bytes.size() : end) > m_most)
            return false;
        if (end < 0) {
            m_rest.append(bytes);
            return true;
        }
        if (m_rest.isEmpty()) {
            line(bytes.first(end), sink);
        } else {
            m_rest.append(bytes.first(end));
            line(std::exchange(m_rest, {}), sink);
        }
        bytes = bytes.sliced(end + 1);
    }
    return true;
}

void EventReader::restart()
{
    m_rest.clear();
    m_kind.clear();
    m_data.clear();
    m_id = m_lastId;
    m_hasData = false;
}

void EventReader::line(QByteArrayView text, const Sink &sink)
{
    if (text.endsWith('\r'))
        text = text.chopped(1);
    if (text.isEmpty()) {
        const Message message{m_id, m_kind, m_data};
        m_kind.clear();
        m_data.clear();
        if (!std::exchange(m_hasData, false))
            return;
        m_lastId = message.id;
        return sink(message);
    }
    const qsizetype colon = text.indexOf(':');
    if (colon == 0)
        return; // a comment
    const QByteArrayView field = colon < 0 ? text : text.first(colon);
    QByteArrayView value = colon < 0 ? QByteArrayView() : text.sliced(colon + 1);
    if (value.startsWith(' '))
        value = value.sliced(1);
    if (field == "id" && !value.contains('\0'))
        m_id = value.toByteArray();
    else if (field == "event")
        m_kind = value.toByteArray();
    else if (field == "data") {
        if (m_hasData)
            m_data.append('\n');
        m_data.append(value);
        m_hasData = true;
    }
}

} // namespace batuta::views
