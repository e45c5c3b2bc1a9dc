// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/releases/deploy_config.h"

#include "engine/releases/draft.h"
#include "views/pages/releases/deploy_words.h"
#include "views/widgets/button.h"

#include <QGridLayout>
#include <QLineEdit>

namespace batuta::views {
namespace {

constexpr int kField = 150;

/// The codes of findings that are about a setting.
bool isAbout(const std::string &code, const std::string &name)
{
    return code == name || (name == "min" && code == "min_instances") ||
           (name == "max" && code == "max_instances");
}

std::string valueOf(const cloud::ServiceConfig &config, const std::string &name)
{
    return name == "memory"            ? config.memory
           : name == "cpu"             ? config.cpu
           : name == "timeout"         ? std::to_string(config.timeoutSeconds) + "s"
           : name == "concurrency"     ? std::to_string(config.concurrency)
           : name == "min"             ? std::to_string(config.minInstances)
           : name == "max"             ? std::to_string(config.maxInstances)
           : name == "service-account" ? config.serviceAccount
                                       : std::to_string(config.port);
}

} // namespace

DeployConfig::DeployConfig(DeployPlan &plan, QWidget *parent)
    : DeployPane(plan, tr("Configuration"), tr("How an instance is made, and how many there may be."), parent)
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(2, 1);
    for (const std::string &name : deploySettings())
        addField(*grid, name);
    rows().addLayout(grid);
    rows().addSpacing(8);
    m_guide = new Button(tr("Take the values of the guide"), "history", Button::Variant::Normal, this);
    m_guide->setToolTip(tr("2 CPU, 2Gi, 540 s, 1 to 100 instances, port 8080"));
    auto *line = new QHBoxLayout;
    line->addWidget(m_guide);
    line->addStretch(1);
    rows().addLayout(line);
    rows().addStretch(1);
    connect(m_guide, &QAbstractButton::clicked, this,
            [this] { m_plan.edit([](DeployDraft &draft) { draft.takeGuide(); }); });
}

void DeployConfig::addField(QGridLayout &grid, const std::string &name)
{
    const int row = grid.rowCount();
    auto *title = new Label(settingTitle(name), TextStyle::Body, Ink::Primary, this);
    Field field{new QLineEdit(this), new Label(TextStyle::Small, Ink::Secondary, this),
                new Label(TextStyle::MonoSmall, Ink::Secondary, this)};
    field.editor->setFont(themeOf(this).font(TextStyle::Mono));
    field.editor->setFixedWidth(themeOf(this).scaled(name == "service-account" ? 2 * kField : kField));
    field.editor->setMaxLength(200);
    field.editor->setAccessibleName(title->text());
    title->setBuddy(field.editor);
    field.note->setWordWrap(true);
    grid.addWidget(title, row, 0);
    if (name == "service-account") {
        grid.addWidget(field.editor, row, 1, 1, 2, Qt::AlignLeft);
        field.note->hide();
    } else {
        grid.addWidget(field.editor, row, 1);
        grid.addWidget(field.note, row, 2);
    }
    grid.addWidget(field.now, row, 3, Qt::AlignRight);
    connect(field.editor, &QLineEdit::textEdited, this, [this, name](const QString &text) {
        m_plan.edit([&](DeployDraft &draft) { draft.settings[name] = text.trimmed().toStdString(); });
    });
    m_fields.emplace(name, field);
}

QString DeployConfig::problemOf(const std::string &name) const
{
    for (const releases::Finding &one : m_plan.findings())
        if (isAbout(one.code, name))
            return findingWhole(one);
    return {};
}

void DeployConfig::present()
{
    for (const auto &[name, field] : m_fields) {
        const auto setting = draft().settings.find(name);
        const QString text =
            setting == draft().settings.end() ? QString() : QString::fromStdString(setting->second);
        if (field.editor->text().trimmed() != text)
            field.editor->setText(text);
        const QString problem = problemOf(name);
        field.note->setInk(problem.isEmpty() ? Ink::Secondary : Ink::Critical);
        field.note->setText(problem.isEmpty() ? settingHint(name) : problem);
        field.editor->setAccessibleDescription(field.note->text());
        const std::string now = valueOf(draft().now, name);
        field.now->setText(
            draft().isNew || now == text.toStdString()
                ? QString()
                : tr("now %1").arg(now.empty() ? QStringLiteral("–") : QString::fromStdString(now)));
    }
}

} // namespace batuta::views
