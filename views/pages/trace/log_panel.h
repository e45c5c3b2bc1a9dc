// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/engine_link.h"
#include "views/models/trace/trace_model.h"

#include <QAbstractListModel>
#include <QElapsedTimer>
#include <QListView>
#include <QWidget>

namespace batuta::views {

class Button;
class Label;
class Preferences;
class Segmented;

/// Log lines, oldest first. Lines that were there stay; new ones come at the end.
class LogLineModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { TimeRole = Qt::UserRole + 1, LevelRole, AttemptRole, MessageRole, FieldsRole, JsonRole };

    LogLineModel(TraceModel &trace, Preferences &preferences, QObject *parent = nullptr);
    void setLines(std::vector<client::LogLineRecord> lines);
    void clear();
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Line
    {
        client::LogLineRecord record;
        QString message, fields, attempt;
    };
    Line lineOf(client::LogLineRecord record) const;

    TraceModel &m_trace;
    Preferences &m_preferences;
    std::vector<Line> m_lines;
};

/// The engine's log about the selected step, or about the whole run. Asks again at most once a second while
/// the execution goes on.
class LogPanel final : public QWidget
{
    Q_OBJECT

public:
    LogPanel(EngineLink &engine, TraceModel &trace, Preferences &preferences, QWidget *parent = nullptr);

    void setStep(const std::string &step); ///< "" for the whole run
    void clear();
    /// Shows only what had been written by then; nothing for all.
    void setUntil(std::optional<WallTime> until);
    /// Something happened: there may be new lines.
    void refresh();
    /// Whether there may be lines of services in a cloud.
    void setHasCloud(bool hasCloud);
    QListView &list() { return *m_list; }
    LogLineModel &lines() { return *m_model; }

signals:
    void told(const QString &text);
    void cloudLogsRequested(); ///< what services logged about the run
    void logsRequested();      ///< the same lines on the page of the logs

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void ask();
    void arrived(quint64 question, Result<std::vector<client::LogLineRecord>> lines);
    void showLines();
    void updateTitle();
    void copy(bool asJson);

    EngineLink &m_engine;
    TraceModel &m_trace;
    Label *m_title;
    Label *m_about;
    Segmented *m_scope;
    Button *m_openLogs, *m_openCloud;
    Label *m_empty;
    QListView *m_list;
    LogLineModel *m_model;
    std::string m_step;
    std::vector<client::LogLineRecord> m_all;
    std::optional<WallTime> m_until;
    QString m_problem;
    QTimer m_later;
    quint64 m_question = 0; ///< older answers are dropped
    bool m_isAsking = false;
    bool m_isAnswered = false;
};

} // namespace batuta::views
