// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/pages/editor/inspector/map_box.h"

class QComboBox;

namespace batuta::views {

/// Any value, as YAML. What does not read as YAML is not taken over, and stays to be mended.
class YamlBox final : public FieldBox
{
    Q_OBJECT

public:
    YamlBox(FieldScope &scope, const FieldModel &field, const edit::FieldPath &path, QWidget *parent);
    QWidget *control() const override { return m_edit; }
    ExpressionEdit *edit() const { return m_edit; }

protected:
    void present(const std::optional<json::Value> &value, bool isMixed) override;

private:
    void take(const QString &text);

    ExpressionEdit *m_edit;
};

/// Any value: the members of a mapping as rows, one expression, or YAML. It opens as what the value is.
class FreeBox final : public FieldBox
{
    Q_OBJECT

public:
    enum class Form { Rows, Expression, Yaml };

    FreeBox(FieldScope &scope, const FieldModel &field, const edit::FieldPath &path, QWidget *parent);
    QWidget *control() const override;
    FieldBox *boxAt(const edit::FieldPath &path) override;
    void focusAt(const edit::FieldPath &path) override;
    edit::FieldPath pathInFocus() const override;
    bool tellsProblems() const override { return true; }
    Form form() const { return m_form; }
    void setForm(Form form);
    FieldBox *inside() const { return m_inside; }

protected:
    void present(const std::optional<json::Value> &value, bool isMixed) override;

private:
    Form formOf(const std::optional<json::Value> &value) const;

    FieldModel m_model; ///< of the box inside
    Form m_form = Form::Rows;
    bool m_isChosen = false; ///< by a person: it stays
    QComboBox *m_forms;
    FieldBox *m_inside = nullptr;
};

} // namespace batuta::views
