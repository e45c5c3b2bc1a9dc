// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/trace/time_axis.h"
#include "views/models/trace/trace_run.h"
#include "views/pages/trace/waterfall_painter.h"

#include <QWidget>

class QCheckBox;
class QAction;

namespace batuta::views {

class Label;

/// What the waterfall shows, the time under the cursor, and the zoom.
class TraceBar final : public QWidget
{
    Q_OBJECT

public:
    struct Actions
    {
        QAction *zoomOut, *zoomIn, *fit;
    };
    TraceBar(TimeAxis &axis, const TraceRun &run, Actions actions, QWidget *parent = nullptr);

    WaterfallLook look() const;
    void setLook(WaterfallLook look);
    bool isGraphShown() const;
    void setGraphShown(bool shown);
    void setUtc(bool utc);
    void togglePath();
    void toggleAttempts();
    void toggleGraph();

signals:
    void changed(); ///< by a person

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void retranslate();
    void updateCursor();
    void updateZoom();

    TimeAxis &m_axis;
    const TraceRun &m_run;
    QCheckBox *m_path;
    QCheckBox *m_attempts;
    QCheckBox *m_graph;
    Label *m_cursorTitle;
    Label *m_cursor;
    Label *m_clock;
    Label *m_zoom;
    bool m_utc = false;
};

} // namespace batuta::views
