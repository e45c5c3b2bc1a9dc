// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/models/releases/watch_model.h"

#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

namespace batuta::views {
namespace {

json::Object alertData(const releases::AlertForm &form)
{
    const bool isErrors = form.kind == releases::AlertForm::Kind::Errors;
    json::Object data{{"name", form.name},
                      {"kind", isErrors ? "errors" : "latency"},
                      {"minutes", form.minutes},
                      {"channels", json::Array(form.channels.begin(), form.channels.end())},
                      {"enabled", form.isEnabled}};
    if (isErrors)
        data.set("share", form.share);
    else
        data.set("p95_ms", form.milliseconds);
    return data;
}

} // namespace

WatchModel::WatchModel(EngineLink &engine, client::CloudPlace place, std::string service, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_place(std::move(place))
    , m_service(std::move(service))
{
    read();
}

void WatchModel::read()
{
    m_engine.lookUpRelease({"watching", m_place.environment, {}, json::Object{}}, this,
                           [this](const Result<json::Value> &answer) {
                               Result<client::Watching> watching =
                                   answer ? client::watchingFromJson(*answer) : answer.error();
                               m_problem = watching ? std::nullopt : std::optional(watching.error());
                               if (watching)
                                   m_watching = std::move(*watching);
                               emit changed();
                           });
}

releases::AlertForm WatchModel::alert(releases::AlertForm::Kind kind) const
{
    if (m_watching)
        for (const cloud::AlertPolicy &policy : m_watching->policies)
            if (auto form = releases::formOf(policy);
                form && form->service == m_service && form->kind == kind)
                return *form;
    releases::AlertForm form;
    form.service = m_service;
    form.kind = kind;
    return form;
}

cloud::Budget WatchModel::budget() const
{
    if (m_watching)
        for (const cloud::Budget &budget : m_watching->budgets)
            if (std::find(budget.projects.begin(), budget.projects.end(), m_place.project) !=
                budget.projects.end())
                return budget;
    return releases::usualBudget(m_place.project);
}

void WatchModel::save(const releases::AlertForm &form, const QString &why)
{
    client::Act act;
    act.verb = "save_alert";
    act.subject = m_place.environment + "/" + m_service;
    act.why = why.trimmed().toStdString();
    act.data = alertData(form);
    send(std::move(act));
}

void WatchModel::save(const cloud::Budget &budget, const QString &why)
{
    client::Act act;
    act.verb = "save_budget";
    act.subject = m_place.environment + "/";
    act.why = why.trimmed().toStdString();
    act.data = client::budgetValue(budget);
    send(std::move(act));
}

void WatchModel::send(client::Act act)
{
    if (m_isSaving)
        return;
    m_isSaving = true;
    m_problem.reset();
    act.actor = client::thisUser();
    emit changed();
    m_engine.act(std::move(act), this, [this](const Result<json::Value> &done) {
        m_isSaving = false;
        m_problem = done ? std::nullopt : std::optional(done.error());
        emit changed();
        if (!done)
            return;
        emit saved();
        read();
    });
}

std::optional<std::int64_t> centsOf(const QString &text)
{
    static const QRegularExpression kAmount(QStringLiteral("^\\s*(\\d{1,12})(?:[.,](\\d{1,2}))?\\s*$"));
    const QRegularExpressionMatch match = kAmount.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const QString cents = match.captured(2).leftJustified(2, '0');
    return match.captured(1).toLongLong() * 100 + cents.toLongLong();
}

QString amountText(std::int64_t cents)
{
    const QString whole = QString::number(cents / 100);
    return cents % 100 == 0 ? whole
                            : whole + QLocale().decimalPoint() +
                                  QStringLiteral("%1").arg(cents % 100, 2, 10, QLatin1Char('0'));
}

std::optional<std::vector<double>> sharesIn(const QString &text)
{
    std::vector<double> shares;
    for (const QString &part :
         text.split(QRegularExpression(QStringLiteral("[;,\\s%]+")), Qt::SkipEmptyParts)) {
        bool isNumber = false;
        const int percent = part.toInt(&isNumber);
        if (!isNumber || percent < 1 || percent > 1'000)
            return std::nullopt;
        shares.push_back(percent / 100.0);
    }
    return shares.empty() ? std::nullopt : std::optional(shares);
}

} // namespace batuta::views
