// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// What a person can do with secrets on the page of the environments.
#include "engine/client/acts.h"
#include "views/models/environments/env_mask.h"
#include "views/pages/environments/environments_page.h"
#include "views/pages/environments/matrix_view.h"
#include "views/pages/environments/secret_dialog.h"
#include "views/widgets/overlay.h"
#include "views/widgets/words.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

namespace batuta::views {
namespace {

/// Programs that remember what was copied leave out what is marked so.
constexpr const char *kSecretHint = "x-kde-passwordManagerHint";

} // namespace

void EnvironmentsPage::addSecretCommands()
{
    const auto cellOnly = [this] { return whyNoCell(); };
    add("environments.secret", [] { return tr("Set or rotate the secret"); }, "key", {Qt::Key_S},
        {[this] { openSecret(); }, cellOnly});
    add("environments.reveal", [] { return tr("Reveal the secret for 20 seconds"); }, "eye", {Qt::Key_H},
        {[this] { reveal(); },
         [this] { return cell() && cell()->isSet ? QString() : tr("The cell has no value"); }});
    add("environments.move_secrets",
        [this] {
            return m_model && m_model->store() == secrets::StoreKind::File
                       ? tr("Move all secrets to the keyring")
                       : tr("Move all secrets to a sealed file");
        },
        "inbox", {},
        {[this] {
             const auto move = [this] {
                 m_desk->move(m_model->store() == secrets::StoreKind::File ? secrets::StoreKind::Keyring
                                                                           : secrets::StoreKind::File);
             };
             return m_desk->hasPassphrase() ? move() : openPassphrase(move);
         },
         [this] {
             return !m_model->store()  ? tr("There is no store of secrets yet")
                    : m_desk->isBusy() ? tr("The store is at work")
                                       : QString();
         }});
}

void EnvironmentsPage::openSecret()
{
    auto *dialog = new SecretDialog(*m_model, *m_desk, m_view->currentKey(),
                                    static_cast<std::size_t>(m_view->currentEnvironment()));
    m_overlay = new Overlay(window(), dialog, {640, 420});
    connect(dialog, &SecretDialog::closeRequested, m_overlay, &Overlay::close);
    connect(dialog, &SecretDialog::told, this, &Page::told);
    m_overlay->open();
}

/// Flows that begin from now on have the new value.
void EnvironmentsPage::secretsChanged(const QString &name)
{
    m_table->hideAll();
    m_model->load();
    client::Act act;
    act.verb = "reload";
    act.actor = client::thisUser();
    act.why = name.isEmpty() ? "secrets were moved" : "secret " + name.toStdString();
    m_context.engine.act(std::move(act), this, [this](const Result<json::Value> &done) {
        if (!done)
            tellError(done.error());
    });
}

/// The engine says whether this person may, and keeps that it was done, before anything is shown.
void EnvironmentsPage::reveal()
{
    const std::string key = m_view->currentKey();
    const int environment = m_view->currentEnvironment();
    const environments::Row *own = m_model->matrix().find(key);
    if (!cell()->isStored && own && !isSecretValue(*own, cell()->value))
        return emit told(tr("This value is no secret."));
    if (cell()->isStored && m_model->store() == secrets::StoreKind::File && !m_desk->hasPassphrase())
        return openPassphrase([this] { reveal(); });
    const secrets::SecretName name{m_model->matrix().environments[static_cast<std::size_t>(environment)],
                                   key};
    client::Act act;
    act.verb = "reveal_secret";
    act.subject = name.environment + "/" + key;
    act.actor = client::thisUser();
    m_context.engine.act(std::move(act), this, [this, name, environment](const Result<json::Value> &done) {
        if (!done)
            return tellError(done.error());
        const environments::Row *row = m_model->matrix().find(name.name);
        const auto at = static_cast<std::size_t>(environment);
        if (!row || at >= row->cells.size())
            return;
        m_model->noteReveal(at, name.name, client::thisUser().who);
        if (!row->cells[at].isStored)
            return showSecret(environment, name.name, row->cells[at].value);
        m_desk->value(name, [this, name, environment](const Result<std::string> &value) {
            if (!value)
                return tellError(value.error());
            showSecret(environment, name.name, *value);
        });
    });
}

void EnvironmentsPage::showSecret(int environment, const std::string &key, const std::string &value)
{
    m_table->reveal(environment, key, value);
    m_hide.start();
    emit told(tr("Shown for 20 seconds; the audit has it."));
}

/// A secret stays inside, for other programs read the clipboard; while it is revealed it may go out, and the
/// clipboard is emptied again.
void EnvironmentsPage::copy(const std::string &key, int environment)
{
    const environments::Row *row = m_model->matrix().find(key);
    if (!row || environment < 0 || environment >= std::ssize(row->cells))
        return;
    const environments::Cell &from = row->cells[static_cast<std::size_t>(environment)];
    const std::optional<std::string> revealed = m_table->revealed(environment, key);
    if (revealed)
        return copyOut(*revealed);
    if (from.isStored)
        return emit told(tr("The store of secrets has its value: reveal it first."));
    m_copied = from.value;
    const bool isSecret = isSecretValue(*row, from.value);
    QGuiApplication::clipboard()->setText(isSecret ? QString() : QString::fromStdString(from.value));
    emit told(isSecret ? tr("Copied for this page only: a secret does not go to the clipboard.")
                       : tr("Copied"));
    m_context.commands.update();
}

void EnvironmentsPage::copyOut(const std::string &secret)
{
    auto *copied = new QMimeData;
    copied->setText(QString::fromStdString(secret));
    copied->setData(kSecretHint, "secret");
    QGuiApplication::clipboard()->setMimeData(copied);
    m_forget.start();
    emit told(tr("On the clipboard for 20 seconds."));
}

/// Unless somebody has copied something else.
void EnvironmentsPage::forgetCopy()
{
    m_forget.stop();
    const QMimeData *held = QGuiApplication::clipboard()->mimeData();
    if (held && held->hasFormat(kSecretHint))
        QGuiApplication::clipboard()->clear();
}

} // namespace batuta::views
