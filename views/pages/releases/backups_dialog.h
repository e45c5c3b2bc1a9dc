// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/releases/backups_model.h"

#include <QWidget>

class QComboBox;
class QLineEdit;

namespace batuta::views {

class Button;
class ConfigDiff;
class Label;
class Notice;
class ReleaseList;

/// A panel for an Overlay: the backups of an environment, what would change when one or all of its services
/// are brought back, and the button that does it. Where it is guarded, a reason and a typed name are wanted;
/// Enter never confirms.
class BackupsDialog final : public QWidget
{
    Q_OBJECT

public:
    BackupsDialog(EngineLink &engine, const std::string &environment, bool isGuarded, bool utc,
                  QWidget *parent = nullptr);

    /// The one that is chosen first where a backup has it.
    void setService(const std::string &name) { m_service = name; }

    BackupsModel &model() { return *m_model; }
    ReleaseList &backups() { return *m_backups; }
    QComboBox &services() { return *m_services; }
    ConfigDiff &diff() { return *m_diff; }
    QLineEdit &reason() { return *m_reason; }
    QLineEdit &typedName() { return *m_name; }
    Button &backUpButton() { return *m_backUp; }
    Button &restoreButton() { return *m_restore; }
    /// Why nothing can be restored now, or "".
    QString whyNot() const;

signals:
    void closeRequested();
    void told(const QString &text);
    void servicesRestored();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    QWidget *buildLists();
    QWidget *buildFields();
    void present();
    void presentBackups();
    void compare();
    void restore();
    void tellEnd();
    std::vector<std::string> chosenServices() const;
    /// Of the list; null when none is chosen.
    const client::Backup *chosenBackup() const;
    void fillServices();
    QString wantedName() const;

    BackupsModel *m_model;
    bool m_isGuarded, m_utc;
    std::string m_service;
    ReleaseList *m_backups;
    QComboBox *m_services;
    ConfigDiff *m_diff;
    Notice *m_notice;
    Label *m_counts, *m_foot, *m_nameLabel, *m_empty;
    QLineEdit *m_reason, *m_name;
    QWidget *m_fields;
    Button *m_backUp, *m_close, *m_restore;
};

} // namespace batuta::views
