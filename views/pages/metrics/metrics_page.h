// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/metrics/board_edit.h"
#include "views/models/metrics/board_feed.h"
#include "views/widgets/page.h"

#include <QPointer>

class QMenu;
class QStackedWidget;

namespace batuta::views {

class AlertsPane;
class BoardGrid;
class Button;
class CloudPlaces;
class Label;
class Notice;
class Overlay;
class Segmented;
class StatePane;

/// Boards of charts on one time axis, and the alerts.
/// Address: `batuta://metrics?board=flows&last=6h&flow=…` (of a board of Cloud Monitoring
/// `&cloud=ENVIRONMENT&service=…`), or `&from=…&to=…` (ISO, UTC) for a range that
/// stands; `batuta://metrics/alerts` for the alerts.
class MetricsPage final : public Page
{
    Q_OBJECT

public:
    explicit MetricsPage(Context context, QWidget *parent = nullptr);
    ~MetricsPage() override;

    QString title() const override;
    Address address() const override;
    void open(const Address &address) override;
    void refresh() override;

    BoardGrid &grid() { return *m_grid; }
    BoardAxis &axis() { return m_axis; }
    BoardFeed &feed() { return m_feed; }
    AlertsPane &alerts() { return *m_alerts; }

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *makeHeader();
    void retranslate();
    void loadBoards();
    void boardsCame(Result<std::vector<series::BoardText>> boards);
    void showBoard(const QString &name);
    void showTabs();
    void showHeader();
    void showAlerts(bool shown);
    void showFlowMenu();
    void showEveryMenu();
    // metrics_links.cpp
    void openRuns(int panel, int step, int line);
    void openRequests(int panel, int step, int line);
    bool isForNobody(const series::BoardText &board, const series::Board &read) const;
    void placesCame();
    void setPlace(const QString &environment, const QString &service);
    void showPlace();
    void showPlaceMenu();
    // metrics_page.cpp
    void showPanelMenu(int panel, const QPoint &at);
    void showTable(int panel);
    int currentPanel() const;
    // metrics_commands.cpp
    void addCommands();
    void addEditCommands();
    void add(CommandSpec spec);
    void setLast(const QString &last);
    void toggleEdit();
    void saveBoard();
    void setEvery(int seconds);
    void setFlow(const QString &flow);
    // metrics_panels.cpp
    void addPanelCommands();
    Result<BoardDraft> draft() const;
    void editPanel(int panel);
    void removePanel(int panel);
    void changeBoard(const QString &what, const std::string &before, const std::string &after);
    void showDraft(const std::string &text);

    Context m_context;
    BoardAxis m_axis;
    BoardFeed m_feed;
    CloudPlaces *m_places;
    bool m_utc;
    std::vector<series::BoardText> m_boards;
    QString m_board;
    std::string m_draft;         ///< its text, with the changes of panels that can be undone
    bool m_isBoardWrong = false; ///< its file has errors
    QString m_wanted;            ///< by the address, before the boards came
    int m_every = 10;
    bool m_isAlerts = false;
    BoardGrid *m_grid;
    AlertsPane *m_alerts;
    StatePane *m_pane;
    QStackedWidget *m_stack;
    Notice *m_problem;
    Label *m_title = nullptr;
    Label *m_held = nullptr;
    Segmented *m_tabs = nullptr;
    Segmented *m_ranges = nullptr;
    Button *m_flowButton = nullptr;
    Button *m_placeButton = nullptr;
    Button *m_everyButton = nullptr;
    Button *m_addPanel = nullptr;
    Button *m_save = nullptr;
    Button *m_edit = nullptr;
    QPointer<Overlay> m_overlay;
};

/// Gone once it is closed.
QMenu *newMetricsMenu(QWidget *parent);

} // namespace batuta::views
