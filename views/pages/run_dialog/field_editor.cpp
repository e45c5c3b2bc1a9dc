// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/run_dialog/field_editor.h"

#include "views/pages/run_dialog/choice_editors.h"
#include "views/pages/run_dialog/field_words.h"
#include "views/pages/run_dialog/json_editor.h"
#include "views/pages/run_dialog/list_editor.h"
#include "views/pages/run_dialog/text_editors.h"

#include <QBoxLayout>
#include <QEvent>
#include <QStyle>

namespace batuta::views {

FieldEditor::FieldEditor(InputForm &form, InputField field, QWidget *parent)
    : QWidget(parent)
    , m_form(form)
    , m_field(std::move(field))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
}

void FieldEditor::setControl(QWidget *control)
{
    layout()->addWidget(control);
    setFocusProxy(control);
}

void FieldEditor::setInvalid(bool invalid)
{
    QWidget *const shown = control();
    if (shown->property("invalid").toBool() == invalid)
        return;
    shown->setProperty("invalid", invalid);
    shown->update();
}

QString FieldEditor::hint() const
{
    if (m_form.isNull(m_field.name))
        return QStringLiteral("null");
    if (m_field.fallback)
        return shortValue(*m_field.fallback);
    return QString::fromStdString(m_field.description);
}

void FieldEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        refresh();
    }
    QWidget::changeEvent(event);
}

FieldEditor *makeFieldEditor(InputForm &form, const InputField &field, QWidget *parent)
{
    switch (field.kind) {
    case FieldKind::Text:
    case FieldKind::Uri:
        return new LineEditor(form, field, parent);
    case FieldKind::Secret:
        return new SecretEditor(form, field, parent);
    case FieldKind::DateTime:
        return new DateTimeEditor(form, field, parent);
    case FieldKind::Choice:
    case FieldKind::Boolean:
        return new ChoiceEditor(form, field, parent);
    case FieldKind::Integer:
    case FieldKind::Number:
        return new NumberEditor(form, field, parent);
    case FieldKind::List:
        return new ListEditor(form, field, parent);
    case FieldKind::Json:
        break;
    }
    return new JsonEditor(form, field, parent);
}

} // namespace batuta::views
