// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/client/values.h"
#include "views/models/engine_address.h"
#include "views/remote/backoff.h"
#include "views/remote/event_reader.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QObject>
#include <QPointer>
#include <QSslConfiguration>
#include <QTimer>

namespace batuta::views {

/// Follows the events of another engine: connects again whenever the stream ends or is silent, and goes on
/// where it was. What could not be made up for is told as a gap. Lives on one thread; has a network manager
/// of its own, so that the stream keeps no question waiting.
class EventFollower final : public QObject
{
    Q_OBJECT

public:
    struct Pace
    {
        int silence = 45'000; ///< ms without a byte: the peer is dead (its comments come every 15 s)
        int batch = 33;       ///< ms between two batches
        Backoff::Millis firstWait{500};
        Backoff::Millis mostWait{15'000};
    };

    EventFollower(EngineAddress address, QSslConfiguration tls, Pace pace, QObject *parent = nullptr);
    ~EventFollower() override;

    void start();
    void stop();
    /// The engine is there again: connects now instead of when the wait is over.
    void hurry();

signals:
    /// In order. A batch with a gap comes first after events were missed.
    void came(const batuta::client::EventBatch &batch);

private:
    void connectNow();
    void ended();
    void read();
    void told(const EventReader::Message &message);
    void flush();

    EngineAddress m_address;
    QSslConfiguration m_tls;
    Pace m_pace;
    QNetworkAccessManager m_network;
    QPointer<QNetworkReply> m_reply;
    EventReader m_reader;
    Backoff m_backoff;
    client::EventBatch m_batch;
    QTimer m_again;
    QTimer m_silence;
    QTimer m_flush;
    bool m_isWanted = false;
};

} // namespace batuta::views
