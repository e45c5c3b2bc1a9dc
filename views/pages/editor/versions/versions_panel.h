// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/engine_link.h"
#include "views/pages/editor/versions/version_source.h"

#include <QWidget>

class QListView;

namespace batuta::views {

class Button;
class Label;
class Notice;
class StatePane;
class VersionRows;

/// The list of a flow's versions: number, time, author, note, which one runs, and what can be done with the
/// selected one. Says when the file was changed outside, and what git thinks of it. A panel for an Overlay,
/// or for the side of the editor. Reads; changes nothing but by adopting a file.
class VersionsPanel final : public QWidget
{
    Q_OBJECT

public:
    static constexpr int kRunsLookedAt = 200; ///< the newest executions, which are counted by version

    VersionsPanel(VersionSource &source, EngineLink &engine, QWidget *parent = nullptr);
    /// The selected version, or 0.
    int selected() const;
    void select(int number);
    QSize wantedSize() const { return {520, 620}; }

signals:
    /// From the selected version to the draft, to the one before, …
    void compareRequested(batuta::views::TextSide before, batuta::views::TextSide after);
    /// The draft is to become this text.
    void restoreRequested(int number, const std::string &text);
    void adopted(int number); ///< the file's text is a version now
    void closeRequested();
    void told(const QString &text);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void retranslate();
    void present();
    void presentSelected();
    void countRuns();
    void restore();
    void copy();
    void adopt();
    void failed(const Error &error);

    VersionSource &m_source;
    EngineLink &m_engine;
    VersionRows *m_rows;
    Label *m_title, *m_count, *m_note, *m_git;
    Button *m_close, *m_compare, *m_before, *m_restore, *m_copy;
    Notice *m_outside;
    Button *m_adopt, *m_show;
    Notice *m_trouble;
    QListView *m_list;
    StatePane *m_pane;
};

} // namespace batuta::views
