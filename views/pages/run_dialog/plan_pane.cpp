// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/run_dialog/plan_pane.h"

#include "views/theme/theme.h"
#include "views/widgets/label.h"
#include "views/widgets/words.h"

#include <QBoxLayout>
#include <QIdentityProxyModel>
#include <QListView>
#include <QPainter>
#include <QScrollArea>
#include <QStyledItemDelegate>

namespace batuta::views {
namespace {

constexpr int kPlanInset = 14;

/// Glyph, id and reason of a step; those that do not run are dimmed.
class StepDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {100, themeOf(option.widget).rowHeight()};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &theme = themeOf(option.widget);
        const Colors &c = theme.colors();
        option.widget->style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
        const QRect row = option.rect;
        painter->fillRect(QRect(row.x(), row.bottom(), row.width(), 1), c.borderSubtle);
        const QString verdict = index.data(PlanModel::VerdictRole).toString();
        const bool runs = verdict == "runs", isOut = verdict == "skips" || verdict == "filtered";
        const QColor ink = isOut ? c.textTertiary : c.textPrimary;
        const int glyph = theme.scaled(13);
        const QRect at(row.x() + kPlanInset, row.center().y() - glyph / 2, glyph, glyph);
        const qreal ratio = option.widget->devicePixelRatioF();
        if (isOut || verdict.isEmpty())
            painter->drawPixmap(at.topLeft(),
                                theme.statusPixmap(isOut ? Status::Skipped : Status::Queued, glyph, ratio));
        else
            painter->drawPixmap(at.topLeft(), theme.pixmap(runs                   ? "play"
                                                           : verdict == "depends" ? "cond"
                                                                                  : "queue",
                                                           glyph, ink, ratio));
        painter->setFont(theme.font(TextStyle::Body));
        painter->setPen(ink);
        const QString id = index.data().toString(), reason = reasonOf(index);
        const QRect text = row.adjusted(kPlanInset + glyph + 9, 0, -kPlanInset, 0);
        const QFontMetrics metrics = painter->fontMetrics();
        const int idWidth =
            qMin(metrics.horizontalAdvance(id) + 2, reason.isEmpty() ? text.width() : text.width() * 3 / 5);
        painter->drawText(text, Qt::AlignVCenter, metrics.elidedText(id, Qt::ElideMiddle, idWidth));
        painter->setFont(theme.font(TextStyle::Caption));
        painter->setPen(verdict == "depends" ? c.of(Status::Waiting).fg : c.textTertiary);
        const QRect rest = text.adjusted(idWidth + 12, 0, 0, 0);
        painter->drawText(rest, Qt::AlignVCenter | Qt::AlignRight,
                          painter->fontMetrics().elidedText(reason, Qt::ElideRight, rest.width()));
    }

    static QString reasonOf(const QModelIndex &index)
    {
        const QString reason = index.data(PlanModel::ReasonRole).toString();
        const QString verdict = index.data(PlanModel::VerdictRole).toString();
        if (!reason.isEmpty())
            return reason;
        if (index.data(PlanModel::IsFinallyRole).toBool())
            return PlanPane::tr("at the end");
        return verdict == "runs" || verdict.isEmpty() ? QString() : verdictWord(verdict.toStdString());
    }
};

/// The ground of the header, with a hairline under it.
class Head final : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const Colors &c = themeOf(this).colors();
        painter.fillRect(rect(), c.raised);
        painter.fillRect(QRect(0, height() - 1, width(), 1), c.borderSubtle);
    }
};

/// Adds the hint and the sentence for a screen reader, which are words and so not the model's.
class SpokenPlan final : public QIdentityProxyModel
{
public:
    using QIdentityProxyModel::QIdentityProxyModel;

    QVariant data(const QModelIndex &index, int role) const override
    {
        if (role != Qt::ToolTipRole && role != Qt::AccessibleTextRole)
            return QIdentityProxyModel::data(index, role);
        const QString id = index.data().toString();
        const QString verdict = index.data(PlanModel::VerdictRole).toString();
        if (verdict.isEmpty())
            return id;
        const QString word = verdictWord(verdict.toStdString()),
                      reason = index.data(PlanModel::ReasonRole).toString();
        return reason.isEmpty() ? PlanPane::tr("%1: %2").arg(id, word)
                                : PlanPane::tr("%1: %2. %3").arg(id, word, reason);
    }
};

} // namespace

/// The list of checks, painted; its accessible text has them all.
class PlanPane::Checks final : public QWidget
{
public:
    using QWidget::QWidget;

