// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/models/environments/environments_model.h"

#include "views/models/environments/env_drafts.h"
#include "views/models/status.h"

#include <QDir>
#include <QThreadPool>
#include <QUndoCommand>

#include <algorithm>

namespace batuta::views {

using environments::EnvChange;
using environments::EnvHistory;

namespace {

constexpr int kSettle = 150; ///< ms: several writes of one program are read once
constexpr int kKeepAfter = 300;
constexpr std::size_t kShownMostChanges = 500;

Error refusal(const std::string &subject, const std::string &detail, const std::string &mend)
{
    return {ErrorCode::ActRefused, subject, detail, {}, mend};
}

} // namespace

/// From one set of edits to another.
class EnvEditCommand final : public QUndoCommand
{
public:
    EnvEditCommand(EnvironmentsModel &model, const QString &name, EnvEdits after)
        : QUndoCommand(name)
        , m_model(model)
        , m_before(model.m_edits)
        , m_after(std::move(after))
    {
    }
    void undo() override { put(m_before); }
    void redo() override { put(m_after); }

private:
    void put(const EnvEdits &edits)
    {
        m_model.m_edits = edits;
        m_model.show();
    }

    EnvironmentsModel &m_model;
    EnvEdits m_before, m_after;
};

EnvironmentsModel::EnvironmentsModel(std::string workspace, ProductionLock &lock, QObject *parent)
    : QObject(parent)
    , m_workspace(std::move(workspace))
    , m_lock(lock)
{
    m_later.setSingleShot(true);
    m_later.setInterval(kSettle);
    m_keepLater.setSingleShot(true);
    m_keepLater.setInterval(kKeepAfter);
    m_keeper.setMaxThreadCount(1);
    connect(&m_later, &QTimer::timeout, this, &EnvironmentsModel::load);
    connect(&m_keepLater, &QTimer::timeout, this, &EnvironmentsModel::keep);
    const auto later = [this] { m_later.start(); };
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, later);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, later);
}

EnvironmentsModel::~EnvironmentsModel()
{
    if (m_keepLater.isActive())
        keep();
}

EnvironmentsModel::Reading EnvironmentsModel::read(const std::string &workspace)
{
    Reading reading;
    reading.files = environments::readWorkspaceFiles(workspace, std::string(env::kOwnName));
    if (Result<secrets::StoreList> store = secrets::listStore(workspace))
        reading.store = std::move(*store);
    else
        reading.storeProblem = store.error();
    for (const secrets::SecretName &name : reading.store.names)
        environments::addStored(reading.files, name.environment, name.name);
    reading.uses = environments::keyUsesOf(workspace);
    reading.dangers = environments::gitDangers(workspace, reading.files);
    const QString history = QString::fromStdString(workspace) + "/.batuta/environments/history.jsonl";
    if (QFile::exists(history))
        if (const Result<EnvHistory> kept = EnvHistory::open(workspace))
            if (Result<std::vector<EnvChange>> changes = kept->newest(kShownMostChanges))
                reading.changes = std::move(*changes);
    return reading;
}

void EnvironmentsModel::load()
{
    QThreadPool::globalInstance()->start(
        [this, way = m_replies.way(), workspace = m_workspace, isFirst = !m_isLoaded, asked = ++m_asked] {
            auto reading = std::make_shared<Reading>(read(workspace));
            if (isFirst)
                reading->kept = keptEdits(workspace);
            way([this, reading, asked] {
                if (asked == m_asked)
                    take(std::move(*reading));
            });
        });
}

void EnvironmentsModel::take(Reading reading)
{
    m_read = std::move(reading);
    for (const auto &[cell, edit] : m_edits) // files that have gone while they were edited
        if (!cell.suffix.empty())
            environments::environmentNamed(m_read.files, cell.suffix);
    const bool isFirst = !std::exchange(m_isLoaded, true);
    m_reference = 0;
    const auto &all = m_read.files.environments;
    for (std::size_t i = 0; i < all.size(); ++i)
        if (environmentKind(all[i].name) == EnvironmentKind::Staging && !all[i].files.empty())
            m_reference = i;
    watch();
    show();
    if (isFirst)
        takeKept(m_read.kept);
}

