// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/console/engine_host.h"
#include "tests/pages/releases/page_house.h"

#include <QMap>
#include <QProcess>

namespace batuta::tests {

/// A page on a real engine, over a local cloud in another process that runs real ones. The service `shop` of
/// the environments dev and production has two revisions.
class RealHouse final : public QObject
{
public:
    /// "" when everything is there, else what is missing.
    QString open();
    ~RealHouse() override;

    void write(const QString &name, const QByteArray &text) const;
    /// What a command of batuta has said when it failed; "" when it did not.
    QByteArray batuta(const QStringList &words) const;
    /// Which revisions answer so many requests.
    static QMap<QString, int> answers(const QString &url, int requests);
    QString url() const { return QString::fromStdString(page->model().service()->service.url); }
    QString path(const QString &name) const { return folder.filePath(name); }

    QTemporaryDir folder;
    QProcess cloud;
    console::EngineHost engine;
    views::EngineLink link;
    views::CommandRegistry commands;
    views::Preferences preferences{folder.filePath("preferences.ini")};
    views::ViewState state{QString()};
    NoControl control;
    std::unique_ptr<views::ReleasesPage> page;
};

} // namespace batuta::tests
