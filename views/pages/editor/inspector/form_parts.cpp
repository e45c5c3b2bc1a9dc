// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/editor/inspector/form_parts.h"

#include "views/pages/editor/inspector/field_grid.h"
#include "views/pages/editor/inspector/field_words.h"
#include "views/pages/editor/inspector/free_box.h"
#include "views/pages/editor/inspector/items_box.h"
#include "views/pages/editor/inspector/list_boxes.h"
#include "views/pages/editor/inspector/section_box.h"
#include "views/widgets/choice.h"
#include "views/widgets/label.h"
#include "views/widgets/words.h"

#include <QBoxLayout>
#include <QComboBox>

#include <algorithm>

namespace batuta::views {
namespace {

edit::FieldPath below(edit::FieldPath path, const std::string &key)
{
    path.push_back(key);
    return path;
}

} // namespace

bool isFlat(const std::string &key)
{
    return key == "title" || key == "backoff";
}

FieldBox *makeFieldBox(FieldScope &scope, const FieldModel &field, const edit::FieldPath &path,
                       QWidget *parent)
{
    switch (field.type) {
    case FieldType::Text:
    case FieldType::Integer:
    case FieldType::Number:
    case FieldType::Duration:
    case FieldType::Size:
        return new LineBox(scope, field, path, parent);
    case FieldType::Lines:
    case FieldType::Template:
    case FieldType::Condition:
        return new ExpressionBox(scope, field, path, parent);
    case FieldType::Boolean:
        return new SwitchBox(scope, field, path, parent);
    case FieldType::Choice:
        return new ChoiceBox(scope, field, path, parent);
    case FieldType::Texts:
        if (field.isTemplateItems)
            return new RowsBox(scope, field, path, parent);
        return new ChipsBox(scope, field, path, parent);
    case FieldType::Map:
        return new MapBox(scope, field, path, parent);
    case FieldType::Named:
    case FieldType::Records:
        return new ItemsBox(scope, field, path, parent);
    case FieldType::Section:
    case FieldType::Free:
        break;
    }
    return new FreeBox(scope, field, path, parent);
}

void addFields(FieldScope &scope, FieldGrid &grid, const std::vector<FieldModel> &fields,
               const edit::FieldPath &path, const std::set<std::string> &without)
{
    for (const FieldModel &field : fields) {
        if (!field.isSupported || without.contains(field.key))
            continue;
        const edit::FieldPath at = below(path, field.key);
        if (field.type != FieldType::Section) {
            grid.add(makeFieldBox(scope, field, at, &grid));
        } else if (isFlat(field.key)) {
            addFields(scope, grid, field.fields, at);
        } else {
            auto *section = new SectionBox(
                scope, fieldCaption(at), {at},
                [&scope, &field, at](FieldGrid &inner) { addFields(scope, inner, field.fields, at); }, &grid);
            section->setInner();
            section->setSwitch(field);
            grid.add(section);
        }
    }
}

KindChooser::KindChooser(FieldScope &scope, edit::FieldPath step, QWidget *parent)
    : QWidget(parent)
    , m_scope(scope)
    , m_step(std::move(step))
    , m_list(new QComboBox(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(3);
    auto *caption = new Label(tr("Kind"), TextStyle::Small, Ink::Secondary, this);
    column->addWidget(caption);
    column->addWidget(m_list);
    m_list->setAccessibleName(tr("Kind of the step"));
    m_list->setFocusPolicy(Qt::StrongFocus);
    m_list->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_list->setPlaceholderText(tr("Choose what it does"));
    for (const std::string &kind : FlowSchema::shipped().kinds())
        if (FlowSchema::shipped().step().find(kind)->isSupported)
            m_list->addItem(kindWord(kind), QString::fromStdString(kind));
    connect(m_list, &QComboBox::activated, this, [this] {
        const std::string kind = m_list->currentData().toString().toStdString();
        if (kind != kindOf(m_scope, m_step))
            m_scope.setKind(tr("Change the kind"), m_step, kind);
    });
    connect(&scope, &FieldScope::changed, this, &KindChooser::refresh);
    refresh();
}

void KindChooser::refresh()
{
    m_list->setCurrentIndex(m_list->findData(QString::fromStdString(kindOf(m_scope, m_step))));
    m_list->setEnabled(m_scope.canEdit());
}

IdLine::IdLine(FieldScope &scope, QWidget *parent)
    : QWidget(parent)
    , m_scope(scope)
    , m_line(new PlainLine(this))
    , m_problem(new Label(TextStyle::Small, Ink::Primary, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(3);
    column->addWidget(new Label(tr("Id"), TextStyle::Small, Ink::Secondary, this));
    column->addWidget(m_line);
    column->addWidget(m_problem);
    m_problem->setStatus(Status::Failed);
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_line->setAccessibleName(tr("Id of the step"));
    m_line->setToolTip(tr("Everything in the flow that names the step follows."));
    connect(m_line, &QLineEdit::editingFinished, this, &IdLine::take);
    connect(&scope, &FieldScope::changed, this, &IdLine::refresh);
    refresh();
}

void IdLine::refresh()
{
    const bool isOne = m_scope.bases().size() == 1 && m_scope.bases().front().size() == 2;
    setVisible(isOne);
    if (!isOne)
        return;
    m_line->showText(QString::fromStdString(m_scope.bases().front().back()));
    m_line->setReadOnly(!m_scope.canEdit());
}

void IdLine::take()
{
    if (m_scope.bases().size() != 1 || m_scope.bases().front().size() != 2)
        return;
    const std::string to = m_line->text().trimmed().toStdString();
    m_problem->hide();
    if (to == m_scope.bases().front().back())
        return;
    const batuta::Status done = m_scope.renameStep(tr("Rename the step"), to);
    if (done)
        return;
    m_problem->setText(QString::fromStdString(done.error().detail));
    m_problem->show();
}

AtEndLine::AtEndLine(FieldScope &scope, QWidget *parent)
    : QWidget(parent)
    , m_scope(scope)
    , m_switch(new Switch(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(new Label(tr("Always at the end"), TextStyle::Small, Ink::Secondary, this), 1);
    row->addWidget(m_switch);
    m_switch->setAccessibleName(tr("Always at the end"));
    setToolTip(tr("Runs after all others, whatever happened to them."));
    connect(m_switch, &QAbstractButton::clicked, this, [this](bool on) {
        (void)m_scope.setAtEnd(on ? tr("Move the step to the end") : tr("Move the step among the others"),
                               on);
        refresh();
    });
    connect(&scope, &FieldScope::changed, this, &AtEndLine::refresh);
    refresh();
}

void AtEndLine::refresh()
{
    setVisible(m_scope.bases().size() == 1 && m_scope.bases().front().size() == 2);
    m_switch->setChecked(m_scope.isAtEnd());
    m_switch->setEnabled(m_scope.canEdit());
}

std::string kindOf(const FieldScope &scope, const edit::FieldPath &step)
{
    const FlowSchema &schema = FlowSchema::shipped();
    const edit::FlowText *text = scope.document().flowText();
    std::optional<std::string> common;
    for (const edit::FieldPath &base : scope.bases()) {
        edit::FieldPath path = base;
        path.insert(path.end(), step.begin(), step.end());
        std::string kind;
        const json::Value members = text ? text->valueAt(path).value_or(json::Value()) : json::Value();
        for (const auto &[key, value] : members.asObject())
            if (schema.isKind(key)) {
                kind = key;
                break;
            }
        if (common && *common != kind)
            return {};
        common = kind;
    }
    return common.value_or(std::string());
}

} // namespace batuta::views