    void show(const QList<RunCheck> &checks)
    {
        if (checks == m_checks)
            return;
        m_checks = checks;
        QStringList spoken;
        for (const RunCheck &check : checks)
            spoken << (check.detail.isEmpty() ? check.text
                                              : PlanPane::tr("%1: %2").arg(check.text, check.detail));
        setAccessibleName(spoken.join('\n'));
        setToolTip(spoken.join('\n'));
        fit();
        update();
    }
    void fit() { setFixedHeight(static_cast<int>(m_checks.size()) * themeOf(this).scaled(24)); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const Theme &theme = themeOf(this);
        const Colors &c = theme.colors();
        const int row = theme.scaled(24), glyph = theme.scaled(14);
        const QFont font = theme.font(TextStyle::Body), small = theme.font(TextStyle::Small);
        for (int i = 0; i < m_checks.size(); ++i) {
            const RunCheck &check = m_checks[i];
            const bool good = check.state == RunCheck::State::Good;
            const Status status = good                                  ? Status::Success
                                  : check.state == RunCheck::State::Bad ? Status::Failed
                                                                        : Status::Waiting;
            const QRect line(kPlanInset, i * row, width() - 2 * kPlanInset, row);
            painter.drawPixmap(
                line.x(), line.center().y() - glyph / 2,
                theme.pixmap(good ? "check" : "warn", glyph, c.of(status).fg, devicePixelRatioF()));
            const QRect text = line.adjusted(glyph + 8, 0, 0, 0);
            const int needed = QFontMetrics(small).horizontalAdvance(check.detail);
            const int left = qMax(text.width() / 2, text.width() - needed - 12);
            painter.setFont(font);
            painter.setPen(c.textPrimary);
            painter.drawText(text, Qt::AlignVCenter,
                             painter.fontMetrics().elidedText(check.text, Qt::ElideRight, left));
            painter.setFont(small);
            painter.setPen(c.textSecondary);
            const int used = qMin(left, QFontMetrics(font).horizontalAdvance(check.text)) + 12;
            const QRect rest = text.adjusted(used, 0, 0, 0);
            painter.drawText(rest, Qt::AlignVCenter | Qt::AlignRight,
                             painter.fontMetrics().elidedText(check.detail, Qt::ElideMiddle, rest.width()));
        }
    }

private:
    QList<RunCheck> m_checks;
};

PlanPane::PlanPane(const PlanModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_header(new Label(TextStyle::Body, Ink::Primary, this))
    , m_head(new Head(this))
    , m_routing(new Label(TextStyle::Small, Ink::Secondary, this))
    , m_steps(new QListView(this))
    , m_caption(new Label(TextStyle::Caption, Ink::Secondary, this))
    , m_checks(new Checks(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto *area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *body = new QWidget;
    auto *rows = new QVBoxLayout(body);
    rows->setContentsMargins(0, 0, 0, 10);
    rows->setSpacing(0);
    auto *head = new QHBoxLayout(m_head);
    head->setContentsMargins(kPlanInset, 0, kPlanInset, 0);
    head->addWidget(m_header);
    m_header->setElide(Qt::ElideRight);
    m_routing->setContentsMargins(kPlanInset, 6, kPlanInset, 6);
    m_routing->setWordWrap(true);
    m_steps->setModel(new SpokenPlan(m_steps));
    static_cast<QIdentityProxyModel *>(m_steps->model())->setSourceModel(const_cast<PlanModel *>(&model));
    m_steps->setItemDelegate(new StepDelegate(m_steps));
    m_steps->setObjectName("plan");
    m_steps->setUniformItemSizes(true);
    m_steps->setSelectionMode(QAbstractItemView::SingleSelection);
    m_steps->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_steps->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_caption->setContentsMargins(kPlanInset, 10, kPlanInset, 4);
    for (QWidget *part : {static_cast<QWidget *>(m_routing), static_cast<QWidget *>(m_steps),
                          static_cast<QWidget *>(m_caption), static_cast<QWidget *>(m_checks)})
        rows->addWidget(part);
    rows->addStretch();
    area->setWidget(body);
    for (QWidget *ground : {body, area->viewport(), m_steps->viewport()})
        ground->setAutoFillBackground(false);
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addWidget(area, 1);
    connect(&model, &QAbstractItemModel::modelReset, this, &PlanPane::fit);
    connect(&themeOf(this), &Theme::changed, this, &PlanPane::fit);
    setRouting({});
    fit();
    retranslate();
}

void PlanPane::fit()
{
    const Theme &theme = themeOf(this);
    m_head->setFixedHeight(theme.scaled(30));
    m_steps->setFixedHeight(m_model.rowCount() * theme.rowHeight());
    m_checks->fit();
}

void PlanPane::setHeader(const QString &text, bool isStale)
{
    m_header->setText(text);
    m_header->setInk(isStale ? Ink::Secondary : Ink::Primary);
}

void PlanPane::setRouting(const QString &text)
{
    m_routing->setText(text);
    m_routing->setVisible(!text.isEmpty());
}

void PlanPane::setChecks(const QString &caption, const QList<RunCheck> &checks)
{
    m_caption->setText(caption);
    m_caption->setVisible(!checks.isEmpty());
    m_checks->show(checks);
}

void PlanPane::retranslate()
{
    m_steps->setAccessibleName(tr("Steps of the plan"));
    m_steps->viewport()->update();
}

void PlanPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace batuta::views
