// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// The part of LogsPage that knows where lines come from: this engine, files, or services in a cloud.
#include "engine/logs/cloud_filter.h"
#include "views/models/cloud_places.h"
#include "views/models/text.h"
#include "views/pages/logs/cloud_spool.h"
#include "views/pages/logs/cloud_strip.h"
#include "views/pages/logs/log_facets.h"
#include "views/pages/logs/log_histogram.h"
#include "views/pages/logs/log_spool.h"
#include "views/pages/logs/log_table.h"
#include "views/pages/logs/logs_page.h"
#include "views/widgets/button.h"
#include "views/widgets/words.h"

#include <QFileInfo>
#include <QLocale>
#include <QMenu>

namespace batuta::views {
namespace {

using logs::kNoTime;
constexpr qint64 kMarksAge = 30'000; // ms after which releases of the same time are asked for again

std::optional<WallTime> wallOf(logs::LineTime time)
{
    return time == kNoTime ? std::nullopt : std::optional(WallTime(std::chrono::microseconds(time)));
}

/// Whether all of what is wanted has been brought over already.
bool isBrought(const CloudSpool &spool, const client::CloudLogQuery &wanted)
{
    const client::CloudLogQuery &held = spool.query();
    if (held.environment != wanted.environment || held.service != wanted.service ||
        held.filter != wanted.filter)
        return false;
    const bool isAll = !wanted.from && !wanted.to;
    if (isAll)
        return !held.from && !held.to;
    const WallTime from = wanted.from.value_or(WallTime{});
    const bool reaches = spool.hasOlder() || spool.isBringing() ? from >= spool.oldest() && spool.lines() > 0
                                                                : from >= held.from.value_or(WallTime{});
    return (held.from == wanted.from && held.to == wanted.to) ||
           (reaches && (!held.to || (wanted.to && *wanted.to <= *held.to)));
}

} // namespace

void LogsPage::connectCloud()
{
    connect(m_places, &CloudPlaces::changed, this, [this] {
        m_context.commands.update();
        showStrip();
        askCloud(); // traces are named with the project
    });
    connect(m_strip, &CloudStrip::olderWanted, this, [this] { m_cloud->bringOlder(); });
}

/// Of an engine elsewhere what has been brought over.
QString LogsPage::ownLog()
{
    if (!m_control.workspace().isElsewhere())
        return m_control.workspace().folder + "/.batuta/logs/batuta.log";
    if (!m_spool) {
        m_spool = new LogSpool(m_context.engine, this);
        connect(m_spool, &LogSpool::grown, m_desk, &LogDesk::look);
        connect(m_spool, &LogSpool::troubled, this, &LogsPage::showState);
    }
    return m_spool->path();
}

QString LogsPage::sourceName() const
{
    if (isCloud())
        return m_cloudPlace.service.isEmpty()
                   ? m_cloudPlace.environment
                   : m_cloudPlace.environment + QStringLiteral(" · ") + m_cloudPlace.service;
    if (m_paths.isEmpty())
        return tr("This engine");
    const QString first = QFileInfo(m_paths.first()).fileName();
    return m_paths.size() == 1
               ? first
               : tr("%1 and %n more", nullptr, static_cast<int>(m_paths.size()) - 1).arg(first);
}

void LogsPage::setSource(const QStringList &paths, const CloudPlaceName &cloud)
{
    const bool wasCloud = isCloud();
    m_paths = paths;
    m_cloudPlace = cloud;
    m_hasSource = true;
    std::vector<std::string> files;
    for (const QString &path : paths)
        files.push_back(path.toStdString());
    const QString own = isEngine() ? ownLog() : QString();
    if (!own.isEmpty())
        files = m_spool ? std::vector{own.toStdString()} : logs::withRotated(own.toStdString());
    m_sourceButton->setText(sourceName());
    m_sourceButton->setIconName(isCloud() ? "releases" : "file");
    m_sourceButton->setToolTip(isCloud() ? tr("Cloud Logging") : paths.isEmpty() ? own : paths.join('\n'));
    m_table->clearCurrent();
    m_done = m_total = 0;
    m_desk->setSource(files);
    m_histogram->setMarks({});
    m_marked = {};
    m_cloud.reset();
    if (isCloud() || wasCloud) // a query has other words there
        setWish();
    m_rowsWish = m_desk->wish();
    m_facets->facets().setSure(false);
    m_table->setFollowing(paths.isEmpty());
    m_strip->setVisible(isCloud());
    watch();
    showState();
    emit addressChanged();
}

/// Hears of files that grow while the page is seen.
void LogsPage::watch()
{
    m_notifier.reset();
    m_watch.reset();
    m_again.stop();
    if (m_spool)
        m_spool->run(isVisible() && isEngine());
    if (isCloud()) {
        m_cloud->run(isVisible());
        return;
    }
    if (!isVisible() || !m_hasSource)
        return;
    std::vector<std::string> paths;
    for (const QString &path : m_paths)
        paths.push_back(path.toStdString());
    if (paths.empty())
        paths.push_back(ownLog().toStdString());
    m_watch = std::make_unique<logs::LogWatch>(logs::LogSource(paths).folders());
    if (m_watch->descriptor() >= 0) {
        m_notifier = std::make_unique<QSocketNotifier>(m_watch->descriptor(), QSocketNotifier::Read);
        connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
            m_notifier->setEnabled(false); // not for each line of a busy log
            m_soon.start();
        });
    }
    m_again.start();
    m_desk->look();
}

