// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/pages/run_dialog/field_editor.h"

#include <QAbstractSpinBox>

class QComboBox;

namespace batuta::views {

class Segmented;
class Switch;

/// One of several values: segments when there are up to four short ones, else a list. A boolean with a
/// default is a switch. What has no default can also be left unset, and starts so.
class ChoiceEditor final : public FieldEditor
{
    Q_OBJECT

public:
    ChoiceEditor(InputForm &form, const InputField &field, QWidget *parent);

    void refresh() override;
    void retranslate() override;
    QWidget *control() const override;

private:
    void choose(const QString &key);
    QString current() const;

    std::vector<json::Value> m_values; ///< those to choose from
    bool m_canBeUnset;
    Switch *m_switch = nullptr;
    Segmented *m_segments = nullptr;
    QComboBox *m_list = nullptr;
};

/// A number of any size, with arrows that stay in its range. Text that is no number is kept and marked.
class NumberBox final : public QAbstractSpinBox
{
    Q_OBJECT

public:
    NumberBox(const InputField &field, QWidget *parent);
    void showText(const QString &text);
    void setHint(const QString &hint);
    void setFonts();

signals:
    void typed(const QString &text); ///< by keys, arrows or wheel

protected:
    void stepBy(int steps) override;
    StepEnabled stepEnabled() const override;
    QValidator::State validate(QString &text, int &at) const override;
    void wheelEvent(QWheelEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    InputField m_field;
};

class NumberEditor final : public FieldEditor
{
    Q_OBJECT

public:
    NumberEditor(InputForm &form, const InputField &field, QWidget *parent);

    void refresh() override;
    QWidget *control() const override;

private:
    NumberBox *m_box;
};

} // namespace batuta::views
