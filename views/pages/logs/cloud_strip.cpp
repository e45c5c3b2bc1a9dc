// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/logs/cloud_strip.h"

#include "views/models/status.h"
#include "views/widgets/button.h"
#include "views/widgets/chip.h"
#include "views/widgets/label.h"
#include "views/widgets/pane.h"

#include <QBoxLayout>
#include <QEvent>

namespace batuta::views {

CloudStrip::CloudStrip(QWidget *parent)
    : QWidget(parent)
    , m_environment(new Chip({}, this))
    , m_service(new Label(TextStyle::Small, Ink::Secondary, this))
    , m_filter(new Label(TextStyle::MonoSmall, Ink::Primary, this))
    , m_untold(new Label(TextStyle::Small, Ink::Secondary, this))
    , m_extent(new Label(TextStyle::Small, Ink::Secondary, this))
    , m_older(new Button({}, "arrowu", Button::Variant::Ghost, this))
{
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    auto *bar = new Bar(Bar::Kind::PanelTitle, this);
    whole->addWidget(bar);
    m_filter->setElide(Qt::ElideRight);
    m_untold->setElide(Qt::ElideRight);
    m_filter->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_untold->setStatus(Status::Waiting);
    m_older->setSmall(true);
    bar->row()->setSpacing(10);
    bar->row()->addWidget(m_environment);
    bar->row()->addWidget(m_service);
    bar->row()->addWidget(m_filter, 2);
    bar->row()->addWidget(m_untold, 1);
    bar->row()->addWidget(m_extent);
    bar->row()->addWidget(m_older);
    connect(m_older, &QAbstractButton::clicked, this, &CloudStrip::olderWanted);
    hide();
}

void CloudStrip::setFacts(const Facts &facts)
{
    m_facts = facts;
    show(facts);
}

void CloudStrip::show(const Facts &facts)
{
    m_environment->setEnvironment(environmentKind(facts.environment.toStdString()));
    m_environment->setText(facts.environment);
    m_environment->setToolTip(facts.place);
    m_service->setText(facts.service);
    m_service->setToolTip(facts.place);
    const QString filter = facts.filter.isEmpty() ? tr("every entry") : facts.filter;
    m_filter->setText(filter);
    m_filter->setToolTip(tr("What Cloud Logging is asked for:\n%1").arg(filter));
    m_filter->setAccessibleName(m_filter->toolTip());
    const QString untold = facts.untold.join(QStringLiteral(", "));
    m_untold->setVisible(!facts.untold.isEmpty());
    m_untold->setText(tr("looked for only here: %1").arg(untold));
    m_untold->setToolTip(tr("Cloud Logging has no words for %1: it is looked for among the entries that were "
                            "brought over.")
                             .arg(untold));
    m_extent->setText(facts.extent);
    m_older->setVisible(facts.hasOlder || facts.isBringing);
    m_older->setEnabled(!facts.isBringing);
    m_older->setText(facts.isBringing ? tr("Bringing…") : tr("Older"));
    m_older->setToolTip(tr("Bring older entries over"));
    m_older->updateGeometry();
}

void CloudStrip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        show(m_facts);
    QWidget::changeEvent(event);
}

} // namespace batuta::views
