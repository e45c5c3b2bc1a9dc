// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/pages/editor/inspector/field_scope.h"
#include "views/pages/editor/inspector/flow_schema.h"

#include <QWidget>

#include <set>

class QComboBox;

namespace batuta::views {

class FieldBox;
class FieldGrid;
class PlainLine;
class SectionBox;

/// Fields of one mapping at `path`, in the order of the format. A mapping in it that may be missing gets a
/// switch.
void addFields(FieldScope &scope, FieldGrid &grid, const std::vector<FieldModel> &fields,
               const edit::FieldPath &path, const std::set<std::string> &without = {});

/// What a step does, as a list to choose from: another kind takes over what both know.
class KindChooser final : public QWidget
{
    Q_OBJECT

public:
    /// `step` is the mapping that has the kind: the step itself, or its `compensate`.
    KindChooser(FieldScope &scope, edit::FieldPath step, QWidget *parent);
    QComboBox *list() const { return m_list; }

private:
    void refresh();

    FieldScope &m_scope;
    edit::FieldPath m_step;
    QComboBox *m_list;
};

/// The id of the step. It is taken over by Enter and when the focus leaves: everywhere in the flow at once.
class IdLine final : public QWidget
{
    Q_OBJECT

public:
    IdLine(FieldScope &scope, QWidget *parent);
    PlainLine *line() const { return m_line; }

private:
    void refresh();
    void take();

    FieldScope &m_scope;
    PlainLine *m_line;
    class Label *m_problem;
};

/// Whether the step runs at the end of the flow, whatever happened.
class AtEndLine final : public QWidget
{
    Q_OBJECT

public:
    AtEndLine(FieldScope &scope, QWidget *parent);

private:
    void refresh();

    FieldScope &m_scope;
    class Switch *m_switch;
};

/// The kind of the mapping (a step, a `compensate`) in the scope; "" when it has none, or they differ.
std::string kindOf(const FieldScope &scope, const edit::FieldPath &step);
/// Places of keys that no form knows: the format does not have them, or this version does not run them.
std::vector<edit::FieldPath> otherKeys(const FieldScope &scope, const FieldModel &model);
/// The parts of a form, from top to bottom.
std::vector<SectionBox *> makeStepSections(FieldScope &scope, const std::string &kind, QWidget *parent);
std::vector<SectionBox *> makeFlowSections(FieldScope &scope, QWidget *parent);

} // namespace batuta::views
