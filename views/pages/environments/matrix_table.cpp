// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/environments/matrix_table.h"

#include "engine/env/secret_reference.h"
#include "views/models/environments/env_mask.h"
#include "views/pages/environments/env_words.h"
#include "views/widgets/words.h"

#include <QMimeData>

#include <algorithm>

namespace batuta::views {
namespace {

using environments::Finding;
using environments::Row;

const QString kMime = QStringLiteral("application/x-batuta-env-cell");

} // namespace

MatrixTable::MatrixTable(EnvironmentsModel &model, QObject *parent)
    : QAbstractTableModel(parent)
    , m_model(model)
{
}

QString MatrixTable::groupOf(const Row &row) const
{
    if (!row.group.empty())
        return QString::fromStdString(row.group);
    return row.isInTemplate ? tr("General") : tr("Not in the template");
}

bool MatrixTable::passes(const Row &row, Filter filter) const
{
    switch (filter) {
    case Filter::Problems:
        return m_problems.count(row.key) > 0;
    case Filter::Different:
        return m_different.count(row.key) > 0;
    case Filter::Secrets:
        return row.isSecret;
    case Filter::All:
        break;
    }
    return true;
}

int MatrixTable::count(Filter filter) const
{
    const auto &rows = m_model.matrix().rows;
    return static_cast<int>(
        std::count_if(rows.begin(), rows.end(), [&](const Row &row) { return passes(row, filter); }));
}

/// Groups in the order in which their first key comes.
std::vector<MatrixTable::Line> MatrixTable::lines() const
{
    std::vector<std::pair<QString, std::vector<int>>> groups;
    const auto &rows = m_model.matrix().rows;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const QString key = QString::fromStdString(rows[i].key);
        if (!passes(rows[i], m_filter) || !key.contains(m_text, Qt::CaseInsensitive))
            continue;
        const QString name = groupOf(rows[i]);
        auto found = std::find_if(groups.begin(), groups.end(),
                                  [&](const auto &group) { return group.first == name; });
        if (found == groups.end())
            found = groups.insert(groups.end(), {name, {}});
        found->second.push_back(static_cast<int>(i));
    }
    std::vector<Line> all;
    for (const auto &[name, keys] : groups) {
        all.push_back({name, -1, static_cast<int>(keys.size())});
        if (m_folded.count(name) == 0 || !m_text.isEmpty())
            for (const int key : keys)
                all.push_back({name, key, 0});
    }
    return all;
}

void MatrixTable::refresh()
{
    m_problems.clear();
    m_different.clear();
    m_errors.clear();
    for (const Finding &finding : m_model.matrix().findings) {
        if (finding.severity != Finding::Severity::Note)
            m_problems.insert(finding.key);
        if (finding.severity == Finding::Severity::Error)
            m_errors.insert({finding.key, static_cast<int>(finding.environment)});
        if (finding.kind == Finding::Kind::Differs)
            m_different.insert(finding.key);
    }
    std::vector<Line> now = lines();
    if (now == m_lines && m_columns == columnCount()) { // a field that is open stays so
        if (!m_lines.empty())
            emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        return;
    }
    beginResetModel();
    m_lines = std::move(now);
    m_columns = columnCount();
    endResetModel();
    emit arranged();
}

void MatrixTable::setFilter(const QString &text, Filter filter)
{
    m_text = text.trimmed();
    m_filter = filter;
    refresh();
}

bool MatrixTable::isGroup(int row) const
{
    return row >= 0 && row < std::ssize(m_lines) && m_lines[static_cast<std::size_t>(row)].key < 0;
}

QString MatrixTable::group(int row) const
{
    return m_lines[static_cast<std::size_t>(row)].group;
}

bool MatrixTable::isFolded(int row) const
{
    return m_text.isEmpty() && m_folded.count(group(row)) > 0;
}

int MatrixTable::keysIn(int row) const
{
    return m_lines[static_cast<std::size_t>(row)].keys;
}

