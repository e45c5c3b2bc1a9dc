// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/models/engine_control.h"

namespace batuta::views {

void EngineControl::openCapsule(const QString &file, QObject *, std::function<void(Result<void>)> then)
{
    then(Error{ErrorCode::ActRefused, file.toStdString(), "this window opens no capsules", {}, {}});
}

void EngineControl::replay(const QString &execution, QObject *,
                           std::function<void(Result<client::Started>)> then)
{
    then(Error{
        ErrorCode::ActRefused, execution.toStdString(), "only what a capsule holds is replayed", {}, {}});
}

} // namespace batuta::views
