// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/editor/canvas/step_palette.h"

#include "views/pages/editor/canvas/kind_list.h"
#include "views/theme/theme.h"
#include "views/widgets/label.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>

namespace batuta::views {

StepPalette::StepPalette(QWidget *parent)
    : Surface(Level::Panel, parent)
    , m_filter(new QLineEdit(this))
    , m_list(new KindList(this))
    , m_none(new Label(TextStyle::Small, Ink::Tertiary, this))
{
    m_filter->addAction(themeOf(this).icon("search"), QLineEdit::LeadingPosition);
    m_filter->installEventFilter(this);
    auto *field = new QHBoxLayout;
    field->setContentsMargins(10, 0, 10, 0);
    field->addWidget(m_filter);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 10, 0, 0);
    column->setSpacing(6);
    column->addLayout(field);
    column->addWidget(m_none);
    column->addWidget(m_list, 1);
    m_none->setContentsMargins(12, 4, 12, 0);
    m_none->setWordWrap(true);
    connect(m_filter, &QLineEdit::textChanged, this, &StepPalette::show);
    connect(m_list, &KindList::chosen, this, &StepPalette::chosen);
    retranslate();
}

QSize StepPalette::sizeHint() const
{
    return {themeOf(this).scaled(160), 0};
}

void StepPalette::show()
{
    const bool isFiltered = !m_filter->text().simplified().isEmpty();
    m_list->setKinds(isFiltered ? matchingKinds(m_filter->text()) : stepKinds(), !isFiltered);
    m_none->setVisible(m_list->kinds() == 0);
    if (isFiltered && m_list->kinds() > 0)
        m_list->setCurrentRow(0);
}

bool StepPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_filter && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Up) {
            m_list->step(key == Qt::Key_Down ? 1 : -1);
            return true;
        }
        if ((key == Qt::Key_Return || key == Qt::Key_Enter) && !m_list->currentKind().isEmpty()) {
            emit chosen(m_list->currentKind());
            return true;
        }
        if (key == Qt::Key_Escape && !m_filter->text().isEmpty()) {
            m_filter->clear();
            return true;
        }
    }
    return Surface::eventFilter(watched, event);
}

void StepPalette::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Surface::changeEvent(event);
}

void StepPalette::retranslate()
{
    m_filter->setPlaceholderText(tr("Filter steps"));
    m_filter->setAccessibleName(tr("Filter steps"));
    m_list->setAccessibleName(tr("Steps that can be added"));
    m_list->setAccessibleDescription(tr("Enter adds one after the selection."));
    m_none->setText(tr("No step matches."));
    show();
}

} // namespace batuta::views
