// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/routes/route_line.h"

#include "views/theme/theme.h"
#include "views/widgets/button.h"
#include "views/widgets/chip.h"
#include "views/widgets/label.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QSignalBlocker>

namespace batuta::views {
namespace {

constexpr int kNumberWidth = 22, kFlowWidth = 190, kLongest = 4'096;
constexpr int kInset = 14, kGap = 8;

} // namespace

RouteLine::RouteLine(int row, QWidget *parent)
    : QWidget(parent)
    , m_row(row)
    , m_number(new Label(QString::number(row + 1), TextStyle::MonoSmall, Ink::Tertiary, this))
    , m_glyph(new StatusGlyph(Status::Queued, this))
    , m_condition(new QLineEdit(this))
    , m_flow(new QComboBox(this))
    , m_up(new Button(QString(), "up", Button::Variant::Ghost, this))
    , m_down(new Button(QString(), "down", Button::Variant::Ghost, this))
    , m_remove(new Button(QString(), "trash", Button::Variant::Ghost, this))
    , m_problem(new Label(TextStyle::Small, Ink::Primary, this))
{
    m_number->setFixedWidth(themeOf(this).scaled(kNumberWidth));
    m_condition->setFont(themeOf(this).font(TextStyle::Mono));
    m_condition->setMaxLength(kLongest);
    m_flow->setMinimumWidth(themeOf(this).scaled(kFlowWidth));
    m_problem->setStatus(Status::Failed);
    m_problem->setWordWrap(true);
    m_problem->hide();
    QSizePolicy kept = m_glyph->sizePolicy();
    kept.setRetainSizeWhenHidden(true); // a payload that cannot be read moves nothing
    m_glyph->setSizePolicy(kept);
    for (Button *button : {m_up, m_down, m_remove})
        button->setIconOnly(true);
    auto *line = new QHBoxLayout;
    line->setSpacing(kGap);
    line->addWidget(m_number);
    line->addWidget(m_glyph);
    line->addWidget(m_condition, 1);
    line->addWidget(new Label(QString(QChar(0x2192)), TextStyle::Text, Ink::Tertiary, this));
    line->addWidget(m_flow);
    for (Button *button : {m_up, m_down, m_remove})
        line->addWidget(button);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kInset, 3, kInset, 3);
    column->setSpacing(2);
    column->addLayout(line);
    column->addWidget(m_problem);
    connect(m_condition, &QLineEdit::editingFinished, this, [this] {
        if (m_condition->text().toStdString() != m_rule.condition)
            emit conditionChanged(m_condition->text());
    });
    connect(m_flow, &QComboBox::textActivated, this, &RouteLine::flowChanged);
    connect(m_up, &QAbstractButton::clicked, this, [this] { emit moveWanted(-1); });
    connect(m_down, &QAbstractButton::clicked, this, [this] { emit moveWanted(1); });
    connect(m_remove, &QAbstractButton::clicked, this, &RouteLine::removeWanted);
    retranslate();
}

RouteLine::Columns RouteLine::columnsOf(const QWidget *window)
{
    const Theme &theme = themeOf(window);
    const int glyph = StatusGlyph(Status::Queued).sizeHint().width();
    Button button(QString(), "up", Button::Variant::Ghost);
    button.setIconOnly(true);
    return {kInset + theme.scaled(kNumberWidth) + kGap + glyph + kGap, theme.scaled(kFlowWidth),
            3 * (button.sizeHint().width() + kGap) + kInset};
}

void RouteLine::present(const RouteRow &rule, const QStringList &flows, bool isLast)
{
    m_rule = rule;
    const QString condition = QString::fromStdString(rule.condition);
    if (m_condition->text() != condition) {
        m_condition->setText(condition);
        m_condition->setCursorPosition(0); // a long one shows its beginning
        m_condition->setToolTip(condition);
    }
    const QString flow = QString::fromStdString(rule.flow);
    const QSignalBlocker quiet(m_flow);
    m_flow->clear();
    m_flow->addItems(flows);
    if (!flows.contains(flow))
        m_flow->addItem(flow);
    m_flow->setCurrentText(flow);
    m_up->setEnabled(m_row > 0);
    m_down->setEnabled(!isLast);
    m_problem->setText(QString::fromStdString(rule.problem));
    m_problem->setVisible(!rule.problem.empty());
}

void RouteLine::setVerdict(const std::optional<RouteVerdict> &verdict)
{
    m_glyph->setVisible(verdict.has_value());
    if (!verdict)
        return;
    const auto [status, words] = [&]() -> std::pair<Status, QString> {
        switch (verdict->kind) {
        case RouteVerdict::Chosen:
            return {Status::Success, tr("True: it chooses the flow")};
        case RouteVerdict::AlsoTrue:
            return {Status::Waiting, tr("True, but an earlier rule has chosen")};
        case RouteVerdict::Failed:
            return {Status::Failed, QString::fromStdString(verdict->reason)};
        default:
            return {Status::Skipped, tr("Not true")};
        }
    }();
    m_glyph->setStatus(status);
    m_glyph->setToolTip(words);
    m_glyph->setAccessibleName(words);
}

void RouteLine::keyPressEvent(QKeyEvent *event)
{
    const bool isMove = event->modifiers() == Qt::AltModifier;
    if (isMove && event->key() == Qt::Key_Up && m_up->isEnabled())
        emit moveWanted(-1);
    else if (isMove && event->key() == Qt::Key_Down && m_down->isEnabled())
        emit moveWanted(1);
    else
        QWidget::keyPressEvent(event);
}

void RouteLine::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void RouteLine::retranslate()
{
    m_condition->setAccessibleName(tr("Condition of rule %1").arg(m_row + 1));
    m_flow->setAccessibleName(tr("Flow of rule %1").arg(m_row + 1));
    m_up->setText(tr("Move rule %1 up").arg(m_row + 1));
    m_down->setText(tr("Move rule %1 down").arg(m_row + 1));
    m_remove->setText(tr("Remove rule %1").arg(m_row + 1));
}

} // namespace batuta::views
