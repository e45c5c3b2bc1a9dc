// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/environments/aside.h"

#include "engine/env/secret_reference.h"
#include "engine/environments/convert.h"
#include "engine/json/redact.h"

#include <algorithm>
#include <optional>

namespace batuta::environments {
namespace {

std::optional<std::size_t> positionOf(const Matrix &matrix, const std::string &environment)
{
    const auto found = std::find(matrix.environments.begin(), matrix.environments.end(), environment);
    return found == matrix.environments.end()
               ? std::nullopt
               : std::optional(static_cast<std::size_t>(found - matrix.environments.begin()));
}

AsideState stateOf(const Cell &cell, const AsideValue &beside)
{
    if (!cell.isSet)
        return AsideState::Only;
    const auto reference = env::readReference(cell.value);
    if (!beside.secret.empty() || (reference && beside.isMasked))
        return reference && reference->secret + "@" + reference->version == beside.secret ? AsideState::Same
               : cell.isStored ? AsideState::Unknown
                               : AsideState::Other;
    if (cell.isStored || beside.isMasked)
        return AsideState::Unknown;
    return cell.value == beside.value ? AsideState::Same : AsideState::Other;
}

/// Rows that no file, template or flow has are at the end, by name.
void addRows(Matrix &matrix, const Aside &aside)
{
    const auto known = static_cast<std::ptrdiff_t>(matrix.rows.size());
    for (const AsideValue &value : aside.values) {
        if (matrix.find(value.key) != nullptr || !env::isValidKey(value.key))
            continue;
        Row row;
        row.key = value.key;
        row.isSecret = json::isSecretName(value.key) || !value.secret.empty();
        row.cells.resize(matrix.environments.size());
        matrix.rows.push_back(std::move(row));
    }
    std::sort(matrix.rows.begin() + known, matrix.rows.end(),
              [](const Row &a, const Row &b) { return a.key < b.key; });
}

std::optional<Finding::Kind> findingOf(AsideState state, Aside::Kind kind, const Cell &cell)
{
    if (kind == Aside::Kind::Process) // also over a secret that cannot be compared: it is stronger
        return state == AsideState::Other || state == AsideState::Unknown
                   ? std::optional(Finding::Kind::Overridden)
                   : std::nullopt;
    switch (state) {
    case AsideState::Other:
        return Finding::Kind::DeployedOther;
    case AsideState::Gone:
        return cell.value.empty() && !cell.isStored ? std::nullopt
                                                    : std::optional(Finding::Kind::NotDeployed);
    case AsideState::Only:
        return Finding::Kind::DeployedOnly;
    default:
        return std::nullopt;
    }
}

} // namespace

const AsideValue *Aside::find(std::string_view key) const
{
    const auto found =
        std::find_if(values.begin(), values.end(), [&](const AsideValue &value) { return value.key == key; });
    return found == values.end() ? nullptr : &*found;
}

AsideState asideState(const Matrix &matrix, const Row &row, const Aside &aside)
{
    const std::optional<std::size_t> position = positionOf(matrix, aside.environment);
    static const Cell kNone;
    const Cell &cell = position && *position < row.cells.size() ? row.cells[*position] : kNone;
    if (const AsideValue *beside = aside.find(row.key))
        return stateOf(cell, *beside);
    if (!cell.isSet || aside.kind == Aside::Kind::Process) // no variable leaves the file's value alone
        return AsideState::Nothing;
    return whyReserved(row.key).empty() ? AsideState::Gone : AsideState::NotMeant;
}

Aside processAside(const Matrix &matrix, const std::string &environment, const char *const *process)
{
    Aside aside{Aside::Kind::Process, environment, "", {}};
    for (; process != nullptr && *process != nullptr; ++process) {
        const std::string_view whole = *process;
        const std::size_t equals = whole.find('=');
        const std::string_view key = whole.substr(0, equals);
        if (equals != std::string_view::npos && matrix.find(key) != nullptr && aside.find(key) == nullptr)
            aside.values.push_back({std::string(key), std::string(whole.substr(equals + 1)), "", false});
    }
    return aside;
}

void addAside(Matrix &matrix, const Aside &aside)
{
    const bool isProcess = aside.kind == Aside::Kind::Process;
    if (!isProcess)
        addRows(matrix, aside);
    const std::optional<std::size_t> position = positionOf(matrix, aside.environment);
    if (!position)
        return;
    if (isProcess)
        std::erase_if(matrix.findings, [&](const Finding &finding) {
            const AsideValue *given = aside.find(finding.key);
            return finding.kind == Finding::Kind::Missing && finding.environment == *position &&
                   given != nullptr && !given->value.empty();
        });
    for (const Row &row : matrix.rows) {
        const Cell &cell = row.cells[*position];
        const auto kind = findingOf(asideState(matrix, row, aside), aside.kind, cell);
        if (!kind)
            continue;
        // What nobody uses may be left out of a revision.
        const bool isNote = *kind == Finding::Kind::DeployedOnly ||
                            (*kind == Finding::Kind::NotDeployed && stoppedBy(row).empty());
        matrix.findings.push_back({*kind,
                                   isNote ? Finding::Severity::Note : Finding::Severity::Warning,
                                   row.key,
                                   *position,
                                   aside.revision,
                                   isNote ? std::vector<KeyUse>() : stoppedBy(row),
                                   {cell.file, 0, 0}});
    }
    sortBySeverity(matrix.findings);
}

} // namespace batuta::environments
