// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/environments/secret_dialog.h"

#include "engine/base/text.h"
#include "engine/client/acts.h"
#include "engine/env/secret_reference.h"
#include "views/pages/environments/passphrase_fields.h"
#include "views/widgets/button.h"
#include "views/widgets/chip.h"
#include "views/widgets/choice.h"
#include "views/widgets/label.h"
#include "views/widgets/notice.h"
#include "views/widgets/pane.h"
#include "views/widgets/words.h"

#include <QBoxLayout>
#include <QDir>
#include <QFileDialog>
#include <QLineEdit>
#include <QPointer>

namespace batuta::views {
namespace {

using secrets::StoreKind;

constexpr std::uint64_t kSecretLongest = 64U << 10;
constexpr int kSecretMostUses = 8;

const environments::Cell kNoCell;

} // namespace

SecretDialog::SecretDialog(EnvironmentsModel &model, SecretsDesk &desk, std::string key,
                           std::size_t environment, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_desk(desk)
    , m_key(std::move(key))
    , m_environment(environment)
    , m_wasStored(model.isStored(environment, m_key))
{
    build();
    connect(m_cancel, &QAbstractButton::clicked, this, &SecretDialog::closeRequested);
    connect(m_set, &QAbstractButton::clicked, this, &SecretDialog::set);
    connect(m_remove, &QAbstractButton::clicked, this, &SecretDialog::remove);
    connect(m_value, &QLineEdit::textChanged, this, &SecretDialog::refresh);
    connect(m_value, &QLineEdit::returnPressed, this, [this] {
        if (!isProduction())
            set();
    });
    connect(m_name, &QLineEdit::textChanged, this, &SecretDialog::refresh);
    connect(m_place, &Segmented::chosen, this, &SecretDialog::refresh);
    connect(&m_model, &EnvironmentsModel::changed, this, &SecretDialog::refresh);
    connect(&m_model.lock(), &ProductionLock::changed, this, &SecretDialog::refresh);
    connect(&m_desk, &SecretsDesk::busyChanged, this, &SecretDialog::refresh);
    connect(&m_desk, &SecretsDesk::failed, this, [this](const Error &error) {
        m_isAsked = false;
        tell(error);
    });
    connect(m_passphrase, &PassphraseFields::changed, this, &SecretDialog::refresh);
    connect(&m_desk, &SecretsDesk::passphraseChanged, this, &SecretDialog::refresh);
    connect(&m_desk, &SecretsDesk::changed, this, &SecretDialog::done);
    refresh();
}

const environments::Cell *SecretDialog::cell() const
{
    const environments::Row *row = m_model.matrix().find(m_key);
    return row && m_environment < row->cells.size() ? &row->cells[m_environment] : &kNoCell;
}

QString SecretDialog::environmentName() const
{
    const auto &names = m_model.matrix().environments;
    return m_environment < names.size() ? QString::fromStdString(names[m_environment]) : QString();
}

secrets::SecretName SecretDialog::name() const
{
    return {environmentName().toStdString(), m_key};
}

StoreKind SecretDialog::kind() const
{
    return m_model.store().value_or(m_place->value() == QLatin1String("file") ? StoreKind::File
                                                                              : StoreKind::Keyring);
}

/// Where it is now.
QString SecretDialog::placeWord() const
{
    if (m_model.isStored(m_environment, m_key))
        return m_model.store() == StoreKind::File ? tr("Kept in the sealed file of this workspace.")
                                                  : tr("Kept in the keyring of this session.");
    if (!cell()->isSet)
        return tr("It has no value yet.");
    const QString file = QDir(QString::fromStdString(m_model.workspace()))
                             .relativeFilePath(QString::fromStdString(cell()->file));
    return env::readReference(cell()->value) ? tr("%1 refers to Secret Manager for it.").arg(file)
                                             : tr("It stands in %1 as readable text.").arg(file);
}

void SecretDialog::build()
{
    auto *head = new Bar(Bar::Kind::ViewHeader, this);
    m_title = new Label(TextStyle::Title, Ink::Primary, head);
    m_title->setElide(Qt::ElideMiddle);
    auto *chip = new Chip(environmentName(), head);
    chip->setEnvironment(environmentKind(environmentName().toStdString()));
    head->row()->addWidget(m_title, 1);
    head->row()->addWidget(chip);
    m_notice = new Notice(Notice::Kind::Error, this);
    m_notice->hide();
    auto *foot = new Bar(Bar::Kind::ActionBar, this);
    m_why = new Label(TextStyle::Small, Ink::Secondary, foot);
    m_why->setElide(Qt::ElideRight);
    m_remove = new Button(tr("Forget it"), "trash", Button::Variant::Danger, foot);
    m_cancel = new Button(tr("Cancel"), {}, Button::Variant::Normal, foot);
    m_set =
        new Button({}, "key", isProduction() ? Button::Variant::Production : Button::Variant::Primary, foot);
    foot->row()->addWidget(m_why, 1);
    for (Button *button : {m_remove, m_cancel, m_set})
        foot->row()->addWidget(button);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(head);
    column->addWidget(m_notice);
    column->addWidget(buildFields(), 1);
    column->addWidget(foot);
    setFocusProxy(isProduction() ? static_cast<QWidget *>(m_cancel) : m_value);
}

QWidget *SecretDialog::buildFields()
{
    auto *fields = new QWidget(this);
    auto *column = new QVBoxLayout(fields);
    column->setContentsMargins(14, 12, 14, 12);
    column->setSpacing(8);
    m_where = new Label(TextStyle::Body, Ink::Primary, fields);
    column->addWidget(m_where);
    addUses(fields);
    auto *value = new QHBoxLayout;
    m_value = new QLineEdit(fields);
    m_value->setEchoMode(QLineEdit::Password);
    m_value->setMaxLength(static_cast<int>(kSecretLongest));
    m_value->setAccessibleName(tr("New value"));
    auto *file = new Button(tr("From a file"), "folder", Button::Variant::Normal, fields);
    connect(file, &QAbstractButton::clicked, this, &SecretDialog::choose);
    value->addWidget(m_value, 1);
    value->addWidget(file);
    column->addLayout(value);
    auto *place = new QHBoxLayout;
    m_placeLabel = new Label(tr("Keep it in"), TextStyle::Body, Ink::Secondary, fields);
    m_place = new Segmented(fields);
    m_place->add("keyring", tr("the keyring of this session"));
    m_place->add("file", tr("a sealed file"));
    m_place->setValue(m_desk.hasPassphrase() ? "file" : "keyring");
    m_place->setAccessibleName(m_placeLabel->text());
    place->addWidget(m_placeLabel);
    place->addWidget(m_place);
    place->addStretch(1);
    column->addLayout(place);
    m_passphrase = new PassphraseFields(m_model.store() != StoreKind::File, fields);
    column->addWidget(m_passphrase);
    auto *typed = new QHBoxLayout;
    m_nameLabel =
        new Label(tr("Type %1 to confirm").arg(environmentName()), TextStyle::Body, Ink::Primary, fields);
    m_name = new QLineEdit(fields);
    m_name->setAccessibleName(m_nameLabel->text());
    typed->addWidget(m_nameLabel);
    typed->addWidget(m_name, 1);
    column->addLayout(typed);
    m_nameLabel->setVisible(isProduction());
    m_name->setVisible(isProduction());
    column->addStretch(1);
    return fields;
}

/// Who has to get along with another value.
void SecretDialog::addUses(QWidget *parent)
{
    auto *column = static_cast<QVBoxLayout *>(parent->layout());
    const environments::Row *row = m_model.matrix().find(m_key);
    const int count = row ? static_cast<int>(row->uses.size()) : 0;
    column->addWidget(
        new Label(count == 0 ? tr("No flow uses it.") : tr("%n step(s) use it:", nullptr, count),
                  TextStyle::Strong, Ink::Primary, parent));
    for (int i = 0; i < std::min(count, kSecretMostUses); ++i) {
        const environments::KeyUse &use = row->uses[static_cast<std::size_t>(i)];
        const QString flow = QString::fromStdString(use.flow);
        auto *line = new Label(
            use.step.empty() ? flow : flow + QStringLiteral(" › ") + QString::fromStdString(use.step),
            TextStyle::MonoSmall, Ink::Secondary, parent);
        line->setElide(Qt::ElideMiddle);
        column->addWidget(line);
    }
    if (count > kSecretMostUses)
        column->addWidget(new Label(tr("and %n more", nullptr, count - kSecretMostUses), TextStyle::Small,
                                    Ink::Tertiary, parent));
}

QString SecretDialog::whyLocked() const
{
    if (m_desk.isBusy())
        return tr("The store is at work");
    if (!isProduction())
        return {};
    if (!m_model.lock().isOpen())
        return tr("Unlock production first");
    return m_name->text() == environmentName() ? QString() : tr("Type the name of the environment first");
}

bool SecretDialog::wantsPassphrase() const
{
    return kind() == StoreKind::File && !m_desk.hasPassphrase();
}

QString SecretDialog::whyNot() const
{
    if (const QString locked = whyLocked(); !locked.isEmpty())
        return locked;
    if (const QString wanted = wantsPassphrase() ? m_passphrase->whyNot() : QString(); !wanted.isEmpty())
        return wanted;
    const bool hasText =
        !m_wasStored && cell()->isSet && !cell()->value.empty() && !env::isReference(cell()->value);
    return m_value->text().isEmpty() && !hasText ? tr("Type the new value") : QString();
}

void SecretDialog::refresh()
{
    const bool isStored = m_model.isStored(m_environment, m_key);
    const QString key = QString::fromStdString(m_key);
    const bool isMove = !isStored && cell()->isSet && !env::isReference(cell()->value);
    m_title->setText(isStored ? tr("Rotate %1").arg(key)
                     : isMove ? tr("Move %1 into the store of secrets").arg(key)
                              : tr("Set %1").arg(key));
    setAccessibleName(m_title->text());
    m_where->setText(placeWord());
    m_value->setPlaceholderText(isMove ? tr("The value that stands in the file, or a new one")
                                       : tr("The new value"));
    m_set->setText(isStored ? tr("Rotate") : isMove ? tr("Move") : tr("Set"));
    m_set->updateGeometry();
    m_placeLabel->setVisible(!m_model.store());
    m_place->setVisible(!m_model.store());
    m_passphrase->setVisible(wantsPassphrase());
    m_remove->setVisible(isStored);
    m_remove->setEnabled(whyLocked().isEmpty() && (!wantsPassphrase() || m_passphrase->whyNot().isEmpty()));
    const QString why = whyNot();
    m_set->setEnabled(why.isEmpty());
    m_why->setText(why);
}

void SecretDialog::tell(const Error &error)
{
    m_notice->setText(errorSentence(error), errorAdvice(error));
    m_notice->show();
}

/// A passphrase that was typed is tried first: nothing is written with another one.
void SecretDialog::whenOpen(std::function<void()> act)
{
    m_notice->hide();
    if (!wantsPassphrase())
        return act();
    m_desk.unlock(m_passphrase->passphrase(),
                  [self = QPointer(this), act = std::move(act)](const Result<void> &done) {
                      if (!self)
                          return;
                      if (!done)
                          return self->tell(done.error());
                      self->m_passphrase->clear();
                      act();
                  });
}

void SecretDialog::set()
{
    if (!whyNot().isEmpty())
        return;
    whenOpen([this, kind = kind()] {
        m_isAsked = true;
        m_isRemoval = false;
        const std::string typed = m_value->text().toStdString();
        m_desk.set(name(), typed.empty() ? cell()->value : typed, kind, client::thisUser().who);
    });
}

void SecretDialog::remove()
{
    whenOpen([this] {
        m_isAsked = m_isRemoval = true;
        m_desk.remove(name(), client::thisUser().who);
    });
}

/// The text in the file goes as an edit that is reviewed: the store is stronger until then.
void SecretDialog::done()
{
    if (!m_isAsked)
        return;
    m_value->clear();
    const QString key = QString::fromStdString(m_key);
    QString said = m_isRemoval   ? tr("%1 is forgotten.").arg(key)
                   : m_wasStored ? tr("%1 is rotated.").arg(key)
                                 : tr("%1 is in the store of secrets.").arg(key);
    if (!m_isRemoval && !m_wasStored && cell()->isSet) {
        const Result<void> taken =
            m_model.set(tr("Take %1 out of its file").arg(key), m_environment, {{m_key, std::nullopt}});
        said += QChar(' ') + (taken ? tr("Its text goes from the file when you apply the edits.")
                                    : errorSentence(taken.error()));
    }
    emit told(said);
    emit closeRequested();
}

void SecretDialog::choose()
{
    auto *dialog = new QFileDialog(this, tr("A file that holds the value"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &SecretDialog::readFrom);
    dialog->open();
}

void SecretDialog::readFrom(const QString &path)
{
    const Result<std::string> text = readFile(path.toStdString(), kSecretLongest);
    if (text && isValidUtf8(*text) && !text->empty()) {
        m_notice->hide();
        return m_value->setText(QString::fromStdString(*text));
    }
    const Error error = text
                            ? Error{ErrorCode::FileUnreadable, path.toStdString(), "it holds no text", {}, ""}
                            : text.error();
    tell(error);
}

} // namespace batuta::views
