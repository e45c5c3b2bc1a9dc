// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/compare/run_card.h"

#include "views/pages/compare/compare_delegate.h"
#include "views/theme/draw.h"
#include "views/theme/theme.h"
#include "views/widgets/button.h"
#include "views/widgets/chip.h"
#include "views/widgets/label.h"
#include "views/widgets/pane.h"
#include "views/widgets/words.h"

#include <QBoxLayout>
#include <QEvent>
#include <QPainter>

namespace batuta::views {
namespace {

/// The letter of a side on its colour.
class Letter final : public QWidget
{
public:
    Letter(bool isA, QWidget *parent)
        : QWidget(parent)
        , m_isA(isA)
    {
        const int side = themeOf(this).scaled(20);
        setFixedSize(side, side);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const Theme &theme = themeOf(this);
        drawBox(painter, rect(), 3, m_isA ? colorOfA(theme.colors()) : colorOfB(theme.colors()), {});
        painter.setFont(theme.font(TextStyle::Strong));
        painter.setPen(theme.colors().textInverse);
        painter.drawText(rect(), Qt::AlignCenter, m_isA ? "A" : "B");
    }

private:
    bool m_isA;
};

} // namespace

RunCard::RunCard(bool isA, QAction *open, QWidget *parent)
    : QWidget(parent)
    , m_isA(isA)
    , m_id(new Label(TextStyle::Mono, Ink::Primary, this))
    , m_status(new Chip(QString(), this))
    , m_change(new Button(QString(), QString(), Button::Variant::Ghost, this))
    , m_facts(new FactStrip(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(2);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(14, 0, 10, 0);
    row->setSpacing(8);
    m_id->setElide(Qt::ElideMiddle);
    m_id->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_id->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *opens = new Button(open, Button::Variant::Ghost, this);
    opens->setIconOnly(true);
    opens->setSmall(true);
    row->addWidget(new Letter(isA, this));
    row->addWidget(m_id);
    row->addWidget(m_status);
    row->addStretch(1);
    row->addWidget(opens);
    row->addWidget(m_change);
    m_change->setHasMenu(true);
    column->addLayout(row);
    column->addWidget(m_facts);
    connect(m_change, &QAbstractButton::clicked, this, &RunCard::changeRequested);
    retranslate();
}

void RunCard::retranslate()
{
    m_change->setText(tr("Change"));
    m_change->setAccessibleName(m_isA ? tr("Choose another run as A") : tr("Choose another run as B"));
    m_change->updateGeometry();
    setAccessibleName(m_isA ? tr("Run A") : tr("Run B"));
}

void RunCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void RunCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colors &c = themeOf(this).colors();
    painter.fillRect(rect(), c.panel);
    if (!m_isA)
        painter.fillRect(QRect(0, 0, 1, height()), c.borderSubtle);
}

void RunCard::setRun(const TraceRun &run, WallTime now, bool utc)
{
    const client::ExecutionRecord &record = run.record();
    const auto text = [](const std::string &from) { return QString::fromStdString(from); };
    m_id->setText(text(record.id));
    m_id->setAccessibleName(tr("Execution %1").arg(m_id->text()));
    m_status->setVisible(!run.isEmpty());
    m_status->setStatus(run.picture());
    m_status->setText(statusWord(record.status));
    m_status->updateGeometry();
    if (run.isEmpty())
        return m_facts->setFacts({});
    int calls = 0;
    for (const TraceStep &step : run.steps())
        calls += static_cast<int>(step.rows().size());
    QList<FactStrip::Fact> facts{{tr("Started"), dayAndTime(record.startedAt, utc), false},
                                 {tr("Duration"), secondsWord(run.length(now)), false}};
    if (!record.userId.empty())
        facts.append({"user_id", text(record.userId), false});
    if (!record.revision.empty())
        facts.append({tr("Revision"), text(record.revision), false});
    facts.append({tr("Calls"), QString::number(calls), false});
    m_facts->setFacts(facts);
}

} // namespace batuta::views
