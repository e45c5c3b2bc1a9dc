// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/trace/playback.h"

#include <QTimer>
#include <QWidget>

class QAction;
class QSlider;

namespace batuta::views {

class Button;
class Label;

/// Goes through the moments of a recorded run: first, back, play, forward, last, and a slider over all of
/// them.
class PlaybackBar final : public QWidget
{
    Q_OBJECT

public:
    struct Actions
    {
        QAction *back, *forward, *leave;
    };
    explicit PlaybackBar(Actions actions, QWidget *parent = nullptr);

    /// Begins at the first moment. `playback` must outlive its showing.
    void setPlayback(const Playback *playback);
    int instant() const;
    /// Out of range is brought into it.
    void setInstant(int instant);
    void setPlaying(bool playing);
    bool isPlaying() const { return m_timer.isActive(); }
    QString words() const;

signals:
    void instantChanged(int instant);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void update();

    const Playback *m_playback = nullptr;
    QTimer m_timer;
    Button *m_first;
    Button *m_play;
    Button *m_last;
    QSlider *m_slider;
    Label *m_words;
};

} // namespace batuta::views
