// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/editor/editor_header.h"

#include "views/theme/theme.h"
#include "views/widgets/button.h"
#include "views/widgets/chip.h"
#include "views/widgets/choice.h"
#include "views/widgets/label.h"
#include "views/widgets/pane.h"
#include "views/widgets/words.h"

#include <QAction>
#include <QBoxLayout>
#include <QEvent>

#include <functional>

namespace batuta::views {

EditorHeader::EditorHeader(Commands commands, QWidget *parent)
    : QWidget(parent)
    , m_bar(new Bar(Bar::Kind::ViewHeader, this))
    , m_flows(new Button({}, {}, Button::Variant::Ghost, m_bar))
    , m_system(new Label(TextStyle::Text, Ink::Secondary, m_bar))
    , m_name(new Label(TextStyle::Strong, Ink::Primary, m_bar))
    , m_version(new Chip({}, m_bar))
    , m_saved(new Label(TextStyle::Small, Ink::Secondary, m_bar))
    , m_systemArrow(arrow())
    , m_undo(new Button(commands.undo, Button::Variant::Ghost, m_bar))
    , m_redo(new Button(commands.redo, Button::Variant::Ghost, m_bar))
    , m_modes(new Segmented(m_bar))
    , m_more(new Button(commands.more, Button::Variant::Ghost, m_bar))
    , m_compare(new Button(commands.compare, Button::Variant::Normal, m_bar))
    , m_publish(new Button(commands.publish, Button::Variant::Normal, m_bar))
    , m_run(new Button(commands.run, Button::Variant::Primary, m_bar))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_bar);
    for (Button *button : {m_undo, m_redo, m_more})
        button->setIconOnly(true);
    m_modes->add("graph", {}, "flows");
    m_modes->add("split", {}, "split");
    m_modes->add("yaml", {}, "code");
    m_saved->setElide(Qt::ElideRight);
    QHBoxLayout *row = m_bar->row();
    for (QWidget *widget : {static_cast<QWidget *>(m_flows), m_systemArrow, static_cast<QWidget *>(m_system),
                            arrow(), static_cast<QWidget *>(m_name)})
        row->addWidget(widget);
    row->addSpacing(2);
    row->addWidget(m_version);
    row->addWidget(m_saved, 1);
    for (QWidget *widget :
         {static_cast<QWidget *>(m_undo), static_cast<QWidget *>(m_redo), static_cast<QWidget *>(m_modes),
          static_cast<QWidget *>(m_more), static_cast<QWidget *>(m_compare),
          static_cast<QWidget *>(m_publish), static_cast<QWidget *>(m_run)})
        row->addWidget(widget);
    connect(m_flows, &Button::clicked, this, &EditorHeader::flowsWanted);
    connect(m_modes, &Segmented::chosen, this, &EditorHeader::modeChosen);
    setMinimumWidth(1); // what does not fit gives way in fit()
    for (QAction *action : {commands.compare, commands.publish, commands.run})
        connect(action, &QAction::changed, this, &EditorHeader::fit); // with another text
    retranslate();
    present({});
}

QWidget *EditorHeader::arrow()
{
    return new Label(QString(QChar(0x203a)), TextStyle::Text, Ink::Tertiary, m_bar);
}

void EditorHeader::present(const EditorFacts &facts)
{
    m_facts = facts;
    m_system->setText(systemWord(facts.system.toStdString()));
    m_name->setText(facts.name);
    m_version->setText(facts.version);
    m_version->setToolTip(facts.versionHint);
    m_version->setVisible(!facts.version.isEmpty());
    m_saved->setText(facts.saved);
    fit();
}

void EditorHeader::setMode(const QString &mode)
{
    m_modes->setValue(mode);
}

/// What matters least gives way first, until the rest fits.
void EditorHeader::fit()
{
    const std::function<void(bool)> ways[] = {
        [this](bool gives) { m_run->setKeyHint(gives ? QString() : QStringLiteral("Ctrl+Enter")); },
        [this](bool gives) { m_compare->setIconOnly(gives); },
        [this](bool gives) { m_publish->setIconOnly(gives); },
        [this](bool gives) { m_modes->setIconOnly(gives); },
        [this](bool gives) {
            m_system->setHidden(gives);
            m_systemArrow->setHidden(gives);
        },
    };
    for (const auto &way : ways)
        way(false);
    for (const auto &way : ways) {
        if (m_bar->row()->sizeHint().width() <= width())
            return;
        way(true);
    }
}

void EditorHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void EditorHeader::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void EditorHeader::retranslate()
{
    m_flows->setText(tr("Flows"));
    m_modes->setText("graph", tr("Graph"));
    m_modes->setText("split", tr("Split"));
    m_modes->setText("yaml", tr("YAML"));
    m_modes->setAccessibleName(tr("What is shown"));
    m_system->setText(systemWord(m_facts.system.toStdString()));
    fit();
}

} // namespace batuta::views
