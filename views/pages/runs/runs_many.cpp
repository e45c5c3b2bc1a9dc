// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// The part of RunsPage that sorts, shows figures, keeps views, and does something with many runs.
#include "views/models/runs/run_figures.h"
#include "views/pages/runs/facet_list.h"
#include "views/pages/runs/run_histogram.h"
#include "views/pages/runs/runs_export.h"
#include "views/pages/runs/runs_page.h"

#include "views/models/runs/capsule_export.h"
#include "views/pages/runs/runs_table.h"
#include "views/theme/theme.h"
#include "views/widgets/button.h"
#include "views/widgets/label.h"
#include "views/widgets/words.h"

#include <QFileDialog>
#include <QInputDialog>
#include <QJsonObject>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QRegularExpression>

#include <algorithm>

namespace batuta::views {
namespace {

const QString kFacetsKey = QStringLiteral("runs/facets");
const QString kViewsKey = QStringLiteral("runs/views");
constexpr int kFacetsWidth = 224, kLeastList = 640;
constexpr int kMostAtOnce = 1'000; // runs of one act
constexpr int kAskAbove = 10;      // ui.md: more of them are confirmed
constexpr int kMostViews = 30;
constexpr int kMostCompared = 20; // side by side

} // namespace

void RunsPage::addListCommands()
{
    const auto whyNotMany = [this] {
        if (m_many)
            return tr("The last act on several runs is not finished yet.");
        if (m_table->selectedCount() == 0)
            return tr("Select a run first.");
        return whyNoAct(m_context.engine);
    };
    m_context.commands.add(this, {"runs.facets",
                                  [] { return tr("Show or hide the facets"); },
                                  "filter",
                                  {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F)},
                                  [this] { toggleFacets(); },
                                  {}});
    listCommand({"runs.compare",
                 [] { return tr("Compare"); },
                 "compare",
                 {Qt::Key_C},
                 [this] { compare(); },
                 [this] {
                     const int count = m_table->selectedCount();
                     return count >= 1 && count <= kMostCompared ? QString()
                                                                 : tr("Select one run, or up to twenty.");
                 }});
    m_context.commands.add(this, {"runs.repeat_failed",
                                  [] { return tr("Repeat the selected runs from the steps that failed"); },
                                  "retry",
                                  {},
                                  [this] { actOnMany("rerun"); },
                                  whyNotMany});
    addExports();
    listCommand({"runs.sort_start",
                 [] { return tr("Sort by start, or turn the order round"); },
                 "arrowd",
                 {QKeySequence(Qt::SHIFT | Qt::Key_S)},
                 [this] { sortBy(RunsModel::StartedColumn); },
                 {}});
    listCommand({"runs.sort_duration",
                 [] { return tr("Sort by duration, or turn the order round"); },
                 "arrowd",
                 {QKeySequence(Qt::SHIFT | Qt::Key_D)},
                 [this] { sortBy(RunsModel::DurationColumn); },
                 {}});
    m_context.commands.add(this, {"runs.save_view",
                                  [] { return tr("Save the filters as a view"); },
                                  "bookmark",
                                  {},
                                  [this] { saveView(); },
                                  {}});
}

void RunsPage::sortBy(int column)
{
    using client::Order;
    RunFilter filter = m_model->filter();
    if (column == RunsModel::StartedColumn)
        filter.order = filter.order == Order::Newest ? Order::Oldest : Order::Newest;
    else if (column == RunsModel::DurationColumn)
        filter.order = filter.order == Order::Longest ? Order::Shortest : Order::Longest;
    setFilter(filter); // the history keeps no other order
}

