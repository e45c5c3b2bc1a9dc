// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/models/trace/child_run.h"

#include <QCryptographicHash>
#include <QUuid>

namespace batuta::views {

QString childExecution(const std::string &parent, const std::string &step, int attempt)
{
    const std::string name = parent + '/' + step + '/' + std::to_string(attempt);
    QByteArray digest = QCryptographicHash::hash({name.data(), static_cast<qsizetype>(name.size())},
                                                 QCryptographicHash::Sha256)
                            .left(16);
    digest[6] = static_cast<char>((digest[6] & 0x0F) | 0x80); // version 8: made of something else
    digest[8] = static_cast<char>((digest[8] & 0x3F) | 0x80);
    return QUuid::fromRfc4122(digest).toString(QUuid::WithoutBraces);
}

std::vector<TraceAttempt> rowsOfChild(const client::ExecutionRecord &child)
{
    std::vector<TraceAttempt> rows;
    for (const client::StepRecord &record : child.steps) {
        TraceStep step = traceStepOf(record);
        TraceAttempt row;
        if (step.hasRun())
            row = std::move(step.attempts.back());
        row.name = step.id;
        row.item = static_cast<int>(rows.size());
        row.status = step.picture();
        row.startedAt = step.startedAt;
        row.duration = step.duration;
        row.isOpen = step.isOpen();
        row.statusCode = step.statusCode;
        row.error = step.reason;
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace batuta::views
