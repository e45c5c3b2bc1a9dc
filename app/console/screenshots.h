// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/console/console_control.h"
#include "views/shell/shell.h"

#include <QElapsedTimer>
#include <QNetworkAccessManager>
#include <QTimer>

#include <functional>
#include <vector>

namespace batuta::console {

/// Goes through the real window on the sandbox: runs flows, breaks a function, opens every page and dialog,
/// and saves a picture of each as PNG. Ends with finished(0), or with 1 when something did not come within 20
/// s.
class Screenshots final : public QObject
{
    Q_OBJECT

public:
    Screenshots(views::Shell &shell, views::EngineLink &link, const ConsoleControl &control, QString folder);
    void begin();

signals:
    void finished(int exitCode);

private:
    /// Does something, waits until it can be seen, and saves it. A name of "" saves nothing.
    struct Scene
    {
        QString name;
        std::function<void()> act;
        std::function<bool()> isThere;
        int settle = 120; ///< ms that it must have been there before the picture is taken
    };

    void addRunScenes();
    void addCompareScenes();
    void addPageScenes();
    void closeDialogs();
    void addEnvironmentScenes();
    void addEditorScenes();
    void addEditorDialogScenes();
    void command(const char *id);
    void addLastScenes();
    void closeOverlays();
    void next();
    void look();
    void save(const QString &name);
    void setFault(const QString &target, const QByteArray &json);
    void run(const QString &flow, std::function<void(QString)> then);
    bool hasEnded(const QString &execution);

    views::Shell &m_shell;
    views::EngineLink &m_link;
    const ConsoleControl &m_control;
    QString m_folder;
    std::vector<Scene> m_scenes;
    std::size_t m_at = 0;
    QTimer m_poll;
    QElapsedTimer m_waited;
    QElapsedTimer m_there;
    QNetworkAccessManager m_network;
    QString m_good, m_failed, m_live;
    std::map<QString, std::string> m_status; ///< of the executions that were asked for
    bool m_busy = false;
};

} // namespace batuta::console
