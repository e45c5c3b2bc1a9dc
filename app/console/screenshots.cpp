// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "app/console/screenshots.h"

#include "engine/json/json.h"
#include "views/models/status.h"
#include "views/pages/editor/editor_desk.h"
#include "views/pages/editor/editor_page.h"
#include "views/shell/sign_in.h"
#include "views/widgets/overlay.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QNetworkReply>
#include <QTabBar>

#include <algorithm>
#include <cstdio>

namespace batuta::console {
namespace {

constexpr int kPictureWait = 20'000;

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
    addCompareScenes();
    addPageScenes();
    addEnvironmentScenes();
    addEditorScenes();
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
    m_scenes.push_back({"", [this] { command("trace.playback"); }, [this] { return !m_busy; }, 300});
    m_scenes.push_back({"trace-playback",
                        [this] {
                            for (int i = 0; i < 9; ++i)
                                command("trace.momentForward");
                        },
                        always, 900});
    m_scenes.push_back({"trace-unknown",
                        [this] {
                            m_shell.open({"run", "00000000-0000-4000-8000-000000000000", {}});
                        },
                        always, 500});
}

/// Runs beside each other, and what failed.
void Screenshots::addCompareScenes()
{
    const auto always = [] { return true; };
    m_scenes.push_back({"compare",
                        [this] {
                            command("trace.leavePlayback");
                            QUrlQuery query;
                            query.addQueryItem("b", m_failed);
                            m_shell.open({"compare", {}, query});
                        },
                        always, 1200});
    m_scenes.push_back({"compare-run",
                        [this] {
                            if (auto *tabs = m_shell.currentPage()->findChild<QTabBar *>())
                                tabs->setCurrentIndex(3);
                        },
                        always, 300});
    m_scenes.push_back({"heat",
                        [this] {
                            QUrlQuery query;
                            query.addQueryItem("runs", QStringList{m_good, m_live, m_failed}.join(','));
                            m_shell.open({"heat", {}, query});
                        },
                        always, 600});
    m_scenes.push_back({"failures", [this] { m_shell.open({"failures", {}, {}}); }, always, 900});
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
    const auto metrics = [this](const char *board, const char *id) {
        QUrlQuery query;
        query.addQueryItem("board", board);
        query.addQueryItem("last", "1h");
        m_shell.open({"metrics", id, query});
    };
    m_scenes.push_back(
        {"metrics", [metrics] { metrics("flows", ""); }, always, 6'500}); // a sample comes meanwhile
    m_scenes.push_back({"metrics-steps", [metrics] { metrics("steps", ""); }, always, 900});
    m_scenes.push_back({"metrics-alerts", [metrics] { metrics("flows", "alerts"); }, always, 900});
    m_scenes.push_back({"logs",
                        [this] {
                            QUrlQuery query;
                            query.addQueryItem("q", "severity>=INFO");
                            m_shell.open({"logs", {}, query});
                        },
                        always, 1200});
    m_scenes.push_back({"logs-detail", [this] { command("logs.detail"); }, always, 700});
    m_scenes.push_back({"palette", [this] { m_shell.openPalette({}); }, always, 500});
    m_scenes.push_back({"palette-id", [this] { m_shell.openPalette(m_failed); }, always, 600});
    m_scenes.push_back({"keys",
                        [this] {
                            m_shell.open({"run", m_failed, {}});
                            m_shell.openKeys();
                        },
                        always, 300});
    m_scenes.push_back({"environments",
                        [this] {
                            m_shell.closeOverlay();
                            m_shell.open({"environments", {}, {}});
                        },
                        always, 900});
    m_scenes.push_back({"settings",
                        [this] {
                            m_shell.closeOverlay();
                            m_shell.open({"settings", {}, {}});
                        },
                        always});
}

/// The flow editor: calm, with problems, while it tests, and its dialogs; and the routes.
void Screenshots::addEditorScenes()
{
    const auto always = [] { return true; };
    const auto change = [this](edit::FieldPath path, json::Value value) {
        if (auto *editor = m_shell.findChild<views::EditorPage *>(); editor && editor->desk())
            std::ignore = editor->desk()->document().change(
                QString(), [&](const edit::FlowText &text) { return text.setValue(path, value); });
    };
    m_scenes.push_back({"editor",
                        [this] {
                            closeOverlays();
                            QUrlQuery step;
                            step.addQueryItem("step", "gap_analysis_user_vacancy");
                            m_shell.open({"flow", "update_profile", step});
                        },
                        always, 1800});
    m_scenes.push_back({"editor-problems",
                        [change] {
                            change({"steps", "gap_analysis_user_vacancy", "timeout"}, "700s");
                            change({"steps", "gap_analysis_user_vacancy", "http", "json"},
                                   "${{ steps.match_candidate.output }}");
                        },
                        always, 1200});
    m_scenes.push_back({"editor-yaml", [this] { command("editor.mode_yaml"); }, always, 500});
    m_scenes.push_back({"editor-graph", [this] { command("editor.mode_graph"); }, always, 700});
    m_scenes.push_back({"editor-outline",
                        [this] {
                            command("editor.mode_split");
                            command("editor.outline");
                        },
                        always, 1200});
    m_scenes.push_back({"editor-test",
                        [this, change] {
                            command("editor.undo");
                            command("editor.undo");
                            change({"steps", "gap_analysis_user_vacancy", "timeout"}, "45s");
                            command("editor.test");
                        },
                        always, 4000});
    addEditorDialogScenes();
}

void Screenshots::command(const char *id)
{
    const auto actions = m_shell.findChildren<QAction *>();
    const auto found = std::find_if(actions.begin(), actions.end(), [&](const QAction *action) {
        return views::CommandRegistry::idOf(action) == id;
    });
    if (found != actions.end())
        (*found)->trigger();
}

void Screenshots::addEditorDialogScenes()
{
    const auto always = [] { return true; };
    m_scenes.push_back({"editor-publish", [this] { command("editor.publish"); }, always, 1200});
    m_scenes.push_back({"editor-compare",
                        [this] {
                            closeOverlays();
                            command("editor.compare");
                        },
                        always, 1200});
    m_scenes.push_back({"editor-versions",
                        [this] {
                            closeOverlays();
                            command("editor.versions");
                        },
                        always, 900});
    m_scenes.push_back({"editor-new",
                        [this] {
                            closeOverlays();
                            command("editor.new");
                        },
                        always, 900});
    m_scenes.push_back({"routes",
                        [this] {
                            closeOverlays();
                            m_shell.open({"routes", "ml_orchestrator", {}});
                        },
                        always, 900});
}

/// Also those that a page has opened.
void Screenshots::closeOverlays()
{
    for (views::Overlay *overlay : m_shell.findChildren<views::Overlay *>())
        overlay->close();
}

void Screenshots::addLastScenes()
{
    const auto always = [] { return true; };
    m_scenes.push_back({"releases", [this] { m_shell.open({"releases", {}, {}}); }, always, 900});
    m_scenes.push_back({"overview", [this] { m_shell.open({"overview", {}, {}}); }, always, 1200});
    m_scenes.push_back({"failures",
                        [this] {
                            m_shell.open({"failures", {}, QUrlQuery("show=open&last=0")});
                        },
                        always, 900});
    m_scenes.push_back({"connection",
                        [this] {
                            m_shell.open({"runs", {}, {}});
                            m_shell.showConnection(true);
                        },
                        always, 500});
    m_scenes.push_back(
        {"sign-in",
         [this] {
             m_shell.showConnection(false);
             m_shell.openSignIn(false)->setAddress({QUrl("https://engine.example:8443"), "a-token", {}});
         },
         always, 300});
    m_scenes.push_back({"sign-in-refused",
                        [this] {
                            m_shell.openSignIn(false)->setTrouble(
                                {ErrorCode::NetTls,
                                 "engine.example:8443",
                                 "no authority that is trusted here has signed the certificate",
                                 {},
                                 {}});
                        },
                        always, 300});
    m_scenes.push_back({"engine-unreachable",
                        [this] {
                            m_shell.closeOverlay();
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
        if (m_waited.elapsed() < kPictureWait)
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
