// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "app/console/engine_host.h"
#include "app/shared/cloud_reader.h"
#include "engine/json/json.h"
#include "tests/support/verify.h"
#include "views/pages/releases/release_list.h"
#include "views/pages/releases/releases_page.h"
#include "views/pages/releases/rollback_dialog.h"
#include "views/pages/releases/traffic_bar.h"
#include "views/theme/theme.h"
#include "views/widgets/button.h"

#include <QFile>
#include <QLineEdit>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QTemporaryDir>

using namespace batuta;
using namespace batuta::views;

namespace {

class NoControl final : public EngineControl
{
public:
    void start() override {}
    void stop() override {}
    Diagnosis diagnosis() const override { return {}; }
    WorkspaceInfo workspace() const override { return {"sample", {}, "dev", false, {}, {}}; }
    void openWorkspace(const QString &) override {}
    EngineAddress address() const override { return {}; }
    void check(const EngineAddress &, QObject *, Then) override {}
    void enter(const EngineAddress &, const client::EngineInfo &) override {}
};

} // namespace

/// The page on a real engine, over a local cloud in another process that runs real ones.
class TestReleasesReal : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void trafficMovesByKeyAndComesBackByDialog();
    void cleanupTestCase();

private:
    void write(const QString &name, const QByteArray &text) const;
    QByteArray batuta(const QStringList &words) const;
    /// Which revisions answer so many requests.
    QMap<QString, int> answers(const QString &url, int requests) const;

    Theme m_theme;
    QTemporaryDir m_folder;
    QProcess m_cloud;
    console::EngineHost m_engine;
    EngineLink m_link;
};

void TestReleasesReal::write(const QString &name, const QByteArray &text) const
{
    QFile file(m_folder.filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

QByteArray TestReleasesReal::batuta(const QStringList &words) const
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(
        QStringLiteral(BATUTA_BIN_DIR "/batuta"),
        words + QStringList{"--workspace", m_folder.path(), "--history", m_folder.filePath("commands.db")});
    process.waitForFinished(60'000);
    const QByteArray said = process.readAll();
    return process.exitCode() == 0 ? QByteArray() : said;
}

QMap<QString, int> TestReleasesReal::answers(const QString &url, int requests) const
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

void TestReleasesReal::initTestCase()
{
    m_theme.install();
    QVERIFY(QDir(m_folder.path()).mkpath("flows"));
    write("images.yaml", "images:\n  good:\n    command: [\"" FLEET_PROGRAM "\"]\n");
    m_cloud.start(QStringLiteral(BATUTA_BIN_DIR "/batuta"),
                  {"cloud-local", "--workspace", m_folder.path(), "--port", "0", "--project", "demo",
                   "--region", "us-east1"});
    QByteArray said;
    QVERIFY(QTest::qWaitFor(
        [&] {
            said += m_cloud.readAllStandardOutput() + m_cloud.readAllStandardError();
            return said.contains("listens on http://") && said.contains('\n');
        },
        20'000));
    const QByteArray server = said.mid(said.indexOf("http://")).split('\n').first().trimmed();
    write("batuta.yaml",
          "cloud:\n  project: demo\n  region: us-east1\n  server: " + server +
              "\n  environments:\n    dev: {service: shop}\n    production: {service: shop}\n");
    QCOMPARE(batuta({"deploy", "shop", "--image", "good", "--public", "--min", "1", "--key", "A=1", "--yes"}),
             QByteArray());
    QCOMPARE(batuta({"deploy", "shop", "--key", "A=2", "--yes"}), QByteArray());
    bool isOpen = false;
    connect(&m_engine, &console::EngineHost::opened, this, [&] { isOpen = true; });
    host::EngineOptions options;
    options.workspace = m_folder.path().toStdString();
    options.clouds = app::cloudReader(options.workspace);
    m_engine.open(std::move(options), m_folder.filePath("engine.log").toStdString());
    QVERIFY(QTest::qWaitFor([&] { return isOpen; }, 20'000));
    m_link.attach(m_engine.client());
    QTRY_VERIFY(m_link.isRunning());
}

void TestReleasesReal::trafficMovesByKeyAndComesBackByDialog()
{
    CommandRegistry commands;
    Preferences preferences(m_folder.filePath("preferences.ini"));
    preferences.setLanguage("en");
    ViewState state{QString()};
    NoControl control;
    ReleasesPage page(Context{m_link, commands, preferences, state}, control);
    page.resize(1364, 800);
    page.show();
    ReleasesModel &model = page.model();
    QTRY_VERIFY_WITH_TIMEOUT(model.service().has_value(), 20'000);
    QCOMPARE(model.environment(), std::string("dev"));
    QCOMPARE(model.service()->revisions.size(), std::size_t(2));
    const std::string fresh = model.service()->revisions[0].name, old = model.service()->revisions[1].name;
    const QString url = QString::fromStdString(model.service()->service.url);
    QCOMPARE(answers(url, 10).value(QString::fromStdString(fresh)), 10);

    // Half of it to the older revision, by the keyboard.
    model.chooseRevision(old);
    commands.action("releases.traffic")->trigger();
    QCOMPARE(page.bar().shares().size(), std::size_t(2));
    while (page.bar().shares()[0].percent > 50)
        QTest::keyClick(&page.bar(), Qt::Key_Left);
    QTest::keyClick(&page.bar(), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(model.move() && model.move()->phase == TrafficMove::Phase::Done, 20'000);
    const auto half = answers(url, 200);
    QVERIFY(half.value(QString::fromStdString(old)) > 60 && half.value(QString::fromStdString(fresh)) > 60);

    // Back to the older one altogether, as in production.
    model.chooseEnvironment("production");
    QTRY_VERIFY_WITH_TIMEOUT(model.service() && model.service()->place.isGuarded, 20'000);
    commands.action("releases.roll_back")->trigger();
    RollbackDialog &dialog = *page.dialog();
    dialog.plan().setTarget(old);
    dialog.reason().setText("the new one burns");
    QTRY_VERIFY(!dialog.plan().isLooking());
    QVERIFY(!dialog.confirmButton().isEnabled());
    dialog.typedName().setText("shop");
    QVERIFY2(dialog.confirmButton().isEnabled(), qPrintable(dialog.whyNot()));
    dialog.confirmButton().click();
    QTRY_VERIFY_WITH_TIMEOUT(model.move()->phase == TrafficMove::Phase::Done, 20'000);
    const auto back = answers(url, 40);
    QCOMPARE(back.value(QString::fromStdString(old)), 40);
    QTRY_COMPARE(model.service()->entries.front().verb, std::string("roll_back"));
    QCOMPARE(model.service()->entries.front().why, std::string("the new one burns"));

    // And as it was, within two minutes.
    QVERIFY(model.undoSecondsLeft() > 0);
    commands.action("releases.undo")->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(model.serving().size() == 2 && !model.isMoving(), 20'000);
}

void TestReleasesReal::cleanupTestCase()
{
    m_link.detach({});
    m_cloud.terminate();
    QVERIFY(m_cloud.waitForFinished(30'000));
}

QTEST_MAIN(TestReleasesReal)
#include "tst_releases_real.moc"
