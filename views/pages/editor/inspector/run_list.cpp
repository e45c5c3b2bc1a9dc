// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/editor/inspector/run_list.h"

#include "views/pages/editor/inspector/recorded_run.h"
#include "views/theme/draw.h"
#include "views/theme/theme.h"
#include "views/widgets/label.h"
#include "views/widgets/words.h"

#include <QAbstractButton>
#include <QBoxLayout>
#include <QPainter>

#include <algorithm>

namespace batuta::views {
namespace {

/// One run: state, when, how long, which.
class RunRow final : public QAbstractButton
{
public:
    RunRow(std::string status, QStringList columns, QWidget *parent)
        : QAbstractButton(parent)
        , m_status(statusOf(status))
        , m_columns(std::move(columns))
    {
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        setAccessibleName(statusWord(status) + ", " + m_columns.join(", "));
        setToolTip(accessibleName());
    }

    QSize sizeHint() const override { return {100, themeOf(this).scaled(30)}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const Theme &theme = themeOf(this);
        const Colors &c = theme.colors();
        if (underMouse())
            painter.fillRect(rect(), mixed(c.panel, c.active, 0.45));
        const int glyph = theme.scaled(13);
        int x = 14;
        painter.drawPixmap(x, (height() - glyph) / 2,
                           theme.statusPixmap(m_status, glyph, devicePixelRatioF()));
        x += glyph + 8;
        painter.setFont(theme.font(TextStyle::MonoSmall));
        painter.setPen(c.textPrimary);
        const QRect room(x, 0, width() - x - 14, height());
        painter.drawText(room, Qt::AlignVCenter, m_columns.value(0));
        const int end = painter.fontMetrics().horizontalAdvance(m_columns.value(1));
        painter.drawText(room, Qt::AlignVCenter | Qt::AlignRight, m_columns.value(1));
        painter.setPen(c.textTertiary);
        const int from = x + painter.fontMetrics().horizontalAdvance(m_columns.value(0)) + 10;
        const QRect middle(from, 0, width() - 14 - end - 10 - from, height());
        painter.drawText(
            middle, Qt::AlignVCenter,
            painter.fontMetrics().elidedText(m_columns.value(2), Qt::ElideRight, middle.width()));
        if (hasFocus())
            drawFocusRing(painter, rect(), 4, c.focus, true);
    }

private:
    Status m_status;
    QStringList m_columns;
};

} // namespace

RunList::RunList(RecordedRun &runs, QWidget *parent)
    : QWidget(parent)
    , m_runs(runs)
    , m_column(new QVBoxLayout(this))
    , m_note(new Label(TextStyle::Body, Ink::Secondary, this))
{
    m_column->setContentsMargins(0, 8, 0, 8);
    m_column->setSpacing(0);
    m_note->setWordWrap(true);
    m_note->setContentsMargins(14, 4, 14, 4);
    m_column->addWidget(m_note);
    m_column->addStretch(1);
    connect(&runs, &RecordedRun::changed, this, &RunList::refresh);
    refresh();
}

void RunList::setStep(const std::string &step)
{
    if (step == m_step)
        return;
    m_step = step;
    refresh();
}

int RunList::rows() const
{
    return static_cast<int>(findChildren<QAbstractButton *>(QString(), Qt::FindDirectChildrenOnly).size());
}

void RunList::refresh()
{
    for (QAbstractButton *row : findChildren<QAbstractButton *>(QString(), Qt::FindDirectChildrenOnly)) {
        row->setParent(nullptr);
        row->deleteLater();
    }
    int at = 0;
    for (const client::ExecutionRecord &run : m_runs.runs()) {
        const auto step = std::find_if(run.steps.begin(), run.steps.end(),
                                       [this](const client::StepRecord &one) { return one.step == m_step; });
        if (!m_step.empty() && step == run.steps.end())
            continue; // a version without it
        const bool isStep = !m_step.empty();
        const WallTime began = isStep && step->startedAt != WallTime{} ? step->startedAt : run.startedAt;
        auto *row = new RunRow(isStep ? step->status : run.status,
                               {dayAndTime(began, false).section('.', 0, 0),
                                durationWord(isStep ? step->duration : run.duration), shortId(run.id)},
                               this);
        connect(row, &QAbstractButton::clicked, this, [this, id = QString::fromStdString(run.id)] {
            emit openRequested(id, QString::fromStdString(m_step));
        });
        m_column->insertWidget(at++, row);
        row->show();
    }
    m_note->setVisible(at == 0);
    m_note->setText(m_runs.trouble()     ? errorSentence(*m_runs.trouble())
                    : m_runs.isLoading() ? QString()
                    : m_step.empty()     ? tr("The flow has not run yet.")
                                         : tr("The step has not run yet."));
}

} // namespace batuta::views