void LogsPage::look()
{
    if (m_watch)
        m_watch->clear();
    if (m_notifier)
        m_notifier->setEnabled(true);
    m_desk->look();
}

/// Brings over what the query and the time are for, unless that has been done.
void LogsPage::askCloud()
{
    if (!isCloud())
        return;
    if (!m_cloud) {
        m_cloud = std::make_unique<CloudSpool>(m_context.engine);
        CloudSpool *cloud = m_cloud.get();
        connect(cloud, &CloudSpool::grown, m_desk, &LogDesk::look);
        connect(cloud, &CloudSpool::changed, this, [this] {
            showStrip();
            showState();
        });
        connect(cloud, &CloudSpool::batchCame, this, [this] {
            m_desk->setSource(m_cloud->files());
            m_rowsWish = m_desk->wish();
            m_context.commands.update();
        });
    }
    const client::CloudPlace *place = m_places->find(m_cloudPlace.environment);
    const logs::CloudFilter filter =
        logs::cloudFilterOf(m_wish.query, place != nullptr ? place->project : std::string());
    m_untold = filter.untold;
    client::CloudLogQuery query;
    query.environment = m_cloudPlace.environment.toStdString();
    query.service = m_cloudPlace.service.toStdString();
    query.filter = filter.text;
    query.from = wallOf(m_wish.span.from);
    query.to = wallOf(m_wish.span.to);
    if (!isBrought(*m_cloud, query)) {
        m_table->clearCurrent();
        m_desk->setSource({});
        m_cloud->begin(query);
        m_cloud->run(isVisible());
    }
    showStrip();
}

void LogsPage::showStrip()
{
    if (!isCloud() || !m_cloud)
        return;
    const client::CloudPlace *place = m_places->find(m_cloudPlace.environment);
    CloudStrip::Facts facts;
    facts.environment = m_cloudPlace.environment;
    facts.service = m_cloudPlace.service.isEmpty() ? tr("all services") : m_cloudPlace.service;
    if (place != nullptr)
        facts.place = textOf(place->region) + QStringLiteral(" · ") + textOf(place->project);
    facts.filter = textOf(m_cloud->query().filter);
    for (const std::string &part : m_untold)
        facts.untold << textOf(part);
    if (m_cloud->lines() > 0) {
        const QString count = tr("%Ln entries", nullptr, static_cast<int>(m_cloud->lines()));
        facts.extent =
            m_cloud->hasOlder()
                ? tr("the newest %1, since %2")
                      .arg(count,
                           dayAndTime(m_cloud->oldest(), m_context.preferences.utc()).section('.', 0, 0))
                : count;
    }
    facts.hasOlder = m_cloud->hasOlder();
    facts.isBringing = m_cloud->isBringing();
    m_strip->setFacts(facts);
}

/// What was released in the time that the histogram shows, of the engine or of the services.
void LogsPage::askMarks()
{
    const std::shared_ptr<const logs::Histogram> &histogram = m_lines->picture().histogram;
    if (!m_paths.isEmpty() || !histogram || histogram->buckets.empty() ||
        histogram->span.to <= histogram->span.from)
        return;
    const logs::TimeSpan span = histogram->span;
    const bool isKnown = m_marked.from != kNoTime && m_marked.from <= span.from && m_marked.to >= span.to;
    if (isKnown || (m_marked.from == span.from && m_markedAt.isValid() && m_markedAt.elapsed() < kMarksAge))
        return;
    m_marked = span;
    m_markedAt.start();
    client::MarkQuery query;
    query.environment = m_cloudPlace.environment.toStdString();
    query.service = m_cloudPlace.service.toStdString();
    query.from = *wallOf(span.from);
    query.to = *wallOf(span.to);
    m_context.engine.releaseMarks(query, this,
                                  [this, place = m_cloudPlace](const Result<client::ReleaseMarks> &marks) {
                                      if (marks && place == m_cloudPlace && m_paths.isEmpty())
                                          m_histogram->setMarks(marks->marks);
                                  });
}

/// Each environment's service, and all services of it, in the cloud where it runs.
void LogsPage::addCloudSources(QMenu *menu)
{
    if (m_places->list().empty())
        return;
    menu->addSection(tr("Cloud Logging"));
    const auto add = [&](const QString &text, const CloudPlaceName &place) {
        QAction *action = menu->addAction(text, this, [this, place] { setSource({}, place); });
        action->setCheckable(true);
        action->setChecked(place == m_cloudPlace);
    };
    for (const client::CloudPlace &place : m_places->list()) {
        const QString environment = textOf(place.environment);
        if (!place.service.empty())
            add(environment + QStringLiteral(" · ") + textOf(place.service),
                {environment, textOf(place.service)});
        add(tr("%1 · all services").arg(environment), {environment, {}});
    }
}

} // namespace batuta::views
