// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/engine_control.h"
#include "views/pages/logs/log_facets.h"
#include "views/pages/logs/log_header.h"
#include "views/pages/logs/log_histogram.h"
#include "views/pages/logs/log_table.h"
#include "views/pages/logs/logs_page.h"
#include "views/pages/logs/query_field.h"
#include "views/pages/logs/query_line.h"
#include "views/theme/theme.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace batuta::tests {

/// An engine that is not there: logs are files.
class NoEngine final : public views::EngineControl
{
public:
    explicit NoEngine(QString folder, QString place = {})
        : m_folder(std::move(folder))
        , m_place(std::move(place))
    {
    }
    void start() override {}
    void stop() override {}
    views::Diagnosis diagnosis() const override { return {}; }
    views::WorkspaceInfo workspace() const override { return {"test", m_folder, "dev", false, m_place}; }
    void openWorkspace(const QString &) override {}
    views::EngineAddress address() const override { return {}; }
    void check(const views::EngineAddress &, QObject *, Then) override {}
    void enter(const views::EngineAddress &, const client::EngineInfo &) override {}

private:
    QString m_folder;
    QString m_place; ///< of an engine elsewhere
};

/// What the page of the logs works with, and files for it. Made after the QApplication.
class LogsHouse
{
public:
    LogsHouse()
        : preferences(folder.filePath("console.ini"))
        , state(std::make_unique<views::ViewState>(folder.filePath("views.json")))
        , control(folder.path())
    {
        theme.setMode(views::ThemeMode::Light);
        theme.install();
        preferences.setUtc(true);
    }
    views::Context context() { return {link, commands, preferences, *state}; }

    /// Line `i` of a log in which every third line is a warning and every seventh an error.
    static QByteArray line(int i)
    {
        const char *severity = i % 7 == 0 ? "ERROR" : i % 3 == 0 ? "WARNING" : "INFO";
        return QString(
                   R"({"severity":"%1","timestamp":"2026-11-21T12:%2:%3.000000Z","service":"%4","step_name":"step_%5",)"
                   R"("message":"attempt %6 came to an end","status":%7,"execution_id":"9b1f6e0c-4d27-4a8e-8123-0123456789ab","api_token":"geheim"})")
                   .arg(severity)
                   .arg(i / 60 % 60, 2, 10, QChar('0'))
                   .arg(i % 60, 2, 10, QChar('0'))
                   .arg(i % 2 == 0 ? "gap-analysis" : "ml-orchestrator")
                   .arg(i % 5)
                   .arg(i)
                   .arg(i % 7 == 0 ? 503 : 200)
                   .toUtf8() +
               '\n';
    }
    QString write(const QString &name, int from, int to, bool append = false)
    {
        QFile file(folder.filePath(name));
        if (!file.open(append ? QIODevice::Append : QIODevice::WriteOnly | QIODevice::Truncate))
            return {};
        for (int i = from; i < to; ++i)
            file.write(line(i));
        return file.fileName();
    }
    static QUrlQuery at(const QString &file, const QString &query = {})
    {
        QUrlQuery items;
        items.addQueryItem("source", file);
        if (!query.isEmpty())
            items.addQueryItem("q", QString::fromUtf8(QUrl::toPercentEncoding(query)));
        return items;
    }

    QTemporaryDir folder;
    views::Theme theme;
    views::EngineLink link;
    views::CommandRegistry commands;
    views::Preferences preferences;
    std::unique_ptr<views::ViewState> state;
    NoEngine control;
};

} // namespace batuta::tests
