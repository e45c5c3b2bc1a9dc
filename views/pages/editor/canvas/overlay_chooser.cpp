// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/editor/canvas/overlay_chooser.h"

#include "views/graph/zoom_bar.h"
#include "views/widgets/button.h"
#include "views/widgets/chip.h"

#include <QActionGroup>
#include <QBoxLayout>
#include <QEvent>
#include <QMenu>

namespace batuta::views {

OverlayChooser::OverlayChooser(QWidget *parent)
    : QWidget(parent)
    , m_button(new Button({}, "gauge", Button::Variant::Ghost, this))
    , m_environment(new Chip({}, this))
{
    auto *frame = new ToolFrame(this);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(frame);
    m_button->setSmall(true);
    m_button->setHasMenu(true);
    frame->row()->addWidget(m_button);
    frame->row()->addWidget(m_environment);
    m_environment->hide();
    connect(m_button, &QAbstractButton::clicked, this, &OverlayChooser::openMenu);
    retranslate();
}

QString OverlayChooser::word(CanvasOverlay overlay)
{
    switch (overlay) {
    case CanvasOverlay::None:
        return tr("No overlay");
    case CanvasOverlay::P50:
        return tr("p50 of recorded runs");
    case CanvasOverlay::P95:
        return tr("p95 of recorded runs");
    case CanvasOverlay::ErrorRate:
        return tr("Error rate");
    case CanvasOverlay::LastStatus:
        return tr("Last status");
    }
    return {};
}

void OverlayChooser::setOverlay(CanvasOverlay overlay)
{
    m_overlay = overlay;
    retranslate();
}

void OverlayChooser::setSource(bool hasFigures, const QString &environment)
{
    m_hasFigures = hasFigures;
    m_environment->setVisible(!environment.isEmpty() && hasFigures);
    m_environment->setText(environment);
    m_environment->setEnvironment(environmentKind(environment.toStdString()));
    retranslate();
}

void OverlayChooser::openMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    auto *group = new QActionGroup(menu);
    for (const CanvasOverlay overlay : {CanvasOverlay::None, CanvasOverlay::P50, CanvasOverlay::P95,
                                        CanvasOverlay::ErrorRate, CanvasOverlay::LastStatus}) {
        QAction *action = menu->addAction(word(overlay));
        action->setCheckable(true);
        action->setChecked(overlay == m_overlay);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, overlay] {
            setOverlay(overlay);
            emit chosen(overlay);
        });
    }
    menu->popup(m_button->mapToGlobal(QPoint(0, m_button->height())));
}

void OverlayChooser::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void OverlayChooser::retranslate()
{
    m_button->setText(word(m_overlay));
    m_button->setAccessibleName(tr("Overlay: %1").arg(word(m_overlay)));
    m_button->setEnabled(m_hasFigures);
    m_button->setToolTip(m_hasFigures ? tr("What recorded runs say of each step")
                                      : tr("No run of this flow is recorded here"));
    updateGeometry();
}

} // namespace batuta::views
