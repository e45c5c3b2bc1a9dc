// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/editor/inspector/flow_boxes.h"

#include "views/pages/editor/inspector/table_well.h"
#include "views/theme/theme.h"
#include "views/widgets/button.h"
#include "views/widgets/choice.h"

#include <QBoxLayout>
#include <QComboBox>

#include <algorithm>

namespace batuta::views {
namespace {

const QStringList &typeNames()
{
    static const QStringList names{"string", "integer", "number", "boolean", "array", "object"};
    return names;
}

std::string typeOf(const json::Value &rules)
{
    const json::Value &type = rules["type"];
    for (const json::Value &one : type.asArray())
        if (one.asString() != "null")
            return one.asString();
    return type.asString();
}

bool contains(const json::Value &names, const std::string &name)
{
    return std::find(names.asArray().begin(), names.asArray().end(), json::Value(name)) !=
           names.asArray().end();
}

} // namespace

InputBox::InputBox(FieldScope &scope, const FieldModel &field, const edit::FieldPath &path, QWidget *parent)
    : FieldBox(scope, field, path, parent)
    , m_well(new TableWell(this))
    , m_column(new QVBoxLayout(m_well))
    , m_new(new PlainLine(m_well))
{
    setCaption(tr("Name, type, required"));
    m_column->setContentsMargins(1, 1, 1, 1);
    m_column->setSpacing(1);
    m_column->addWidget(m_new);
    m_new->setBare(true);
    m_new->setPlaceholderText(tr("Add a field"));
    setControl(m_well);
    m_new->setAccessibleName(tr("Add a field to the input"));
    connect(m_new, &QLineEdit::editingFinished, this, &InputBox::addProperty);
}

edit::FieldPath InputBox::propertyPath(const std::string &name) const
{
    edit::FieldPath place = path();
    place.insert(place.end(), {"properties", name});
    return place;
}

void InputBox::addProperty()
{
    const std::string name = m_new->text().trimmed().toStdString();
    if (name.empty() || !scope().canEdit())
        return;
    m_new->clear();
    if (scope().has(propertyPath(name)))
        return;
    if (!scope().has(path()))
        return scope().set(
            undoName(), path(),
            json::Object{{"type", "object"},
                         {"properties", json::Object{{name, json::Object{{"type", "string"}}}}}});
    scope().set(undoName(), propertyPath(name), json::Object{{"type", "string"}});
}

void InputBox::rename(const std::string &from, PlainLine *line)
{
    const std::string to = line->text().trimmed().toStdString();
    if (to == from || !scope().canEdit())
        return;
    if (to.empty()) {
        setRequired(from, false);
        return scope().remove(undoName(), propertyPath(from));
    }
    if (scope().has(propertyPath(to)))
        return line->setText(QString::fromStdString(from));
    const bool isRequired = contains(scope().value(path()).value_or(json::Value())["required"], from);
    if (isRequired)
        setRequired(from, false);
    scope().renameKey(undoName(), propertyPath(from), to);
    if (isRequired)
        setRequired(to, true);
}

void InputBox::setType(const std::string &name, const std::string &type)
{
    edit::FieldPath place = propertyPath(name);
    place.push_back("type");
    const json::Value now = scope().value(place).value_or(json::Value());
    if (contains(now, "null"))
        scope().set(undoName(), place, json::Array{json::Value(type), json::Value("null")});
    else
        scope().set(undoName(), place, type);
}

void InputBox::setRequired(const std::string &name, bool required)
{
    edit::FieldPath place = path();
    place.push_back("required");
    json::Array names = scope().value(place).value_or(json::Value()).asArray();
    const auto found = std::find(names.begin(), names.end(), json::Value(name));
    if (required && found == names.end())
        return scope().append(undoName(), place, name);
    if (required || found == names.end())
        return;
    if (names.size() == 1)
        return scope().remove(undoName(), place);
    place.push_back(std::to_string(found - names.begin()));
    scope().remove(undoName(), place);
}

void InputBox::addRow(const Row &row)
{
    auto *line = new QWidget(m_well);
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 4, 0);
    layout->setSpacing(4);
    const QString name = QString::fromStdString(row.name);
    auto *edit = new PlainLine(line);
    edit->setBare(true);
    edit->showText(name);
    edit->setToolTip(name); // a long one is cut
    edit->setAccessibleName(tr("Name of the field %1").arg(name));
    edit->setReadOnly(!scope().canEdit());
    auto *type = new QComboBox(line);
    type->addItems(typeNames());
    const QString known = QString::fromStdString(row.type);
    if (type->findText(known) < 0)
        type->insertItem(0, known.isEmpty() ? tr("any") : known);
    type->setCurrentIndex(std::max(0, type->findText(known)));
    type->setFrame(false);
    type->setFont(themeOf(this).font(TextStyle::MonoSmall));
    type->setAccessibleName(tr("Type of %1").arg(name));
    type->setFixedWidth(themeOf(this).scaled(88));
    auto *required = new Switch(line);
    required->setChecked(row.isRequired);
    required->setAccessibleName(tr("%1 must be there").arg(name));
    required->setToolTip(tr("Must be there"));
    for (QWidget *part : {static_cast<QWidget *>(type), static_cast<QWidget *>(required)})
        part->setEnabled(scope().canEdit());
    layout->addWidget(edit, 1);
    layout->addWidget(type);
    layout->addWidget(required);
    connect(edit, &QLineEdit::editingFinished, this, [this, edit, from = row.name] { rename(from, edit); });
    connect(type, &QComboBox::activated, this, [this, type, from = row.name] {
        if (typeNames().contains(type->currentText()))
            setType(from, type->currentText().toStdString());
    });
    connect(required, &QAbstractButton::clicked, this,
            [this, from = row.name](bool on) { setRequired(from, on); });
    m_column->insertWidget(m_column->count() - 1, line);
    line->show();
    m_lines.push_back(line);
}

