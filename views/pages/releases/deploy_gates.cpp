// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/releases/deploy_gates.h"

#include "views/pages/releases/deploy_words.h"
#include "views/theme/draw.h"
#include "views/widgets/button.h"
#include "views/widgets/label.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QLineEdit>
#include <QLocale>
#include <QPainter>

namespace batuta::views {
namespace {

constexpr int kGateLine = 34, kLimit = 80, kWindow = 70, kGateName = 210, kUnit = 24;

/// Something is run for it: there is no limit.
bool isTried(const std::string &figure)
{
    return figure == "flow" || figure == "rehearsal";
}

bool hasQuery(const std::string &figure)
{
    return figure == "promql" || figure == "series" || isTried(figure);
}

/// Shares are written in percent.
double factorOf(const std::string &figure)
{
    return figure == "error_rate" || figure == "memory" ? 100 : 1;
}

QString unitOf(const std::string &figure)
{
    return factorOf(figure) > 1 ? QStringLiteral("%") : figure == "p95" ? QStringLiteral("ms") : QString();
}

std::optional<double> numberIn(const QString &text)
{
    bool isNumber = false;
    double value = QLocale().toDouble(text.trimmed(), &isNumber);
    if (!isNumber)
        value = QLocale::c().toDouble(text.trimmed(), &isNumber);
    return isNumber ? std::optional(value) : std::nullopt;
}

QString limitText(const client::RolloutGate &rule)
{
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    return rule.max ? locale.toString(*rule.max * factorOf(rule.figure), 'g', 10) : QString();
}

QString queryHint(const std::string &figure)
{
    return figure == "promql"   ? DeployGates::tr("a question to the workspace's Prometheus server")
           : figure == "series" ? DeployGates::tr("a filter of Cloud Monitoring that names one metric")
           : figure == "rehearsal"
               ? DeployGates::tr("flow whose recorded executions run again first: paths, that, may, differ")
               : DeployGates::tr("name of a flow of the workspace that has to succeed");
}

} // namespace

DeployGates::DeployGates(DeployPlan &plan, QWidget *parent)
    : QWidget(parent)
    , m_plan(plan)
    , m_rows(new QVBoxLayout(this))
{
    m_rows->setContentsMargins(12, 2, 12, 2);
    m_rows->setSpacing(0);
    addHead();
}

void DeployGates::addHead()
{
    auto *head = new QWidget(this);
    head->setFixedHeight(themeOf(this).scaled(kGateLine - 6));
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    auto *name = new Label(tr("Metric"), TextStyle::Small, Ink::Secondary, head);
    name->setFixedWidth(themeOf(this).scaled(kGateName));
    auto *limit = new Label(tr("At most"), TextStyle::Small, Ink::Secondary, head);
    limit->setFixedWidth(themeOf(this).scaled(kLimit + kUnit) + 8);
    auto *window = new Label(tr("Over, minutes"), TextStyle::Small, Ink::Secondary, head);
    window->setFixedWidth(themeOf(this).scaled(kWindow + 30));
    row->addWidget(name);
    row->addStretch(1);
    row->addWidget(limit);
    row->addWidget(window);
    m_rows->addWidget(head);
}

QLineEdit *DeployGates::field(QWidget *parent, int width, const QString &name)
{
    auto *edit = new QLineEdit(parent);
    edit->setFixedWidth(themeOf(this).scaled(width));
    edit->setFont(themeOf(this).font(TextStyle::Mono));
    edit->setAlignment(Qt::AlignRight);
    edit->setAccessibleName(name);
    return edit;
}

template <class Change> void DeployGates::change(int gate, Change what)
{
    m_plan.edit([&](DeployDraft &draft) { what(draft.gates[static_cast<std::size_t>(gate)]); });
}

void DeployGates::addLine(const DeployDraft::Gate &gate)
{
    const int at = count();
    const QString title = gateTitle(gate.rule.figure);
    Line line{gate.rule.figure, new QWidget(this), nullptr, nullptr, nullptr, nullptr, nullptr};
    line.whole->setFixedHeight(themeOf(this).scaled(kGateLine));
    auto *row = new QHBoxLayout(line.whole);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    line.isOn = new QCheckBox(title, line.whole);
    line.isOn->setFixedWidth(themeOf(this).scaled(kGateName));
    row->addWidget(line.isOn);
    line.query = new QLineEdit(line.whole);
    line.query->setFont(themeOf(this).font(TextStyle::MonoSmall));
    line.query->setPlaceholderText(queryHint(line.figure));
    line.query->setAccessibleName(tr("%1: what is asked").arg(title));
    line.query->setVisible(hasQuery(line.figure));
    line.limit = field(line.whole, kLimit, tr("%1: at most").arg(title));
    line.window = field(line.whole, kWindow, tr("%1: over so many minutes").arg(title));
    line.window->setPlaceholderText(tr("stage"));
    line.window->setToolTip(tr("Looks back so far; empty is the whole stage"));
    auto *unit = new Label(unitOf(line.figure), TextStyle::Mono, Ink::Secondary, line.whole);
    unit->setFixedWidth(themeOf(this).scaled(kUnit));
    line.remove = new Button(tr("Remove the gate"), "x", Button::Variant::Ghost, line.whole);
    line.remove->setIconOnly(true);
    line.remove->setSmall(true);
    if (hasQuery(line.figure))
        row->addWidget(line.query, 1);
    else
        row->addStretch(1);
    row->addWidget(line.limit);
    row->addWidget(unit);
    row->addWidget(line.window);
    row->addWidget(line.remove);
    line.limit->setVisible(!isTried(line.figure));
    line.window->setVisible(!isTried(line.figure));
    connect(line.isOn, &QCheckBox::toggled, this,
            [this, at](bool isOn) { change(at, [&](DeployDraft::Gate &one) { one.isOn = isOn; }); });
    connect(line.query, &QLineEdit::textEdited, this, [this, at](const QString &text) {
        change(at, [&](DeployDraft::Gate &one) { one.rule.query = text.trimmed().toStdString(); });
    });
    connect(line.limit, &QLineEdit::textEdited, this, [this, at](const QString &text) {
        change(at, [&](DeployDraft::Gate &one) {
            const std::optional<double> value = numberIn(text);
            one.rule.max = value ? std::optional(*value / factorOf(one.rule.figure)) : std::nullopt;
        });
    });
    connect(line.window, &QLineEdit::textEdited, this, [this, at](const QString &text) {
        change(at, [&](DeployDraft::Gate &one) { one.rule.window = std::chrono::minutes(text.toInt()); });
    });
    connect(line.remove, &QAbstractButton::clicked, this, [this, at] {
        m_plan.edit([&](DeployDraft &draft) { draft.gates.erase(draft.gates.begin() + at); });
    });
    m_rows->addWidget(line.whole);
    m_lines.push_back(line);
}

void DeployGates::addGate(const std::string &figure)
{
    m_plan.edit([&](DeployDraft &draft) {
        DeployDraft::Gate gate;
        gate.rule.figure = figure;
        if (!isTried(figure))
            gate.rule.max = 1;
        draft.gates.push_back(std::move(gate));
    });
}

/// Lines are made anew when there are others; else only what stands in them changes.
void DeployGates::present()
{
    const auto &gates = m_plan.draft().gates;
    bool isSame = m_lines.size() == gates.size();
    for (std::size_t i = 0; isSame && i < gates.size(); ++i)
        isSame = m_lines[i].figure == gates[i].rule.figure;
    if (!isSame) {
        for (const Line &line : m_lines) {
            line.whole->hide();
            line.whole->deleteLater();
        }
        m_lines.clear();
        for (const DeployDraft::Gate &gate : gates)
            addLine(gate);
    }
    for (std::size_t i = 0; i < gates.size(); ++i) {
        const Line &line = m_lines[i];
        const client::RolloutGate &rule = gates[i].rule;
        const QSignalBlocker quiet(line.isOn);
        line.isOn->setChecked(gates[i].isOn);
        if (numberIn(line.limit->text()) != numberIn(limitText(rule)) && !line.limit->hasFocus())
            line.limit->setText(limitText(rule));
        if (line.query->text().trimmed().toStdString() != rule.query)
            line.query->setText(QString::fromStdString(rule.query));
        const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(rule.window).count();
        if (line.window->text().toInt() != minutes)
            line.window->setText(minutes > 0 ? QString::number(minutes) : QString());
        for (QWidget *part : std::initializer_list<QWidget *>{line.query, line.limit, line.window})
            part->setEnabled(gates[i].isOn);
    }
}

void DeployGates::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colors &c = themeOf(this).colors();
    drawBox(painter, rect(), 6, c.panel, c.borderControl);
    for (const Line &line : m_lines)
        painter.fillRect(QRect(1, line.whole->y(), width() - 2, 1), c.borderSubtle);
}

} // namespace batuta::views