/// What has been written to the disk meanwhile is an edit no more.
void EnvironmentsModel::takeKept(const Result<EnvEdits> &kept)
{
    if (!kept)
        return emit failed(kept.error());
    EnvEdits edits = *kept;
    m_keptEdits = edits;
    std::erase_if(edits, [this](const auto &one) {
        const auto &all = m_read.files.environments;
        const auto own = std::find_if(all.begin(), all.end(),
                                      [&](const auto &each) { return each.suffix == one.first.suffix; });
        return own == all.end() || valueIn(*own, one.first.key) == one.second.value;
    });
    if (edits.size() != m_keptEdits.size())
        m_keepLater.start();
    if (edits.empty())
        return;
    const int count = static_cast<int>(edits.size());
    m_undo.push(new EnvEditCommand(*this, QString(), std::move(edits)));
    emit restored(count);
}

void EnvironmentsModel::keep()
{
    m_keepLater.stop();
    m_keptEdits = m_edits;
    m_keeper.start([this, way = m_replies.way(), workspace = m_workspace, edits = m_edits] {
        if (const Result<void> kept = keepEdits(workspace, edits); !kept)
            way([this, error = kept.error()] { emit failed(error); });
    });
}

void EnvironmentsModel::setAnswers(const std::vector<environments::UrlAnswer> &answers)
{
    for (const environments::UrlAnswer &answer : answers)
        m_answers[answer.url] = answer;
    show();
}

void EnvironmentsModel::watch()
{
    const QString root = QString::fromStdString(m_workspace);
    QStringList paths{root, root + "/deployments", root + "/flows"};
    for (const QFileInfo &folder : QDir(root + "/flows").entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot))
        paths << folder.filePath();
    for (const environments::EnvironmentFiles &environment : m_read.files.environments)
        for (const environments::EnvFile &file : environment.files)
            paths << QString::fromStdString(file.path);
    const QStringList watched = m_watcher.files() + m_watcher.directories();
    for (const QString &path : paths)
        if (!watched.contains(path) && QFile::exists(path))
            m_watcher.addPath(path);
}

/// The matrix once more, with the edits.
void EnvironmentsModel::show()
{
    m_plans = plansOf(m_read.files, m_edits, m_workspace);
    m_shown = m_plans.empty() ? m_read.files : withPlans(m_read.files, m_plans);
    m_matrix = environments::matrixOf(m_shown, m_read.uses, m_reference);
    environments::addAnswers(m_matrix, m_answers);
    addAsides();
    if (m_isLoaded && m_edits != m_keptEdits)
        m_keepLater.start();
    emit changed();
}

bool EnvironmentsModel::isEmpty() const
{
    const auto &all = m_shown.environments;
    return std::all_of(all.begin(), all.end(), [](const auto &one) { return one.files.empty(); });
}

bool EnvironmentsModel::isProduction(std::size_t environment) const
{
    return environment < m_matrix.environments.size() &&
           environmentKind(m_matrix.environments[environment]) == EnvironmentKind::Production;
}

bool EnvironmentsModel::isPending(std::size_t environment, std::string_view key) const
{
    if (environment >= m_read.files.environments.size())
        return false;
    const auto &own = m_read.files.environments[environment];
    const auto edit = m_edits.find({own.suffix, std::string(key)});
    return edit != m_edits.end() && edit->second.value != valueIn(own, key);
}

bool EnvironmentsModel::isStored(std::size_t environment, std::string_view key) const
{
    if (environment >= m_read.files.environments.size())
        return false;
    const auto &stored = m_read.files.environments[environment].stored;
    return std::find(stored.begin(), stored.end(), key) != stored.end();
}

