// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/pages/run_dialog/field_editor.h"

namespace batuta::views {

class CodeView;

/// An object, or anything that no other control fits, as JSON text. It grows with its lines.
class JsonEditor final : public FieldEditor
{
    Q_OBJECT

public:
    JsonEditor(InputForm &form, const InputField &field, QWidget *parent);

    void refresh() override;
    QWidget *control() const override;

private:
    void grow();

    CodeView *m_text;
    std::optional<json::Value> m_shown; ///< the value that the text was made of
    QString m_last;                     ///< a change of colours is announced like one of the text
    bool m_isWriting = false;           ///< the change of the form is ours: the text stays as typed
};

} // namespace batuta::views
