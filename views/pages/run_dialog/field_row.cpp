// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/run_dialog/field_row.h"

#include "views/pages/run_dialog/field_words.h"
#include "views/theme/theme.h"
#include "views/widgets/label.h"

#include <QBoxLayout>
#include <QEvent>

namespace batuta::views {
namespace {

constexpr int kLabelWidth = 236;
constexpr int kFieldGap = 8;

} // namespace

FieldRow::FieldRow(InputForm &form, const InputField &field, QWidget *parent)
    : QWidget(parent)
    , m_form(form)
    , m_field(field)
    , m_name(new Label(field.name.empty() ? TextStyle::Body : TextStyle::Mono, Ink::Primary, this))
    , m_kind(new Label(TextStyle::Caption, Ink::Secondary, this))
    , m_problem(new Label(TextStyle::Small, Ink::Primary, this))
    , m_editor(makeFieldEditor(form, field, this))
    , m_left(new QWidget(this))
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(kInset, 0, 0, 0);
    row->setSpacing(kFieldGap);
    auto *left = new QVBoxLayout(m_left);
    left->setContentsMargins(0, 0, 0, 0);
    left->setSpacing(1);
    auto *top = new QHBoxLayout;
    top->setSpacing(5);
    top->addWidget(m_name);
    m_name->setElide(Qt::ElideMiddle);
    m_name->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    if (field.isRequired) {
        m_star = new Label(QStringLiteral("*"), TextStyle::Mono, Ink::Primary, this);
        m_star->setStatus(Status::Failed);
        top->addWidget(m_star);
    }
    top->addStretch(1);
    left->addLayout(top);
    m_kind->setElide(Qt::ElideRight);
    left->addWidget(m_kind);
    left->addStretch();
    auto *right = new QVBoxLayout;
    right->setSpacing(3);
    right->addWidget(m_editor);
    m_problem->setStatus(Status::Failed);
    m_problem->setWordWrap(true);
    m_problem->hide();
    right->addWidget(m_problem);
    right->addStretch();
    row->addWidget(m_left);
    row->addLayout(right, 1);
    connect(m_editor, &FieldEditor::edited, this, [this] {
        m_refusal.reset();
        touch();
    });
    connect(m_editor, &FieldEditor::refused, this, &FieldRow::refused);
    connect(&themeOf(this), &Theme::changed, this, &FieldRow::dress);
    dress();
    retranslate();
}

void FieldRow::dress()
{
    m_left->setFixedWidth(themeOf(this).scaled(kLabelWidth));
    setMinimumHeight(themeOf(this).scaled(33));
}

void FieldRow::retranslate()
{
    const QString name = QString::fromStdString(m_field.name);
    const QString kind =
        m_field.name.empty() ? tr("members that the flow does not name") : fieldKindLine(m_field);
    const QString description = QString::fromStdString(m_field.description);
    m_name->setText(m_field.name.empty() ? tr("Other keys") : name);
    m_kind->setText(kind);
    setToolTip(description);
    QWidget *const control = m_editor->control();
    control->setAccessibleName(m_field.isRequired ? tr("%1, required, %2").arg(m_name->text(), kind)
                                                  : tr("%1, %2").arg(m_name->text(), kind));
    if (m_star)
        m_star->setAccessibleName(tr("required"));
    refresh();
}

void FieldRow::refresh()
{
    m_editor->refresh();
    const InputProblem *problem = m_form.problem(m_field.name);
    if (!problem && m_refusal)
        problem = &*m_refusal;
    // What is required is not wrong before somebody has been there.
    const bool isShown = problem && (m_isTouched || problem->rule != InputProblem::Rule::Required);
    m_editor->setInvalid(isShown);
    m_problem->setText(isShown ? problemSentence(*problem, &m_field) : QString());
    m_problem->setVisible(isShown);
    m_editor->control()->setAccessibleDescription(isShown ? m_problem->text()
                                                          : QString::fromStdString(m_field.description));
}

void FieldRow::touch()
{
    m_isTouched = true;
    refresh();
}

void FieldRow::showRefusal(const InputProblem &problem)
{
    m_refusal = problem;
    touch();
}

void FieldRow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace batuta::views
