// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/editor/text/problem_words.h"

#include "engine/base/error.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <array>
#include <map>

namespace batuta::views {
namespace {

constexpr std::array kTexts{
    // What the checks find.
    QT_TRANSLATE_NOOP("Problems", "Unknown step %1"),
    QT_TRANSLATE_NOOP("Problems", "%1 has no value in %2"),
    QT_TRANSLATE_NOOP("Problems", "Worst case %1 is above the deadline of %2: %3"),
    QT_TRANSLATE_NOOP("Problems", "Worst case of %1 attempts is %2, above the deadline of %3"),
    QT_TRANSLATE_NOOP("Problems", "%1 waits until somebody answers, for ever if nobody does"),
    QT_TRANSLATE_NOOP("Problems", "%1 waits for an event without an end"),
    QT_TRANSLATE_NOOP("Problems", "%1 runs a command without an end to it"),
    QT_TRANSLATE_NOOP("Problems", "1 attempt is never tried again"),
    QT_TRANSLATE_NOOP("Problems", "`on` names nothing, so nothing is tried again"),
    QT_TRANSLATE_NOOP("Problems", "%1 has one attempt, which `timeout` limits"),
    QT_TRANSLATE_NOOP("Problems", "%1 is shorter than the timeout of one attempt, %2"),
    QT_TRANSLATE_NOOP("Problems", "%1 is longer than the step's total_timeout of %2"),
    QT_TRANSLATE_NOOP("Problems", "an approval has no total_timeout"),
    QT_TRANSLATE_NOOP("Problems", "a step of kind %1 has one attempt only"),
    QT_TRANSLATE_NOOP("Problems", "%1 never runs: its condition is always false"),
    QT_TRANSLATE_NOOP("Problems", "%1 never runs: it is always skipped"),
    QT_TRANSLATE_NOOP("Problems", "%1 never runs: it has no items"),
    QT_TRANSLATE_NOOP("Problems", "%1 never runs: it needs %2, which never does"),
    QT_TRANSLATE_NOOP("Problems", "The condition is always true"),
    QT_TRANSLATE_NOOP("Problems", "The rule never skips the step"),
    QT_TRANSLATE_NOOP("Problems", "Nothing in the flow uses input.%1"),
    QT_TRANSLATE_NOOP("Problems", "Nothing uses the output of %1"),
    QT_TRANSLATE_NOOP("Problems", "Every execution sends the same Idempotency-Key"),
    QT_TRANSLATE_NOOP("Problems", "The token is sent without TLS: everybody on the way can read it"),
    QT_TRANSLATE_NOOP("Problems", "The message sends secrets.%1 to everybody in the channel"),
    QT_TRANSLATE_NOOP("Problems", "Every process of the machine can read secrets.%1 among the arguments"),
    QT_TRANSLATE_NOOP("Problems", "The text shows a mask in place of secrets.%1"),
    QT_TRANSLATE_NOOP("Problems", "It always starts without %1, and is refused"),
    QT_TRANSLATE_NOOP("Problems", "Everybody who can reach the engine can start the flow"),
    QT_TRANSLATE_NOOP("Problems", "Every execution has the same key: each is a repetition of the one before"),
    QT_TRANSLATE_NOOP("Problems", "Every execution has the same key: the limit is of all of them anyway"),
    QT_TRANSLATE_NOOP("Problems", "As many items as the request has: input.%1 has no maxItems"),
    QT_TRANSLATE_NOOP("Problems", "%1 needs the input %2, which is not given"),
    QT_TRANSLATE_NOOP("Problems",
                      "Each attempt runs %1 anew: %2 may be done twice, with another Idempotency-Key"),
    // How to mend it.
    QT_TRANSLATE_NOOP("Problems", "Did you mean `%1`?"),
    QT_TRANSLATE_NOOP("Problems", "Set it in that environment, or write default(…) around it."),
    QT_TRANSLATE_NOOP("Problems", "Set it in each of them, or write default(…) around it."),
    QT_TRANSLATE_NOOP(
        "Problems",
        "Lower timeouts or attempts on that path, or raise the deadline: what is left then is cancelled."),
    QT_TRANSLATE_NOOP("Problems",
                      "Lower the attempts or the timeout, write total_timeout, or raise the deadline."),
    QT_TRANSLATE_NOOP("Problems", "Write more attempts, or `timeout` instead of total_timeout."),
    QT_TRANSLATE_NOOP("Problems", "Raise total_timeout, or lower timeout."),
    QT_TRANSLATE_NOOP("Problems", "Raise total_timeout, or lower this time."),
    QT_TRANSLATE_NOOP("Problems", "Remove it: `timeout` limits the only attempt."),
    QT_TRANSLATE_NOOP("Problems", "Write `expires` in the approval."),
    QT_TRANSLATE_NOOP("Problems", "Write `expires`, or give the flow a deadline."),
    QT_TRANSLATE_NOOP("Problems", "Write `timeout`, or give the flow a deadline."),
    QT_TRANSLATE_NOOP("Problems", "Write more attempts, or remove retry."),
    QT_TRANSLATE_NOOP("Problems", "Say what is tried again, or remove `on` for connection and timeout."),
    QT_TRANSLATE_NOOP("Problems", "Change what keeps it from running, or remove the step."),
    QT_TRANSLATE_NOOP("Problems", "Remove it."),
    QT_TRANSLATE_NOOP("Problems", "Use it, or remove it from the input."),
    QT_TRANSLATE_NOOP("Problems", "Use steps.%1.output, or remove the step."),
    QT_TRANSLATE_NOOP("Problems",
                      "Remove the header: the engine sends a key of its own, the same for all attempts."),
    QT_TRANSLATE_NOOP("Problems", "Write https://."),
    QT_TRANSLATE_NOOP("Problems", "Take it out of the message."),
    QT_TRANSLATE_NOOP("Problems", "Take it out of the text."),
    QT_TRANSLATE_NOOP("Problems", "Hand it over in `env` of the process."),
    QT_TRANSLATE_NOOP("Problems", "Write it in the trigger's `input`, or give it a default."),
    QT_TRANSLATE_NOOP("Problems", "Write `secret`, so that calls are signed."),
    QT_TRANSLATE_NOOP("Problems", "Make the key of what tells requests apart, as in ${{ input.id }}."),
    QT_TRANSLATE_NOOP("Problems", "Remove the key, or make it of the input."),
    QT_TRANSLATE_NOOP("Problems", "Write maxItems in its schema."),
    QT_TRANSLATE_NOOP("Problems", "Give one of the two another name."),
    QT_TRANSLATE_NOOP("Problems", "Mend that flow first."),
    QT_TRANSLATE_NOOP("Problems", "Name a flow of this workspace."),
    QT_TRANSLATE_NOOP("Problems", "Write it in `input`."),
    QT_TRANSLATE_NOOP("Problems", "Write `retry` at the steps of %1 instead."),
    QT_TRANSLATE_NOOP("Problems", "Remove one of the calls on the path shown."),
    // What the fixes are called.
    QT_TRANSLATE_NOOP("Problems", "Use %1 attempts"),
    QT_TRANSLATE_NOOP("Problems", "Remove it from needs"),
    QT_TRANSLATE_NOOP("Problems", "Remove the need of %1"),
    QT_TRANSLATE_NOOP("Problems", "Remove the condition"),
    QT_TRANSLATE_NOOP("Problems", "Remove the rule"),
    QT_TRANSLATE_NOOP("Problems", "Remove the second %1"),
    QT_TRANSLATE_NOOP("Problems", "Rename it to %1"),
    QT_TRANSLATE_NOOP("Problems", "Raise the deadline to %1"),
    QT_TRANSLATE_NOOP("Problems", "Raise the timeout to %1"),
    QT_TRANSLATE_NOOP("Problems", "Set timeout to %1"),
    QT_TRANSLATE_NOOP("Problems", "Set total_timeout to %1"),
    QT_TRANSLATE_NOOP("Problems", "Raise total_timeout to %1"),
    QT_TRANSLATE_NOOP("Problems", "Lower the timeout to %1"),
    QT_TRANSLATE_NOOP("Problems", "Use timeout instead"),
    QT_TRANSLATE_NOOP("Problems", "Let it expire after %1"),
    QT_TRANSLATE_NOOP("Problems", "Allow at most %1"),
    QT_TRANSLATE_NOOP("Problems", "Hand over input.%1"),
    QT_TRANSLATE_NOOP("Problems", "Add %1 to the input"),
    QT_TRANSLATE_NOOP("Problems", "Add %1 to needs"),
    QT_TRANSLATE_NOOP("Problems", "Put it all in one expression"),
    QT_TRANSLATE_NOOP("Problems", "Put it in quotes"),
    QT_TRANSLATE_NOOP("Problems", "Make it a list"),
    QT_TRANSLATE_NOOP("Problems", "Use blanks instead of tabs"),
    QT_TRANSLATE_NOOP("Problems", "Add %1"),
    QT_TRANSLATE_NOOP("Problems", "Use %1"),
    QT_TRANSLATE_NOOP("Problems", "Remove %1"),
};

QString translated(const char *text)
{
    return QCoreApplication::translate("Problems", text);
}

/// `text` with its gaps as groups.
QRegularExpression patternOf(const char *text)
{
    QString pattern = QRegularExpression::escape(QString::fromUtf8(text));
    for (const char *gap : {"1", "2", "3"})
        pattern.replace(QStringLiteral("\\%") + gap, QStringLiteral("(.+?)"));
    return QRegularExpression('^' + pattern + '$');
}

QString filled(const QString &text, const QStringList &values)
{
    switch (values.size()) {
    case 0:
        return text;
    case 1:
        return text.arg(values[0]);
    case 2:
        return text.arg(values[0], values[1]);
    default:
        return text.arg(values[0], values[1], values[2]);
    }
}

/// The sentence in the language of the window.
QString inOwnWords(const std::string &english)
{
    static const std::vector<QRegularExpression> patterns = [] {
        std::vector<QRegularExpression> list;
        for (const char *text : kTexts)
            list.push_back(patternOf(text));
        return list;
    }();
    const QString sentence = QString::fromStdString(english);
    if (translated(kTexts[1]) == QLatin1String(kTexts[1])) // the window speaks English
        return sentence;
    for (std::size_t i = 0; i < kTexts.size(); ++i)
        if (const auto match = patterns[i].match(sentence); match.hasMatch())
            return filled(translated(kTexts[i]), match.capturedTexts().mid(1));
    return QCoreApplication::translate("Errors", english.c_str());
}

/// The title of an error's code; "" for the codes of the checks.
QString titleOf(const std::string &code)
{
    static const std::map<std::string, const char *> titles = [] {
        std::map<std::string, const char *> map;
        for (int i = 0; i <= static_cast<int>(kLastErrorCode); ++i)
            map.emplace(codeName(static_cast<ErrorCode>(i)), codeTitle(static_cast<ErrorCode>(i)).data());
        return map;
    }();
    const auto found = titles.find(code);
    return found == titles.end() ? QString() : QCoreApplication::translate("Errors", found->second);
}

} // namespace

const std::vector<const char *> &problemTexts()
{
    static const std::vector<const char *> texts(kTexts.begin(), kTexts.end());
    return texts;
}

QString problemMessage(const edit::Problem &problem)
{
    const QString title = titleOf(problem.code);
    if (title.isEmpty())
        return inOwnWords(problem.detail);
    if (problem.code == "flow.unknown_step")
        return inOwnWords("Unknown step " + problem.detail.substr(problem.detail.rfind('.') + 1));
    const QString about =
        problem.detail.empty() ? QString::fromStdString(problem.subject) : inOwnWords(problem.detail);
    return about.isEmpty() ? title : QStringLiteral("%1 (%2)").arg(title, about);
}

QString problemAdvice(const edit::Problem &problem)
{
    return inOwnWords(problem.mend);
}

QString fixTitle(const edit::Fix &fix)
{
    return inOwnWords(fix.title);
}

QString severityWord(edit::Severity severity)
{
    switch (severity) {
    case edit::Severity::Error:
        return QCoreApplication::translate("Problems", "Error");
    case edit::Severity::Warning:
        return QCoreApplication::translate("Problems", "Warning");
    case edit::Severity::Note:
        break;
    }
    return QCoreApplication::translate("Problems", "Note");
}

QString problemPlace(const edit::Problem &problem)
{
    const QString code = QString::fromStdString(problem.code);
    if (problem.step.empty())
        return QCoreApplication::translate("Problems", "%1 · line %2").arg(code).arg(problem.place.line);
    return QCoreApplication::translate("Problems", "%1 · %2, line %3")
        .arg(code, QString::fromStdString(problem.step))
        .arg(problem.place.line);
}

} // namespace batuta::views
