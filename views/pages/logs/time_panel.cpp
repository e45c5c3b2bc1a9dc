// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/logs/time_panel.h"

#include "views/theme/draw.h"
#include "views/theme/theme.h"
#include "views/widgets/button.h"
#include "views/widgets/label.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QPainter>

namespace batuta::views {

TimePanel::TimePanel(QWidget *parent)
    : QWidget(parent)
    , m_field(new QLineEdit(this))
    , m_problem(new Label(TextStyle::Caption, Ink::Secondary, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 14, 16, 14);
    column->setSpacing(8);
    column->addWidget(new Label(tr("Go to time"), TextStyle::Title, Ink::Primary, this));
    column->addWidget(m_field);
    auto *row = new QHBoxLayout;
    auto *cancel = new Button(tr("Cancel"), QString(), Button::Variant::Normal, this);
    auto *go = new Button(tr("Go there"), QString(), Button::Variant::Primary, this);
    m_problem->setStatus(Status::Failed);
    row->addWidget(m_problem, 1);
    row->addWidget(cancel);
    row->addWidget(go);
    column->addLayout(row);
    m_field->setPlaceholderText(tr("14:21:07, or 2026-11-21T14:21:07"));
    m_field->setAccessibleName(tr("Time"));
    m_field->setMaxLength(60);
    setAccessibleName(tr("Go to time"));
    setFocusProxy(m_field);
    connect(cancel, &QAbstractButton::clicked, this, &TimePanel::dismissed);
    const auto enter = [this] { emit entered(m_field->text()); };
    connect(go, &QAbstractButton::clicked, this, enter);
    connect(m_field, &QLineEdit::returnPressed, this, enter);
}

void TimePanel::setProblem(const QString &problem)
{
    m_problem->setText(problem);
    m_field->setAccessibleDescription(problem);
}

void TimePanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colors &c = themeOf(this).colors();
    drawBox(painter, rect(), 8, c.panel, c.borderStrong);
}

} // namespace batuta::views
