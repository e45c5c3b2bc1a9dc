// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/releases/deploy_rollout.h"

#include "views/pages/releases/choice_card.h"
#include "views/pages/releases/deploy_gates.h"
#include "views/pages/releases/deploy_stages.h"
#include "views/pages/releases/deploy_words.h"
#include "views/widgets/button.h"
#include "views/widgets/choice.h"

#include <QIntValidator>
#include <QLineEdit>
#include <QMenu>

namespace batuta::views {
namespace {

const QString kHold = QStringLiteral("hold");
const QString kBack = QStringLiteral("back");
constexpr int kHeldField = 64;

/// A title with buttons at its end.
QHBoxLayout *titleLine(const QString &title, std::initializer_list<Button *> buttons, QWidget *parent)
{
    auto *line = new QHBoxLayout;
    line->addWidget(new Label(title, TextStyle::Strong, Ink::Primary, parent));
    line->addStretch(1);
    for (Button *button : buttons)
        line->addWidget(button);
    return line;
}

} // namespace

DeployRollout::DeployRollout(DeployPlan &plan, QWidget *parent)
    : DeployPane(plan, tr("Rollout"), tr("Choose how traffic moves to the new revision and what stops it."),
                 parent)
{
    buildCards();
    buildCanary();
    buildNames();
    m_problem = new Label(TextStyle::Small, Ink::Critical, this);
    m_problem->setWordWrap(true);
    rows().addWidget(m_problem);
    rows().addStretch(1);
}

void DeployRollout::buildCards()
{
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    m_cards = {new ChoiceCard(tr("Canary"), tr("In stages, gates decide"), this),
               new ChoiceCard(tr("All at once"), tr("100 % after health checks"), this),
               new ChoiceCard(tr("No traffic"), tr("Deploy with a tag, move later"), this)};
    for (std::size_t i = 0; i < m_cards.size(); ++i) {
        line->addWidget(m_cards[i]);
        connect(m_cards[i], &QAbstractButton::clicked, this, [this, i] {
            m_plan.edit([&](DeployDraft &draft) { draft.rollout = static_cast<DeployDraft::Rollout>(i); });
        });
    }
    rows().addLayout(line);
}

void DeployRollout::buildCanary()
{
    m_canary = new QWidget(this);
    auto *column = new QVBoxLayout(m_canary);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(6);
    auto *stage = new Button(tr("Add stage"), "plus", Button::Variant::Normal, m_canary);
    auto *gate = new Button(tr("Add gate"), "plus", Button::Variant::Normal, m_canary);
    stage->setSmall(true);
    gate->setSmall(true);
    gate->setHasMenu(true);
    m_stages = new DeployStages(m_plan, m_canary);
    m_gates = new DeployGates(m_plan, m_canary);
    column->addLayout(titleLine(tr("Stages"), {stage}, m_canary));
    column->addWidget(m_stages);
    column->addSpacing(6);
    column->addLayout(titleLine(tr("Gates, watched in every stage"), {gate}, m_canary));
    column->addWidget(m_gates);
    rows().addWidget(m_canary);
    buildBreak();
    connect(stage, &QAbstractButton::clicked, m_stages, &DeployStages::addStage);
    connect(gate, &QAbstractButton::clicked, this, [this, gate] {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        for (const char *figure : {"error_rate", "p95", "memory", "promql", "series", "flow", "rehearsal"})
            menu->addAction(gateTitle(figure), this, [this, figure] { m_gates->addGate(figure); });
        menu->popup(gate->mapToGlobal(QPoint(0, gate->height())));
    });
}

void DeployRollout::buildBreak()
{
    auto *line = new QHBoxLayout;
    line->setSpacing(16);
    const auto part = [&](const QString &title, QWidget *editor) {
        auto *whole = new QWidget(m_canary);
        auto *column = new QVBoxLayout(whole);
        column->setContentsMargins(0, 6, 0, 0);
        column->setSpacing(4);
        column->addWidget(new Label(title, TextStyle::Small, Ink::Secondary, whole));
        column->addWidget(editor);
        editor->setAccessibleName(title);
        line->addWidget(whole);
        return whole;
    };
    m_break = new Segmented(m_canary);
    m_break->add(kHold, tr("Hold and ask"));
    m_break->add(kBack, tr("Roll back"));
    m_then = new Segmented(m_canary);
    m_then->add(kBack, tr("Roll back"));
    m_then->add(kHold, tr("Keep holding"));
    m_heldMost = new QLineEdit(m_canary);
    m_heldMost->setFont(themeOf(this).font(TextStyle::Mono));
    m_heldMost->setFixedWidth(themeOf(this).scaled(kHeldField));
    m_heldMost->setAlignment(Qt::AlignRight);
    m_heldMost->setValidator(new QIntValidator(1, 10'080, m_heldMost));
    part(tr("When a gate fails"), m_break);
    m_held = part(tr("If nobody answers, then"), m_then);
    part(tr("after, minutes"), m_heldMost);
    line->addStretch(1);
    static_cast<QVBoxLayout *>(m_canary->layout())->addLayout(line);
    connect(m_break, &Segmented::chosen, this, [this](const QString &value) {
        m_plan.edit([&](DeployDraft &draft) { draft.holds = value == kHold; });
    });
    connect(m_then, &Segmented::chosen, this, [this](const QString &value) {
        m_plan.edit([&](DeployDraft &draft) {
            draft.heldMost = value == kHold ? Duration{} : Duration(std::chrono::minutes(40));
        });
    });
    connect(m_heldMost, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_plan.edit([&](DeployDraft &draft) { draft.heldMost = std::chrono::minutes(text.toInt()); });
    });
}

QLineEdit *DeployRollout::nameField(QLayout &line, const QString &title, std::string DeployDraft::*member)
{
    auto *whole = new QWidget(this);
    auto *column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(4);
    auto *field = new QLineEdit(whole);
    field->setFont(themeOf(this).font(TextStyle::Mono));
    field->setMaxLength(200);
    auto *label = new Label(title, TextStyle::Small, Ink::Secondary, whole);
    label->setBuddy(field);
    field->setAccessibleName(title);
    column->addWidget(label);
    column->addWidget(field);
    line.addWidget(whole);
    connect(field, &QLineEdit::textEdited, this, [this, member](const QString &text) {
        m_plan.edit([&](DeployDraft &draft) { draft.*member = text.trimmed().toStdString(); });
    });
    return field;
}

void DeployRollout::buildNames()
{
    auto *line = new QHBoxLayout;
    line->setSpacing(12);
    m_tag = nameField(*line, tr("Tag: an address of its own"), &DeployDraft::tag);
    m_health = nameField(*line, tr("Path that has to answer 2xx before"), &DeployDraft::healthPath);
    m_suffix = nameField(*line, tr("Name of the revision behind the service's"), &DeployDraft::suffix);
    m_health->setPlaceholderText(QStringLiteral("/health"));
    m_suffix->setPlaceholderText(tr("made when it is deployed"));
    rows().addLayout(line);
}

void DeployRollout::present()
{
    const DeployDraft &now = draft();
    for (std::size_t i = 0; i < m_cards.size(); ++i)
        m_cards[i]->setChecked(static_cast<std::size_t>(now.rollout) == i);
    card(DeployDraft::Rollout::Canary).setEnabled(!now.isNew);
    card(DeployDraft::Rollout::NoTraffic).setEnabled(!now.isNew);
    m_canary->setVisible(now.rollout == DeployDraft::Rollout::Canary);
    m_stages->present();
    m_gates->present();
    m_break->setValue(now.holds ? kHold : kBack);
    const bool hasEnd = now.heldMost > Duration{};
    m_then->setValue(hasEnd ? kBack : kHold);
    m_held->setVisible(now.holds);
    m_heldMost->parentWidget()->setVisible(now.holds && hasEnd);
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(now.heldMost).count();
    if (m_heldMost->text().toInt() != minutes && !m_heldMost->hasFocus())
        m_heldMost->setText(QString::number(minutes));
    const auto put = [](QLineEdit *field, const std::string &text) {
        if (field->text().trimmed().toStdString() != text)
            field->setText(QString::fromStdString(text));
    };
    put(m_tag, now.tag);
    put(m_suffix, now.suffix);
    put(m_health, now.healthPath);
    m_problem->setText(planSentence(m_plan.whyNot(DeployPlan::Step::Rollout)));
}

} // namespace batuta::views