void MatrixTable::toggle(int row)
{
    if (!isGroup(row))
        return;
    if (const QString name = group(row); m_folded.erase(name) == 0)
        m_folded.insert(name);
    refresh();
}

const Row *MatrixTable::keyRow(int row) const
{
    if (row < 0 || row >= std::ssize(m_lines) || isGroup(row))
        return nullptr;
    const auto key = static_cast<std::size_t>(m_lines[static_cast<std::size_t>(row)].key);
    return key < m_model.matrix().rows.size() ? &m_model.matrix().rows[key] : nullptr;
}

int MatrixTable::rowOf(const std::string &key) const
{
    for (int row = 0; row < std::ssize(m_lines); ++row)
        if (const Row *own = keyRow(row); own && own->key == key)
            return row;
    return -1;
}

bool MatrixTable::hasError(const std::string &key, int environment) const
{
    return m_errors.count({key, environment}) > 0;
}

CellLook MatrixTable::look(int row, int environment) const
{
    CellLook look;
    const Row *own = keyRow(row);
    if (const environments::Aside *aside = asideAt(environment); own && aside)
        return asideLook(*own, *aside);
    if (!own || environment < 0 || environment >= std::ssize(own->cells))
        return look;
    const environments::Cell &cell = own->cells[static_cast<std::size_t>(environment)];
    look.differs = cell.differs;
    look.isPending = m_model.isPending(static_cast<std::size_t>(environment), own->key);
    look.isWrong = hasError(own->key, environment);
    const std::optional<std::string> shown = revealed(environment, own->key);
    look.kind = !cell.isSet && look.isWrong       ? CellLook::Missing
                : !cell.isSet                     ? CellLook::NotSet
                : shown                           ? CellLook::Value
                : cell.isStored                   ? CellLook::Stored
                : cell.value.empty()              ? CellLook::Empty
                : isSecretValue(*own, cell.value) ? CellLook::Secret
                : env::readReference(cell.value)  ? CellLook::Reference
                                                  : CellLook::Value;
    look.text = shown ? QString::fromStdString(*shown).replace('\n', QChar(0x21B5)) : wordOf(cell, look.kind);
    return look;
}

QString MatrixTable::wordOf(const environments::Cell &cell, CellLook::Kind kind) const
{
    switch (kind) {
    case CellLook::Missing:
        return tr("Missing");
    case CellLook::NotSet:
        return tr("not set");
    case CellLook::Empty:
        return tr("empty");
    case CellLook::Stored:
        return m_model.store() == secrets::StoreKind::File ? tr("in the sealed file") : tr("in the keyring");
    case CellLook::Secret:
        return QString::fromStdString(maskOf(cell.value));
    case CellLook::Reference: {
        const auto reference = env::readReference(cell.value);
        return QString::fromStdString(reference->secret + "@" + reference->version);
    }
    case CellLook::Value:
        break;
    }
    return QString::fromStdString(cell.value).replace('\n', QChar(0x21B5));
}

