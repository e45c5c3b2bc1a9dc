// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// The part of OverviewPage that shows what runs in the cloud: a rollout while there is one, and the services.
#include "views/pages/overview/overview_lines.h"
#include "views/pages/overview/overview_page.h"
#include "views/pages/overview/rollout_card.h"
#include "views/widgets/button.h"
#include "views/widgets/column.h"
#include "views/widgets/label.h"
#include "views/widgets/pane.h"

#include <QBoxLayout>

namespace batuta::views {

QWidget *OverviewPage::makeRollout()
{
    m_release = new QWidget(this);
    QVBoxLayout *rows = column(m_release);
    auto *bar = new Bar(Bar::Kind::PanelTitle, m_release);
    m_releaseTitle = new Label(TextStyle::Strong, Ink::Primary, bar);
    m_answer = new Button(QString(), QString(), Button::Variant::Normal, bar);
    m_openRelease = new Button(QString(), QString(), Button::Variant::Ghost, bar);
    m_answer->setSmall(true);
    m_openRelease->setSmall(true);
    bar->row()->addWidget(m_releaseTitle);
    bar->row()->addStretch(1);
    bar->row()->addWidget(m_answer);
    bar->row()->addWidget(m_openRelease);
    m_rollout = new RolloutCard(m_release);
    rows->addWidget(bar);
    rows->addWidget(m_rollout);
    m_release->hide();
    connect(m_openRelease, &QAbstractButton::clicked, this, [this] {
        if (const auto &rollout = m_feed->cloud().rollout())
            emit openRequested(serviceAddress(rollout->environment, rollout->service));
    });
    connect(m_answer, &QAbstractButton::clicked, this, [this] {
        const auto &rollout = m_feed->cloud().rollout();
        if (!rollout)
            return;
        QUrlQuery query;
        query.addQueryItem("step", QString::fromStdString(rollout->asks));
        emit openRequested({"run", QString::fromStdString(rollout->execution), query});
    });
    return m_release;
}

void OverviewPage::showRollout()
{
    const OverviewCloud &cloud = m_feed->cloud();
    m_release->setVisible(cloud.rollout().has_value());
    if (!cloud.rollout())
        return;
    m_rollout->setPicture(rolloutPicture(*cloud.rollout(), cloud.rolledOut()));
    m_answer->setVisible(!cloud.rollout()->asks.empty());
}

/// A workspace without a cloud has no such section.
void OverviewPage::showServices()
{
    const OverviewCloud &cloud = m_feed->cloud();
    Section &section = m_sections[3];
    section.whole->setVisible(cloud.hasCloud());
    section.list->setLines(serviceLines(cloud.services()));
    section.note->setText(servicesNote(cloud.services()));
    finish(section, tr("This environment has no services yet."));
}

} // namespace batuta::views
