// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/metrics/panel_frame.h"

#include "views/pages/metrics/legend.h"
#include "views/pages/metrics/metrics_words.h"
#include "views/pages/metrics/panel_tip.h"
#include "views/pages/metrics/plot_overlay.h"
#include "views/theme/draw.h"
#include "views/widgets/button.h"
#include "views/widgets/label.h"
#include "views/widgets/notice.h"
#include "views/widgets/release_marks.h"
#include "views/widgets/words.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <cmath>

namespace batuta::views {

PanelFrame::PanelFrame(PanelBody::Scene scene, BoardFeed &feed, int panel, PanelTip &tip, QWidget *parent)
    : QWidget(parent)
    , m_feed(feed)
    , m_axis(scene.axis)
    , m_index(panel)
    , m_tip(tip)
    , m_body(makeBody(feed.board().panels[static_cast<std::size_t>(panel)].kind, scene, this))
    , m_overlay(new PlotOverlay(*m_body))
    , m_pane(new StatePane(m_body, this))
    , m_legend(new Legend(this))
    , m_head(new QWidget(this))
    , m_title(new Label(TextStyle::Strong, Ink::Primary, m_head))
    , m_note(new Label(TextStyle::Small, Ink::Secondary, m_head))
    , m_sample(new Label(TextStyle::Caption, Ink::Tertiary, m_head))
    , m_menu(new Button(QString(), "more", Button::Variant::Ghost, m_head))
{
    setFocusPolicy(Qt::StrongFocus);
    m_menu->setIconOnly(true);
    m_menu->setSmall(true);
    m_note->setElide(Qt::ElideRight);
    m_sample->setElide(Qt::ElideRight);
    auto *head = new QHBoxLayout(m_head);
    head->setContentsMargins(14, 4, 8, 0);
    head->setSpacing(8);
    head->addWidget(m_title);
    head->addWidget(m_note, 1);
    head->addWidget(m_sample, 2);
    head->addWidget(m_menu);
    m_sample->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_head->setAttribute(Qt::WA_TransparentForMouseEvents, false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 2);
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addWidget(m_pane, 1);
    column->addWidget(m_legend);
    m_legend->setVisible(m_body->hasLegend());
    connect(m_menu, &QAbstractButton::clicked, this,
            [this] { emit menuWanted(m_index, m_menu->mapToGlobal(QPoint(0, m_menu->height()))); });
    connect(m_overlay, &PlotOverlay::hovered, this, [this](std::optional<int> step) {
        m_axis.hold(step.has_value(), SystemClock().wall());
        m_axis.setCursor(step);
        showTip(step);
    });
    connect(m_body, &PanelBody::picked, this,
            [this](int step, int line) { emit runsWanted(m_index, step, line); });
    connect(m_legend, &Legend::toggled, this, &PanelFrame::toggleLine);
    retranslate();
    refresh();
}

void PanelFrame::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        refresh();
    }
    QWidget::changeEvent(event);
}

void PanelFrame::retranslate()
{
    const series::Panel &panel = m_feed.board().panels[static_cast<std::size_t>(m_index)];
    m_title->setText(localText(panel.title));
    m_note->setText(localText(panel.note));
    m_menu->setText(tr("Panel menu"));
    setAccessibleName(tr("Panel %1").arg(m_title->text()));
}

QString PanelFrame::sampleText() const
{
    return m_sample->text();
}

