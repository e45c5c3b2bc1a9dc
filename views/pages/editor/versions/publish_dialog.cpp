// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/editor/versions/publish_dialog.h"

#include "views/pages/editor/text/problem_words.h"
#include "views/pages/editor/versions/change_list.h"
#include "views/pages/editor/versions/version_words.h"
#include "views/widgets/button.h"
#include "views/widgets/label.h"
#include "views/widgets/notice.h"
#include "views/widgets/pane.h"
#include "views/widgets/words.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QKeyEvent>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPointer>

namespace batuta::views {
namespace {

constexpr int kPublishInset = 16;
constexpr int kRangeRole = Qt::UserRole + 1;
constexpr int kNoteLines = 3;
constexpr int kProblemRows = 4;

Status statusOf(edit::Severity severity)
{
    return severity == edit::Severity::Error     ? Status::Failed
           : severity == edit::Severity::Warning ? Status::Waiting
                                                 : Status::Running;
}

bool isPublishKey(const QEvent *event)
{
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return false;
    const auto *key = static_cast<const QKeyEvent *>(event);
    return (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) &&
           (key->modifiers() & Qt::ControlModifier);
}

} // namespace

PublishDialog::PublishDialog(FlowDocument &document, VersionSource &source, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_source(source)
{
    build();
    connect(&m_document, &FlowDocument::problemsChanged, this, &PublishDialog::presentProblems);
    connect(&m_source, &VersionSource::loaded, this, &PublishDialog::presentChanges);
    connect(m_accept, &QCheckBox::toggled, this, &PublishDialog::refresh);
    connect(m_compare, &QAbstractButton::clicked, this, [this] {
        emit compareRequested(base(), {TextSide::Draft, 0});
    });
    connect(m_cancel, &QAbstractButton::clicked, this, &PublishDialog::closeRequested);
    connect(m_close, &QAbstractButton::clicked, this, &PublishDialog::closeRequested);
    connect(m_publish, &QAbstractButton::clicked, this, &PublishDialog::publish);
    connect(m_problems, &QListWidget::itemActivated, this, [this](const QListWidgetItem *item) {
        const QPoint range = item->data(kRangeRole).toPoint();
        emit problemChosen({static_cast<std::size_t>(range.x()), static_cast<std::size_t>(range.y())});
    });
    connect(&themeOf(this), &Theme::changed, this, &PublishDialog::presentProblems);
    retranslate();
    m_source.load();
}

void PublishDialog::build()
{
    auto *head = new Bar(Bar::Kind::ViewHeader, this);
    m_title = new Label(TextStyle::Title, Ink::Primary, head);
    m_against = new Label(TextStyle::Body, Ink::Secondary, head);
    m_against->setElide(Qt::ElideRight);
    m_close = new Button({}, "x", Button::Variant::Ghost, head);
    m_close->setIconOnly(true);
    head->row()->addWidget(m_title);
    head->row()->addWidget(m_against, 1);
    head->row()->addWidget(m_close);
    m_notice = new Notice(Notice::Kind::Error, this);
    m_notice->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(head);
    column->addWidget(m_notice);
    column->addLayout(madeBody(), 1);
    column->addWidget(madeFoot());
    setFocusProxy(m_note);
}

QLayout *PublishDialog::madeBody()
{
    m_noteLabel = new Label(TextStyle::Caption, Ink::Secondary, this);
    m_note = new QPlainTextEdit(this);
    m_note->setTabChangesFocus(true);
    m_note->setFrameShape(QFrame::StyledPanel);
    m_note->setProperty("field", true); // its frame is that of a field
    m_note->setFixedHeight(themeOf(this).scaled(18 * kNoteLines + 14));
    m_note->installEventFilter(this);
    m_noteLabel->setBuddy(m_note);
    m_steps = new Label(TextStyle::Strong, Ink::Primary, this);
    m_steps->setWordWrap(true);
    m_lines = new Label(TextStyle::Small, Ink::Secondary, this);
    m_compare = new Button({}, "compare", Button::Variant::Ghost, this);
    m_compare->setSmall(true);
    m_changes = new ChangeList(this);
    m_problemLabel = new Label(TextStyle::Strong, Ink::Primary, this);
    m_problems = new QListWidget(this);
    m_problems->setFrameShape(QFrame::NoFrame);
    m_problems->setTextElideMode(Qt::ElideRight);
    m_accept = new QCheckBox(this);
    m_git = new Label(TextStyle::Small, Ink::Tertiary, this);
    m_git->setElide(Qt::ElideRight);
    auto *changes = new QHBoxLayout;
    changes->addWidget(m_lines, 1);
    changes->addWidget(m_compare);
    auto *body = new QVBoxLayout;
    body->setContentsMargins(kPublishInset, 12, kPublishInset, 12);
    body->setSpacing(6);
    body->addWidget(m_noteLabel);
    body->addWidget(m_note);
    body->addSpacing(6);
    body->addWidget(m_steps);
    body->addLayout(changes);
    body->addWidget(m_changes, 1);
    for (QWidget *part : std::initializer_list<QWidget *>{m_problemLabel, m_problems, m_accept, m_git})
        body->addWidget(part);
    return body;
}

QWidget *PublishDialog::madeFoot()
{
    auto *foot = new Bar(Bar::Kind::ActionBar, this);
    m_why = new Label(TextStyle::Small, Ink::Secondary, foot);
    m_why->setElide(Qt::ElideRight);
    m_cancel = new Button({}, {}, Button::Variant::Normal, foot);
    m_publish = new Button({}, "upload", Button::Variant::Primary, foot);
    m_publish->setKeyHint(QStringLiteral("Ctrl+Enter"));
    foot->row()->addWidget(m_why, 1);
    foot->row()->addWidget(m_cancel);
    foot->row()->addWidget(m_publish);
    return foot;
}

/// What the draft takes the place of.
TextSide PublishDialog::base() const
{
    const VersionList &list = m_source.list();
    const bool isKnown = list.newest() > 0 && list.file.kind != versions::FileState::Outside;
    return isKnown ? TextSide{TextSide::Published, list.newest()} : TextSide{TextSide::Disk, 0};
}

QString PublishDialog::note() const
{
    return m_note->toPlainText().trimmed();
}

int PublishDialog::warnings() const
{
    return static_cast<int>(std::count_if(
        m_document.problems().begin(), m_document.problems().end(),
        [](const edit::Problem &problem) { return problem.severity == edit::Severity::Warning; }));
}

QString PublishDialog::whyNot() const
{
    const auto kind = m_source.list().file.kind;
    const bool isSame = m_comparison && m_comparison->isSame();
    if (m_isPublishing)
        return tr("It is being written");
    if (m_document.isChecking() || !m_source.isLoaded())
        return tr("It is still being checked");
    if (m_document.errors() > 0)
        return tr("%n error(s) must be mended first", nullptr, m_document.errors());
    if (isSame && kind == versions::FileState::Newest)
        return tr("Nothing is different from %1").arg(numberWord(m_source.list().newest()));
    if (warnings() > 0 && !m_accept->isChecked())
        return tr("Look at the warnings first");
    return {};
}

void PublishDialog::retranslate()
{
    m_noteLabel->setText(tr("What is new in it? People read this in the list of versions."));
    m_note->setAccessibleName(tr("Note of the version"));
    m_note->setPlaceholderText(tr("Optional"));
    m_problems->setAccessibleName(tr("Problems"));
    m_compare->setText(tr("Compare"));
    m_cancel->setText(tr("Cancel"));
    m_close->setText(tr("Close"));
    presentChanges();
    presentProblems();
}

void PublishDialog::presentChanges()
{
    const VersionList &list = m_source.list();
    const QString name = QString::fromStdString(m_source.where().name);
    const bool isOutside = list.file.kind == versions::FileState::Outside;
    const int next = list.newest() + (isOutside && m_document.isChanged() ? 2 : 1); // the file is kept first
    m_title->setText(m_source.isLoaded() ? tr("Publish %1").arg(numberWord(next)) : tr("Publish"));
    m_against->setText(isOutside ? tr("of %1, compared with its file").arg(name)
                       : list.newest() > 0
                           ? tr("of %1, compared with %2").arg(name, numberWord(list.newest()))
                           : tr("of %1, its first version").arg(name));
    setAccessibleName(tr("%1 %2", "Publish v15, of update_profile").arg(m_title->text(), m_against->text()));
    m_publish->setText(m_title->text());
    m_git->setText(list.git.kind == versions::GitState::Known
                       ? tr("%1. Batuta commits nothing.").arg(gitSentence(list.git))
                       : QString());
    for (Button *button : {m_compare, m_cancel, m_close, m_publish}) {
        button->setAccessibleName(button->text());
        button->updateGeometry();
    }
    refresh();
    if (!m_source.isLoaded())
        return;
    m_source.compare(base(), {TextSide::Draft, 0},
                     [this, guard = QPointer(this)](Result<Comparison> comparison) {
                         if (!guard)
                             return;
                         m_comparison = comparison ? std::move(*comparison) : Comparison();
                         m_steps->setText(comparison ? stepsSentence(*m_comparison) : tr("A new flow"));
                         m_lines->setText(comparison ? linesSentence(m_comparison->text) : QString());
                         m_compare->setVisible(comparison.has_value());
                         m_changes->present(*m_comparison);
                         m_changes->setHeaderHidden(!comparison.has_value()); // there is nothing to list
                         refresh();
                     });
}

void PublishDialog::presentProblems()
{
    const Theme &theme = themeOf(this);
    m_problems->clear();
    for (const edit::Problem &problem : m_document.problems()) {
        if (problem.severity == edit::Severity::Note)
            continue;
        const QString word = severityWord(problem.severity);
        const QString text =
            tr("%1, line %2: %3").arg(word).arg(problem.place.line).arg(problemMessage(problem));
        auto *item = new QListWidgetItem(text, m_problems);
        const Role &role = theme.colors().of(statusOf(problem.severity));
        item->setIcon(theme.pixmap(problem.severity == edit::Severity::Error ? "x" : "warn", theme.scaled(14),
                                   role.fg, devicePixelRatioF()));
        item->setSizeHint({0, theme.rowHeight()}); // its end is in the hint, not behind a scroll bar
        item->setToolTip(text + '\n' + problemAdvice(problem));
        item->setData(kRangeRole,
                      QPoint(static_cast<int>(problem.range.from), static_cast<int>(problem.range.to)));
    }
    const int rows = m_problems->count();
    m_problemLabel->setText(tr("%n problem(s). Enter shows the place.", nullptr, rows));
    m_problems->setFixedHeight(theme.rowHeight() * std::clamp(rows, 1, kProblemRows) + 2);
    m_accept->setText(tr("Publish with %n warning(s)", nullptr, warnings()));
    m_problemLabel->setVisible(rows > 0);
    m_problems->setVisible(rows > 0);
    m_accept->setVisible(warnings() > 0 && m_document.errors() == 0);
    refresh();
}

void PublishDialog::refresh()
{
    const QString why = whyNot();
    m_publish->setEnabled(why.isEmpty());
    m_publish->setToolTip(why);
    m_why->setText(why);
    m_note->setReadOnly(m_isPublishing);
    m_git->setVisible(!m_git->text().isEmpty());
}

void PublishDialog::setPublishing(bool isPublishing)
{
    m_isPublishing = isPublishing;
    if (isPublishing)
        m_notice->hide();
    refresh();
}

void PublishDialog::showRefusal(const Error &error)
{
    m_notice->setText(errorSentence(error), errorAdvice(error));
    m_notice->show();
    setPublishing(false);
    m_source.load();
}

void PublishDialog::publish()
{
    if (whyNot().isEmpty())
        emit publishRequested(note());
}

/// The key of the page below, that runs the draft, is not meant here.
bool PublishDialog::event(QEvent *event)
{
    if (!isPublishKey(event))
        return QWidget::event(event);
    event->accept();
    if (event->type() == QEvent::KeyPress)
        publish();
    return true;
}

/// In the note Enter is a new line.
bool PublishDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_note || event->type() != QEvent::KeyPress || !isPublishKey(event))
        return QWidget::eventFilter(watched, event);
    publish();
    return true;
}

void PublishDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace batuta::views
