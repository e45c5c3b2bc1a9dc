// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/metrics/board_edit.h"

#include <QWidget>

#include <functional>

class QComboBox;
class QFormLayout;
class QLineEdit;

namespace batuta::views {

class CodeView;
class Notice;

/// A panel for an Overlay: the form of one panel of a board. Whoever opens it says what becomes of what was
/// entered: an error is shown, and the form stays; otherwise it closes.
class PanelDialog final : public QWidget
{
    Q_OBJECT

public:
    using Take = std::function<std::optional<Error>(const PanelForm &)>;

    PanelDialog(const QString &title, const PanelForm &form, Take take, QWidget *parent = nullptr);

    PanelForm form() const;
    QLineEdit &titleField() { return *m_title; }
    QLineEdit &alertField() { return *m_alert; }
    QComboBox &kindField() { return *m_kind; }
    CodeView &seriesField() { return *m_series; }
    Notice &problem() { return *m_problem; }

public slots:
    void accept();

signals:
    void closeRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build(const QString &title);
    void addRow(QFormLayout &rows, const QString &name, QWidget *field, const QString &hint = {});

    Take m_take;
    Notice *m_problem;
    QLineEdit *m_title, *m_note, *m_objective, *m_alert;
    QComboBox *m_kind, *m_unit;
    CodeView *m_series;
};

} // namespace batuta::views
