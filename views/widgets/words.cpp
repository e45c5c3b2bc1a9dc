// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/widgets/words.h"

#include "views/models/engine_link.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <map>

namespace batuta::views {
namespace {

QString word(const char *text)
{
    return QCoreApplication::translate("Words", text);
}

QString fromView(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

using Words = std::map<std::string_view, const char *>;

QString lookUp(const Words &words, std::string_view key)
{
    const auto found = words.find(key);
    return found == words.end() ? fromView(key) : word(found->second);
}

QDateTime dateTime(WallTime at, bool utc)
{
    const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(at.time_since_epoch()).count();
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
    return utc ? time : time.toLocalTime();
}

/// The locale of the language that the window speaks, not that of the system.
QLocale locale()
{
    return QLocale(); // the shell sets the default one with the language
}

QString withUnit(double value, int decimals, const char *unit)
{
    return locale().toString(value, 'f', decimals) + QChar(0x2009) + QLatin1String(unit);
}

} // namespace

QString statusWord(std::string_view status)
{
    static const Words words{
        {"pending", QT_TRANSLATE_NOOP("Words", "Queued")},
        {"queued", QT_TRANSLATE_NOOP("Words", "Queued")},
        {"running", QT_TRANSLATE_NOOP("Words", "Running")},
        {"success", QT_TRANSLATE_NOOP("Words", "Success")},
        {"failed", QT_TRANSLATE_NOOP("Words", "Failed")},
        {"critical_error", QT_TRANSLATE_NOOP("Words", "Critical error")},
        {"skipped", QT_TRANSLATE_NOOP("Words", "Skipped")},
        {"not_run", QT_TRANSLATE_NOOP("Words", "Not run")},
        {"cancelled", QT_TRANSLATE_NOOP("Words", "Cancelled")},
        {"interrupted", QT_TRANSLATE_NOOP("Words", "Interrupted")},
        {"waiting", QT_TRANSLATE_NOOP("Words", "Waiting")},
        {"held", QT_TRANSLATE_NOOP("Words", "Held")},
        {"paused", QT_TRANSLATE_NOOP("Words", "Paused")},
    };
    return lookUp(words, status);
}

QString statusWord(Status status)
{
    constexpr std::string_view kWords[] = {"pending", "running",   "success", "failed",
                                           "skipped", "cancelled", "waiting"};
    return statusWord(kWords[static_cast<std::size_t>(status)]);
}

QString verdictWord(std::string_view verdict)
{
    static const Words words{
        {"runs", QT_TRANSLATE_NOOP("Words", "Runs")},
        {"skips", QT_TRANSLATE_NOOP("Words", "Is skipped")},
        {"filtered", QT_TRANSLATE_NOOP("Words", "Is left out")},
        {"depends", QT_TRANSLATE_NOOP("Words", "Depends on results")},
    };
    return lookUp(words, verdict);
}

QString kindWord(std::string_view kind)
{
    static const Words words{
        {"http", QT_TRANSLATE_NOOP("Words", "HTTP")},
        {"set", QT_TRANSLATE_NOOP("Words", "Set")},
        {"wait", QT_TRANSLATE_NOOP("Words", "Wait")},
        {"flow", QT_TRANSLATE_NOOP("Words", "Sub-flow")},
        {"log", QT_TRANSLATE_NOOP("Words", "Log")},
        {"check", QT_TRANSLATE_NOOP("Words", "Check")},
        {"jq", QT_TRANSLATE_NOOP("Words", "jq")},
        {"slack", QT_TRANSLATE_NOOP("Words", "Slack")},
        {"process", QT_TRANSLATE_NOOP("Words", "Process")},
        {"approval", QT_TRANSLATE_NOOP("Words", "Approval")},
        {"notify", QT_TRANSLATE_NOOP("Words", "Notice")},
        {"webhook", QT_TRANSLATE_NOOP("Words", "Webhook")},
        {"cloud_run", QT_TRANSLATE_NOOP("Words", "Cloud Run")},
    };
    return lookUp(words, kind);
}

QString systemWord(std::string_view system)
{
    static const std::map<std::string_view, const char *> names{
        {"ml_orchestrator", "ML Orchestrator"}, {"oraculo", "ORÁCULO"},   {"valion", "Valion"},
        {"thermal_comfort", "MLOps"},           {"releases", "Releases"},
    };
    if (system.empty())
        return word(QT_TRANSLATE_NOOP("Words", "Other flows"));
    const auto found = names.find(system);
    return found == names.end() ? fromView(system) : QString::fromUtf8(found->second);
}

QString localText(const flow::LocalText &text)
{
    const bool portuguese = locale().language() == QLocale::Portuguese && !text.ptBr.empty();
    return QString::fromStdString(portuguese ? text.ptBr : text.en);
}

QString environmentWord(const std::string &name)
{
    const QString shown =
        name.empty() || name == "default" ? QStringLiteral("dev") : QString::fromStdString(name);
    return environmentKind(name) == EnvironmentKind::Production ? shown.toUpper() : shown;
}

QString durationWord(Duration duration)
{
    const double seconds = secondsOf(duration);
    if (seconds < 1)
        return withUnit(seconds * 1000, seconds > 0 && seconds < 0.01 ? 1 : 0, "ms");
    if (seconds < 100)
        return withUnit(seconds, 1, "s");
    const auto whole = static_cast<qint64>(seconds);
    if (seconds < 3600)
        return word(QT_TRANSLATE_NOOP("Words", "%1 m %2 s"))
            .arg(whole / 60)
            .arg(whole % 60, 2, 10, QChar('0'));
    return word(QT_TRANSLATE_NOOP("Words", "%1 h %2 m"))
        .arg(whole / 3600)
        .arg(whole / 60 % 60, 2, 10, QChar('0'));
}

QString secondsWord(Duration duration)
{
    return withUnit(secondsOf(duration), 3, "s");
}

QString sizeWord(qint64 bytes)
{
    if (bytes < 1024)
        return withUnit(static_cast<double>(bytes), 0, "B");
    return bytes < 1024 * 1024 ? withUnit(static_cast<double>(bytes) / 1024, 1, "KiB")
                               : withUnit(static_cast<double>(bytes) / (1024 * 1024), 1, "MiB");
}

QString clockTime(WallTime at, bool utc)
{
    return dateTime(at, utc).toString("HH:mm:ss");
}

QString clockTimeMs(WallTime at, bool utc)
{
    return dateTime(at, utc).toString("HH:mm:ss.zzz");
}

QString dayAndTime(WallTime at, bool utc)
{
    return locale().toString(dateTime(at, utc), "d MMM HH:mm:ss.zzz");
}

QString shortId(const std::string &executionId)
{
    return QString::fromStdString(executionId.substr(0, 8));
}

QString errorSentence(const Error &error)
{
    const QString title = QCoreApplication::translate("Errors", codeTitle(error.code).data());
    const QString detail = QCoreApplication::translate("Errors", error.detail.c_str());
    const QString subject = QString::fromStdString(error.subject);
    const QString about = subject.isEmpty()  ? detail
                          : detail.isEmpty() ? subject
                                             : QStringLiteral("%1: %2").arg(subject, detail);
    const QString place = QString::fromStdString(placeText(error.place));
    const QString whole = about.isEmpty() ? title : QStringLiteral("%1 (%2)").arg(title, about);
    return place.isEmpty() ? whole : QStringLiteral("%1: %2").arg(place, whole);
}

QString errorAdvice(const Error &error)
{
    const std::string advice = mendText(error);
    return QCoreApplication::translate("Errors", advice.c_str());
}

QString whyNoAct(const EngineLink &engine)
{
    if (!engine.isRunning())
        return word(QT_TRANSLATE_NOOP("Words", "The engine cannot be reached."));
    return engine.isReadOnly() ? word(QT_TRANSLATE_NOOP("Words", "A capsule is only read.")) : QString();
}

} // namespace batuta::views
