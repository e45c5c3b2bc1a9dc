// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/remote/event_follower.h"

#include "engine/client/codec.h"
#include "engine/json/json.h"
#include "views/remote/questions.h"

#include <utility>

namespace batuta::views {

EventFollower::EventFollower(EngineAddress address, QSslConfiguration tls, Pace pace, QObject *parent)
    : QObject(parent)
    , m_address(std::move(address))
    , m_tls(std::move(tls))
    , m_pace(pace)
    , m_backoff(pace.firstWait, pace.mostWait)
{
    m_again.setSingleShot(true);
    m_silence.setSingleShot(true);
    m_silence.setInterval(pace.silence);
    m_flush.setSingleShot(true);
    m_flush.setInterval(pace.batch);
    connect(&m_again, &QTimer::timeout, this, &EventFollower::connectNow);
    connect(&m_silence, &QTimer::timeout, this, &EventFollower::ended);
    connect(&m_flush, &QTimer::timeout, this, &EventFollower::flush);
}

EventFollower::~EventFollower()
{
    stop();
}

void EventFollower::start()
{
    if (!std::exchange(m_isWanted, true))
        connectNow();
}

void EventFollower::stop()
{
    m_isWanted = false;
    ended();
}

void EventFollower::hurry()
{
    if (m_again.isActive())
        connectNow();
}

void EventFollower::connectNow()
{
    m_again.stop();
    m_reader.restart();
    QNetworkRequest request = requestFor(m_address, m_tls, "/events");
    request.setRawHeader("Accept", "text/event-stream");
    if (!m_reader.lastId().isEmpty())
        request.setRawHeader("Last-Event-ID", m_reader.lastId());
    m_reply = m_network.get(request);
    m_reply->setReadBufferSize(1 << 20);
    connect(m_reply, &QIODevice::readyRead, this, &EventFollower::read);
    connect(m_reply, &QNetworkReply::finished, this, &EventFollower::ended);
    m_silence.start();
}

/// The stream is over, for whatever reason; the questions say why, when the engine is gone.
void EventFollower::ended()
{
    if (QNetworkReply *reply = std::exchange(m_reply, nullptr)) {
        reply->disconnect(this);
        reply->abort();
        reply->deleteLater();
    }
    m_silence.stop();
    flush();
    if (m_isWanted)
        m_again.start(m_backoff.next());
    else
        m_again.stop();
}

void EventFollower::read()
{
    m_silence.start();
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QByteArray bytes = m_reply->readAll();
    if (status != 200)
        return; // a refusal: its end comes next
    m_backoff.succeeded();
    if (!m_reader.feed(bytes, [this](const EventReader::Message &message) { told(message); }))
        ended();
}

void EventFollower::told(const EventReader::Message &message)
{
    if (message.kind == "snapshot") {
        // Who listens asks for what it shows, which is newer than anything that waits here.
        m_batch = {{}, true};
    } else {
        const Result<json::Value> value = json::parse(
            std::string_view(message.data.constData(), static_cast<std::size_t>(message.data.size())));
        Result<client::EventRecord> event =
            value ? client::eventFromJson(*value) : Result<client::EventRecord>(value.error());
        if (!event)
            return; // of a newer engine, and nothing that we know
        m_batch.events.push_back(std::move(*event));
    }
    if (!m_flush.isActive())
        m_flush.start();
}

void EventFollower::flush()
{
    m_flush.stop();
    if (m_batch.hasGap || !m_batch.events.empty())
        emit came(std::exchange(m_batch, {}));
}

} // namespace batuta::views