int EnvironmentsModel::pendingCount() const
{
    std::size_t count = 0;
    for (const EnvPlan &plan : m_plans)
        count += plan.changes.size() + plan.refused.size();
    return static_cast<int>(count);
}

Result<void> EnvironmentsModel::mayEdit(std::size_t environment) const
{
    if (environment >= m_read.files.environments.size())
        return refusal("", "there is no such environment", "");
    const auto &own = m_read.files.environments[environment];
    if (m_isApplying)
        return refusal(own.name, "edits are being applied", "Wait a moment.");
    if (isProduction(environment) && !m_lock.isOpen())
        return refusal(own.name, "production is read only until it is unlocked", "Unlock production first.");
    const bool isWritable =
        own.files.empty() ||
        std::any_of(own.files.begin(), own.files.end(), [](const auto &file) { return file.isWritable; });
    if (!isWritable)
        return Error{ErrorCode::FileUnwritable,
                     own.files.back().path,
                     "it is read only",
                     {},
                     "Let those who own it give you the right to write it."};
    return {};
}

void EnvironmentsModel::addEdits(EnvEdits &edits, std::size_t environment, const Values &values) const
{
    const auto &own = m_read.files.environments[environment];
    for (const auto &[key, value] : values) {
        const EnvCellId cell{own.suffix, key};
        const std::optional<std::string> disk = valueIn(own, key);
        const auto known = edits.find(cell);
        const std::optional<std::string> base = known == edits.end() ? disk : known->second.base;
        if (value == disk)
            edits.erase(cell);
        else
            edits[cell] = {value, base};
    }
}

/// Refused as a whole when one of the files cannot say it.
Result<void> EnvironmentsModel::push(const QString &name, EnvEdits edits)
{
    if (edits == m_edits)
        return {};
    const auto refusedOf = [](const std::vector<EnvPlan> &plans) {
        std::size_t count = 0;
        for (const EnvPlan &plan : plans)
            count += plan.refused.size();
        return count;
    };
    const std::vector<EnvPlan> plans = plansOf(m_read.files, edits, m_workspace);
    if (refusedOf(plans) > refusedOf(m_plans))
        for (const EnvPlan &plan : plans)
            if (!plan.refused.empty())
                return plan.refused.back();
    m_undo.push(new EnvEditCommand(*this, name, std::move(edits)));
    return {};
}

Result<void> EnvironmentsModel::set(const QString &name, std::size_t environment, const Values &values)
{
    if (Result<void> allowed = mayEdit(environment); !allowed)
        return allowed;
    for (const auto &[key, value] : values) {
        if (!env::isValidKey(key))
            return Error{ErrorCode::EnvBadKey, key, "", {}, ""};
        // Taking the text out of the file is what is left to do once a value is in the store.
        if (value && isStored(environment, key))
            return refusal(key, "the store of secrets has its value, which is stronger",
                           "Set it there, or take it out of the store first.");
    }
    EnvEdits edits = m_edits;
    addEdits(edits, environment, values);
    return push(name, std::move(edits));
}

Result<void> EnvironmentsModel::setAll(const QString &name, const std::string &key, const std::string &value)
{
    EnvEdits edits = m_edits;
    bool isAny = false;
    for (std::size_t i = 0; i < m_read.files.environments.size(); ++i)
        if (mayEdit(i) && !isStored(i, key)) {
            addEdits(edits, i, {{key, value}});
            isAny = true;
        }
    return isAny ? push(name, std::move(edits)) : mayEdit(0);
}

void EnvironmentsModel::discard(const QString &name)
{
    if (!m_edits.empty())
        m_undo.push(new EnvEditCommand(*this, name, {}));
}

std::vector<EnvConflict> EnvironmentsModel::conflicts() const
{
    std::vector<EnvConflict> found;
    for (const auto &[cell, edit] : m_edits)
        for (const auto &own : m_read.files.environments) {
            if (own.suffix != cell.suffix)
                continue;
            std::optional<std::string> disk = valueIn(own, cell.key);
            if (disk != edit.base && disk != edit.value)
                found.push_back({cell, edit.base, edit.value, std::move(disk)});
        }
    return found;
}

