// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/runs/runs_model.h"
#include "views/widgets/page.h"

#include <QTimer>

namespace batuta::views {

class Button;
class FacetList;
class FilterLine;
class IdSearch;
class KeyHint;
class Label;
class Notice;
class Overlay;
class RunFigures;
class RunHistogram;
class RunsExport;
class RunsTable;
class RunsWords;
class StatePane;

/// The live list of executions. Address: `batuta://runs?flow=…&status=…&user_id=…&session_id=…
/// &correlation_id=…&trigger=…&flow_version=…&environment=…&revision=…&error_code=…&failure=…
/// &since=2026-11-21T14:00:00Z&until=…&last=6h&order=oldest` (`longest`, `shortest`); `all=1` for no filter.
/// An address without a query keeps the filters that are set. Remembers columns, filters and order in the
/// workspace's view state.
class RunsPage final : public Page
{
    Q_OBJECT

public:
    explicit RunsPage(Context context, QWidget *parent = nullptr);

    QString title() const override;
    Address address() const override;
    void open(const Address &address) override;
    void refresh() override;

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeHeader();
    QWidget *makeFilterBar();
    QWidget *makeBody();
    QWidget *makeFooter();
    void connectModel();
    void connectTable();
    void connectFilters();
    void retranslate();
    void showState();
    void showPane();
    void showNotice();
    void showLive();
    void showCount();
    void showHeld();
    void followView();
    void setFilter(RunFilter filter);
    void setFilterValue(const QString &key, const QString &value);
    void useTyped(const QString &text);
    void sortBy(int column);
    // Figures, and what is done with many runs (runs_many.cpp)
    void addListCommands();
    void addExports();
    void showFigures();
    void placeFacets();
    void toggleFacets();
    void isolate(const QString &key, const QString &value);
    void toggleExcluded(const QString &key, const QString &value);
    void brush(WallTime since, WallTime until);
    void openRelease(const QString &name, bool isRevision);
    void setView(const QString &name);
    void showViewMenu();
    void saveView();
    QList<QString> selectedIds(bool ended) const;
    void actOnMany(const QString &verb);
    void actOnNext();
    void exportRuns(bool isCsv);
    void chooseCapsule();
    void compare();
    // What can be done with a run (runs_actions.cpp)
    void addCommands();
    void addRunCommands();
    QAction *listCommand(CommandSpec spec);
    const RunRow *selectedRun() const;
    QString whyNoRun() const;
    QString whyNotCancel() const;
    QString whyNotAgain() const;
    void openSelected();
    void runAgain();
    void runAgainCame(const Result<client::ExecutionRecord> &record);
    void askCancel();
    void cancel(const QString &execution);
    void copyText(const QString &text);
    void copyRow();
    void showColumnMenu(const QPoint &at);
    void showCellMenu(const QPoint &at);
    QAction *runFlowCommand();

    Context m_context;
    RunsModel *m_model;
    RunsWords *m_words;
    RunsTable *m_table;
    StatePane *m_pane;
    FilterLine *m_filters;
    IdSearch *m_search;
    Notice *m_notice = nullptr;
    Button *m_retry = nullptr;
    Label *m_title = nullptr;
    Label *m_live = nullptr;
    Label *m_count = nullptr;
    Button *m_pause = nullptr;
    Button *m_run = nullptr;
    Button *m_columns = nullptr;
    Button *m_views = nullptr;
    Button *m_export = nullptr;
    RunFigures *m_figures;
    FacetList *m_facets;
    RunHistogram *m_histogram;
    /// An act on several runs that goes on, one after the other.
    struct Many
    {
        QString verb;
        QList<QString> left{};
        int done = 0;
        int refused = 0;
        QString why{}; ///< of the first refusal
    };
    std::optional<Many> m_many;
    RunsExport *m_exporting = nullptr;
    QList<Label *> m_hints;
    QAction *m_clear = nullptr;
    QAction *m_runFlow = nullptr;
    QPointer<Overlay> m_overlay;
    QString m_paneKey; ///< what the pane shows, so that it is not made again
    bool m_pointerMoves = false;
};

} // namespace batuta::views
