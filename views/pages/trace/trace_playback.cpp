// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// Going through the record of a run, moment by moment: graph, bars, payloads and log lines as they stood.
#include "views/pages/trace/trace_page.h"

#include "views/pages/trace/log_panel.h"
#include "views/pages/trace/playback_bar.h"
#include "views/pages/trace/trace_canvas.h"
#include "views/widgets/words.h"

namespace batuta::views {

void TracePage::addPlayback()
{
    const auto whyNot = [this] {
        if (m_model.run().isEmpty())
            return tr("No run is shown.");
        return m_model.run().hasEnded() || m_playback ? QString() : tr("The run is not over yet.");
    };
    addLetter({"trace.playback",
               [] { return tr("Step through the record"); },
               "history",
               {QKeySequence("T")},
               [this] { m_playback ? leavePlayback() : startPlayback(-1); },
               whyNot});
    addLetter({"trace.momentBack",
               [] { return tr("One moment back"); },
               "arrowl",
               {QKeySequence(",")},
               [this] { goMoment(-1); },
               whyNot});
    addLetter({"trace.momentForward",
               [] { return tr("One moment forward"); },
               "arrow",
               {QKeySequence(".")},
               [this] { goMoment(1); },
               whyNot});
    addLetter({"trace.leavePlayback",
               [] { return tr("Back to the end of the record"); },
               "x",
               {QKeySequence(Qt::Key_Escape)},
               [this] { leavePlayback(); },
               [this] { return m_playback ? QString() : tr("The whole record is shown."); }});
}

/// The steps of the record are asked for once more: the model does not keep them as they came.
void TracePage::startPlayback(int moment)
{
    const QString id = m_feed.execution();
    m_context.engine.execution(id, this, [this, id, moment](Result<client::ExecutionRecord> record) {
        if (id != m_feed.execution() || m_playback)
            return;
        if (!record) {
            emit told(errorSentence(record.error()));
            return;
        }
        if (!isEnded(record->status))
            return;
        m_playback = std::make_unique<Playback>(std::move(*record));
        m_transport->setPlayback(m_playback.get());
        m_transport->show();
        const auto count = static_cast<int>(m_playback->instants().size());
        m_transport->setInstant(moment < 0 ? 0 : std::min(moment, count - 1));
        showMoment(m_transport->instant());
        m_context.commands.update();
    });
}

void TracePage::goMoment(int direction)
{
    if (m_playback)
        return m_transport->setInstant(m_transport->instant() + direction);
    if (direction < 0) // from the end of the record backwards
        startPlayback(INT_MAX);
}

void TracePage::showMoment(int moment)
{
    if (!m_playback)
        return;
    const Instant &now = m_playback->instants()[static_cast<std::size_t>(moment)];
    m_model.showAnother(m_playback->recordAt(static_cast<std::size_t>(moment)), now.at);
    m_logs->setUntil(now.at);
    m_axis.setCursor(static_cast<double>(
        std::chrono::duration_cast<Duration>(now.at - m_playback->whole().startedAt).count()));
    const int step = m_model.run().find(now.step);
    if (step < 0)
        return;
    m_isSelecting = true;
    m_canvas->select(step);
    m_isSelecting = false;
}

void TracePage::leavePlayback()
{
    if (!m_playback)
        return;
    const std::unique_ptr<Playback> playback = std::move(m_playback);
    m_transport->setPlayback(nullptr);
    m_transport->hide();
    m_logs->setUntil(std::nullopt);
    m_model.showAnother(playback->whole(), SystemClock().wall());
    m_childrenAsked.clear();
    askChildren();
    m_context.commands.update();
}

/// Another run, or a newer record of this one.
void TracePage::dropPlayback()
{
    m_playback.reset();
    m_transport->setPlayback(nullptr);
    m_transport->hide();
    m_logs->setUntil(std::nullopt);
}

} // namespace batuta::views
