// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/pages/editor/inspector/line_boxes.h"

class QVBoxLayout;

namespace batuta::views {

class Button;
class TableWell;

/// The properties of the flow's input: name, type, and whether it must be there. What else a schema can say
/// stands in the YAML below it.
class InputBox final : public FieldBox
{
    Q_OBJECT

public:
    InputBox(FieldScope &scope, const FieldModel &field, const edit::FieldPath &path, QWidget *parent);
    QWidget *control() const override { return m_new; }
    bool tellsProblems() const override { return true; } // the YAML below does

protected:
    void present(const std::optional<json::Value> &value, bool isMixed) override;

private:
    struct Row
    {
        std::string name;
        std::string type; ///< the first that is not null
        bool isRequired = false;
        bool operator==(const Row &) const = default;
    };
    void addRow(const Row &row);
    void addProperty();
    void rename(const std::string &from, PlainLine *line);
    void setType(const std::string &name, const std::string &type);
    void setRequired(const std::string &name, bool required);
    edit::FieldPath propertyPath(const std::string &name) const;

    TableWell *m_well;
    QVBoxLayout *m_column;
    PlainLine *m_new;
    std::vector<Row> m_rows;
    std::vector<QWidget *> m_lines; ///< children of the well
};

/// The steps of the flow, or those that run at the end: a click selects one.
class StepListBox final : public FieldBox
{
    Q_OBJECT

public:
    StepListBox(FieldScope &scope, const FieldModel &field, const edit::FieldPath &path, QWidget *parent);
    QWidget *control() const override;

protected:
    void present(const std::optional<json::Value> &value, bool isMixed) override;

private:
    QWidget *m_list;
    QVBoxLayout *m_column;
    std::vector<std::string> m_steps;
    std::vector<Button *> m_buttons; ///< children of the list
};

} // namespace batuta::views
