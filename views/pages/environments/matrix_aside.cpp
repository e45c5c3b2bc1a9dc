// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// The columns of the matrix that stand beside the files.
#include "views/models/environments/env_mask.h"
#include "views/pages/environments/matrix_table.h"

namespace batuta::views {

using environments::Aside;
using environments::AsideState;

const Aside *MatrixTable::asideAt(int environment) const
{
    const int at = environment - static_cast<int>(m_model.matrix().environments.size());
    return at >= 0 && at < std::ssize(m_model.asides()) ? &m_model.asides()[static_cast<std::size_t>(at)]
                                                        : nullptr;
}

QString MatrixTable::columnName(int environment) const
{
    if (const Aside *aside = asideAt(environment))
        return aside->kind == Aside::Kind::Process ? tr("process") : tr("deployed");
    const auto &names = m_model.matrix().environments;
    const auto at = static_cast<std::size_t>(environment);
    return at < names.size() ? QString::fromStdString(names[at]) : QString();
}

CellLook MatrixTable::asideLook(const environments::Row &row, const Aside &aside) const
{
    CellLook look;
    const AsideState state = environments::asideState(m_model.matrix(), row, aside);
    look.differs = state == AsideState::Other || state == AsideState::Gone;
    const environments::AsideValue *value = aside.find(row.key);
    if (!value) {
        look.text = state == AsideState::Gone       ? tr("not deployed")
                    : state == AsideState::NotMeant ? tr("Cloud Run sets it")
                                                    : tr("not set");
        return look;
    }
    look.kind = value->isMasked                    ? CellLook::Secret
                : !value->secret.empty()           ? CellLook::Reference
                : value->value.empty()             ? CellLook::Empty
                : isSecretValue(row, value->value) ? CellLook::Secret
                                                   : CellLook::Value;
    look.text = asideText(row, *value).replace('\n', QChar(0x21B5));
    return look;
}

QString asideText(const environments::Row &row, const environments::AsideValue &value)
{
    if (value.isMasked)
        return QString(8, QChar(0x2022));
    if (!value.secret.empty())
        return QString::fromStdString(value.secret);
    return value.value.empty() ? MatrixTable::tr("empty")
                               : QString::fromStdString(shownValue(row, value.value));
}

} // namespace batuta::views
