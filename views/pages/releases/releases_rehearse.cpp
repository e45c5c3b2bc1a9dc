// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// The part of ReleasesPage that rehearses a revision before anybody gets to it.
#include "views/pages/releases/rehearsal_dialog.h"
#include "views/pages/releases/releases_page.h"
#include "views/widgets/button.h"
#include "views/widgets/overlay.h"
#include "views/widgets/pane.h"
#include "views/widgets/words.h"

namespace batuta::views {

void ReleasesPage::addRehearsalCommand()
{
    m_context.commands.add(this, {"releases.rehearse",
                                  [] { return tr("Rehearse the revision"); },
                                  "play",
                                  {},
                                  [this] { openRehearsal(); },
                                  [this] { return whyNoRehearsal(); }});
}

void ReleasesPage::buildRehearsal(Bar &bar)
{
    m_rehearse = new Button(m_context.commands.action("releases.rehearse"), Button::Variant::Normal, &bar);
    m_rehearse->setSmall(true);
    m_rehearse->hide();
    bar.row()->addWidget(m_rehearse);
}

QString ReleasesPage::whyNoRehearsal() const
{
    if (const QString why = whyNoAct(m_context.engine); !why.isEmpty())
        return why;
    if (const QString why = whyNoService(); !why.isEmpty())
        return why;
    if (m_model->revision().empty())
        return tr("Select a revision first");
    return rehearsalTag(m_model->service()->service, m_model->revision()).empty()
               ? tr("Only a revision with a tag and 0 % of the traffic can be rehearsed")
               : QString();
}

RehearsalDialog *ReleasesPage::rehearsal() const
{
    return m_rehearsal;
}

void ReleasesPage::openRehearsal()
{
    const client::ServiceBoard &board = *m_model->service();
    client::RehearsalRequest wanted;
    wanted.environment = m_model->environment();
    wanted.service = m_model->serviceName();
    wanted.revision = m_model->revision();
    auto *model = new RehearsalModel(m_context.engine, std::move(wanted), board.flows);
    m_rehearsal = new RehearsalDialog(model, rehearsalTag(board.service, m_model->revision()), isGuarded());
    m_overlay = new Overlay(window(), m_rehearsal, {1020, 660});
    connect(m_rehearsal, &RehearsalDialog::closeRequested, m_overlay, &Overlay::close);
    connect(m_rehearsal, &RehearsalDialog::compareRequested, this,
            [this](const QString &then, const QString &now) {
                Address address{QStringLiteral("compare"), {}, {}};
                address.query.addQueryItem(QStringLiteral("a"), then);
                address.query.addQueryItem(QStringLiteral("b"), now);
                emit openRequested(address);
            });
    m_overlay->open();
}

/// The button stands there only when there is something to rehearse.
void ReleasesPage::presentRehearsal()
{
    const bool hasTag =
        m_model->service() && !rehearsalTag(m_model->service()->service, m_model->revision()).empty();
    m_rehearse->setVisible(hasTag);
}

} // namespace batuta::views
