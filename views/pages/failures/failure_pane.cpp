// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/failures/failure_pane.h"

#include "views/models/text.h"
#include "views/theme/theme.h"
#include "views/widgets/button.h"
#include "views/widgets/label.h"
#include "views/widgets/pane.h"
#include "views/widgets/words.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPainter>
#include <QPlainTextEdit>

#include <map>

namespace batuta::views {
namespace {

constexpr int kPaneInset = 16;
constexpr int kMostNote = 2'000;                    // characters
constexpr int kMostKeys = 4;                        // of one edit of an environment
constexpr int kMostChanges = 4;                     // that are suspected
constexpr auto kSuspicious = std::chrono::hours(6); // a change that came before is suspected for so long

} // namespace

FailurePane::FailurePane(FailureFeed &feed, const Preferences &preferences, QWidget *parent)
    : QWidget(parent)
    , m_feed(feed)
    , m_preferences(preferences)
    , m_pattern(new Label(TextStyle::Title, Ink::Primary, this))
    , m_error(new Label(TextStyle::MonoSmall, Ink::Secondary, this))
    , m_facts(new FactStrip(this))
    , m_times(new FactStrip(this))
    , m_changeTitle(new Label(TextStyle::Caption, Ink::Secondary, this))
    , m_change(new Label(TextStyle::Body, Ink::Primary, this))
    , m_noteTitle(new Label(TextStyle::Caption, Ink::Secondary, this))
    , m_assignee(new QLineEdit(this))
    , m_note(new QPlainTextEdit(this))
    , m_noted(new Label(TextStyle::Caption, Ink::Tertiary, this))
    , m_progress(new Label(TextStyle::Small, Ink::Secondary, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kPaneInset, 14, kPaneInset, 14);
    column->setSpacing(10);
    m_change->setObjectName("suspect");
    for (Label *label : {m_pattern, m_error, m_change}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    column->addWidget(m_pattern);
    column->addWidget(m_error);
    column->addWidget(m_facts);
    column->addWidget(m_times);
    column->addWidget(m_changeTitle);
    column->addWidget(m_change);
    column->addWidget(makeButtons());
    column->addWidget(m_progress);
    column->addWidget(makeNote());
    column->addStretch(1);
    connectButtons();
    connect(&feed, &FailureFeed::changed, this, &FailurePane::fill);
    retranslate();
}

QWidget *FailurePane::makeButtons()
{
    auto *box = new QWidget(this);
    auto *rows = new QVBoxLayout(box);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(8);
    m_runs = new Button(QString(), "runs", Button::Variant::Primary, box);
    m_sample = new Button(QString(), "trace", Button::Variant::Normal, box);
    m_repeat = new Button(QString(), "retry", Button::Variant::Normal, box);
    m_done = new Button(QString(), "check", Button::Variant::Normal, box);
    for (const auto &[left, right] : {std::pair(m_runs, m_sample), std::pair(m_repeat, m_done)}) {
        auto *row = new QHBoxLayout;
        row->setSpacing(8);
        row->addWidget(left);
        row->addWidget(right);
        row->addStretch(1);
        rows->addLayout(row);
    }
    return box;
}

QWidget *FailurePane::makeNote()
{
    auto *box = new QWidget(this);
    auto *rows = new QVBoxLayout(box);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(6);
    m_save = new Button(QString(), "check", Button::Variant::Normal, box);
    m_assignee->setMaxLength(100);
    m_note->setTabChangesFocus(true);
    m_note->setProperty("field", true); // before the frame, whose width hangs on it
    m_note->setFrameShape(QFrame::StyledPanel);
    m_note->setFixedHeight(themeOf(this).scaled(96));
    rows->addWidget(m_noteTitle);
    rows->addWidget(m_assignee);
    rows->addWidget(m_note);
    auto *last = new QHBoxLayout;
    last->addWidget(m_noted, 1);
    last->addWidget(m_save);
    rows->addLayout(last);
    return box;
}

void FailurePane::connectButtons()
{
    connect(m_runs, &QAbstractButton::clicked, this, [this] { emit runsRequested(m_key); });
    connect(m_repeat, &QAbstractButton::clicked, this, [this] { emit repeatRequested(m_key); });
    connect(m_save, &QAbstractButton::clicked, this, [this] {
        emit noted(m_key, m_note->toPlainText().trimmed().left(kMostNote), m_assignee->text().trimmed());
    });
    connect(m_sample, &QAbstractButton::clicked, this, [this] {
        const client::FailureGroup *group = m_feed.group(m_key.toStdString());
        if (group && !group->samples.empty())
            emit sampleRequested(textOf(group->samples.front()));
    });
    connect(m_done, &QAbstractButton::clicked, this, [this] {
        if (const client::FailureGroup *group = m_feed.group(m_key.toStdString()))
            emit addressed(m_key, !group->isAddressed);
    });
}

void FailurePane::show(const QString &key)
{
    if (key == m_key)
        return fill();
    m_key = key;
    setProgress({});
    const client::FailureGroup *group = m_feed.group(m_key.toStdString());
    m_note->setPlainText(group ? textOf(group->note.text) : QString());
    m_assignee->setText(group ? textOf(group->note.assignee) : QString());
    fill();
}

void FailurePane::setProgress(const QString &progress)
{
    m_progress->setText(progress);
    m_progress->setVisible(!progress.isEmpty());
}

/// What came just before the first failure, as far as anything tells it; the nearest change first.
QString FailurePane::suspect(const client::FailureGroup &group) const
{
    std::multimap<WallTime, QString, std::greater<>> lines;
    const auto add = [&](WallTime at, const QString &sentence) {
        if (at != WallTime{} && at <= group.firstSeen && group.firstSeen - at < kSuspicious)
            lines.emplace(
                at, sentence.arg(dayAndTime(at, m_preferences.utc()).chopped(4),
                                 durationWord(std::chrono::duration_cast<Duration>(group.firstSeen - at))));
    };
    const FailureFeed::Change change = m_feed.changeBefore(group);
    add(change.revision, tr("Revision %3 ran first at %1, %2 before the first of these failures.")
                             .arg("%1", "%2", textOf(group.revision)));
    add(change.version, tr("Version %3 of the flow ran first at %1, %2 before the first of these failures.")
                            .arg("%1", "%2", textOf(group.flowVersion).left(12)));
    for (const ChangeBook::Change &edit : m_feed.editsBefore(group, kSuspicious)) {
        const QString who = edit.who.isEmpty() ? tr("somebody") : edit.who;
        if (edit.kind == ChangeBook::Change::Kind::Publish)
            add(edit.at,
                tr("Version %3 of the flow was published by %4 at %1, %2 before the first of these failures.")
                    .arg("%1", "%2", QString::number(edit.number), who));
        else
            add(edit.at,
                tr("%3 changed %4 in the environment %5 at %1, %2 before the first of these failures.")
                    .arg("%1", "%2", who, edit.keys.mid(0, kMostKeys).join(", "), edit.subject));
    }
    if (lines.empty())
        return tr(
            "Nothing was published, edited or deployed within 6 hours before the first of these failures, as "
            "far as this workspace knows.");
    QStringList sentences;
    for (const auto &[at, sentence] : lines)
        if (sentences.size() < kMostChanges)
            sentences << sentence;
    return sentences.join('\n');
}

void FailurePane::fill()
{
    const client::FailureGroup *group = m_feed.group(m_key.toStdString());
    setEnabled(group != nullptr);
    if (!group) {
        m_pattern->setText(tr("Choose a failure to see what it has in common."));
        for (Label *label : {m_error, m_change, m_noted})
            label->clear();
        m_times->setFacts({});
        return m_facts->setFacts({});
    }
    const bool utc = m_preferences.utc();
    m_pattern->setText(group->pattern.empty() ? tr("Failed without a reason") : textOf(group->pattern));
    m_error->setText(textOf(group->error).left(600));
    m_facts->setFacts({{tr("Failed runs"), QLocale().toString(static_cast<qlonglong>(group->count)), true},
                       {tr("Error code"), textOf(group->code)},
                       {tr("Version"), textOf(group->flowVersion).left(12)}});
    m_times->setFacts({{tr("First seen"), dayAndTime(group->firstSeen, utc).chopped(4)},
                       {tr("Last seen"), dayAndTime(group->lastSeen, utc).chopped(4)}});
    m_change->setText(suspect(*group));
    const client::FailureNote &note = group->note;
    m_noted->setText(note.who.empty()
                         ? QString()
                         : tr("%1, %2").arg(textOf(note.who), dayAndTime(note.at, utc).chopped(4)));
    m_done->setText(group->isAddressed ? tr("Open it again") : tr("Mark as addressed"));
    m_done->setAccessibleName(m_done->text());
    m_sample->setEnabled(!group->samples.empty());
}

void FailurePane::retranslate()
{
    m_changeTitle->setText(tr("Just before"));
    m_noteTitle->setText(tr("Note"));
    m_assignee->setPlaceholderText(tr("Who looks at it"));
    m_assignee->setAccessibleName(m_assignee->placeholderText());
    m_note->setPlaceholderText(tr("What is known about it"));
    m_note->setAccessibleName(m_note->placeholderText());
    for (const auto &[button, words] :
         {std::pair(m_save, tr("Save the note")), std::pair(m_runs, tr("Show the runs")),
          std::pair(m_sample, tr("Open the newest")), std::pair(m_repeat, tr("Repeat them"))}) {
        button->setText(words);
        button->setAccessibleName(words);
    }
    setAccessibleName(tr("The failure"));
    m_done->setText(tr("Mark as addressed"));
    fill();
}

void FailurePane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void FailurePane::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colors &c = themeOf(this).colors();
    painter.fillRect(rect(), c.raised);
    painter.fillRect(QRect(0, 0, 1, height()), c.borderSubtle);
}

} // namespace batuta::views
