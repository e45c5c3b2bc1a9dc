// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/flows/flow_header.h"

#include "views/theme/theme.h"
#include "views/widgets/button.h"
#include "views/widgets/chip.h"
#include "views/widgets/label.h"
#include "views/widgets/pane.h"
#include "views/widgets/words.h"

#include <QBoxLayout>
#include <QEvent>

namespace batuta::views {
namespace {

constexpr int kRoomy = 1180;      // below this width lesser words give way to their icons
constexpr qsizetype kVersion = 8; // characters of a version that are shown

} // namespace

FlowHeader::FlowHeader(Commands commands, QWidget *parent)
    : QWidget(parent)
    , m_bar(new Bar(Bar::Kind::ViewHeader, this))
    , m_view(new Label(TextStyle::Text, Ink::Secondary, m_bar))
    , m_first(new Label(QString(QChar(0x203a)), TextStyle::Text, Ink::Tertiary, m_bar))
    , m_system(new Label(TextStyle::Text, Ink::Secondary, m_bar))
    , m_second(new Label(QString(QChar(0x203a)), TextStyle::Text, Ink::Tertiary, m_bar))
    , m_name(new Label(TextStyle::Strong, Ink::Primary, m_bar))
    , m_version(new Chip({}, m_bar))
    , m_file(new Label(TextStyle::Small, Ink::Secondary, m_bar))
    , m_create(new Button(commands.create, Button::Variant::Ghost, m_bar))
    , m_routes(new Button(commands.routes, Button::Variant::Ghost, m_bar))
    , m_drafts(new Button(commands.drafts, Button::Variant::Normal, m_bar))
    , m_edit(new Button(commands.edit, Button::Variant::Normal, m_bar))
    , m_runs(new Button(commands.runs, Button::Variant::Normal, m_bar))
    , m_inspector(new Button(commands.inspector, Button::Variant::Ghost, m_bar))
    , m_run(new Button(commands.run, Button::Variant::Primary, m_bar))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_bar);
    m_version->setMono(true);
    m_file->setElide(Qt::ElideLeft);
    m_inspector->setIconOnly(true);
    m_create->setIconOnly(true);
    m_routes->setIconOnly(true);
    m_drafts->setHasMenu(true);
    m_drafts->hide();
    m_run->setKeyHint("Ctrl+Enter");
    QHBoxLayout *row = m_bar->row();
    for (QWidget *widget : {m_view, m_first, m_system, m_second, m_name})
        row->addWidget(widget);
    row->addSpacing(2);
    row->addWidget(m_version);
    row->addSpacing(2);
    row->addWidget(m_file, 1);
    row->addWidget(m_inspector);
    row->addWidget(m_drafts);
    row->addWidget(m_create);
    row->addWidget(m_routes);
    row->addWidget(m_runs);
    row->addWidget(m_edit);
    row->addWidget(m_run);
    setMinimumWidth(1); // what does not fit becomes an icon
    retranslate();
    clear();
}

void FlowHeader::present(const client::FlowSummary &flow, const QString &file)
{
    m_systemName = flow.system;
    m_system->setText(systemWord(flow.system));
    m_name->setText(QString::fromStdString(flow.name.value));
    m_version->setText(QString::fromStdString(flow.version).left(kVersion));
    m_version->setToolTip(tr("Version %1 of the file").arg(QString::fromStdString(flow.version)));
    m_file->setText(file);
    for (QWidget *widget : {static_cast<QWidget *>(m_first), static_cast<QWidget *>(m_system),
                            static_cast<QWidget *>(m_second), static_cast<QWidget *>(m_name)})
        widget->show();
    m_version->setVisible(!flow.version.empty());
}

void FlowHeader::setDrafts(int count)
{
    m_drafts->setVisible(count > 0);
}

void FlowHeader::clear()
{
    m_file->setText({});
    for (QWidget *widget :
         {static_cast<QWidget *>(m_first), static_cast<QWidget *>(m_system), static_cast<QWidget *>(m_second),
          static_cast<QWidget *>(m_name), static_cast<QWidget *>(m_version)})
        widget->hide();
}

void FlowHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_runs->setIconOnly(width() < themeOf(this).scaled(kRoomy));
}

void FlowHeader::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void FlowHeader::retranslate()
{
    m_view->setText(tr("Flows"));
    m_system->setText(systemWord(m_systemName));
}

} // namespace batuta::views
