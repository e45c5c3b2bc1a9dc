// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/releases/rehearsal_dialog.h"

#include "views/pages/releases/rehearsal_table.h"
#include "views/theme/theme.h"
#include "views/widgets/button.h"
#include "views/widgets/chip.h"
#include "views/widgets/code_view.h"
#include "views/widgets/column.h"
#include "views/widgets/label.h"
#include "views/widgets/notice.h"
#include "views/widgets/pane.h"
#include "views/widgets/words.h"

#include <QComboBox>
#include <QIntValidator>
#include <QKeyEvent>
#include <QLineEdit>

namespace batuta::views {
namespace {

constexpr int kMostAtOnce = 50, kLettersOfReason = 10, kDifferencesHeight = 130;

/// What a person reads of a side: `p50 12 ms, p95 40 ms`.
QString sideText(const client::RehearsalSide &side)
{
    return RehearsalDialog::tr("p50 %1, p95 %2").arg(rehearsalTime(side.p50), rehearsalTime(side.p95));
}

QString rehearsalCounts(const client::RehearsalReport &report)
{
    QStringList parts;
    const auto add = [&](int count, const char *end) {
        if (count > 0)
            parts << QString::number(count) + ' ' + rehearsalEndWord(end);
    };
    add(report.worse, "worse");
    add(report.different, "different");
    add(report.mended, "mended");
    add(report.same, "same");
    add(report.notRun, "not_run");
    return parts.join(QStringLiteral(", "));
}

QString verdictWord(const std::string &verdict)
{
    return verdict == "good"     ? RehearsalDialog::tr("As before.")
           : verdict == "broken" ? RehearsalDialog::tr("Not as before.")
                                 : RehearsalDialog::tr("Not enough is known.");
}

} // namespace

RehearsalDialog::RehearsalDialog(RehearsalModel *model, const std::string &tag, bool isGuarded,
                                 QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_isGuarded(isGuarded)
    , m_rows(new RehearsalRows(this))
{
    m_model->setParent(this);
    build(tag);
    connect(m_model, &RehearsalModel::changed, this, &RehearsalDialog::present);
    present();
}

void RehearsalDialog::build(const std::string &tag)
{
    QVBoxLayout *lines = column(this);
    const client::RehearsalRequest &wanted = m_model->wanted();
    auto *head = new Bar(Bar::Kind::ViewHeader, this);
    auto *title = new Label(tr("Rehearse a revision"), TextStyle::Title, Ink::Primary, head);
    auto *name = new Label(QString::fromStdString(wanted.revision), TextStyle::Mono, Ink::Secondary, head);
    auto *facts =
        new Label(tr("0 %, tag %1").arg(QString::fromStdString(tag)), TextStyle::Small, Ink::Secondary, head);
    auto *chip = new Chip(environmentWord(wanted.environment), head);
    chip->setEnvironment(environmentKind(wanted.environment));
    for (QWidget *widget : std::initializer_list<QWidget *>{title, name, facts, chip})
        head->row()->addWidget(widget);
    head->row()->addStretch(1);
    m_before = new Notice(Notice::Kind::Warning, this);
    m_before->setText(tr("Its functions are really called, with the recorded inputs."),
                      tr("What they write or send, they write or send again. Live traffic and other steps "
                         "are left alone."));
    m_verdict = new Notice(Notice::Kind::Info, this);
    m_verdict->hide();
    lines->addWidget(head);
    lines->addWidget(m_before);
    lines->addWidget(buildForm());
    lines->addWidget(m_verdict);
    lines->addWidget(buildFound(), 1);
    lines->addWidget(buildFoot());
    setFocusProxy(m_flow);
    setAccessibleName(title->text());
}

QWidget *RehearsalDialog::buildForm()
{
    auto *form = new QWidget(this);
    auto *row = new QHBoxLayout(form);
    row->setContentsMargins(14, 8, 14, 8);
    row->setSpacing(12);
    const auto place = [&](const QString &text, QWidget *field, int stretch) {
        auto *both = new QVBoxLayout;
        both->setSpacing(4);
        auto *label = new Label(text, TextStyle::Small, Ink::Secondary, form);
        label->setBuddy(field);
        field->setAccessibleName(text);
        both->addWidget(label);
        both->addWidget(field);
        row->addLayout(both, stretch);
    };
    m_flow = new QComboBox(form);
    m_flow->addItems(m_model->flows());
    if (m_model->callers() > 0 && m_model->callers() < m_flow->count())
        m_flow->insertSeparator(m_model->callers());
    const auto number = [&](int value) {
        auto *field = new QLineEdit(QString::number(value), form);
        field->setValidator(new QIntValidator(0, kMostAtOnce, field));
        connect(field, &QLineEdit::textChanged, this, &RehearsalDialog::present);
        return field;
    };
    m_succeeded = number(m_model->wanted().succeeded);
    m_failed = number(m_model->wanted().failed);
    m_ignore = new QLineEdit(form);
    m_ignore->setFont(themeOf(this).font(TextStyle::Mono));
    m_ignore->setPlaceholderText(QStringLiteral("id, items[*].at"));
    m_reason = new QLineEdit(form);
    m_reason->setMaxLength(500);
    place(tr("Executions of the flow"), m_flow, 3);
    place(tr("Newest that succeeded"), m_succeeded, 1);
    place(tr("Newest that failed"), m_failed, 1);
    place(tr("Values that may differ"), m_ignore, 3);
    if (m_isGuarded)
        place(tr("Reason, kept in the audit trail"), m_reason, 3);
    else
        m_reason->hide();
    connect(m_flow, &QComboBox::currentIndexChanged, this, &RehearsalDialog::present);
    connect(m_reason, &QLineEdit::textChanged, this, &RehearsalDialog::present);
    return form;
}

QWidget *RehearsalDialog::buildFound()
{
    auto *found = new QWidget(this);
    QVBoxLayout *lines = column(found);
    m_latency = new Label(TextStyle::Body, Ink::Secondary, found);
    m_latency->setContentsMargins(14, 6, 14, 6);
    m_empty = new Label(TextStyle::Body, Ink::Secondary, found);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_table = new RehearsalTable(*m_rows, found);
    m_table->setAccessibleName(tr("What was found"));
    m_differences = new CodeView(found);
    m_differences->setAccessibleName(tr("What differs in the execution"));
    m_differences->setFixedHeight(themeOf(this).scaled(kDifferencesHeight));
    lines->addWidget(m_latency);
    auto *inset = new QHBoxLayout; // the first column stands below the fields
    inset->setContentsMargins(12, 0, 12, 0);
    inset->addWidget(m_table);
    lines->addWidget(m_empty, 1);
    lines->addLayout(inset, 1);
    lines->addWidget(m_differences);
    connect(m_table, &RehearsalTable::rowChosen, this, &RehearsalDialog::presentRow);
    connect(m_table, &QAbstractItemView::doubleClicked, this, &RehearsalDialog::compare);
    return found;
}

QWidget *RehearsalDialog::buildFoot()
{
    auto *foot = new Bar(Bar::Kind::ActionBar, this);
    m_foot = new Label(TextStyle::Small, Ink::Secondary, foot);
    m_foot->setElide(Qt::ElideRight);
    m_compare = new Button(tr("Compare the executions"), "compare", Button::Variant::Normal, foot);
    m_close = new Button(tr("Close"), {}, Button::Variant::Normal, foot);
    m_close->setKeyHint(tr("Esc", "the key"));
    m_start = new Button(tr("Rehearse"), "play",
                         m_isGuarded ? Button::Variant::Production : Button::Variant::Primary, foot);
    foot->row()->addWidget(m_foot, 1);
    for (Button *button : {m_compare, m_close, m_start})
        foot->row()->addWidget(button);
    connect(m_compare, &QAbstractButton::clicked, this, &RehearsalDialog::compare);
    connect(m_close, &QAbstractButton::clicked, this, &RehearsalDialog::closeRequested);
    connect(m_start, &QAbstractButton::clicked, this, &RehearsalDialog::start);
    return foot;
}

QString RehearsalDialog::verdict() const
{
    return m_sentence;
}

QString RehearsalDialog::whyNot() const
{
    if (m_flow->currentText().isEmpty())
        return tr("The workspace has no flow.");
    const int count = m_succeeded->text().toInt() + m_failed->text().toInt();
    if (count < 1 || count > kMostAtOnce)
        return tr("From 1 to 50 executions can be run again.");
    const auto letters = static_cast<int>(m_reason->text().trimmed().size());
    if (m_isGuarded && letters < kLettersOfReason)
        return tr("The reason needs %n more character(s).", nullptr, kLettersOfReason - letters);
    return {};
}

void RehearsalDialog::start()
{
    if (m_model->isRunning())
        return m_model->stop();
    if (!whyNot().isEmpty())
        return;
    client::RehearsalRequest request = m_model->wanted();
    request.flow = m_flow->currentText().toStdString();
    request.succeeded = m_succeeded->text().toInt();
    request.failed = m_failed->text().toInt();
    request.ignore.clear();
    for (const QString &path : m_ignore->text().split(',', Qt::SkipEmptyParts))
        if (!path.trimmed().isEmpty())
            request.ignore.push_back(path.trimmed().toStdString());
    request.why = m_reason->text().trimmed().toStdString();
    m_wasOver = false;
    m_model->start(request);
}

void RehearsalDialog::present()
{
    const bool isRunning = m_model->isRunning();
    const auto &state = m_model->state();
    for (QWidget *field : std::initializer_list<QWidget *>{m_flow, m_succeeded, m_failed, m_ignore, m_reason})
        field->setEnabled(!isRunning);
    const QString why = whyNot();
    m_start->setText(isRunning ? tr("Stop") : tr("Rehearse"));
    m_start->setEnabled(isRunning || why.isEmpty());
    m_foot->setText(isRunning ? tr("It goes on when this is closed, as an execution of the engine.") : why);
    if (!m_wasOver)
        m_rows->setReports(state ? state->reports : std::vector<client::RehearsalReport>());
    const bool isOver = state && state->isOver;
    if (isOver && !m_wasOver && m_rows->rowCount() > 0)
        m_table->selectRow(0); // the worst
    m_wasOver = isOver;
    const bool hasRows = m_rows->rowCount() > 0;
    m_table->setVisible(hasRows);
    m_differences->setVisible(hasRows);
    m_empty->setVisible(!hasRows);
    m_empty->setText(!isRunning               ? QString()
                     : state && state->of > 0 ? tr("%1 of %2 executions").arg(state->done).arg(state->of)
                                              : tr("Looking for executions that called the service"));
    presentVerdict();
    presentRow();
}

void RehearsalDialog::presentVerdict()
{
    const auto &state = m_model->state();
    const auto &problem = m_model->problem();
    const bool isOver = state && state->isOver && !m_model->isRunning();
    m_verdict->setVisible(problem || isOver);
    m_latency->setVisible(isOver && !state->reports.empty());
    m_sentence.clear();
    if (problem) {
        m_sentence = errorSentence(*problem);
        m_verdict->setKind(Notice::Kind::Error);
        m_verdict->setText(m_sentence, errorAdvice(*problem));
        return;
    }
    if (!isOver)
        return;
    if (state->reports.empty() || state->reports.front().runs == 0) { // it did not come to that
        m_sentence = QString::fromStdString(state->error);
        m_verdict->setKind(Notice::Kind::Warning);
        return m_verdict->setText(m_sentence, {});
    }
    const client::RehearsalReport &report = state->reports.front();
    m_sentence = verdictWord(report.verdict) + ' ' + rehearsalCounts(report);
    m_verdict->setKind(report.verdict == "good"     ? Notice::Kind::Info
                       : report.verdict == "broken" ? Notice::Kind::Error
                                                    : Notice::Kind::Warning);
    m_verdict->setText(verdictWord(report.verdict), rehearsalCounts(report));
    m_latency->setText(tr("Then %1 · now %2, from %n call(s)", nullptr, report.now.calls)
                           .arg(sideText(report.then), sideText(report.now)));
}

void RehearsalDialog::presentRow()
{
    const RehearsalRows::Row *row = m_rows->at(m_table->currentIndex().row());
    m_compare->setEnabled(row != nullptr && !row->execution.empty());
    QStringList lines;
    if (row != nullptr) {
        if (!row->call.error.empty())
            lines << QString::fromStdString(row->call.error);
        for (const client::RehearsedDifference &one : row->call.differences)
            lines << differenceLine(one);
        const auto more = row->call.different - static_cast<int>(row->call.differences.size());
        if (more > 0)
            lines << tr("and %n more", nullptr, more);
        if (lines.isEmpty())
            lines << (row->why.empty() ? tr("Nothing differs.") : QString::fromStdString(row->why));
    }
    m_differences->setCode(lines.join('\n'), CodeView::Language::Plain);
}

void RehearsalDialog::compare()
{
    const RehearsalRows::Row *row = m_rows->at(m_table->currentIndex().row());
    if (row == nullptr || row->execution.empty())
        return;
    emit compareRequested(QString::fromStdString(row->origin), QString::fromStdString(row->execution));
    emit closeRequested();
}

/// What really calls functions is begun with the pointer or with Space on its button.
void RehearsalDialog::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return event->accept();
    QWidget::keyPressEvent(event);
}

} // namespace batuta::views
