// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/failures/repeat_panel.h"

#include "views/theme/theme.h"
#include "views/widgets/button.h"
#include "views/widgets/label.h"
#include "views/widgets/words.h"

#include "engine/json/json.h"

#include <QBoxLayout>
#include <QPlainTextEdit>

namespace batuta::views {

RepeatPanel::RepeatPanel(int runs, QWidget *parent)
    : QWidget(parent)
    , m_text(new QPlainTextEdit(this))
    , m_problem(new Label(TextStyle::Small, Ink::Secondary, this))
    , m_keep(new Button(tr("Do nothing"), {}, Button::Variant::Normal, this))
    , m_repeat(new Button(tr("Repeat %Ln run(s)", nullptr, runs), "retry", Button::Variant::Primary, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(10);
    auto *title = new Label(tr("Repeat %Ln run(s)?", nullptr, runs), TextStyle::Title, Ink::Primary, this);
    auto *text = new Label(tr("Each begins with the steps that failed; steps that succeeded are not called "
                              "again. Members written here replace those of each input."),
                           TextStyle::Text, Ink::Secondary, this);
    text->setWordWrap(true);
    m_text->setFont(themeOf(this).font(TextStyle::Code));
    m_text->setPlaceholderText(R"({"region": "south"})");
    m_text->setAccessibleName(tr("What of the input is another, as a JSON object"));
    m_text->setTabChangesFocus(true);
    m_text->setProperty("field", true); // before the frame, whose width hangs on it
    m_text->setFrameShape(QFrame::StyledPanel);
    column->addWidget(title);
    column->addWidget(text);
    column->addWidget(m_text, 1);
    column->addWidget(m_problem);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_keep);
    buttons->addWidget(m_repeat);
    column->addLayout(buttons);
    setFocusProxy(m_keep);
    setAccessibleName(title->text());
    m_keep->setAccessibleName(m_keep->text());
    m_repeat->setAccessibleName(m_repeat->text());
    connect(m_text, &QPlainTextEdit::textChanged, this, &RepeatPanel::check);
    connect(m_keep, &QAbstractButton::clicked, this, &RepeatPanel::dismissed);
    connect(m_repeat, &QAbstractButton::clicked, this, [this] { emit confirmed(m_change); });
    check();
}

void RepeatPanel::check()
{
    const std::string text = m_text->toPlainText().trimmed().toStdString();
    m_change = {};
    QString problem;
    if (!text.empty()) {
        Result<json::Value> change = json::parse(text);
        if (!change)
            problem = errorSentence(change.error());
        else if (!change->isObject())
            problem = tr("It must be a JSON object.");
        else
            m_change = std::move(*change);
    }
    m_problem->setText(problem);
    m_repeat->setEnabled(problem.isEmpty());
}

} // namespace batuta::views
