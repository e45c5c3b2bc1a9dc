// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/client/acts.h"
#include "views/models/document/version_names.h"
#include "views/models/trace/playback.h"
#include "views/models/trace/step_history.h"
#include "views/models/trace/time_axis.h"
#include "views/models/trace/trace_feed.h"
#include "views/widgets/page.h"

#include <set>

class QSplitter;

namespace batuta::views {

class Button;
class CloudPlaces;
class FactStrip;
class FormDialog;
class LogPanel;
class Notice;
class Overlay;
class PlaybackBar;
class StatePane;
class StepInspector;
class TraceBar;
class TraceCanvas;
class TraceHeader;

/// One run: `batuta://run/<execution_id>?step=<id>`. Shows it live or from the history, and keeps what it has
/// when the engine goes.
class TracePage final : public Page
{
    Q_OBJECT

public:
    explicit TracePage(Context context, QWidget *parent = nullptr);
    ~TracePage() override;

    QString title() const override;
    Address address() const override;
    void open(const Address &address) override;
    void refresh() override;

    const TraceModel &model() const { return m_model; }
    const TimeAxis &axis() const { return m_axis; }
    StepInspector &inspector() { return *m_inspector; }
    PlaybackBar &transport() { return *m_transport; }
    const json::Value &receipts() const { return m_receipts; }
    TraceCanvas &canvas() { return *m_canvas; }
    LogPanel &logs() { return *m_logs; }
    /// The shown execution as a capsule, told by told().
    void writeCapsule(const QString &file);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    // trace_commands.cpp
    void addCommands();
    void addRunCommands();
    void addCopyCommands();
    void chooseCapsule();
    void addStepCommands();
    void addViewCommands();
    QAction *addLetter(CommandSpec spec); ///< acts only while the rows or the log lines have the focus
    void runAgain();
    void go(int direction, bool failedOnly);
    void goAttempt(int direction);
    void zoom(double factor);

    // trace_acts.cpp
    void addActs();
    void addReruns();
    void addLinks();
    QString whyNotLive() const;
    QString whyNotRerun() const;
    void askToCancel();
    void cancel();
    void askReceipts();
    void showReceipts();
    void pause(bool paused);
    void askRerun(const std::string &step);
    void showFailures();
    void openLogs();
    const client::CloudPlace *cloudPlace() const;
    void openCloudLogs();
    void askAnswer(bool approved);
    void actAndOpen(const client::Act &act, FormDialog *dialog, Overlay *overlay);
    void compare();
    void askChild(int step);
    void askChildren();
    void openChild();

    // trace_playback.cpp
    void addPlayback();
    void startPlayback(int moment); ///< -1: the first one
    void goMoment(int direction);
    void showMoment(int moment);
    void leavePlayback();
    void dropPlayback();

    // trace_page.cpp
    void build();
    void connectParts();
    void retranslate();
    void updateState();
    void updateRun();
    void updateNotice();
    void updateAxis();
    void selectFirst();
    void selectionChanged();
    void follow();
    void restore();
    void remember();
    void tick();
    void narrow();

    Context m_context;
    CloudPlaces *m_places;
    TraceModel m_model;
    TimeAxis m_axis;
    TraceFeed m_feed;
    VersionNames m_versions;
    FlowPast m_past;
    TraceHeader *m_header = nullptr;
    Notice *m_notice = nullptr;
    FactStrip *m_facts = nullptr;
    TraceBar *m_bar = nullptr;
    TraceCanvas *m_canvas = nullptr;
    LogPanel *m_logs = nullptr;
    StepInspector *m_inspector = nullptr;
    StatePane *m_state = nullptr;
    QSplitter *m_across = nullptr;
    QSplitter *m_down = nullptr;
    QAction *m_toRuns = nullptr;
    Button *m_receiptsButton = nullptr;
    std::unique_ptr<Playback> m_playback; ///< while the record is gone through
    PlaybackBar *m_transport = nullptr;
    std::set<std::string> m_childrenAsked; ///< steps whose sub-flow has been asked for
    json::Value m_receipts;                ///< what became of the cancel, step by step
    QTimer m_tick;
    QString m_wanted;           ///< step that the address names, until it is there
    std::string m_step;         ///< selected; "" for run or group
    bool m_follows = false;     ///< the newest step is selected until a person selects
    bool m_isSelecting = false; ///< the page itself selects
    bool m_isFirst = false;     ///< nothing has been selected yet
    bool m_wasEnded = false;
    std::optional<WallTime> m_cancelAsked;
};

} // namespace batuta::views
