// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/editor/inspector/field_grid.h"
#include "views/pages/editor/inspector/field_words.h"
#include "views/pages/editor/inspector/flow_boxes.h"
#include "views/pages/editor/inspector/form_parts.h"
#include "views/pages/editor/inspector/free_box.h"
#include "views/pages/editor/inspector/section_box.h"
#include "views/widgets/button.h"
#include "views/widgets/words.h"

#include <QBoxLayout>
#include <QCoreApplication>

namespace batuta::views {
namespace {

/// Sections of one form, one after the other.
class Sections
{
    Q_DECLARE_TR_FUNCTIONS(InspectorForm)

public:
    Sections(FieldScope &scope, const FieldModel &model, QWidget *parent)
        : m_scope(scope)
        , m_model(model)
        , m_parent(parent)
    {
    }

    SectionBox *add(const QString &title, std::vector<edit::FieldPath> paths, SectionBox::Fill fill)
    {
        all.push_back(new SectionBox(m_scope, title, std::move(paths), std::move(fill), m_parent));
        return all.back();
    }

    /// Keys of the model in one section; it is open when one of them is in the file.
    SectionBox *fields(const QString &title, const std::vector<std::string> &keys, bool isOpen)
    {
        std::vector<edit::FieldPath> paths;
        for (const std::string &key : keys)
            paths.push_back({key});
        bool isUsed = isOpen;
        for (const edit::FieldPath &path : paths)
            isUsed = isUsed || m_scope.has(path);
        SectionBox *section = add(title, std::move(paths), [this_ = *this, keys](FieldGrid &grid) {
            for (const std::string &key : keys)
                addFields(this_.m_scope, grid, this_.m_model.fields, {}, this_.allBut(key));
        });
        section->setOpen(isUsed);
        return section;
    }

    /// One key that a switch puts there and takes out.
    SectionBox *optional(const std::string &key, SectionBox::Fill fill = {})
    {
        const FieldModel &field = *m_model.find(key);
        FieldScope &scope = m_scope;
        SectionBox *section = add(
            fieldCaption({key}), {{key}}, fill ? fill : [&scope, &field, key](FieldGrid &grid) {
                addFields(scope, grid, field.fields, {key});
            });
        section->setSwitch(field);
        section->setOpen(m_scope.has({key}));
        return section;
    }

    /// Keys that no form knows, as YAML.
    void others(const std::vector<edit::FieldPath> &paths)
    {
        if (paths.empty())
            return;
        FieldScope &scope = m_scope;
        add(tr("Other keys"), paths, [&scope, paths](FieldGrid &grid) {
            static const FieldModel raw; // any value
            for (const edit::FieldPath &path : paths) {
                auto *box = new YamlBox(scope, raw, path, &grid);
                QStringList names;
                for (const std::string &part : path)
                    names << QString::fromStdString(part);
                box->setCaption(names.join('.'));
                box->control()->setAccessibleName(box->caption());
                grid.add(box);
            }
        })->setOpen(true);
    }

    std::vector<SectionBox *> all;

private:
    std::set<std::string> allBut(const std::string &key) const
    {
        std::set<std::string> names;
        for (const FieldModel &field : m_model.fields)
            if (field.key != key)
                names.insert(field.key);
        return names;
    }

