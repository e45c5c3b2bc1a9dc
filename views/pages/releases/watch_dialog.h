// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/releases/watch_model.h"

#include <QWidget>

class QCheckBox;
class QLineEdit;
class QVBoxLayout;

namespace batuta::views {

class Button;
class CodeView;
class Label;
class Notice;
class Segmented;

/// A panel for an Overlay: who is told when a service fails or gets slow, and the budget of its project, from
/// forms that cannot say what Google would take for something else.
class WatchDialog final : public QWidget
{
    Q_OBJECT

public:
    WatchDialog(EngineLink &engine, const client::CloudPlace &place, const std::string &service,
                bool isGuarded, QWidget *parent = nullptr);

    WatchModel &model() { return *m_model; }
    Segmented &kind() { return *m_kind; }
    QLineEdit &limit() { return *m_limit; }
    QLineEdit &minutes() { return *m_minutes; }
    QLineEdit &amount() { return *m_amount; }
    QLineEdit &thresholds() { return *m_thresholds; }
    QLineEdit &reason() { return *m_reason; }
    Button &saveButton() { return *m_save; }
    /// Why it cannot be saved now, or "".
    QString whyNot() const;
    void choose(const QString &kind); ///< errors, latency or budget

signals:
    void closeRequested();
    void told(const QString &text);

private:
    void build();
    void buildForm(QVBoxLayout &rows);
    QLineEdit *addField(QVBoxLayout &rows, Label *&label);
    void fill();
    void present();
    void presentOthers();
    void fillChannels(const std::vector<std::string> &chosen);
    std::vector<std::string> chosenChannels() const;
    bool isBudget() const;
    releases::AlertForm form() const;
    cloud::Budget budgetOf() const;
    void save();

    WatchModel *m_model;
    bool m_isGuarded;
    bool m_isFilled = false;
    Segmented *m_kind;
    Notice *m_notice;
    Label *m_state, *m_limitLabel, *m_minutesLabel, *m_amountLabel, *m_thresholdsLabel, *m_reasonLabel;
    Label *m_channelsTitle, *m_others, *m_foot;
    QLineEdit *m_limit, *m_minutes, *m_amount, *m_thresholds, *m_reason;
    QCheckBox *m_enabled, *m_forecast;
    QVBoxLayout *m_channels;
    QList<QCheckBox *> m_boxes;
    CodeView *m_preview;
    Button *m_close, *m_save;
};

} // namespace batuta::views
