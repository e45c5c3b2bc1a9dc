// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/editor/versions/versions_panel.h"

#include "engine/client/acts.h"
#include "views/pages/editor/versions/version_rows.h"
#include "views/pages/editor/versions/version_words.h"
#include "views/widgets/button.h"
#include "views/widgets/label.h"
#include "views/widgets/notice.h"
#include "views/widgets/pane.h"
#include "views/widgets/words.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QListView>
#include <QPointer>

namespace batuta::views {

VersionsPanel::VersionsPanel(VersionSource &source, EngineLink &engine, QWidget *parent)
    : QWidget(parent)
    , m_source(source)
    , m_engine(engine)
    , m_rows(new VersionRows(this))
{
    build();
    connect(&m_source, &VersionSource::loaded, this, &VersionsPanel::present);
    connect(&m_engine, &EngineLink::flowsChanged, this, &VersionsPanel::present);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &VersionsPanel::presentSelected);
    connect(m_close, &QAbstractButton::clicked, this, &VersionsPanel::closeRequested);
    connect(m_compare, &QAbstractButton::clicked, this, [this] {
        emit compareRequested({TextSide::Published, selected()}, {TextSide::Draft, 0});
    });
    connect(m_before, &QAbstractButton::clicked, this, [this] {
        const QModelIndex older = m_rows->index(m_list->currentIndex().row() + 1);
        emit compareRequested({TextSide::Published, m_rows->at(older)->number},
                              {TextSide::Published, selected()});
    });
    connect(m_restore, &QAbstractButton::clicked, this, &VersionsPanel::restore);
    connect(m_copy, &QAbstractButton::clicked, this, &VersionsPanel::copy);
    connect(m_adopt, &QAbstractButton::clicked, this, &VersionsPanel::adopt);
    connect(m_show, &QAbstractButton::clicked, this, [this] {
        emit compareRequested({TextSide::Published, m_source.list().newest()}, {TextSide::Disk, 0});
    });
    retranslate();
    present();
    m_source.load();
    countRuns();
}