void EnvironmentsModel::takeTheirs(const QString &name)
{
    EnvEdits edits = m_edits;
    for (const EnvConflict &conflict : conflicts())
        edits.erase(conflict.cell);
    m_undo.push(new EnvEditCommand(*this, name, std::move(edits)));
}

void EnvironmentsModel::keepMine(const QString &name)
{
    EnvEdits edits = m_edits;
    for (const EnvConflict &conflict : conflicts())
        edits[conflict.cell].base = conflict.disk;
    m_undo.push(new EnvEditCommand(*this, name, std::move(edits)));
}

void EnvironmentsModel::apply(const std::string &who, const std::string &why)
{
    const bool isOpen = std::all_of(m_plans.begin(), m_plans.end(), [this](const EnvPlan &plan) {
        return !isProduction(plan.environment) || m_lock.isOpen();
    });
    const bool isSayable =
        std::all_of(m_plans.begin(), m_plans.end(), [](const EnvPlan &plan) { return plan.refused.empty(); });
    if (m_isApplying || m_plans.empty() || !isOpen || !isSayable || !conflicts().empty())
        return emit applied(0, {refusal("", "there is something that must be settled first",
                                        "Look at conflicts and locks.")});
    m_isApplying = true;
    emit changed();
    std::vector<EnvChange> changes;
    for (const EnvPlan &plan : m_plans)
        changes.push_back({SystemClock().wall(), who, m_matrix.environments[plan.environment], why,
                           plan.shown, plan.changes});
    QThreadPool::globalInstance()->start(
        [this, way = m_replies.way(), plans = m_plans, changes, workspace = m_workspace, asked = ++m_asked] {
            Errors errors;
            int written = 0;
            const Result<EnvHistory> history = EnvHistory::open(workspace);
            if (!history)
                errors.push_back(history.error());
            for (std::size_t i = 0; history && i < plans.size(); ++i) {
                Result<void> status = writePlan(plans[i]);
                written += status ? 1 : 0;
                if (status)
                    status = history->add(changes[i]);
                if (!status)
                    errors.push_back(status.error());
            }
            auto reading = std::make_shared<Reading>(read(workspace));
            way([this, reading, errors, written, asked] {
                m_isApplying = false;
                if (errors.empty()) {
                    m_edits.clear();
                    m_undo.clear();
                }
                const bool wasAskedMeanwhile = asked != m_asked;
                ++m_asked; // what was read meanwhile may be older than what was written
                take(std::move(*reading));
                if (wasAskedMeanwhile)
                    load();
                emit applied(written, errors);
            });
        });
}

void EnvironmentsModel::noteReveal(std::size_t environment, const std::string &key, const std::string &who)
{
    EnvChange change{SystemClock().wall(), who, m_matrix.environments[environment],
                     "revealed",           "",  {{key, std::nullopt, std::nullopt}}};
    QThreadPool::globalInstance()->start([this, way = m_replies.way(), workspace = m_workspace, change] {
        const Result<EnvHistory> history = EnvHistory::open(workspace);
        const Result<void> kept = history ? history->add(change) : Result<void>(history.error());
        way([this, kept, change] {
            m_read.changes.insert(m_read.changes.begin(), change);
            if (!kept)
                emit failed(kept.error());
            emit changed();
        });
    });
}

void EnvironmentsModel::ignoreInGit()
{
    QThreadPool::globalInstance()->start([this, way = m_replies.way(), dangers = m_read.dangers] {
        Result<void> done;
        for (const environments::GitDanger &danger : dangers)
            if (Result<void> added = environments::addIgnoreLine(danger); !added)
                done = added;
        way([this, done] {
            if (!done)
                emit failed(done.error());
            load();
        });
    });
}

} // namespace batuta::views
