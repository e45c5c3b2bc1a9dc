// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/flows/flow_inspector.h"

#include "views/graph/scene_items.h"
#include "views/pages/flows/pair_table.h"
#include "views/theme/draw.h"
#include "views/theme/theme.h"
#include "views/widgets/label.h"
#include "views/widgets/words.h"

#include <QBoxLayout>
#include <QEvent>
#include <QGridLayout>
#include <QPainter>
#include <QScrollArea>

namespace batuta::views {
namespace {

/// A hairline over everything below it.
class Rule final : public QWidget
{
public:
    explicit Rule(QWidget *parent)
        : QWidget(parent)
    {
        setFixedHeight(1);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter(this).fillRect(rect(), themeOf(this).colors().borderSubtle);
    }
};

Label *selectable(const QString &text, TextStyle style, Ink ink, QWidget *parent)
{
    auto *label = new Label(text, style, ink, parent);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

/// Two facts a row; one that is long takes a whole row.
QLayout *factGrid(const QList<InspectorFact> &facts, QWidget *parent)
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(2);
    int row = 0, column = 0;
    for (const InspectorFact &fact : facts) {
        const bool isLong = fact.value.contains('\n') || fact.value.size() > 22;
        if (isLong && column == 1) {
            row += 3;
            column = 0;
        }
        const int span = isLong ? 2 : 1;
        auto *caption = new Label(fact.caption, TextStyle::Caption, Ink::Secondary, parent);
        caption->setElide(Qt::ElideRight);
        auto *value =
            selectable(fact.value, fact.isCode ? TextStyle::Mono : TextStyle::Body, Ink::Primary, parent);
        value->setWordWrap(isLong);
        value->setAccessibleName(fact.caption + ": " + fact.value);
        grid->addWidget(caption, row, column, 1, span);
        grid->addWidget(value, row + 1, column, 1, span);
        grid->setRowMinimumHeight(row + 2, 6);
        if (isLong || column == 1)
            row += 3;
        column = isLong ? 0 : 1 - column;
    }
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    return grid;
}

/// A whole expression or address in a well.
QWidget *codeWell(const QString &code, QWidget *parent)
{
    InspectorPair::Kind kind = code.contains(' ') || code.contains('.') ? InspectorPair::Kind::Expression
                                                                        : InspectorPair::Kind::Literal;
    auto *well = new PairTable({{{}, code, kind, {}}}, parent);
    well->setAccessibleName(code);
    return well;
}

} // namespace

FlowInspector::FlowInspector(QWidget *parent)
    : Surface(Level::Panel, parent)
    , m_icon(new QLabel(this))
    , m_title(new Label(TextStyle::Strong, Ink::Primary, this))
    , m_id(new Label(TextStyle::MonoSmall, Ink::Tertiary, this))
    , m_scroll(new QScrollArea(this))
{
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHeader());
    column->addWidget(new Rule(this));
    column->addWidget(m_scroll, 1);
    connect(&themeOf(this), &Theme::changed, this,
            [this] { setHeader(m_iconName, m_title->text(), m_id->text()); });
    retranslate();
}

QWidget *FlowInspector::makeHeader()
{
    auto *header = new QWidget(this);
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(14, 7, 14, 7);
    row->setSpacing(10);
    auto *names = new QVBoxLayout;
    names->setSpacing(1);
    for (Label *label : {m_title, m_id}) {
        label->setElide(label == m_id ? Qt::ElideMiddle : Qt::ElideRight);
        names->addWidget(label);
    }
    row->addWidget(m_icon);
    row->addLayout(names, 1);
    return header;
}

void FlowInspector::setHeader(const QString &icon, const QString &title, const QString &id)
{
    const Theme &theme = themeOf(this);
    m_iconName = icon;
    m_icon->setPixmap(icon.isEmpty() ? QPixmap()
                                     : theme.pixmap(icon, theme.scaled(16), theme.colors().textSecondary,
                                                    devicePixelRatioF()));
    m_title->setText(title);
    m_id->setText(id);
}

void FlowInspector::present(const client::FlowSummary &flow, const std::string &step)
{
    m_flow = flow;
    m_step = step;
    if (const flow::Step *definition = stepOf(flow, step)) {
        const std::string kind(flow::kindName(definition->action));
        const QString title = localText(definition->title);
        const QString id = QString::fromStdString(step);
        setHeader(kindIcon(kind), title.isEmpty() ? id : title, id);
        setAccessibleName(tr("Step %1").arg(m_title->text()));
        fill(stepSections(*flow.definition, *definition));
        return;
    }
    setHeader("flows", localText(flow.title), QString::fromStdString(flow.name.value));
    setAccessibleName(tr("Flow %1").arg(m_title->text()));
    fill(flowSections(flow));
}

void FlowInspector::clear()
{
    m_flow = {};
    m_step.clear();
    setHeader({}, {}, {});
    fill({});
}

void FlowInspector::fill(const QList<InspectorSection> &sections)
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(14, 12, 14, 14);
    column->setSpacing(8);
    bool isFirst = true;
    for (const InspectorSection &section : sections) {
        if (!isFirst) {
            column->addSpacing(2);
            column->addWidget(new Rule(content));
            column->addSpacing(2);
        }
        isFirst = false;
        if (!section.title.isEmpty())
            column->addWidget(new Label(section.title, TextStyle::Strong, Ink::Primary, content));
        if (!section.text.isEmpty()) {
            Label *text = selectable(section.text, TextStyle::Body, Ink::Secondary, content);
            text->setWordWrap(true);
            column->addWidget(text);
        }
        if (!section.facts.isEmpty())
            column->addLayout(factGrid(section.facts, content));
        if (!section.code.isEmpty())
            column->addWidget(codeWell(section.code, content));
        if (!section.pairs.isEmpty()) {
            auto *table = new PairTable(section.pairs, content);
            table->setAccessibleName(section.title);
            column->addWidget(table);
        }
    }
    column->addStretch(1);
    m_scroll->setWidget(content); // the old one goes
}

void FlowInspector::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Surface::changeEvent(event);
}

void FlowInspector::retranslate()
{
    m_scroll->setAccessibleName(tr("Settings of the step or flow"));
    if (!m_flow.name.isEmpty())
        present(m_flow, m_step);
}

} // namespace batuta::views
