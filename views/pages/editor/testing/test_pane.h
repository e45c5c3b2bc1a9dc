// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/pages/editor/testing/test_bench.h"
#include "views/widgets/pane.h"

class QSlider;
class QSplitter;
class QTableView;

namespace batuta::views {

class Bar;
class Button;
class Label;
class Notice;
class StatusGlyph;
class TestDetail;
class TestStepsModel;

/// The pane of the editor's tests: how each step stands, what it gave, what is pinned, injected and held, and
/// how it stood before. It asks in overlays of its window. The selection is the document's. The bench must
/// outlive it.
class TestPane final : public Surface
{
    Q_OBJECT

public:
    explicit TestPane(TestBench &bench, QWidget *parent = nullptr);

    TestBench &bench() const { return m_bench; }
    /// The first one that is selected; "" for none.
    std::string selected() const;

public slots:
    void runWhole();
    void runThisStep();
    void runUpToHere();
    void stop();
    void stepOn();
    void goOn();
    void editInput();
    void editPayload();
    void editFault();
    void editPin();
    void pinOutput();
    void toggleBreakpoint();
    void editCondition();
    void clearFaults();
    void lookBack();    ///< at the moment before
    void lookForward(); ///< at the one after

signals:
    void told(const QString &text);
    /// Anything that decides what can be done now.
    void changed();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildBar();
    void buildHeld();
    void buildTable();
    void buildTimeline();
    void connectParts();
    void retranslate();
    void refresh();
    void refreshState();
    void refreshFaults();
    void refreshHeld();
    void refreshTimeline();
    void refreshSelection();
    void refreshColumns();
    QString stateText() const;
    QString momentText() const;

    TestBench &m_bench;
    TestStepsModel *m_model;
    Notice *m_faults, *m_error;
    Button *m_clear;
    Bar *m_bar, *m_heldBar;
    StatusGlyph *m_glyph;
    Label *m_state, *m_held, *m_moment, *m_why;
    Button *m_run, *m_stop, *m_input, *m_step, *m_goOn, *m_payload, *m_now;
    QSplitter *m_split;
    QTableView *m_table;
    TestDetail *m_detail;
    QWidget *m_timeline;
    QSlider *m_slider;
    bool m_isSelecting = false;
};

} // namespace batuta::views
