// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "app/console/console_control.h"
#include "app/console/engine_host.h"
#include "app/shared/workspace.h"
#include "engine/client/release_values.h"
#include "tests/support/console_house.h"

#include <QDir>
#include <QSignalSpy>
#include <QTest>

using namespace batuta;

class TestEngineHost : public QObject
{
    Q_OBJECT

private slots:
    void opensRunsAndCloses()
    {
        tests::ConsoleHouse house;
        QVERIFY(house.start());
        QCOMPARE(house.link.flows().size(), std::size_t(6));
        const QString id = house.run("update_profile", tests::ConsoleHouse::sampleInput());
        QVERIFY(!id.isEmpty());
        QCOMPARE(house.ended(id).status, std::string("success"));
        house.link.detach({});
        QSignalSpy closed(house.engine.get(), &console::EngineHost::closed);
        house.engine->close(std::chrono::seconds(1));
        QVERIFY(closed.wait(10000));
        QVERIFY(!house.engine->isOpen());
    }

    void startWhileItStillClosesStartsItAgain()
    {
        QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkpath("flows"));
        views::EngineLink link;
        console::ConsoleControl control(folder.path(), {}, link);
        control.start();
        QTRY_VERIFY(link.isRunning());
        control.stop();
        QVERIFY(!link.isRunning());
        control.start();
        QTRY_VERIFY_WITH_TIMEOUT(link.isRunning(), 15000);
    }

    void theLocalCloudRunsInsideWhereTheWorkspaceSaysSo()
    {
        QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkpath("flows"));
        QFile file(folder.filePath("batuta.yaml"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("environment: dev\ncloud: {project: demo, region: us-east1, server: local}\n");
        file.close();
        const auto services = [](views::EngineLink &link, QObject *owner) {
            std::optional<Result<client::ReleaseBoard>> board;
            link.releases({"dev"}, owner, [&](const Result<client::ReleaseBoard> &reply) { board = reply; });
            return QTest::qWaitFor([&] { return board.has_value(); }) ? *board
                                                                      : Result<client::ReleaseBoard>(Error{});
        };
        views::EngineLink link;
        {
            console::ConsoleControl control(folder.path(), {}, link);
            control.start();
            QTRY_VERIFY(link.isRunning());
            const auto board = services(link, this);
            QVERIFY2(board, board ? "" : errorText(board.error()).c_str());
            QVERIFY(board->services.empty());
        }
        const auto again =
            app::EmbeddedCloud::open(folder.path().toStdString()); // the console has let go of it
        QVERIFY2(again && *again, again ? "busy" : errorText(again.error()).c_str());
    }

    void saysWhyItCannotOpen()
    {
        QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkpath(".batuta"));
        QFile history(folder.filePath(".batuta/history.db"));
        QVERIFY(history.open(QIODevice::WriteOnly));
        history.write(QByteArray(8192, 'x'));
        history.close();
        console::EngineHost host;
        Error error;
        QSignalSpy failed(&host, &console::EngineHost::failed);
        connect(&host, &console::EngineHost::failed, this, [&](const Error &given) { error = given; });
        host::EngineOptions options;
        options.workspace = folder.path().toStdString();
        host.open(std::move(options), app::logFile(folder.path().toStdString()));
        QVERIFY(failed.wait(10000));
        QVERIFY2(error.code == ErrorCode::StoreCorrupt || error.code == ErrorCode::StoreOpen,
                 errorText(error).c_str());
        QVERIFY(!host.isOpen());
    }

    void whatStillRunsIsRecordedWhenItCloses()
    {
        tests::ConsoleHouse house;
        QVERIFY(house.start());
        QVERIFY(house.setFault("*", R"({"latency_ms": 20000})"));
        const QString id = house.run("update_profile", tests::ConsoleHouse::sampleInput());
        QVERIFY(!id.isEmpty());
        house.link.detach({});
        QSignalSpy closed(house.engine.get(), &console::EngineHost::closed);
        house.engine->close(std::chrono::milliseconds(100));
        QVERIFY(closed.wait(15000));
        QSignalSpy opened(house.engine.get(), &console::EngineHost::opened);
        host::EngineOptions options;
        options.workspace = house.folder().toStdString();
        house.engine->open(std::move(options), app::logFile(house.folder().toStdString()));
        QVERIFY(opened.wait(10000));
        house.link.attach(house.engine->client());
        QCOMPARE(house.ended(id).status, std::string("cancelled"));
    }
};

QTEST_MAIN(TestEngineHost)
#include "tst_engine_host.moc"
