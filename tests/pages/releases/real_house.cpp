// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/pages/releases/real_house.h"

#include "app/shared/cloud_reader.h"
#include "engine/json/json.h"

#include <QDir>
#include <QFile>
#include <QNetworkAccessManager>
#include <QNetworkReply>

namespace batuta::tests {

void RealHouse::write(const QString &name, const QByteArray &text) const
{
    QDir(folder.path()).mkpath(QFileInfo(name).path());
    QFile file(folder.filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

QByteArray RealHouse::batuta(const QStringList &words) const
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QStringLiteral(BATUTA_BIN_DIR "/batuta"),
                  words +
                      QStringList{"--workspace", folder.path(), "--history", folder.filePath("commands.db")});
    process.waitForFinished(60'000);
    const QByteArray said = process.readAll();
    return process.exitCode() == 0 ? QByteArray() : said + '!';
}

QMap<QString, int> RealHouse::answers(const QString &url, int requests)
{
    QNetworkAccessManager net;
    QMap<QString, int> counts;
    for (int i = 0; i < requests; ++i) {
        std::unique_ptr<QNetworkReply> reply(net.get(QNetworkRequest(QUrl(url + "/who"))));
        if (!QTest::qWaitFor([&] { return reply->isFinished(); }, 10'000))
            return {};
        const auto who = json::parse(reply->readAll().toStdString());
        ++counts[who ? QString::fromStdString((*who)["revision"].asString()) : QString()];
    }
    return counts;
}

QString RealHouse::open()
{
    QDir(folder.path()).mkpath("flows");
    write("images.yaml", "images:\n  good:\n    command: [\"" FLEET_PROGRAM "\"]\n"
                         "  broken:\n    command: [\"" FLEET_PROGRAM "\"]\n    env: {BEHAVIOUR: exit}\n");
    cloud.start(QStringLiteral(BATUTA_BIN_DIR "/batuta"),
                {"cloud-local", "--workspace", folder.path(), "--port", "0", "--project", "demo", "--region",
                 "us-east1"});
    QByteArray said;
    const auto listens = [&] {
        said += cloud.readAllStandardOutput() + cloud.readAllStandardError();
        return said.contains("listens on http://") && said.contains('\n');
    };
    if (!QTest::qWaitFor(listens, 20'000))
        return "the cloud does not listen: " + said;
    const QByteArray server = said.mid(said.indexOf("http://")).split('\n').first().trimmed();
    write("batuta.yaml",
          "cloud:\n  project: demo\n  region: us-east1\n  server: " + server +
              "\n  billing_account: 000000-000000-000000\n  environments:\n    dev: {service: shop}\n"
              "    production: {service: shop}\n");
    for (const QStringList &words :
         {QStringList{"deploy", "shop", "--image", "good", "--public", "--min", "1", "--key", "A=1", "--yes"},
          QStringList{"deploy", "shop", "--key", "A=2", "--yes"}})
        if (const QByteArray trouble = batuta(words); !trouble.isEmpty())
            return trouble;
    bool isOpen = false;
    connect(&engine, &console::EngineHost::opened, this, [&] { isOpen = true; });
    host::EngineOptions options;
    options.workspace = folder.path().toStdString();
    options.clouds = app::cloudReader(options.workspace);
    engine.open(std::move(options), folder.filePath("engine.log").toStdString());
    if (!QTest::qWaitFor([&] { return isOpen; }, 20'000))
        return "the engine does not open";
    link.attach(engine.client());
    preferences.setLanguage("en");
    page = std::make_unique<views::ReleasesPage>(views::Context{link, commands, preferences, state}, control);
    page->resize(1364, 800);
    page->show();
    return QTest::qWaitFor([&] { return page->model().service().has_value(); }, 20'000)
               ? QString()
               : QString("the page shows no service");
}

RealHouse::~RealHouse()
{
    page.reset();
    link.detach({});
    cloud.terminate();
    cloud.waitForFinished(30'000);
}

} // namespace batuta::tests
