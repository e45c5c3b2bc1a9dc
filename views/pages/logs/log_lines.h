// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/models/preferences.h"
#include "views/models/status.h"
#include "views/pages/logs/log_desk.h"

#include <QCache>
#include <QJsonArray>
#include <QString>

namespace batuta::views {

/// A column of the table: the time, the severity, the message, or a field of the lines.
struct LogColumn
{
    QString name; ///< `time`, `severity`, `message`, or the field
    int width = 0;
    bool isHidden = false; ///< the same in every line: it is a chip instead

    bool isTime() const { return name == "time"; }
    bool isSeverity() const { return name == "severity"; }
    bool isMessage() const { return name == "message"; }
};

/// One line made ready to be painted.
struct LogRow
{
    logs::LineId id;
    logs::Severity severity = logs::Severity::None;
    QStringList cells; ///< one for each column
    QString extra;     ///< what the line says besides, behind its message
    std::uint64_t repeats = 1;
    bool isFound = false; ///< by find
};

/// How a severity looks.
struct SeverityLook
{
    Status status = Status::Running;
    QString icon;
    bool isMarked = false; ///< with an edge
};
SeverityLook lookOf(logs::Severity severity);

/// The picture of a desk as rows and columns, read when they are asked for. Lives on the window's thread.
class LogLines final : public QObject
{
    Q_OBJECT

public:
    explicit LogLines(const Preferences &preferences, QObject *parent = nullptr);

    static constexpr std::size_t kMostOfLine = 64u << 10; ///< of a line that is shown

    void setPicture(const LogPicture &picture);
    const LogPicture &picture() const { return m_picture; }
    std::uint64_t count() const;
    logs::LineId at(std::uint64_t row) const;
    std::uint64_t rowOf(logs::LineId id) const;
    std::uint64_t rowAt(logs::LineTime time) const;
    /// Valid until the next call.
    const LogRow &row(std::uint64_t row);
    logs::Severity severity(std::uint64_t row) const;
    logs::LineTime time(std::uint64_t row) const;
    QByteArray text(std::uint64_t row) const;
    /// As it is copied and exported: members with secret names are masked.
    static QString cleanText(const QByteArray &line);
    QString timeText(logs::LineTime time) const;
    QString timeTextLong(logs::LineTime time) const; ///< with its day
    QString value(std::uint64_t row, const QString &field) const;

    const QList<LogColumn> &columns() const { return m_columns; }
    void setColumns(const QList<LogColumn> &columns);
    void addColumn(const QString &field, int before = -1);
    void removeColumn(const QString &field);
    bool hasColumn(const QString &field) const;
    QJsonArray columnState() const;
    void setColumnState(const QJsonArray &state);
    static QString columnTitle(const QString &name);
    /// Fields that are the same in every line, with their value.
    const QList<std::pair<QString, QString>> &chips() const { return m_chips; }
    /// The next row from `from` on that is found, or an error; count() when there is none.
    std::uint64_t nextFound(std::uint64_t from, bool forward) const;
    std::uint64_t nextError(std::uint64_t from, bool forward) const;
    std::uint64_t foundCount() const { return m_picture.found ? m_picture.found->count() : 0; }
    std::uint64_t foundBefore(std::uint64_t row) const;
    void setFind(const QString &text) { m_find = text; }
    const QString &find() const { return m_find; }
    void retranslate();

signals:
    void columnsChanged();

private:
    void fill(LogRow &row, const QByteArray &line) const;
    void hideSame();
    QList<LogColumn> ownColumns() const;
    std::uint64_t rowsIndex(std::uint64_t row) const;

    const Preferences &m_preferences;
    LogPicture m_picture;
    QList<LogColumn> m_columns;
    bool m_hasChosen = false; ///< columns were chosen by a person
    QList<std::pair<QString, QString>> m_chips;
    QCache<std::uint64_t, LogRow> m_rows;
    QString m_find;
};

} // namespace batuta::views
