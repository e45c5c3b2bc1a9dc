// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/releases/deploy_stages.h"

#include "views/pages/releases/stage_chart.h"
#include "views/theme/draw.h"
#include "views/widgets/button.h"
#include "views/widgets/label.h"

#include <QBoxLayout>
#include <QIntValidator>
#include <QLineEdit>
#include <QPainter>

namespace batuta::views {
namespace {

constexpr int kPercentField = 58, kLengthField = 74, kStageLine = 34, kStageLines = 350;

int minutesIn(Duration length)
{
    return static_cast<int>(std::chrono::duration_cast<std::chrono::minutes>(length).count());
}

} // namespace

/// A share as a bar.
class ShareBar final : public QWidget
{
public:
    explicit ShareBar(QWidget *parent)
        : QWidget(parent)
    {
        setMinimumWidth(40);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    }
    void setPercent(int percent)
    {
        m_percent = percent;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const Colors &c = themeOf(this).colors();
        const QRect bar(0, height() / 2 - 3, width(), 6);
        drawBox(painter, bar, 3, c.active, {});
        if (m_percent > 0)
            drawBox(painter, QRect(0, bar.top(), bar.width() * m_percent / 100, 6), 3, c.accent.fg, {});
    }

private:
    int m_percent = 0;
};

DeployStages::DeployStages(DeployPlan &plan, QWidget *parent)
    : QWidget(parent)
    , m_plan(plan)
{
    auto *both = new QHBoxLayout(this);
    both->setContentsMargins(1, 1, 1, 1);
    both->setSpacing(0);
    auto *left = new QWidget(this);
    left->setFixedWidth(themeOf(this).scaled(kStageLines));
    m_rows = new QVBoxLayout(left);
    m_rows->setContentsMargins(10, 4, 10, 4);
    m_rows->setSpacing(0);
    m_last = new QWidget(left);
    auto *row = new QHBoxLayout(m_last);
    row->setContentsMargins(0, 0, 0, 0);
    m_last->setFixedHeight(themeOf(this).scaled(kStageLine));
    row->addWidget(
        new Label(tr("then 100 %, when the last gate has passed"), TextStyle::Small, Ink::Secondary, m_last));
    m_rows->addWidget(m_last);
    m_rows->addStretch(1);
    m_chart = new StageChart(this);
    both->addWidget(left);
    both->addWidget(m_chart, 1);
    connect(m_chart, &StageChart::percentWished, this, &DeployStages::setPercent);
    connect(m_chart, &StageChart::lengthWished, this, &DeployStages::setLength);
}

void DeployStages::addLine()
{
    const int at = count();
    const Theme &theme = themeOf(this);
    Line line{new QWidget(m_rows->parentWidget()), nullptr, nullptr, nullptr, nullptr, nullptr};
    line.whole->setFixedHeight(theme.scaled(kStageLine));
    auto *row = new QHBoxLayout(line.whole);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    line.number = new Label(QString::number(at + 1), TextStyle::Mono, Ink::Secondary, line.whole);
    const auto field = [&](int width, int most, const QString &name) {
        auto *edit = new QLineEdit(line.whole);
        edit->setFixedWidth(theme.scaled(width));
        edit->setFont(theme.font(TextStyle::Mono));
        edit->setAlignment(Qt::AlignRight);
        edit->setValidator(new QIntValidator(1, most, edit));
        edit->setAccessibleName(name);
        return edit;
    };
    line.percent = field(kPercentField, 99, tr("Share of stage %1, percent").arg(at + 1));
    line.length = field(kLengthField, 10'080, tr("Length of stage %1, minutes").arg(at + 1));
    line.bar = new ShareBar(line.whole);
    line.remove = new Button(tr("Remove stage %1").arg(at + 1), "x", Button::Variant::Ghost, line.whole);
    line.remove->setIconOnly(true);
    line.remove->setSmall(true);
    row->addWidget(line.number);
    row->addWidget(line.percent);
    row->addWidget(
        new Label(tr("% for", "a share, for so long"), TextStyle::Body, Ink::Secondary, line.whole));
    row->addWidget(line.length);
    row->addWidget(new Label(tr("min", "minutes"), TextStyle::Body, Ink::Secondary, line.whole));
    row->addWidget(line.bar, 1);
    row->addWidget(line.remove);
    connect(line.percent, &QLineEdit::textEdited, this,
            [this, at](const QString &text) { setPercent(at, text.toInt()); });
    connect(line.length, &QLineEdit::textEdited, this,
            [this, at](const QString &text) { setLength(at, std::chrono::minutes(text.toInt())); });
    connect(line.remove, &QAbstractButton::clicked, this, [this, at] {
        m_plan.edit([&](DeployDraft &draft) { draft.stages.erase(draft.stages.begin() + at); });
    });
    m_rows->insertWidget(at, line.whole);
    m_lines.push_back(line);
}

void DeployStages::setPercent(int stage, int percent)
{
    m_plan.edit([&](DeployDraft &draft) { draft.stages[static_cast<std::size_t>(stage)].percent = percent; });
}

void DeployStages::setLength(int stage, Duration length)
{
    m_plan.edit([&](DeployDraft &draft) { draft.stages[static_cast<std::size_t>(stage)].length = length; });
}

/// Half of the way from the last one to everything.
void DeployStages::addStage()
{
    m_plan.edit([](DeployDraft &draft) {
        const int last = draft.stages.empty() ? 0 : draft.stages.back().percent;
        const Duration length =
            draft.stages.empty() ? Duration(std::chrono::minutes(20)) : draft.stages.back().length;
        if (last < 99 && draft.stages.size() < 20)
            draft.stages.push_back(
                {last == 0 ? 5 : std::min(99, last + std::max(1, (100 - last) / 2)), length});
    });
}

void DeployStages::present()
{
    const auto &stages = m_plan.draft().stages;
    while (m_lines.size() < stages.size())
        addLine();
    while (m_lines.size() > stages.size()) {
        m_lines.back().whole->hide();
        m_lines.back().whole->deleteLater();
        m_lines.pop_back();
    }
    const int bad = m_plan.draft().badStage();
    for (std::size_t i = 0; i < stages.size(); ++i) {
        const Line &line = m_lines[i];
        const auto put = [](QLineEdit *field, int value) {
            if (field->text().toInt() != value)
                field->setText(QString::number(value));
        };
        put(line.percent, stages[i].percent);
        put(line.length, minutesIn(stages[i].length));
        line.bar->setPercent(stages[i].percent);
        line.number->setInk(static_cast<int>(i) == bad ? Ink::Critical : Ink::Secondary);
    }
    m_chart->setStages(stages);
    update();
}

void DeployStages::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colors &c = themeOf(this).colors();
    drawBox(painter, rect(), 6, c.panel, c.borderControl);
    const int left = themeOf(this).scaled(kStageLines);
    painter.fillRect(QRect(left, 1, 1, height() - 2), c.borderSubtle);
}

} // namespace batuta::views
