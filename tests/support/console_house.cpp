// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/support/console_house.h"

#include "app/shared/workspace.h"
#include "engine/json/json.h"

#include <QDir>
#include <QDirIterator>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTest>

namespace batuta::tests {
namespace {

void copyFlows(const QString &to)
{
    const QString from = QStringLiteral(BATUTA_SOURCE_DIR "/flows");
    QDirIterator files(from, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString file = files.next();
        const QString target = to + "/flows/" + QDir(from).relativeFilePath(file);
        QDir().mkpath(QFileInfo(target).path());
        QFile::copy(file, target);
    }
}

} // namespace

ConsoleHouse::ConsoleHouse()
    : preferences(m_folder.filePath("console.ini"))
    , state(std::make_unique<views::ViewState>(m_folder.filePath("views.json")))
    , engine(std::make_unique<console::EngineHost>())
{
    theme.setMode(views::ThemeMode::Light);
    theme.install();
    preferences.setUtc(true);
    copyFlows(m_folder.path());
}

ConsoleHouse::~ConsoleHouse()
{
    stopEngine();
}

bool ConsoleHouse::start()
{
    bool ready = false, opened = false;
    const QObject here; // the engine may open once more, when these two are long gone
    QObject::connect(&sandbox, &console::SandboxProcess::ready, &here, [&] { ready = true; });
    QObject::connect(engine.get(), &console::EngineHost::opened, &here, [&] { opened = true; });
    sandbox.start(QStringLiteral(BATUTA_BIN_DIR "/batuta-sandbox"), m_folder.path());
    if (!QTest::qWaitFor([&] { return ready; }, 20000))
        return false;
    host::EngineOptions options;
    options.workspace = m_folder.path().toStdString();
    engine->open(std::move(options), app::logFile(m_folder.path().toStdString()));
    if (!QTest::qWaitFor([&] { return opened; }, 20000))
        return false;
    link.attach(engine->client());
    return QTest::qWaitFor([&] { return !link.flows().empty() && link.isRunning(); }, 20000);
}

void ConsoleHouse::stopEngine()
{
    if (!engine)
        return;
    link.detach({ErrorCode::EngineUnreachable, "engine", "stopped", {}, {}});
    engine.reset();
}

QString ConsoleHouse::run(const QString &flow, const json::Value &input)
{
    std::optional<Result<client::Started>> started;
    client::StartExecution command;
    command.flow = FlowName(flow.toStdString());
    command.input = input;
    link.start(std::move(command), &link, [&](Result<client::Started> reply) { started = std::move(reply); });
    if (!QTest::qWaitFor([&] { return started.has_value(); }, 20000) || !*started)
        return {};
    return QString::fromStdString((*started)->id.value);
}

json::Value ConsoleHouse::sampleInput()
{
    QFile file(QStringLiteral(BATUTA_SOURCE_DIR "/resources/samples/update_profile.json"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return json::parse(file.readAll().toStdString()).value_or(json::Value());
}

client::ExecutionRecord ConsoleHouse::ended(const QString &execution)
{
    client::ExecutionRecord record;
    bool asked = false;
    const auto done = [&] {
        if (views::isEnded(record.status))
            return true;
        if (!asked) {
            asked = true;
            link.execution(execution, &link, [&](Result<client::ExecutionRecord> reply) {
                asked = false;
                if (reply)
                    record = std::move(*reply);
            });
        }
        return false;
    };
    const bool ended = QTest::qWaitFor(done, 20000);
    static_cast<void>(QTest::qWaitFor([&] { return !asked; }, 20000));
    return ended ? record : client::ExecutionRecord();
}

bool ConsoleHouse::setFault(const QString &target, const QByteArray &json)
{
    QNetworkAccessManager network;
    QNetworkRequest request(QUrl(sandbox.address() + "/control/faults/" + target));
    request.setHeader(QNetworkRequest::ContentTypeHeader, "application/json");
    std::unique_ptr<QNetworkReply> reply(network.put(request, json));
    return QTest::qWaitFor([&] { return reply->isFinished(); }, 10000) &&
           reply->error() == QNetworkReply::NoError;
}

} // namespace batuta::tests
