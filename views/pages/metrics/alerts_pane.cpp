// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/metrics/alerts_pane.h"

#include "views/theme/theme.h"
#include "views/widgets/button.h"
#include "views/widgets/delegates.h"
#include "views/widgets/label.h"
#include "views/widgets/notice.h"
#include "views/widgets/pane.h"
#include "views/widgets/words.h"

#include <QBoxLayout>
#include <QEvent>
#include <QHeaderView>
#include <QPainter>
#include <QTableView>

namespace batuta::views {
namespace {

constexpr int kEvery = 10'000;
constexpr int kHour = 60; ///< minutes

/// Names of columns stand where the cells begin.
class InsetHeader final : public QHeaderView
{
public:
    explicit InsetHeader(QWidget *parent)
        : QHeaderView(Qt::Horizontal, parent)
    {
        setSectionsClickable(false);
    }

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override
    {
        const Theme &theme = themeOf(this);
        painter->fillRect(rect, theme.colors().raised);
        painter->fillRect(QRect(rect.x(), rect.bottom(), rect.width(), 1), theme.colors().borderSubtle);
        painter->setFont(theme.font(TextStyle::Caption));
        painter->setPen(theme.colors().textTertiary);
        const auto align = model()->headerData(section, Qt::Horizontal, Qt::TextAlignmentRole);
        const QRect text = rect.adjusted(visualIndex(section) == 0 ? 14 : 8, 0, -8, 0);
        painter->drawText(text, align.isValid() ? align.toInt() : int(Qt::AlignLeft | Qt::AlignVCenter),
                          model()->headerData(section, Qt::Horizontal).toString());
    }
    QSize sizeHint() const override { return {100, themeOf(this).scaled(26)}; }
};

QTableView *makeTable(QAbstractItemModel &model, const QList<int> &widths, QWidget *parent)
{
    auto *table = new QTableView(parent);
    table->setHorizontalHeader(new InsetHeader(table));
    table->setModel(&model);
    table->setItemDelegate(new TextDelegate(table));
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setShowGrid(false);
    table->setFrameShape(QFrame::NoFrame);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(themeOf(table).rowHeight());
    table->horizontalHeader()->setStretchLastSection(true);
    for (int i = 0; i < widths.size(); ++i)
        table->setColumnWidth(i, themeOf(table).scaled(widths[i]));
    return table;
}

} // namespace

AlertsPane::AlertsPane(EngineLink &engine, const bool &utc, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
    , m_utc(utc)
    , m_model(new AlertsModel(this))
    , m_history(new AlertHistoryModel(this))
    , m_table(makeTable(*m_model, {190, 200, 420, 90, 80, 90}, this))
    , m_events(makeTable(*m_history, {170, 200, 160}, this))
    , m_problem(new Notice(Notice::Kind::Warning, this))
{
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_table, 1);
    auto *bar = new Bar(Bar::Kind::PanelTitle, content);
    m_historyTitle = new Label(TextStyle::Strong, Ink::Primary, bar);
    m_acknowledge = new Button(QString(), "check", Button::Variant::Normal, bar);
    m_mute = new Button(QString(), "bell", Button::Variant::Normal, bar);
    for (Button *button : {m_acknowledge, m_mute})
        button->setSmall(true);
    bar->row()->addWidget(m_historyTitle);
    bar->row()->addStretch(1);
    bar->row()->addWidget(m_acknowledge);
    bar->row()->addWidget(m_mute);
    column->addWidget(bar);
    column->addWidget(m_events, 1);
    m_pane = new StatePane(content, this);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(m_problem);
    whole->addWidget(m_pane, 1);
    m_problem->hide();
    m_table->setItemDelegateForColumn(AlertsModel::StateColumn, new StatusDelegate(m_table));
    for (const int mono : {AlertsModel::ValueColumn, AlertsModel::SampleColumn, AlertsModel::SinceColumn})
        m_table->setItemDelegateForColumn(mono, new MonoDelegate(m_table));
    m_events->setItemDelegateForColumn(AlertHistoryModel::TimeColumn, new MonoDelegate(m_events));
    setFocusProxy(m_table);
    connect(m_acknowledge, &QAbstractButton::clicked, this, &AlertsPane::acknowledge);
    connect(m_mute, &QAbstractButton::clicked, this, &AlertsPane::mute);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &AlertsPane::showButtons);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &AlertsPane::showButtons);
    connect(m_model, &QAbstractItemModel::modelReset, this, &AlertsPane::showButtons);
    m_timer.setInterval(kEvery);
    connect(&m_timer, &QTimer::timeout, this, &AlertsPane::refresh);
    m_pane->showLoading();
    retranslate();
}

