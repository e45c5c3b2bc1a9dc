// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/engine_link.h"
#include "views/models/runs/run_filter.h"

#include <QSaveFile>

namespace batuta::views {

/// Writes every run that fits a filter into a file, page by page as the engine gives them: CSV with a heading
/// line, or one JSON object a line. The file is there when all of it is, or not at all. Goes by itself.
class RunsExport final : public QObject
{
    Q_OBJECT

public:
    enum class Format { Csv, JsonLines };
    RunsExport(EngineLink &link, QString file, Format format, QObject *parent);

    void start(const RunFilter &filter);

signals:
    /// What was written, or why nothing was.
    void finished(int runs, const QString &problem);

private:
    void ask();
    void came(Result<client::ExecutionPage> page);
    void end(const QString &problem);

    EngineLink &m_link;
    QSaveFile m_file;
    Format m_format;
    client::ExecutionQuery m_query;
    int m_written = 0;
};

/// One line, without its end. A text that a table would take for a formula begins with an apostrophe.
QByteArray csvLine(const client::ExecutionRecord &record);
QByteArray csvHeading();

} // namespace batuta::views
