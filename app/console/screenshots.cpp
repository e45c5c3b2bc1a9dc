// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "app/console/screenshots.h"

#include "engine/json/json.h"
#include "views/models/status.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QNetworkReply>
#include <QTabBar>

#include <cstdio>

namespace batuta::console {
namespace {

constexpr int kPatience = 20'000;

json::Value sample()
{
    QFile file(":/samples/update_profile.json");
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return json::parse(file.readAll().toStdString()).value_or(json::Value());
}

QString sampleText()
{
    return QString::fromStdString(json::writePretty(sample()));
}

} // namespace

Screenshots::Screenshots(views::Shell &shell, views::EngineLink &link, const ConsoleControl &control,
                         QString folder)
    : m_shell(shell)
    , m_link(link)
    , m_control(control)
    , m_folder(std::move(folder))
{
    QDir().mkpath(m_folder);
    m_poll.setInterval(30);
    connect(&m_poll, &QTimer::timeout, this, &Screenshots::look);
}

void Screenshots::begin()
{
    m_scenes.push_back({"welcome",
                        [this] {
                            m_shell.open({"welcome", {}, {}});
                        },
                        [this] { return m_link.isRunning() && !m_link.flows().empty(); }, 400});
    addRunScenes();
    addPageScenes();
    addLastScenes();
    next();
}

void Screenshots::addRunScenes()
{
    const auto always = [] { return true; };
    m_scenes.push_back({"flows", [this] { m_shell.open({"flows", "update_profile", {}}); }, always, 900});
    m_scenes.push_back(
        {"run-dialog-empty", [this] { m_shell.openRunDialog("update_profile", {}); }, always, 700});
    m_scenes.push_back(
        {"run-dialog", [this] { m_shell.openRunDialog("update_profile", sampleText()); }, always, 900});
    m_scenes.push_back({"",
                        [this] {
                            m_shell.closeOverlay();
                            run("update_profile", [this](QString id) { m_good = id; });
                        },
                        [this] { return hasEnded(m_good); }});
    m_scenes.push_back({"trace-success", [this] { m_shell.open({"run", m_good, {}}); }, always, 900});
    m_scenes.push_back({"", [this] { setFault("*", R"({"latency_ms": 700})"); }, [this] { return !m_busy; }});
    m_scenes.push_back({"trace-live",
                        [this] {
                            run("update_profile", [this](QString id) {
                                m_live = id;
                                m_shell.open({"run", m_live, {}});
                            });
                        },
                        [this] { return !m_live.isEmpty(); }, 1700});
    m_scenes.push_back({"runs-live", [this] { m_shell.open({"runs", {}, {}}); }, always, 400});
    m_scenes.push_back({"", [] {}, [this] { return hasEnded(m_live); }});
    m_scenes.push_back({"", [this] { setFault("*", R"({"latency_ms": 30})"); }, [this] { return !m_busy; }});
    m_scenes.push_back(
        {"", [this] { setFault("gap_analysis_user_vacancy", R"({"error_rate": 1, "error_code": 503})"); },
         [this] { return !m_busy; }});
    m_scenes.push_back({"", [this] { run("update_profile", [this](QString id) { m_failed = id; }); },
                        [this] { return hasEnded(m_failed); }});
    m_scenes.push_back({"trace-failed", [this] { m_shell.open({"run", m_failed, {}}); }, always, 1200});
    m_scenes.push_back({"trace-unknown",
                        [this] {
                            m_shell.open({"run", "00000000-0000-4000-8000-000000000000", {}});
                        },
                        always, 500});
}

void Screenshots::addPageScenes()
{
    const auto always = [] { return true; };
    for (const char *flow : {"first_login", "course_to_profession", "analysis_to_vacancy"})
        m_scenes.push_back({"",
                            [this, flow] {
                                m_busy = true;
                                run(flow, [this](QString) { m_busy = false; });
                            },
                            [this] { return !m_busy; }, 300});
    m_scenes.push_back({"runs", [this] { m_shell.open({"runs", {}, {}}); }, always, 900});
    m_scenes.push_back({"runs-nothing",
                        [this] {
                            QUrlQuery query;
                            query.addQueryItem("user_id", "nobody");
                            m_shell.open({"runs", {}, query});
                        },
                        always, 700});
    m_scenes.push_back({"palette", [this] { m_shell.openPalette({}); }, always, 500});
    m_scenes.push_back({"palette-id", [this] { m_shell.openPalette(m_failed); }, always, 600});
    m_scenes.push_back({"keys",
                        [this] {
                            m_shell.open({"run", m_failed, {}});
                            m_shell.openKeys();
                        },
                        always, 300});
    m_scenes.push_back({"settings",
                        [this] {
                            m_shell.closeOverlay();
                            m_shell.open({"settings", {}, {}});
                        },
                        always});
}

void Screenshots::addLastScenes()
{
    const auto always = [] { return true; };
    m_scenes.push_back({"connection",
                        [this] {
                            m_shell.open({"runs", {}, {}});
                            m_shell.showConnection(true);
                        },
                        always, 500});
    m_scenes.push_back({"engine-unreachable",
                        [this] {
                            m_shell.open({"run", m_failed, {}});
                            const_cast<ConsoleControl &>(m_control).stop();
                        },
                        [this] { return m_link.state() == views::EngineLink::State::Unreachable; }, 600});
}

void Screenshots::next()
{
    if (m_at == m_scenes.size()) {
        m_poll.stop();
        return emit finished(0);
    }
    m_waited.start();
    m_there.invalidate();
    m_scenes[m_at].act();
    m_poll.start();
}

void Screenshots::look()
{
    const Scene &scene = m_scenes[m_at];
    if (!scene.isThere()) {
        m_there.invalidate();
        if (m_waited.elapsed() < kPatience)
            return;
        std::fprintf(stderr, "screenshots: scene %zu (%s) did not come\n", m_at, qPrintable(scene.name));
        m_poll.stop();
        return emit finished(1);
    }
    if (!m_there.isValid())
        m_there.start();
    if (m_there.elapsed() < (scene.name.isEmpty() ? 0 : scene.settle))
        return;
    m_poll.stop();
    if (!scene.name.isEmpty())
        save(scene.name);
    ++m_at;
    next();
}

void Screenshots::save(const QString &name)
{
    const QString file = QString("%1/%2.png").arg(m_folder, name);
    if (m_shell.grab().save(file))
        std::printf("%s\n", qPrintable(file));
    std::fflush(stdout);
}

void Screenshots::setFault(const QString &target, const QByteArray &json)
{
    QNetworkRequest request(QUrl(m_control.sandbox().address() + "/control/faults/" + target));
    request.setHeader(QNetworkRequest::ContentTypeHeader, "application/json");
    m_busy = true;
    QNetworkReply *reply = m_network.put(request, json);
    connect(reply, &QNetworkReply::finished, this, [this, reply] {
        m_busy = false;
        reply->deleteLater();
    });
}

void Screenshots::run(const QString &flow, std::function<void(QString)> then)
{
    client::StartExecution command;
    command.flow = FlowName(flow.toStdString());
    command.input = sample();
    m_link.start(std::move(command), this, [then = std::move(then)](Result<client::Started> started) {
        if (started)
            then(QString::fromStdString(started->id.value));
        else
            std::fprintf(stderr, "screenshots: %s\n", errorText(started.error()).c_str());
    });
}

bool Screenshots::hasEnded(const QString &execution)
{
    if (execution.isEmpty())
        return false;
    if (views::isEnded(m_status[execution]))
        return true;
    m_link.execution(execution, this, [this, execution](Result<client::ExecutionRecord> record) {
        if (record)
            m_status[execution] = record->status;
    });
    return false;
}

} // namespace batuta::console
