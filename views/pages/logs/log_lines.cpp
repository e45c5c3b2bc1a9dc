// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/logs/log_lines.h"

#include "views/widgets/words.h"

#include "engine/json/json.h"
#include "engine/json/redact.h"
#include "engine/logs/members.h"
#include "views/models/text.h"

#include <QCoreApplication>
#include <QJsonObject>

#include <algorithm>

namespace batuta::views {
namespace {

using namespace batuta::logs;

constexpr int kCached = 1000;

/// One row is one line: what would break it, or cannot be seen, is shown as a dot.
QString flat(QString text)
{
    for (QChar &character : text)
        if (character == '\n' || character == '\t' || character == '\r')
            character = ' ';
        else if (character.category() == QChar::Other_Control)
            character = QChar(0x00B7);
    return text;
}

bool isId(std::string_view name)
{
    return name.ends_with("_id") || name.find("trace") != std::string_view::npos;
}

/// What the message of a request to a service in a cloud says already.
bool isOfRequest(std::string_view name)
{
    return name == "method" || name == "status" || name == "latency_ms" || name == "url";
}

} // namespace

SeverityLook lookOf(Severity severity)
{
    switch (severity) {
    case Severity::Critical:
    case Severity::Error:
        return {views::Status::Failed, "status.failed", true};
    case Severity::Warn:
        return {views::Status::Waiting, "warn", true};
    case Severity::Info:
        return {views::Status::Running, "info", false};
    case Severity::Debug:
    case Severity::None:
        break;
    }
    return {views::Status::Skipped, QString(), false};
}

LogLines::LogLines(const Preferences &preferences, QObject *parent)
    : QObject(parent)
    , m_preferences(preferences)
    , m_rows(kCached)
{
    connect(&preferences, &Preferences::changed, this, [this] { m_rows.clear(); });
    m_columns = ownColumns();
}

void LogLines::setPicture(const LogPicture &picture)
{
    m_picture = picture;
    m_rows.clear();
    const QList<LogColumn> before = m_columns;
    if (!m_hasChosen)
        m_columns = ownColumns();
    hideSame();
    const bool isSame = std::equal(
        before.begin(), before.end(), m_columns.begin(), m_columns.end(),
        [](const LogColumn &a, const LogColumn &b) { return a.name == b.name && a.isHidden == b.isHidden; });
    if (!isSame)
        emit columnsChanged();
    else
        m_columns = before;
}

/// Until a person chooses: who wrote the line and about which step, when lines say so.
QList<LogColumn> LogLines::ownColumns() const
{
    QList<LogColumn> columns{{"time", 0, false}, {"severity", 0, false}};
    const auto has = [this](std::string_view name) {
        return m_picture.fields && std::any_of(m_picture.fields->begin(), m_picture.fields->end(),
                                               [&](const FieldUse &use) { return use.name == name; });
    };
    for (const QStringList &names : {QStringList{"service", "logger"}, QStringList{"step", "step_name"}})
        for (const QString &name : names)
            if (has(name.toStdString())) {
                columns.append({name, 0, false});
                break;
            }
    columns.append({"message", 0, false});
    return columns;
}

/// Columns that say the same in every line of the sample become chips.
void LogLines::hideSame()
{
    constexpr std::uint64_t kEnough = 2; // one line alone would hide every column
    m_chips.clear();
    for (LogColumn &column : m_columns)
        column.isHidden = false;
    if (!m_picture.fields || !m_picture.rows || m_picture.rows->count() < kEnough)
        return;
    std::uint64_t sample = 0;
    for (const FieldUse &use : *m_picture.fields)
        sample = std::max(sample, use.lines);
    for (const FieldUse &use : *m_picture.fields) {
        const QString name = textOf(use.name);
        const auto column = std::find_if(m_columns.begin(), m_columns.end(),
                                         [&](const LogColumn &own) { return own.name == name; });
        const bool isColumn =
            column != m_columns.end() && !column->isTime() && !column->isSeverity() && !column->isMessage();
        if (use.values != 1 || use.lines < sample || use.isNested ||
            (!isColumn && use.name != "execution_id"))
            continue;
        m_chips.append({name, value(0, name)});
        if (isColumn)
            column->isHidden = true;
    }
}

std::uint64_t LogLines::count() const
{
    if (m_picture.groups)
        return m_picture.groups->rows.size();
    return m_picture.rows ? m_picture.rows->count() : 0;
}

std::uint64_t LogLines::rowsIndex(std::uint64_t row) const
{
    return m_picture.groups ? m_picture.groups->rows[static_cast<std::size_t>(row)] : row;
}

LineId LogLines::at(std::uint64_t row) const
{
    return m_picture.rows->at(rowsIndex(row));
}

std::uint64_t LogLines::rowOf(LineId id) const
{
    if (!m_picture.rows)
        return 0;
    const std::uint64_t row = m_picture.rows->rowOf(id);
    if (!m_picture.groups)
        return row;
    const auto &rows = m_picture.groups->rows;
    return static_cast<std::uint64_t>(std::lower_bound(rows.begin(), rows.end(), row) - rows.begin());
}

std::uint64_t LogLines::rowAt(LineTime time) const
{
    if (!m_picture.rows)
        return 0;
    const std::uint64_t row = m_picture.rows->rowAt(time);
    if (!m_picture.groups)
        return row;
    const auto &rows = m_picture.groups->rows;
    return static_cast<std::uint64_t>(std::lower_bound(rows.begin(), rows.end(), row) - rows.begin());
}

Severity LogLines::severity(std::uint64_t row) const
{
    return m_picture.rows->snapshot()->severity(at(row));
}

LineTime LogLines::time(std::uint64_t row) const
{
    return m_picture.rows->snapshot()->time(at(row));
}

QByteArray LogLines::text(std::uint64_t row) const
{
    return QByteArray::fromStdString(m_picture.rows->snapshot()->text(at(row), kMostOfLine));
}

QString LogLines::cleanText(const QByteArray &line)
{
    const std::string text = line.toStdString();
    if (looksLikeObject(text))
        if (const Result<json::Value> value = json::parse(text))
            return textOf(json::write(json::Redactor().value(*value)));
    return textOf(text);
}

QString LogLines::timeText(LineTime time) const
{
    return time == kNoTime ? QString()
                           : clockTimeMs(WallTime(std::chrono::microseconds(time)), m_preferences.utc());
}

QString LogLines::timeTextLong(LineTime time) const
{
    return time == kNoTime ? QString()
                           : dayAndTime(WallTime(std::chrono::microseconds(time)), m_preferences.utc());
}

QString LogLines::value(std::uint64_t row, const QString &field) const
{
    if (field == "severity")
        return textOf(severityName(severity(row)));
    const std::string line = text(row).toStdString();
    std::string scratch;
    const auto found = Field(field.toStdString()).text(line, scratch);
    return found ? textOf(*found) : QString();
}

const LogRow &LogLines::row(std::uint64_t row)
{
    if (LogRow *known = m_rows.object(row))
        return *known;
    auto made = std::make_unique<LogRow>();
    made->id = at(row);
    made->severity = m_picture.rows->snapshot()->severity(made->id);
    if (m_picture.groups)
        made->repeats = m_picture.groups->counts[static_cast<std::size_t>(row)];
    fill(*made, text(row));
    LogRow *kept = made.release();
    m_rows.insert(row, kept);
    return *kept;
}

void LogLines::fill(LogRow &row, const QByteArray &bytes) const
{
    const std::string line = bytes.toStdString();
    std::string scratch;
    for (const LogColumn &column : m_columns) {
        if (column.isTime())
            row.cells << timeText(m_picture.rows->snapshot()->time(row.id));
        else if (column.isSeverity())
            row.cells << textOf(severityName(row.severity));
        else if (column.isMessage())
            row.cells << flat(textOf(messageOf(line, scratch)));
        else
            row.cells << flat(textOf(Field(column.name.toStdString()).text(line, scratch).value_or("")));
    }
    static const Field kLog("log");
    const bool isRequest = kLog.text(line, scratch) == "requests";
    QStringList pairs;
    Members members(line);
    RawMember member;
    while (members.next(member) && pairs.size() < 20) {
        const QString name = textOf(member.name);
        const bool isSaid = hasColumn(name) || isTimeName(member.name) || isSeverityName(member.name) ||
                            messageRank(member.name) > 0 || isId(member.name) || member.name == "logger" ||
                            (isRequest && isOfRequest(member.name));
        if (!isSaid && member.value != "null")
            pairs << name + '=' +
                         (json::isSecretName(member.name)
                              ? QString(json::kMask.data())
                              : textOf(plainText(member.value, scratch)).left(200));
    }
    row.extra = flat(pairs.join("  "));
    row.isFound =
        !m_find.isEmpty() &&
        textOf(line).contains(m_find, m_find.toLower() == m_find ? Qt::CaseInsensitive : Qt::CaseSensitive);
}

void LogLines::setColumns(const QList<LogColumn> &columns)
{
    m_columns = columns;
    m_hasChosen = true;
    m_rows.clear();
    hideSame();
    emit columnsChanged();
}

bool LogLines::hasColumn(const QString &field) const
{
    return std::any_of(m_columns.begin(), m_columns.end(),
                       [&](const LogColumn &column) { return column.name == field; });
}

void LogLines::addColumn(const QString &field, int before)
{
    if (hasColumn(field))
        return;
    QList<LogColumn> columns = m_columns;
    const auto message = static_cast<int>(columns.size()) - 1;
    columns.insert(before < 0 || before > columns.size() ? message : before, {field, 0, false});
    setColumns(columns);
}

void LogLines::removeColumn(const QString &field)
{
    QList<LogColumn> columns = m_columns;
    columns.removeIf([&](const LogColumn &column) { return column.name == field; });
    if (!columns.isEmpty())
        setColumns(columns);
}

QJsonArray LogLines::columnState() const
{
    QJsonArray state;
    for (const LogColumn &column : m_columns)
        if (m_hasChosen)
            state.append(QJsonObject{{"name", column.name}, {"width", column.width}});
    return state;
}

void LogLines::setColumnState(const QJsonArray &state)
{
    m_hasChosen = false;
    QList<LogColumn> columns;
    for (const QJsonValue &column : state)
        if (const QString name = column["name"].toString(); !name.isEmpty() && columns.size() < 50)
            columns.append({name, std::clamp(column["width"].toInt(), 0, 2000), false});
    if (columns.isEmpty()) {
        m_columns = ownColumns();
        hideSame();
        m_rows.clear();
        emit columnsChanged();
    } else {
        setColumns(columns);
    }
}

QString LogLines::columnTitle(const QString &name)
{
    const auto say = [](const char *text) { return QCoreApplication::translate("LogColumns", text); };
    if (name == "time")
        return say(QT_TRANSLATE_NOOP("LogColumns", "Time"));
    if (name == "severity")
        return say(QT_TRANSLATE_NOOP("LogColumns", "Severity"));
    if (name == "message")
        return say(QT_TRANSLATE_NOOP("LogColumns", "Message"));
    if (name == "service")
        return say(QT_TRANSLATE_NOOP("LogColumns", "Service"));
    if (name == "step" || name == "step_name")
        return say(QT_TRANSLATE_NOOP("LogColumns", "Step"));
    if (name == "logger")
        return say(QT_TRANSLATE_NOOP("LogColumns", "Logger"));
    if (name == "flow" || name == "flow_name")
        return say(QT_TRANSLATE_NOOP("LogColumns", "Flow"));
    if (name == "revision")
        return say(QT_TRANSLATE_NOOP("LogColumns", "Revision"));
    return name; // as programs call it
}

std::uint64_t LogLines::foundBefore(std::uint64_t row) const
{
    return m_picture.found && row < count() ? m_picture.found->rowOf(at(row)) : 0;
}

std::uint64_t LogLines::nextFound(std::uint64_t from, bool forward) const
{
    const LogRowsPtr &found = m_picture.found;
    if (!found || found->count() == 0 || count() == 0)
        return count();
    std::uint64_t place = from < count() ? found->rowOf(at(from)) : found->count();
    if (!forward) {
        const bool isOn = from < count() && place < found->count() && found->at(place) <= at(from);
        place = isOn ? place + 1 : place;
        return place == 0 ? count() : rowOf(found->at(place - 1));
    }
    return place < found->count() ? rowOf(found->at(place)) : count();
}

std::uint64_t LogLines::nextError(std::uint64_t from, bool forward) const
{
    constexpr std::uint64_t kMost = 20'000'000; // looked at; severities are in memory
    for (std::uint64_t row = from, seen = 0; row < count() && seen < kMost; ++seen) {
        if (severity(row) >= Severity::Error)
            return row;
        if (!forward && row == 0)
            break;
        row = forward ? row + 1 : row - 1;
    }
    return count();
}

void LogLines::retranslate()
{
    m_rows.clear();
    emit columnsChanged();
}

} // namespace batuta::views
