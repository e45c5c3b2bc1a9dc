// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/editor/inspector/field_words.h"

#include "views/pages/editor/inspector/field_codec.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <optional>
#include <string_view>

namespace batuta::views {
namespace {

struct Word
{
    std::string_view key;
    const char *text;
};

/// By key, or by `mapping.key` where the key alone does not tell.
constexpr Word kCaptions[] = {
    {"title", QT_TRANSLATE_NOOP("InspectorField", "Label")},
    {"title.en", QT_TRANSLATE_NOOP("InspectorField", "Label")},
    {"title.pt_BR", QT_TRANSLATE_NOOP("InspectorField", "Label in Portuguese")},
    {"notify.title", QT_TRANSLATE_NOOP("InspectorField", "Title")},
    {"name", QT_TRANSLATE_NOOP("InspectorField", "Name")},
    {"flow.name", QT_TRANSLATE_NOOP("InspectorField", "Flow")},
    {"batuta", QT_TRANSLATE_NOOP("InspectorField", "Format")},
    {"description", QT_TRANSLATE_NOOP("InspectorField", "Description")},
    {"labels", QT_TRANSLATE_NOOP("InspectorField", "Labels")},
    {"deadline", QT_TRANSLATE_NOOP("InspectorField", "Deadline")},
    {"max_parallel", QT_TRANSLATE_NOOP("InspectorField", "At a time")},
    {"concurrency", QT_TRANSLATE_NOOP("InspectorField", "Concurrency")},
    {"idempotency", QT_TRANSLATE_NOOP("InspectorField", "Same request again")},
    {"input", QT_TRANSLATE_NOOP("InspectorField", "Input")},
    {"triggers", QT_TRANSLATE_NOOP("InspectorField", "Triggers")},
    {"defaults", QT_TRANSLATE_NOOP("InspectorField", "Defaults of steps")},
    {"output", QT_TRANSLATE_NOOP("InspectorField", "Output")},
    {"finally", QT_TRANSLATE_NOOP("InspectorField", "Finally")},
    {"steps", QT_TRANSLATE_NOOP("InspectorField", "Steps")},
    {"key", QT_TRANSLATE_NOOP("InspectorField", "Key")},
    {"window", QT_TRANSLATE_NOOP("InspectorField", "Within")},
    {"on_repeat", QT_TRANSLATE_NOOP("InspectorField", "Then")},
    {"when_full", QT_TRANSLATE_NOOP("InspectorField", "When full")},
    {"needs", QT_TRANSLATE_NOOP("InspectorField", "Needs")},
    {"if", QT_TRANSLATE_NOOP("InspectorField", "Runs if")},
    {"skip", QT_TRANSLATE_NOOP("InspectorField", "Skip when")},
    {"skip.if", QT_TRANSLATE_NOOP("InspectorField", "Skip when")},
    {"check.if", QT_TRANSLATE_NOOP("InspectorField", "Must hold")},
    {"message.if", QT_TRANSLATE_NOOP("InspectorField", "Only if")},
    {"reason", QT_TRANSLATE_NOOP("InspectorField", "Reason")},
    {"timeout", QT_TRANSLATE_NOOP("InspectorField", "Timeout")},
    {"total_timeout", QT_TRANSLATE_NOOP("InspectorField", "Total timeout")},
    {"retry", QT_TRANSLATE_NOOP("InspectorField", "Retry")},
    {"attempts", QT_TRANSLATE_NOOP("InspectorField", "Attempts")},
    {"on", QT_TRANSLATE_NOOP("InspectorField", "Retry on")},
    {"backoff", QT_TRANSLATE_NOOP("InspectorField", "Backoff")},
    {"first", QT_TRANSLATE_NOOP("InspectorField", "First wait")},
    {"factor", QT_TRANSLATE_NOOP("InspectorField", "Factor")},
    {"backoff.max", QT_TRANSLATE_NOOP("InspectorField", "Longest wait")},
    {"jitter", QT_TRANSLATE_NOOP("InspectorField", "Jitter")},
    {"on_failure", QT_TRANSLATE_NOOP("InspectorField", "On failure")},
    {"breaker", QT_TRANSLATE_NOOP("InspectorField", "Circuit breaker")},
    {"failures", QT_TRANSLATE_NOOP("InspectorField", "Opens after")},
    {"open", QT_TRANSLATE_NOOP("InspectorField", "Stays open")},
    {"forget_after", QT_TRANSLATE_NOOP("InspectorField", "Within")},
    {"probes", QT_TRANSLATE_NOOP("InspectorField", "Probes")},
    {"rate_limit", QT_TRANSLATE_NOOP("InspectorField", "Rate limit")},
    {"limit", QT_TRANSLATE_NOOP("InspectorField", "At most")},
    {"per", QT_TRANSLATE_NOOP("InspectorField", "Per")},
    {"foreach", QT_TRANSLATE_NOOP("InspectorField", "For each")},
    {"items", QT_TRANSLATE_NOOP("InspectorField", "Items")},
    {"as", QT_TRANSLATE_NOOP("InspectorField", "Name of the item")},
    {"compensate", QT_TRANSLATE_NOOP("InspectorField", "Compensation")},
    {"method", QT_TRANSLATE_NOOP("InspectorField", "Method")},
    {"url", QT_TRANSLATE_NOOP("InspectorField", "URL")},
    {"headers", QT_TRANSLATE_NOOP("InspectorField", "Headers")},
    {"query", QT_TRANSLATE_NOOP("InspectorField", "Query")},
    {"json", QT_TRANSLATE_NOOP("InspectorField", "Body")},
    {"auth", QT_TRANSLATE_NOOP("InspectorField", "Authorization")},
    {"bearer", QT_TRANSLATE_NOOP("InspectorField", "Bearer token")},
    {"connect_timeout", QT_TRANSLATE_NOOP("InspectorField", "Connect within")},
    {"max_response", QT_TRANSLATE_NOOP("InspectorField", "Largest answer")},
    {"for", QT_TRANSLATE_NOOP("InspectorField", "For")},
    {"until", QT_TRANSLATE_NOOP("InspectorField", "Until")},
    {"event", QT_TRANSLATE_NOOP("InspectorField", "Event")},
    {"message", QT_TRANSLATE_NOOP("InspectorField", "Message")},
    {"level", QT_TRANSLATE_NOOP("InspectorField", "Level")},
    {"fields", QT_TRANSLATE_NOOP("InspectorField", "Fields")},
    {"set", QT_TRANSLATE_NOOP("InspectorField", "Values")},
    {"check", QT_TRANSLATE_NOOP("InspectorField", "Gates")},
    {"value", QT_TRANSLATE_NOOP("InspectorField", "Measured value")},
    {"min", QT_TRANSLATE_NOOP("InspectorField", "At least")},
    {"max", QT_TRANSLATE_NOOP("InspectorField", "At most")},
    {"equals", QT_TRANSLATE_NOOP("InspectorField", "Equals")},
    {"command", QT_TRANSLATE_NOOP("InspectorField", "Command and arguments")},
    {"env", QT_TRANSLATE_NOOP("InspectorField", "Variables")},
    {"pass", QT_TRANSLATE_NOOP("InspectorField", "Passed on")},
    {"directory", QT_TRANSLATE_NOOP("InspectorField", "Folder")},
    {"max_output", QT_TRANSLATE_NOOP("InspectorField", "Largest output")},
    {"grace", QT_TRANSLATE_NOOP("InspectorField", "Time to stop")},
    {"role", QT_TRANSLATE_NOOP("InspectorField", "Who may answer")},
    {"form", QT_TRANSLATE_NOOP("InspectorField", "Form")},
    {"expires", QT_TRANSLATE_NOOP("InspectorField", "Expires after")},
    {"on_expiry", QT_TRANSLATE_NOOP("InspectorField", "Then")},
    {"approval.traffic", QT_TRANSLATE_NOOP("InspectorField", "While the traffic stays")},
    {"program", QT_TRANSLATE_NOOP("InspectorField", "Program")},
    {"secret", QT_TRANSLATE_NOOP("InspectorField", "Secret of the signature")},
    {"text", QT_TRANSLATE_NOOP("InspectorField", "Text")},
    {"blocks", QT_TRANSLATE_NOOP("InspectorField", "Blocks")},
    {"slack.webhook", QT_TRANSLATE_NOOP("InspectorField", "Webhook")},
    {"schedule", QT_TRANSLATE_NOOP("InspectorField", "Schedule")},
    {"triggers.webhook", QT_TRANSLATE_NOOP("InspectorField", "Webhook")},
    {"triggers.message", QT_TRANSLATE_NOOP("InspectorField", "Message of a queue")},
    {"cron", QT_TRANSLATE_NOOP("InspectorField", "Times (cron)")},
    {"timezone", QT_TRANSLATE_NOOP("InspectorField", "Time zone")},
    {"missed", QT_TRANSLATE_NOOP("InspectorField", "Missed times")},
    {"path", QT_TRANSLATE_NOOP("InspectorField", "Path")},
    {"unsigned", QT_TRANSLATE_NOOP("InspectorField", "Anybody may call it")},
    {"tolerance", QT_TRANSLATE_NOOP("InspectorField", "Tolerance")},
    {"queue", QT_TRANSLATE_NOOP("InspectorField", "Queue")},
    {"action", QT_TRANSLATE_NOOP("InspectorField", "Action")},
    {"environment", QT_TRANSLATE_NOOP("InspectorField", "Environment")},
    {"service", QT_TRANSLATE_NOOP("InspectorField", "Service")},
    {"revision", QT_TRANSLATE_NOOP("InspectorField", "Revision")},
    {"image", QT_TRANSLATE_NOOP("InspectorField", "Image")},
    {"cloud_run.from", QT_TRANSLATE_NOOP("InspectorField", "Copied revision")},
    {"suffix", QT_TRANSLATE_NOOP("InspectorField", "Suffix")},
    {"tag", QT_TRANSLATE_NOOP("InspectorField", "Tag")},
    {"settings", QT_TRANSLATE_NOOP("InspectorField", "Settings")},
    {"unset", QT_TRANSLATE_NOOP("InspectorField", "Keys to remove")},
    {"percent", QT_TRANSLATE_NOOP("InspectorField", "Percent")},
    {"traffic", QT_TRANSLATE_NOOP("InspectorField", "Whole traffic")},
    {"among", QT_TRANSLATE_NOOP("InspectorField", "Only from shares")},
    {"every", QT_TRANSLATE_NOOP("InspectorField", "Looks every")},
    {"late", QT_TRANSLATE_NOOP("InspectorField", "Late figures")},
    {"gates", QT_TRANSLATE_NOOP("InspectorField", "Gates")},
    {"on_break", QT_TRANSLATE_NOOP("InspectorField", "When broken")},
    {"confirm", QT_TRANSLATE_NOOP("InspectorField", "Typed name")},
};

constexpr Word kChoices[] = {
    {"continue", QT_TRANSLATE_NOOP("InspectorField", "Continue")},
    {"skip_dependents", QT_TRANSLATE_NOOP("InspectorField", "Skip next")},
    {"abort", QT_TRANSLATE_NOOP("InspectorField", "Stop run")},
    {"collect", QT_TRANSLATE_NOOP("InspectorField", "Collect")},
    {"stop", QT_TRANSLATE_NOOP("InspectorField", "Stop")},
    {"warn", QT_TRANSLATE_NOOP("InspectorField", "Warn")},
    {"reject", QT_TRANSLATE_NOOP("InspectorField", "Refuse")},
    {"reuse", QT_TRANSLATE_NOOP("InspectorField", "Reuse")},
    {"queue", QT_TRANSLATE_NOOP("InspectorField", "Queue")},
    {"cancel_oldest", QT_TRANSLATE_NOOP("InspectorField", "Cancel oldest")},
    {"full", QT_TRANSLATE_NOOP("InspectorField", "Full")},
    {"none", QT_TRANSLATE_NOOP("InspectorField", "None")},
    {"text", QT_TRANSLATE_NOOP("InspectorField", "Text")},
    {"json", QT_TRANSLATE_NOOP("InspectorField", "JSON")},
    {"fail", QT_TRANSLATE_NOOP("InspectorField", "Fail")},
    {"approve", QT_TRANSLATE_NOOP("InspectorField", "Approve")},
    {"skip", QT_TRANSLATE_NOOP("InspectorField", "Skip")},
    {"run_once", QT_TRANSLATE_NOOP("InspectorField", "Run once")},
    {"run_all", QT_TRANSLATE_NOOP("InspectorField", "Run all")},
    {"deploy", QT_TRANSLATE_NOOP("InspectorField", "Deploy")},
    {"traffic", QT_TRANSLATE_NOOP("InspectorField", "Move traffic")},
    {"rollback", QT_TRANSLATE_NOOP("InspectorField", "Roll back")},
    {"wait", QT_TRANSLATE_NOOP("InspectorField", "Wait")},
    {"gate", QT_TRANSLATE_NOOP("InspectorField", "Gate")},
    {"export", QT_TRANSLATE_NOOP("InspectorField", "Export")},
    {"tell", QT_TRANSLATE_NOOP("InspectorField", "Tell")},
};

std::optional<QString> lookUp(const auto &words, std::string_view key)
{
    for (const Word &one : words)
        if (one.key == key)
            return inspectorWord(one.text);
    return std::nullopt;
}

} // namespace

QString inspectorWord(const char *text)
{
    return QCoreApplication::translate("InspectorField", text);
}

QString fieldCaption(const edit::FieldPath &path)
{
    if (path.empty())
        return {};
    std::vector<std::string> names{path.back()};
    for (std::size_t i = 1; i < path.size() && i <= 2; ++i) // past the name of a gate, or a position
        names.insert(names.begin(), path[path.size() - 1 - i] + "." + path.back());
    for (const std::string &name : names)
        if (const std::optional<QString> found = lookUp(kCaptions, name))
            return *found;
    return QString::fromStdString(path.back());
}

QString choiceWord(const std::string &value)
{
    return lookUp(kChoices, value).value_or(QString::fromStdString(value));
}

QString fieldHint(const FieldModel &field)
{
    QStringList lines;
    if (!field.description.empty())
        lines << QCoreApplication::translate("FlowSchema", field.description.c_str());
    const QLocale locale;
    if (field.least && field.most)
        lines << inspectorWord(QT_TRANSLATE_NOOP("InspectorField", "From %1 to %2."))
                     .arg(locale.toString(*field.least), locale.toString(*field.most));
    if (!field.fallback.isNull())
        lines << inspectorWord(QT_TRANSLATE_NOOP("InspectorField", "%1 without it."))
                     .arg(field.type == FieldType::Choice ? choiceWord(field.fallback.asString())
                                                          : shownValue(field.fallback, field.type));
    return lines.join('\n');
}

QString fieldPlaceholder(const FieldModel &field)
{
    if (!field.fallback.isNull())
        return shownValue(field.fallback, field.type);
    return QString::fromStdString(field.example);
}

} // namespace batuta::views
