// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/cloud_local/gcloud_shell.h"

#include "app/shared/gcloud_environment.h"

#include <QProcess>
#include <QStandardPaths>

namespace batuta::tests {

bool hasGcloud()
{
    return !QStandardPaths::findExecutable("gcloud").isEmpty();
}

GcloudEnd gcloudInShell(CloudHouse &house, const QStringList &words)
{
    cloud_local::LocalCloudOptions options;
    options.directory = house.folder() + "/state";
    options.project = "demo-proj";
    options.region = "us-east1";
    if (const Status written = app::writeGcloudEnvironment(options, house.cloud->port()); !written)
        return {-1, {}, QString::fromStdString(errorText(written.error()))};
    QProcess process;
    process.setWorkingDirectory(QString::fromStdString(house.folder()));
    process.start("sh", QStringList{"-c", ". state/gcloud.env && exec gcloud \"$@\"", "gcloud"} + words);
    // The loop of the cloud runs while gcloud does, in turns of at most ten seconds.
    for (int i = 0; i < 12 && process.state() != QProcess::NotRunning; ++i)
        house.run.runUntil(
            [&] { return process.waitForFinished(1) || process.state() == QProcess::NotRunning; });
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

} // namespace batuta::tests