void PanelFrame::refresh()
{
    const series::Panel &panel = m_feed.board().panels[static_cast<std::size_t>(m_index)];
    const BoardFeed::PanelState &state = m_feed.panel(m_index);
    const bool isLoading = state.state == BoardFeed::State::Loading;
    const bool hasData = state.data.step.count() > 0, isEmpty = m_body->isEmpty(state.data);
    m_sample->setText(hasData && !isEmpty ? sampleWord(panel, state.data) : QString());
    if (state.state == BoardFeed::State::Failed) {
        m_pane->showError(tr("These figures could not be read."),
                          errorSentence(state.error) + QChar('\n') + errorAdvice(state.error), nullptr);
    } else if (isLoading && !hasData) {
        m_pane->showLoading();
    } else if (isEmpty && !isLoading) {
        const bool isCount =
            panel.series.front().question.function == series::Function::Increase; // no error is no gap
        m_pane->showEmpty(isCount ? tr("None in this time.") : tr("Nothing was measured in this time."));
    } else {
        m_pane->showContent();
    }
    m_body->show(panel, state.data, isLoading);
    m_overlay->setVisible(!m_body->plot().isEmpty());
    m_overlay->place();
    showLegend();
    update();
}

void PanelFrame::showLegend()
{
    if (!m_body->hasLegend())
        return;
    const PanelData &figures = m_body->data();
    const series::Panel &panel = m_body->panel();
    const Colors &c = themeOf(this).colors();
    QList<Legend::Entry> entries;
    for (int line = 0; line < static_cast<int>(figures.lines.size()); ++line) {
        const PanelLine &own = figures.lines[static_cast<std::size_t>(line)];
        const double last = own.last();
        entries.append({own.name, std::isnan(last) ? QString() : valueWord(panel.unit, last),
                        lineColor(panel, figures, line, c), false, own.isHidden, false});
    }
    if (panel.objective)
        entries.append({tr("objective"), valueWord(panel.unit, *panel.objective), c.of(Status::Failed).fg,
                        true, false, true});
    m_legend->setEntries(entries);
}

void PanelFrame::resizeEvent(QResizeEvent *)
{
    m_overlay->place();
}

void PanelFrame::toggleLine(int line, bool isolate)
{
    PanelData &figures = m_feed.panel(m_index).data;
    if (line < 0 || line >= static_cast<int>(figures.lines.size()))
        return;
    PanelLine &own = figures.lines[static_cast<std::size_t>(line)];
    if (!isolate) {
        own.isHidden = !own.isHidden;
    } else { // once more shows all again
        const bool isAlone =
            std::all_of(figures.lines.begin(), figures.lines.end(),
                        [&](const PanelLine &other) { return (&other == &own) != other.isHidden; });
        for (PanelLine &other : figures.lines)
            other.isHidden = !isAlone && &other != &own;
    }
    refresh();
}

QString PanelFrame::reading() const
{
    const PanelData &figures = m_body->data();
    if (!m_axis.cursor() || *m_axis.cursor() >= figures.steps())
        return {};
    QStringList parts;
    for (const PanelLine &line : figures.lines)
        if (!line.isHidden && static_cast<std::size_t>(*m_axis.cursor()) < line.values.size())
            parts << QStringLiteral("%1 %2").arg(
                line.name,
                valueWord(m_body->panel().unit, line.values[static_cast<std::size_t>(*m_axis.cursor())]));
    for (const client::ReleaseMark &mark : m_feed.marks())
        if (mark.at >= m_axis.stepAt(*m_axis.cursor()) && mark.at < m_axis.stepAt(*m_axis.cursor() + 1))
            parts << markSentence(mark, m_body->scene().utc);
    return QStringLiteral("%1: %2").arg(bucketWord(m_axis.stepAt(*m_axis.cursor()), m_axis.step(),
                                                   m_axis.to() - m_axis.from(), m_body->scene().utc),
                                        parts.join(QStringLiteral(", ")));
}

