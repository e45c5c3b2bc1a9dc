// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// The part of MetricsPage that says whose figures are shown, and where they lead.
#include "views/models/cloud_places.h"
#include "views/models/text.h"
#include "views/pages/metrics/board_grid.h"
#include "views/pages/metrics/metrics_page.h"
#include "views/pages/metrics/metrics_words.h"
#include "views/widgets/button.h"

#include <QMenu>

#include <algorithm>

namespace batuta::views {
namespace {

QString percentEncoded(const QString &text)
{
    return QString::fromUtf8(QUrl::toPercentEncoding(text));
}

} // namespace

QMenu *newMetricsMenu(QWidget *parent)
{
    auto *menu = new QMenu(parent);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    return menu;
}

/// The runs that a point is made of: of its step, of the flow that its line is about.
void MetricsPage::openRuns(int panel, int step, int line)
{
    if (isAboutCloud(m_feed.board().panels[static_cast<std::size_t>(panel)]))
        return openRequests(panel, step, line);
    const PanelData &shown = m_feed.panel(panel).data;
    QUrlQuery query;
    QString flow = m_feed.flow();
    const series::Question &question =
        m_feed.board().panels[static_cast<std::size_t>(panel)].series.front().question;
    series::Labels labels = question.of.where;
    if (line >= 0 && line < static_cast<int>(shown.lines.size()))
        labels.insert(labels.end(), shown.lines[static_cast<std::size_t>(line)].labels.begin(),
                      shown.lines[static_cast<std::size_t>(line)].labels.end());
    for (const auto &[name, value] : labels) {
        if (name == "flow")
            flow = QString::fromStdString(value);
        if (name == "status" && question.of.metric == "batuta_executions_total")
            query.addQueryItem("status", value.find("failed") != std::string::npos
                                             ? QStringLiteral("failed")
                                             : QString::fromStdString(value));
        if (name == "code")
            query.addQueryItem("error_code", QString::fromStdString(value));
    }
    if (!flow.isEmpty())
        query.addQueryItem("flow", flow);
    const WallTime from = step < 0 ? m_axis.from() : m_axis.stepAt(step);
    const WallTime to = step < 0 ? m_axis.to() : from + m_axis.step();
    query.addQueryItem("since", QString::fromStdString(isoTime(from)));
    query.addQueryItem("until", QString::fromStdString(isoTime(to)));
    emit openRequested({"runs", {}, query});
}

/// The entries of services that a point is made of.
void MetricsPage::openRequests(int panel, int step, int line)
{
    const PanelData &shown = m_feed.panel(panel).data;
    QUrlQuery query;
    query.addQueryItem("cloud", percentEncoded(m_feed.environment()));
    query.addQueryItem("service", percentEncoded(m_feed.service()));
    series::Labels labels =
        m_feed.board().panels[static_cast<std::size_t>(panel)].series.front().question.of.where;
    if (line >= 0 && line < static_cast<int>(shown.lines.size()))
        labels.insert(labels.end(), shown.lines[static_cast<std::size_t>(line)].labels.begin(),
                      shown.lines[static_cast<std::size_t>(line)].labels.end());
    QStringList parts;
    for (const auto &[name, value] : labels) {
        if (name == "revision_name")
            parts << QStringLiteral("revision=") + textOf(value);
        if (name == "response_code_class" && value.size() == 3)
            parts << QStringLiteral("status>=%1 status<%2")
                         .arg((value[0] - '0') * 100)
                         .arg((value[0] - '0' + 1) * 100);
    }
    if (!parts.isEmpty())
        query.addQueryItem("q", percentEncoded(parts.join(' ')));
    const WallTime from = step < 0 ? m_axis.from() : m_axis.stepAt(step);
    const WallTime to = step < 0 ? m_axis.to() : from + m_axis.step();
    query.addQueryItem("from", QString::fromStdString(isoTime(from)));
    query.addQueryItem("to", QString::fromStdString(isoTime(to)));
    emit openRequested({"logs", {}, query});
}

void MetricsPage::showFlowMenu()
{
    QMenu *menu = newMetricsMenu(this);
    const auto add = [&](const QString &text, const QString &flow) {
        QAction *action = menu->addAction(text, this, [this, flow] { setFlow(flow); });
        action->setCheckable(true);
        action->setChecked(flow == m_feed.flow());
    };
    add(tr("All flows"), {});
    for (const client::FlowSummary &flow : m_context.engine.flows())
        add(QString::fromStdString(flow.name.value), QString::fromStdString(flow.name.value));
    menu->popup(m_flowButton->mapToGlobal(QPoint(0, m_flowButton->height() + 2)));
}

/// A board that comes with the program and is about clouds, where there are none.
bool MetricsPage::isForNobody(const series::BoardText &board, const series::Board &read) const
{
    return board.file.empty() && m_places->list().empty() &&
           std::any_of(read.panels.begin(), read.panels.end(), isAboutCloud);
}

/// Until somebody chooses: the engine's own environment, and the service that it names.
void MetricsPage::placesCame()
{
    if (!m_boards.empty())
        showTabs();
    const client::CloudPlace *place = m_places->find({});
    if (m_feed.environment().isEmpty() && place != nullptr)
        m_feed.setPlace(textOf(place->environment), textOf(place->service));
    showHeader();
}

void MetricsPage::setPlace(const QString &environment, const QString &service)
{
    m_feed.setPlace(environment, service);
    showHeader();
    emit addressChanged();
}

void MetricsPage::showPlace()
{
    const client::CloudPlace *place = m_places->find(m_feed.environment());
    const QString service = m_feed.service().isEmpty() ? tr("all services") : m_feed.service();
    m_placeButton->setText(place == nullptr ? tr("no cloud")
                                            : textOf(place->environment) + QStringLiteral(" · ") + service);
    m_placeButton->setToolTip(place == nullptr
                                  ? tr("No environment here runs in a cloud.")
                                  : tr("Cloud Monitoring of %1 in %2, %3")
                                        .arg(service, textOf(place->region), textOf(place->project)));
    m_placeButton->updateGeometry();
}

/// The services of the environment that is shown are asked for when the menu opens.
void MetricsPage::showPlaceMenu()
{
    QMenu *menu = newMetricsMenu(this);
    const auto add = [this, menu](QAction *before, const QString &environment, const QString &service) {
        const QString shown = service.isEmpty() ? tr("all services") : service;
        auto *action = new QAction(environment + QStringLiteral(" · ") + shown, menu);
        connect(action, &QAction::triggered, this,
                [this, environment, service] { setPlace(environment, service); });
        action->setCheckable(true);
        action->setChecked(environment == m_feed.environment() && service == m_feed.service());
        menu->insertAction(before, action);
        return action;
    };
    for (const client::CloudPlace &place : m_places->list()) {
        const QString environment = textOf(place.environment);
        if (!place.service.empty())
            add(nullptr, environment, textOf(place.service));
        QAction *all = add(nullptr, environment, {});
        if (environment != m_feed.environment())
            continue;
        m_context.engine.releases(
            {place.environment}, menu,
            [add, all, environment, own = place.service](const Result<client::ReleaseBoard> &board) {
                for (const cloud::Service &service : board ? board->services : std::vector<cloud::Service>())
                    if (service.name.service != own)
                        add(all, environment, textOf(service.name.service));
            });
    }
    menu->popup(m_placeButton->mapToGlobal(QPoint(0, m_placeButton->height() + 2)));
}

} // namespace batuta::views