    FieldScope &m_scope;
    const FieldModel &m_model;
    QWidget *m_parent;
};

/// The key of a kind that is what goes into it, and has a section of its own.
std::string bodyOf(const std::string &kind)
{
    if (kind == "http" || kind == "webhook")
        return "json";
    if (kind == "flow" || kind == "jq" || kind == "process")
        return "input";
    return kind == "log" ? "fields" : std::string();
}

void addWhat(FieldScope &scope, FieldGrid &grid, const std::string &kind, const edit::FieldPath &step)
{
    const FieldModel *field = FlowSchema::shipped().step().find(kind);
    if (!field || !field->isSupported)
        return;
    edit::FieldPath path = step;
    path.push_back(kind);
    if (field->type == FieldType::Section)
        addFields(scope, grid, field->fields, path,
                  step.empty() ? std::set<std::string>{bodyOf(kind)} : std::set<std::string>());
    else
        grid.add(makeFieldBox(scope, *field, path, &grid))->hideCaption();
}

void addWayToFlow(FieldScope &scope, FieldGrid &grid)
{
    auto *open = new Button(Sections::tr("Open the flow"), "flows", Button::Variant::Normal, &grid);
    QObject::connect(open, &QAbstractButton::clicked, &scope, [&scope] {
        const json::Value name = scope.value({"flow", "name"}).value_or(json::Value());
        emit scope.openFlowRequested(QString::fromStdString(name.asString()));
    });
    grid.addRow(open);
}

/// The step that undoes: its kind and that kind's fields follow what is chosen.
class CompensateFields final : public QWidget
{
public:
    CompensateFields(FieldScope &scope, QWidget *parent)
        : QWidget(parent)
        , m_scope(scope)
        , m_column(new QVBoxLayout(this))
    {
        m_column->setContentsMargins(0, 0, 0, 0);
        m_column->addWidget(new KindChooser(scope, {"compensate"}, this));
        connect(&scope, &FieldScope::changed, this, [this] { follow(); });
        follow();
    }

    FieldGrid *grid() const { return m_grid; }

private:
    void follow()
    {
        const std::string kind = kindOf(m_scope, {"compensate"});
        if (m_grid && kind == m_kind)
            return;
        m_kind = kind;
        if (m_grid) {
            m_grid->hide();
            m_grid->deleteLater();
        }
        m_grid = new FieldGrid(this);
        m_column->addWidget(m_grid);
        addWhat(m_scope, *m_grid, kind, {"compensate"});
        const FlowSchema &schema = FlowSchema::shipped();
        std::set<std::string> kinds(schema.kinds().begin(), schema.kinds().end());
        addFields(m_scope, *m_grid, schema.step().find("compensate")->fields, {"compensate"}, kinds);
        m_grid->show();
    }

