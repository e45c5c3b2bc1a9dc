// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/series/alert_values.h"
#include "views/models/engine_link.h"

#include <QAbstractTableModel>
#include <QTimer>
#include <QWidget>

class QTableView;

namespace batuta::views {

class Button;
class Label;
class Notice;
class StatePane;

/// The alert rules and how they stand, the worst first.
class AlertsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        StateColumn,
        NameColumn,
        RuleColumn,
        ValueColumn,
        SampleColumn,
        SinceColumn,
        ToColumn,
        ColumnCount
    };

    using QAbstractTableModel::QAbstractTableModel;
    void setAlerts(std::vector<series::Alert> alerts, bool utc);
    const series::Alert *alert(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString textAt(const series::Alert &alert, int column) const;

    std::vector<series::Alert> m_alerts;
    bool m_utc = false;
};

/// What alerts did, the newest first.
class AlertHistoryModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { TimeColumn, NameColumn, WhatColumn, TextColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;
    void setEvents(std::vector<series::AlertEvent> events, bool utc);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<series::AlertEvent> m_events;
    bool m_utc = false;
};

/// The alerts of the engine: states, acknowledge, mute for an hour, and what happened. Reads them every ten
/// seconds while it is seen.
class AlertsPane final : public QWidget
{
    Q_OBJECT

public:
    AlertsPane(EngineLink &engine, const bool &utc, QWidget *parent = nullptr);

    void refresh();
    void acknowledge();
    void mute();
    QString whyNotAcknowledge() const;
    QString whyNotMute() const;
    QTableView &table() { return *m_table; }

signals:
    void told(const QString &text);
    void selectionChanged();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void came(const Result<series::AlertBook> &book);
    void act(const char *verb, const json::Value &with, const QString &done);
    const series::Alert *selected() const;
    void showButtons();

    EngineLink &m_engine;
    const bool &m_utc;
    AlertsModel *m_model;
    AlertHistoryModel *m_history;
    QTableView *m_table;
    QTableView *m_events;
    StatePane *m_pane;
    Notice *m_problem;
    Label *m_historyTitle;
    Button *m_acknowledge;
    Button *m_mute;
    QTimer m_timer;
};

} // namespace batuta::views
