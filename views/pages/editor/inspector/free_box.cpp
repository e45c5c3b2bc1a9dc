// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/editor/inspector/free_box.h"

#include "engine/flow/yaml_node.h"
#include "views/theme/theme.h"

#include <QBoxLayout>
#include <QComboBox>

#include <algorithm>

namespace batuta::views {
namespace {

constexpr int kMostLines = 14;

QString withoutEnd(QString text)
{
    while (text.endsWith('\n'))
        text.chop(1);
    return text;
}

} // namespace

YamlBox::YamlBox(FieldScope &scope, const FieldModel &field, const edit::FieldPath &path, QWidget *parent)
    : FieldBox(scope, field, path, parent)
    , m_edit(new ExpressionEdit(ExpressionEdit::Language::Template, this))
{
    m_edit->setManyLines(true, 3, kMostLines);
    m_edit->setSource([this] { return completionSource(this->scope()); });
    m_edit->setPlaceholderText(tr("YAML"));
    setControl(m_edit);
    connect(m_edit, &ExpressionEdit::edited, this, &YamlBox::take);
}

void YamlBox::take(const QString &text)
{
    const std::string yaml = withoutEnd(text).toStdString();
    if (text.trimmed().isEmpty()) {
        setOwnProblem({});
        return field().isRequired ? scope().set(undoName(), path(), json::Object{}, FieldScope::By::Typing)
                                  : scope().remove(undoName(), path(), FieldScope::By::Typing);
    }
    const flow::YamlReading reading = flow::readYaml(yaml, {});
    if (!reading.root)
        return setOwnProblem(reading.errors.empty()
                                 ? tr("This cannot be read.")
                                 : tr("Line %1 cannot be read: %2")
                                       .arg(reading.errors.front().place.line)
                                       .arg(QString::fromStdString(reading.errors.front().detail)));
    const batuta::Status taken = scope().setYaml(undoName(), path(), yaml);
    setOwnProblem(taken ? QString() : QString::fromStdString(taken.error().detail));
}

void YamlBox::present(const std::optional<json::Value> &value, bool isMixed)
{
    m_edit->setReadOnly(!scope().canEdit());
    m_edit->setPlaceholderText(isMixed ? mixedWord() : tr("YAML"));
    if (m_edit->hasFocus()) { // its author's spelling stays while it says the same, or cannot be read yet
        const flow::YamlReading reading = flow::readYaml(m_edit->text().toStdString(), {});
        if (!reading.root || (value && flow::toJson(*reading.root) == *value))
            return;
    }
    setOwnProblem({});
    m_edit->setText(isMixed || !value ? QString() : QString::fromStdString(scope().yaml(path())));
}

FreeBox::FreeBox(FieldScope &scope, const FieldModel &field, const edit::FieldPath &path, QWidget *parent)
    : FieldBox(scope, field, path, parent)
    , m_model(field)
    , m_forms(new QComboBox(this))
{
    m_forms->addItem(tr("Fields"), static_cast<int>(Form::Rows));
    if (!field.isMapping)
        m_forms->addItem(tr("Expression"), static_cast<int>(Form::Expression));
    m_forms->addItem(tr("YAML"), static_cast<int>(Form::Yaml));
    m_forms->setFocusPolicy(Qt::StrongFocus);
    m_forms->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_forms->setMinimumContentsLength(static_cast<int>(tr("Expression").size()) + 1); // whole in any style
    m_forms->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_forms->setAccessibleName(tr("How %1 is shown").arg(caption()));
    m_forms->setToolTip(m_forms->accessibleName());
    head()->addWidget(m_forms);
    connect(m_forms, &QComboBox::activated, this, [this] {
        m_isChosen = true;
        setForm(static_cast<Form>(m_forms->currentData().toInt()));
    });
}

FreeBox::Form FreeBox::formOf(const std::optional<json::Value> &value) const
{
    if (!value || value->isNull())
        return m_isChosen ? m_form : Form::Rows;
    if (value->isObject())
        return m_isChosen && m_form == Form::Yaml ? m_form : Form::Rows;
    if (value->isArray() || field().isMapping)
        return Form::Yaml;
    return m_isChosen && m_form == Form::Yaml ? m_form : Form::Expression;
}

void FreeBox::setForm(Form form)
{
    m_form = form;
    m_forms->setCurrentIndex(m_forms->findData(static_cast<int>(form)));
    if (m_inside) {
        m_inside->hide();
        m_inside->deleteLater();
    }
    m_model.type = form == Form::Rows         ? FieldType::Map
                   : form == Form::Expression ? FieldType::Template
                                              : FieldType::Free;
    m_model.isTemplateItems = true;
    m_model.isRequired = false;
    if (form == Form::Rows)
        m_inside = new MapBox(scope(), m_model, path(), this);
    else if (form == Form::Expression)
        m_inside = new ExpressionBox(scope(), m_model, path(), this);
    else
        m_inside = new YamlBox(scope(), m_model, path(), this);
    m_inside->hideCaption();
    m_inside->control()->setAccessibleName(caption());
    column()->insertWidget(1, m_inside);
    setFocusProxy(m_inside->control());
    m_inside->show();
    m_inside->refresh();
}

QWidget *FreeBox::control() const
{
    return m_inside ? m_inside->control() : m_forms;
}

FieldBox *FreeBox::boxAt(const edit::FieldPath &at)
{
    return FieldBox::boxAt(at) && m_inside ? this : nullptr;
}

void FreeBox::focusAt(const edit::FieldPath &at)
{
    if (m_inside)
        m_inside->focusAt(at);
}

edit::FieldPath FreeBox::pathInFocus() const
{
    return m_inside ? m_inside->pathInFocus() : path();
}

void FreeBox::present(const std::optional<json::Value> &value, bool isMixed)
{
    // Several values that differ are told by the box inside.
    const Form form = isMixed ? m_form : formOf(value);
    const bool isBusy = m_inside && m_inside->control()->hasFocus() && form != m_form && m_isChosen;
    if (!m_inside || (form != m_form && !isBusy))
        setForm(form);
    m_forms->setEnabled(scope().canEdit());
}

} // namespace batuta::views
