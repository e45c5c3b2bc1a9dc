// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/releases/watch_dialog.h"

#include "engine/cloud/monitoring_client.h"
#include "views/theme/theme.h"
#include "views/widgets/button.h"
#include "views/widgets/chip.h"
#include "views/widgets/choice.h"
#include "views/widgets/code_view.h"
#include "views/widgets/column.h"
#include "views/widgets/label.h"
#include "views/widgets/notice.h"
#include "views/widgets/pane.h"
#include "views/widgets/words.h"

#include <QLineEdit>
#include <QLocale>
#include <QScrollArea>

#include <algorithm>

namespace batuta::views {
namespace {

const QString kErrors = QStringLiteral("errors");
const QString kLatency = QStringLiteral("latency");
const QString kBudget = QStringLiteral("budget");
constexpr int kFormWidth = 380, kReasonLetters = 10;

/// `5`, `0.5`, with the comma of the language or a point.
std::optional<double> figureIn(const QString &text)
{
    bool isNumber = false;
    QString plain = text.trimmed();
    plain.replace(',', '.');
    const double value = QLocale::c().toDouble(plain, &isNumber);
    return isNumber ? std::optional(value) : std::nullopt;
}

QString figureText(double value)
{
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    return locale.toString(value, 'g', 8);
}

} // namespace

WatchDialog::WatchDialog(EngineLink &engine, const client::CloudPlace &place, const std::string &service,
                         bool isGuarded, QWidget *parent)
    : QWidget(parent)
    , m_model(new WatchModel(engine, place, service, this))
    , m_isGuarded(isGuarded)
{
    build();
    connect(m_model, &WatchModel::changed, this, [this] {
        if (!m_isFilled && m_model->watching()) {
            m_isFilled = true;
            fill();
        }
        present();
    });
    connect(m_model, &WatchModel::saved, this, [this] {
        m_isFilled = false; // as the cloud has it now
        emit told(isBudget() ? tr("The budget is saved.") : tr("The alert is saved."));
    });
    choose(kErrors);
}

void WatchDialog::build()
{
    QVBoxLayout *rows = column(this);
    auto *head = new Bar(Bar::Kind::ViewHeader, this);
    auto *title = new Label(tr("Alerts and budget"), TextStyle::Title, Ink::Primary, head);
    auto *chip = new Chip(environmentWord(m_model->place().environment), head);
    chip->setEnvironment(environmentKind(m_model->place().environment));
    m_kind = new Segmented(head);
    m_kind->add(kErrors, tr("Errors"));
    m_kind->add(kLatency, tr("Duration"));
    m_kind->add(kBudget, tr("Budget"));
    m_kind->setAccessibleName(tr("What is watched"));
    for (QWidget *widget : std::initializer_list<QWidget *>{
             title,
             new Label(QString::fromStdString(m_model->service()), TextStyle::Mono, Ink::Secondary, head),
             chip})
        head->row()->addWidget(widget);
    head->row()->addStretch(1);
    head->row()->addWidget(m_kind);
    m_notice = new Notice(Notice::Kind::Error, this);
    m_notice->hide();
    auto *body = new QWidget(this);
    auto *both = new QHBoxLayout(body);
    both->setContentsMargins(16, 12, 16, 12);
    both->setSpacing(16);
    auto *form = new QWidget(body);
    form->setFixedWidth(themeOf(this).scaled(kFormWidth));
    auto *fields = new QVBoxLayout(form);
    fields->setContentsMargins(0, 0, 0, 0);
    fields->setSpacing(4);
    buildForm(*fields);
    auto *right = new QVBoxLayout;
    right->setSpacing(6);
    m_preview = new CodeView(body);
    m_preview->setAccessibleName(tr("What is sent"));
    m_others = new Label(TextStyle::Small, Ink::Secondary, body);
    m_others->setWordWrap(true);
    right->addWidget(new Label(tr("What is sent"), TextStyle::Strong, Ink::Primary, body));
    right->addWidget(m_preview, 1);
    right->addWidget(m_others);
    both->addWidget(form);
    both->addLayout(right, 1);
    auto *foot = new Bar(Bar::Kind::ActionBar, this);
    m_foot = new Label(TextStyle::Small, Ink::Secondary, foot);
    m_foot->setElide(Qt::ElideRight);
    m_close = new Button(tr("Close"), {}, Button::Variant::Normal, foot);
    m_close->setKeyHint(tr("Esc", "the key"));
    m_save = new Button(tr("Save"), "check",
                        m_isGuarded ? Button::Variant::Production : Button::Variant::Primary, foot);
    foot->row()->addWidget(m_foot, 1);
    foot->row()->addWidget(m_close);
    foot->row()->addWidget(m_save);
    for (QWidget *widget : std::initializer_list<QWidget *>{head, m_notice, body, foot})
        rows->addWidget(widget, widget == body ? 1 : 0);
    setFocusProxy(m_limit);
    setAccessibleName(title->text());
    connect(m_kind, &Segmented::chosen, this, &WatchDialog::choose);
    connect(m_close, &QAbstractButton::clicked, this, &WatchDialog::closeRequested);
    connect(m_save, &QAbstractButton::clicked, this, &WatchDialog::save);
}

QLineEdit *WatchDialog::addField(QVBoxLayout &rows, Label *&label)
{
    label = new Label(TextStyle::Small, Ink::Secondary, this);
    label->setWordWrap(true);
    auto *field = new QLineEdit(this);
    field->setMaxLength(500);
    label->setBuddy(field);
    rows.addWidget(label);
    rows.addWidget(field);
    connect(field, &QLineEdit::textEdited, this, &WatchDialog::present);
    return field;
}

void WatchDialog::buildForm(QVBoxLayout &rows)
{
    m_state = new Label(TextStyle::Body, Ink::Primary, this);
    m_state->setWordWrap(true);
    rows.addWidget(m_state);
    rows.addSpacing(8);
    m_limit = addField(rows, m_limitLabel);
    m_minutes = addField(rows, m_minutesLabel);
    m_amount = addField(rows, m_amountLabel);
    m_thresholds = addField(rows, m_thresholdsLabel);
    m_forecast = new QCheckBox(tr("Tell when the forecast reaches 100 %, too"), this);
    m_enabled = new QCheckBox(tr("The alert is on"), this);
    m_channelsTitle = new Label(tr("Who is told"), TextStyle::Small, Ink::Secondary, this);
    rows.addSpacing(6);
    rows.addWidget(m_forecast);
    rows.addWidget(m_enabled);
    rows.addSpacing(6);
    rows.addWidget(m_channelsTitle);
    m_channels = new QVBoxLayout;
    m_channels->setSpacing(2);
    rows.addLayout(m_channels);
    m_reason = addField(rows, m_reasonLabel);
    m_reasonLabel->setText(tr("Reason, kept in the audit trail"));
    m_reason->setAccessibleName(m_reasonLabel->text());
    m_reasonLabel->setVisible(m_isGuarded);
    m_reason->setVisible(m_isGuarded);
    rows.addStretch(1);
    connect(m_enabled, &QCheckBox::toggled, this, &WatchDialog::present);
    connect(m_forecast, &QCheckBox::toggled, this, &WatchDialog::present);
}

bool WatchDialog::isBudget() const
{
    return m_kind->value() == kBudget;
}

void WatchDialog::choose(const QString &kind)
{
    m_kind->setValue(kind);
    fill();
    present();
}

/// As it is in the cloud, or as the guide means it.
void WatchDialog::fill()
{
    const bool isErrors = m_kind->value() == kErrors;
    m_limitLabel->setText(isErrors ? tr("Above so many percent of the requests answered with 5xx")
                                   : tr("Above so many milliseconds for 95 of 100 requests"));
    m_minutesLabel->setText(tr("For so many minutes"));
    m_amountLabel->setText(tr("Amount of a month, in the currency of the billing account"));
    m_thresholdsLabel->setText(tr("Tell at so many percent of it"));
    for (const auto &[label, field] :
         {std::pair{m_limitLabel, m_limit}, std::pair{m_minutesLabel, m_minutes},
          std::pair{m_amountLabel, m_amount}, std::pair{m_thresholdsLabel, m_thresholds}}) {
        const bool isOfBudget = field == m_amount || field == m_thresholds;
        field->setAccessibleName(label->text());
        label->setVisible(isOfBudget == isBudget());
        field->setVisible(isOfBudget == isBudget());
    }
    m_forecast->setVisible(isBudget());
    m_enabled->setVisible(!isBudget());
    const releases::AlertForm alert =
        m_model->alert(isErrors ? releases::AlertForm::Kind::Errors : releases::AlertForm::Kind::Latency);
    const cloud::Budget budget = m_model->budget();
    m_limit->setText(figureText(isErrors ? alert.share * 100 : alert.milliseconds));
    m_minutes->setText(QString::number(alert.minutes));
    m_enabled->setChecked(alert.isEnabled);
    m_amount->setText(budget.amountCents ? amountText(*budget.amountCents) : QString());
    QStringList shares;
    for (const cloud::Budget::Threshold &one : budget.thresholds)
        if (!one.forecast)
            shares << figureText(one.share * 100);
    m_thresholds->setText(shares.join(QStringLiteral(", ")));
    m_forecast->setChecked(std::any_of(budget.thresholds.begin(), budget.thresholds.end(),
                                       [](const auto &one) { return one.forecast; }));
    fillChannels(isBudget() ? budget.channels : alert.channels);
}

void WatchDialog::fillChannels(const std::vector<std::string> &chosen)
{
    for (QCheckBox *box : m_boxes)
        box->deleteLater();
    m_boxes.clear();
    const auto &watching = m_model->watching();
    for (const cloud::NotificationChannel &channel :
         watching ? watching->channels : std::vector<cloud::NotificationChannel>()) {
        auto *box = new QCheckBox(
            tr("%1 (%2)", "a channel and its type")
                .arg(QString::fromStdString(channel.title.empty() ? channel.name : channel.title),
                     QString::fromStdString(channel.type)),
            this);
        box->setProperty("channel", QString::fromStdString(channel.name));
        box->setChecked(std::find(chosen.begin(), chosen.end(), channel.name) != chosen.end());
        connect(box, &QCheckBox::toggled, this, &WatchDialog::present);
        m_channels->addWidget(box);
        m_boxes << box;
    }
    m_channelsTitle->setText(
        m_boxes.isEmpty() ? tr("The project has no notification channel: the alert only shows in Monitoring.")
                          : tr("Who is told"));
    m_channelsTitle->setWordWrap(true);
}

std::vector<std::string> WatchDialog::chosenChannels() const
{
    std::vector<std::string> chosen;
    for (const QCheckBox *box : m_boxes)
        if (box->isChecked())
            chosen.push_back(box->property("channel").toString().toStdString());
    return chosen;
}

releases::AlertForm WatchDialog::form() const
{
    const bool isErrors = m_kind->value() == kErrors;
    releases::AlertForm form =
        m_model->alert(isErrors ? releases::AlertForm::Kind::Errors : releases::AlertForm::Kind::Latency);
    const double limit = figureIn(m_limit->text()).value_or(-1);
    form.share = isErrors ? limit / 100 : form.share;
    form.milliseconds = isErrors ? form.milliseconds : static_cast<int>(std::clamp(limit, -1.0, 1e8));
    bool isNumber = false;
    form.minutes = m_minutes->text().trimmed().toInt(&isNumber);
    form.minutes = isNumber ? form.minutes : -1;
    form.isEnabled = m_enabled->isChecked();
    form.channels = chosenChannels();
    return form;
}

cloud::Budget WatchDialog::budgetOf() const
{
    cloud::Budget budget = m_model->budget();
    budget.amountCents = centsOf(m_amount->text());
    budget.thresholds.clear();
    for (const double share : sharesIn(m_thresholds->text()).value_or(std::vector<double>()))
        budget.thresholds.push_back({share, false});
    if (m_forecast->isChecked())
        budget.thresholds.push_back({1, true});
    budget.channels = chosenChannels();
    return budget;
}

QString WatchDialog::whyNot() const
{
    if (m_model->isSaving() || !m_model->watching())
        return m_model->isSaving() ? tr("It is being saved.") : tr("It has not been read yet.");
    if (isBudget() && m_model->watching()->billingAccount.empty())
        return tr("batuta.yaml names no billing_account for this environment.");
    if (isBudget() && centsOf(m_amount->text()).value_or(0) <= 0)
        return tr("Write an amount, like 100 or 100.75.");
    if (isBudget() && !sharesIn(m_thresholds->text()))
        return tr("Write percents, like 50, 90, 100.");
    if (!isBudget())
        if (const Result<void> good = releases::checkForm(form()); !good)
            return good.error().subject == "minutes" ? tr("Write 0 to 1,410 minutes.")
                   : good.error().subject == "share" ? tr("Write more than 0 and at most 100 percent.")
                                                     : tr("Write 1 to 3,600,000 milliseconds.");
    const auto reason = static_cast<int>(m_reason->text().trimmed().size());
    return m_isGuarded && reason < kReasonLetters
               ? tr("The reason needs %n more character(s).", nullptr, kReasonLetters - reason)
               : QString();
}

void WatchDialog::present()
{
    m_notice->setVisible(m_model->problem().has_value());
    if (m_model->problem())
        m_notice->setText(errorSentence(*m_model->problem()), errorAdvice(*m_model->problem()));
    const bool isThere = isBudget() ? !m_model->budget().name.empty() : !form().name.empty();
    m_state->setText(
        isBudget() ? (isThere ? tr("The project has this budget. It only tells; it stops nothing.")
                              : tr("The project has no budget. It only tells; it stops nothing."))
        : isThere  ? tr("There is this alert on the service.")
                   : tr("There is no such alert on the service yet; this one is ready to be saved."));
    const QString why = whyNot();
    if (isBudget())
        m_preview->setJson(cloud::budgetJson(budgetOf()));
    else
        m_preview->setJson(cloud::alertPolicyJson(releases::policyOf(form())));
    m_save->setEnabled(why.isEmpty());
    m_foot->setText(why);
    presentOthers();
}

/// Policies that these forms do not show.
void WatchDialog::presentOthers()
{
    QStringList others;
    const auto &watching = m_model->watching();
    for (const cloud::AlertPolicy &policy :
         watching ? watching->policies : std::vector<cloud::AlertPolicy>()) {
        const auto known = releases::formOf(policy);
        if (!known || known->service != m_model->service())
            others << QString::fromStdString(policy.title) + (policy.isEnabled ? QString() : tr(" (off)"));
    }
    m_others->setVisible(!others.isEmpty() && !isBudget());
    m_others->setText(tr("Other alerts of the project: %1").arg(others.join(QStringLiteral(", "))));
    if (watching && isBudget() && watching->budgetsProblem) {
        m_others->setVisible(true);
        m_others->setText(errorSentence(*watching->budgetsProblem));
    } else if (watching && watching->policiesProblem) {
        m_others->setVisible(true);
        m_others->setText(errorSentence(*watching->policiesProblem));
    }
}

void WatchDialog::save()
{
    if (!whyNot().isEmpty())
        return;
    if (isBudget())
        m_model->save(budgetOf(), m_reason->text());
    else
        m_model->save(form(), m_reason->text());
}

} // namespace batuta::views
