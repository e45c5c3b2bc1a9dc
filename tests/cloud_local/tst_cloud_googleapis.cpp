// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/cloud_local/cloud_house.h"

#include <QDir>
#include <QProcess>
#include <QStandardPaths>

using namespace batuta;

/// The unmodified npm client `googleapis` does its work against the local cloud. BATUTA_GOOGLEAPIS names a
/// folder in which `npm install googleapis` was run; skipped without it.
class TstCloudGoogleapis : public QObject
{
    Q_OBJECT

private slots:
    void doesItsWholeWork();
};

void TstCloudGoogleapis::doesItsWholeWork()
{
    const QString modules = qEnvironmentVariable("BATUTA_GOOGLEAPIS");
    if (QStandardPaths::findExecutable("node").isEmpty() ||
        !QDir(modules + "/node_modules/googleapis").exists())
        QSKIP("node or BATUTA_GOOGLEAPIS is missing: the local cloud is not checked against npm's googleapis "
              "here");
    tests::CloudHouse house;
    BATUTA_VERIFY_OK(house.opened);
    QProcess node;
    node.start("node", {QStringLiteral(BATUTA_SOURCE_DIR) + "/tests/cloud_local/googleapis_check.mjs",
                        modules, QString::number(house.cloud->port())});
    for (int i = 0; i < 12 && node.state() != QProcess::NotRunning; ++i)
        house.run.runUntil([&] { return node.waitForFinished(1) || node.state() == QProcess::NotRunning; });
    const QByteArray said = node.readAllStandardOutput() + node.readAllStandardError();
    QVERIFY2(node.exitStatus() == QProcess::NormalExit && node.exitCode() == 0, said.constData());
    QVERIFY2(said.contains("ok delete"), said.constData());
}

QTEST_GUILESS_MAIN(TstCloudGoogleapis)
#include "tst_cloud_googleapis.moc"
