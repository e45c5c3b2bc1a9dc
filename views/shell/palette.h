// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/view_state.h"
#include "views/shell/palette_model.h"

#include <QWidget>

class QLineEdit;
class QListView;

namespace batuta::views {

class Chip;
class Label;
class PalettePreview;

/// One field that finds flows, pages, commands and executions; Up, Down and Enter while typing. A panel for
/// an Overlay.
class CommandPalette final : public QWidget
{
    Q_OBJECT

public:
    CommandPalette(EngineLink &link, const CommandRegistry &commands, const QWidget *page,
                   QWidget *parent = nullptr);
    /// Shows what was chosen before, and keeps what is chosen now.
    void remember(ViewState &state);
    /// What stands in the field, selected, so that typing replaces it.
    void setText(const QString &text);

signals:
    void addressChosen(const batuta::views::Address &address);
    void actionChosen(QAction *action);
    void closeRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void refresh();
    void choose();
    void move(int by);

    PaletteModel *m_model;
    ViewState *m_state = nullptr;
    Chip *m_kind;
    QLineEdit *m_field;
    Label *m_found;
    QListView *m_list;
    PalettePreview *m_preview;
};

} // namespace batuta::views
