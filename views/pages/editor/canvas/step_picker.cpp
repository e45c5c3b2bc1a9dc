// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/editor/canvas/step_picker.h"

#include "views/pages/editor/canvas/kind_list.h"
#include "views/theme/theme.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>

namespace batuta::views {

StepPicker::StepPicker(QWidget *parent)
    : FieldPopup(6, parent)
    , m_list(new KindList(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(6, 6, 6, 6);
    column->setSpacing(4);
    column->addWidget(&field());
    column->addWidget(m_list, 1);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setDragEnabled(false);
    connect(&field(), &QLineEdit::textChanged, this, &StepPicker::filter);
    connect(m_list, &QListWidget::itemClicked, this, [this] { take(m_list->currentKind()); });
    retranslate();
}

void StepPicker::openAt(const QPoint &at)
{
    const Theme &theme = themeOf(this);
    resize(theme.scaled(220), theme.scaled(250));
    const QSize room = parentWidget()->size() - size();
    move(qBound(0, at.x(), qMax(0, room.width())), qBound(0, at.y(), qMax(0, room.height())));
    field().clear();
    filter();
    openField(Qt::PopupFocusReason);
}

QString StepPicker::currentKind() const
{
    return m_list->currentKind();
}

void StepPicker::filter()
{
    m_list->setKinds(matchingKinds(field().text()), false);
    if (m_list->kinds() > 0)
        m_list->setCurrentRow(0);
}

void StepPicker::take(const QString &kind)
{
    if (kind.isEmpty())
        return;
    leave();
    emit chosen(kind);
}

bool StepPicker::takeKey(const QKeyEvent &key)
{
    switch (key.key()) {
    case Qt::Key_Down:
    case Qt::Key_Tab:
        m_list->step(1);
        return true;
    case Qt::Key_Up:
    case Qt::Key_Backtab:
        m_list->step(-1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        take(m_list->currentKind());
        return true;
    default:
        return false;
    }
}

void StepPicker::retranslate()
{
    setAccessibleName(tr("Add a step"));
    field().setPlaceholderText(tr("Type the kind of step"));
    field().setAccessibleName(tr("Kind of the step to add"));
    m_list->setAccessibleName(tr("Kinds of steps"));
}

} // namespace batuta::views