void RunsPage::showCount()
{
    const int count = m_model->rowCount();
    const int selected = m_table->selectedCount();
    if (count == 0 && m_model->state() != RunsModel::State::Ready)
        return m_count->clear(); // nobody knows how many there are
    const QString all = m_model->isCounting() ? tr("More than %Ln run(s)", nullptr, count)
                        : !m_model->isCut()   ? tr("%Ln run(s)", nullptr, count)
                        : m_model->filter().order == client::Order::Longest
                            ? tr("The %Ln longest run(s)", nullptr, count)
                            : tr("The %Ln shortest run(s)", nullptr, count);
    m_count->setText(selected > 0 ? tr("%1, %Ln selected", nullptr, selected).arg(all) : all);
}

void RunsPage::addExports()
{
    const auto whyNotExport = [this] {
        if (m_exporting)
            return tr("An export is being written.");
        return m_context.engine.isRunning() ? QString() : tr("The engine cannot be reached.");
    };
    m_context.commands.add(this, {"runs.export_csv",
                                  [] { return tr("Export as CSV"); },
                                  "download",
                                  {},
                                  [this] { exportRuns(true); },
                                  whyNotExport});
    m_context.commands.add(this, {"runs.export_lines",
                                  [] { return tr("Export as JSON lines"); },
                                  "download",
                                  {},
                                  [this] { exportRuns(false); },
                                  whyNotExport});
    m_context.commands.add(this, {"runs.export_capsule",
                                  [] { return tr("Export the selected runs as a capsule…"); },
                                  "download",
                                  {},
                                  [this] { chooseCapsule(); },
                                  [this, whyNotExport] {
                                      return m_table->selectedCount() == 0 ? tr("Select a run first.")
                                                                           : whyNotExport();
                                  }});
}

/// Two runs, the older one first; or one with its flow's last success; more are shown step by step.
void RunsPage::compare()
{
    if (m_table->selectedCount() > 2) {
        QList<int> chosen = m_table->selectedRows(kMostCompared);
        std::ranges::sort(chosen);
        QStringList ids;
        for (const int row : chosen)
            if (const RunRow *run = m_model->run(row))
                ids << QString::fromStdString(run->id);
        QUrlQuery heat;
        heat.addQueryItem("runs", ids.join(','));
        return emit openRequested({"heat", {}, heat});
    }
    const QList<int> rows = m_table->selectedRows(2);
    QUrlQuery query;
    const RunRow *first = rows.isEmpty() ? nullptr : m_model->run(rows.first());
    const RunRow *second = rows.size() < 2 ? nullptr : m_model->run(rows.last());
    if (!first)
        return;
    if (second && second->startedAt > first->startedAt)
        std::swap(first, second);
    if (second)
        query.addQueryItem("a", QString::fromStdString(second->id));
    query.addQueryItem("b", QString::fromStdString(first->id));
    emit openRequested({"compare", {}, query});
}

void RunsPage::showFigures()
{
    if (!m_figures->isReady())
        return;
    m_facets->show(*m_figures, m_model->filter());
    m_histogram->setFigures(m_figures->figures(), !m_model->filter().flow.isEmpty());
}

/// The list comes first: where both have no room, the facets go.
void RunsPage::placeFacets()
{
    const int wide = themeOf(this).scaled(kFacetsWidth);
    const bool isWanted = m_context.state.value(kFacetsKey).toBool(true);
    m_facets->setFixedWidth(wide);
    m_facets->setVisible(isWanted && width() >= wide + themeOf(this).scaled(kLeastList));
}

void RunsPage::toggleFacets()
{
    m_context.state.setValue(kFacetsKey, !m_context.state.value(kFacetsKey).toBool(true));
    placeFacets();
}

/// Nothing else filters any more, but for the time.
void RunsPage::isolate(const QString &key, const QString &value)
{
    const RunFilter &before = m_model->filter();
    RunFilter alone;
    alone.since = before.since;
    alone.until = before.until;
    alone.lastMinutes = before.lastMinutes;
    alone.order = before.order;
    if (alone.set(key, value))
        setFilter(alone);
}

void RunsPage::toggleExcluded(const QString &key, const QString &value)
{
    RunFilter filter = m_model->filter();
    filter.toggleExcluded(key, value);
    setFilter(filter);
}

