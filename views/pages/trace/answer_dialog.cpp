// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/trace/answer_dialog.h"

#include "views/widgets/button.h"
#include "views/widgets/label.h"

#include <QLineEdit>

namespace batuta::views {

AnswerDialog::AnswerDialog(const std::string &step, const json::Value &question, bool approved,
                           QWidget *parent)
    : FormDialog(parent)
    , m_step(step)
    , m_approved(approved)
    , m_comment(new QLineEdit(this))
{
    const QString name = QString::fromStdString(step);
    setTitle(approved ? tr("Approve %1").arg(name) : tr("Reject %1").arg(name));
    setSentence(QString::fromStdString(question["message"].asString()));
    m_comment->setProperty("field", true);
    m_comment->setMaxLength(1000);
    m_comment->setAccessibleName(tr("Comment"));
    m_comment->setPlaceholderText(tr("Why; it is kept with the decision"));
    addQuestion(new Label(tr("Comment"), TextStyle::Small, Ink::Secondary, this), m_comment);
    if (approved && question["form"].isObject())
        setForm(question["form"], json::Object{}, false);
    yes().setIconName(approved ? "check" : "x");
    yes().setVariant(approved ? Button::Variant::Primary : Button::Variant::Danger);
    yes().setText(approved ? tr("Approve") : tr("Reject"));
    yes().setKeyHint("Ctrl+Enter");
    yes().updateGeometry();
    setFocusProxy(m_comment);
}

client::Act AnswerDialog::act(const std::string &execution) const
{
    client::Act act;
    act.verb = "answer";
    act.subject = execution;
    act.step = m_step;
    act.data = json::Object{{"approved", m_approved}, {"comment", m_comment->text().toStdString()}};
    if (hasForm())
        act.data.object().set("form", const_cast<AnswerDialog *>(this)->form().input());
    act.actor = client::thisUser();
    return act;
}

} // namespace batuta::views
