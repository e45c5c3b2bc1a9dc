// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/pages/compare/compare_words.h"

#include "views/models/text.h"
#include "views/widgets/words.h"

#include <QLocale>

namespace batuta::views {
namespace {

const TraceStep *stepOf(const TraceRun &run, int at)
{
    return at < 0 ? nullptr : &run.step(at);
}

QString outcomeOf(const TraceStep *step)
{
    if (!step)
        return CompareText::tr("is not there");
    QString word = statusWord(step->status).toLower();
    if (step->statusCode != 0 && step->picture() == Status::Failed)
        word += " (" + QString::number(step->statusCode) + ')';
    return word;
}

/// What an outcome came with: "two extra attempts" and such.
QString withCalls(const ComparedStep &step)
{
    const int more = step.callsB - step.callsA;
    if (more > 0)
        return CompareText::tr(" with %n extra attempt(s)", nullptr, more);
    return more < 0 ? CompareText::tr(" with %n attempt(s) less", nullptr, -more) : QString();
}

QString lengthSentence(const RunComparison &runs)
{
    const QString apart = secondsWord(std::chrono::abs(runs.delta()));
    if (runs.delta() == Duration{})
        return CompareText::tr("Both took the same time.");
    return runs.delta() > Duration{} ? CompareText::tr("B took %1 longer.").arg(apart)
                                     : CompareText::tr("B took %1 less.").arg(apart);
}

QString timeSentence(const RunComparison &runs)
{
    QString sentence = lengthSentence(runs);
    int told = 0;
    for (const int at : runs.slowest()) {
        const ComparedStep &step = runs.steps()[static_cast<std::size_t>(at)];
        if ((step.delta > Duration{}) != (runs.delta() > Duration{}) || told++ == 2)
            break;
        sentence +=
            ' ' +
            (step.delta > Duration{} ? CompareText::tr("%1 adds %2%3.") : CompareText::tr("%1 saves %2%3."))
                .arg(stepName(runs, at), secondsWord(std::chrono::abs(step.delta)), withCalls(step));
    }
    return sentence;
}

QString inputSentence(const RunComparison &runs)
{
    if (runs.input().empty())
        return CompareText::tr("Both had the same input.");
    QStringList names;
    for (const ValueDifference &difference : runs.input()) {
        const QString name = textOf(difference.path).section('.', 1, 1).section('[', 0, 0);
        if (!names.contains(name) && names.size() < 3)
            names << name;
    }
    return CompareText::tr("Their input differs in %1.").arg(names.join(", "));
}

} // namespace

QString factWord(const std::string &name)
{
    if (name == "flow")
        return CompareText::tr("flow");
    if (name == "flow_version")
        return CompareText::tr("flow version");
    if (name == "revision")
        return CompareText::tr("revision");
    if (name == "environment")
        return CompareText::tr("environment");
    if (name == "environment_fingerprint")
        return CompareText::tr("environment values");
    if (name == "trigger")
        return CompareText::tr("trigger");
    if (name == "route_rule")
        return CompareText::tr("route rule");
    if (name == "status")
        return CompareText::tr("status");
    return textOf(name);
}

QString deltaWord(Duration delta)
{
    const double seconds = secondsOf(delta);
    const QString number = QLocale().toString(std::abs(seconds), 'f', 2);
    const QString sign = std::abs(seconds) < 0.005 ? QString()
                         : seconds > 0             ? QString('+')
                                                   : QString(QChar(0x2212));
    return sign + number + QChar(0x2009) + 's';
}

QString stepName(const RunComparison &runs, int step)
{
    const ComparedStep &pair = runs.steps()[static_cast<std::size_t>(step)];
    return textOf(pair.b >= 0 ? runs.b().step(pair.b).id : runs.a().step(pair.a).id);
}

QString causeSentence(const RunComparison &runs)
{
    const int main = runs.mainStep();
    if (main < 0)
        return CompareText::tr("Both runs went the same way: no step differs.") + ' ' + inputSentence(runs);
    const ComparedStep &step = runs.steps()[static_cast<std::size_t>(main)];
    if (!step.hasOtherOutcome && (step.a < 0) == (step.b < 0))
        return timeSentence(runs);
    QString sentence = CompareText::tr("%1 is where they part: %2 in A, %3 in B%4.")
                           .arg(stepName(runs, main), outcomeOf(stepOf(runs.a(), step.a)),
                                outcomeOf(stepOf(runs.b(), step.b)), withCalls(step));
    if (step.hasOtherRequest)
        sentence += ' ' + CompareText::tr("It was sent something else.");
    else if (step.a >= 0 && step.b >= 0 && runs.a().step(step.a).hasRun() && runs.b().step(step.b).hasRun())
        sentence += ' ' + CompareText::tr("It was sent the same.");
    if (std::chrono::abs(runs.delta()) > std::chrono::milliseconds(50))
        sentence += ' ' + lengthSentence(runs);
    return sentence;
}

QString rowSentence(const RunComparison &runs, int at)
{
    const ComparedStep &step = runs.steps()[static_cast<std::size_t>(at)];
    QStringList parts{stepName(runs, at)};
    parts << CompareText::tr("A: %1").arg(outcomeOf(stepOf(runs.a(), step.a)))
          << CompareText::tr("B: %1").arg(outcomeOf(stepOf(runs.b(), step.b)))
          << CompareText::tr("difference %1").arg(deltaWord(step.delta))
          << CompareText::tr("attempts %1 and %2").arg(step.callsA).arg(step.callsB);
    if (step.hasOtherRequest)
        parts << CompareText::tr("sent something else");
    if (step.hasOtherResult)
        parts << CompareText::tr("got something else");
    return parts.join(", ");
}

QString summaryMarkdown(const RunComparison &runs, const std::vector<EnvKeyDifference> &environment)
{
    const auto cell = [](QString value) { return value.replace('|', "\\|").replace('\n', ' '); };
    QStringList lines;
    lines << "## " + CompareText::tr("Comparison of two runs of %1").arg(textOf(runs.b().record().flow))
          << QString();
    lines << "|   | A | B |"
          << "| --- | --- | --- |";
    lines << "| execution_id | `" + textOf(runs.a().record().id) + "` | `" + textOf(runs.b().record().id) +
                 "` |";
    for (const ComparedFact &fact : runs.facts())
        lines << "| " + factWord(fact.name) + " | " + cell(textOf(fact.a)) + " | " + cell(textOf(fact.b)) +
                     " |";
    for (const EnvKeyDifference &key : environment)
        lines << "| env." + textOf(key.key) + " | " + cell(textOf(key.a.value_or(""))) + " | " +
                     cell(textOf(key.b.value_or(""))) + " |";
    lines << "| " + CompareText::tr("duration") + " | " + secondsWord(runs.lengthA()) + " | " +
                 secondsWord(runs.lengthB()) + " |";
    lines << QString() << causeSentence(runs) << QString();
    lines << "| " + CompareText::tr("step") + " | A | B | " + CompareText::tr("difference") + " | " +
                 CompareText::tr("attempts") + " |"
          << "| --- | --- | --- | --- | --- |";
    for (int at = 0; at < static_cast<int>(runs.steps().size()); ++at) {
        const ComparedStep &step = runs.steps()[static_cast<std::size_t>(at)];
        if (!step.differs())
            continue;
        lines << "| " + stepName(runs, at) + " | " + outcomeOf(stepOf(runs.a(), step.a)) + " | " +
                     outcomeOf(stepOf(runs.b(), step.b)) + " | " + deltaWord(step.delta) + " | " +
                     QString("%1 / %2").arg(step.callsA).arg(step.callsB) + " |";
    }
    if (!runs.input().empty()) {
        lines << QString() << "| " + CompareText::tr("input") + " | A | B |"
              << "| --- | --- | --- |";
        for (const ValueDifference &difference : runs.input())
            lines << "| " + cell(textOf(difference.path)) + " | " + cell(textOf(lineOf(difference.a))) +
                         " | " + cell(textOf(lineOf(difference.b))) + " |";
    }
    return lines.join('\n') + '\n';
}

} // namespace batuta::views