void AlertsPane::retranslate()
{
    m_historyTitle->setText(tr("What happened"));
    m_acknowledge->setText(tr("Acknowledge"));
    m_table->setAccessibleName(tr("Alert rules"));
    m_events->setAccessibleName(tr("What alerts did"));
    showButtons();
}

void AlertsPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void AlertsPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_timer.start();
    refresh();
}

void AlertsPane::hideEvent(QHideEvent *event)
{
    m_timer.stop();
    QWidget::hideEvent(event);
}

void AlertsPane::refresh()
{
    m_engine.alerts(this, [this](const Result<series::AlertBook> &book) { came(book); });
}

void AlertsPane::came(const Result<series::AlertBook> &book)
{
    if (!book)
        return m_pane->showError(tr("The alerts could not be read."),
                                 errorSentence(book.error()) + QChar('\n') + errorAdvice(book.error()),
                                 nullptr);
    m_problem->setVisible(!book->problems.empty());
    if (!book->problems.empty())
        m_problem->setText(
            tr("%n problem(s) in metrics.yaml.", nullptr, static_cast<int>(book->problems.size())),
            errorSentence(book->problems.front()) + QChar(' ') + errorAdvice(book->problems.front()));
    m_model->setAlerts(book->alerts, m_utc);
    m_history->setEvents(book->history, m_utc);
    if (book->alerts.empty() && book->history.empty())
        m_pane->showEmpty(
            tr("No alert rules yet. They stand under alerts in %1.").arg(QString::fromStdString(book->file)));
    else
        m_pane->showContent();
    showButtons();
}

const series::Alert *AlertsPane::selected() const
{
    return m_model->alert(m_table->currentIndex().row());
}

QString AlertsPane::whyNotAcknowledge() const
{
    const series::Alert *alert = selected();
    if (alert == nullptr)
        return tr("Select an alert first");
    if (alert->state != series::AlertState::Firing)
        return tr("It does not fire");
    return alert->acknowledged.empty()
               ? QString()
               : tr("%1 has acknowledged it").arg(QString::fromStdString(alert->acknowledged));
}

QString AlertsPane::whyNotMute() const
{
    return selected() ? QString() : tr("Select an alert first");
}

void AlertsPane::showButtons()
{
    const series::Alert *alert = selected();
    const bool isMuted = alert && alert->mutedUntil > SystemClock().wall();
    m_mute->setText(isMuted ? tr("Unmute") : tr("Mute for an hour"));
    m_acknowledge->setEnabled(whyNotAcknowledge().isEmpty());
    m_acknowledge->setToolTip(whyNotAcknowledge());
    m_mute->setEnabled(alert != nullptr);
    m_mute->setToolTip(whyNotMute());
    emit selectionChanged();
}

void AlertsPane::acknowledge()
{
    act("acknowledge_alert", {}, tr("Acknowledged"));
}

void AlertsPane::mute()
{
    const series::Alert *alert = selected();
    const bool isMuted = alert && alert->mutedUntil > SystemClock().wall();
    act("mute_alert", json::Object{{"minutes", isMuted ? 0 : kHour}},
        isMuted ? tr("No longer muted") : tr("Muted for an hour"));
}

void AlertsPane::act(const char *verb, const json::Value &with, const QString &done)
{
    const series::Alert *alert = selected();
    if (alert == nullptr)
        return;
    client::Act act;
    act.verb = verb;
    act.subject = alert->rule.name;
    act.data = with;
    m_engine.act(std::move(act), this, [this, done](const Result<json::Value> &answer) {
        emit told(answer ? done : errorSentence(answer.error()));
        refresh();
    });
}

} // namespace batuta::views
