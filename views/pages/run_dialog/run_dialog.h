// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/pages/run_dialog/launcher.h"
#include "views/widgets/page.h"

class QLabel;
class QStackedWidget;
class QTabBar;

namespace batuta::views {

class Button;
class Chip;
class FlowChooser;
class FormPane;
class Label;
class LaunchPane;
class Notice;
class PlanPane;
class PresetBar;

/// The panel that runs a flow (ui.md §5.3), 1000 × 648 in an Overlay: the form of its input, the live plan,
/// payload and command lines, past inputs and presets. It starts at most one execution, and keeps what was
/// typed, without secrets, when it is left.
class RunDialog final : public QWidget
{
    Q_OBJECT

public:
    RunDialog(Context context, QWidget *parent);
    ~RunDialog() override;

    /// With a name, that flow; with "", a flow is chosen first. `inputJson` fills the form: a recorded input
    /// for example, whose masked secrets are left out. Without it the form holds what it was left with.
    void setFlow(const QString &flow, const QString &inputJson);

signals:
    void started(const QString &executionId);
    void closeRequested();
    void told(const QString &text);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildHead();
    void buildBody();
    void buildFoot();
    void connectParts();
    void retranslate();
    void dress();

    void choose(const QString &flow, const QString &system);
    void fillFrom(const QByteArray &json);
    void dropFile(const QMimeData *dropped);
    void refreshTarget();
    void refreshPlan();
    void refreshChecks();
    void refreshTexts();
    void refreshRun();
    QString planHeader() const;
    QString routingText() const;
    QString whyNot() const;
    QString environmentName() const;
    bool isProduction() const;
    void run();
    void showRefusal(const Error &error);
    void tell(bool isError, const QString &strong, const QString &text);
    bool handleKey(const QKeyEvent &key, bool isPress);
    bool isOurs(const QObject *watched) const;

    Context m_context;
    Launcher m_launcher;
    bool m_hasChooser = false;
    QString m_wantedFlow; ///< asked for before the engine has told its flows
    QByteArray m_wantedInput;

    std::unique_ptr<QWidget> m_all; ///< holds the widgets below; they are gone before the form they show
    QWidget *m_head, *m_foot, *m_left, *m_right;
    Label *m_title, *m_in, *m_source;
    FlowChooser *m_chooser;
    Chip *m_version, *m_environment;
    Button *m_close;
    Notice *m_notice;
    FormPane *m_form;
    QTabBar *m_tabs;
    QStackedWidget *m_pages;
    PlanPane *m_plan;
    LaunchPane *m_payload, *m_commands;
    PresetBar *m_presets;
    Button *m_cancel, *m_run;
};

} // namespace batuta::views
