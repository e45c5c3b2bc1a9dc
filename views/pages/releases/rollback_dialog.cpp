// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/releases/rollback_dialog.h"

#include "views/models/releases/config_text.h"
#include "views/pages/releases/check_list.h"
#include "views/pages/releases/release_words.h"
#include "views/pages/releases/tail_text.h"
#include "views/theme/draw.h"
#include "views/theme/theme.h"
#include "views/widgets/button.h"
#include "views/widgets/chip.h"
#include "views/widgets/code_view.h"
#include "views/widgets/column.h"
#include "views/widgets/label.h"
#include "views/widgets/pane.h"
#include "views/widgets/words.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QSignalBlocker>
#include <QStackedWidget>

namespace batuta::views {
namespace {

constexpr int kShortestReason = 10, kDialogInset = 16, kCommand = 62, kStripe = 6;

} // namespace

RollbackDialog::RollbackDialog(ReleasesModel &model, EngineLink &engine, bool utc, Wish wish, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_utc(utc)
    , m_plan(new RollbackPlan(model, engine, wish.target.empty() ? model.lastGood().revision : wish.target,
                              std::move(wish.traffic), this))
    , m_body(new QWidget(this))
    , m_stack(new QStackedWidget(this))
{
    QVBoxLayout *rows = column(this);
    rows->setContentsMargins(0, isProduction() ? kStripe : 0, 0, 0);
    rows->addWidget(buildHead());
    QVBoxLayout *body = column(m_body);
    body->addWidget(buildRoute());
    m_facts = new FactStrip(m_body);
    body->addWidget(m_facts);
    m_preflight = new Label(TextStyle::Small, Ink::Secondary, m_body);
    m_preflight->setContentsMargins(kDialogInset, 10, kDialogInset, 4);
    body->addWidget(m_preflight);
    m_checks = new CheckList(m_body);
    body->addWidget(m_checks);
    body->addWidget(buildFields());
    m_command = new CodeView(m_body);
    m_command->setFixedHeight(themeOf(this).scaled(kCommand));
    m_command->setAccessibleName(tr("The same with gcloud"));
    body->addWidget(m_command);
    body->addStretch(1);
    m_stack->addWidget(m_body);
    m_stack->addWidget(buildProgress());
    rows->addWidget(m_stack, 1);
    rows->addWidget(buildFoot());
    setFocusProxy(m_cancel);
    connect(m_plan, &RollbackPlan::changed, this, [this] {
        present();
        if (m_isConfirming && !m_plan->isLooking()) {
            m_isConfirming = false;
            confirm();
        }
    });
    connect(&m_model, &ReleasesModel::moveChanged, this, &RollbackDialog::presentProgress);
    connect(m_reason, &QLineEdit::textChanged, this, &RollbackDialog::present);
    connect(m_name, &QLineEdit::textChanged, this, &RollbackDialog::present);
    fillTargets();
    present();
}

bool RollbackDialog::isProduction() const
{
    return environmentKind(m_model.environment()) == EnvironmentKind::Production;
}

bool RollbackDialog::wantsName() const
{
    return isProduction() || (m_model.service() && m_model.service()->place.isGuarded);
}

QWidget *RollbackDialog::buildHead()
{
    auto *head = new Bar(Bar::Kind::ViewHeader, this);
    const QString service = QString::fromStdString(m_model.serviceName());
    const QString title =
        m_plan->isRollback() ? tr("Roll back %1").arg(service) : tr("Move the traffic of %1").arg(service);
    auto *label = new Label(title, TextStyle::Title, Ink::Primary, head);
    auto *in = new Label(tr("in", "an environment"), TextStyle::Body, Ink::Secondary, head);
    auto *chip = new Chip(environmentWord(m_model.environment()), head);
    chip->setEnvironment(environmentKind(m_model.environment()));
    auto *close = new Button(tr("Close"), "x", Button::Variant::Ghost, head);
    close->setIconOnly(true);
    connect(close, &QAbstractButton::clicked, this, &RollbackDialog::closeRequested);
    for (QWidget *widget : std::initializer_list<QWidget *>{label, in, chip})
        head->row()->addWidget(widget);
    head->row()->addStretch(1);
    head->row()->addWidget(close);
    setAccessibleName(title);
    return head;
}

QWidget *RollbackDialog::buildRoute()
{
    auto *route = new QWidget(m_body);
    auto *row = new QHBoxLayout(route);
    row->setContentsMargins(kDialogInset, 10, kDialogInset, 10);
    row->setSpacing(10);
    m_from = new Label(TextStyle::Mono, Ink::Primary, route);
    m_from->setElide(Qt::ElideRight);
    auto *arrow = new Label(QStringLiteral("→"), TextStyle::Title, Ink::Secondary, route);
    m_target = new QComboBox(route);
    m_target->setFont(themeOf(this).font(TextStyle::Mono));
    m_target->setMinimumContentsLength(14);
    m_target->setAccessibleName(tr("Back to"));
    m_why = new Label(TextStyle::Small, Ink::Secondary, route);
    m_why->setElide(Qt::ElideRight);
    row->addWidget(new Label(tr("From"), TextStyle::Small, Ink::Secondary, route));
    row->addWidget(m_from, 1);
    row->addWidget(arrow);
    row->addWidget(new Label(tr("To"), TextStyle::Small, Ink::Secondary, route));
    row->addWidget(m_target);
    row->addWidget(m_why, 1);
    connect(m_target, &QComboBox::activated, this,
            [this](int at) { m_plan->setTarget(m_target->itemData(at).toString().toStdString()); });
    return route;
}

QWidget *RollbackDialog::buildFields()
{
    auto *fields = new QWidget(m_body);
    auto *rows = new QVBoxLayout(fields);
    rows->setContentsMargins(kDialogInset, 10, kDialogInset, 10);
    rows->setSpacing(4);
    auto *reason = new Label(tr("Reason, kept in the audit trail"), TextStyle::Small, Ink::Secondary, fields);
    m_reason = new QLineEdit(fields);
    m_reason->setMaxLength(500);
    m_reason->setAccessibleName(reason->text());
    reason->setBuddy(m_reason);
    m_nameLabel = new Label(TextStyle::Small, Ink::Secondary, fields);
    m_name = new QLineEdit(fields);
    m_name->setFont(themeOf(this).font(TextStyle::Mono));
    m_name->setPlaceholderText(QString::fromStdString(m_model.serviceName()));
    m_nameLabel->setBuddy(m_name);
    m_nameLabel->setText(tr("Type %1 to confirm").arg(QString::fromStdString(m_model.serviceName())));
    m_name->setAccessibleName(m_nameLabel->text());
    for (QWidget *widget : std::initializer_list<QWidget *>{reason, m_reason, m_nameLabel, m_name})
        rows->addWidget(widget);
    m_nameLabel->setVisible(wantsName());
    m_name->setVisible(wantsName());
    return fields;
}

QWidget *RollbackDialog::buildProgress()
{
    m_progress = new QWidget(this);
    auto *rows = new QVBoxLayout(m_progress);
    rows->setContentsMargins(kDialogInset, kDialogInset, kDialogInset, kDialogInset);
    rows->setSpacing(8);
    m_phase = new Label(TextStyle::Title, Ink::Primary, m_progress);
    m_detail = new Label(TextStyle::Body, Ink::Secondary, m_progress);
    for (Label *label : {m_phase, m_detail}) {
        label->setWordWrap(true);
        rows->addWidget(label);
    }
    rows->addSpacing(8);
    m_logTitle = new Label(TextStyle::Strong, Ink::Primary, m_progress);
    m_log = new CodeView(m_progress);
    m_log->setAccessibleName(tr("Log of the service since then"));
    rows->addWidget(m_logTitle);
    rows->addWidget(m_log, 1);
    return m_progress;
}

QWidget *RollbackDialog::buildFoot()
{
    auto *foot = new Bar(Bar::Kind::ActionBar, this);
    m_foot = new Label(TextStyle::Small, Ink::Secondary, foot);
    m_foot->setElide(Qt::ElideRight);
    m_cancel = new Button(tr("Cancel"), {}, Button::Variant::Normal, foot);
    m_cancel->setKeyHint(tr("Esc", "the key"));
    m_confirm = new Button(QString(), isProduction() ? "lock" : "rollback",
                           isProduction() ? Button::Variant::Production : Button::Variant::Primary, foot);
    m_confirm->setText(isProduction()         ? (m_plan->isRollback() ? tr("Roll back production")
                                                                      : tr("Move traffic in production"))
                       : m_plan->isRollback() ? tr("Roll back")
                                              : tr("Move traffic"));
    m_undo = new Button(tr("Undo"), "undo", Button::Variant::Normal, foot);
    m_undo->setKeyHint(QKeySequence(QKeySequence::Undo).toString(QKeySequence::NativeText));
    m_undo->hide();
    foot->row()->addWidget(m_foot, 1);
    for (Button *button : {m_undo, m_cancel, m_confirm})
        foot->row()->addWidget(button);
    connect(m_undo, &QAbstractButton::clicked, this, &RollbackDialog::undo);
    connect(m_cancel, &QAbstractButton::clicked, this, &RollbackDialog::closeRequested);
    m_confirm->installEventFilter(this);
    connect(m_confirm, &QAbstractButton::clicked, this, &RollbackDialog::confirm);
    return foot;
}

/// The best first; those that are out of the question are not offered.
void RollbackDialog::fillTargets()
{
    const QSignalBlocker quiet(m_target);
    const releases::LastGood good = m_model.lastGood();
    for (const releases::Candidate &candidate : good.candidates)
        if (candidate.isPossible || candidate.revision == m_plan->target())
            m_target->addItem(
                QString::fromStdString(shortRevision(candidate.revision, m_model.serviceName())),
                QString::fromStdString(candidate.revision));
    m_target->setCurrentIndex(m_target->findData(QString::fromStdString(m_plan->target())));
    m_target->setEnabled(m_plan->isRollback() && m_target->count() > 1);
}

/// What speaks for the revision, or why one cannot go back to it.
QString RollbackDialog::evidence(const releases::Candidate &candidate)
{
    const releases::Record &record = candidate.record;
    if (!candidate.isPossible)
        return QString::fromStdString(candidate.why);
    if (record.requests <= 0)
        return tr("no requests are on record");
    return tr("served for %1, %Ln request(s), %2 % with 5xx", nullptr,
              static_cast<int>(std::min(record.requests + 0.5, 2e9)))
        .arg(durationWord(record.served), QLocale().toString(100 * record.failureShare(), 'f', 2));
}

void RollbackDialog::present()
{
    if (m_isSent)
        return presentProgress();
    const QString target = QString::fromStdString(shortRevision(m_plan->target(), m_model.serviceName()));
    QStringList from;
    for (const TrafficShare &share : m_model.serving())
        from << tr("%1 %2 %", "a revision and its share")
                    .arg(QString::fromStdString(shortRevision(share.revision, m_model.serviceName())))
                    .arg(share.percent);
    m_from->setText(from.join(QStringLiteral(", ")));
    const releases::LastGood good = m_model.lastGood();
    QString why;
    for (const releases::Candidate &candidate : good.candidates)
        if (candidate.revision == m_plan->target())
            why = evidence(candidate);
    m_why->setText(why);
    m_why->setToolTip(why);
    presentFacts();
    const auto all = m_plan->checks().size();
    m_preflight->setText(tr("Preflight, %1 of %2 done").arg(m_plan->done()).arg(all));
    m_checks->setChecks(m_plan->checks(), target);
    QString command = this->command();
    if (const auto at = command.indexOf(QStringLiteral(" --")); at > 0)
        command.replace(at, 3, QStringLiteral(" \\\n    --"));
    m_command->setCode(QStringLiteral("$ ") + command, CodeView::Language::Shell);
    const QString no = whyNot();
    m_confirm->setEnabled(no.isEmpty());
    m_foot->setText(m_isOvertaken  ? tr("Somebody changed the service meanwhile: look again, then confirm.")
                    : no.isEmpty() ? tr("Enter does not confirm here.")
                                   : tr("Enter does not confirm here. %1").arg(no));
}

/// What it means, by the figures that are there.
void RollbackDialog::presentFacts()
{
    const client::RevisionFigures *figures = m_model.figures(m_plan->target());
    const std::optional<double> rate = m_plan->movingRate();
    const QString none = QStringLiteral("–");
    const auto flows = m_model.service() ? m_model.service()->flows.size() : 0;
    m_facts->setFacts(
        {{tr("of traffic moves"), shareWord(m_plan->moving()), false},
         {tr("at the current rate"), rate ? rateWord(*rate) : none, false},
         {tr("flows call this service"), QString::number(flows), false},
         {tr("failed there in the last day"),
          figures && figures->requests > 0 ? ratioWord(figures->failures / figures->requests) : none, false},
         {tr("p95 there"),
          figures && figures->p95 ? durationWord(Duration(static_cast<std::int64_t>(*figures->p95 * 1'000)))
                                  : none,
          false}});
}

QString RollbackDialog::command() const
{
    return m_model.service() ? QString::fromStdString(
                                   releases::gcloudLine(m_model.service()->service.name, m_plan->traffic()))
                             : QString();
}

QString RollbackDialog::whyNot() const
{
    if (m_plan->target().empty())
        return tr("There is no revision to go back to.");
    if (m_plan->moving() == 0)
        return tr("Nothing would change.");
    if (m_plan->isLooking())
        return tr("The checks are not done yet.");
    if (m_plan->fails())
        return tr("A check fails.");
    const auto reason = static_cast<int>(m_reason->text().trimmed().size());
    if (reason < kShortestReason)
        return tr("The reason needs %n more character(s).", nullptr, kShortestReason - reason);
    const QString name = QString::fromStdString(m_model.serviceName());
    if (!wantsName() || m_name->text() == name)
        return {};
    const auto missing = static_cast<int>(name.size() - m_name->text().size());
    return name.startsWith(m_name->text()) ? tr("%n more character(s) to type.", nullptr, missing)
                                           : tr("That is not the name of the service.");
}

void RollbackDialog::confirm()
{
    if (m_isSent || !whyNot().isEmpty())
        return;
    m_isOvertaken = m_plan->isOvertaken();
    if (m_isOvertaken) // what was confirmed is not what would happen
        return m_plan->look();
    if (m_plan->isStale()) {
        m_isConfirming = true;
        return m_plan->look();
    }
    m_isSent = true;
    m_model.route(m_plan->traffic(), m_reason->text(), m_plan->isRollback());
    presentProgress();
    m_cancel->setFocus();
}

void RollbackDialog::presentProgress()
{
    if (!m_isSent || !m_model.move())
        return;
    const TrafficMove &move = *m_model.move();
    m_stack->setCurrentWidget(m_progress);
    m_confirm->hide();
    m_cancel->setText(tr("Close"));
    m_phase->setText(moveSentence(move, m_utc));
    QStringList lines{tr("Sent at %1.").arg(clockTime(move.sentAt, m_utc))};
    if (move.acceptedAt != WallTime{})
        lines << tr("Accepted by the cloud after %1.")
                     .arg(durationWord(std::chrono::duration_cast<Duration>(move.acceptedAt - move.sentAt)));
    if (move.phase == TrafficMove::Phase::Done)
        lines << tr("Moved after %1. It can be undone for two minutes.")
                     .arg(durationWord(std::chrono::duration_cast<Duration>(move.doneAt - move.sentAt)));
    if (move.phase == TrafficMove::Phase::Failed) {
        lines << errorAdvice(move.error);
        QStringList now;
        for (const TrafficShare &share : m_model.serving())
            now << tr("%1 %2 %", "a revision and its share")
                       .arg(QString::fromStdString(shortRevision(share.revision, m_model.serviceName())))
                       .arg(share.percent);
        lines << tr("Traffic is now at: %1").arg(now.join(QStringLiteral(", ")));
    }
    m_undo->setVisible(m_model.undoSecondsLeft() > 0);
    m_detail->setText(lines.join('\n'));
    m_foot->setText(m_model.isMoving() ? tr("It is safe to close this: the cloud goes on.") : QString());
    m_phase->setAccessibleDescription(m_detail->text());
    presentLog();
}

/// What the service says while one watches; at the end of the two minutes it stands still.
void RollbackDialog::presentLog()
{
    LogTail &log = m_model.moveLog();
    log.setUtc(m_utc);
    const int left = m_model.watchSecondsLeft(), failures = log.failures();
    const QString errors = tr("%n error(s)", nullptr, failures);
    m_logTitle->setText(left > 0 ? tr("Log, %1, watched for %2 s more").arg(errors).arg(left)
                                 : tr("Log, %1").arg(errors));
    showTail(*m_log,
             log.lines().isEmpty() && log.problem() ? errorSentence(*log.problem()) : log.lines().join('\n'));
}

/// One key: whoever has just confirmed need not do it again.
void RollbackDialog::undo()
{
    if (m_isSent)
        m_model.undo(tr("Undone within two minutes"));
}

/// Nothing here is confirmed by Enter, wherever the focus is.
void RollbackDialog::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Undo))
        return undo();
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return event->accept();
    QWidget::keyPressEvent(event);
}

bool RollbackDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_confirm && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter)
            return true;
    }
    return QWidget::eventFilter(watched, event);
}

/// Production has its stripe above the panel.
void RollbackDialog::paintEvent(QPaintEvent *event)
{
    QWidget::paintEvent(event);
    if (!isProduction())
        return;
    QPainter painter(this);
    const Role &role = themeOf(this).colors().of(EnvironmentKind::Production);
    painter.setClipRect(QRect(0, 0, width(), kStripe));
    painter.fillRect(rect(), role.solid);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(mixed(role.solid, Qt::black, 0.42), 6));
    for (int x = -10; x < width() + 10; x += 20)
        painter.drawLine(x, kStripe + 2, x + kStripe + 4, -2);
}

} // namespace batuta::views
