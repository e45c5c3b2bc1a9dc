// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/client/acts.h"
#include "views/pages/trace/form_dialog.h"

class QLineEdit;

namespace batuta::views {

/// Says yes or no to an approval: a comment, and with a yes what its form asks for.
class AnswerDialog final : public FormDialog
{
    Q_OBJECT

public:
    /// `question` as the record of the step has it: {role, message, form, expires_at}.
    AnswerDialog(const std::string &step, const json::Value &question, bool approved,
                 QWidget *parent = nullptr);
    client::Act act(const std::string &execution) const;
    QLineEdit &comment() { return *m_comment; }

private:
    std::string m_step;
    bool m_approved;
    QLineEdit *m_comment;
};

} // namespace batuta::views
