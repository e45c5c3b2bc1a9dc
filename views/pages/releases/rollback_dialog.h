// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/releases/rollback_plan.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QStackedWidget;

namespace batuta::views {

class Button;
class CheckList;
class CodeView;
class FactStrip;
class Label;
class Notice;

/// A panel for an Overlay: what a rollback (or another split) means, what was checked, why it is done, and
/// the button that does it; then how far it is. Enter never confirms; the focus begins on Cancel. Closing it
/// while the traffic moves stops nothing.
class RollbackDialog final : public QWidget
{
    Q_OBJECT

public:
    /// Without `traffic` a rollback, to the last known good revision or to `target`.
    struct Wish
    {
        std::string target;
        std::optional<releases::Traffic> traffic;
    };
    RollbackDialog(ReleasesModel &model, EngineLink &engine, bool utc, Wish wish, QWidget *parent = nullptr);

    /// Why it cannot be done now, or "".
    QString whyNot() const;
    RollbackPlan &plan() { return *m_plan; }
    QLineEdit &reason() { return *m_reason; }
    QLineEdit &typedName() { return *m_name; }
    QComboBox &target() { return *m_target; }
    Button &confirmButton() { return *m_confirm; }
    Button &cancelButton() { return *m_cancel; }
    /// The line of gcloud that does the same.
    QString command() const;

signals:
    void closeRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *buildHead();
    QWidget *buildRoute();
    QWidget *buildFields();
    QWidget *buildProgress();
    QWidget *buildFoot();
    void fillTargets();
    static QString evidence(const releases::Candidate &candidate);
    void present();
    void presentFacts();
    void presentProgress();
    void presentLog();
    void confirm();
    void undo();
    bool wantsName() const;
    bool isProduction() const;

    ReleasesModel &m_model;
    bool m_utc;
    bool m_isSent = false;
    bool m_isConfirming = false; ///< stale checks are made again first
    bool m_isOvertaken = false;  ///< the service is another one than when it was confirmed
    RollbackPlan *m_plan;
    QWidget *m_body, *m_progress;
    QStackedWidget *m_stack;
    QComboBox *m_target;
    QLineEdit *m_reason, *m_name;
    Label *m_from, *m_why, *m_nameLabel, *m_foot, *m_preflight, *m_phase, *m_detail, *m_logTitle;
    FactStrip *m_facts;
    CheckList *m_checks;
    CodeView *m_command, *m_log;
    Button *m_undo, *m_cancel, *m_confirm;
};

} // namespace batuta::views