void PanelFrame::showTip(std::optional<int> step)
{
    const PanelData &figures = m_body->data();
    if (!step || *step >= figures.steps() || figures.lines.empty())
        return m_tip.hide();
    const auto at = static_cast<std::size_t>(*step);
    const series::Panel &panel = m_body->panel();
    QList<PanelTip::Row> rows;
    double samples = 0;
    constexpr int kMostRows = 14;
    const bool isBreakers = panel.kind == series::PanelKind::Breakers;
    for (int line = 0; line < static_cast<int>(figures.lines.size()); ++line) {
        const PanelLine &own = figures.lines[static_cast<std::size_t>(line)];
        if (own.isHidden || at >= own.values.size() || (isBreakers && !(own.values[at] > 0)))
            continue;
        if (!own.isEarlier && !std::isnan(own.samples[at]))
            samples = panel.kind == series::PanelKind::Lines ? std::max(samples, own.samples[at])
                                                             : samples + own.samples[at];
        if (rows.size() < kMostRows)
            rows.append(
                {own.name, isBreakers ? QString() : valueWord(panel.unit, own.values[at]),
                 m_body->hasLegend() ? lineColor(panel, figures, line, themeOf(this).colors()) : QColor()});
    }
    if (m_body->hasLegend())
        std::reverse(rows.begin(), rows.end()); // as the lines stand
    if (!isBreakers)
        rows.append({tr("sample"), valueWord(series::Unit::Count, samples), {}});
    for (const client::ReleaseMark &mark : m_feed.marks())
        if (mark.at >= m_axis.stepAt(*step) && mark.at < m_axis.stepAt(*step + 1))
            rows.append({markSentence(mark, m_body->scene().utc), {}, themeOf(this).colors().accent.fg});
    const QRect plot = m_body->plot();
    const int x = plot.x() + qRound(m_axis.toPixel(m_axis.stepAt(*step) + m_axis.step() / 2, plot.width()));
    const QPoint beside = m_body->mapTo(m_tip.parentWidget(), QPoint(x, plot.center().y()));
    m_tip.show(
        bucketWord(m_axis.stepAt(*step), m_axis.step(), m_axis.to() - m_axis.from(), m_body->scene().utc),
        rows, isAboutCloud(panel) ? tr("Click to list these requests") : tr("Click to list these runs"),
        beside);
}

/// Read aloud by who listens: the panel's name ends with what stands at the crosshair.
void PanelFrame::moveCursor(int by)
{
    const int last = m_axis.steps() - 1;
    m_axis.setCursor(m_axis.cursor() ? *m_axis.cursor() + by : by < 0 ? last : 0);
    showTip(m_axis.cursor());
    setAccessibleDescription(reading());
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

void PanelFrame::keyPressEvent(QKeyEvent *event)
{
    const bool isShift = event->modifiers().testFlag(Qt::ShiftModifier);
    const int key = event->key();
    const bool isArrow =
        key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up || key == Qt::Key_Down;
    if (m_isEditing && isArrow)
        emit nudged(m_index,
                    key == Qt::Key_Right  ? 1
                    : key == Qt::Key_Left ? -1
                                          : 0,
                    key == Qt::Key_Down ? 1
                    : key == Qt::Key_Up ? -1
                                        : 0,
                    isShift);
    else if (key == Qt::Key_Left || key == Qt::Key_Right)
        moveCursor(key == Qt::Key_Left ? -1 : 1);
    else if (key == Qt::Key_Home || key == Qt::Key_End)
        moveCursor(key == Qt::Key_Home ? -m_axis.steps() : m_axis.steps());
    else if (key == Qt::Key_Return || key == Qt::Key_Enter)
        emit runsWanted(m_index, m_axis.cursor().value_or(-1), -1);
    else if (key >= Qt::Key_1 && key <= Qt::Key_9)
        toggleLine(key - Qt::Key_1, event->modifiers().testFlag(Qt::AltModifier));
    else
        QWidget::keyPressEvent(event);
}

void PanelFrame::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    emit focused();
    update();
}

void PanelFrame::focusOutEvent(QFocusEvent *event)
{
    m_tip.hide();
    QWidget::focusOutEvent(event);
    update();
}

