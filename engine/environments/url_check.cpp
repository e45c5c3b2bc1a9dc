// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/environments/url_check.h"

#include "engine/environments/matrix.h"
#include "engine/net/http_client.h"

namespace batuta::environments {
namespace {

constexpr std::uint64_t kMostBytes = 64U << 10;

UrlAnswer::Kind kindOf(int status)
{
    if (status < 400 || status == 401 || status == 403 || status == 405 || status == 501)
        return UrlAnswer::Kind::Fine; // 405 and 501: it is there, and does not know OPTIONS
    return status == 404 || status == 410 ? UrlAnswer::Kind::NotFound : UrlAnswer::Kind::Trouble;
}

UrlAnswer::Kind kindOf(const Error &error)
{
    switch (error.code) {
    case ErrorCode::NetResolve:
        return UrlAnswer::Kind::NoName;
    case ErrorCode::NetTls:
        return UrlAnswer::Kind::NoTrust;
    default:
        return UrlAnswer::Kind::NoAnswer;
    }
}

/// The calls of one check, a few at a time.
class Checker
{
public:
    Checker(const std::vector<std::string> &urls, const UrlCheckOptions &options)
        : m_options(options)
        , m_client(m_loop, clientOptions(options))
    {
        for (const std::string &url : urls)
            m_answers.push_back({url, UrlAnswer::Kind::NoUrl, 0, whyNoUrl(url), {}, {}, {}, {}});
    }

    std::vector<UrlAnswer> run()
    {
        m_loop.post([this] {
            for (int i = 0; i < m_options.atOnce; ++i)
                goOn();
        });
        m_loop.run();
        return std::move(m_answers);
    }

private:
    static net::HttpClientOptions clientOptions(const UrlCheckOptions &options)
    {
        net::HttpClientOptions out;
        out.caFile = options.caFile;
        return out;
    }

    void goOn()
    {
        while (m_next < m_answers.size() && !m_answers[m_next].detail.empty())
            ++m_next; // no URL
        if (m_next < m_answers.size())
            return ask(m_next++);
        if (m_running == 0)
            m_loop.stop();
    }

    void ask(std::size_t index)
    {
        ++m_running;
        net::HttpRequest request;
        request.method = "OPTIONS";
        request.url = m_answers[index].url;
        request.timeout = m_options.timeout;
        request.maxResponseBytes = kMostBytes;
        const auto began = std::chrono::steady_clock::now();
        m_client.send(std::move(request), [this, index, began](const auto &result) {
            UrlAnswer &answer = m_answers[index];
            const net::HttpTimings &timings = result ? result->timings : result.error().timings;
            answer.dns = timings.dns;
            answer.connect = timings.connect;
            answer.tls = timings.tls;
            answer.total = std::chrono::duration_cast<Duration>(std::chrono::steady_clock::now() - began);
            answer.status = result ? result->status : result.error().status;
            answer.kind = answer.status > 0 ? kindOf(answer.status) : kindOf(result.error().error);
            answer.detail =
                answer.status > 0 ? "HTTP " + std::to_string(answer.status) : result.error().error.detail;
            --m_running;
            goOn();
        });
    }

    const UrlCheckOptions m_options;
    net::Loop m_loop;
    net::HttpClient m_client;
    std::vector<UrlAnswer> m_answers;
    std::size_t m_next = 0;
    int m_running = 0;
};

} // namespace

std::vector<UrlAnswer> checkUrls(const std::vector<std::string> &urls, const UrlCheckOptions &options)
{
    return Checker(urls, options).run();
}

} // namespace batuta::environments