void RunsPage::brush(WallTime since, WallTime until)
{
    RunFilter filter = m_model->filter();
    filter.lastMinutes = 0;
    filter.since = since;
    filter.until = until;
    setFilter(filter);
}

/// A revision of Cloud Run has the service's name in front: `ml-orchestrator-00043-tam`.
void RunsPage::openRelease(const QString &name, bool isRevision)
{
    if (!isRevision)
        return emit openRequested({"flow", m_model->filter().flow, {}});
    static const QRegularExpression kNumber(QStringLiteral("-\\d{5}-[a-z]{3}$"));
    QUrlQuery query;
    if (const std::string &environment = m_context.engine.info().environment; environment != "default")
        query.addQueryItem("env", QString::fromStdString(environment));
    query.addQueryItem("revision", name);
    emit openRequested({"releases", QString(name).remove(kNumber), query});
}

void RunsPage::setView(const QString &name)
{
    const QJsonObject views = m_context.state.value(kViewsKey).toObject();
    if (views.contains(name))
        setFilter(RunFilter::fromQuery(QUrlQuery(views[name].toString())));
}

void RunsPage::showViewMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString &name, const QString &query) {
        connect(menu->addAction(name), &QAction::triggered, this,
                [this, query] { setFilter(RunFilter::fromQuery(QUrlQuery(query))); });
    };
    add(tr("All"), {});
    add(tr("Failed in the last 24 hours"), "status=failed&last=24h");
    add(tr("Running now"), "status=running");
    menu->addSeparator();
    const QJsonObject views = m_context.state.value(kViewsKey).toObject();
    for (auto view = views.begin(); view != views.end(); ++view)
        connect(menu->addAction(view.key()), &QAction::triggered, this,
                [this, name = view.key()] { setView(name); });
    menu->addAction(m_context.commands.action("runs.save_view"));
    if (!views.isEmpty()) {
        QMenu *remove = menu->addMenu(tr("Remove a view"));
        for (auto view = views.begin(); view != views.end(); ++view)
            connect(remove->addAction(view.key()), &QAction::triggered, this, [this, name = view.key()] {
                QJsonObject left = m_context.state.value(kViewsKey).toObject();
                left.remove(name);
                m_context.state.setValue(kViewsKey, left);
            });
    }
    menu->popup(m_views->mapToGlobal(QPoint(0, m_views->height() + 2)));
}

void RunsPage::saveView()
{
    auto *dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Save the filters as a view"));
    dialog->setLabelText(tr("Name of the view"));
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString &name) {
        QJsonObject views = m_context.state.value(kViewsKey).toObject();
        if (name.trimmed().isEmpty() || (views.size() >= kMostViews && !views.contains(name.trimmed())))
            return emit told(tr("A view needs a name, and at most %Ln are kept.", nullptr, kMostViews));
        views.insert(name.trimmed().left(60), m_model->filter().query().toString());
        m_context.state.setValue(kViewsKey, views);
        emit told(tr("The view %1 was saved.").arg(name.trimmed().left(60)));
    });
    dialog->open();
}

/// Of the selected runs that are loaded, those that have ended or those that have not.
QList<QString> RunsPage::selectedIds(bool ended) const
{
    QList<QString> ids;
    for (const int row : m_table->selectedRows(kMostAtOnce))
        if (const RunRow *run = m_model->run(row); run && run->isEnded() == ended)
            ids.append(QString::fromStdString(run->id));
    return ids;
}