    FieldScope &m_scope;
    QVBoxLayout *m_column;
    FieldGrid *m_grid = nullptr;
    std::string m_kind;
};

/// Below `path`: keys that the format does not have, or does not run.
void collectOthers(const json::Value &value, const FieldModel &model, const edit::FieldPath &path,
                   std::vector<edit::FieldPath> &found)
{
    if (model.type == FieldType::Section) {
        for (const auto &[key, member] : value.asObject()) {
            edit::FieldPath below = path;
            below.push_back(key);
            const FieldModel *field = model.find(key);
            if (!field || !field->isSupported)
                found.push_back(below);
            else if (field->definition != "step")
                collectOthers(member, *field, below, found);
        }
    } else if (model.type == FieldType::Named || model.type == FieldType::Records) {
        FieldModel item = model;
        item.type = FieldType::Section;
        for (const auto &[key, member] : value.asObject()) {
            edit::FieldPath below = path;
            below.push_back(key);
            collectOthers(member, item, below, found);
        }
        for (std::size_t i = 0; i < value.asArray().size(); ++i) {
            edit::FieldPath below = path;
            below.push_back(std::to_string(i));
            collectOthers(value.at(i), item, below, found);
        }
    }
}

} // namespace

std::vector<edit::FieldPath> otherKeys(const FieldScope &scope, const FieldModel &model)
{
    std::vector<edit::FieldPath> found;
    if (scope.bases().size() == 1)
        collectOthers(scope.value({}).value_or(json::Value()), model, {}, found);
    return found;
}

std::vector<SectionBox *> makeStepSections(FieldScope &scope, const std::string &kind, QWidget *parent)
{
    const FieldModel &step = FlowSchema::shipped().step();
    Sections sections(scope, step, parent);
    sections
        .add(Sections::tr("Step"), {{"title"}, {"needs"}},
             [&scope, &step](FieldGrid &grid) {
                 addFields(scope, grid, step.find("title")->fields, {"title"});
                 grid.addRow(new IdLine(scope, &grid));
                 grid.addRow(new KindChooser(scope, {}, &grid));
                 grid.add(makeFieldBox(scope, *step.find("needs"), {"needs"}, &grid));
                 grid.addRow(new AtEndLine(scope, &grid));
             })
        ->setOpen(true);
    const FieldModel *what = step.find(kind);
    const std::string body = bodyOf(kind);
    if (what && what->isSupported) {
        std::vector<edit::FieldPath> paths{{kind}};
        if (what->type == FieldType::Section) {
            paths.clear();
            for (const FieldModel &field : what->fields)
                if (field.key != body)
                    paths.push_back({kind, field.key});
        }
        sections
            .add(kindWord(kind), paths,
                 [&scope, kind](FieldGrid &grid) {
                     addWhat(scope, grid, kind, {});
                     if (kind == "flow")
                         addWayToFlow(scope, grid);
                 })
            ->setOpen(true);
    }
    if (what && !body.empty())
        sections
            .add(Sections::tr("Inputs"), {{kind, body}},
                 [&scope, what, kind, body](FieldGrid &grid) {
                     grid.add(makeFieldBox(scope, *what->find(body), {kind, body}, &grid));
                 })
            ->setOpen(true);
    sections.fields(Sections::tr("Policy"), {"timeout", "total_timeout", "on_failure", "retry"}, true);
    sections.optional("breaker");
    sections.optional("rate_limit");
    sections.fields(Sections::tr("Conditions"), {"if", "skip"}, false);
    sections.optional("foreach");
    sections.optional("compensate", [&scope](FieldGrid &grid) {
        auto *fields = new CompensateFields(scope, &grid);
        grid.addRow(fields);
        grid.setFinder([fields](const edit::FieldPath &path) { return fields->grid()->boxAt(path); });
    });
    sections.fields(Sections::tr("Labels"), {"labels"}, false);
    sections.others(otherKeys(scope, step));
    return sections.all;
}

std::vector<SectionBox *> makeFlowSections(FieldScope &scope, QWidget *parent)
{
    const FieldModel &flow = FlowSchema::shipped().flow();
    Sections sections(scope, flow, parent);
    sections
        .add(Sections::tr("Flow"), {{"name"}, {"batuta"}, {"title"}, {"description"}},
             [&scope, &flow](FieldGrid &grid) {
                 addFields(scope, grid, flow.find("title")->fields, {"title"});
                 for (const char *key : {"name", "batuta"}) { // the file's name, and the format's version
                     FieldBox *box = makeFieldBox(scope, *flow.find(key), {key}, &grid);
                     box->setLocked(true);
                     grid.add(box);
                 }
                 grid.add(makeFieldBox(scope, *flow.find("description"), {"description"}, &grid));
             })
        ->setOpen(true);
    sections.fields(Sections::tr("Limits"), {"deadline", "max_parallel"}, true);
    sections
        .add(fieldCaption({"input"}), {{"input"}},
             [&scope, &flow](FieldGrid &grid) {
                 grid.add(new InputBox(scope, *flow.find("input"), {"input"}, &grid));
                 auto *yaml = new YamlBox(scope, *flow.find("input"), {"input"}, &grid);
                 yaml->setCaption(Sections::tr("JSON Schema"));
                 yaml->control()->setAccessibleName(yaml->caption());
                 grid.add(yaml);
             })
        ->setOpen(scope.has({"input"}));
    sections.fields(fieldCaption({"triggers"}), {"triggers"}, false);
    sections.optional("concurrency");
    sections.optional("idempotency");
    sections
        .add(fieldCaption({"defaults"}), {{"defaults"}},
             [&scope, &flow](FieldGrid &grid) {
                 addFields(scope, grid, flow.find("defaults")->fields, {"defaults"});
             })
        ->setOpen(scope.has({"defaults"}));
    sections.fields(fieldCaption({"output"}), {"output"}, false);
    sections.fields(Sections::tr("Labels"), {"labels"}, false);
    for (const char *list : {"steps", "finally"})
        sections
            .add(fieldCaption({list}), {{list}},
                 [&scope, &flow, list](FieldGrid &grid) {
                     grid.add(new StepListBox(scope, *flow.find(list), {list}, &grid));
                 })
            ->setOpen(std::string(list) == "finally" && scope.has({"finally"}));
    sections.others(otherKeys(scope, flow));
    return sections.all;
}

} // namespace batuta::views