void MatrixTable::reveal(int environment, const std::string &key, const std::string &value)
{
    m_revealed[{environment, key}] = value;
    emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void MatrixTable::hideAll()
{
    m_revealed.clear();
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

bool MatrixTable::isRevealed(int environment, const std::string &key) const
{
    return m_revealed.count({environment, key}) > 0;
}

std::optional<std::string> MatrixTable::revealed(int environment, const std::string &key) const
{
    const auto found = m_revealed.find({environment, key});
    return found == m_revealed.end() ? std::nullopt : std::optional(found->second);
}

int MatrixTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int MatrixTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0
                            : FirstEnvironment + static_cast<int>(m_model.matrix().environments.size() +
                                                                  m_model.asides().size());
}

QVariant MatrixTable::data(const QModelIndex &index, int role) const
{
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    if (isGroup(index.row()))
        return index.column() == 0 ? QVariant(group(index.row())) : QVariant();
    const Row *own = keyRow(index.row());
    if (!own)
        return {};
    const QString key = QString::fromStdString(own->key);
    if (index.column() == KeyColumn)
        return key;
    if (index.column() == TemplateColumn)
        return templateWord(*own);
    const int environment = environmentOf(index.column());
    const CellLook cell = look(index.row(), environment);
    if (role == Qt::DisplayRole)
        return cell.text;
    // What is revealed is for eyes, and not for every program that asks for words.
    const bool isShownSecret = isRevealed(environment, own->key);
    const QString said = isShownSecret                      ? tr("secret, revealed")
                         : cell.kind == CellLook::Secret    ? tr("secret %1").arg(cell.text.section(' ', 1))
                         : cell.kind == CellLook::Reference ? tr("Secret Manager, %1").arg(cell.text)
                                                            : cell.text;
    QStringList marks{said};
    if (cell.differs)
        marks << tr("differs");
    if (cell.isPending)
        marks << tr("not applied yet");
    return tr("%1 in %2: %3").arg(key, columnName(environment), marks.join(", "));
}

QVariant MatrixTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    if (section == KeyColumn)
        return tr("Key");
    if (section == TemplateColumn)
        return tr("Template");
    const int environment = environmentOf(section);
    return asideAt(environment) ? columnName(environment)
                                : environmentWord(columnName(environment).toStdString());
}

void MatrixTable::attempt(const Result<void> &result)
{
    if (!result)
        emit refused(result.error());
}

bool MatrixTable::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const Row *own = keyRow(index.row());
    const int environment = environmentOf(index.column());
    if (!own || environment < 0 || role != Qt::EditRole)
        return false;
    const std::string key = own->key;
    attempt(m_model.set(tr("Change %1").arg(QString::fromStdString(key)),
                        static_cast<std::size_t>(environment), {{key, value.toString().toStdString()}}));
    return true;
}

Qt::ItemFlags MatrixTable::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (index.column() >= FirstEnvironment && !asideAt(environmentOf(index.column())) && keyRow(index.row()))
        flags |= Qt::ItemIsEditable | Qt::ItemIsDragEnabled | Qt::ItemIsDropEnabled;
    return flags;
}

QStringList MatrixTable::mimeTypes() const
{
    return {kMime};
}

/// Where the value is, and not the value: other programs see what is dragged.
QMimeData *MatrixTable::mimeData(const QModelIndexList &indexes) const
{
    for (const QModelIndex &index : indexes)
        if (const Row *own = keyRow(index.row()); own && index.column() >= FirstEnvironment) {
            auto *data = new QMimeData;
            data->setData(kMime, QByteArray::number(environmentOf(index.column())) + ' ' +
                                     QByteArray::fromStdString(own->key));
            return data;
        }
    return nullptr;
}

bool MatrixTable::canDropMimeData(const QMimeData *data, Qt::DropAction, int, int,
                                  const QModelIndex &parent) const
{
    return data->hasFormat(kMime) && parent.column() >= FirstEnvironment &&
           !asideAt(environmentOf(parent.column()));
}

bool MatrixTable::dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                               const QModelIndex &parent)
{
    if (!canDropMimeData(data, action, row, column, parent))
        return false;
    const QByteArray what = data->data(kMime);
    const std::string key = what.mid(what.indexOf(' ') + 1).toStdString();
    const auto from = what.left(what.indexOf(' ')).toULongLong();
    const Row *own = m_model.matrix().find(key);
    const auto to = static_cast<std::size_t>(environmentOf(parent.column()));
    if (!own || from >= own->cells.size() || from == to || !own->cells[from].isSet ||
        own->cells[from].isStored)
        return false;
    attempt(m_model.set(tr("Copy %1").arg(QString::fromStdString(key)), to, {{key, own->cells[from].value}}));
    return false; // a copy: nothing is taken from where it was
}

} // namespace batuta::views