void VersionsPanel::build()
{
    auto *head = new Bar(Bar::Kind::ViewHeader, this);
    m_title = new Label(TextStyle::Title, Ink::Primary, head);
    m_count = new Label(TextStyle::MonoSmall, Ink::Tertiary, head);
    m_close = new Button({}, "x", Button::Variant::Ghost, head);
    m_close->setIconOnly(true);
    head->row()->addWidget(m_title);
    head->row()->addWidget(m_count);
    head->row()->addStretch(1);
    head->row()->addWidget(m_close);
    m_outside = new Notice(Notice::Kind::Warning, this);
    m_show = m_outside->addButton({}, "compare");
    m_adopt = m_outside->addButton({}, "history");
    m_trouble = new Notice(Notice::Kind::Error, this);
    m_list = new QListView(this);
    m_list->setModel(m_rows);
    m_list->setItemDelegate(new VersionDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setUniformItemSizes(true);
    m_list->installEventFilter(this);
    m_pane = new StatePane(m_list, this);
    m_note = new Label(TextStyle::Body, Ink::Secondary, this);
    m_note->setWordWrap(true);
    m_note->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_note->setContentsMargins(14, 8, 14, 8);
    auto *bar = new Bar(Bar::Kind::ActionBar, this);
    m_compare = new Button({}, "compare", Button::Variant::Normal, bar);
    m_before = new Button({}, "history", Button::Variant::Normal, bar);
    m_restore = new Button({}, "rollback", Button::Variant::Normal, bar);
    m_copy = new Button({}, "copy", Button::Variant::Ghost, bar);
    m_copy->setIconOnly(true);
    for (Button *button : {m_compare, m_before, m_restore}) {
        button->setSmall(true);
        bar->row()->addWidget(button);
    }
    bar->row()->addStretch(1);
    bar->row()->addWidget(m_copy);
    auto *foot = new Bar(Bar::Kind::Footer, this);
    m_git = new Label(TextStyle::Small, Ink::Tertiary, foot);
    m_git->setElide(Qt::ElideRight);
    foot->row()->addWidget(m_git, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    for (QWidget *part : std::initializer_list<QWidget *>{head, m_outside, m_trouble})
        column->addWidget(part);
    column->addWidget(m_pane, 1);
    for (QWidget *part : std::initializer_list<QWidget *>{m_note, bar, foot})
        column->addWidget(part);
    setFocusProxy(m_list);
}

void VersionsPanel::retranslate()
{
    const QString name = QString::fromStdString(m_source.where().name);
    m_title->setText(tr("Versions"));
    setAccessibleName(tr("Versions of %1").arg(name));
    m_list->setAccessibleName(tr("Versions of %1, newest first").arg(name));
    m_close->setText(tr("Close"));
    m_compare->setText(tr("Compare with draft"));
    m_before->setText(tr("With the one before"));
    m_restore->setText(tr("Restore"));
    m_restore->setToolTip(
        tr("The draft becomes this version. Undo brings the draft back; nothing is published."));
    m_copy->setText(tr("Copy its YAML"));
    m_adopt->setText(tr("Adopt"));
    m_adopt->setToolTip(tr("The file's text becomes a version of yours."));
    m_show->setText(tr("Compare"));
    for (Button *button : {m_close, m_compare, m_before, m_restore, m_copy, m_adopt, m_show}) {
        button->setAccessibleName(button->text());
        button->updateGeometry();
    }
}

void VersionsPanel::present()
{
    const VersionList &list = m_source.list();
    const int before = selected();
    m_rows->setList(list, m_source.runningVersion());
    m_count->setText(QString::number(list.entries.size()));
    m_outside->setVisible(list.file.kind == versions::FileState::Outside);
    m_show->setVisible(!list.entries.empty());
    if (list.entries.empty())
        m_outside->setText(tr("The file is no version yet"), tr("Publishing keeps it."));
    else
        m_outside->setText(tr("File changed outside"), tr("Its text was never published."));
    m_git->setText(gitSentence(list.git));
    const bool isBroken = list.error.code != ErrorCode::Internal;
    m_trouble->setVisible(m_source.isLoaded() && (isBroken || !list.problems.empty()));
    if (isBroken)
        m_trouble->setText(errorSentence(list.error), errorAdvice(list.error));
    else if (!list.problems.empty())
        m_trouble->setText(
            tr("%n line(s) of the list cannot be read", nullptr, static_cast<int>(list.problems.size())),
            errorSentence(list.problems.front()));
    if (!m_source.isLoaded())
        m_pane->showLoading();
    else if (list.entries.empty())
        m_pane->showEmpty(tr("Nothing was published yet."));
    else
        m_pane->showContent();
    select(before > 0 ? before : list.newest());
    presentSelected();
}

int VersionsPanel::selected() const
{
    const versions::VersionEntry *entry = m_rows->at(m_list->currentIndex());
    return entry ? entry->number : 0;
}

void VersionsPanel::select(int number)
{
    m_list->setCurrentIndex(m_rows->indexOf(number));
}

void VersionsPanel::presentSelected()
{
    const versions::VersionEntry *entry = m_rows->at(m_list->currentIndex());
    m_note->setVisible(entry && !entry->note.empty());
    m_note->setText(entry ? QString::fromStdString(entry->note) : QString());
    for (Button *button : {m_compare, m_restore, m_copy})
        button->setEnabled(entry);
    m_before->setEnabled(entry && m_list->currentIndex().row() + 1 < m_rows->rowCount());
}

/// One question for the newest executions; a count over all of history would cost more than it says.
void VersionsPanel::countRuns()
{
    client::ExecutionQuery query;
    query.flow = m_source.where().name;
    query.limit = kRunsLookedAt;
    m_engine.executions(query, this, [this](const Result<client::ExecutionPage> &page) {
        std::map<std::string, int> runs;
        for (const client::ExecutionRecord &record : page ? page->items : decltype(page->items)())
            ++runs[record.flowVersion];
        m_rows->setRuns(std::move(runs));
    });
}

void VersionsPanel::restore()
{
    const int number = selected();
    m_source.text({TextSide::Published, number},
                  [this, guard = QPointer(this), number](const Result<std::string> &text) {
                      if (!guard)
                          return;
                      if (!text)
                          return failed(text.error());
                      emit restoreRequested(number, *text);
                  });
}

void VersionsPanel::copy()
{
    const int number = selected();
    m_source.text({TextSide::Published, number},
                  [this, guard = QPointer(this), number](const Result<std::string> &text) {
                      if (!guard)
                          return;
                      if (!text)
                          return failed(text.error());
                      QGuiApplication::clipboard()->setText(QString::fromStdString(*text));
                      emit told(tr("Copied %1").arg(numberWord(number)));
                  });
}

void VersionsPanel::adopt()
{
    m_source.adopt(client::thisUser().who, {},
                   [this, guard = QPointer(this)](const Result<versions::Published> &done) {
                       if (!guard)
                           return;
                       if (!done)
                           return failed(done.error());
                       emit adopted(done->entry.number);
                   });
}

void VersionsPanel::failed(const Error &error)
{
    m_trouble->setText(errorSentence(error), errorAdvice(error));
    m_trouble->show();
}

/// Enter compares, as a double click would open.
bool VersionsPanel::eventFilter(QObject *watched, QEvent *event)
{
    const auto *key = event->type() == QEvent::KeyPress ? static_cast<QKeyEvent *>(event) : nullptr;
    if (!key || watched != m_list || selected() == 0)
        return QWidget::eventFilter(watched, event);
    if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter)
        m_compare->click();
    else if (key->matches(QKeySequence::Copy))
        m_copy->click();
    else
        return QWidget::eventFilter(watched, event);
    return true;
}

void VersionsPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        present();
    }
    QWidget::changeEvent(event);
}

} // namespace batuta::views
