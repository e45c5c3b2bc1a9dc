// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/logs/log_watch.h"
#include "views/models/engine_control.h"
#include "views/pages/logs/log_detail.h"
#include "views/pages/logs/log_lines.h"
#include "views/widgets/page.h"

#include <QElapsedTimer>
#include <QSocketNotifier>
#include <QTimer>

class QMenu;
class QSplitter;

namespace batuta::views {

class Button;
class ChipRow;
class CloudPlaces;
class CloudSpool;
class CloudStrip;
class KeyHint;
class Label;
class LogFacetList;
class LogHistogram;
class LogSpool;
class LogTable;
class Notice;
class Overlay;
class QueryLine;
class StatePane;

inline const QString kHistoryKey =
    QStringLiteral("logs/history"); ///< queries of this workspace, in its view state

/// Which services' logs are shown: those of an environment, or of one service of it.
struct CloudPlaceName
{
    QString environment, service;
    bool operator==(const CloudPlaceName &) const = default;
};

/// Log lines of this engine, of files and folders, and of services in a cloud. Address:
/// `batuta://logs?source=…&q=…&from=…&to=…`; `source` is a path and may stand several times;
/// `cloud=ENVIRONMENT&service=…` is Cloud Logging; without either the log of this engine is shown.
/// `execution_id` and `step` stand for a query for both. Remembers columns, queries and panes in the
/// workspace's view state.
class LogsPage final : public Page
{
    Q_OBJECT

public:
    LogsPage(Context context, EngineControl &control, QWidget *parent = nullptr);
    ~LogsPage() override;

    QString title() const override;
    Address address() const override;
    void open(const Address &address) override;
    void refresh() override;

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    // logs_page.cpp: what it is made of, and what it shows
    QWidget *makeHeader();
    QWidget *makeMiddle();
    void connectLines();
    void connectDetail();
    void retranslate();
    void setWish();
    void showPicture(const LogPicture &picture);
    void showState();
    void showOutcome();
    void showTrouble();
    void showCurrent();
    void showLine();
    void showFind();
    QString countText(std::uint64_t count) const;
    // logs_source.cpp: where the lines come from
    void connectCloud();
    void setSource(const QStringList &paths, const CloudPlaceName &cloud = {});
    void watch();
    void look();
    QString sourceName() const;
    QString ownLog();
    bool isCloud() const { return !m_cloudPlace.environment.isEmpty(); }
    bool isEngine() const { return m_paths.isEmpty() && !isCloud(); }
    void askCloud();
    void showStrip();
    void askMarks();
    void addCloudSources(QMenu *menu);
    // logs_query.cpp: the query and what changes it
    void useQuery(const QString &text);
    void takeQuery(const logs::LogQuery &query);
    void addPart(const QString &field, const QString &value, bool isOut);
    void showProblem(const std::optional<logs::QueryProblem> &problem);
    void remember(const QString &text);
    void setSpan(logs::TimeSpan span);
    void chooseLast(int minutes);
    void showRangeMenu();
    void askTime();
    QString goToTime(const QString &text);
    // logs_commands.cpp: what can be done
    void addCommands();
    void addLineCommands();
    void addViewCommands();
    void addLookCommands();
    void addFileCommands();
    QAction *lineCommand(CommandSpec spec);
    QString whyNoLine() const;
    void filterCell(bool isOut);
    void find(bool forward);
    void nextError(bool forward);
    void openRun();
    void copy(bool asJson);
    void chooseFiles(bool folder);
    void exportLines();
    void showSourceMenu();
    void showMoreMenu();
    void showColumnMenu(const QPoint &at, int column);
    void showCellMenu(const QPoint &at);
    void showDetail(bool shown);
    void showAround();
    void fillColumnMenu(QMenu *menu, int column);

    Context m_context;
    EngineControl &m_control;
    CloudPlaces *m_places;
    LogDesk *m_desk;
    LogLines *m_lines;
    LogTable *m_table;
    StatePane *m_pane;
    LogDetail *m_detail;
    LogFacetList *m_facets;
    LogHistogram *m_histogram;
    QueryLine *m_line;
    Notice *m_trouble, *m_problem;
    Button *m_fix = nullptr, *m_sourceButton = nullptr, *m_range = nullptr, *m_more = nullptr;
    ChipRow *m_chips = nullptr;
    CloudStrip *m_strip;
    QSplitter *m_split;
    LogSpool *m_spool = nullptr;         ///< of an engine elsewhere
    std::unique_ptr<CloudSpool> m_cloud; ///< of services in a cloud
    CloudPlaceName m_cloudPlace;         ///< empty for none
    std::vector<std::string> m_untold;
    logs::TimeSpan m_marked; ///< the time whose releases are shown
    QElapsedTimer m_markedAt;
    Label *m_title = nullptr, *m_place = nullptr;
    QList<Label *> m_hints;
    QAction *m_clear = nullptr, *m_openFile = nullptr;
    QPointer<Overlay> m_overlay;
    QStringList m_paths; ///< empty: the log of this engine
    bool m_hasSource = false;
    LogWish m_wish, m_asked;
    quint64 m_rowsWish = 0; ///< the first wish for these rows: its facets are those of the ones after it, too
    QString m_written;      ///< the query as it was written
    std::string m_fixed;    ///< the query as it was probably meant
    std::unique_ptr<logs::LogWatch> m_watch;
    std::unique_ptr<QSocketNotifier> m_notifier;
    QTimer m_again, m_soon;
    QString m_state;
    quint64 m_done = 0, m_total = 0;
    logs::LineTime m_wanted = logs::kNoTime; ///< a time to go to once lines are there
};

} // namespace batuta::views