void PanelFrame::setEditing(bool editing)
{
    m_isEditing = editing;
    m_pane->setAttribute(Qt::WA_TransparentForMouseEvents, editing);
    m_legend->setAttribute(Qt::WA_TransparentForMouseEvents, editing);
    m_head->setAttribute(Qt::WA_TransparentForMouseEvents, editing);
    setMouseTracking(editing);
    update();
}

QRect PanelFrame::cornerRect() const
{
    constexpr int kCorner = 24;
    return {width() - kCorner, height() - kCorner, kCorner, kCorner};
}

PanelFrame::Grip PanelFrame::gripAt(const QPoint &at) const
{
    if (!m_isEditing)
        return Grip::None;
    return cornerRect().contains(at)         ? Grip::Corner
           : m_head->geometry().contains(at) ? Grip::Title
                                             : Grip::None;
}

void PanelFrame::mousePressEvent(QMouseEvent *event)
{
    setFocus(Qt::MouseFocusReason);
    m_grip = event->button() == Qt::LeftButton ? gripAt(event->position().toPoint()) : Grip::None;
}

void PanelFrame::mouseMoveEvent(QMouseEvent *event)
{
    const Grip under = gripAt(event->position().toPoint());
    setCursor(under == Grip::Corner  ? Qt::SizeFDiagCursor
              : under == Grip::Title ? Qt::SizeAllCursor
                                     : Qt::ArrowCursor);
    if (m_grip != Grip::None)
        emit dragged(m_index, mapToParent(event->position().toPoint()), m_grip == Grip::Corner, false);
}

void PanelFrame::mouseReleaseEvent(QMouseEvent *event)
{
    if (std::exchange(m_grip, Grip::None) != Grip::None)
        emit dragged(m_index, mapToParent(event->position().toPoint()),
                     cursor().shape() == Qt::SizeFDiagCursor, true);
}

/// What the darkest and the lightest cells of a heatmap stand for, in the title.
void PanelFrame::paintHeatKey(QPainter &painter) const
{
    const Theme &theme = themeOf(this);
    const Colors &c = theme.colors();
    const auto &figures = m_body->data();
    double least = 0, most = 0;
    for (const PanelLine &line : figures.lines)
        for (const double value : line.values)
            if (value > 0) {
                least = least == 0 ? value : std::min(least, value);
                most = std::max(most, value);
            }
    if (most <= 0)
        return;
    painter.setFont(theme.font(TextStyle::Caption));
    const QString low = valueWord(m_body->panel().unit, least), high = valueWord(m_body->panel().unit, most);
    const int cell = theme.scaled(16), lowWide = painter.fontMetrics().horizontalAdvance(low);
    const int x = m_title->geometry().right() + 10;
    const QRect row(0, m_head->y() + 4, width(), m_head->height() - 4);
    painter.setPen(c.textSecondary);
    painter.drawText(QRect(x, row.y(), lowWide + 2, row.height()), Qt::AlignVCenter, low);
    int at = x + lowWide + 8;
    for (std::size_t i = 1; i < c.heat.size(); ++i, at += cell)
        painter.fillRect(QRect(at, row.center().y() - 4, cell - 1, 9), c.heat[i]);
    painter.drawText(QRect(at + 6, row.y(), theme.scaled(80), row.height()), Qt::AlignVCenter, high);
}

void PanelFrame::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colors &c = themeOf(this).colors();
    painter.fillRect(rect(), c.panel);
    if (m_body->panel().kind == series::PanelKind::Heat)
        paintHeatKey(painter);
    if (m_isEditing) {
        painter.fillRect(m_head->geometry(), c.raised);
        painter.setPen(QPen(c.borderStrong, 1));
        const QRect corner = cornerRect();
        for (int i = 1; i <= 3; ++i)
            painter.drawLine(corner.right() - i * 5, corner.bottom() - 3, corner.right() - 3,
                             corner.bottom() - i * 5);
    }
    if (hasFocus())
        drawFocusRing(painter, rect(), 0, c.focus, true);
}

} // namespace batuta::views
