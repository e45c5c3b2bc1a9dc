// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/document/flow_files.h"
#include "views/widgets/page.h"

#include <QWidget>

class QSplitter;
class QStackedWidget;
class QTabBar;

namespace batuta::views {

class Button;
class DiskStrip;
class EditCanvas;
class EditInspector;
class FiguresSource;
class Notice;
class OutlinePane;
class ProblemsPane;
class TestBench;
class TestPane;
class YamlPane;

/// The panes around one opened flow: canvas with palette, inspector, YAML, problems, outline, tests, and the
/// strips that tell what happened to its files. Owns none of the files. Remembers its panes in the
/// workspace's view state.
class EditorDesk final : public QWidget
{
    Q_OBJECT

public:
    /// `files` are opened. `scope` is the page whose commands the panes add.
    EditorDesk(Context context, FlowFiles &files, QWidget *scope, QWidget *parent = nullptr);
    ~EditorDesk() override;

    FlowDocument &document() const { return *m_files.document(); }
    EditCanvas &canvas() const { return *m_canvas; }
    TestPane &tests() const { return *m_tests; }
    ProblemsPane &problems() const { return *m_problems; }
    EditInspector &inspector() const { return *m_inspector; }
    YamlPane &yaml() const { return *m_yaml; }
    /// In sight, with the focus.
    YamlPane &showYaml();
    bool isReadOnly() const { return m_isReadOnly; }
    void setSurroundings(const edit::Surroundings &surroundings);
    /// The environment that the figures on the canvas are of.
    void setEnvironment(const QString &name);

    /// `graph`, `split` or `yaml`.
    QString mode() const { return m_mode; }
    void setMode(const QString &mode);
    /// One of the panes at the bottom right: `problems`, `outline` or `tests`.
    void showBottom(const QString &pane);
    void toggleInspector();
    /// What recorded runs say of the steps, once more.
    void refreshFigures();
    void focusCanvas();
    void reveal(const std::string &step);

signals:
    void modeChanged();
    void compareWanted(); ///< with what is on the disk
    void reopenWanted();  ///< another window had the draft, and may have let it go
    void openRequested(const batuta::views::Address &address);
    void told(const QString &text);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void connectParts();
    void retranslate();
    void connectBench();
    QWidget *makeBottom();
    QWidget *makeCentre();
    QWidget *makeSide();
    void followDisk();
    void followDraft();
    void followBench();
    void setReadOnly(const QString &why);
    edit::FieldPath fieldAt(edit::Range range) const;
    void showField(edit::Range range);
    void enterField(edit::Range range);
    void openKey(const QString &key);
    void restore();
    void remember();

    Context m_context;
    FlowFiles &m_files;
    QWidget *m_scope;
    TestBench *m_bench;
    EditCanvas *m_canvas;
    EditInspector *m_inspector;
    FiguresSource *m_figures;
    DiskStrip *m_disk;
    Notice *m_draft;
    Button *m_tryAgain;
    QWidget *m_side; ///< the inspector with its foot
    YamlPane *m_yaml;
    ProblemsPane *m_problems;
    OutlinePane *m_outline;
    TestPane *m_tests;
    QTabBar *m_tabs;
    QStackedWidget *m_stack;
    QSplitter *m_columns, *m_rows, *m_bottom;
    QString m_environment;
    bool m_isReadOnly = false;
    bool m_isDraftAnswered = false; ///< it was said that it is to stay
    QString m_mode = QStringLiteral("graph");
};

} // namespace batuta::views
