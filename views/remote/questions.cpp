// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/remote/questions.h"

#include "engine/json/json.h"
#include "views/remote/trouble.h"

#include <QNetworkReply>
#include <QNetworkRequest>
#include <QTimer>

namespace batuta::views {

/// One question on its way. Its answer is given once; then it goes.
class Questions::Pending final : public QObject
{
public:
    Pending(Questions &owner, QNetworkReply *reply, const Question &question, Then then)
        : QObject(&owner)
        , m_owner(owner)
        , m_reply(reply)
        , m_isFile(question.isFile)
        , m_then(std::move(then))
    {
        m_reply->setParent(this);
        m_reply->setReadBufferSize(1 << 20);
        m_deadline.setSingleShot(true);
        connect(&m_deadline, &QTimer::timeout, this, [this] { answer(timeout()); });
        connect(m_reply, &QNetworkReply::sslErrors, this,
                [this](const QList<QSslError> &errors) { m_sslErrors = errors; });
        connect(m_reply, &QIODevice::readyRead, this, &Pending::read);
        connect(m_reply, &QNetworkReply::finished, this, &Pending::finish);
        const int patience = owner.m_limits.patience;
        m_deadline.start(question.isUrgent ? patience / 3 : m_isFile ? patience * 10 : patience);
    }

    void answer(Result<json::Value> result)
    {
        const Then then = std::exchange(m_then, nullptr);
        if (!then)
            return;
        m_deadline.stop();
        m_reply->disconnect(this);
        m_reply->abort();
        deleteLater();
        then(std::move(result));
    }

private:
    Error timeout() const
    {
        return {ErrorCode::NetTimeout, m_owner.m_address.place().toStdString(), {}, {}, {}};
    }

    void read()
    {
        m_body += m_reply->readAll();
        if (m_body.size() > (m_isFile ? 4 : 1) * m_owner.m_limits.bytes)
            answer(Error{ErrorCode::NetTooLarge, m_owner.m_address.place().toStdString(), {}, {}, {}});
    }

    void finish()
    {
        read();
        const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        const bool isWhole = m_reply->error() == QNetworkReply::NoError || status >= 300;
        if (status >= 200 && status < 300)
            emit m_owner.answered();
        if (m_isFile && status == 200 && isWhole)
            answer(json::Value(m_body.toStdString()));
        else if (status > 0 && isWhole)
            answer(answerOf(status, m_body, m_owner.m_address));
        else
            answer(connectionTrouble(*m_reply, m_owner.m_address, m_sslErrors));
    }

    Questions &m_owner;
    QNetworkReply *m_reply;
    bool m_isFile;
    Then m_then;
    QByteArray m_body;
    QList<QSslError> m_sslErrors;
    QTimer m_deadline;
};

QNetworkRequest requestFor(const EngineAddress &address, const QSslConfiguration &tls, const QString &path,
                           const QUrlQuery &query)
{
    QUrl url = address.url;
    url.setPath(url.path() + path);
    url.setQuery(query);
    QNetworkRequest request(url);
    request.setSslConfiguration(tls);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setRawHeader("Accept-Encoding", "identity"); // what comes is as long as it says
    if (!address.token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + address.token);
    return request;
}

Questions::Questions(EngineAddress address, QSslConfiguration tls, Limits limits, QObject *parent)
    : QObject(parent)
    , m_address(std::move(address))
    , m_tls(std::move(tls))
    , m_limits(limits)
{
}

Questions::~Questions()
{
    cancelAll();
}

void Questions::ask(const Question &question, Then then)
{
    QNetworkRequest request = requestFor(m_address, m_tls, question.path, question.query);
    if (question.isUrgent)
        request.setPriority(QNetworkRequest::HighPriority);
    QNetworkReply *reply = nullptr;
    if (question.body.isNull()) {
        reply = m_network.get(request);
    } else {
        request.setHeader(QNetworkRequest::ContentTypeHeader, "application/json");
        reply = m_network.post(request, QByteArray::fromStdString(json::write(question.body)));
    }
    new Pending(*this, reply, question, std::move(then));
}

void Questions::cancelAll()
{
    for (QObject *child : QObjectList(children()))
        if (auto *pending = dynamic_cast<Pending *>(child))
            pending->answer(Error{ErrorCode::NetCancelled, m_address.place().toStdString(), {}, {}, {}});
}

} // namespace batuta::views
