// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/trace/playback_bar.h"

#include "views/pages/trace/trace_words.h"
#include "views/widgets/button.h"
#include "views/widgets/label.h"
#include "views/widgets/pane.h"
#include "views/widgets/words.h"

#include <QBoxLayout>
#include <QEvent>
#include <QSlider>

#include <algorithm>

namespace batuta::views {
namespace {

constexpr int kBeat = 500; // ms between two moments while it plays

QString momentWords(const Instant &instant)
{
    const QString step = QString::fromStdString(instant.step);
    const QString result =
        instant.statusCode != 0 ? QString::number(instant.statusCode) : statusWord(instant.status).toLower();
    switch (instant.kind) {
    case Instant::Kind::Begin:
        return TraceText::tr("The run begins.");
    case Instant::Kind::AttemptStarted:
        return TraceText::tr("%1: attempt %2 begins.").arg(step).arg(instant.attempt);
    case Instant::Kind::AttemptEnded:
        return TraceText::tr("%1: attempt %2 ends with %3.").arg(step).arg(instant.attempt).arg(result);
    case Instant::Kind::StepEnded:
        return TraceText::tr("%1 is over: %2.").arg(step, statusWord(instant.status).toLower());
    case Instant::Kind::StepSkipped:
        return TraceText::tr("%1 does not run.").arg(step);
    case Instant::Kind::End:
        return TraceText::tr("The run ends: %1.").arg(statusWord(instant.status).toLower());
    }
    return {};
}

} // namespace

PlaybackBar::PlaybackBar(Actions actions, QWidget *parent)
    : QWidget(parent)
    , m_first(new Button(QString(), "left", Button::Variant::Ghost, this))
    , m_play(new Button(QString(), "playf", Button::Variant::Ghost, this))
    , m_last(new Button(QString(), "right", Button::Variant::Ghost, this))
    , m_slider(new QSlider(Qt::Horizontal, this))
    , m_words(new Label(TextStyle::Body, Ink::Primary, this))
{
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    auto *bar = new Bar(Bar::Kind::ActionBar, this);
    whole->addWidget(bar);
    bar->row()->setSpacing(4);
    auto *back = new Button(actions.back, Button::Variant::Ghost, bar);
    auto *forward = new Button(actions.forward, Button::Variant::Ghost, bar);
    auto *leave = new Button(actions.leave, Button::Variant::Ghost, bar);
    for (Button *button : {m_first, back, m_play, forward, m_last, leave}) {
        button->setIconOnly(true);
        button->setSmall(true);
        if (button != leave)
            bar->row()->addWidget(button);
    }
    m_words->setElide(Qt::ElideRight);
    m_slider->setMinimumWidth(80);
    bar->row()->addSpacing(6);
    bar->row()->addWidget(m_slider, 1);
    bar->row()->addSpacing(8);
    bar->row()->addWidget(m_words, 2);
    bar->row()->addWidget(leave);
    m_timer.setInterval(kBeat);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (instant() >= m_slider->maximum())
            setPlaying(false);
        else
            setInstant(instant() + 1);
    });
    connect(m_first, &QAbstractButton::clicked, this, [this] { setInstant(0); });
    connect(m_last, &QAbstractButton::clicked, this, [this] { setInstant(m_slider->maximum()); });
    connect(m_play, &QAbstractButton::clicked, this, [this] { setPlaying(!isPlaying()); });
    connect(m_slider, &QSlider::valueChanged, this, [this](int value) {
        update();
        emit instantChanged(value);
    });
    retranslate();
    hide();
}

void PlaybackBar::retranslate()
{
    m_first->setText(tr("To the beginning"));
    m_last->setText(tr("To the end"));
    m_play->setText(isPlaying() ? tr("Stop playing") : tr("Play"));
    for (Button *button : {m_first, m_play, m_last}) {
        button->setAccessibleName(button->text());
        button->setToolTip(button->text());
    }
    m_slider->setAccessibleName(tr("Moment of the record"));
    update();
}

void PlaybackBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void PlaybackBar::setPlayback(const Playback *playback)
{
    setPlaying(false);
    m_playback = playback;
    const QSignalBlocker quiet(m_slider);
    m_slider->setRange(0, playback ? static_cast<int>(playback->instants().size()) - 1 : 0);
    m_slider->setValue(0);
    update();
}

int PlaybackBar::instant() const
{
    return m_slider->value();
}

void PlaybackBar::setInstant(int instant)
{
    m_slider->setValue(std::clamp(instant, 0, m_slider->maximum()));
}

void PlaybackBar::setPlaying(bool playing)
{
    if (playing && instant() >= m_slider->maximum())
        setInstant(0);
    if (playing)
        m_timer.start();
    else
        m_timer.stop();
    m_play->setIconName(playing ? "pause" : "playf");
    retranslate();
}

QString PlaybackBar::words() const
{
    return m_words->text();
}

void PlaybackBar::update()
{
    if (!m_playback || m_playback->isEmpty())
        return;
    const Instant &now = m_playback->instants()[static_cast<std::size_t>(instant())];
    const auto since = std::chrono::duration_cast<Duration>(now.at - m_playback->whole().startedAt);
    m_words->setText(tr("%1 of %2 · %3 s · %4", "moment, count, time, what happens")
                         .arg(instant() + 1)
                         .arg(m_slider->maximum() + 1)
                         .arg(offsetWord(since), momentWords(now)));
    m_slider->setAccessibleDescription(m_words->text());
}

} // namespace batuta::views