void InputBox::present(const std::optional<json::Value> &value, bool)
{
    std::vector<Row> now;
    const json::Value schema = value.value_or(json::Value());
    for (const auto &[name, rules] : schema["properties"].asObject())
        now.push_back({name, typeOf(rules), contains(schema["required"], name)});
    m_new->setReadOnly(!scope().canEdit());
    if (now == m_rows && m_lines.size() == now.size())
        return;
    m_rows = now;
    for (QWidget *line : m_lines) {
        m_column->removeWidget(line);
        line->hide();
        line->deleteLater();
    }
    m_lines.clear();
    for (const Row &row : now)
        addRow(row);
}

StepListBox::StepListBox(FieldScope &scope, const FieldModel &field, const edit::FieldPath &path,
                         QWidget *parent)
    : FieldBox(scope, field, path, parent)
    , m_list(new QWidget(this))
    , m_column(new QVBoxLayout(m_list))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_list->setFocusPolicy(Qt::TabFocus);
    setControl(m_list);
    hideCaption();
}

QWidget *StepListBox::control() const
{
    return m_buttons.empty() ? m_list : m_buttons.front();
}

void StepListBox::present(const std::optional<json::Value> &, bool)
{
    const std::vector<std::string> now = scope().keysOf(path());
    if (now == m_steps)
        return;
    m_steps = now;
    for (Button *button : m_buttons) {
        button->hide();
        button->deleteLater();
    }
    m_buttons.clear();
    for (const std::string &step : now) {
        auto *button = new Button(QString::fromStdString(step), "right", Button::Variant::Ghost, m_list);
        button->setSmall(true);
        button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        button->setAccessibleName(tr("Select the step %1").arg(button->text()));
        connect(
            button, &QAbstractButton::clicked, this, [this, step] { scope().document().select({step}); },
            Qt::QueuedConnection); // the form goes, and this button with it
        m_column->addWidget(button);
        button->show();
        m_buttons.push_back(button);
    }
}

} // namespace batuta::views