void RunsPage::actOnMany(const QString &verb)
{
    const bool cancels = verb == "cancel";
    const QList<QString> ids = selectedIds(!cancels);
    const int count = static_cast<int>(ids.size());
    if (m_many || count == 0)
        return emit told(cancels ? tr("None of the selected runs is running.")
                                 : tr("None of the selected runs has ended."));
    const auto begin = [this, verb, ids] {
        m_many = Many{verb, ids};
        actOnNext();
    };
    if (count <= kAskAbove && !cancels)
        return begin();
    auto *question = new QMessageBox(this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setIcon(QMessageBox::Question);
    question->setText(cancels ? tr("Cancel %Ln run(s)?", nullptr, count)
                              : tr("Repeat %Ln run(s)?", nullptr, count));
    question->setInformativeText(cancels ? tr("What their steps have already done stays done.")
                                         : tr("Steps that succeeded are not called again."));
    QPushButton *yes = question->addButton(cancels ? tr("Cancel the runs") : tr("Repeat the runs"),
                                           QMessageBox::DestructiveRole);
    question->setDefaultButton(question->addButton(tr("Do nothing"), QMessageBox::RejectRole));
    connect(question, &QMessageBox::buttonClicked, this, [yes, begin](QAbstractButton *clicked) {
        if (clicked == yes)
            begin();
    });
    question->open();
}

/// One after the other, so that the engine serves others between two.
void RunsPage::actOnNext()
{
    if (!m_many)
        return;
    if (m_many->left.isEmpty()) {
        const QString done = m_many->verb == "cancel"
                                 ? tr("%Ln run(s) were asked to stop.", nullptr, m_many->done)
                                 : tr("%Ln run(s) were repeated.", nullptr, m_many->done);
        const QString refused = tr("%Ln were refused: %1", nullptr, m_many->refused).arg(m_many->why);
        emit told(m_many->refused > 0 ? tr("%1 %2").arg(done, refused) : done);
        m_many.reset();
        return m_context.commands.update();
    }
    client::Act act;
    act.verb = m_many->verb.toStdString();
    act.subject = m_many->left.takeFirst().toStdString();
    m_context.engine.act(std::move(act), this, [this](const Result<json::Value> &done) {
        if (!m_many)
            return;
        ++(done ? m_many->done : m_many->refused);
        if (!done && m_many->why.isEmpty())
            m_many->why = errorSentence(done.error());
        actOnNext();
    });
}

/// Those of the selection that have ended; the engine says when they are too many.
void RunsPage::chooseCapsule()
{
    const QStringList ids = selectedIds(true);
    if (ids.isEmpty())
        return emit told(tr("None of the selected runs has ended."));
    auto *dialog = new QFileDialog(this, tr("Export as a capsule"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QString::fromLatin1(kCapsuleSuffix).mid(1));
    dialog->selectFile(QLatin1String("runs") + kCapsuleSuffix);
    connect(dialog, &QFileDialog::fileSelected, this, [this, ids](const QString &file) {
        exportCapsule(m_context.engine, ids, file, this, [this, file, ids](const Result<void> &done) {
            emit told(
                done ? tr("%Ln run(s) were written to %1.", nullptr, static_cast<int>(ids.size())).arg(file)
                     : errorSentence(done.error()));
        });
    });
    dialog->open();
}

void RunsPage::exportRuns(bool isCsv)
{
    auto *dialog = new QFileDialog(this, isCsv ? tr("Export as CSV") : tr("Export as JSON lines"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(isCsv ? "csv" : "jsonl");
    dialog->selectFile(isCsv ? "runs.csv" : "runs.jsonl");
    connect(dialog, &QFileDialog::fileSelected, this, [this, isCsv](const QString &file) {
        m_exporting = new RunsExport(m_context.engine, file,
                                     isCsv ? RunsExport::Format::Csv : RunsExport::Format::JsonLines, this);
        connect(m_exporting, &RunsExport::finished, this, [this, file](int runs, const QString &problem) {
            m_exporting = nullptr;
            m_context.commands.update();
            emit told(problem.isEmpty() ? tr("%Ln run(s) were written to %1.", nullptr, runs).arg(file)
                                        : tr("Nothing was exported: %1").arg(problem));
        });
        m_exporting->start(m_model->filter());
        m_context.commands.update();
    });
    dialog->open();
}

} // namespace batuta::views
