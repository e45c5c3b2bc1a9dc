// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/metrics/panel_dialog.h"

#include "views/widgets/button.h"
#include "views/widgets/code_view.h"
#include "views/widgets/label.h"
#include "views/widgets/notice.h"
#include "views/widgets/pane.h"
#include "views/widgets/words.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLineEdit>

namespace batuta::views {
namespace {

constexpr int kDialogInset = 16, kBetween = 8;
constexpr qsizetype kMostSeries = 20'000; // characters

} // namespace

PanelDialog::PanelDialog(const QString &title, const PanelForm &form, Take take, QWidget *parent)
    : QWidget(parent)
    , m_take(std::move(take))
    , m_problem(new Notice(Notice::Kind::Error, this))
    , m_title(new QLineEdit(QString::fromStdString(form.title), this))
    , m_note(new QLineEdit(QString::fromStdString(form.note), this))
    , m_objective(new QLineEdit(QString::fromStdString(form.objective), this))
    , m_alert(new QLineEdit(QString::fromStdString(form.alert), this))
    , m_kind(new QComboBox(this))
    , m_unit(new QComboBox(this))
    , m_series(new CodeView(this))
{
    // In the order of PanelKind and Unit.
    m_kind->addItems(
        {tr("Lines"), tr("Stacked areas"), tr("Heatmap"), tr("Circuit breakers"), tr("Bars"), tr("Table")});
    m_unit->addItems({tr("A number"), tr("A number a minute"), tr("Seconds"), tr("A share, shown in percent"),
                      tr("Bytes")});
    m_kind->setCurrentIndex(static_cast<int>(form.kind));
    m_unit->setCurrentIndex(static_cast<int>(form.unit));
    m_series->setCode(QString::fromStdString(form.series), CodeView::Language::Plain);
    m_series->setEditable(kMostSeries);
    m_series->installEventFilter(this);
    build(title);
}

void PanelDialog::build(const QString &title)
{
    auto *head = new Bar(Bar::Kind::ViewHeader, this);
    auto *close = new Button(tr("Close"), "x", Button::Variant::Ghost, head);
    close->setIconOnly(true);
    head->row()->addWidget(new Label(title, TextStyle::Title, Ink::Primary, head), 1);
    head->row()->addWidget(close);
    auto *rows = new QFormLayout;
    rows->setContentsMargins(kDialogInset, kDialogInset, kDialogInset, kDialogInset);
    rows->setVerticalSpacing(kBetween);
    rows->setHorizontalSpacing(2 * kBetween);
    rows->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    addRow(*rows, tr("Title"), m_title);
    addRow(*rows, tr("Note"), m_note, tr("beside the title, in grey"));
    addRow(*rows, tr("Shown as"), m_kind);
    addRow(*rows, tr("Unit"), m_unit);
    addRow(*rows, tr("Objective"), m_objective, tr("a dashed line at this value"));
    addRow(*rows, tr("Alert above"), m_alert, tr("what lies above is tinted, such as 0.05 for 5 %"));
    addRow(*rows, tr("Questions"), m_series);
    auto *foot = new Bar(Bar::Kind::ActionBar, this);
    auto *hint = new Label(tr("Metric, function, where and by; or source and expression"), TextStyle::Small,
                           Ink::Secondary, foot);
    hint->setElide(Qt::ElideRight);
    auto *cancel = new Button(tr("Cancel"), {}, Button::Variant::Normal, foot);
    auto *accept = new Button(tr("Apply"), "check", Button::Variant::Primary, foot);
    accept->setKeyHint("Ctrl+Enter");
    foot->row()->addWidget(hint, 1);
    foot->row()->addWidget(cancel);
    foot->row()->addWidget(accept);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(head);
    column->addWidget(m_problem);
    column->addLayout(rows, 1);
    column->addWidget(foot);
    m_problem->hide();
    setFocusProxy(m_title);
    setAccessibleName(title);
    connect(close, &QAbstractButton::clicked, this, &PanelDialog::closeRequested);
    connect(cancel, &QAbstractButton::clicked, this, &PanelDialog::closeRequested);
    connect(accept, &QAbstractButton::clicked, this, &PanelDialog::accept);
    for (QLineEdit *field : {m_title, m_note, m_objective, m_alert})
        connect(field, &QLineEdit::returnPressed, this, &PanelDialog::accept);
}

void PanelDialog::addRow(QFormLayout &rows, const QString &name, QWidget *field, const QString &hint)
{
    auto *label = new Label(name, TextStyle::Body, Ink::Secondary, this);
    label->setBuddy(field);
    field->setAccessibleName(name);
    field->setAccessibleDescription(hint);
    if (auto *line = qobject_cast<QLineEdit *>(field))
        line->setPlaceholderText(hint);
    rows.addRow(label, field);
}

bool PanelDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<const QKeyEvent *>(event);
    const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (!isEnter || !(key->modifiers() & Qt::ControlModifier))
        return QWidget::eventFilter(watched, event);
    accept();
    return true;
}

PanelForm PanelDialog::form() const
{
    PanelForm form;
    form.title = m_title->text().trimmed().toStdString();
    form.note = m_note->text().trimmed().toStdString();
    form.kind = static_cast<series::PanelKind>(m_kind->currentIndex());
    form.unit = static_cast<series::Unit>(m_unit->currentIndex());
    form.objective = m_objective->text().trimmed().toStdString();
    form.alert = m_alert->text().trimmed().toStdString();
    form.series = m_series->toPlainText().trimmed().toStdString();
    return form;
}

void PanelDialog::accept()
{
    const PanelForm entered = form();
    if (entered.title.empty()) {
        m_problem->setText(tr("The panel needs a title."), {});
        m_problem->show();
        return m_title->setFocus();
    }
    const std::optional<Error> wrong = m_take(entered);
    if (!wrong) {
        emit closeRequested();
        return;
    }
    m_problem->setText(errorSentence(*wrong), errorAdvice(*wrong));
    m_problem->show();
}

} // namespace batuta::views
