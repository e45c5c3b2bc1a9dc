// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/environments/passphrase_dialog.h"

#include "views/widgets/button.h"
#include "views/widgets/label.h"
#include "views/widgets/notice.h"
#include "views/widgets/pane.h"
#include "views/widgets/words.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QPointer>

namespace batuta::views {

PassphraseDialog::PassphraseDialog(SecretsDesk &desk, bool isNew, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_notice(new Notice(Notice::Kind::Error, this))
    , m_fields(new PassphraseFields(isNew, this))
{
    build(isNew);
    connect(m_fields, &PassphraseFields::changed, this, &PassphraseDialog::refresh);
    connect(m_fields, &PassphraseFields::entered, this, &PassphraseDialog::open);
    connect(m_open, &QAbstractButton::clicked, this, &PassphraseDialog::open);
    connect(&m_desk, &SecretsDesk::busyChanged, this, &PassphraseDialog::refresh);
    refresh();
}

void PassphraseDialog::build(bool isNew)
{
    auto *head = new Bar(Bar::Kind::ViewHeader, this);
    auto *title = new Label(isNew ? tr("A sealed file for the secrets") : tr("Open the sealed file"),
                            TextStyle::Title, Ink::Primary, head);
    head->row()->addWidget(title, 1);
    setAccessibleName(title->text());
    m_notice->hide();
    auto *said = new Label(
        isNew
            ? tr("The passphrase is kept nowhere: without it nobody reads the secrets again. An engine that "
                 "runs without a window takes it from the file that BATUTA_PASSPHRASE_FILE names.")
            : tr("It stays in this window and its engine until they end, and is written nowhere."),
        TextStyle::Body, Ink::Secondary, this);
    said->setWordWrap(true);
    auto *foot = new Bar(Bar::Kind::ActionBar, this);
    m_why = new Label(TextStyle::Small, Ink::Secondary, foot);
    m_why->setElide(Qt::ElideRight);
    auto *cancel = new Button(tr("Cancel"), {}, Button::Variant::Normal, foot);
    m_open = new Button(isNew ? tr("Take it") : tr("Open it"), "lock", Button::Variant::Primary, foot);
    foot->row()->addWidget(m_why, 1);
    foot->row()->addWidget(cancel);
    foot->row()->addWidget(m_open);
    connect(cancel, &QAbstractButton::clicked, this, &PassphraseDialog::closeRequested);
    auto *inside = new QVBoxLayout;
    inside->setContentsMargins(14, 12, 14, 12);
    inside->setSpacing(10);
    inside->addWidget(said);
    inside->addWidget(m_fields);
    inside->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(head);
    column->addWidget(m_notice);
    column->addLayout(inside, 1);
    column->addWidget(foot);
    setFocusProxy(m_fields);
}

void PassphraseDialog::refresh()
{
    const QString why = m_desk.isBusy() ? tr("The store is at work") : m_fields->whyNot();
    m_why->setText(why);
    m_open->setEnabled(why.isEmpty());
}

void PassphraseDialog::open()
{
    if (m_desk.isBusy() || !m_fields->whyNot().isEmpty())
        return;
    m_notice->hide();
    m_desk.unlock(m_fields->passphrase(), [self = QPointer(this)](const Result<void> &done) {
        if (!self)
            return;
        if (!done) {
            self->m_notice->setText(errorSentence(done.error()), errorAdvice(done.error()));
            self->m_notice->show();
            self->m_fields->first().selectAll();
            return self->m_fields->setFocus();
        }
        self->m_fields->clear();
        emit self->opened();
        emit self->closeRequested();
    });
}

} // namespace batuta::views
