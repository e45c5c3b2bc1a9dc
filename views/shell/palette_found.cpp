// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// The part of PaletteModel that says what an id is.
#include "views/models/runs/failure_finder.h"
#include "views/models/text.h"
#include "views/shell/palette_model.h"
#include "views/widgets/command_registry.h"
#include "views/widgets/words.h"

#include <QLocale>

#include <algorithm>

namespace batuta::views {
namespace {

QUrlQuery queryWith(const char *key, const std::string &value)
{
    QUrlQuery query;
    query.addQueryItem(key, QString::fromUtf8(QByteArray::fromStdString(value).toPercentEncoding()));
    return query;
}

/// Runs that have an id in common, as one line.
PaletteItem runsWith(const char *key, const std::string &value, const QString &detail, const char *icon)
{
    PaletteItem item{PaletteItem::Kind::View, icon, textOf(value), detail};
    item.address = {"runs", {}, queryWith(key, value)};
    return item;
}

} // namespace

QString PaletteModel::narrowed(int row) const
{
    const PaletteItem *chosen = item(row);
    if (!chosen || m_text.isEmpty() || QStringLiteral(">/@#$?").contains(m_text.at(0)))
        return {};
    if (chosen->kind == PaletteItem::Kind::Command)
        return '>' + m_text;
    if (chosen->kind == PaletteItem::Kind::Flow)
        return '/' + m_text;
    if (chosen->address.view == "environments")
        return '$' + m_text;
    const std::string user = chosen->run ? chosen->run->userId : std::string();
    return user.empty() ? QString() : '@' + textOf(user);
}

void PaletteModel::addAddress(const Address &address)
{
    PaletteItem item{PaletteItem::Kind::View, "link", address.text(), tr("Open this address")};
    item.address = address;
    append(tr("Best match"), {item});
    if (address.view == "run" && looksLikeExecutionId(address.id))
        ask(address.id);
}

void PaletteModel::addHelp()
{
    QList<PaletteItem> items;
    for (QAction *action : m_commands.commandsOf(m_page)) {
        if (action->objectName() != "app.keys" && action->objectName() != "app.commands")
            continue;
        PaletteItem item{PaletteItem::Kind::Command, action->property("iconName").toString(), action->text()};
        item.keys = action->shortcut().toString(QKeySequence::NativeText);
        item.action = action;
        items.append(std::move(item));
    }
    append(tr("Help"), std::move(items));
}

void PaletteModel::ask(const QString &id)
{
    ++m_pending;
    m_link.find({id.toStdString(), 12}, this, [this, asked = m_generation](Result<client::Found> found) {
        if (asked == m_generation)
            came(std::move(found));
    });
}

void PaletteModel::came(Result<client::Found> found)
{
    --m_pending;
    m_took = m_clock.elapsed();
    if (!found || found->hits.empty()) {
        if (m_items.isEmpty() && (!found || looksLikeExecutionId(m_text))) {
            PaletteItem none{PaletteItem::Kind::Run, "warn",
                             found ? tr("No run has this id") : tr("The engine could not look for it"),
                             found ? QString() : errorSentence(found.error())};
            none.whyNot = found ? tr("It may have been removed, or be of another engine.") : none.detail;
            append(tr("Best match"), {none});
        }
        return emit filled();
    }
    for (const client::FindHit &hit : found->hits)
        addHit(hit);
    const client::FindHit &first = found->hits.front();
    if (found->hits.size() == 1 && first.field == "execution_id") {
        addInRun(first.newest);
        addRelated(first.newest);
    }
    emit filled();
}

void PaletteModel::addHit(const client::FindHit &hit)
{
    if (hit.field == "execution_id")
        return addRun(hit.newest);
    const struct
    {
        const char *field;
        QString word;
        const char *icon;
    } kinds[] = {{"user_id", tr("User"), "user"},
                 {"session_id", tr("Session"), "link"},
                 {"correlation_id", tr("Correlation"), "hash"},
                 {"revision", tr("Revision"), "hash"}};
    for (const auto &kind : kinds) {
        if (hit.field != kind.field)
            continue;
        if (m_recognised.isEmpty())
            m_recognised = kind.word;
        const QString runs = tr("%Ln run(s)", nullptr, static_cast<int>(hit.count));
        append(kind.word,
               {runsWith(kind.field, hit.value, hit.isMore ? tr("%1 or more").arg(runs) : runs, kind.icon)});
        addRun(hit.newest);
    }
}

void PaletteModel::addInRun(const client::ExecutionRecord &run)
{
    QList<PaletteItem> items;
    const QString id = textOf(run.id);
    const qsizetype colon = textOf(run.error).indexOf(": ");
    if (statusOf(run.status) == Status::Failed && colon > 0) {
        const QString step = textOf(run.error).left(colon);
        PaletteItem failed{PaletteItem::Kind::View, "target", tr("Failed step"), step};
        failed.address = {"run", id, queryWith("step", step.toStdString())};
        items.append(std::move(failed));
    }
    PaletteItem compare{PaletteItem::Kind::View, "compare", tr("Compare with the last success"),
                        textOf(run.flow)};
    compare.address = {"compare", {}, queryWith("b", run.id)};
    if (run.status != "success")
        items.append(std::move(compare));
    append(tr("In this run"), std::move(items));
}

void PaletteModel::addRelated(const client::ExecutionRecord &run)
{
    QList<PaletteItem> items;
    if (!run.userId.empty())
        items.append(runsWith("user_id", run.userId, tr("Runs of this user"), "user"));
    if (!run.correlationId.empty())
        items.append(runsWith("correlation_id", run.correlationId, tr("Runs of this correlation"), "hash"));
    items.append(runsWith("flow", run.flow, tr("Runs of this flow"), "flows"));
    append(tr("Related"), std::move(items));
    if (statusOf(run.status) == Status::Failed)
        askAlike(run);
}

/// The runs of the same group of failures, once the engine has said which one it is.
void PaletteModel::askAlike(const client::ExecutionRecord &run)
{
    ++m_pending;
    const auto found = [this, asked = m_generation, error = textOf(run.error)](const QString &key) {
        if (asked != m_generation)
            return;
        --m_pending;
        PaletteItem alike{PaletteItem::Kind::View, "inbox", tr("Failures like it"), error};
        alike.address = key.isEmpty() ? Address{"failures", {}, QUrlQuery("show=open&last=0")}
                                      : Address{"runs", {}, queryWith("failure", key.toStdString())};
        beginInsertRows({}, rowCount(), rowCount());
        m_items.append(alike);
        endInsertRows();
        emit filled();
    };
    findFailureGroup(m_link, run, this, found);
}

} // namespace batuta::views
